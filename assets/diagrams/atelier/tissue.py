"""Which tissue belongs to cerebrum, cerebellum and brainstem."""

from functools import cache

import numpy as np
from scipy import ndimage
from skimage.segmentation import watershed

from atelier.grid import Field
from atelier.volumes import load_template

CEREBRUM, CEREBELLUM, BRAINSTEM = 1, 2, 3


@cache
def tissue_classes() -> Field:
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
