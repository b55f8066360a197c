"""A button that looks like a link and wraps: a small line, and a sentence under it."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from explorer.widgets.typeface import Role, font, wrapped_height

_PAD = 8
_GAP = 2


class WrapLink(QPushButton):
    """Takes its colours from the application's palette.

    Args:
        head: the small line; may be empty.
        text: the sentence.
        parent: Qt owner.
    """

    def __init__(self, head: str, text: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self._head = head
        self._sentence = text
        self.setAccessibleName(f"{text} {head}".strip())
        self.setFont(font(Role.META))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """The sentence wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height at a width, both px."""
        inner = width - 2 * _PAD
        height = wrapped_height(Role.META, inner, self._sentence) + 2 * _PAD
        return height + (self._head_height(inner) if self._head else 0)

    def sizeHint(self) -> QSize:
        """As wide as it is."""
        width = max(self.width(), 200)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """As narrow as the page gets."""
        return QSize(120, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, texts and focus ring."""
        del event
        colors = self.palette()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            is_warm = self.underMouse() or self.isDown()
            pen = QPen(colors.accent() if is_warm or self.hasFocus() else colors.mid(), 1)
            if self.hasFocus():
                pen.setWidth(2)
            painter.setPen(pen)
            painter.setBrush(colors.base())
            painter.drawRoundedRect(box, 8, 8)
            room = self.rect().adjusted(_PAD, _PAD, -_PAD, -_PAD)
            if self._head:
                self._paint_head(painter, room)
                room.setTop(room.top() + self._head_height(room.width()))
            painter.setFont(self.font())
            painter.setPen((colors.accent() if is_warm else colors.buttonText()).color())
            painter.drawText(room, Qt.TextFlag.TextWordWrap, self._sentence)

    def _paint_head(self, painter: QPainter, room: QRect) -> None:
        painter.setFont(font(Role.SMALL))
        painter.setPen(self.palette().placeholderText().color())
        painter.drawText(room, Qt.TextFlag.TextWordWrap, self._head)

    def _head_height(self, width: int) -> int:
        return wrapped_height(Role.SMALL, width, self._head) + _GAP
