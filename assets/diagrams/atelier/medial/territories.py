"""Four cortical territories, as shapes to point at: mPFC, ACC, PCC and visual cortex.

Hand-placed seeds grow over the medial wall, sulci slow them down, and each gyrus then goes whole to
the territory that covers most of it. The border between ACC and PCC lies on smooth cortex: it is a
convention, not a landmark.
"""

import numpy as np
from scipy import ndimage
from shapely import LineString, MultiPolygon, Polygon
from skimage.feature import peak_local_max
from skimage.graph import MCP_Geometric
from skimage.segmentation import watershed

from atelier.grid import STEP, U_GRID, V_GRID, Field, Mask, blur, cell_of, rasterise
from atelier.medial.cortex import Cortex
from atelier.outline import Pairs, level_set, pieces

SULCUS_COST = 45.0
"""How much slower a seed grows across a complete sulcus than over a gyrus."""
MAJORITY = 0.62
"""A gyrus with this share of one territory goes to it whole."""
RESOLUTION = 4
"""Seeds are thinned to every fourth cell; the result is the same."""

SEEDS: dict[str, Pairs] = {
    "mpfc": (
        (64, -22), (61.7, 21.4), (63, 11.6), (63, 2.6), (65.5, -7), (50.4, 16.9), (51, 7.8),
        (51, -1), (46, 27.4), (37.7, 33.4), (28, 39.4), (16, 47), (38.4, -14.7), (38.4, -25),
        (17.4, -8), (16, -19), (26.4, -13), (8.5, -11), (60, -14), (50, -20),
    ),
    "acc": (
        (38.4, -2.5), (43.7, 4.8), (41.4, 18.4), (31, 27.4), (22, 32.5), (12.9, 36.4), (3, 39),
        (-5, 40.5), (-10, 40),
    ),
    "pcc": (
        (-20, 36.4), (-29, 42.4), (-26, 33.4), (-36, 38), (-44, 33.4), (-47, 22.9), (-46, 14),
    ),
    "visual-cortex": (
        (-81.8, 33.4), (-89, 18.4), (-71, 18.4), (-80, 3.3), (-89, -7), (-66.8, 7.8), (-95, 5),
        (-78, -4),
    ),
    "other": (
        (56.5, 33.4), (43, 42.4), (41.4, 51.4), (32.4, 53), (21.9, 59), (11.4, 63.5), (-1.4, 66.5),
        (2.3, 50), (-9.7, 54.4), (-17, 65), (-32, 66.5), (-29, 53), (-44, 48.4), (-51.8, 57.4),
        (-62, 54.4), (-72.8, 50), (-59, 39.4), (-56, 19.9), (-68, 37.9), (-58, 30),
    ),
}  # fmt: skip
CHAINED = ("acc", "pcc")
"""Seeds of the cingulate belt are joined to a line, for it is one long gyrus."""


def territories(wall: Cortex, corpus_callosum: Polygon) -> dict[str, MultiPolygon]:
    """Return the four territories, cut to the cortex."""
    inside = rasterise(wall.outline)
    owner = _grown(inside, wall.strength)
    cells = _gyri(inside, wall)
    for cell in range(1, int(cells.max()) + 1):
        members = cells == cell
        counts = np.bincount(owner[members], minlength=len(SEEDS) + 1)
        winner = int(counts.argmax())
        if counts[winner] > MAJORITY * members.sum():
            owner[members] = winner
    _belt_along_callosum(owner, corpus_callosum)
    return {
        name: pieces(
            level_set(blur((owner == index).astype(float), 0.8), 0.5, 40.0, within=wall.outline),
            40.0,
        )
        for index, name in enumerate(SEEDS, start=1)
        if name != "other"
    }


def _grown(inside: Mask, strength: Field) -> Field:
    cost = np.where(inside, 1.0 + SULCUS_COST * blur(strength, 0.3), 1e4)
    reached = []
    for name, seeds in SEEDS.items():
        spots: Mask = np.zeros_like(inside)
        for y, z in seeds:
            spots |= (U_GRID - y) ** 2 + (V_GRID - z) ** 2 < 2.0**2
        if name in CHAINED:
            spots |= rasterise(LineString(seeds).buffer(1.2))
        starts = np.argwhere(spots & inside)[::RESOLUTION]
        reached.append(MCP_Geometric(cost).find_costs(starts)[0])
    return np.asarray(np.where(inside, np.argmin(reached, axis=0) + 1, 0))


def _gyri(inside: Mask, wall: Cortex) -> Field:
    """Cut the wall into gyri: basins of the distance to the nearest sulcus."""
    barrier = ~inside
    for sulcus in wall.sulci:
        barrier[cell_of(sulcus.points)] = True
    distance = blur(ndimage.distance_transform_edt(~barrier) * STEP, 0.6)
    peaks = peak_local_max(
        distance, min_distance=int(3 / STEP), threshold_abs=1.5, labels=inside.astype(int)
    )
    markers = np.zeros(inside.shape, dtype=int)
    markers[tuple(peaks.T)] = np.arange(1, len(peaks) + 1)
    return np.asarray(watershed(-distance, markers, mask=inside))


def _belt_along_callosum(owner: Field, corpus_callosum: Polygon) -> None:
    """Give the thin strip along the corpus callosum to the cingulate gyrus it belongs to."""
    names = [*SEEDS]
    acc, pcc = names.index("acc") + 1, names.index("pcc") + 1
    loose = np.isin(owner, [names.index("mpfc") + 1, names.index("other") + 1])
    strip = rasterise(corpus_callosum.buffer(5.0)) & (V_GRID > -6) & (U_GRID < 38) & loose
    owner[strip & (U_GRID > -16)] = acc
    owner[strip & (U_GRID <= -16)] = pcc
