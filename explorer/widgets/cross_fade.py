"""Two pictures of one widget, laid over it and blended while the slider moves."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

_FROM, _TO = 0.3, 0.7


class CrossFade(QWidget):
    """Covers its parent with a blend of two pictures; the real content lies ready underneath.

    Args:
        parent: the widget that is covered.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._covered = parent
        self.setObjectName("cross_fade")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._ends = (QPixmap(), QPixmap())
        self._blend = 0.0
        self.hide()

    def begin(self, at_zero: QPixmap, at_one: QPixmap) -> None:
        """Cover the parent with two pictures of it, one for each end of the slider."""
        self._ends = (at_zero, at_one)
        self.setGeometry(self._covered.rect())
        self.raise_()
        self.show()

    def set_blend(self, blend: float) -> None:
        """Blend: 0 shows the first picture, 1 the second."""
        self._blend = blend
        if self.isVisible():
            self.update()

    def finish(self) -> None:
        """Uncover the parent and let the pictures go."""
        self.hide()
        self._ends = (QPixmap(), QPixmap())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the blend."""
        with QPainter(self) as painter:
            painter.setClipRect(event.rect())
            painter.drawPixmap(0, 0, self._ends[0])
            painter.setOpacity(_steep(self._blend))
            painter.drawPixmap(0, 0, self._ends[1])


def _steep(blend: float) -> float:
    """Return the opacity of the second picture: the texts overlap only around half-way."""
    rise = min(max((blend - _FROM) / (_TO - _FROM), 0.0), 1.0)
    return rise * rise * (3.0 - 2.0 * rise)
