"""Ready shapes: rods, ellipses, crescents, and the bands that shade a body."""

import math
from collections.abc import Sequence

import numpy as np
from shapely import MultiPolygon, Polygon
from shapely.affinity import translate
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from atelier.synapse.curves import Pair, Path

LIGHT = np.array([-0.55, -0.83])
"""Where the light comes from on the page: upper left."""
QUARTER = 0.5523
"""Arm of a cubic that draws a quarter of a circle of radius one."""


def capsule(start: Pair, end: Pair, radius: float) -> Path:
    """Return a rod with rounded ends."""
    a, b = np.array(start), np.array(end)
    along = (b - a) / np.hypot(*(b - a))
    aside = np.array([-along[1], along[0]]) * radius
    a, b = a + along * radius * 0.8, b - along * radius * 0.8
    arm = along * radius * 1.064
    return Path(
        [
            ("M", [_pair(a + aside)]),
            ("L", [_pair(b + aside)]),
            ("C", [_pair(b + aside + arm), _pair(b - aside + arm), _pair(b - aside)]),
            ("L", [_pair(a - aside)]),
            ("C", [_pair(a - aside - arm), _pair(a + aside - arm), _pair(a + aside)]),
            ("Z", []),
        ]
    )


def ellipse(x: float, y: float, wide: float, high: float) -> Path:
    """Return an ellipse; `wide` and `high` are its half axes."""
    k = QUARTER
    unit: list[list[Pair]] = [
        [(1, k), (k, 1), (0, 1)],
        [(-k, 1), (-1, k), (-1, 0)],
        [(-1, -k), (-k, -1), (0, -1)],
        [(k, -1), (1, -k), (1, 0)],
    ]
    curves = [("C", [(x + wide * p, y + high * q) for p, q in points]) for points in unit]
    return Path([("M", [(x + wide, y)]), *curves, ("Z", [])])


def crescent(x: float, y: float, radius: float, facing: float, span: float, bulge: float) -> Path:
    """Return a crescent on a disc, in the direction `facing` (degrees), `span` degrees long."""
    first = facing - span / 2
    parts = 2 if span > 100 else 1
    arc: list[tuple[str, list[Pair]]] = []
    for part in range(parts):
        a = math.radians(first + span / parts * part)
        b = math.radians(first + span / parts * (part + 1))
        k = 4 / 3 * math.tan((b - a) / 4) * radius
        start = (x + radius * math.cos(a), y + radius * math.sin(a))
        end = (x + radius * math.cos(b), y + radius * math.sin(b))
        one = (start[0] - k * math.sin(a), start[1] + k * math.cos(a))
        two = (end[0] + k * math.sin(b), end[1] - k * math.cos(b))
        arc.append(("C", [one, two, end]))
    angle = math.radians(facing)
    ahead, aside = (
        np.array([math.cos(angle), math.sin(angle)]),
        np.array([-math.sin(angle), math.cos(angle)]),
    )
    half = radius * math.sin(math.radians(span / 2)) * 0.62
    middle = np.array([x, y]) + ahead * radius * (1 - bulge)
    begin = (
        x + radius * math.cos(math.radians(first)),
        y + radius * math.sin(math.radians(first)),
    )
    back = ("C", [_pair(middle + aside * half), _pair(middle - aside * half), begin])
    return Path([("M", [begin]), *arc, back, ("Z", [])])


def calm(shape: BaseGeometry, radius: float) -> BaseGeometry:
    """Round corners both ways."""
    return shape.buffer(-radius).buffer(2 * radius).buffer(-radius)


def wobbled(shape: BaseGeometry, height: float, waves: int, phase: float) -> BaseGeometry:
    """Move an outline by a slow wave, so that bands look drawn by hand."""
    if isinstance(shape, MultiPolygon):
        return unary_union([wobbled(part, height, waves, phase) for part in shape.geoms])
    if shape.is_empty:
        return shape
    ring = np.array(shape.exterior.segmentize(3).coords)[:-1]
    along = np.roll(ring, -1, axis=0) - np.roll(ring, 1, axis=0)
    along /= np.maximum(1e-6, np.hypot(*along.T))[:, None]
    turn = np.linspace(0.0, 2 * np.pi, len(ring), endpoint=False)
    wave = np.sin(waves * turn + phase) + 0.55 * np.sin((waves * 2 + 1) * turn + 1.7 * phase)
    return Polygon(ring + np.c_[along[:, 1], -along[:, 0]] * (height * wave)[:, None]).buffer(0)


def dark_bands(
    shape: BaseGeometry,
    depths: Sequence[float],
    wobble: float = 0.0,
    waves: int = 4,
    phase: float = 0.0,
    rounding: float = 2.0,
) -> list[BaseGeometry]:
    """Return nested crescents on the side away from the light."""
    bands = []
    for index, depth in enumerate(depths):
        lit = shape.buffer(-depth * 0.35)
        if wobble:
            lit = wobbled(lit, wobble * (1 + 0.4 * index), waves, phase + index * 1.3)
        shifted = translate(lit, *(LIGHT * depth))
        band = calm(shape.difference(shifted), min(rounding, depth * 0.22))
        bands.append(band.intersection(shape))
    return bands


def light_band(
    shape: BaseGeometry, inset: float, width: float, wobble: float = 0.0, rounding: float = 1.5
) -> BaseGeometry:
    """Return a bright crescent inside the lit edge."""
    inner = shape.buffer(-inset)
    cut = translate(inner, *(-LIGHT * width))
    if wobble:
        cut = wobbled(cut, wobble, 3, 0.4)
    return inner.difference(cut).buffer(-rounding).buffer(rounding)


def _pair(point: np.ndarray) -> Pair:
    return float(point[0]), float(point[1])
