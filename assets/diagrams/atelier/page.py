"""Writes the plate: page coordinates, path data and elements. Plain SVG, nothing but shapes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

import numpy as np
from shapely.geometry.base import BaseGeometry

from atelier.bezier import Cubic, fit_closed
from atelier.grid import Points
from atelier.outline import smooth_ring

UNITS_PER_MM = 5.0

Style = Mapping[str, str | float]


@dataclass(frozen=True)
class Curve:
    """How an outline becomes a curve."""

    smoothing: float = 0.5
    """Gaussian sigma along the outline (mm)."""
    tolerance: float = 0.15
    """Largest distance between curve and outline (mm)."""
    corner: float = 60.0
    """Turns sharper than this (degrees) stay sharp."""


@dataclass(frozen=True)
class Frame:
    """The part of the drawing plane that the page shows (mm)."""

    left: float
    """u at the left edge."""
    right: float
    bottom: float
    top: float

    @property
    def width(self) -> float:
        """Width of the page in its own units."""
        return abs(self.right - self.left) * UNITS_PER_MM

    @property
    def height(self) -> float:
        """Height of the page in its own units."""
        return (self.top - self.bottom) * UNITS_PER_MM

    def on_page(self, points: Points) -> Points:
        """Return page coordinates, rounded to a tenth of a unit."""
        towards = 1.0 if self.right > self.left else -1.0
        x = towards * (points[..., 0] - self.left) * UNITS_PER_MM
        y = (self.top - points[..., 1]) * UNITS_PER_MM
        return np.asarray(np.round(np.stack([x, y], axis=-1), 1))


@dataclass
class Page:
    """Collects the elements of one plate."""

    frame: Frame
    gradients: list[str] = field(default_factory=list)
    body: list[str] = field(default_factory=list)

    def linear(self, name: str, colours: tuple[str, str], end: tuple[float, float]) -> str:
        """Add a linear gradient from the upper left corner; returns the paint to use."""
        self.gradients.append(
            f'<linearGradient id="{name}" x1="0" y1="0" x2="{end[0]:g}" y2="{end[1]:g}">'
            f"{_stops(colours)}</linearGradient>"
        )
        return f"url(#{name})"

    def radial(self, name: str, colours: tuple[str, str], circle: Sequence[float]) -> str:
        """Add a radial gradient (cx, cy, r); returns the paint to use."""
        cx, cy, r = circle
        self.gradients.append(
            f'<radialGradient id="{name}" cx="{cx:g}" cy="{cy:g}" r="{r:g}">'
            f"{_stops(colours)}</radialGradient>"
        )
        return f"url(#{name})"

    def open_group(self, name: str) -> None:
        """Start a named group."""
        self.body.append(f'<g id="{name}">')

    def close_group(self) -> None:
        """End the group."""
        self.body.append("</g>")

    def path(self, name: str, data: str, style: Style) -> None:
        """Add a path with ready path data."""
        attributes = "".join(
            f' {key.replace("_", "-")}="{value if isinstance(value, str) else f"{value:g}"}"'
            for key, value in style.items()
        )
        self.body.append(f'<path id="{name}"{attributes} d="{data}"/>')

    def shape(self, name: str, shape: BaseGeometry, curve: Curve, style: Style) -> None:
        """Add the outline of a shape as one path; an empty shape is an error."""
        data = self.outline_data(shape, curve)
        if not data:
            raise ValueError(f"nothing to draw for {name!r}")
        self.path(name, data, style)

    def outline_data(self, shape: BaseGeometry, curve: Curve) -> str:
        """Return path data for the outlines of all polygons in a geometry."""
        data = ""
        for polygon in getattr(shape, "geoms", [shape]):
            if polygon.is_empty:
                continue
            for ring in (polygon.exterior, *polygon.interiors):
                calm = smooth_ring(np.array(ring.coords), curve.smoothing)
                data += self.cubic_data(
                    fit_closed(calm, curve.tolerance, curve.corner), closed=True
                )
        return data

    def cubic_data(self, cubics: Sequence[Cubic], *, closed: bool) -> str:
        """Return path data with relative curves, rounded to a tenth of a unit.

        Each step is taken from the rounded end of the last one, so rounding does not add up.
        """
        here = self.frame.on_page(cubics[0][0])
        data = f"M{_number(here[0])} {_number(here[1])}"
        for cubic in cubics:
            points = self.frame.on_page(cubic)
            steps = (points[1:] - here).ravel()
            data += "c" + " ".join(_number(step) for step in steps).replace(" -", "-")
            here = points[3]
        return data + ("z" if closed else "")

    def text(self, title: str, description: str) -> str:
        """Return the finished document."""
        width, height = f"{self.frame.width:g}", f"{self.frame.height:g}"
        head = (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
            f'width="{width}" height="{height}">'
        )
        lines = [
            head,
            f"<title>{escape(title)}</title>",
            f"<desc>{escape(description)}</desc>",
            "<defs>",
            *self.gradients,
            "</defs>",
            *self.body,
            "</svg>",
        ]
        return "\n".join(lines) + "\n"


def _number(value: float) -> str:
    text = f"{value:.1f}".removesuffix(".0")
    text = text.replace("0.", ".", 1) if text.startswith(("0.", "-0.")) else text
    return "0" if text in ("-0", "") else text


def _stops(colours: tuple[str, str]) -> str:
    return "".join(
        f'<stop offset="{offset}" stop-color="{colour}"/>' for offset, colour in enumerate(colours)
    )
