"""Lines that are drawn with a brush: centre lines with a strength, and their outlines."""

from dataclasses import dataclass, replace

import numpy as np

from atelier.bezier import Cubic, fit_open, straight
from atelier.grid import STEP, Field, Points
from atelier.outline import arc_length


@dataclass(frozen=True)
class Stroke:
    """A centre line in mm and how strongly the template shows it (0..1) at each point."""

    points: Points
    strength: Field
    tapers: tuple[float, float] = (4.0, 4.0)
    """Length in mm over which the brush narrows at either end."""

    @property
    def length(self) -> float:
        """Length in mm."""
        return float(arc_length(self.points)[-1])

    @property
    def mean_strength(self) -> float:
        """Mean strength along the line."""
        return float(self.strength.mean())

    def reversed(self) -> "Stroke":
        """Return the same stroke drawn from its other end."""
        return Stroke(self.points[::-1], self.strength[::-1], (self.tapers[1], self.tapers[0]))

    def shortened(self, start: float, end: float) -> "Stroke":
        """Leave out a length in mm at either end."""
        first, last = round(start / STEP), len(self.points) - round(end / STEP)
        return replace(self, points=self.points[first:last], strength=self.strength[first:last])


def brush_outline(stroke: Stroke, width: Field, tolerance: float) -> list[Cubic]:
    """Return the closed outline of a brush stroke.

    Args:
        stroke: the centre line; its tapers narrow the ends.
        width: full width in mm at each point.
        tolerance: fit tolerance in mm.
    """
    there, back = brush_sides(stroke, width)
    outline = fit_open(there, tolerance)
    if np.hypot(*(there[-1] - back[0])) > 0.05:
        outline.append(straight(there[-1], back[0]))
    return outline + fit_open(back, tolerance)


def brush_sides(stroke: Stroke, width: Field) -> tuple[Points, Points]:
    """Return both sides of a brush stroke: one from start to end, the other back again."""
    travelled = arc_length(stroke.points)
    length = travelled[-1]
    narrowing = np.ones_like(travelled)
    for taper, distance in zip(stroke.tapers, (travelled, length - travelled), strict=True):
        narrowing *= _ease((distance + 0.02) / max(min(taper, 0.45 * length), 1e-6))
    tangent = np.gradient(stroke.points, axis=0)
    tangent /= np.maximum(np.hypot(*tangent.T), 1e-9)[:, None]
    offset = np.c_[-tangent[:, 1], tangent[:, 0]] * (width * narrowing / 2)[:, None]
    return stroke.points + offset, (stroke.points - offset)[::-1]


def _ease(share: Field) -> Field:
    bounded = share.clip(0.0, 1.0)
    return np.asarray(np.sqrt(bounded * (2 - bounded)))
