"""Bands of shade and light on a rounded shape."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from shapely.geometry.base import BaseGeometry

from atelier.grid import blur
from atelier.outline import level_set
from atelier.page import Curve, Page, Style
from atelier.relief import Relief


@dataclass(frozen=True)
class Bands:
    """A few translucent bands, one above the other, that read as a soft gradient."""

    levels: Sequence[tuple[float, float]]
    """(difference in brightness from a flat surface, opacity) of each band."""
    colour: str
    smallest: float = 4.0
    """Spots below this area (mm2) are left out."""
    curve: Curve = field(default_factory=lambda: Curve(0.5, 0.3))
    light: bool = False
    """Bands of light rather than of shade."""


def draw_bands(page: Page, name: str, relief: Relief, bands: Bands, within: BaseGeometry) -> None:
    """Add the bands as paths ``name-shade-0``, ``name-shade-1`` ... (or ``-light-``)."""
    kind = "light" if bands.light else "shade"
    sign = 1.0 if bands.light else -1.0
    for index, (level, opacity) in enumerate(bands.levels):
        excess = np.where(relief.mask, sign * relief.brightness - level, -1.0)
        spots = level_set(blur(excess, 0.3), 0.0, bands.smallest, within=within)
        if spots.is_empty:
            continue
        style: Style = {"fill": bands.colour, "fill_opacity": opacity}
        page.shape(f"{name}-{kind}-{index}", spots, bands.curve, style)
