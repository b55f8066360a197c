"""Axes: numbers as the language writes them, and rows with their names and values."""

from collections.abc import Sequence
from typing import NamedTuple

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen

from explorer.i18n import Words
from explorer.plots.style import PlotStyle
from explorer.plots.wording import number_text

_TICK = 4
_GAP = 5
_GRID = 255


class NumberAxis(pg.AxisItem):
    """An axis of numbers without a prefix that nobody asked for.

    Args:
        orientation: `left` or `bottom`.
    """

    def __init__(self, orientation: str) -> None:
        super().__init__(orientation)
        self.enableAutoSIPrefix(False)
        self._words: Words | None = None

    def set_looks(self, style: PlotStyle, words: Words, ends: Sequence[float]) -> None:
        """Choose colours, face and language.

        Args:
            style: the looks.
            words: they decide between a decimal point and a decimal comma.
            ends: the numbers between which the axis runs; they decide how much room it keeps.
        """
        self._words = words
        self.setPen(QPen(style.palette.color("soft"), 1))
        self.setTickPen(QPen(style.palette.color("line"), 1))
        self.setTextPen(style.palette.color("ink"))
        self.setStyle(tickFont=style.text, tickLength=-_TICK, tickTextOffset=_GAP, maxTickLevel=0)
        self.setGrid(_GRID)
        self.setZValue(-1000)  # its grid lies behind the numbers
        metrics = QFontMetricsF(style.text)
        if self.orientation == "bottom":
            self.setHeight(round(metrics.height() + _TICK + _GAP + 2))
        else:
            step = abs(ends[1] - ends[0]) / 20 or 1.0
            texts = self.tickStrings(ends, 1.0, step)
            widest = max(metrics.horizontalAdvance(text) for text in texts)
            self.setWidth(round(widest + _TICK + _GAP + 6))

    def tickStrings(  # noqa: N802 - pyqtgraph's name
        self, values: Sequence[float], scale: float, spacing: float
    ) -> list[str]:
        """Write the numbers at the ticks."""
        del scale
        places = 0
        while places < 6 and abs(round(spacing, places) - spacing) > spacing / 1000:
            places += 1
        rounded = [round(float(value), places) + 0.0 for value in values]
        if self._words is None:
            return [str(value) for value in rounded]
        return [number_text(value, self._words) for value in rounded]


class RowText(NamedTuple):
    """A text beside a row.

    Attributes:
        middle: where its middle is on the vertical axis.
        height: how high it may be, on the vertical axis.
        is_strong: whether it heads the rows below it.
    """

    middle: float
    height: float
    text: str
    is_strong: bool = False


class RowAxis(pg.AxisItem):
    """Texts beside rows: names at the left, values at the right. Long ones wrap.

    Args:
        orientation: `left` or `right`.
    """

    def __init__(self, orientation: str) -> None:
        super().__init__(orientation)
        self._rows: tuple[RowText, ...] = ()
        self._faces = (QFont(), QFont())
        self.enableAutoSIPrefix(False)

    @property
    def texts(self) -> list[str]:
        """What is written, from the top."""
        return [row.text for row in self._rows]

    def set_rows(self, rows: Sequence[RowText], style: PlotStyle, width: float) -> None:
        """Write the rows within a width, px."""
        self._rows = tuple(rows)
        self._faces = (style.text, style.strong)
        self.setPen(QPen(Qt.PenStyle.NoPen))
        self.setTextPen(style.palette.color("ink"))
        self.setWidth(round(width))
        self.picture = None
        self.update()

    def generateDrawSpecs(self, p: QPainter) -> tuple[object, ...]:  # noqa: N802
        """Say what is to be drawn: one box for each row, and no ticks."""
        del p
        bounds = self.mapRectFromParent(self.geometry())
        low, high = self.range
        per_unit = bounds.height() / ((high - low) or 1.0)
        boxes = []
        for row in self._rows:
            middle = bounds.bottom() - (row.middle - low) * per_unit
            half = row.height * per_unit / 2
            boxes.append(QRectF(bounds.left(), middle - half, bounds.width(), 2 * half))
        corner = QPointF(bounds.topLeft())
        return (QPen(Qt.PenStyle.NoPen), corner, corner), [], boxes

    def drawPicture(  # noqa: N802 - pyqtgraph's name
        self,
        p: QPainter,
        axis_spec: object,
        tick_specs: object,
        text_specs: Sequence[QRectF],
    ) -> None:
        """Draw the texts."""
        del axis_spec, tick_specs
        p.setPen(self.textPen())
        is_left = self.orientation == "left"
        side = Qt.AlignmentFlag.AlignLeft
        flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        inset = (0, 0, -2 * _GAP, 0) if is_left else (2 * _GAP, 0, 0, 0)
        for row, box in zip(self._rows, text_specs, strict=True):
            p.setFont(self._faces[row.is_strong])
            p.drawText(box.adjusted(*inset), int(flags), row.text)


def wrapped_size(text: str, face: QFont, width: float) -> tuple[float, float]:
    """Return width and height of a text that wraps within a width, px."""
    room = QRectF(0, 0, max(width - 2 * _GAP, 1), 100_000)
    flags = int(Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap)
    box = QFontMetricsF(face).boundingRect(room, flags, text)
    return box.width() + 2 * _GAP + 1, box.height()
