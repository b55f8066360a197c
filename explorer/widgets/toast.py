"""One line over the foot of the window that tells what a key has done, and goes by itself."""

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QWidget

from explorer.widgets.typeface import Role, font, text_width

_STAY_MS = 3000
_ABOVE_FOOT = 52
_PAD_X, _PAD_Y = 16, 9
_RADIUS = 9


class Toast(QLabel):
    """Takes neither mouse nor focus; assistive tools hear the line from whoever shows it.

    Args:
        over: the window.
    """

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.setObjectName("toast")
        self.setFont(font(Role.META))
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._over = over
        self._go = QTimer(self, singleShot=True, interval=_STAY_MS)
        self._go.timeout.connect(self.hide)
        self.hide()

    def tell(self, text: str) -> None:
        """Show a line for a few seconds."""
        self.setText(text)
        self.resize(self.sizeHint())
        room = self._over.size()
        self.move((room.width() - self.width()) // 2, room.height() - _ABOVE_FOOT - self.height())
        self.raise_()
        self.show()
        self._go.start()

    def sizeHint(self) -> QSize:
        """The line with some air."""
        width = text_width(Role.META, self.text()) + 2 * _PAD_X
        return QSize(width, self.fontMetrics().height() + 2 * _PAD_Y)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a ground that stands out from whatever lies below."""
        del event
        colors = self.palette()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(colors.accent(), 1))
            painter.setBrush(colors.base())
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), _RADIUS, _RADIUS)
            painter.setPen(colors.windowText().color())
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
