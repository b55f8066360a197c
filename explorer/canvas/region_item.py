"""One region of the drawing: its overlay and its outline."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from explorer.canvas.glyph import hatch_brush
from explorer.canvas.overlay import RegionLook
from explorer.canvas.palette import Palette

_REACH = 8.0
"""How far the widest outline reaches beyond the shape, px at any zoom; kept in scene units."""


class RegionItem(QGraphicsItem):
    """Paints one region between two looks: one for each end of the slider.

    Args:
        region_id: the region.
        path: its outline in scene units.
        visible: the part of it that no other region covers.
    """

    def __init__(self, region_id: str, path: QPainterPath, visible: QPainterPath) -> None:
        super().__init__()
        self.region_id = region_id
        self._path = path
        self._visible = visible
        self._bounds = path.boundingRect()
        self._looks: tuple[RegionLook, RegionLook] | None = None
        self._blend = 0.0
        self._palette: Palette | None = None
        self._hovered = False
        self._selection = 0.0
        self._reach = _REACH

    @property
    def looks(self) -> tuple[RegionLook, RegionLook] | None:
        """The looks at the therapeutic and the chronic end."""
        return self._looks

    def set_scale(self, scale: float) -> None:
        """Tell how many pixels one scene unit is, so that outlines keep their width."""
        self.prepareGeometryChange()
        self._reach = _REACH / scale

    def set_palette(self, palette: Palette) -> None:
        """Choose the colours."""
        self._palette = palette
        self.update()

    def set_looks(self, therapeutic: RegionLook, chronic: RegionLook) -> None:
        """Set what both ends of the slider show."""
        if (therapeutic, chronic) != self._looks:
            self._looks = (therapeutic, chronic)
            self.update()

    def set_blend(self, blend: float) -> None:
        """Move between the ends: 0 is therapeutic, 1 is chronic."""
        if blend != self._blend:
            self._blend = blend
            if self._looks is not None and self._looks[0] != self._looks[1]:
                self.update()

    def set_hovered(self, hovered: bool) -> None:  # noqa: FBT001 - a Qt-style setter
        """Show or hide the outline of a hovered region."""
        if hovered != self._hovered:
            self._hovered = hovered
            self.update()

    def set_selection(self, amount: float) -> None:
        """Set how far the region is selected, 0 to 1 (in between while it is animated)."""
        if amount != self._selection:
            self._selection = amount
            self.update()

    def boundingRect(self) -> QRectF:
        """Box of everything that is painted, in scene units."""
        return self._bounds.adjusted(-self._reach, -self._reach, self._reach, self._reach)

    def shape(self) -> QPainterPath:
        """The outline itself."""
        return self._path

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        """Paint the overlay and the outline."""
        if self._palette is None or self._looks is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        first, second = self._looks
        if first == second or self._blend <= 0.0:
            self._paint_look(painter, first, 1.0)
        elif self._blend >= 1.0:
            self._paint_look(painter, second, 1.0)
        else:
            self._paint_look(painter, first, 1.0 - self._blend)
            self._paint_look(painter, second, self._blend)
        self._paint_outline(painter, self._palette)

    def _paint_look(self, painter: QPainter, look: RegionLook, weight: float) -> None:
        assert self._palette is not None, "paint checked it"
        color = self._palette.effect(look.effect)
        if look.is_gap:
            self._paint_gap(painter, color, weight)
        else:
            color.setAlphaF(look.density * weight)
            painter.fillPath(self._visible, color)

    def _paint_gap(self, painter: QPainter, color: QColor, weight: float) -> None:
        assert self._palette is not None, "paint checked it"
        wash = self._palette.color("panel")
        wash.setAlphaF(0.62 * weight)
        painter.fillPath(self._visible, wash)
        brush = hatch_brush(color, painter.device().devicePixelRatioF())
        # The hatch stays as fine as it is, however far the brain is zoomed.
        brush.setTransform(painter.worldTransform().inverted()[0])
        painter.setOpacity(weight)
        painter.fillPath(self._visible, brush)
        painter.setOpacity(1.0)

    def _paint_outline(self, painter: QPainter, palette: Palette) -> None:
        amount = self._selection
        self._stroke(painter, palette.color("ink"), 1.2, 0.85)
        if amount > 0.0:
            self._stroke(painter, palette.color("panel"), 3.0 + 5.0 * amount, amount)
            self._stroke(painter, palette.color("accent"), 2.0 + 2.4 * amount, amount)
        elif self._hovered:
            self._stroke(painter, palette.color("accent"), 3.0, 1.0)

    def _stroke(self, painter: QPainter, color: QColor, width: float, opacity: float) -> None:
        color.setAlphaF(opacity)
        pen = QPen(color, width)
        pen.setCosmetic(True)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.strokePath(self._visible, pen)
