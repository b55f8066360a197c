"""Plain arithmetic on one cubic Bézier curve, given as its eight numbers.

A straight line is a cubic whose control points lie on it, so that every outline is one kind of
curve. Formulas: https://pomax.github.io/bezierinfo/ (splitting, extremities).
"""

from collections.abc import Iterator
from math import ceil, hypot, sqrt

Cubic = tuple[float, float, float, float, float, float, float, float]
"""Start, first control point, second control point, end; each as x, y."""

_MOST_HALVINGS = 48  # more often than a float can be halved to any effect
_MOST_PIECES = 512


def cubics(subpath: tuple[float, ...]) -> Iterator[Cubic]:
    """Walk along a subpath: its curves in order, then the straight line that closes it.

    Args:
        subpath: x and y of the start, then six numbers for each curve.

    Yields:
        Eight numbers for each curve.
    """
    x, y = subpath[0], subpath[1]
    for i in range(2, len(subpath), 6):
        x1, y1, x2, y2, x3, y3 = subpath[i : i + 6]
        yield x, y, x1, y1, x2, y2, x3, y3
        x, y = x3, y3
    if (x, y) != subpath[:2]:
        yield line(x, y, subpath[0], subpath[1])


def line(x0: float, y0: float, x1: float, y1: float) -> Cubic:
    """Return the straight line between two points as a cubic."""
    dx, dy = (x1 - x0) / 3, (y1 - y0) / 3
    return x0, y0, x0 + dx, y0 + dy, x1 - dx, y1 - dy, x1, y1


def at(p0: float, p1: float, p2: float, p3: float, t: float) -> float:
    """Return one coordinate of the curve at t, from 0 (start) to 1 (end)."""
    s = 1 - t
    return s * s * s * p0 + 3 * s * s * t * p1 + 3 * s * t * t * p2 + t * t * t * p3


def extent(p0: float, p1: float, p2: float, p3: float) -> tuple[float, float]:
    """Return the least and the greatest value that one coordinate takes on the curve."""
    low, high = (p0, p3) if p0 < p3 else (p3, p0)
    if low <= p1 <= high and low <= p2 <= high:
        return low, high  # a curve stays within its control points
    for t in _turning_points(p0, p1, p2, p3):
        value = at(p0, p1, p2, p3, t)
        low, high = min(low, value), max(high, value)
    return low, high


def _turning_points(p0: float, p1: float, p2: float, p3: float) -> Iterator[float]:
    # The derivative is a*t^2 + b*t + c, up to a factor of three.
    a, b, c = p3 - p0 + 3 * (p1 - p2), 2 * (p0 - 2 * p1 + p2), p1 - p0
    square = b * b - 4 * a * c
    if square < 0:
        return
    # This form loses no digits when a is almost zero; the textbook form does.
    q = -(b + sqrt(square)) / 2 if b >= 0 else -(b - sqrt(square)) / 2
    for top, under in ((q, a), (c, q)):
        if under and 0 < top / under < 1:
            yield top / under


def flattened(curve: Cubic, tolerance: float) -> Iterator[tuple[float, float]]:
    """Cut a curve into straight pieces and give the end of each; the start is not given.

    Args:
        curve: the curve.
        tolerance: how far a piece may lie from the curve, in units; more than zero.

    Yields:
        Points on the curve; the last is its end, exactly.
    """
    x0, y0, x1, y1, x2, y2, x3, y3 = curve
    # Wang's bound: the distance falls with the square of the number of pieces.
    bend = max(hypot(x0 - 2 * x1 + x2, y0 - 2 * y1 + y2), hypot(x1 - 2 * x2 + x3, y1 - 2 * y2 + y3))
    pieces = min(ceil(sqrt(0.75 * bend / tolerance)), _MOST_PIECES)
    for i in range(1, pieces):
        t = i / pieces
        yield at(x0, x1, x2, x3, t), at(y0, y1, y2, y3, t)
    yield x3, y3


def gap(curve: Cubic, x: float, y: float) -> float:
    """Return how far a point is from the box around the control points: never more than from it."""
    xs, ys = curve[0::2], curve[1::2]
    return hypot(max(min(xs) - x, 0.0, x - max(xs)), max(min(ys) - y, 0.0, y - max(ys)))


def winding(curve: Cubic, x: float, y: float) -> int:
    """Count how often a ray from a point to the right crosses the curve.

    A curve is halved only where the point lies among its control points, so that the answer is as
    exact as the numbers, and far curves cost a few comparisons.

    Args:
        curve: the curve.
        x: of the point.
        y: of the point.

    Returns:
        Crossings downwards less crossings upwards.
    """
    waiting = [(curve, 0)]
    total = 0
    while waiting:
        (x0, y0, x1, y1, x2, y2, x3, y3), halvings = waiting.pop()
        if (y0 > y and y1 > y and y2 > y and y3 > y) or (
            y0 <= y and y1 <= y and y2 <= y and y3 <= y
        ):
            continue
        if x0 <= x and x1 <= x and x2 <= x and x3 <= x:
            continue
        if (x0 > x and x1 > x and x2 > x and x3 > x) or halvings == _MOST_HALVINGS:
            total += (y3 > y) - (y0 > y)
            continue
        waiting.extend((half, halvings + 1) for half in halves(x0, y0, x1, y1, x2, y2, x3, y3))
    return total


def halves(
    x0: float,
    y0: float,
    x1: float,
    y1: float,
    x2: float,
    y2: float,
    x3: float,
    y3: float,
) -> tuple[Cubic, Cubic]:
    """Return the two curves that together are the given one (de Casteljau)."""
    ax, ay = (x0 + x1) / 2, (y0 + y1) / 2
    mx, my = (x1 + x2) / 2, (y1 + y2) / 2
    dx, dy = (x2 + x3) / 2, (y2 + y3) / 2
    bx, by = (ax + mx) / 2, (ay + my) / 2
    cx, cy = (mx + dx) / 2, (my + dy) / 2
    x, y = (bx + cx) / 2, (by + cy) / 2
    return (x0, y0, ax, ay, bx, by, x, y), (x, y, cx, cy, dx, dy, x3, y3)
