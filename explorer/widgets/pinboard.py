"""What pins to the handout: a board that every button of a window finds, and the buttons."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QWidget

from explorer.domain.handout import Pin
from explorer.i18n import Words
from explorer.state.basket import Basket
from explorer.widgets.quiet_button import QuietButton

_SIDE = 34
_RADIUS = 8
_LEAST = 26


class Pinboard(QObject):
    """Serves every `PinButton` below its owner; they find it by looking up the window.

    Args:
        basket: what is pinned.
        owner: the widget whose buttons it serves.
    """

    changed = Signal()
    """Other things are pinned now."""
    pin_wished = Signal(Pin)
    """The person wants this on the handout, or off it."""

    def __init__(self, basket: Basket, owner: QWidget) -> None:
        super().__init__(owner)
        self._basket = basket
        basket.changed.connect(self.changed)
        for button in owner.findChildren(PinButton):  # shown before the board was there
            button.find_board()

    @staticmethod
    def around(widget: QWidget) -> Pinboard | None:
        """Return the board of the nearest ancestor that has one."""
        parent = widget.parentWidget()
        while parent is not None:
            for child in parent.children():
                if isinstance(child, Pinboard):
                    return child
            parent = parent.parentWidget()
        return None

    def is_pinned(self, pin: Pin) -> bool:
        """Whether it is on the handout."""
        return self._basket.is_pinned(pin)


class PinButton(QuietButton):
    """Puts one thing on the handout, or takes it off; follows what else does so.

    Args:
        parent: Qt owner.
        is_link: without a frame.
        is_icon: a drawn pin instead of words, where room is short.
    """

    def __init__(self, parent: QWidget, *, is_link: bool = False, is_icon: bool = False) -> None:
        super().__init__(parent, is_link=is_link)
        self.setObjectName("pin_button")
        self.setCheckable(True)
        self.clicked.connect(self._on_clicked)
        self._is_icon = is_icon
        self._board: Pinboard | None = None
        self._pin: Pin | None = None
        self._words: Words | None = None
        self.setEnabled(False)

    @property
    def pin(self) -> Pin | None:
        """What it pins now, or None."""
        return self._pin

    def set_pin(self, pin: Pin | None) -> None:
        """Choose what it pins; None for nothing."""
        self._pin = pin
        self._follow()

    def set_words(self, words: Words) -> None:
        """Choose the language."""
        self._words = words
        self._follow()

    def find_board(self) -> None:
        """Look for the board of the window."""
        if self._board is None:
            self._board = Pinboard.around(self)
            if self._board is not None:
                self._board.changed.connect(self._follow)
        self._follow()

    def showEvent(self, event: QShowEvent) -> None:
        """Find the board when it is first needed."""
        super().showEvent(event)
        self.find_board()

    def sizeHint(self) -> QSize:
        """The words, or a square for the drawn pin."""
        if self._is_icon:
            return QSize(_SIDE, _SIDE - 4)
        return super().sizeHint().expandedTo(QSize(0, _LEAST))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint words, or a pin: hollow until it holds something."""
        if not self._is_icon:
            super().paintEvent(event)
            return
        colors = self.palette()
        is_warm = self.underMouse() or self.isDown() or self.isChecked()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            edge = colors.accent() if is_warm or self.hasFocus() else colors.mid()
            painter.setPen(QPen(edge, 2 if self.hasFocus() else 1))
            painter.setBrush(colors.alternateBase() if self.isDown() else colors.base())
            painter.drawRoundedRect(box, _RADIUS, _RADIUS)
            ink = (colors.accent() if self.isChecked() else colors.buttonText()).color()
            painter.setPen(QPen(ink, 1.5, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
            painter.setBrush(ink if self.isChecked() else Qt.BrushStyle.NoBrush)
            painter.drawPath(_pin_shape(box.center()))

    def _follow(self) -> None:
        is_pinned = (
            self._pin is not None and self._board is not None and self._board.is_pinned(self._pin)
        )
        self.setChecked(is_pinned)
        self.setEnabled(self._pin is not None and self._board is not None)
        if self._words is not None:
            about = "picture" if self._is_icon else "text"
            text = self._words("handout.unpin" if is_pinned else f"handout.pin_{about}")
            if not self._is_icon:
                self.setText(text)
            self.setAccessibleName(text)
            self.setToolTip(f"{text} (Ctrl+D)")
        self.update()

    def _on_clicked(self) -> None:
        """Wish; whether it is pinned is for the board to say."""
        if self._board is not None and self._pin is not None:
            self._board.pin_wished.emit(self._pin)
        self._follow()


def _pin_shape(middle: QPointF) -> QPainterPath:
    """Return a drawing pin: a cap, a neck, a plate and the point below."""
    path = QPainterPath()
    outline = [(-4, -8), (4, -8), (2.6, -6), (2.6, -1.5), (5.5, 2), (-5.5, 2), (-2.6, -1.5)]
    outline += [(-2.6, -6)]
    path.moveTo(middle + QPointF(*outline[0]))
    for point in outline[1:]:
        path.lineTo(middle + QPointF(*point))
    path.closeSubpath()
    path.moveTo(middle + QPointF(0, 2))
    path.lineTo(middle + QPointF(0, 8))
    return path
