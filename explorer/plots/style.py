"""The looks of a plot, all from the palette of the window."""

from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF

from explorer.canvas.palette import Palette

NORMAL_TEXT = 13.0
"""Size at which everything has its normal measures, px."""

_TITLE, _SMALL = 16 / 13, 12 / 13
_SERIES = ("accent", "increase", "mixed", "ink", "decrease", "no_change")
_SYMBOLS = ("o", "s", "t1", "d", "p", "h")
_DASHES = (
    Qt.PenStyle.SolidLine,
    Qt.PenStyle.DashLine,
    Qt.PenStyle.DotLine,
    Qt.PenStyle.DashDotLine,
    Qt.PenStyle.DashDotDotLine,
    Qt.PenStyle.SolidLine,
)


class SeriesLook(NamedTuple):
    """How a series is told from the others: by colour, by symbol and by the dashes of its line."""

    color: QColor
    symbol: str
    dash: Qt.PenStyle


class PlotStyle:
    """Colours, faces and measures.

    Args:
        palette: the colours of the window.
        text: the face for ordinary text; everything grows with it.
    """

    def __init__(self, palette: Palette, text: QFont) -> None:
        self.palette = palette
        self.text = QFont(text)
        self.scale = max(text.pixelSize(), 1) / NORMAL_TEXT
        self.strong = self._face(1.0, QFont.Weight.DemiBold)
        self.title = self._face(_TITLE, QFont.Weight.DemiBold)
        self.small = self._face(_SMALL, QFont.Weight.Normal)

    def series(self, position: int) -> SeriesLook:
        """Return the looks of a series; they repeat after six."""
        at = position % len(_SERIES)
        return SeriesLook(self.palette.color(_SERIES[at]), _SYMBOLS[at], _DASHES[at])

    def px(self, length: float) -> float:
        """Return a length that grows with the text."""
        return length * self.scale

    def line_height(self) -> float:
        """Return the height of a line of ordinary text."""
        return QFontMetricsF(self.text).height()

    def _face(self, size: float, weight: QFont.Weight) -> QFont:
        face = QFont(self.text)
        face.setPixelSize(round(self.text.pixelSize() * size))
        face.setWeight(weight)
        return face
