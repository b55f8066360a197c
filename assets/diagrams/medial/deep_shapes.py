"""Simple solids for the structures that lie beside the midline, projected onto the plate.

The numbers are about a hundred rounded measurements of where several published atlases agree (see
README.md, "How it was checked"); no atlas is read. Right side only: x > 0.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy import ndimage
from shapely import MultiPolygon

from medial.grid import Field
from medial.outline import level_set, pieces
from medial.volumes import Template, load_template, project

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
CAP = 1.5
"""A swept solid closes over this many mm beyond its first and last station."""

# A projection shrinks when a solid is smoothed, so the levels lie below one half.
AMYGDALA_LEVEL = 0.44
HIPPOCAMPUS_LEVEL = 0.42
ACCUMBENS_LEVEL = 0.42


def amygdala() -> MultiPolygon:
    """Return the amygdala, projected."""
    return _projection(_soft(_ellipsoid_radius(AMYGDALA), 0.12), AMYGDALA_LEVEL)


def hippocampus() -> MultiPolygon:
    """Return the hippocampus, projected."""
    return _projection(_soft(_swept_radius(HIPPOCAMPUS), 0.10), HIPPOCAMPUS_LEVEL)


def accumbens() -> MultiPolygon:
    """Return the nucleus accumbens, projected."""
    return _projection(_soft(_ellipsoid_radius(ACCUMBENS), 0.12), ACCUMBENS_LEVEL)


def _projection(solid: Field, level: float) -> MultiPolygon:
    template = load_template()
    # A solid never reaches into cerebrospinal fluid.
    gated = solid * np.clip((template.tissue - 0.35) / 0.3, 0.0, 1.0)
    right_side = template.coordinates(0) >= -0.5
    gated = ndimage.gaussian_filter(gated * right_side[:, None, None], EDGE_SMOOTHING)
    return pieces(level_set(project(gated, 0.0, FARTHEST_X), level, 10.0), 10.0)


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
