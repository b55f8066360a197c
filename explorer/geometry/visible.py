"""Where a shape can be seen: its area less what is painted over it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import reduce
from operator import or_

from explorer.geometry.box import Box, Point
from explorer.geometry.hit_index import HitIndex
from explorer.geometry.raster import Mask, Raster, from_the_middle, peeled

_CELLS = 48  # along the longer side of a shape
_COMFORT = 0.5  # a centre is good when at least half as deep as the deepest cell


@dataclass(frozen=True, slots=True)
class Place:
    """Where to point at a shape, in units of the diagram.

    Attributes:
        anchor: a point well inside the visible part, about as far from its edges as one can get.
        bounds: the smallest box around the visible part.
        button: a box whose centre is comfortably on the shape: `bounds` if that will do, otherwise
            the largest box within `bounds` that has the anchor in its middle.
    """

    anchor: Point
    bounds: Box
    button: Box


def place(index: HitIndex, name: str) -> Place | None:
    """Return where a shape is visible, or None when others cover it (nearly) wholly.

    The shape is sampled on a grid of 48 cells along its longer side (at least 16 along the
    shorter), so bounds are right to about a forty-eighth of its size.

    Args:
        index: all shapes in the order of painting.
        name: the id of one of them.

    Raises:
        KeyError: there is no shape of this id.
    """
    raster = Raster.over(index.shapes[name].bounds, _CELLS)
    layers = peeled(_visible(index, name, raster))
    anchor = _anchor(index, name, raster, layers)
    if anchor is None:
        return None
    bounds = _around(layers[0], raster)
    x, y = raster.cell_at(bounds.centre)
    comfortable = layers[int(_COMFORT * (len(layers) - 1))][y] >> x & 1
    if comfortable and index.at(*bounds.centre) == name:
        return Place(anchor, bounds, bounds)
    half_width = min(anchor.x - bounds.x, bounds.right - anchor.x)
    half_height = min(anchor.y - bounds.y, bounds.bottom - anchor.y)
    button = Box(anchor.x - half_width, anchor.y - half_height, 2 * half_width, 2 * half_height)
    return Place(anchor, bounds, button)


def places(index: HitIndex) -> Mapping[str, Place]:
    """Return where each shape is visible; a shape that is wholly covered is left out."""
    found = ((name, place(index, name)) for name in index.shapes)
    return {name: where for name, where in found if where is not None}


def _visible(index: HitIndex, name: str, raster: Raster) -> Mask:
    """Return the cells of a shape that no later shape covers."""
    mask = raster.mask(index.shapes[name])
    for above in index.above(name):
        cover = raster.mask(above)
        mask = [row & ~covered for row, covered in zip(mask, cover, strict=True)]
    return mask


def _anchor(index: HitIndex, name: str, raster: Raster, layers: list[Mask]) -> Point | None:
    """Return the deepest point that, asked exactly, is on the shape."""
    for layer in reversed(layers):
        for cell in from_the_middle(layer):
            point = raster.centre(*cell)
            if index.at(*point) == name:
                return point
    return None


def _around(mask: Mask, raster: Raster) -> Box:
    """Return the box around the cells of a mask that has at least one."""
    rows = [row for row, bits in enumerate(mask) if bits]
    bits = reduce(or_, mask)
    first, end = (bits & -bits).bit_length() - 1, bits.bit_length()
    width, height = raster.cell
    return Box(
        raster.box.x + first * width,
        raster.box.y + rows[0] * height,
        (end - first) * width,
        (rows[-1] + 1 - rows[0]) * height,
    )
