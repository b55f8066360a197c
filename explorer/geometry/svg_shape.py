"""One drawn element as closed cubics: the only module that knows svgelements.

svgelements (1.9.6) reads paths, shapes and transforms well, save in two places:

- Where an arc meets a skew, it moves the arc's own axes and draws another arc. So arcs become
  cubics first and are transformed after (https://github.com/meerk40t/svgelements/issues/186).
- A smooth curve after a curve of the other kind (T after C, S after Q) starts, by the rules, in no
  direction; it mirrors the other curve all the same. So a line of no length goes in between.
"""

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final

from explorer.geometry.cubic import line
from explorer.geometry.svg_syntax import length, numbers, path_break

if TYPE_CHECKING:
    from svgelements import Path

SHAPES: Final = frozenset({"path", "rect", "circle", "ellipse", "polygon", "polyline", "line"})
MAX_PATH: Final = 500_000  # characters; more than a hundred times the plate's largest region
_LENGTHS: Final[Mapping[str, tuple[str, ...]]] = {
    "rect": ("x", "y", "width", "height", "rx", "ry"),
    "circle": ("cx", "cy", "r"),
    "ellipse": ("cx", "cy", "rx", "ry"),
    "line": ("x1", "y1", "x2", "y2"),
}

# A curve with its numbers, and then a smooth curve of the other kind. An e is part of a number.
_OTHER_KIND = re.compile(
    "([CcSs][^AaCcHhLlMmQqSsTtVvZz]*)(?=[Tt])|([QqTt][^AaCcHhLlMmQqSsTtVvZz]*)(?=[Ss])"
)

_FARTHEST = 1e9
_ENDLESS = ("a coordinate is endless or far too large", "draw the shape again")

Subpaths = tuple[tuple[float, ...], ...]


class ShapeError(Exception):
    """A shape that cannot be drawn as it is written.

    Attributes:
        what: what is wrong.
        mend: how to mend it.
    """

    def __init__(self, what: str, mend: str) -> None:
        self.what, self.mend = what, mend
        super().__init__(f"{what}; {mend}")


def subpaths(tag: str, attributes: Mapping[str, str], transform: str, digits: int) -> Subpaths:
    """Return one drawn element as closed cubics in units of the viewBox.

    Args:
        tag: one of `SHAPES`.
        attributes: those of the element.
        transform: the transforms of all groups around it and its own, outermost first, well formed.
        digits: decimals to round to, so that the result is the same on every machine.

    Returns:
        Each subpath with x and y of its start and six numbers for each cubic; subpaths without any
        curve are left out.

    Raises:
        ShapeError: an attribute is malformed, or a number in the result is far too large.
    """
    from svgelements import Matrix

    try:
        path = _path(tag, attributes)
        # The order matters: see the head of this module.
        path.approximate_arcs_with_cubics()
        if transform:
            path.transform = Matrix(transform)
            path.reify()
    except (ArithmeticError, ValueError) as error:  # numbers too large to reckon with
        raise ShapeError(*_ENDLESS) from error
    found = []
    for subpath in _closed(path):
        if not all(abs(value) <= _FARTHEST for value in subpath):  # so that no NaN comes through
            raise ShapeError(*_ENDLESS)
        if len(subpath) > 2:
            # Adding zero turns minus zero into zero, which would look like a difference in a file.
            found.append(tuple(round(value, digits) + 0.0 for value in subpath))
    return tuple(found)


def _path(tag: str, attributes: Mapping[str, str]) -> "Path":
    """Return the element as a path of svgelements, not yet transformed."""
    import svgelements

    if tag == "path":
        return svgelements.Path(_path_data(attributes.get("d", "")))
    if tag in ("polygon", "polyline"):
        return svgelements.Path(_polygon_data(attributes.get("points", "")))
    sizes = dict(_sizes(tag, attributes))
    if tag == "line":
        return svgelements.Path("M{x1!r} {y1!r}L{x2!r} {y2!r}".format_map(sizes))
    kind: Any = {
        "rect": svgelements.Rect,
        "circle": svgelements.Circle,
        "ellipse": svgelements.Ellipse,
    }[tag]
    return svgelements.Path(kind(**sizes))


def _path_data(d: str) -> str:
    if not d.strip() or d.strip() == "none":
        return ""
    if len(d) > MAX_PATH:
        raise ShapeError(f"the path is {len(d)} characters long", "simplify the path")
    place = path_break(d)
    if place is not None:
        rest = d[place : place + 20].strip() or "its end"
        raise ShapeError(
            f"the path data breaks off at character {place + 1} ({rest!r})",
            "draw the path again or mend its d attribute",
        )
    return _OTHER_KIND.sub(r"\g<0> l0 0 ", d)


def _polygon_data(points: str) -> str:
    try:
        values = numbers(points)
    except ValueError:
        raise ShapeError("points has something in it that is no number", "mend points") from None
    if len(values) % 2:
        raise ShapeError("points has an x without a y", "mend points")
    pairs = (f"{values[i]!r} {values[i + 1]!r}" for i in range(0, len(values), 2))
    return "M" + "L".join(pairs) + "Z" if values else ""


def _sizes(tag: str, attributes: Mapping[str, str]) -> Iterator[tuple[str, float]]:
    for name in _LENGTHS[tag]:
        text = attributes.get(name, "0")
        if name in ("rx", "ry") and text == "auto":
            continue
        if name not in attributes and name in ("rx", "ry"):
            continue  # one of them alone stands for both
        try:
            value = length(text)
        except ValueError:
            raise ShapeError(
                f'{name}="{text[:20]}" is not a plain number of units',
                f"write {name} as a number without em, ex, mm or %",
            ) from None
        if value < 0 and name in ("width", "height", "r", "rx", "ry"):
            raise ShapeError(f'{name}="{text[:20]}" is less than zero', f"mend {name}")
        yield name, value


def _closed(path: "Path") -> Iterator[list[float]]:
    """Split a path of lines, quadratics and cubics into subpaths of cubics."""
    from svgelements import Close, CubicBezier, Move, QuadraticBezier

    subpath: list[float] = []
    for segment in path:
        if isinstance(segment, Close):
            if subpath:
                yield subpath
                subpath = subpath[:2]  # what follows without a move starts here again
            continue
        end = [float(segment.end.x), float(segment.end.y)]
        if isinstance(segment, Move):
            yield subpath
            subpath = end
            continue
        x, y = subpath[-2:]
        if isinstance(segment, CubicBezier):
            c1, c2 = segment.control1, segment.control2
            subpath += [c1.x, c1.y, c2.x, c2.y, *end]
        elif isinstance(segment, QuadraticBezier):
            c = segment.control
            subpath += [x + 2 / 3 * (c.x - x), y + 2 / 3 * (c.y - y)]
            subpath += [end[0] + 2 / 3 * (c.x - end[0]), end[1] + 2 / 3 * (c.y - end[1]), *end]
        elif [x, y] != end:
            subpath += line(x, y, *end)[2:]
    yield subpath
