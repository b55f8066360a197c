"""When findings hold, on one line from minutes to years after intake.

The line is logarithmic: a minute and a decade fit on one screen, and every factor of ten is as
wide as every other. Only what a source gives stands on it. A claim whose source gives no time is
counted, and never placed by guesswork.
"""

from collections.abc import Iterable
from math import log10
from typing import NamedTuple

from explorer.domain.vocabulary import Effect, Strength

FIRST_HOUR = 1 / 6
"""Where the line begins: ten minutes."""
LAST_HOUR = 24 * 365.25 * 10
"""Where it ends: ten years."""

_HOURS = {"minute": 1 / 60, "hour": 1.0, "day": 24.0, "week": 168.0, "year": 24 * 365.25}
MARKS: tuple[tuple[int, str], ...] = (
    (10, "minute"),
    (30, "minute"),
    (1, "hour"),
    (3, "hour"),
    (8, "hour"),
    (1, "day"),
    (3, "day"),
    (1, "week"),
    (4, "week"),
    (26, "week"),
    (1, "year"),
    (3, "year"),
    (10, "year"),
)
"""Moments that have a name on the line: how many of which unit."""


class Span(NamedTuple):
    """When one claim holds.

    Attributes:
        claim: id of the claim.
        start: first hour after intake that the source gives, or None when it gives no beginning.
        end: last hour that the source gives, or None when it gives no end.
    """

    claim: str
    effect: Effect
    strength: Strength
    start: float | None
    end: float | None

    @property
    def is_moment(self) -> bool:
        """Whether the source measured at one moment only."""
        return self.start is not None and self.start == self.end

    def holds_at(self, hour: float) -> bool:
        """Whether the claim holds at an hour: within what was measured, with some slack.

        A single measurement stands for a fifth of a decade around it, as wide as it is drawn. A
        span with one open end holds at its known end only.
        """
        start = self.start if self.start is not None else self.end
        end = self.end if self.end is not None else self.start
        if start is None or end is None:
            return False
        slack = 10**0.1
        return start / slack <= hour <= end * slack


def hours_of(count: int, unit: str) -> float:
    """Return a mark of `MARKS` in hours."""
    return count * _HOURS[unit]


def place_of(hour: float) -> float:
    """Return where an hour lies on the line: 0 is its beginning, 1 its end; clamped."""
    share = (log10(max(hour, FIRST_HOUR)) - log10(FIRST_HOUR)) / _DECADES
    return min(max(share, 0.0), 1.0)


def hour_at(place: float) -> float:
    """Return the hour at a place of the line, the inverse of `place_of`."""
    return float(10 ** (log10(FIRST_HOUR) + min(max(place, 0.0), 1.0) * _DECADES))


def lanes(spans: Iterable[Span]) -> list[list[Span]]:
    """Stack spans so that none overlap on a lane: earliest first, as few lanes as that takes."""
    stacked: list[list[Span]] = []
    for span in sorted(spans, key=_ends):
        start, _ = _ends(span)
        for lane in stacked:
            if _ends(lane[-1])[1] < start:
                lane.append(span)
                break
        else:
            stacked.append([span])
    return stacked


def _ends(span: Span) -> tuple[float, float]:
    """Return where a span is drawn on the line; a moment is a little wide."""
    known = [hour for hour in (span.start, span.end) if hour is not None]
    return place_of(min(known)) - _HALF, place_of(max(known)) + _HALF


_DECADES = log10(LAST_HOUR) - log10(FIRST_HOUR)
_HALF = 0.012
