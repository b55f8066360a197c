"""The cerebellum on the midline, its fissures and the tree of white matter in it."""

from dataclasses import dataclass

import numpy as np
from scipy import ndimage
from shapely import MultiPolygon, Polygon

from atelier.grid import U_GRID, V_GRID, blur, disk, rasterise
from atelier.outline import level_set, pieces
from atelier.ridges import RidgeSettings, ridge_strength, ridge_strokes
from atelier.strokes import Stroke
from atelier.volumes import cut, tissue_cut

WINDOW = Polygon(
    [
        (-39.5, 2), (-41, -9), (-40, -14), (-42, -20), (-46, -30.5), (-44.5, -36), (-47, -46),
        (-50, -52), (-51, -70), (-97, -70), (-86, -44), (-84, -22), (-75, -9.5), (-60, 1),
        (-52, 5),
    ]
)  # fmt: skip
FISSURES = RidgeSettings(high=0.30, low=0.12, spur=2.0, shortest=4.0, smoothing=0.5)
TREE = RidgeSettings(high=0.34, low=0.13, spur=2.2, shortest=4.5, smoothing=0.7)
FISSURE_FULL, TREE_FULL = 0.20, 0.16
"""Ridge strengths that count as complete."""


@dataclass(frozen=True)
class Cerebellum:
    """The cut cerebellum."""

    outline: MultiPolygon
    fissures: tuple[Stroke, ...]
    tree: tuple[Stroke, ...]


def cerebellum() -> Cerebellum:
    """Draw the cerebellum from the midline cuts."""
    # The lower vermis is missing from the average on the midline itself; 2 mm beside it is there.
    beside = tissue_cut("sagittal", (1.5, 2.0)) * ((V_GRID < -44) & (U_GRID < -46))
    tissue = np.maximum(tissue_cut("sagittal", (0.0, 0.5)), beside)
    closed = ndimage.grey_closing(tissue, footprint=disk(1.1))
    body = level_set(blur(closed, 0.35), 0.5, 60.0, smallest_hole=400.0, within=WINDOW)
    outline = pieces(body, 60.0)

    furrows = [ridge_strength(tissue_cut("sagittal", (0.5, 1.0)), scale) for scale in (0.6, 0.9)]
    fissures = np.clip(np.max(furrows, axis=0) / FISSURE_FULL, 0.0, 1.0)
    # The square root lifts the thin ends of the branches.
    white = np.sqrt(np.clip(cut("sagittal", "white", (0.5, 1.0, 1.5, 2.0)), 0.0, 1.0))
    branches = [ridge_strength(-blur(white, 0.25), scale) for scale in (0.5, 0.8, 1.1)]
    tree = np.clip(np.max(branches, axis=0) / TREE_FULL, 0.0, 1.0)
    return Cerebellum(
        outline,
        tuple(ridge_strokes(fissures, rasterise(outline.buffer(-0.3)), FISSURES)),
        tuple(ridge_strokes(tree, rasterise(outline.buffer(-2.4)), TREE)),
    )
