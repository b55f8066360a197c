"""The temporal lobe that stands behind the brainstem: a silhouette and its depth."""

from dataclasses import dataclass

import numpy as np
from scipy import ndimage
from shapely import Polygon

from atelier.grid import Field, blur
from atelier.outline import largest, level_set
from atelier.tissue import CEREBRUM, tissue_classes
from atelier.volumes import load_template, project, resample

NEAREST_X, FARTHEST_X = 4.0, 75.0
DEEPEST = 48.0
"""Depths beyond this (mm from the midline) are drawn alike."""


@dataclass(frozen=True)
class FarSide:
    """What is seen of the hemisphere behind the midline structures."""

    outline: Polygon
    depth: Field


def far_side() -> FarSide:
    """Project the cerebrum from x = 4 mm outwards."""
    template = load_template()
    cerebrum = np.where(tissue_classes() == CEREBRUM, template.tissue, 0.0)
    cerebrum = ndimage.gaussian_filter(cerebrum, 0.7)
    silhouette = blur(project(cerebrum, NEAREST_X, FARTHEST_X), 0.6)
    view = Polygon([(45, 25), (45, -60), (-100, -60), (-100, 25)])
    return FarSide(largest(level_set(silhouette, 0.5, 200.0, within=view)), _depth(cerebrum))


def _depth(cerebrum: Field) -> Field:
    """Return how far to the right the first cerebrum lies behind each point."""
    x = load_template().coordinates(0)
    solid = cerebrum[int(np.argmin(np.abs(x - NEAREST_X))) :] > 0.5
    depth = np.where(solid.any(axis=0), solid.argmax(axis=0) + NEAREST_X, 70.0)
    return np.minimum(resample(ndimage.gaussian_filter(depth, 0.8), order=1), DEEPEST)
