"""A scroll bar that stays in the background."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollBar, QStyle, QStyleOptionSlider, QWidget

_WIDTH = 12


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
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        handle = self.style().subControlRect(
            QStyle.ComplexControl.CC_ScrollBar, option, QStyle.SubControl.SC_ScrollBarSlider, self
        )
        colors = self.palette()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillRect(event.rect(), colors.base())
            is_warm = self.underMouse() or self.isSliderDown()
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colors.placeholderText() if is_warm else colors.mid())
            painter.drawRoundedRect(QRectF(handle).adjusted(3, 2, -3, -2), 3, 3)
