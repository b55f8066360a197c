"""Simple solids for the structures that lie beside the midline, projected or sliced.

The numbers are about a hundred rounded measurements of where several published atlases agree (see
README.md, "How the medial plate was checked"); no atlas is read. Right side only: x > 0.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from scipy import ndimage
from shapely import MultiPolygon

from atelier.grid import Field
from atelier.outline import level_set, pieces
from atelier.volumes import Plane, Template, load_template, project, slice_volume

EDGE_SMOOTHING = 0.8
"""Gaussian sigma in mm (= voxels) that rounds a solid after it met the template."""
FARTHEST_X = 60.0
"""The projection looks from the midline this far to the right."""

Triple = tuple[float, float, float]


@dataclass(frozen=True)
class Ellipsoid:
    """An ellipsoid: centre, three axes (made orthonormal) and the semi-axis along each."""

    centre: Triple
    axes: tuple[Triple, Triple, Triple]
    semi_axes: Triple


@dataclass(frozen=True)
class Station:
    """One ellipse of a swept solid, in the coronal plane y."""

    y: float
    x: float
    z: float
    semi_long: float
    semi_short: float
    tilt: float
    """Angle of the long axis from +x towards +z, in degrees."""


AMYGDALA = Ellipsoid(
    (23.2, -4.4, -18.8),
    ((-0.54, -0.38, 0.75), (-0.84, 0.25, -0.48), (0.0, 0.89, 0.46)),
    (11.2, 8.4, 5.6),
)
ACCUMBENS = Ellipsoid(
    (9.5, 11.8, -7.6),
    ((0.11, 0.94, 0.33), (0.68, 0.17, -0.71), (0.72, -0.30, 0.62)),
    (8.3, 5.6, 3.4),
)
HIPPOCAMPUS = (
    Station(-42.0, 22.5, 1.5, 4.0, 2.4, -35),
    Station(-39.0, 24.0, -0.3, 8.0, 3.9, -30),
    Station(-37.0, 25.5, -2.6, 8.6, 4.0, -22),
    Station(-35.0, 27.0, -5.0, 8.0, 3.8, -13),
    Station(-32.0, 28.5, -8.0, 8.5, 3.8, -10),
    Station(-29.0, 29.2, -10.5, 8.4, 3.8, -6),
    Station(-26.0, 29.8, -12.4, 8.1, 4.1, -1),
    Station(-23.0, 29.8, -14.4, 7.9, 4.8, 2),
    Station(-20.0, 28.7, -16.4, 8.7, 5.4, 3),
    Station(-17.0, 27.0, -18.3, 10.0, 5.8, -3),
    Station(-14.0, 26.0, -20.0, 10.6, 6.1, -8),
    Station(-11.0, 25.0, -21.7, 10.3, 5.8, -10),
    Station(-8.0, 23.2, -23.7, 8.8, 4.6, -20),
    Station(-5.5, 22.2, -24.8, 5.5, 2.8, -22),
)
# Context on the slices.
THALAMUS = (
    Station(-33.0, 15.6, 2.7, 8.8, 5.7, 150),
    Station(-30.0, 14.9, 4.1, 10.2, 8.3, 132),
    Station(-27.0, 14.1, 6.4, 10.0, 9.0, 82),
    Station(-24.0, 13.4, 6.8, 10.8, 10.4, 74),
    Station(-21.0, 12.3, 7.0, 11.5, 11.2, 80),
    Station(-18.0, 11.1, 7.5, 11.8, 10.7, 67),
    Station(-15.0, 10.0, 7.8, 12.1, 9.6, 68),
    Station(-12.0, 9.2, 7.8, 12.1, 8.8, 66),
    Station(-9.0, 8.6, 7.6, 11.8, 7.9, 63),
    Station(-6.0, 7.8, 6.9, 10.9, 6.6, 62),
    Station(-3.0, 7.4, 5.9, 9.3, 4.7, 61),
    Station(0.0, 7.2, 5.2, 6.0, 3.0, 61),
)
PUTAMEN = (
    Station(-20.0, 29.2, 4.1, 3.7, 1.2, 103),
    Station(-16.0, 30.1, 1.3, 8.8, 2.3, 99),
    Station(-12.0, 29.4, 1.1, 11.9, 3.1, 99),
    Station(-8.0, 28.8, 2.6, 12.1, 3.6, 100),
    Station(-4.0, 28.1, 3.1, 11.5, 4.6, 103),
    Station(0.0, 26.9, 2.5, 11.5, 5.6, 97),
    Station(4.0, 25.1, 0.8, 11.9, 6.6, 83),
    Station(8.0, 22.5, -1.7, 12.7, 7.0, 65),
    Station(12.0, 21.8, -2.6, 11.0, 5.9, 63),
    Station(16.0, 21.1, -3.7, 8.2, 3.9, 65),
)
PALLIDUM = (
    Station(-14.0, 24.9, -1.3, 4.6, 2.5, 95),
    Station(-11.0, 23.9, -1.1, 5.4, 3.6, 92),
    Station(-8.0, 22.1, -1.1, 6.3, 4.6, 84),
    Station(-5.0, 20.2, -1.4, 7.1, 5.4, 69),
    Station(-2.0, 18.4, -1.4, 7.3, 5.9, 59),
    Station(1.0, 17.2, -0.9, 6.6, 5.3, 66),
    Station(4.0, 15.9, -1.0, 5.4, 4.0, 66),
    Station(7.0, 15.5, -1.4, 3.5, 1.6, 65),
)
CAUDATE = (
    Station(-24.0, 18.6, 22.5, 2.4, 1.6, 60),
    Station(-16.0, 17.6, 23.1, 3.2, 2.0, 59),
    Station(-12.0, 16.6, 23.0, 4.0, 2.1, 46),
    Station(-8.0, 15.7, 22.3, 4.4, 2.3, 44),
    Station(-4.0, 14.8, 20.7, 6.0, 2.6, 54),
    Station(0.0, 14.0, 18.4, 7.5, 3.1, 58),
    Station(4.0, 13.0, 15.8, 9.4, 3.4, 61),
    Station(8.0, 11.9, 11.3, 13.3, 3.9, 67),
    Station(12.0, 11.7, 7.8, 13.3, 5.1, 70),
    Station(16.0, 12.8, 6.0, 11.7, 5.6, 74),
    Station(20.0, 14.0, 2.8, 10.6, 5.3, 78),
)
CAP = 1.5
"""A swept solid closes over this many mm beyond its first and last station."""

# A projection shrinks when a solid is smoothed, so the levels lie below one half.
PROJECTION_LEVELS = {"amygdala": 0.44, "hippocampus": 0.42, "accumbens": 0.42}
SLICE_LEVEL = 0.46

HYPOTHALAMUS_ROOF = ((-12.5, -8.2), (-9.0, -7.2), (-5.0, -5.3), (-1.0, -2.9), (2.2, -2.2))
"""(y, z) of the hypothalamic sulcus; the medial plate uses the same line."""
HYPOTHALAMUS_SIDE = ((-12.0, 4.5), (-8.0, 5.2), (-4.0, 6.4), (0.0, 7.0), (3.5, 5.5))
"""(y, x) of its lateral border."""
HYPOTHALAMUS_BACK, HYPOTHALAMUS_FRONT, HYPOTHALAMUS_FLOOR = -11.8, 4.4, -18.5
MAMILLARY = Ellipsoid(
    (2.4, -8.9, -13.6),
    ((1.0, 0.0, 0.0), (0.0, 0.25, -0.97), (0.0, 0.97, 0.25)),
    (2.4, 3.6, 2.5),
)


@cache
def solid(name: str) -> Field:
    """Return a structure of the right side as a soft volume on the template's voxel grid."""
    ellipsoids = {"amygdala": AMYGDALA, "accumbens": ACCUMBENS, "mamillary": MAMILLARY}
    swept = {
        "hippocampus": HIPPOCAMPUS,
        "thalamus": THALAMUS,
        "putamen": PUTAMEN,
        "pallidum": PALLIDUM,
        "caudate": CAUDATE,
    }
    if name == "hypothalamus":
        body = _hypothalamus()
    elif name in ellipsoids:
        body = _soft(_ellipsoid_radius(ellipsoids[name]), 0.12)
    else:
        body = _soft(_swept_radius(swept[name]), 0.10)
    template = load_template()
    # A solid never reaches into cerebrospinal fluid.
    gated = body * np.clip((template.tissue - 0.35) / 0.3, 0.0, 1.0)
    right_side = template.coordinates(0) >= -0.5
    return np.asarray(ndimage.gaussian_filter(gated * right_side[:, None, None], EDGE_SMOOTHING))


def projected(name: str) -> MultiPolygon:
    """Return a structure, projected onto the medial plate."""
    flat = project(solid(name), 0.0, FARTHEST_X)
    return pieces(level_set(flat, PROJECTION_LEVELS[name], 10.0), 10.0)


def sliced(name: str, plane: Plane, place: float) -> MultiPolygon:
    """Return both sides of a structure where a slice cuts it; empty where it does not."""
    volume = solid(name)
    # The template is symmetric about x = 0, and so is the pair.
    flat = slice_volume(np.maximum(volume, volume[::-1]), plane, place)
    return level_set(flat, SLICE_LEVEL, 4.0)


def _hypothalamus() -> Field:
    x, y, z = _voxel_centres(load_template())
    roof = np.interp(y, *np.array(HYPOTHALAMUS_ROOF).T)
    side = np.interp(y, *np.array(HYPOTHALAMUS_SIDE).T)
    depths = (
        y - HYPOTHALAMUS_BACK,
        HYPOTHALAMUS_FRONT - y,
        roof - z,
        z - HYPOTHALAMUS_FLOOR,
        side - np.abs(x),
    )
    inside = np.ones(load_template().t1.shape)
    for depth in depths:
        inside = inside / (1.0 + np.exp(np.clip(-depth / 0.4, -40.0, 40.0)))
    return np.asarray(inside)


def _soft(radius: Field, width: float) -> Field:
    """Turn a radius (1 on the surface) into a probability with a soft edge."""
    return np.asarray(1.0 / (1.0 + np.exp(np.clip((radius - 1.0) / width, -40.0, 40.0))))


def _ellipsoid_radius(shape: Ellipsoid) -> Field:
    x, y, z = _voxel_centres(load_template())
    offset = np.stack(
        np.broadcast_arrays(x - shape.centre[0], y - shape.centre[1], z - shape.centre[2]), axis=-1
    )
    axes, _ = np.linalg.qr(np.array(shape.axes).T)
    squares = [
        ((offset @ axes[:, index]) / semi) ** 2 for index, semi in enumerate(shape.semi_axes)
    ]
    return np.asarray(np.sqrt(np.sum(squares, axis=0)))


def _swept_radius(stations: Sequence[Station]) -> Field:
    template = load_template()
    x, y, z = _voxel_centres(template)
    first, last = stations[0].y, stations[-1].y
    radius = np.full(template.t1.shape, 9.0)
    for layer, here in enumerate(y[0, :, 0]):
        beyond = max(0.0, first - here, here - last)
        if beyond > CAP:
            continue
        # Between two stations every number is interpolated; beyond the ends the ellipse closes.
        shrink = np.sqrt(max(0.05, 1.0 - (beyond / CAP) ** 2))
        where = _between(stations, float(here))
        tilt = np.radians(where.tilt)
        dx, dz = x[:, 0, :] - where.x, z[:, 0, :] - where.z
        along = dx * np.cos(tilt) + dz * np.sin(tilt)
        across = -dx * np.sin(tilt) + dz * np.cos(tilt)
        radius[:, layer, :] = np.hypot(
            along / (where.semi_long * shrink), across / (where.semi_short * shrink)
        )
    return radius


def _between(stations: Sequence[Station], y: float) -> Station:
    places = [station.y for station in stations]
    rows = np.array([(s.x, s.z, s.semi_long, s.semi_short, s.tilt) for s in stations])
    x, z, semi_long, semi_short, tilt = (float(np.interp(y, places, row)) for row in rows.T)
    return Station(y, x, z, semi_long, semi_short, tilt)


def _voxel_centres(template: Template) -> tuple[Field, Field, Field]:
    x, y, z = (template.coordinates(axis) for axis in range(3))
    return x[:, None, None], y[None, :, None], z[None, None, :]
