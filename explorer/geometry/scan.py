"""An outline made ready to be asked often whether it contains a point."""

from explorer.geometry.cubic import Cubic, winding
from explorer.geometry.outline import FillRule, Outline, Part

_CURVES_PER_BAND = 4
_MOST_BANDS = 64

_Entry = tuple[float, float, float, float, float, float, Cubic]
"""Least and greatest y, least and greatest x, y of start, y of end, and the curve itself."""


class Scan:
    """Answers as `Outline.contains` does, but looks only at curves near the point's height."""

    __slots__ = ("_bands", "_bottom", "_left", "_right", "_scale", "_top")

    def __init__(self, outline: Outline) -> None:
        bounds = outline.bounds
        self._left, self._top, self._right, self._bottom = (
            bounds.x,
            bounds.y,
            bounds.right,
            bounds.bottom,
        )
        curves = sum(1 for part in outline.parts for _ in part.curves())
        count = min(_MOST_BANDS, max(1, curves // _CURVES_PER_BAND))
        self._scale = count / bounds.height if bounds.height else 0.0
        self._bands = [
            (part.rule is FillRule.EVENODD, self._sorted(part, count)) for part in outline.parts
        ]

    def _band(self, y: float, last: int) -> int:
        return min(last, max(0, int((y - self._top) * self._scale)))

    def _sorted(self, part: Part, count: int) -> list[list[_Entry]]:
        """Return for each band of height the curves whose control points reach it."""
        bands: list[list[_Entry]] = [[] for _ in range(count)]
        for curve in part.curves():
            x0, y0, x1, y1, x2, y2, x3, y3 = curve
            low, high = min(y0, y1, y2, y3), max(y0, y1, y2, y3)
            entry = (low, high, min(x0, x1, x2, x3), max(x0, x1, x2, x3), y0, y3, curve)
            for band in range(self._band(low, count - 1), self._band(high, count - 1) + 1):
                bands[band].append(entry)
        return bands

    def contains(self, x: float, y: float) -> bool:
        """Tell whether a point is inside; on the edge itself, either answer can come."""
        if not (self._left <= x <= self._right and self._top <= y <= self._bottom):
            return False
        for evenodd, bands in self._bands:
            turns = 0
            for low, high, left, right, start, end, curve in bands[self._band(y, len(bands) - 1)]:
                if low <= y < high and x < right:
                    # A curve wholly to the right is crossed as its ends say, whatever its way.
                    turns += (end > y) - (start > y) if x < left else winding(curve, x, y)
            if (turns % 2) if evenodd else turns:
                return True
        return False
