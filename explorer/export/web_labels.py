"""Where the names beside the picture stand, so that none lies on another."""

from collections.abc import Sequence
from typing import NamedTuple

from explorer.domain.vocabulary import Side
from explorer.geometry.box import Box, Point

MARGIN = 0.25
"""Width of the column of names on either side, as a share of the picture's width."""

_GAP = 0.011
_LINE = 0.031
_NOTE = 0.031
_BETWEEN = 0.012
_LONGEST = 15


class Named(NamedTuple):
    """What wants a name.

    Attributes:
        region: whose name it is.
        name: what is written.
        anchor: the point on the region that it is about.
        halves: what a line below it says something of: the whole, or either side.
    """

    region: str
    name: str
    anchor: Point
    halves: tuple[Side | None, ...] = (None,)


class Spot(NamedTuple):
    """Where one name stands.

    Attributes:
        region: whose name it is.
        anchor: the point on the region that it is about.
        x: where its lines begin (on the right) or end (on the left).
        top: upper edge of the first line.
        lines: the name, in as many lines as it needs.
        is_left: on which side of the picture it stands.
        halves: what a line below it says something of.
    """

    region: str
    anchor: Point
    x: float
    top: float
    lines: tuple[str, ...]
    is_left: bool
    halves: tuple[Side | None, ...]


class Measures(NamedTuple):
    """Sizes in units of the picture."""

    line: float
    note: float

    @classmethod
    def of(cls, box: Box) -> "Measures":
        """Return the sizes for a picture."""
        return cls(_LINE * box.width, _NOTE * box.width)


def spots(names: Sequence[Named], box: Box) -> list[Spot]:
    """Place the names in a column on either side of a picture with this box."""
    middle = box.x + box.width / 2
    ordered = sorted(names, key=lambda named: named.anchor.y)
    found: list[Spot] = []
    for is_left in (True, False):
        column = [named for named in ordered if (named.anchor.x < middle) is is_left]
        x = box.x - _GAP * box.width if is_left else box.x + box.width * (1 + _GAP)
        lines = [_lines(named.name) for named in column]
        found += [
            Spot(named.region, named.anchor, x, top, said, is_left, named.halves)
            for named, top, said in zip(column, _tops(column, lines, box), lines, strict=True)
        ]
    return found


def _lines(name: str) -> tuple[str, ...]:
    """Break a long name once, at the space nearest to its middle."""
    spaces = [at for at, letter in enumerate(name) if letter == " "]
    if len(name) <= _LONGEST or not spaces:
        return (name,)
    cut = min(spaces, key=lambda at: abs(at - len(name) / 2))
    return name[:cut], name[cut + 1 :]


def _tops(column: Sequence[Named], lines: Sequence[tuple[str, ...]], box: Box) -> list[float]:
    """Return the upper edges: each name as near to its region as the others let it."""
    line, note = Measures.of(box)
    heights = [
        len(said) * line + len(named.halves) * note
        for said, named in zip(lines, column, strict=True)
    ]
    gap = _BETWEEN * box.width
    tops: list[float] = []
    least = box.y
    for named, height in zip(column, heights, strict=True):
        tops.append(max(least, named.anchor.y - height / 2))
        least = tops[-1] + height + gap
    most = box.y + box.height
    for at in reversed(range(len(tops))):  # what went over the lower edge moves up again
        tops[at] = min(tops[at], most - heights[at])
        most = tops[at] - gap
    return tops
