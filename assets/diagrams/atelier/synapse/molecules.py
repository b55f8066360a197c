"""What moves: serotonin, MDMA, and the arrows that say where to."""

import math
from collections.abc import Sequence

import numpy as np
from shapely import LineString, Point
from shapely.geometry.base import BaseGeometry
from shapely.ops import substring

from atelier.synapse import palette
from atelier.synapse.curves import Pair, join, polyline, spline, stroke
from atelier.synapse.sheet import Sheet, circles, group, path
from atelier.synapse.stage import slope, upper_membrane

TRIES = 9000
SEROTONIN_RADIUS, MDMA_RADIUS = 4.6, 5.2
THROUGH = 62.0
"""How far an arrow through a transporter reaches to either side of the membrane."""


def serotonin(sheet: Sheet, places: Sequence[Pair]) -> str:
    """Draw serotonin as full balls."""
    paint = sheet.radial("serotonin-paint", (0, "#ffe3a6"), (0.5, "#f4b03f"), (1, "#db8a12"))
    return group(
        None, circles(places, SEROTONIN_RADIUS), fill=paint, stroke=palette.SEROTONIN_INK,
        stroke_width=1.0,
    )  # fmt: skip


def mdma(places: Sequence[Pair]) -> str:
    """Draw MDMA as open six-sided rings with a bent tail: unlike the round, full serotonin."""
    rings, tails = [], []
    for index, (x, y) in enumerate(places):
        turn = (index * 47 + 10) % 360
        ring = [_polar(x, y, MDMA_RADIUS, turn + step) for step in range(0, 360, 60)]
        rings.append(polyline(ring))
        reach = ((0.0, 0.0), (4.4, 16.0), (7.6, -8.0))
        tails.append(
            polyline(
                [_polar(x, y, MDMA_RADIUS + far, turn + bend) for far, bend in reach], closed=False
            )
        )
    ink = palette.MDMA_INK
    return path(
        join(tails), fill="none", stroke=ink, stroke_width=2.0, stroke_linecap="round",
        stroke_linejoin="round",
    ) + path(
        join(rings), fill=palette.MDMA_FILL, stroke=ink, stroke_width=2.2, stroke_linejoin="round"
    )  # fmt: skip


def _polar(x: float, y: float, radius: float, degrees: float) -> Pair:
    angle = math.radians(degrees)
    return x + radius * math.cos(angle), y + radius * math.sin(angle)


def scattered(region: BaseGeometry, count: int, seed: int, gap: float) -> list[Pair]:
    """Return places in a region that keep a distance; the same each time for a seed."""
    random = np.random.default_rng(seed)
    left, top, right, bottom = region.bounds
    places: list[Pair] = []
    for _ in range(TRIES):
        if len(places) == count:
            break
        x = left + float(random.random()) * (right - left)
        y = top + float(random.random()) * (bottom - top)
        free = all(math.dist((x, y), other) > gap for other in places)
        if free and region.contains(Point(x, y)):
            places.append((x, y))
    return places


def arrow(
    points: Sequence[Pair],
    colour: str,
    width: float = 2.4,
    head: float = 8.0,
    dash: str | None = None,
) -> str:
    """Draw an arrow with a pale casing, straight through two points or curved through more."""
    course = spline(points, closed=False, steps=14) if len(points) > 2 else np.array(points, float)
    line = LineString(course)
    shaft = substring(line, 0, line.length - head * 0.75)
    curve = (
        stroke(list(shaft.coords), 0.35)
        if len(points) > 2
        else polyline(list(shaft.coords), closed=False)
    )
    tip = course[-1]
    ahead = tip - np.array(line.interpolate(line.length - head).coords[0])
    ahead /= np.hypot(*ahead)
    aside = np.array([-ahead[1], ahead[0]])
    barb = tip - ahead * head * 1.15
    corners = (
        tip,
        barb + aside * head * 0.62,
        tip - ahead * head * 0.85,
        barb - aside * head * 0.62,
    )
    shape = polyline([(float(x), float(y)) for x, y in corners])
    casing = palette.CASING
    return (
        path(
            curve,
            fill="none",
            stroke=casing,
            stroke_width=width + 3.2,
            stroke_opacity=0.85,
            stroke_linecap="round",
        )
        + path(
            shape,
            fill=casing,
            fill_opacity=0.85,
            stroke=casing,
            stroke_width=3.2,
            stroke_linejoin="round",
        )
        + path(
            curve,
            fill="none",
            stroke=colour,
            stroke_width=width,
            stroke_linecap="round",
            stroke_dasharray=dash,
        )
        + path(shape, fill=colour, stroke=colour, stroke_width=0.8, stroke_linejoin="round")
    )


def through_sert(
    x: float, colour: str, *, outward: bool, aside: float = 0.0, width: float = 2.6
) -> str:
    """Draw one whole arrow through a transporter, from one side of the membrane to the other.

    It is whole so that its tail is never read as a bar of its own.
    """
    lean = math.radians(slope(x))
    ends = [(x + aside - math.sin(lean) * v, upper_membrane(x) + v) for v in (THROUGH, -THROUGH)]
    return arrow(ends[::-1] if outward else ends, colour, width, 9.0)


def across_vesicle(
    vesicle: tuple[float, float, float], degrees: float, colour: str, *, outward: bool
) -> str:
    """Draw an arrow through the wall of a vesicle."""
    x, y, radius = vesicle
    ends = [_polar(x, y, radius + 27, degrees), _polar(x, y, radius - 25, degrees)]
    return arrow(ends[::-1] if outward else ends, colour, 2.2, 8.0)
