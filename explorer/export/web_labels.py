"""Where the names beside the picture stand, so that none lies on another."""

from collections.abc import Sequence
from typing import NamedTuple

from explorer.geometry.box import Box, Point

MARGIN = 0.25
"""Width of the column of names on either side, as a share of the picture's width."""

_GAP = 0.011
_LINE = 0.031
_NOTE = 0.028
_BETWEEN = 0.012
_LONGEST = 15


class Spot(NamedTuple):
    """Where one name stands.

    Attributes:
        region: whose name it is.
        anchor: the point on the region that it is about.
        x: where its lines begin (on the right) or end (on the left).
        top: upper edge of the first line.
        lines: the name, in as many lines as it needs.
        is_left: on which side of the picture it stands.
    """

    region: str
    anchor: Point
    x: float
    top: float
    lines: tuple[str, ...]
    is_left: bool


class Measures(NamedTuple):
    """Sizes in units of the picture."""

    line: float
    note: float

    @classmethod
    def of(cls, box: Box) -> "Measures":
        """Return the sizes for a picture."""
        return cls(_LINE * box.width, _NOTE * box.width)


def spots(names: Sequence[tuple[str, str, Point]], box: Box) -> list[Spot]:
    """Place the names in a column on either side.

    Args:
        names: id, name and point of each region.
        box: of the picture.
    """
    middle = box.x + box.width / 2
    ordered = sorted(names, key=lambda name: name[2].y)
    found: list[Spot] = []
    for is_left in (True, False):
        column = [name for name in ordered if (name[2].x < middle) is is_left]
        x = box.x - _GAP * box.width if is_left else box.x + box.width * (1 + _GAP)
        lines = [_lines(name) for _, name, _ in column]
        tops = _tops([point.y for _, _, point in column], lines, box)
        found += [
            Spot(region, point, x, top, said, is_left)
            for (region, _, point), top, said in zip(column, tops, lines, strict=True)
        ]
    return found


def _lines(name: str) -> tuple[str, ...]:
    """Break a long name once, at the space nearest to its middle."""
    spaces = [at for at, letter in enumerate(name) if letter == " "]
    if len(name) <= _LONGEST or not spaces:
        return (name,)
    cut = min(spaces, key=lambda at: abs(at - len(name) / 2))
    return name[:cut], name[cut + 1 :]


def _tops(wanted: Sequence[float], lines: Sequence[tuple[str, ...]], box: Box) -> list[float]:
    """Return the upper edges: each name as near to its region as the others let it."""
    line, note = Measures.of(box)
    heights = [len(said) * line + note for said in lines]
    gap = _BETWEEN * box.width
    tops: list[float] = []
    least = box.y
    for y, height in zip(wanted, heights, strict=True):
        tops.append(max(least, y - height / 2))
        least = tops[-1] + height + gap
    most = box.y + box.height
    for at in reversed(range(len(tops))):  # what went over the lower edge moves up again
        tops[at] = min(tops[at], most - heights[at])
        most = tops[at] - gap
    return tops
