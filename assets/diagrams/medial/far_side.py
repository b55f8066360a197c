"""The temporal lobe that stands behind the brainstem: a silhouette and its depth."""

from dataclasses import dataclass

import numpy as np
from scipy import ndimage
from shapely import Polygon
from skimage.segmentation import watershed

from medial.grid import Field, blur
from medial.outline import largest, level_set
from medial.volumes import load_template, project, resample

NEAREST_X, FARTHEST_X = 4.0, 75.0
DEEPEST = 48.0
"""Depths beyond this (mm from the midline) are drawn alike."""
CEREBRUM, CEREBELLUM, BRAINSTEM = 1, 2, 3


@dataclass(frozen=True)
class FarSide:
    """What is seen of the hemisphere behind the midline structures."""

    outline: Polygon
    depth: Field


def far_side() -> FarSide:
    """Project the cerebrum from x = 4 mm outwards."""
    template = load_template()
    cerebrum = np.where(_tissue_classes() == CEREBRUM, template.tissue, 0.0)
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


def _tissue_classes() -> Field:
    """Split the tissue in cerebrum, cerebellum and brainstem with a watershed on its edges.

    The seeds are boxes that lie well inside each part; the borders come from the template.
    """
    template = load_template()
    x, y, z = np.meshgrid(*(template.coordinates(axis) for axis in range(3)), indexing="ij")
    side = np.abs(x)
    seeds = np.zeros(template.t1.shape, dtype=np.int32)
    for box in (
        z > 12,
        (side > 34) & (z > -34) & (y > -45),
        y > 10,
        (side > 14) & (side < 40) & (y > -30) & (y < 8) & (z < -16) & (z > -34),
        (side > 18) & (y < -45) & (z > -3),
        (y < -92) & (z > -14),
        (side > 44) & (y < -45) & (z > -8),
        (side < 3) & (y < -60) & (z > 4),
    ):
        seeds[box] = CEREBRUM
    for box in (
        (side > 8) & (side < 34) & (y < -52) & (y > -74) & (z < -28) & (z > -50),
        (side < 4) & (y < -50) & (y > -72) & (z < -12) & (z > -46),
        (side > 3) & (side < 24) & (y < -56) & (y > -72) & (z < -21) & (z > -30),
    ):
        seeds[box] = CEREBELLUM
    stem_axis = np.interp(z, [-70, -50, -30, -12, -6], [-43, -37, -26, -22, -19])
    seeds[(side < 6) & (np.abs(y - stem_axis) < 7) & (z < -7)] = BRAINSTEM
    seeds[(side < 24) & (y > -34) & (z > -2)] = CEREBRUM
    tissue = template.tissue
    edges = ndimage.gaussian_filter(1 - tissue, 0.6)
    edges += 0.35 * ndimage.gaussian_gradient_magnitude(tissue, 0.8)
    return np.asarray(watershed(edges, seeds))
