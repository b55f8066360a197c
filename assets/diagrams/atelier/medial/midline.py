"""What the cut through the midline shows: corpus callosum, brainstem, ventricles and their walls.

The template gives the outlines. The polygons here only say where to look; their own edges show in
the drawing at the lower end of the medulla and at the borders of the pons, nowhere else.
"""

from dataclasses import dataclass

import numpy as np
from scipy import ndimage
from shapely import LineString, MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

from atelier.grid import Field, Points, blur, value_at
from atelier.outline import (
    Pairs,
    largest,
    level_set,
    open_shape,
    pieces,
    smooth_polygon,
    split_below,
    union,
)
from atelier.volumes import cut, tissue_cut

CUT = (0.0, 0.5)
"""x of the midline cuts (mm)."""
WALL_CUT = (2.5, 3.0, 3.5)
"""x of the cuts that show the wall of the third ventricle."""

CALLOSUM_WINDOW = Polygon(
    [
        (40, -8), (40, 40), (-60, 40), (-60, 0), (-20, 0), (-8, 16), (8, 16), (14, 8), (17, 0.5),
        (12, -2), (9.5, -4), (9.5, -8),
    ]
)  # fmt: skip
FORNIX_SEEDS: Pairs = (
    (2.4, -1.8), (3.2, 2), (2.4, 6), (-1, 10.6), (-6, 14.6), (-11, 17.2), (-17, 18.9), (-23, 19.2),
    (-27.5, 17.6),
)  # fmt: skip
STEM_WINDOW = Polygon(
    [
        (-11.5, -1), (-24.5, -1.2), (-25.2, 0.8), (-33, 0.8), (-45, -8), (-39.6, -15.2),
        (-37.0, -16.6), (-40, -26), (-44, -36), (-46.2, -46), (-46.8, -51), (-48.8, -56),
        (-51.5, -66), (-51.5, -80), (-20, -80), (-5, -30), (-12, -21), (-13, -17), (-11.6, -13.6),
        (-11.2, -9),
    ]
)  # fmt: skip
BELOW_MEDULLA = Polygon(
    [(-20, -66.5), (-31, -63.2), (-49, -57.2), (-70, -50.5), (-70, -90), (-10, -90)]
)
PONS_TOP: Pairs = ((20, -20.6), (-9, -20.6), (-13, -20.8), (-20, -21), (-36.5, -17.2), (-70, -17))
PONS_BOTTOM: Pairs = (
    (20, -49.5), (-24, -49.5), (-30, -49.3), (-36, -47), (-44.5, -43), (-50, -42), (-70, -42),
)  # fmt: skip
MAMILLARY_WINDOW = Polygon(
    [
        (-4.5, -10.5),
        (-6.5, -9.6),
        (-9.5, -9.4),
        (-11.2, -11),
        (-11.6, -13.6),
        (-11, -20),
        (-4.5, -20),
    ]
)
HYPOTHALAMIC_SULCUS: Pairs = (
    (30, -2.0), (2.2, -2.2), (-1, -2.9), (-5, -5.3), (-9, -7.2), (-12.5, -8.2), (-60, -9),
)  # fmt: skip
THALAMUS_FLOOR: Pairs = (
    (30, 0.6), (1.5, 0.6), (-3, -2.2), (-10, -3.4), (-17, -3.6), (-26, -1.2), (-60, 0),
)  # fmt: skip
# From a head scan that was not skull-stripped, for this template ends above the two (README.md).
PITUITARY = Polygon(
    [
        (1.2, -28.8), (7, -30.7), (7.6, -32), (7, -33.5), (5.8, -34.3), (4.2, -34.6), (0, -34),
        (-1.9, -33), (-3.1, -31), (-2.5, -28.6), (-1.8, -27.9), (-0.8, -27.7),
    ]
)  # fmt: skip
OPTIC_CHIASM = Polygon(
    [
        (1.2, -18.5), (6.5, -20.2), (7.6, -21.5), (7.6, -22.5), (7, -22.9), (6, -22.7), (2, -20.4),
        (1.4, -19.5),
    ]
)  # fmt: skip


@dataclass(frozen=True)
class Midline:
    """The midline structures, each as a shape in mm."""

    corpus_callosum: Polygon
    fornix_line: Points
    septum: Polygon
    third_ventricle: Polygon
    wall: MultiPolygon
    thalamus: MultiPolygon
    adhesion: MultiPolygon
    hypothalamus: Polygon
    mamillary_body: MultiPolygon
    anterior_commissure: MultiPolygon
    midbrain: MultiPolygon
    pons: MultiPolygon
    medulla: MultiPolygon
    stem: Polygon
    aqueduct: Polygon
    fourth_ventricle: Polygon


def corpus_callosum() -> Polygon:
    """Return the corpus callosum: white matter on the midline."""
    white = np.clip(cut("sagittal", "white", CUT), 0.0, 1.0)
    body = level_set(blur(white, 0.4), 0.5, 60.0, smallest_hole=100.0, within=CALLOSUM_WINDOW)
    return largest(body)


def midline(callosum: Polygon) -> Midline:
    """Draw all midline structures."""
    tissue = tissue_cut("sagittal", CUT)
    fornix = _fornix_line()
    commissure = _anterior_commissure()
    raw_stem = _stem(tissue)
    stem = largest(raw_stem.buffer(2.2).buffer(-2.2))
    midbrain, rest = split_below(raw_stem, PONS_TOP)
    pons, medulla = split_below(rest, PONS_BOTTOM)
    mamillary = level_set(blur(tissue, 0.3), 0.5, 2.0, within=MAMILLARY_WINDOW)
    mamillary = pieces(open_shape(mamillary, 1.2), 2.0)
    wall, thalamus = _thalamus()
    return Midline(
        corpus_callosum=callosum,
        fornix_line=fornix,
        septum=_septum(callosum, fornix),
        third_ventricle=_third_ventricle(callosum, fornix),
        wall=wall,
        thalamus=thalamus,
        adhesion=_adhesion(tissue),
        hypothalamus=_hypothalamus(mamillary, commissure),
        mamillary_body=mamillary,
        anterior_commissure=commissure,
        midbrain=midbrain,
        pons=pons,
        medulla=medulla,
        stem=stem,
        aqueduct=_aqueduct(stem, raw_stem),
        fourth_ventricle=_fourth_ventricle(),
    )


def _stem(tissue: Field) -> Polygon:
    body = level_set(blur(tissue, 0.3), 0.5, 6.0, smallest_hole=50.0, within=STEM_WINDOW)
    return largest(open_shape(body.difference(BELOW_MEDULLA), 0.6))


def _fornix_line() -> Points:
    """Pull hand-placed seeds onto the bright band that T1 shows near the midline."""
    bright = blur(cut("sagittal", "t1", (0.0, 0.5, 1.0)), 0.4)
    line = _dense(FORNIX_SEEDS)
    line = ndimage.gaussian_filter1d(line, 8, axis=0, mode="nearest")
    reach = np.arange(-1.6, 1.61, 0.2)
    for _ in range(2):
        along = np.gradient(line, axis=0)
        along /= np.hypot(*along.T)[:, None]
        aside = np.c_[-along[:, 1], along[:, 0]]
        looked_at = line[:, None] + reach[None, :, None] * aside[:, None]
        # A far bright spot must be clearly brighter than a near one.
        score = value_at(bright, looked_at) - 0.0094 * reach**2
        shift = ndimage.gaussian_filter1d(reach[score.argmax(axis=1)], 8, mode="nearest")
        line = line + shift[:, None] * aside
    return np.asarray(line)


def _dense(seeds: Pairs) -> Points:
    line = LineString(seeds).segmentize(0.25)
    return np.array(line.coords)


def _anterior_commissure() -> MultiPolygon:
    white = blur(cut("sagittal", "white", (0.0, 1.0)), 0.3)
    window = Polygon([(6, -2), (-1, -2), (-1, -8), (6, -8)])
    return level_set(white, 0.18, 1.0, within=window)


def _thalamus() -> tuple[MultiPolygon, MultiPolygon]:
    """Return the wall of the third ventricle and the thalamus above it."""
    window = Polygon(
        [
            (5.5, -30), (5.5, -3), (3, 1), (1, 6), (-2, 13), (-10, 17.5), (-22, 18.5), (-27, 14),
            (-30, 5), (-27, 0), (-24, -3), (-16, -5), (-12.5, -9), (-12.5, -14), (-11, -22),
        ]
    )  # fmt: skip
    wall = level_set(blur(tissue_cut("sagittal", WALL_CUT), 0.4), 0.5, 60.0, 30.0, within=window)
    wall = pieces(open_shape(wall, 2.6), 30.0)
    thalamus, _ = split_below(wall, THALAMUS_FLOOR)
    return wall, pieces(open_shape(thalamus, 3.2), 30.0)


def _adhesion(tissue: Field) -> MultiPolygon:
    window = Polygon([(-1, -1), (-1, 12), (-22, 12), (-22, -1)])
    bridge = level_set(blur(tissue, 0.4), 0.6, 20.0, within=window)
    return pieces(open_shape(bridge, 2.5), 20.0)


def _hypothalamus(mamillary: BaseGeometry, commissure: BaseGeometry) -> Polygon:
    """Return the ventricle wall below the hypothalamic sulcus, with the mamillary body.

    Front, floor and back come from the template (whose mask ends at z of about -18.5); the upper
    border is the stated line.
    """
    window = Polygon(
        [
            (4.6, -30), (4.6, -4.5), (2.6, -2.2), (1.2, 1), (-12, 3), (-12.4, -6), (-11.6, -14),
            (-11, -30),
        ]
    )  # fmt: skip
    wall = level_set(blur(tissue_cut("sagittal", WALL_CUT), 0.35), 0.5, 60.0, within=window)
    _, lower = split_below(union(wall, mamillary), HYPOTHALAMIC_SULCUS)
    return largest(open_shape(lower.difference(commissure.buffer(0.8)), 2.2))


def _septum(callosum: Polygon, fornix: Points) -> Polygon:
    above_fornix = Polygon(
        [*map(tuple, fornix), (-36, 16), (-36, 60), (60, 60), (60, -2.9), (3, -2.9)]
    ).buffer(0)
    gap = callosum.convex_hull.difference(callosum.buffer(-0.4)).intersection(above_fornix)
    return largest(open_shape(gap, 0.8))


def _third_ventricle(callosum: Polygon, fornix: Points) -> Polygon:
    outline = [
        (-33, 14), (-34, 8), (-30, 2.5), (-27, 0.5), (-24.6, -2.5), (-21, -4.6), (-14, -6.5),
        (-8, -10), (-2, -16), (2, -10), (2.2, -3),
    ]  # fmt: skip
    space = Polygon([*map(tuple, fornix), *outline]).buffer(0)
    return largest(space.difference(callosum.buffer(-0.3)))


def _aqueduct(stem: Polygon, raw_stem: Polygon) -> Polygon:
    window = Polygon([(-20, 0), (-45, -6), (-45, -22), (-33, -22)])
    gap = stem.buffer(-0.5).difference(raw_stem)
    return largest(open_shape(gap.intersection(window), 0.25))


def _fourth_ventricle() -> Polygon:
    # Only a backdrop: brainstem and cerebellum are drawn over it and give it its visible edges.
    outline = Polygon(
        [
            (-34.5, -9.5), (-37, -10), (-38, -16), (-40, -18), (-42.6, -22), (-46.5, -27),
            (-53, -30.5), (-50.5, -34), (-49, -38), (-47.6, -42), (-45.4, -48), (-43, -43),
            (-36, -22),
        ]
    )  # fmt: skip
    return smooth_polygon(outline.buffer(0.5), 0.5)
