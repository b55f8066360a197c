"""What several plates draw alike: outlines, brush strokes, and the regions to click."""

from collections.abc import Iterable, Mapping

from shapely.geometry.base import BaseGeometry

from atelier import palette
from atelier.grid import Field
from atelier.page import Curve, Page
from atelier.relief import LIGHT, Rounding, rounded
from atelier.shading import Bands, draw_bands
from atelier.strokes import Stroke, brush_outline

NO_MARKS: Mapping[str, str] = {}


def line(colour: str, width: float) -> dict[str, str | float]:
    """Return the style of an outline."""
    return {"stroke": colour, "stroke_width": width, "stroke_linejoin": "round"}


def brush_data(
    page: Page, strokes: Iterable[Stroke], widths: Iterable[Field], tolerance: float
) -> str:
    """Return path data for brush strokes of the given widths (mm)."""
    return "".join(
        page.cubic_data(brush_outline(stroke, width, tolerance), closed=True)
        for stroke, width in zip(strokes, widths, strict=True)
    )


def draw_key(
    page: Page,
    name: str,
    shape: BaseGeometry,
    colours: tuple[str, str],
    smoothing: float,
    marks: Mapping[str, str] = NO_MARKS,
    light: Field = LIGHT,
) -> None:
    """Draw one of the main regions.

    Args:
        page: where to draw.
        name: id of its path.
        shape: its outline.
        colours: of its gradient, lit side first.
        smoothing: of the outline (mm).
        marks: further attributes of the path, such as the region and side it stands for.
        light: where the light comes from.
    """
    curve = Curve(smoothing, 0.12)
    # A dark, faint rim sets the region off on light and dark pages alike.
    shadow = {"fill": "none", **line(palette.CONTACT_SHADOW, 5), "stroke_opacity": 0.13}
    page.shape(f"{name}-halo", shape, curve, shadow)
    paint = page.radial(f"paint-{name}", colours, (0.38, 0.3, 0.85))
    page.shape(name, shape, curve, {**marks, "fill": paint, **line(palette.KEY_LINE, 1.5)})
    relief = rounded(shape, Rounding(2.8, 2.0, 0.8), light=light)
    soft = Curve(0.5, 0.2)
    shade = Bands([(0.12, 0.09), (0.26, 0.10), (0.42, 0.11)], palette.KEY_SHADE, 3.0, soft)
    draw_bands(page, name, relief, shade, shape)
    bright = Bands([(0.11, 0.35)], palette.KEY_LIGHT, 3.0, soft, light=True)
    draw_bands(page, name, relief, bright, shape)
