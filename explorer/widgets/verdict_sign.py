"""Sign and colour of each verdict on a common statement; its word always stands beside it."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from explorer.canvas.palette import Palette
from explorer.domain.vocabulary import CheckVerdict

_TOKENS = {
    CheckVerdict.CONTRADICTED: "increase",
    CheckVerdict.OVERSTATED: "increase",
    CheckVerdict.MIXED_UP: "mixed",
    CheckVerdict.OUTDATED: "gap",
    CheckVerdict.UNSUPPORTED: "gap",
    CheckVerdict.PARTLY: "decrease",
    CheckVerdict.CORRECT: "no_change",
}
# Lines in a box from -1 to 1.
_CROSS = (((-0.7, -0.7), (0.7, 0.7)), ((-0.7, 0.7), (0.7, -0.7)))
_STEEP = (((-0.9, 0.8), (-0.9, 0.35)), ((-0.3, 0.8), (-0.3, 0.1)), ((0.3, 0.8), (0.3, -0.3)))
_STEEPEST = (((0.9, 0.8), (0.9, -0.9)),)
_SWAP = (
    ((-0.8, -0.4), (0.8, -0.4), (0.4, -0.8)),
    ((0.8, 0.4), (-0.8, 0.4), (-0.4, 0.8)),
)
_HANDS = (((0.0, -0.5), (0.0, 0.05), (0.4, 0.3)),)
_QUESTION = (
    ((-0.45, -0.45), (-0.3, -0.8), (0.2, -0.85), (0.5, -0.5), (0.3, -0.1), (0.0, 0.1), (0.0, 0.35)),
)
_CHECK = (((-0.8, 0.1), (-0.2, 0.65), (0.8, -0.6)),)
_LINES = {
    CheckVerdict.CONTRADICTED: _CROSS,
    CheckVerdict.OVERSTATED: (*_STEEP, *_STEEPEST),
    CheckVerdict.MIXED_UP: _SWAP,
    CheckVerdict.OUTDATED: _HANDS,
    CheckVerdict.UNSUPPORTED: _QUESTION,
    CheckVerdict.CORRECT: _CHECK,
}


def verdict_color(verdict: CheckVerdict, palette: Palette) -> QColor:
    """Return the colour of a verdict."""
    return palette.color(_TOKENS[verdict])


def paint_verdict(painter: QPainter, verdict: CheckVerdict, box: QRectF, palette: Palette) -> None:
    """Paint the sign of a verdict.

    A cross, bars that rise too high, two arrows, a clock, a question mark, a half disc, a tick.

    Args:
        painter: smooth lines are switched on.
        verdict: what to paint.
        box: where.
        palette: colours.
    """
    color = verdict_color(verdict, palette)
    half = box.width() / 2 - 1
    middle = box.center()
    width = max(box.width() / 8, 1.6)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(color, width, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
    for line in _LINES.get(verdict, ()):
        painter.drawPolyline([middle + QPointF(x, y) * half for x, y in line])
    if verdict in (CheckVerdict.OUTDATED, CheckVerdict.PARTLY):
        painter.drawEllipse(middle, half, half)
    if verdict is CheckVerdict.PARTLY:
        disc = QPainterPath(middle)
        disc.arcTo(QRectF(middle.x() - half, middle.y() - half, 2 * half, 2 * half), 90, 180)
        painter.fillPath(disc, color)
    if verdict is CheckVerdict.UNSUPPORTED:
        painter.setBrush(color)
        painter.drawEllipse(middle + QPointF(0, 0.8 * half), width / 3, width / 3)
    painter.restore()
