"""Draws the broad layers: far temporal lobe, cerebellum, brainstem and medial wall."""

from collections.abc import Iterable, Mapping

import numpy as np
from shapely import MultiPolygon, Polygon

from atelier import palette
from atelier.figures import brush_data, line
from atelier.grid import rasterise
from atelier.medial.cerebellum import Cerebellum
from atelier.medial.cortex import Cortex
from atelier.medial.far_side import FarSide
from atelier.medial.midline import Midline
from atelier.outline import close_shape, pieces, union
from atelier.page import Curve, Page, Style
from atelier.relief import Rounding, of_depth, rounded
from atelier.shading import Bands, draw_bands
from atelier.strokes import Stroke, brush_outline

TREE_ROOT = np.array([-53.5, -28.5])
"""(y, z) where the branches of the arbor vitae meet; they thin out away from it."""

# Where the far temporal lobe may show; above and behind this it lies under the medial wall.
FAR_WINDOW = Polygon(
    [
        (40, -10), (40, -60), (-79.5, -60), (-79.5, -23.5), (-93, -17.2), (-96, -10), (-60, 24),
        (-22, 24), (-24, 6), (-10, -8), (10, -12),
    ]
)  # fmt: skip
SEPTAL_WINDOW = Polygon([(34, 6), (34, -24), (-2, -24), (-2, -2), (10, 6)])


def draw_far_side(
    page: Page, far: FarSide, wall: Cortex, centre: Midline, vermis: Cerebellum
) -> None:
    """Draw the temporal lobe behind the brainstem, and the fourth ventricle before it."""
    paint = page.linear("paint-far", palette.FAR_CORTEX, (0, 1))
    in_front = union(
        wall.outline.buffer(-1.5), centre.corpus_callosum.buffer(-1), centre.wall.buffer(-1)
    )
    lobe = pieces(far.outline.difference(in_front).intersection(FAR_WINDOW), 15.0)
    shown = union(centre.stem, vermis.outline).buffer(-0.5)
    shown = pieces(lobe.difference(shown).buffer(-0.2), 8.0)
    page.open_group("far-hemisphere")
    outline = line(palette.CORTEX_LINE, 1.5)
    page.shape("temporal-lobe", lobe, Curve(0.6, 0.18, 70), {"fill": paint, **outline})
    bands = Bands(
        [(0.08, 0.09), (0.22, 0.09), (0.45, 0.10)], palette.FAR_SHADE, 8.0, Curve(0.8, 0.35)
    )
    draw_bands(page, "temporal", of_depth(far.depth, rasterise(shown)), bands, shown)
    page.close_group()
    page.shape(
        "fourth-ventricle",
        centre.fourth_ventricle,
        Curve(0.4, 0.15),
        {"fill": palette.VENTRICLE, **line(palette.VENTRICLE_LINE, 1)},
    )


def draw_cerebellum(page: Page, vermis: Cerebellum, centre: Midline) -> None:
    """Draw the cut cerebellum with its fissures and white tree."""
    paint = page.radial("paint-cerebellum", palette.CEREBELLUM, (0.35, 0.35, 0.8))
    page.open_group("cerebellum-group")
    page.shape(
        "cerebellum",
        vermis.outline,
        Curve(0.4, 0.15, 70),
        {"fill": paint, **line(palette.CEREBELLUM_LINE, 1.5)},
    )
    relief = rounded(vermis.outline, Rounding(1.5, 2.2, 0.4), vermis.fissures)
    bands = Bands([(0.18, 0.11), (0.42, 0.12)], palette.CEREBELLUM_LINE, 3.0, Curve(0.4, 0.25))
    draw_bands(page, "cerebellum", relief, bands, vermis.outline)
    fissures = brush_data(
        page, vermis.fissures, [0.3 + 0.5 * s.strength for s in vermis.fissures], 0.1
    )
    page.path(
        "cerebellum-fissures",
        fissures,
        {"fill": palette.CEREBELLUM_LINE, "fill_opacity": 0.75},
    )
    page.path("arbor-vitae", _tree(page, vermis.tree), {"fill": palette.TREE, "fill_opacity": 0.95})
    page.close_group()


def draw_stem(page: Page, centre: Midline) -> None:
    """Draw the cut brainstem."""
    paint = page.linear("paint-stem", palette.STEM, (1, 0.25))
    page.open_group("brainstem")
    parts = (("medulla", centre.medulla), ("pons", centre.pons), ("midbrain", centre.midbrain))
    for name, part in parts:
        style = {"fill": paint, **line(palette.STEM_LINE, 1.3)}
        page.shape(name, part, Curve(0.6, 0.12, 60), style)
    page.shape(
        "cerebral-aqueduct",
        centre.aqueduct,
        Curve(0.3, 0.12),
        {"fill": palette.VENTRICLE, **line(palette.VENTRICLE_LINE, 0.8)},
    )
    relief = rounded(centre.stem, Rounding(4.5, 1.6, 1.0))
    bands = Bands(
        [(0.12, 0.08), (0.22, 0.08), (0.34, 0.09)], palette.STEM_SHADE, 6.0, Curve(0.6, 0.25)
    )
    draw_bands(page, "brainstem", relief, bands, centre.stem)
    page.close_group()


def draw_cortex(
    page: Page, wall: Cortex, areas: Mapping[str, MultiPolygon], centre: Midline
) -> None:
    """Draw the medial wall: paint, invisible territories, relief and sulci."""
    paint = page.linear("paint-cortex", palette.CORTEX, (0, 1))
    midline_parts = union(
        wall.outline, centre.corpus_callosum, centre.septum, centre.third_ventricle, centre.wall
    )
    ground = close_shape(union(midline_parts, centre.hypothalamus), 3.0).buffer(-0.4)
    page.shape(
        "septal-area",
        pieces(ground.intersection(SEPTAL_WINDOW), 5.0),
        Curve(0.8, 0.25),
        {"fill": palette.SEPTAL_AREA},
    )
    page.open_group("cortex")
    page.shape(
        "cerebral-cortex",
        wall.outline,
        Curve(0.5, 0.15, 75),
        {"fill": paint, **line(palette.CORTEX_LINE, 1.8)},
    )
    for name, area in areas.items():
        inside = pieces(area.intersection(wall.outline.buffer(-0.15)), 20.0)
        # Not painted: the program colours a territory when it is pointed at.
        page.shape(name, inside, Curve(0.8, 0.2), {"fill": "#ffffff", "fill_opacity": 0})
    relief = rounded(wall.outline, Rounding(2.6, 2.0, 0.7), wall.sulci)
    soft = Curve(0.8, 0.5)
    inner = wall.outline.buffer(-0.5)  # shading must not pale the outline
    shade = Bands(
        [(0.09, 0.06), (0.18, 0.07), (0.30, 0.08), (0.45, 0.09)], palette.CORTEX_SHADE, 9.0, soft
    )
    draw_bands(page, "gyri", relief, shade, inner)
    light = Bands([(0.07, 0.22), (0.125, 0.24)], palette.CORTEX_LIGHT, 10.0, soft, light=True)
    draw_bands(page, "gyri", relief, light, inner)
    widths = [0.22 + 1.15 * stroke.strength for stroke in wall.sulci]
    style: Style = {"fill": palette.CORTEX_LINE, "fill_opacity": 0.85}
    page.path("sulci", brush_data(page, wall.sulci, widths, 0.14), style)
    page.close_group()


def _tree(page: Page, branches: Iterable[Stroke]) -> str:
    data = ""
    for branch in branches:
        away = np.hypot(*(branch.points - TREE_ROOT).T)
        width = np.clip(2.4 - 0.08 * away, 0.45, 2.4) * (0.5 + 0.55 * branch.strength)
        # Blunt at the root, drawn out to a point at the leaves.
        tapers = (0.6, 7.0) if away[0] < away[-1] else (7.0, 0.6)
        stroke = Stroke(branch.points, branch.strength, tapers)
        data += page.cubic_data(brush_outline(stroke, width, 0.14), closed=True)
    return data
