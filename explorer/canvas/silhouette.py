"""The edges of the drawing on the stage, which labels keep clear of."""

from explorer.canvas.drawing import Drawing
from explorer.canvas.zoom import Zoom


class Silhouette:
    """The edges of the drawing in pixels of the stage.

    Args:
        drawing: gives the edges in scene units.
        zoom: how the drawing lies on the stage now.
    """

    def __init__(self, drawing: Drawing, zoom: Zoom) -> None:
        self._drawing = drawing
        self._scale = zoom.scale
        self._corner = zoom.visible.topLeft()
        self._is_whole = zoom.factor == 1
        self._turn = 2 * drawing.view_box.center().x() if zoom.mirrored else None

    def extent(self, top: float, bottom: float) -> tuple[float, float] | None:
        """Return the edges between two heights, px; None when zoomed in."""
        if not self._is_whole:
            return None  # then labels lie on the picture
        scale, x, y = self._scale, self._corner.x(), self._corner.y()
        extent = self._drawing.extent(top / scale + y, bottom / scale + y)
        if extent is None:
            return None
        left, right = extent
        if self._turn is not None:
            left, right = self._turn - right, self._turn - left
        return (left - x) * scale, (right - x) * scale
