"""From fields to clean polygons: level sets, and the small edits made on them."""

from collections.abc import Iterable, Sequence

import numpy as np
from scipy import ndimage
from shapely import MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union
from skimage.measure import find_contours

from atelier.grid import STEP, U_AXIS, V_AXIS, Field, Points

RING_SPACING = 0.2
"""Distance in mm between the points of a resampled ring."""

Pairs = Sequence[tuple[float, float]]


def level_set(
    field: Field,
    threshold: float,
    smallest: float,
    smallest_hole: float | None = None,
    within: BaseGeometry | None = None,
) -> MultiPolygon:
    """Return where a field exceeds a threshold, as polygons in mm.

    Args:
        field: the field on the drawing grid.
        threshold: the level.
        smallest: pieces below this area (mm2) are dropped.
        smallest_hole: holes below this area are filled; `smallest` when left out.
        within: the result is cut to this shape.
    """
    hole_limit = smallest if smallest_hole is None else smallest_hole
    rings = sorted(_closed_rings(field, threshold), key=lambda ring: -ring.area)
    result: BaseGeometry = Polygon()
    for index, ring in enumerate(rings):
        inside = ring.representative_point()
        depth = sum(outer.contains(inside) for outer in rings[:index])
        if depth % 2 == 0 and ring.area >= smallest:
            result = result.union(ring)
        elif depth % 2 == 1 and ring.area >= hole_limit:
            result = result.difference(ring)
    if within is not None:
        result = result.intersection(within)
    return pieces(result, smallest)


def _closed_rings(field: Field, threshold: float) -> Iterable[Polygon]:
    # The border is padded with a low value, so that every contour closes.
    padded = np.pad(field, 1, constant_values=min(0.0, float(field.min())) - 1.0)
    for contour in find_contours(padded, threshold):
        if len(contour) < 8 or np.abs(contour[0] - contour[-1]).max() > 1e-6:
            continue
        ring = Polygon(
            np.c_[
                U_AXIS[0] + (contour[:, 1] - 1) * STEP,
                V_AXIS[0] + (contour[:, 0] - 1) * STEP,
            ]
        )
        yield ring if ring.is_valid else ring.buffer(0)


def pieces(shape: BaseGeometry, smallest: float) -> MultiPolygon:
    """Keep the polygons of a geometry, without crumbs and pinholes below an area (mm2)."""
    kept = [
        Polygon(part.exterior, [hole for hole in part.interiors if Polygon(hole).area >= smallest])
        for part in getattr(shape, "geoms", [shape])
        if part.geom_type == "Polygon" and part.area >= smallest
    ]
    return MultiPolygon(kept)


def largest(shape: BaseGeometry) -> Polygon:
    """Return the biggest piece of a geometry."""
    return max(pieces(shape, 0.0).geoms, key=lambda part: float(part.area))


def open_shape(shape: BaseGeometry, radius: float) -> BaseGeometry:
    """Remove spikes and bridges thinner than twice the radius (mm)."""
    return shape.buffer(-radius).buffer(radius)


def close_shape(shape: BaseGeometry, radius: float) -> BaseGeometry:
    """Fill clefts thinner than twice the radius (mm)."""
    return shape.buffer(radius).buffer(-radius)


def union(*shapes: BaseGeometry) -> BaseGeometry:
    """Return the union of a few shapes."""
    return unary_union(shapes)


def split_below(shape: BaseGeometry, line: Pairs) -> tuple[MultiPolygon, MultiPolygon]:
    """Split a shape by a polyline that runs from the nose side to the back: (above, below)."""
    underside = Polygon([*line, (-80.0, -90.0), (40.0, -90.0)])
    return pieces(shape.difference(underside), 5.0), pieces(shape.intersection(underside), 5.0)


def smooth_ring(ring: Points, sigma: float) -> Points:
    """Resample a closed ring evenly and smooth it along its length.

    Args:
        ring: points in mm, the last equal to the first.
        sigma: Gaussian sigma in mm along the outline.
    """
    travelled = arc_length(ring)
    if travelled[-1] < 1.0:
        return ring
    count = max(12, int(travelled[-1] / RING_SPACING))
    stations = np.linspace(0.0, travelled[-1], count, endpoint=False)
    even = np.c_[
        np.interp(stations, travelled, ring[:, 0]), np.interp(stations, travelled, ring[:, 1])
    ]
    if sigma > 0:
        spacing = travelled[-1] / count
        even = ndimage.gaussian_filter1d(even, sigma / spacing, axis=0, mode="wrap")
    return np.vstack([even, even[:1]])


def smooth_polygon(polygon: Polygon, sigma: float) -> Polygon:
    """Smooth the outer outline of a polygon; holes are dropped."""
    ring = smooth_ring(np.array(polygon.exterior.coords), sigma)
    smoothed = Polygon(ring)
    return smoothed if smoothed.is_valid else largest(smoothed.buffer(0))


def arc_length(line: Points) -> Field:
    """Return the distance travelled along a polyline at each of its points."""
    steps = np.hypot(*np.diff(line, axis=0).T)
    return np.concatenate([[0.0], np.cumsum(steps)])
