"""The regions of a drawing as shapes of a web page."""

from collections.abc import Iterable, Mapping, Sequence
from math import floor, log10
from typing import NamedTuple

from explorer.domain.vocabulary import Side
from explorer.export.markup import Markup, join, tag
from explorer.geometry.box import Box
from explorer.geometry.diagram import Diagram
from explorer.geometry.outline import Outline, Part

_DIGITS = 5  # significant digits of a coordinate on a picture of this size


class Shape(NamedTuple):
    """One shape of a region: the whole of it, or one side of it.

    Attributes:
        name: id in the page.
        region: the place.
        side: which side it is; None for the whole.
        outline: its curves.
    """

    name: str
    region: str
    side: Side | None
    outline: Outline


def whole_shapes(diagram: Diagram, regions: Iterable[str], prefix: str) -> list[Shape]:
    """Return one shape for each region, in the order of painting.

    Args:
        diagram: the drawing.
        regions: those that can be seen.
        prefix: goes before the names.
    """
    seen = set(regions)
    found = [(name, outline) for name, outline in diagram.shapes.items() if name in seen]
    return [Shape(f"{prefix}{at}", name, None, outline) for at, (name, outline) in enumerate(found)]


def sided_shapes(diagram: Diagram, shapes: Sequence[Shape], sided: Iterable[str]) -> list[Shape]:
    """Return the shapes with those of some regions parted in left and right, where so drawn."""
    parted = set(sided)
    found: list[Shape] = []
    for shape in shapes:
        halves = diagram.halves.get(shape.region, {}) if shape.region in parted else {}
        found += [
            Shape(f"{shape.name}-{side}", shape.region, side, half) for side, half in halves.items()
        ] or [shape]
    return found


def definition(shape: Shape, size: float) -> Markup:
    """Write a shape for use elsewhere on the page, without any colour.

    Args:
        shape: the shape.
        size: of the picture, which says how fine its coordinates are.
    """
    digits = max(0, _DIGITS - 1 - floor(log10(size)))
    parts = (_path(part, digits) for part in shape.outline.parts)
    return tag("g", *parts, id=shape.name)


def _path(part: Part, digits: int) -> Markup:
    def text(number: float) -> str:
        plain = f"{number:.{digits}f}"
        return plain.rstrip("0").rstrip(".") if "." in plain else plain

    data = ""
    for subpath in part.subpaths:
        data += f"M{' '.join(map(text, subpath[:2]))}"
        if len(subpath) > 2:
            data += f"C{' '.join(map(text, subpath[2:]))}"
        data += "Z"
    rule = str(part.rule)
    return tag("path", d=data, fill_rule=rule, clip_rule=rule)


def covers(shapes: Sequence[Shape]) -> Mapping[str, list[Shape]]:
    """Return for each shape those painted over it that may hide a part of it."""
    return {
        shape.name: [
            above
            for above in shapes[at + 1 :]
            if above.region != shape.region and above.outline.bounds.meets(shape.outline.bounds)
        ]
        for at, shape in enumerate(shapes)
    }


def mask(shape: Shape, above: Sequence[Shape], box: Box) -> Markup:
    """Write what lets only the visible part of a shape be seen; nothing when that is all of it."""
    if not above:
        return Markup()
    x, y, width, height = (f"{value:g}" for value in box)
    place = {"x": x, "y": y, "width": width, "height": height}
    return tag(
        "mask",
        tag("rect", **place, fill="#fff"),
        join(tag("use", href=f"#{cover.name}", fill="#000") for cover in above),
        id=f"{shape.name}-seen",
        maskUnits="userSpaceOnUse",
        **place,
    )


def reading_order(shapes: Sequence[Shape], wanted: Sequence[str]) -> list[Shape]:
    """Return the shapes in the order of reading, as far as what lies on top stays on top.

    Args:
        shapes: in the order of painting.
        wanted: ids of regions in the order of reading.
    """
    rank = {region: at for at, region in enumerate(wanted)}
    above = covers(shapes)
    left = list(shapes)
    found: list[Shape] = []
    while left:
        free = [shape for shape in left if not any(shape in above[below.name] for below in left)]
        first = min(free, key=lambda shape: rank.get(shape.region, len(rank)))
        found.append(first)
        left.remove(first)
    return found
