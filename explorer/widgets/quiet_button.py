"""A flat button with a hairline, in the look of the window."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QWidget

from explorer.widgets.typeface import Role, font

_PAD_X = 12
_PAD_Y = 6
_RADIUS = 8


class QuietButton(QPushButton):
    """Takes its colours from the application's palette.

    Args:
        parent: Qt owner.
        role: face of the text.
        is_link: without a frame, in the accent colour.
    """

    def __init__(self, parent: QWidget, role: Role = Role.META, *, is_link: bool = False) -> None:
        super().__init__(parent)
        self._is_link = is_link
        self.setFont(font(role))
        # A click does not take the focus away from where it was; Tab reaches the button.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """The text with some air."""
        metrics = QFontMetrics(self.font())
        pad = 0 if self._is_link else 2 * _PAD_X
        width = metrics.horizontalAdvance(self.text()) + pad + 4
        return QSize(width, metrics.height() + 2 * _PAD_Y)

    def minimumSizeHint(self) -> QSize:
        """Names are never cut off."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint frame, text and focus ring."""
        del event
        colors = self.palette()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            is_warm = self.underMouse() or self.isDown() or self.isChecked()
            if not self._is_link:
                painter.setPen(QPen(colors.accent() if is_warm else colors.mid(), 1))
                painter.setBrush(colors.alternateBase() if self.isDown() else colors.base())
                painter.drawRoundedRect(box, _RADIUS, _RADIUS)
            if self.hasFocus():
                painter.setPen(QPen(colors.accent(), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(box, _RADIUS, _RADIUS)
            painter.setPen((colors.accent() if self._is_link else colors.buttonText()).color())
            painter.setFont(self.font())
            side = Qt.AlignmentFlag.AlignLeft if self._is_link else Qt.AlignmentFlag.AlignHCenter
            inner = self.rect().adjusted(2, 0, -2, 0) if self._is_link else self.rect()
            painter.drawText(inner, side | Qt.AlignmentFlag.AlignVCenter, self.text())
            if self._is_link and is_warm:
                metrics = QFontMetrics(self.font())
                below = (self.height() + metrics.ascent()) // 2 + 1
                painter.drawLine(2, below, 2 + metrics.horizontalAdvance(self.text()), below)
