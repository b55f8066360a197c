"""Strength of evidence: a word, with four bars beside it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QWidget

from explorer.canvas.palette import Palette
from explorer.domain.vocabulary import Strength
from explorer.widgets.typeface import Role, font, text_width, wrapped_height

_BAR_WIDTH = 6.0
_BAR_HEIGHT = 11.0
_BAR_GAP = 2.0
_WORD_GAP = 7.0
_STEPS = len(Strength) - 1
_BARS_WIDTH = _STEPS * _BAR_WIDTH + (_STEPS - 1) * _BAR_GAP


class StrengthMeter(QLabel):
    """Shows a step. The word is its text and its accessible name.

    Args:
        parent: Qt owner.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("strength")
        self.setFont(font(Role.META_STRONG))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._strength = Strength.GAP
        self._palette: Palette | None = None

    def set_palette(self, palette: Palette) -> None:
        """Choose the colours."""
        self._palette = palette
        self.update()

    def show_strength(self, strength: Strength, word: str) -> None:
        """Show a step and its word."""
        self._strength = strength
        self.setText(word)
        self.setAccessibleName(word)
        self.resize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """Bars and word."""
        return meter_size(self.text())

    def minimumSizeHint(self) -> QSize:
        """The word is never cut off."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bars and the word."""
        del event
        if self._palette is None:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            top = (self.height() - _BAR_HEIGHT) / 2
            is_gap = self._strength is Strength.GAP
            color = self._palette.color("soft" if is_gap else "accent")
            for step in range(_STEPS):
                bar = QRectF(step * (_BAR_WIDTH + _BAR_GAP), top, _BAR_WIDTH, _BAR_HEIGHT)
                painter.setPen(QPen(color, 1))
                painter.setBrush(color if step < self._strength else Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(bar.adjusted(0.5, 0.5, -0.5, -0.5), 1.5, 1.5)
            painter.setPen(self._palette.color("ink"))
            painter.setFont(self.font())
            left = round(_BARS_WIDTH + _WORD_GAP)
            painter.drawText(
                self.rect().adjusted(left, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self.text()
            )


def meter_size(word: str) -> QSize:
    """Return the size of a meter with this word, px."""
    width = _BARS_WIDTH + _WORD_GAP + text_width(Role.META_STRONG, word) + 2
    return QSize(round(width), wrapped_height(Role.META_STRONG, 1000, word))
