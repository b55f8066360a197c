"""The drawing plane: a fine grid of (u, v) points in template millimetres.

Every picture-like array of this package is indexed ``[v, u]`` on this grid. What u and v are
depends on the cut: y and z on a sagittal one, x and z on a coronal one, x and y on an axial one
(x to the right, y to the nose, z to the crown). The grid is wide enough for all three. Only
:mod:`atelier.page` turns the points into page coordinates.
"""

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt
from scipy import ndimage
from shapely import MultiPolygon, Polygon
from skimage.draw import polygon2mask

Field = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]
Points = npt.NDArray[np.float64]

STEP = 0.25
"""Grid step in mm. The template has 1 mm voxels; the finer grid gives smooth level sets."""

U_AXIS: Field = np.arange(-112.0, 82.0, STEP)
V_AXIS: Field = np.arange(-112.0, 92.0, STEP)
U_GRID, V_GRID = np.meshgrid(U_AXIS, V_AXIS)
SHAPE = (len(V_AXIS), len(U_AXIS))


def blur(field: Field, millimetres: float) -> Field:
    """Smooth a field with a Gaussian whose sigma is given in mm."""
    smoothed: Field = ndimage.gaussian_filter(field.astype(np.float64), millimetres / STEP)
    return smoothed


def disk(millimetres: float) -> Mask:
    """Return a round footprint of the given radius."""
    radius = int(millimetres / STEP)
    row, column = np.ogrid[-radius : radius + 1, -radius : radius + 1]
    inside: Mask = row**2 + column**2 <= radius**2
    return inside


def cell_of(points: Points) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.intp]]:
    """Return the (row, column) of the grid cell nearest to each (u, v) point."""
    column = np.rint((points[:, 0] - U_AXIS[0]) / STEP).astype(np.intp)
    row = np.rint((points[:, 1] - V_AXIS[0]) / STEP).astype(np.intp)
    return row.clip(0, SHAPE[0] - 1), column.clip(0, SHAPE[1] - 1)


def value_at(field: Field, points: Points) -> Field:
    """Interpolate a field linearly at (u, v) points of any leading shape."""
    where = [(points[..., 1] - V_AXIS[0]) / STEP, (points[..., 0] - U_AXIS[0]) / STEP]
    values: Field = ndimage.map_coordinates(field, where, order=1)
    return values


def rasterise(shape: Polygon | MultiPolygon) -> Mask:
    """Return the grid cells inside a shape."""
    mask: Mask = np.zeros(SHAPE, dtype=bool)
    polygons: Iterable[Polygon] = getattr(shape, "geoms", [shape])
    for exact in polygons:
        if exact.is_empty:
            continue
        # Points closer together than this change no cell, and cost time.
        polygon = exact.simplify(STEP / 10)
        inside = _ring_mask(polygon.exterior.coords)
        for hole in polygon.interiors:
            inside &= ~_ring_mask(hole.coords)
        mask |= inside
    return mask


def _ring_mask(coordinates: Iterable[tuple[float, ...]]) -> Mask:
    ring = np.array(list(coordinates))
    cells = np.c_[(ring[:, 1] - V_AXIS[0]) / STEP, (ring[:, 0] - U_AXIS[0]) / STEP]
    mask: Mask = polygon2mask(SHAPE, cells)
    return mask
