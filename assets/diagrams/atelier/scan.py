"""The MRI template itself as a picture behind the shapes: grey, and clear outside the brain."""

import numpy as np
from PIL import Image
from scipy import ndimage
from shapely import MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

from atelier.grid import STEP, U_AXIS, V_AXIS, Field, blur, rasterise
from atelier.page import Frame

PIXELS_PER_MM = 5.0
BRIGHTEST = 99.8
"""This percentile of the brain becomes white."""
GAMMA = 1.15
LEVELS = 40
"""Steps of grey: more cannot be told apart, and make the file large."""


def scan_picture(grey: Field, shown: BaseGeometry, frame: Frame) -> Image.Image:
    """Return a cut of the template as a picture of the same page as the drawing.

    Args:
        grey: the cut on the drawing grid.
        shown: what is kept; the picture fades to clear at its edge.
        frame: the page.
    """
    # Fluid between parts of the brain belongs to the picture; only what lies outside is clear.
    parts = getattr(shown, "geoms", [shown])
    inside = rasterise(MultiPolygon([Polygon(part.exterior) for part in parts]).buffer(0))
    white = np.percentile(grey[inside], BRIGHTEST)
    tone = np.clip(grey / white, 0.0, 1.0) ** GAMMA
    alpha = np.clip(blur(inside.astype(float), 0.7), 0.0, 1.0)
    width = round(abs(frame.right - frame.left) * PIXELS_PER_MM)
    height = round((frame.top - frame.bottom) * PIXELS_PER_MM)
    # The centre of each pixel, in cells of the grid.
    u = np.linspace(frame.left, frame.right, 2 * width + 1)[1::2]
    v = np.linspace(frame.top, frame.bottom, 2 * height + 1)[1::2]
    where = np.meshgrid((v - V_AXIS[0]) / STEP, (u - U_AXIS[0]) / STEP, indexing="ij")
    tone, alpha = (ndimage.map_coordinates(field, where, order=1) for field in (tone, alpha))
    tone = np.round(tone * (LEVELS - 1)) / (LEVELS - 1) * (alpha > 0.01)
    alpha = np.round(alpha * 15) / 15
    layers = [Image.fromarray(np.uint8(np.round(255 * field))) for field in (tone, alpha)]
    return Image.merge("LA", layers)
