"""The sign of each direction of effect: colour is never the only one.

Down, up, diamond, equals and hatch are drawn as shapes, not as characters: no font changes them.
"""

from functools import cache
from itertools import pairwise

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QImage,
    QPainter,
    QPainterPath,
    QPen,
    QPicture,
    QPolygonF,
    QTransform,
)

from explorer.domain.vocabulary import Effect

_HATCH_PERIOD = 7


def glyph_path(effect: Effect, center: QPointF, size: float) -> QPainterPath:
    """Return the sign for a direction.

    Args:
        effect: direction; `unknown` gives three hatch lines.
        center: middle of the sign.
        size: width and height of the box that holds it, in the painter's units.
    """
    half = size / 2
    path = QPainterPath()
    if effect is Effect.DECREASE or effect is Effect.INCREASE:
        way = 1.0 if effect is Effect.DECREASE else -1.0
        path.addPolygon(
            QPolygonF(
                [
                    center + QPointF(-half, -half * 0.80 * way),
                    center + QPointF(half, -half * 0.80 * way),
                    center + QPointF(0, half * 0.85 * way),
                ]
            )
        )
        path.closeSubpath()
    elif effect is Effect.MIXED:
        path.addPolygon(
            QPolygonF(
                [
                    center + QPointF(0, -half),
                    center + QPointF(half, 0),
                    center + QPointF(0, half),
                    center + QPointF(-half, 0),
                ]
            )
        )
        path.closeSubpath()
    elif effect is Effect.NO_CHANGE:
        for offset in (-0.62, 0.18):
            path.addRect(QRectF(center.x() - half, center.y() + offset * half, size, size * 0.22))
    else:
        for offset in (-0.5, 0.0, 0.5):
            top = center + QPointF((offset + 0.33) * half, -half * 0.9)
            bottom = center + QPointF((offset - 0.33) * half, half * 0.9)
            width = QPointF(size * 0.075, 0)
            path.addPolygon(QPolygonF([top - width, top + width, bottom + width, bottom - width]))
            path.closeSubpath()
    return path


@cache
def _hatch_tile(color: str, ratio: float) -> QImage:
    """Draw one tile of the hatch; there are only a few colours and ratios."""
    side = round(_HATCH_PERIOD * 2 * ratio)
    tile = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    tile.fill(Qt.GlobalColor.transparent)
    with QPainter(tile) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(color), 1.4 * ratio))
        step = side / 2
        for start in range(-2, 5):
            painter.drawLine(
                QPointF(start * step - 1, side + 1), QPointF(start * step + side + 1, -1)
            )
    tile.setDevicePixelRatio(ratio)
    return tile


def hatch_brush(color: str, ratio: float = 1.0) -> QBrush:
    """Return the diagonal hatch that stands for "not measured".

    Args:
        color: colour of the lines, `#rrggbb`.
        ratio: device pixels per pixel, so that the lines keep their width on sharp screens.
    """
    return QBrush(_hatch_tile(color, ratio))


def fill_with_hatch(painter: QPainter, path: QPainterPath, color: QColor) -> None:
    """Fill a shape with the hatch, which stays as fine as it is, however far the brain is zoomed.

    Args:
        painter: paints in the units of the shape.
        path: the shape.
        color: of the lines.
    """
    turn = painter.worldTransform()
    if not isinstance(painter.device(), QPicture):
        brush = hatch_brush(color.name(), painter.device().devicePixelRatioF())
        brush.setTransform(turn.inverted()[0])
        painter.fillPath(path, brush)
        return
    # What is painted later, perhaps on paper, keeps its lines as lines.
    painter.save()
    painter.resetTransform()
    painter.setPen(QPen(color, 1.4))
    painter.drawLines(_hatch_lines(turn.map(path)))
    painter.restore()


def _hatch_lines(path: QPainterPath) -> list[QLineF]:
    """Return rising lines through a shape, cut off where they leave it."""
    level = QTransform().rotate(45)
    back = level.inverted()[0]
    corners = [polygon.toList() for polygon in path.toSubpathPolygons(level)]
    edges = [(a, b) for polygon in corners for a, b in pairwise(polygon) if a.y() != b.y()]
    step = _HATCH_PERIOD / 2**0.5
    box = level.map(path).boundingRect()
    lines = []
    for row in range(int(box.top() / step), int(box.bottom() / step) + 1):
        y = (row + 0.5) * step
        crossed = sorted(
            a.x() + (y - a.y()) * (b.x() - a.x()) / (b.y() - a.y())
            for a, b in edges
            if (a.y() <= y) is not (b.y() <= y)
        )
        for left, right in zip(crossed[::2], crossed[1::2], strict=False):
            lines.append(back.map(QLineF(left, y, right, y)))
    return lines
