"""A scroll bar that stays in the background."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollBar, QWidget

from explorer.canvas.fill import fill_box

_WIDTH = 12
_SHORTEST = 24.0


class SlimScrollBar(QScrollBar):
    """Paints only a rounded handle; behaves like any scroll bar.

    Args:
        parent: the scroll area.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)

    def sizeHint(self) -> QSize:
        """Narrow, yet wide enough to grab."""
        return QSize(_WIDTH, super().sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the handle."""
        colors = self.palette()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            fill_box(painter, event.rect(), colors.base().color())
            is_warm = self.underMouse() or self.isSliderDown()
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colors.placeholderText() if is_warm else colors.mid())
            painter.drawRoundedRect(self._handle().adjusted(3, 2, -3, -2), 3, 3)

    def _handle(self) -> QRectF:
        """Return the box of the handle. Asking the style would load 25 ms worth of enumerations."""
        whole = self.maximum() - self.minimum() + self.pageStep()
        length = max(self.height() * self.pageStep() / max(whole, 1), _SHORTEST)
        travel = (self.value() - self.minimum()) / max(self.maximum() - self.minimum(), 1)
        return QRectF(0, (self.height() - length) * travel, self.width(), length)
