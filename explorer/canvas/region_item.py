"""One region of the drawing: its overlay, and its outline."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from explorer.canvas.glyph import hatch_brush
from explorer.canvas.overlay import RegionLook
from explorer.canvas.palette import Palette


class RegionItem:
    """Paints the overlay of one region between two looks: one for each end of the slider.

    The outline is painted apart (`paint_outline`), because it stays while the slider moves.

    Args:
        region_id: the region.
        path: its outline in scene units.
        visible: the part of it that no other region covers.
    """

    def __init__(self, region_id: str, path: QPainterPath, visible: QPainterPath) -> None:
        self.region_id = region_id
        self._path = path
        self._visible = visible
        self._bounds = path.boundingRect().adjusted(-1, -1, 1, 1)
        self._looks: tuple[RegionLook, RegionLook] | None = None

    @property
    def looks(self) -> tuple[RegionLook, RegionLook] | None:
        """The looks at the therapeutic and the chronic end."""
        return self._looks

    def set_looks(self, therapeutic: RegionLook, chronic: RegionLook) -> None:
        """Set what both ends of the slider show."""
        self._looks = (therapeutic, chronic)

    @property
    def bounds(self) -> QRectF:
        """Box of everything that is painted, in scene units."""
        return self._bounds

    @property
    def path(self) -> QPainterPath:
        """The whole outline, covered parts included."""
        return self._path

    def paint(self, painter: QPainter, palette: Palette, blend: float) -> None:
        """Paint the overlay.

        Args:
            painter: paints in scene units.
            palette: colours.
            blend: position of the slider: 0 is therapeutic, 1 is chronic.
        """
        if self._looks is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        first, second = self._looks
        if first == second or blend <= 0.0:
            self._paint_look(painter, palette, first, 1.0)
        elif blend >= 1.0:
            self._paint_look(painter, palette, second, 1.0)
        else:
            self._paint_look(painter, palette, first, 1.0 - blend)
            self._paint_look(painter, palette, second, blend)

    def paint_outline(self, painter: QPainter, palette: Palette) -> None:
        """Paint the outline of the visible part, in scene units."""
        self._stroke(painter, palette.color("ink"), 1.2, 0.85)

    def paint_ring(self, painter: QPainter, palette: Palette, selection: float) -> None:
        """Paint what makes the region stand out.

        Args:
            painter: paints in scene units.
            palette: colours.
            selection: how far the region is selected, 0 to 1 (in between while animated); 0 is a
                region that is only hovered.
        """
        if selection > 0.0:
            self._stroke(painter, palette.color("panel"), 3.0 + 5.0 * selection, selection)
            self._stroke(painter, palette.color("accent"), 2.0 + 2.4 * selection, selection)
        else:
            self._stroke(painter, palette.color("accent"), 3.0, 1.0)

    def _paint_look(
        self, painter: QPainter, palette: Palette, look: RegionLook, weight: float
    ) -> None:
        color = palette.effect(look.effect)
        if not look.is_gap:
            color.setAlphaF(look.density * weight)
            painter.fillPath(self._visible, color)
            return
        wash = palette.color("panel")
        wash.setAlphaF(0.62 * weight)
        painter.fillPath(self._visible, wash)
        brush = hatch_brush(color.name(), painter.device().devicePixelRatioF())
        # The hatch stays as fine as it is, however far the brain is zoomed.
        brush.setTransform(painter.worldTransform().inverted()[0])
        painter.setOpacity(weight)
        painter.fillPath(self._visible, brush)
        painter.setOpacity(1.0)

    def _stroke(self, painter: QPainter, color: QColor, width: float, opacity: float) -> None:
        color.setAlphaF(opacity)
        # A cosmetic pen is as wide as so many pixels of the screen, which may be finer than ours.
        pen = QPen(color, width * painter.device().devicePixelRatioF())
        pen.setCosmetic(True)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.strokePath(self._visible, pen)
