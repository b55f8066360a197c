"""The shape of one region, as closed cubic curves with a fill rule."""

from collections.abc import Iterator
from enum import StrEnum
from math import hypot, inf
from typing import Any, NamedTuple, Self

from explorer.geometry.box import Box, Point
from explorer.geometry.cubic import Cubic, cubics, extent, flattened, gap, winding

Ring = list[tuple[float, float]]
"""Corners of a closed polygon; the last is joined to the first."""

_FINENESS = 4000  # a flattened outline is off by at most this fraction of its size
_POLE_CELLS = 64


class FillRule(StrEnum):
    """What lies inside a path that crosses itself or has holes (the `fill-rule` of SVG)."""

    NONZERO = "nonzero"
    EVENODD = "evenodd"


class Part(NamedTuple):
    """One drawn path.

    Attributes:
        rule: what counts as inside.
        subpaths: each is x and y of the start, then six numbers for each cubic: the two control
            points and the end. Every subpath is closed by a straight line, as filling does.
    """

    rule: FillRule
    subpaths: tuple[tuple[float, ...], ...]

    def curves(self) -> Iterator[Cubic]:
        """Walk over every curve, closing lines included."""
        for subpath in self.subpaths:
            yield from cubics(subpath)

    def contains(self, x: float, y: float) -> bool:
        """Tell whether a point is inside; on the edge itself, either answer can come."""
        turns = sum(winding(curve, x, y) for curve in self.curves())
        return bool(turns % 2) if self.rule is FillRule.EVENODD else turns != 0

    def rings(self, tolerance: float) -> list[Ring]:
        """Return the subpaths as polygons, at most `tolerance` units beside the curves."""
        return [
            [point for curve in cubics(subpath) for point in flattened(curve, tolerance)]
            for subpath in self.subpaths
        ]


class Outline(NamedTuple):
    """A shape made of one part or more; a point in any of them is in the shape.

    A group in a diagram has a part for each path in it, so that paths that overlap never cut
    holes in each other. Units are those of the diagram's viewBox, transforms applied.

    Attributes:
        parts: the paths, in the order of painting.
        bounds: the smallest box around the curves, without any stroke.
    """

    parts: tuple[Part, ...]
    bounds: Box

    @classmethod
    def of(cls, parts: tuple[Part, ...]) -> Self:
        """Return the outline of these parts, bounds worked out.

        Raises:
            ValueError: there is not a single curve.
        """
        xs: list[float] = []
        ys: list[float] = []
        for part in parts:
            for x0, y0, x1, y1, x2, y2, x3, y3 in part.curves():
                xs.extend(extent(x0, x1, x2, x3))
                ys.extend(extent(y0, y1, y2, y3))
        return cls(parts, Box.between(min(xs), min(ys), max(xs), max(ys)))

    def contains(self, x: float, y: float) -> bool:
        """Tell whether a point is inside; on the edge itself, either answer can come."""
        return self.bounds.holds(x, y) and any(part.contains(x, y) for part in self.parts)

    def polygon(self, tolerance: float) -> list[Ring]:
        """Return all parts as polygons, at most `tolerance` units beside the curves."""
        return [ring for part in self.parts for ring in part.rings(tolerance)]

    def distance(self, x: float, y: float) -> float:
        """Return how far a point is from the nearest drawn edge, inside or outside, in units.

        An edge that lies within another part counts too. The answer is off by at most a
        four-thousandth of the shape's size.
        """
        tolerance = max(self.bounds.width, self.bounds.height, 1e-9) / _FINENESS
        nearest = inf
        for part in self.parts:
            for curve in part.curves():
                if gap(curve, x, y) < nearest:
                    nearest = min(nearest, _distance(curve, tolerance, x, y))
        return nearest

    def distance_inside(self, x: float, y: float) -> float:
        """Return the distance to the edge for a point inside, and less than zero outside."""
        distance = self.distance(x, y)
        return distance if self.contains(x, y) else -distance

    def pole(self) -> Point:
        """Return a point well inside, about as far from every edge as one can get.

        Found on a grid of 64 cells along the longer side; a shape too thin for any cell gives the
        centre of its bounds.
        """
        from explorer.geometry.raster import Raster, from_the_middle, peeled  # not at start

        raster = Raster.over(self.bounds, _POLE_CELLS)
        layers = peeled(raster.mask(self))
        return raster.centre(*from_the_middle(layers[-1])[0]) if layers else self.bounds.centre

    def to_plain(self) -> dict[str, Any]:
        """Return the outline as lists, texts and numbers, ready for JSON."""
        return {
            "bounds": list(self.bounds),
            "parts": [[part.rule.value, *map(list, part.subpaths)] for part in self.parts],
        }

    @classmethod
    def from_plain(cls, plain: dict[str, Any]) -> Self:
        """Return the outline that `to_plain` wrote; it is trusted, not checked again."""
        parts = tuple(
            Part(FillRule(rule), tuple(map(tuple, subpaths))) for rule, *subpaths in plain["parts"]
        )
        return cls(parts, Box(*plain["bounds"]))


def _distance(curve: Cubic, tolerance: float, x: float, y: float) -> float:
    nearest = inf
    x0, y0 = curve[:2]
    for x1, y1 in flattened(curve, tolerance):
        dx, dy = x1 - x0, y1 - y0
        square = dx * dx + dy * dy
        t = ((x - x0) * dx + (y - y0) * dy) / square if square else 0.0
        t = min(1.0, max(0.0, t))
        nearest = min(nearest, hypot(x0 + t * dx - x, y0 + t * dy - y))
        x0, y0 = x1, y1
    return nearest
