"""Marks as arrays, and the ranges within which they lie."""

import numpy as np
from numpy.typing import NDArray

from explorer.domain.dataset import PlotKind
from explorer.plots.content import PlotContent

Numbers = NDArray[np.float64]
Positions = NDArray[np.intp]

_AIR = 0.05
_NEAR_ZERO = 0.6


class MarkArrays:
    """The numbers of a plot, ready for its items. Where there is no interval stands NaN.

    Args:
        content: what is plotted.
    """

    def __init__(self, content: PlotContent) -> None:
        marks = content.marks
        self.values = _array(mark.value for mark in marks)
        self.x = _array(np.nan if mark.x is None else mark.x for mark in marks)
        self.low = _array(np.nan if mark.low is None else mark.low for mark in marks)
        self.high = _array(np.nan if mark.high is None else mark.high for mark in marks)
        self.series = np.array([mark.series for mark in marks], dtype=int)
        self.has_interval = ~(np.isnan(self.low) | np.isnan(self.high))

    def of_series(self, series: int) -> Positions:
        """Return the positions of the marks of a series."""
        return np.flatnonzero(self.series == series)


def value_range(content: PlotContent, arrays: MarkArrays) -> tuple[float, float]:
    """Return the range of the value axis. Bars begin at zero, and so does what is near to it."""
    ends = np.concatenate([arrays.values, arrays.low, arrays.high])
    ends = ends[np.isfinite(ends)]
    low, high = (float(ends.min()), float(ends.max())) if len(ends) else (0.0, 1.0)
    if content.reference_line is not None:
        low, high = min(low, content.reference_line), max(high, content.reference_line)
    if content.kind is PlotKind.BARS or 0 < low < _NEAR_ZERO * high:
        low = min(low, 0.0)
    if content.kind is PlotKind.BARS or _NEAR_ZERO * low < high < 0:
        high = max(high, 0.0)
    return _padded(low, high)


def x_range(arrays: MarkArrays) -> tuple[float, float]:
    """Return the range of the x axis."""
    known = arrays.x[np.isfinite(arrays.x)]
    return _padded(float(known.min()), float(known.max())) if len(known) else (0.0, 1.0)


def _padded(low: float, high: float) -> tuple[float, float]:
    """Return a range with air at both ends, save at an end that is zero and a natural border."""
    air = (high - low) * _AIR or abs(high) * _AIR or 1.0
    return low - air, high + air


def _array(values: object) -> Numbers:
    return np.fromiter(values, dtype=np.float64)  # type: ignore[call-overload,no-any-return]
