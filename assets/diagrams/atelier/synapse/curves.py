"""Paths of lines and cubics in page units, and the ways to make them."""

import math
from collections.abc import Iterable, Sequence

import numpy as np
from shapely import LineString, Point, Polygon
from shapely.geometry.base import BaseGeometry

from atelier.bezier import Cubic, fit_closed, fit_open
from atelier.grid import Field, Points

Pair = tuple[float, float]
Ring = Sequence[Pair]
STEP = 1.2
"""Distance between the points of a resampled outline."""


class Path:
    """Absolute commands: each a letter (M, L, C or Z) and its points."""

    def __init__(self, commands: Iterable[tuple[str, list[Pair]]] = ()) -> None:
        self.commands = list(commands)

    def __add__(self, other: "Path") -> "Path":
        return Path(self.commands + other.commands)

    def placed(self, x: float, y: float, degrees: float = 0.0, size: float = 1.0) -> "Path":
        """Return the path turned, scaled and moved."""
        cosine, sine = (f(math.radians(degrees)) * size for f in (math.cos, math.sin))
        return Path(
            (kind, [(x + cosine * p - sine * q, y + sine * p + cosine * q) for p, q in points])
            for kind, points in self.commands
        )

    def data(self) -> str:
        """Return path data with relative steps, rounded to a tenth."""
        text, here, start = "", (0.0, 0.0), (0.0, 0.0)
        for kind, exact in self.commands:
            if kind == "Z":
                text, here = text + "z", start
                continue
            points = [(round(x, 1), round(y, 1)) for x, y in exact]
            if kind == "M":
                text += "M" + _numbers(points[0])
                start = points[0]
            else:
                steps = [value for x, y in points for value in (x - here[0], y - here[1])]
                text += kind.lower() + _numbers(steps)
            here = points[-1]
        return text

    def polygon(self) -> Polygon:
        """Return the first outline as a polygon."""
        dense: list[Pair] = []
        for kind, points in self.commands:
            if kind == "M" and dense:
                break
            if kind == "C":
                curve = np.array([dense[-1], *points])
                share = np.linspace(0.0, 1.0, 11)[1:, None]
                rest = 1.0 - share
                basis = (rest**3, 3 * rest**2 * share, 3 * rest * share**2, share**3)
                along = sum(part * point for part, point in zip(basis, curve, strict=True))
                dense += [(float(x), float(y)) for x, y in np.asarray(along)]
            elif kind != "Z":
                dense += points
        return Polygon(dense).buffer(0)


def join(paths: Iterable[Path]) -> Path:
    """Return one path of many."""
    return Path(command for path in paths for command in path.commands)


def polyline(points: Ring, *, closed: bool = True) -> Path:
    """Return straight lines through points."""
    lines = [("L", [point]) for point in points[1:]]
    return Path([("M", [points[0]]), *lines, *([("Z", [])] if closed else [])])


def spline(points: Ring, *, closed: bool = True, steps: int = 16) -> Points:
    """Return dense points on a centripetal Catmull-Rom curve."""
    knots = np.array(points, float)
    if closed:
        padded = np.vstack([knots[-1:], knots, knots[:2]])
    else:
        padded = np.vstack([2 * knots[:1] - knots[1:2], knots, 2 * knots[-1:] - knots[-2:-1]])
    dense = []
    for first in range(len(padded) - 3):
        p = padded[first : first + 4]
        gaps = np.maximum(1e-6, np.hypot(*np.diff(p, axis=0).T)) ** 0.5
        t = np.concatenate([[0.0], np.cumsum(gaps)])
        for u in np.linspace(t[1], t[2], steps, endpoint=False):
            level = [_between(p[i], p[i + 1], t[i], t[i + 1], u) for i in range(3)]
            second = [_between(level[i], level[i + 1], t[i], t[i + 2], u) for i in range(2)]
            dense.append(_between(second[0], second[1], t[1], t[2], u))
    if not closed:
        dense.append(knots[-1])
    return np.array(dense)


def _between(a: Points, b: Points, start: float, end: float, u: float) -> Points:
    return np.asarray((a * (end - u) + b * (u - start)) / (end - start))


def blob(points: Ring) -> Polygon:
    """Return the area inside a smooth closed curve."""
    return Polygon(spline(points)).buffer(0)


def circle(x: float, y: float, radius: float) -> Polygon:
    """Return a disc."""
    return Point(x, y).buffer(radius, quad_segs=24)


def outline(shape: BaseGeometry, tolerance: float = 0.35, smallest: float = 6.0) -> Path:
    """Return the outlines of a geometry as curves; crumbs below an area are left out."""
    path = Path()
    for part in getattr(shape, "geoms", [shape]):
        if part.geom_type != "Polygon" or part.area < smallest:
            continue
        for ring in (part.exterior, *part.interiors):
            if Polygon(ring).area >= smallest:
                path += _closed(ring, tolerance)
    return path


def stroke(points: Points | Ring, tolerance: float = 0.3) -> Path:
    """Return an open curve through dense points."""
    even = _resampled(LineString(points))
    return _of_cubics(fit_open(even, tolerance), closed=False)


def _resampled(line: LineString) -> Points:
    count = max(8, int(line.length / STEP))
    stations = np.linspace(0.0, line.length, count + 1)
    return np.array([line.interpolate(station).coords[0] for station in stations])


def _closed(ring: LineString, tolerance: float, corner: float = 50.0) -> Path:
    body = _resampled(ring)[:-1]
    count = len(body)
    turn = _turning(body)
    near = np.arange(-2, 3)
    corners = [
        i for i in range(count) if turn[i] > corner and turn[i] == turn[(i + near) % count].max()
    ]
    if len(corners) < 2:
        return _of_cubics(fit_closed(np.vstack([body, body[:1]]), tolerance, 999.0), closed=True)
    cubics: list[Cubic] = []
    for place, start in enumerate(corners):
        end = corners[(place + 1) % len(corners)]
        stop = end if end > start else end + count
        span = body[np.arange(start, stop + 1) % count]
        if len(span) > 1:
            cubics += fit_open(span, tolerance)
    return _of_cubics(cubics, closed=True)


def _turning(body: Points) -> Field:
    before, after = body - np.roll(body, 2, axis=0), np.roll(body, -2, axis=0) - body
    cross = before[:, 0] * after[:, 1] - before[:, 1] * after[:, 0]
    return np.asarray(np.degrees(np.abs(np.arctan2(cross, (before * after).sum(axis=1)))))


def _of_cubics(cubics: Sequence[Cubic], *, closed: bool) -> Path:
    pairs = [[(float(x), float(y)) for x, y in cubic] for cubic in cubics]
    curves = [("C", cubic[1:]) for cubic in pairs]
    return Path([("M", pairs[0][:1]), *curves, *([("Z", [])] if closed else [])])


def _numbers(values: Iterable[float]) -> str:
    return " ".join(_number(value) for value in values).replace(" -", "-")


def _number(value: float) -> str:
    text = f"{value:.1f}".removesuffix(".0")
    text = text.replace("0.", ".", 1) if text.startswith(("0.", "-0.")) else text
    return "0" if text in ("-0", "") else text
