"""What a region is, in one line, while the pointer rests on it."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from explorer.canvas.palette import Palette

_PAD = 12
_WIDTH = 280
_DISTANCE = 14


class HoverCard(QWidget):
    """A small card near the hovered region. It never takes the mouse, nor covers the region.

    Args:
        parent: the canvas's viewport.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._stage = parent
        self._title = ""
        self._text = ""
        self._palette: Palette | None = None
        self.setObjectName("hover_card")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    @property
    def text(self) -> str:
        """What the card says: name and summary."""
        return f"{self._title}. {self._text}"

    def set_palette(self, palette: Palette) -> None:
        """Choose the colours."""
        self._palette = palette
        self.update()

    def show_beside(self, region: QRect, title: str, text: str) -> None:
        """Show the card above the region, or below it where there is no room.

        Args:
            region: box of the region in the parent's pixels.
            title: name of the region.
            text: one-line summary.
        """
        self._title, self._text = title, text
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        size = self._needed_size()
        stage = self._stage.rect()
        top = region.top() - _DISTANCE - size.height()
        if top < stage.top() + 4:
            top = region.bottom() + _DISTANCE
        left = region.center().x() - size.width() // 2
        left = min(max(left, stage.left() + 4), max(stage.right() - size.width() - 4, 4))
        self.setGeometry(left, top, size.width(), size.height())
        self.raise_()
        self.show()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card."""
        if self._palette is None:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._palette.color("line"), 1))
            painter.setBrush(self._palette.color("panel"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 9, 9)
            inner = self.rect().adjusted(_PAD, _PAD - 2, -_PAD, -_PAD + 2)
            painter.setFont(self._title_font())
            painter.setPen(self._palette.color("ink"))
            title = QFontMetrics(painter.font()).height()
            painter.drawText(inner, Qt.AlignmentFlag.AlignLeft, self._title)
            painter.setFont(self.font())
            painter.setPen(self._palette.color("soft"))
            painter.drawText(
                inner.adjusted(0, title + 2, 0, 0), Qt.TextFlag.TextWordWrap, self._text
            )

    def _title_font(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def _needed_size(self) -> QSize:
        title = QFontMetrics(self._title_font()).size(0, self._title)
        room = QRect(0, 0, _WIDTH - 2 * _PAD, 1000)
        text = QFontMetrics(self.font()).boundingRect(room, Qt.TextFlag.TextWordWrap, self._text)
        width = max(title.width(), text.width()) + 2 * _PAD + 2
        return QSize(width, title.height() + 2 + text.height() + 2 * _PAD - 4)
