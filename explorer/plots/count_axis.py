"""How many were measured at each point of a course, under its number axis."""

from typing import NamedTuple

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from explorer.plots.content import PlotContent
from explorer.plots.style import PlotStyle

_MOST = 24
"""With more points than this the numbers would run into each other."""

_SYMBOL = 9
_GAP = 6


class CountLine(NamedTuple):
    """One series: place on the axis and count for each of its points."""

    counts: tuple[tuple[float, str], ...]
    color: QColor
    symbol: str


class CountAxis(pg.AxisItem):
    """One line for each series, headed by its symbol; only where the count differs."""

    def __init__(self) -> None:
        super().__init__("bottom")
        self._lines: tuple[CountLine, ...] = ()
        self._style: PlotStyle | None = None
        self.enableAutoSIPrefix(False)
        self.setHeight(0)

    @property
    def lines(self) -> tuple[CountLine, ...]:
        """What is written."""
        return self._lines

    @property
    def height_of_lines(self) -> float:
        """Height of all lines together, px."""
        if self._style is None or not self._lines:
            return 0.0
        return (self._style.line_height() + 2) * len(self._lines) + 4

    def show_content(self, content: PlotContent, style: PlotStyle) -> bool:
        """Write the counts of a plot. Returns whether there are any to write."""
        self._style = style
        self._lines = _lines(content, style)
        self.setPen(QPen(Qt.PenStyle.NoPen))
        self.setHeight(round(self.height_of_lines))
        self.picture = None
        self.update()
        return bool(self._lines)

    def generateDrawSpecs(self, p: QPainter) -> tuple[object, ...]:  # noqa: N802
        """Say what is to be drawn: everything is drawn in `drawPicture`."""
        del p
        corner = QPointF()
        return (QPen(Qt.PenStyle.NoPen), corner, corner), [], []

    def drawPicture(  # noqa: N802 - pyqtgraph's name
        self, p: QPainter, axis_spec: object, tick_specs: object, text_specs: object
    ) -> None:
        """Draw the counts; one that would run into the one before it is left out."""
        del axis_spec, tick_specs, text_specs
        style = self._style
        if style is None:
            return
        bounds = self.mapRectFromParent(self.geometry())
        low, high = self.range
        per_unit = bounds.width() / ((high - low) or 1.0)
        metrics = QFontMetricsF(style.text)
        tall = style.line_height() + 2
        p.setFont(style.text)
        for number, line in enumerate(self._lines):
            top = bounds.top() + 4 + number * tall
            _draw_head(p, QRectF(bounds.left() - 200, top, 200 - _GAP, tall), line, style)
            p.setPen(style.palette.color("ink"))
            last = bounds.left()
            for x, text in line.counts:
                wide = metrics.horizontalAdvance(text)
                left = bounds.left() + (x - low) * per_unit - wide / 2
                if left < last or left + wide > bounds.right() + _GAP:
                    continue
                p.drawText(QRectF(left, top, wide + 1, tall), int(_MIDDLE), text)
                last = left + wide + _GAP


_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


def _draw_head(p: QPainter, box: QRectF, line: CountLine, style: PlotStyle) -> None:
    """Draw the symbol of the series and an n, at the right end of a box."""
    size = style.px(_SYMBOL)
    p.setPen(style.palette.color("soft"))
    p.drawText(box.adjusted(0, 0, -size - _GAP, 0), int(_RIGHT), "n")
    p.save()
    p.setRenderHint(QPainter.RenderHint.Antialiasing)
    p.translate(box.right() - size / 2, box.center().y())
    p.scale(size, size)
    p.setPen(Qt.PenStyle.NoPen)
    p.setBrush(line.color)
    p.drawPath(pg.graphicsItems.ScatterPlotItem.Symbols[line.symbol])
    p.restore()


def _lines(content: PlotContent, style: PlotStyle) -> tuple[CountLine, ...]:
    """Return the counts, when those of a series differ and there is room to write them."""
    if content.x is None:
        return ()
    by_series = [
        sorted(
            (mark.x or 0.0, "?" if mark.n is None else str(mark.n))
            for mark in content.marks
            if mark.series == number
        )
        for number in range(len(content.series))
    ]
    differ = any(len({text for _, text in counts}) > 1 for counts in by_series)
    if not differ or max(len(counts) for counts in by_series) > _MOST:
        return ()
    looks = [style.series(number) for number in range(len(by_series))]
    return tuple(
        CountLine(tuple(counts), look.color, look.symbol)
        for counts, look in zip(by_series, looks, strict=True)
    )
