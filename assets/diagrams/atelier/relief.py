"""Soft shading without filters: a height field, a light, and bands of equal brightness."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from scipy import ndimage
from shapely.geometry.base import BaseGeometry

from atelier.grid import STEP, Field, Mask, blur, cell_of, rasterise
from atelier.strokes import Stroke

LIGHT = np.array([0.42, 0.62, 0.80])
"""Direction of the light on a page where u grows to the left: upper left, towards the viewer."""
LIGHT_ON_SLICE = LIGHT * (-1.0, 1.0, 1.0)
"""The same light on a page where u grows to the right."""
STRENGTH_STEPS = (0.2, 0.35, 0.5, 0.7, 1.01)
"""Furrows are sunk in classes of strength; each class is as deep as its strength."""


@dataclass(frozen=True)
class Relief:
    """Brightness of a rounded surface, relative to a flat one, and where the surface is."""

    brightness: Field
    mask: Mask


@dataclass(frozen=True)
class Rounding:
    """How a flat shape is rounded."""

    width: float
    """The surface bends down within about this distance (mm) of an edge or furrow."""
    steepness: float
    smoothing: float


def rounded(
    shape: BaseGeometry,
    rounding: Rounding,
    furrows: Iterable[Stroke] = (),
    light: Field = LIGHT,
) -> Relief:
    """Round a shape towards its outline and its furrows, and light it."""
    mask = rasterise(shape)
    sunk = np.exp(-_distance(~mask) / rounding.width)
    strokes = list(furrows)
    lower = 0.0
    for upper in STRENGTH_STEPS:
        trace: Mask = np.zeros_like(mask)
        deepest = 0.0
        for stroke in strokes:
            chosen = (stroke.strength >= lower) & (stroke.strength < upper)
            if chosen.any():
                trace[cell_of(stroke.points[chosen])] = True
                deepest = max(deepest, float(stroke.strength[chosen].mean()))
        if deepest > 0:
            depth = min(1.0, 0.25 + 1.1 * deepest)
            sunk = np.maximum(sunk, depth * np.exp(-_distance(trace) / rounding.width))
        lower = upper
    height = rounding.width * rounding.steepness * (1.0 - sunk)
    return Relief(np.where(mask, _lit(blur(height, rounding.smoothing), light), 0.0), mask)


def of_depth(depth: Field, mask: Mask) -> Relief:
    """Light a surface whose distance from the viewer is known (mm)."""
    return Relief(np.where(mask, _lit(blur(-depth, 1.1), LIGHT), 0.0), mask)


def _distance(trace: Mask) -> Field:
    return np.asarray(ndimage.distance_transform_edt(~trace) * STEP)


def _lit(height: Field, direction: Field) -> Field:
    slope_z, slope_y = np.gradient(height, STEP)
    light = direction / np.linalg.norm(direction)
    facing = -slope_y * light[0] - slope_z * light[1] + light[2]
    return np.asarray(facing / np.sqrt(slope_y**2 + slope_z**2 + 1) - light[2])
