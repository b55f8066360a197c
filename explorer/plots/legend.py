"""Which symbol stands for which series, and how many were measured."""

from typing import NamedTuple

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from explorer.domain.dataset import PlotKind
from explorer.i18n import Words
from explorer.plots.content import PlotContent
from explorer.plots.style import PlotStyle, SeriesLook

_SWATCH = 34
_GAP = 18
_SYMBOL = 10


class _Entry(NamedTuple):
    text: str
    look: SeriesLook
    box: QRectF


class Legend(QWidget):
    """One line, or more where they do not fit.

    Args:
        parent: Qt owner.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("plot_legend")
        self._texts: list[str] = []
        self._style: PlotStyle | None = None
        self._has_lines = False

    @property
    def texts(self) -> list[str]:
        """What is written, in order."""
        return list(self._texts)

    def show_content(self, content: PlotContent, style: PlotStyle, words: Words) -> None:
        """Name the series of a plot over a number axis; other plots name them beside the rows."""
        self._style = style
        self._has_lines = content.kind is PlotKind.TIME_COURSE
        self._texts = []
        if content.x is not None:
            self._texts = [
                _entry_text(content, number, words) for number in range(len(content.series))
            ]
        self.setAccessibleName("; ".join(self._texts))
        self.update()

    def height_for(self, width: float) -> float:
        """Return the height that the legend needs at a width, px."""
        entries = self._entries(width)
        return entries[-1].box.bottom() + 2 if entries else 0.0

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint symbols and names."""
        del event
        if self._style is None:
            return
        style = self._style
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setFont(style.text)
            for entry in self._entries(self.width()):
                self._paint_swatch(painter, entry, style)
                painter.setPen(style.palette.color("ink"))
                side = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
                painter.drawText(
                    entry.box.adjusted(style.px(_SWATCH), 0, 0, 0), int(side), entry.text
                )

    def _paint_swatch(self, painter: QPainter, entry: _Entry, style: PlotStyle) -> None:
        middle = entry.box.center().y()
        left, right = entry.box.left(), entry.box.left() + style.px(_SWATCH - 8)
        pen = QPen(entry.look.color, style.px(2))
        pen.setStyle(entry.look.dash)
        if self._has_lines:
            painter.setPen(pen)
            painter.drawLine(QPointF(left, middle), QPointF(right, middle))
        painter.save()
        painter.translate((left + right) / 2, middle)
        size = style.px(_SYMBOL)
        painter.scale(size, size)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(entry.look.color)
        painter.drawPath(pg.graphicsItems.ScatterPlotItem.Symbols[entry.look.symbol])
        painter.restore()

    def _entries(self, width: float) -> list[_Entry]:
        if self._style is None:
            return []
        style = self._style
        metrics = QFontMetricsF(style.text)
        entries: list[_Entry] = []
        x = y = 0.0
        for number, text in enumerate(self._texts):
            swatch = style.px(_SWATCH)
            wanted = min(swatch + metrics.horizontalAdvance(text) + 2, width)
            if x and x + wanted > width:
                x, y = 0.0, entries[-1].box.bottom() + 2
            room = QRectF(0, 0, max(wanted - swatch, 1.0), 100_000)
            height = metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), text).height()
            box = QRectF(x, y, wanted, max(height, metrics.height()) + 4)
            entries.append(_Entry(text, style.series(number), box))
            x += wanted + style.px(_GAP)
        return entries


def _entry_text(content: PlotContent, series: int, words: Words) -> str:
    counts = [mark.n for mark in content.marks if mark.series == series]
    known = [count for count in counts if count is not None]
    name = content.series[series]
    if not known:
        return f"{name} ({words('numbers.n_unknown')})"
    least, most = min(known), max(known)
    if least == most:
        return f"{name} (n = {least})"
    return f"{name} (n = {least} {words('spread.to')} {most})"
