"""One link between regions, as curves: which way the coupling goes, and how sure that is."""

from collections.abc import Iterable, Sequence
from math import hypot

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPainterPathStroker, QPen

from explorer.canvas.glyph import glyph_path
from explorer.canvas.overlay import LinkLook, RegionLook
from explorer.canvas.palette import Palette
from explorer.canvas.region_item import set_width, stroke

_WIDTH = 12.0
"""A pointer this close to the middle of the line (on both sides together) means the link, px."""
_SIGN = 6.5
_SHARES = (0.5, 0.42, 0.58, 0.34, 0.66)
_DASHES = (3.0, 3.0)


def link_curve(start: QPointF, end: QPointF, bend: float) -> QPainterPath:
    """Return the curve from one anchor to another.

    Args:
        start: where it begins, in scene units.
        end: where it ends.
        bend: how far its middle lies beside the straight line, as a share of its length; above
            nought it bows to the right of who walks along it.
    """
    way = end - start
    middle = (start + end) / 2 + QPointF(-way.y(), way.x()) * bend
    path = QPainterPath(start)
    path.quadTo(middle * 2.0 - (start + end) / 2, end)
    return path


class LinkItem:
    """Paints a link between two looks, one for each end of the slider.

    Args:
        look: what it shows.
        curves: one for each pair of ends, in scene units.
        keep_off: points from which its sign keeps its distance.
    """

    def __init__(
        self, look: LinkLook, curves: Sequence[QPainterPath], keep_off: Iterable[QPointF]
    ) -> None:
        self.look = look
        self._path = QPainterPath()
        for curve in curves:
            self._path.addPath(curve)
        self._bounds = self._path.boundingRect()
        self._hit_path = QPainterPath()
        self._hit_scale = 0.0
        crowd = list(keep_off)

        def room(point: QPointF) -> float:
            apart = (point - other for other in crowd)
            return min((hypot(way.x(), way.y()) for way in apart), default=0.0)

        points = [curve.pointAtPercent(share) for curve in curves for share in _SHARES]
        # The middle of the line is the best place for its sign where there is room enough.
        self.middle = next(
            (point for point in points if room(point) > 5 * _SIGN), max(points, key=room)
        )

    @property
    def is_moving(self) -> bool:
        """Whether it changes with the slider."""
        return self.look.looks[0] != self.look.looks[1]

    @property
    def bounds(self) -> QRectF:
        """Box of everything that is painted, without the widths of lines, in scene units."""
        return self._bounds

    def is_at(self, point: QPointF, scale: float) -> bool:
        """Whether a point is on the line.

        Args:
            point: in scene units.
            scale: pixels in one scene unit.
        """
        if scale != self._hit_scale:
            stroker = QPainterPathStroker()
            stroker.setWidth(_WIDTH / scale)
            stroker.setCapStyle(Qt.PenCapStyle.RoundCap)
            self._hit_path = stroker.createStroke(self._path)
            self._hit_scale = scale
        return self._hit_path.contains(point)

    def paint(self, painter: QPainter, palette: Palette, blend: float) -> None:
        """Paint the line, in scene units."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_gap = all(look.is_gap for look in self.look.looks)
        width, opacity = (3.0, 0.35) if is_gap else (4.4, 0.7)
        stroke(painter, self._path, palette.color("paper"), width, opacity)
        for look, weight in self._weights(blend):
            if weight > 0.0:
                self._paint_look(painter, palette, look, weight)

    def paint_ring(self, painter: QPainter, palette: Palette, blend: float, amount: float) -> None:
        """Paint what makes the link stand out.

        Args:
            painter: paints in scene units.
            palette: colours.
            blend: position of the slider.
            amount: how far it is selected, 0 to 1; 0 is a link that is only hovered.
        """
        stroke(painter, self._path, palette.color("panel"), 9.0 + 3.0 * amount, 0.9)
        stroke(painter, self._path, palette.color("accent"), 7.0 + 2.5 * amount, 1.0)
        stroke(painter, self._path, palette.color("panel"), 4.0, 1.0)
        for look, weight in self._weights(blend):
            if weight > 0.0:
                self._paint_look(painter, palette, look, weight)

    def paint_sign(self, painter: QPainter, palette: Palette, at: QPointF, blend: float) -> None:
        """Paint its sign in viewport pixels. A gap has none: its line is dashed.

        Args:
            painter: paints in viewport pixels.
            palette: colours.
            at: `middle` in viewport pixels.
            blend: position of the slider.
        """
        for look, weight in self._weights(blend):
            if weight <= 0.0 or look.is_gap:
                continue
            color = palette.effect(look.effect)
            painter.setOpacity(weight)
            painter.setPen(QPen(color, 1.2))
            painter.setBrush(palette.color("panel"))
            painter.drawEllipse(at, _SIGN, _SIGN)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color)
            painter.drawPath(glyph_path(look.effect, at, _SIGN))
            painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setOpacity(1.0)

    def _weights(self, blend: float) -> list[tuple[RegionLook, float]]:
        first, second = self.look.looks
        return [(first, 1.0)] if first == second else [(first, 1.0 - blend), (second, blend)]

    def _paint_look(
        self, painter: QPainter, palette: Palette, look: RegionLook, weight: float
    ) -> None:
        color: QColor = palette.effect(look.effect)
        if not look.is_gap:
            # Stronger evidence is a thicker and denser line.
            stroke(painter, self._path, color, 1.4 + 1.6 * look.density, weight)
            return
        color.setAlphaF(0.8 * weight)
        pen = QPen(color)
        set_width(pen, painter, 1.3)
        pen.setDashPattern(_DASHES)
        painter.strokePath(self._path, pen)
