"""The quiet ground: cleft, terminal with its mitochondrion, vesicles, receiving cell, neighbour."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from shapely import Polygon
from shapely.geometry.base import BaseGeometry
from shapely.ops import linemerge

from atelier.synapse import palette, stage
from atelier.synapse.curves import Path, blob, join, outline, spline, stroke
from atelier.synapse.figures import crescent, dark_bands, ellipse, light_band
from atelier.synapse.sheet import Sheet, circles, group, path

MITOCHONDRION_AT = (600.0, 128.0, -13.0)
MITOCHONDRION = (
    (-1, 0), (-0.86, -0.62), (-0.4, -1), (0.1, -0.93), (0.6, -0.95), (0.93, -0.5), (1, 0.06),
    (0.82, 0.72), (0.35, 1), (-0.15, 0.92), (-0.6, 0.98), (-0.92, 0.55),
)  # fmt: skip
CRISTAE = (
    (-72, 1, 44),
    (-50, -1, 58),
    (-27, 1, 56),
    (-5, -1, 60),
    (18, 1, 58),
    (41, -1, 56),
    (63, 1, 46),
)
"""(place along the axis, side, length) of each fold."""
MICROTUBULES = (
    ((36, 86), (100, 92), (170, 96), (236, 86)),
    ((36, 112), (110, 118), (190, 127), (250, 138)),
    ((36, 138), (96, 142), (150, 160), (186, 190)),
)


@dataclass(frozen=True)
class Body:
    """How a cell body is painted."""

    name: str
    paint: str
    membrane: str
    ink: str
    shade: str
    opacities: tuple[float, float, float]
    depths: tuple[float, float, float] = (54.0, 30.0, 14.0)
    wobble: float = 2.4
    phase: float = 0.0
    unlined: Polygon | None = None
    """Where the membrane is cut and shows no lipids."""
    unshaded: Polygon | None = None


def cell(shape: Polygon, body: Body) -> list[str]:
    """Draw a cell body: membrane with its lipids, filling, shade and light."""
    inner, middle = shape.buffer(-stage.MEMBRANE), shape.buffer(-stage.MEMBRANE / 2).exterior
    parts = [
        path(
            outline(shape, 0.45), fill=body.membrane, stroke=body.ink, stroke_width=2.2,
            stroke_linejoin="round",
        )
    ]  # fmt: skip
    tails = middle if body.unlined is None else middle.difference(body.unlined)
    tails = linemerge(tails) if hasattr(tails, "geoms") else tails
    lines = [one for one in getattr(tails, "geoms", [tails]) if one.length > 20]
    parts.append(
        path(
            join(stroke(list(one.coords), 0.6) for one in lines),
            fill="none", stroke=body.ink, stroke_opacity=0.3,
            stroke_width=stage.MEMBRANE - 3.4, stroke_dasharray="0.9 3.3",
        )
    )  # fmt: skip
    parts.append(
        path(
            outline(inner, 0.5),
            fill=body.paint,
            stroke=body.ink,
            stroke_opacity=0.62,
            stroke_width=1.2,
        )
    )
    bands = dark_bands(inner, body.depths, body.wobble, 5, body.phase, 6)
    for band, opacity in zip(bands, body.opacities, strict=True):
        shown = band if body.unshaded is None else band.difference(body.unshaded)
        parts.append(path(outline(shown, 0.9, 60), fill=body.shade, fill_opacity=opacity))
    for (inset, width), opacity in (((5, 24), 0.26), ((7, 12), 0.3)):
        bright = light_band(inner, inset, width, body.wobble * 0.7, 2.5)
        parts.append(path(outline(bright, 0.9, 80), fill=palette.WHITE, fill_opacity=opacity))
    return parts


def cleft(sheet: Sheet, shape: BaseGeometry) -> str:
    """Draw the gap, fading at both ends."""
    paint = sheet.linear("cleft-paint", (0, "#d2dfe7"), (0.5, "#e4ecf0"), (1, "#cddbe4"))
    veils = [
        path(outline(stage.cleft(margin), 0.9), fill="#d2dfe7", fill_opacity=opacity)
        for margin, opacity in ((13, 0.26), (6, 0.42))
    ]
    return group("cleft-water", *veils, path(outline(shape, 0.7), fill=paint))


def terminal(sheet: Sheet, shape: Polygon) -> str:
    """Draw the end of the axon."""
    x, y, wide, high = stage.AXON_CUT
    warm = sheet.radial(
        "terminal-paint",
        (0, "#f7efe9"),
        (0.6, "#f1e2d9"),
        (1, "#e6cfc3"),
        circle=(0.42, 0.36, 0.75),
    )
    body = Body(
        "terminal", warm, "#e9cfc3", palette.TERMINAL_INK, palette.TERMINAL_SHADE,
        (0.07, 0.085, 0.1), wobble=3.0,
        unlined=Polygon([(0, 40), (x + 5, 40), (x + 5, 185), (0, 185)]),
        unshaded=Polygon([(0, 0), (130, 0), (130, 236), (0, 236)]),
    )  # fmt: skip
    parts = cell(shape, body)
    under = blob(
        [(30, 148), (72, 154), (104, 168), (119, 196), (110, 214), (84, 196), (60, 190), (30, 190)]
    )
    under = under.intersection(shape.buffer(-stage.MEMBRANE))
    parts.append(path(outline(under, 0.6), fill=palette.TERMINAL_SHADE, fill_opacity=0.1))
    parts.append(
        path(
            ellipse(x, y, wide, high), fill="#e4cbbf", stroke=palette.TERMINAL_INK, stroke_width=1.8
        )
    )
    parts.append(
        path(
            ellipse(x + 1, y, wide - 4, high - 8), fill="#f3e8e0", stroke=palette.TERMINAL_INK,
            stroke_width=1.0, stroke_opacity=0.6,
        )
    )  # fmt: skip
    tubes = join(stroke(spline(one, closed=False)) for one in MICROTUBULES)
    ink = palette.MICROTUBULE_INK
    parts.append(path(tubes, fill="none", stroke=ink, stroke_width=7.0, stroke_linecap="round"))
    parts.append(
        path(tubes, fill="none", stroke="#f0dfc8", stroke_width=4.6, stroke_linecap="round")
    )
    parts.append(
        path(
            tubes,
            fill="none",
            stroke=ink,
            stroke_width=4.6,
            stroke_opacity=0.35,
            stroke_dasharray="1 4",
        )
    )
    ends = [(35.0, 86.0), (35.0, 112.0), (35.0, 138.0)]
    parts.append(group(None, circles(ends, 4.4), fill="#f6e9d6", stroke=ink, stroke_width=1.3))
    return group("terminal", *parts, mitochondrion(sheet))


def mitochondrion_shape(wide: float, high: float) -> Path:
    """Return the outline of the mitochondrion at a size."""
    return outline(blob([(x * wide, y * high) for x, y in MITOCHONDRION]), 0.3).placed(
        *MITOCHONDRION_AT
    )


def mitochondrion(sheet: Sheet) -> str:
    """Draw the mitochondrion with its folds."""
    whole, core = mitochondrion_shape(104, 50), mitochondrion_shape(95, 41.5)
    ink = palette.MITOCHONDRION_INK
    outer = sheet.linear("mitochondrion-paint", (0, "#e2c6ad"), (1, "#c69c7c"))
    inner = sheet.linear("matrix-paint", (0, "#cfa688"), (1, "#b0866a"))
    parts = [
        path(whole, fill=outer, stroke=ink, stroke_width=1.8),
        path(core, fill=inner, stroke=ink, stroke_width=1.0),
    ]
    folds = [
        _fold(x, side, length).polygon().intersection(core.polygon()) for x, side, length in CRISTAE
    ]
    parts.append(
        path(join(outline(fold) for fold in folds), fill="#ecdcc9", stroke=ink, stroke_width=1.0)
    )
    shape = whole.polygon()
    for band, opacity in zip(
        dark_bands(shape, (34, 18, 9), 1.5, 4, 1, 3), (0.09, 0.1, 0.12), strict=True
    ):
        parts.append(
            path(outline(band, 0.4, 30), fill=palette.MITOCHONDRION_SHADE, fill_opacity=opacity)
        )
    parts.append(
        path(outline(light_band(shape, 5, 9, 0.8), 0.4, 30), fill=palette.WHITE, fill_opacity=0.34)
    )
    return group("mitochondrion", *parts)


def _fold(x: float, side: int, length: float) -> Path:
    root = 46.0 * side
    tip = root - side * length
    return Path(
        [
            ("M", [(x - 7.5, root)]),
            ("C", [(x - 4, root - side * 10), (x - 6.5, tip + side * 14), (x - 6, tip + side * 5)]),
            ("C", [(x - 6, tip - side * 3), (x + 6, tip - side * 3), (x + 6, tip + side * 5)]),
            ("C", [(x + 6.5, tip + side * 14), (x + 4, root - side * 10), (x + 7.5, root)]),
            ("Z", []),
        ]
    ).placed(*MITOCHONDRION_AT)


def vesicles(sheet: Sheet) -> str:
    """Draw the vesicles; one is drawn large, to show what happens in it."""
    ink, shade = palette.VESICLE_INK, palette.VESICLE_SHADE
    paint = sheet.radial(
        "vesicle-paint", (0, "#faf8f5"), (0.65, "#f6eee3"), (1, "#e6d6c0"), circle=(0.38, 0.3, 0.8)
    )
    inner = [(x, y, r - (11.0 if r > 40 else 4.5)) for x, y, r in stage.VESICLES]
    rims = "".join(circles([(x, y)], r) for x, y, r in stage.VESICLES)
    cores = "".join(circles([(x, y)], r) for x, y, r in inner)
    x, y, r = stage.BIG_VESICLE
    return group(
        "vesicles",
        group(None, rims, fill=paint, stroke=ink, stroke_width=1.8),
        path(join(crescent(*one, 56, 175, 0.36) for one in inner), fill=shade, fill_opacity=0.09),
        path(join(crescent(*one, 56, 130, 0.2) for one in inner), fill=shade, fill_opacity=0.12),
        path(
            join(crescent(u, v, q - 2.5, 236, 95, 0.24) for u, v, q in inner),
            fill=palette.WHITE,
            fill_opacity=0.75,
        ),
        group(None, cores, fill="none", stroke=ink, stroke_width=1.0, stroke_opacity=0.6),
        group(
            None, circles([(x, y)], r - 5.5), fill="none", stroke=ink, stroke_opacity=0.32,
            stroke_width=7.6, stroke_dasharray="0.9 3.3",
        ),
    )  # fmt: skip


def spine(sheet: Sheet, shape: Polygon) -> str:
    """Draw the receiving cell, with the dense zone under its membrane."""
    x, y, wide, high = stage.SPINE_CUT
    paint = sheet.radial(
        "spine-paint", (0, "#f5f2f7"), (0.6, "#e9e3ed"), (1, "#d6cbdf"), circle=(0.45, 0.35, 0.75)
    )
    body = Body(
        "spine", paint, "#d9cfe1", palette.SPINE_INK, palette.SPINE_SHADE, (0.07, 0.08, 0.1),
        depths=(44.0, 26.0, 12.0), wobble=2.2, phase=2.0, unlined=_around(stage.SPINE_CUT),
    )  # fmt: skip
    parts = cell(shape, body)
    parts.append(
        path(ellipse(x, y, wide, high), fill="#d8c8e3", stroke=palette.SPINE_INK, stroke_width=1.8)
    )
    parts.append(
        path(
            ellipse(x, y, wide - 9, high - 3.6), fill="#efe8f4", stroke=palette.SPINE_INK,
            stroke_width=1.0, stroke_opacity=0.6,
        )
    )  # fmt: skip
    for index, (depth, opacity) in enumerate(((24, 0.08), (13, 0.1))):
        u = np.arange(180 + 30 * index, 646 - 30 * index, 6.0)
        share = np.sin(np.pi * (u - u[0] + 3) / (u[-1] - u[0] + 6)) ** 0.6
        upper = [(one, stage.lower_membrane(one) + stage.MEMBRANE) for one in u]
        lower = [
            (one, stage.lower_membrane(one) + stage.MEMBRANE + depth * part)
            for one, part in zip(u[::-1], share[::-1], strict=True)
        ]
        dense = Polygon([*upper, *lower]).buffer(0.5)
        parts.append(path(outline(dense, 0.4), fill=palette.SPINE_SHADE, fill_opacity=opacity))
    return group("receiving-cell", *parts)


def neighbour(sheet: Sheet, shape: Polygon) -> str:
    """Draw the process of another cell, which carries the two peptide receptors."""
    x, y, wide, high = stage.NEIGHBOUR_CUT
    paint = sheet.radial(
        "neighbour-paint", (0, "#f3f5ed"), (0.6, "#e6eadd"), (1, "#d0d7c1"), circle=(0.42, 0.3, 0.8)
    )
    body = Body(
        "neighbour", paint, "#d8e0c5", palette.NEIGHBOUR_INK, palette.NEIGHBOUR_SHADE,
        (0.07, 0.08, 0.1), depths=(30.0, 17.0, 8.0), wobble=0.5, phase=1.0,
        unlined=_around(stage.NEIGHBOUR_CUT),
    )  # fmt: skip
    parts = cell(shape, body)
    ink = palette.NEIGHBOUR_INK
    parts.append(path(ellipse(x, y, wide, high), fill="#cfd9b8", stroke=ink, stroke_width=1.8))
    parts.append(
        path(
            ellipse(x, y, wide - 9, high - 3),
            fill="#eef2e2",
            stroke=ink,
            stroke_width=1.0,
            stroke_opacity=0.6,
        )
    )
    return group("neighbour", *parts)


def _around(cut: Sequence[float]) -> Polygon:
    x, y, wide, _ = cut
    left, right = x - wide - 8, x + wide + 8
    return Polygon([(left, y - 4), (right, y - 4), (right, 760), (left, 760)])
