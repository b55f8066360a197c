"""An outline made ready to be asked often whether it contains a point."""

from collections.abc import Iterator
from itertools import pairwise
from math import hypot, inf

from explorer.geometry.cubic import flattened
from explorer.geometry.outline import FillRule, Outline, Part

_FINENESS = 128  # chords lie within this fraction of the shape's size from the curve
_MOST_BANDS = 64

_Chord = tuple[float, float, float, float, float, float, float, float, float, float, int]
"""Top, bottom, left and right of the ground near it; its own top and bottom; x and y of a point on
it, how x grows with y; how near is near; 1 when it runs down, -1 when up, 0 when level."""


class Scan:
    """Answers as `Outline.contains` does, several times faster.

    The curves are cut into chords, sorted by height. A point that is near none of the chords lies
    where the polygon of chords says; the few that are near one are asked exactly.
    """

    __slots__ = ("_bands", "_bottom", "_left", "_outline", "_right", "_scale", "_top")

    def __init__(self, outline: Outline) -> None:
        bounds = outline.bounds
        self._outline = outline
        self._left, self._top = bounds.x, bounds.y
        self._right, self._bottom = bounds.right, bounds.bottom
        near = max(bounds.width, bounds.height) / _FINENESS or 1.0
        chords = [(part, list(_chords(part, near))) for part in outline.parts]
        count = min(_MOST_BANDS, max(1, *(len(found) for _, found in chords)))
        self._scale = count / bounds.height if bounds.height else 0.0
        self._bands = [
            (part.rule is FillRule.EVENODD, self._sorted(found, count)) for part, found in chords
        ]

    def _band(self, y: float, last: int) -> int:
        return min(last, max(0, int((y - self._top) * self._scale)))

    def _sorted(self, chords: list[_Chord], count: int) -> list[list[_Chord]]:
        """Return for each band of height the chords that a point in it can be near."""
        bands: list[list[_Chord]] = [[] for _ in range(count)]
        for chord in chords:
            for band in range(self._band(chord[0], count - 1), self._band(chord[1], count - 1) + 1):
                bands[band].append(chord)
        return bands

    def contains(self, x: float, y: float) -> bool:
        """Tell whether a point is inside; on the edge itself, either answer can come."""
        if not (self._left <= x <= self._right and self._top <= y <= self._bottom):
            return False
        for evenodd, bands in self._bands:
            turns = _turns(bands[self._band(y, len(bands) - 1)], x, y)
            if turns is None:
                return self._outline.contains(x, y)
            if (turns % 2) if evenodd else turns:
                return True
        return False


def _turns(chords: list[_Chord], x: float, y: float) -> int | None:
    """Count the chords crossed to the right, as `winding` does; None when one is near."""
    turns = 0
    for above, below, left, right, top, bottom, x0, y0, slope, near, down in chords:
        if y < above or y > below or x > right:
            continue
        ahead = inf if x < left else x0 + (y - y0) * slope - x
        if ahead < inf and not (top <= y < bottom and abs(ahead) > near):
            return None
        if ahead > 0 and top <= y < bottom:
            turns += down
    return turns


def _chords(part: Part, near: float) -> Iterator[_Chord]:
    for curve in part.curves():
        for (x0, y0), (x1, y1) in pairwise([curve[:2], *flattened(curve, near)]):
            top, bottom, down = (y0, y1, 1) if y0 < y1 else (y1, y0, -1 if y1 < y0 else 0)
            slope = (x1 - x0) / (y1 - y0) if down else 0.0
            yield (
                top - near,
                bottom + near,
                min(x0, x1) - near,
                max(x0, x1) + near,
                top,
                bottom,
                x0,
                y0,
                slope,
                near * hypot(1, slope),
                down,
            )
