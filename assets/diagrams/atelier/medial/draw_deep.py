"""Draws the layers that lead the eye: midline structures and the regions to click."""

from typing import NamedTuple

import numpy as np
from scipy import ndimage
from shapely import LineString, MultiPolygon, Point, Polygon
from shapely.affinity import rotate, scale
from shapely.ops import linemerge

from atelier import palette
from atelier.bezier import fit_open
from atelier.figures import draw_key, line
from atelier.grid import Field
from atelier.medial.midline import OPTIC_CHIASM, PITUITARY, Midline
from atelier.outline import close_shape, largest, pieces, union
from atelier.page import Curve, Page
from atelier.relief import Rounding, rounded
from atelier.shading import Bands, draw_bands
from atelier.strokes import Stroke, brush_outline, brush_sides

WALL_WINDOW = Polygon(
    [(6, -2), (2, 20), (-26, 20), (-25.5, -2), (-24, -5), (-13, -14), (-13, -20), (6, -20)]
)
FORNIX_WIDTH = ((0.0, 2.2), (0.25, 2.9), (0.6, 3.1), (1.0, 2.2))
"""(share of the way from the column to the crus, width in mm)."""
INFUNDIBULUM = ((-1.2, -16.8), (-0.4, -20.5), (0.6, -24.0), (1.6, -28.2))
"""Schematic: hand-placed (y, z), not measured."""


class RapheNucleus(NamedTuple):
    """One nucleus of the raphe column: an ellipse. Schematic: hand-placed, not measured."""

    y: float
    z: float
    along: float
    across: float
    angle: float


RAPHE = (
    RapheNucleus(-29.6, -12.8, 3.2, 1.0, -62),
    RapheNucleus(-32.4, -21.4, 3.2, 0.95, -72),
    RapheNucleus(-34.9, -30.0, 2.8, 0.8, -73),
    RapheNucleus(-37.6, -38.8, 2.8, 0.75, -73),
    RapheNucleus(-40.0, -47.4, 2.7, 0.7, -74),
    RapheNucleus(-42.6, -55.4, 2.4, 0.65, -74),
)


RAPHE_COLUMN = 6.4
"""Width in mm of the outline to point at: generous, for the nuclei are slim."""


def draw_midline(page: Page, centre: Midline) -> None:
    """Draw ventricles, thalamus, fornix, corpus callosum and anterior commissure."""
    white = page.linear("paint-callosum", palette.CALLOSUM, (0, 1))
    thalamus = page.radial("paint-thalamus", palette.THALAMUS, (0.4, 0.3, 0.8))
    page.open_group("midline")
    page.shape(
        "septum-pellucidum",
        centre.septum,
        Curve(0.4, 0.15),
        {"fill": palette.SEPTUM, **line(palette.VENTRICLE_LINE, 1)},
    )
    # The septum is the floor of a hollow: shade lies under the callosum that overhangs it.
    hollow = rounded(centre.septum, Rounding(3.0, 1.2, 0.6))
    under = Bands([(0.05, 0.10), (0.10, 0.12)], palette.VENTRICLE_SHADE, light=True)
    draw_bands(page, "septum", hollow, under, centre.septum)
    page.shape(
        "thalamus",
        centre.thalamus,
        Curve(0.6, 0.15),
        {"fill": thalamus, **line(palette.THALAMUS_LINE, 1.3)},
    )
    relief = rounded(centre.thalamus, Rounding(3.4, 1.8, 0.8))
    bands = Bands([(0.14, 0.10), (0.36, 0.12)], palette.THALAMUS_LINE, curve=Curve(0.6, 0.25))
    draw_bands(page, "thalamus", relief, bands, centre.thalamus)
    page.shape(
        "interthalamic-adhesion",
        centre.adhesion,
        Curve(1.6, 0.15),
        {
            "fill": palette.ADHESION,
            "fill_opacity": 0.8,
            **line(palette.THALAMUS_LINE, 0.9),
            "stroke_opacity": 0.6,
        },
    )
    edge = line(palette.CALLOSUM_LINE, 1.3)
    page.shape("fornix", _fornix(centre), Curve(0.35, 0.12), {"fill": white, **edge})
    page.shape("corpus-callosum", centre.corpus_callosum, Curve(0.5, 0.12), {"fill": white, **edge})
    relief = rounded(centre.corpus_callosum, Rounding(2.2, 1.6, 0.5))
    bands = Bands([(0.12, 0.11), (0.25, 0.08), (0.40, 0.10)], palette.CALLOSUM_SHADE)
    draw_bands(page, "corpus-callosum", relief, bands, centre.corpus_callosum)
    page.shape(
        "anterior-commissure",
        centre.anterior_commissure,
        Curve(0.2, 0.1),
        {"fill": palette.CALLOSUM[0], **line(palette.CALLOSUM_LINE, 1.2)},
    )
    page.close_group()


def draw_ventricle(page: Page, centre: Midline) -> None:
    """Draw the third ventricle and its wall, which reach behind the brainstem."""
    page.shape(
        "third-ventricle", centre.third_ventricle, Curve(1.5, 0.2), {"fill": palette.VENTRICLE}
    )
    parts = union(centre.wall, centre.hypothalamus, centre.thalamus, centre.midbrain)
    shown = close_shape(parts, 3.0).difference(centre.midbrain.buffer(-1.5))
    shown = pieces(shown.intersection(WALL_WINDOW), 10.0)
    page.shape("third-ventricle-wall", shown, Curve(0.6, 0.2), {"fill": palette.WALL})


def _fornix(centre: Midline) -> MultiPolygon:
    points = centre.fornix_line
    share, width = np.array(FORNIX_WIDTH).T
    widths: Field = np.interp(np.linspace(0, 1, len(points)), share, width)
    sides = brush_sides(Stroke(points, np.ones(len(points)), (0.1, 5.0)), widths)
    ring = Polygon(np.vstack(sides)).buffer(0)
    return pieces(close_shape(ring, 0.2).difference(centre.corpus_callosum.buffer(-0.2)), 8.0)


def draw_key_regions(
    page: Page,
    centre: Midline,
    *,
    amygdala: MultiPolygon,
    hippocampus: MultiPolygon,
    accumbens: MultiPolygon,
) -> None:
    """Draw the projected deep regions, the hypothalamus over them, and small context."""
    page.open_group("key-regions")
    page.shape(
        "nucleus-accumbens",
        accumbens,
        Curve(1.6, 0.15),
        {
            "fill": palette.ACCUMBENS,
            "fill_opacity": 0.28,
            **line(palette.ACCUMBENS_LINE, 1),
            "stroke_dasharray": "4 3.5",
        },
    )
    _draw_pituitary(page)
    draw_key(page, "hippocampus", hippocampus, palette.HIPPOCAMPUS, 1.0)
    draw_key(page, "amygdala", amygdala, palette.AMYGDALA, 1.0)
    draw_key(page, "hypothalamus", centre.hypothalamus, palette.HYPOTHALAMUS, 0.8)
    _draw_hidden_edge(page, amygdala, centre.hypothalamus)
    page.shape(
        "mammillary-body",
        centre.mamillary_body,
        Curve(0.5, 0.12),
        {"fill": palette.MAMILLARY, **line(palette.KEY_LINE, 0.9), "stroke_opacity": 0.75},
    )
    page.shape(
        "optic-chiasm",
        OPTIC_CHIASM,
        Curve(0.25, 0.1),
        {"fill": palette.CHIASM, **line(palette.STEM_LINE, 1.2)},
    )
    _draw_raphe(page, centre)
    page.close_group()


def _draw_raphe(page: Page, centre: Midline) -> None:
    """Draw the nuclei, and around them one column to point at."""
    course = LineString([(nucleus.y, nucleus.z) for nucleus in RAPHE])
    inside = union(centre.midbrain, centre.pons, centre.medulla).buffer(-0.3)
    column = course.buffer(RAPHE_COLUMN / 2).intersection(inside)
    page.shape(
        "raphe",
        largest(column),
        Curve(1.0, 0.1),
        {
            "fill": palette.RAPHE,
            "fill_opacity": 0.16,
            **line(palette.RAPHE_LINE, 0.7),
            "stroke_opacity": 0.5,
            "stroke_dasharray": "3 3",
        },
    )
    nuclei = "".join(page.outline_data(_ellipse(nucleus), Curve(0.1, 0.05)) for nucleus in RAPHE)
    style = {"fill": palette.RAPHE, "fill_opacity": 0.7, **line(palette.RAPHE_LINE, 0.8)}
    page.path("raphe-nuclei", nuclei, style)


def _draw_pituitary(page: Page) -> None:
    stalk = LineString(INFUNDIBULUM).segmentize(0.2)
    points = ndimage.gaussian_filter1d(np.array(stalk.coords), 6, axis=0, mode="nearest")
    stroke = Stroke(points, np.ones(len(points)), (0.1, 0.1))
    outline = brush_outline(stroke, np.linspace(2.6, 1.2, len(points)), 0.1)
    edge = line(palette.PITUITARY_LINE, 1.1)
    page.path(
        "infundibulum",
        page.cubic_data(outline, closed=True),
        {"fill": palette.INFUNDIBULUM, **edge},
    )
    page.shape("pituitary", PITUITARY, Curve(0.6, 0.1), {"fill": palette.PITUITARY, **edge})


def _draw_hidden_edge(page: Page, amygdala: MultiPolygon, hypothalamus: Polygon) -> None:
    """Dash the edge of the amygdala where the hypothalamus lies before it."""
    hidden = amygdala.geoms[0].exterior.intersection(hypothalamus.buffer(-0.5))
    merged = linemerge(hidden) if hidden.geom_type == "MultiLineString" else hidden
    longest = max(getattr(merged, "geoms", [merged]), key=lambda part: float(part.length))
    points = np.array(longest.segmentize(0.2).coords)
    calm = ndimage.gaussian_filter1d(points, 3, axis=0, mode="nearest")
    style: dict[str, str | float] = {
        "fill": "none",
        **line(palette.KEY_LINE, 1),
        "stroke_opacity": 0.55,
        "stroke_dasharray": "3 3",
    }
    page.path("amygdala-hidden-edge", page.cubic_data(fit_open(calm, 0.12), closed=False), style)


def _ellipse(nucleus: RapheNucleus) -> Polygon:
    circle = Point(nucleus.y, nucleus.z).buffer(1.0, quad_segs=24)
    return rotate(scale(circle, nucleus.along, nucleus.across), nucleus.angle)
