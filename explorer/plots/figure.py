"""A whole figure, as it would stand in a paper: finding, plot, and what must be known of it."""

import re
from collections.abc import Callable
from math import ceil

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from explorer.canvas.fill import fill_box
from explorer.domain.dataset import PlotKind
from explorer.i18n import Words
from explorer.plots.content import PlotContent, capital
from explorer.plots.graph import Graph
from explorer.plots.icon_array import IconArray
from explorer.plots.legend import Legend
from explorer.plots.style import PlotStyle
from explorer.plots.wording import notes

_MARGIN = 20
_GAP = 6
_WIDEST_TEXT = 900
_UNBROKEN = re.compile(r"(?<=\d)-(?=[A-Z])|(?<=[A-Z])-(?=\d)")
"""The hyphen in names such as 5-HT and CAPS-5, at which a line must not break."""
_NO_BREAK_HYPHEN = "\u2011"


class Figure(QWidget):
    """Stacks the parts of a figure; the plot takes the height that is left.

    Args:
        parent: Qt owner.
    """

    mark_pointed = Signal(int)
    """Position of the mark under the pointer or reached with a key; -1 for none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("plot_figure")
        self._style: PlotStyle | None = None
        self._content: PlotContent | None = None
        self._who = self._label("plot_who")
        self._title = self._label("plot_title")
        self._y_name = self._label("plot_y_name")
        self._legend = Legend(self)
        self._graph = Graph(self)
        self._icons = IconArray(self)
        self._x_name = self._label("plot_x_name")
        self._notes = self._label("plot_notes")
        self._graph.mark_pointed.connect(self.mark_pointed)
        self._icons.mark_pointed.connect(self.mark_pointed)

    @property
    def graph(self) -> Graph:
        """The plot with axes."""
        return self._graph

    @property
    def icons(self) -> IconArray:
        """The hundreds of people."""
        return self._icons

    @property
    def chart(self) -> Graph | IconArray:
        """Whichever of the two is shown."""
        is_icons = self._content is not None and self._content.kind is PlotKind.ICON_ARRAY
        return self._icons if is_icons else self._graph

    def show_content(
        self, content: PlotContent, style: PlotStyle, words: Words, fit: Callable[[], None]
    ) -> None:
        """Draw a figure.

        Args:
            content: what is plotted.
            style: colours, faces and measures.
            words: interface texts.
            fit: gives this widget its size, once `height_for` knows what it is to hold.
        """
        self._content, self._style = content, style
        is_rows = content.x is None
        faces = (
            (self._who, style.text, "soft", content.who),
            (self._title, style.title, "ink", content.title),
            (self._y_name, style.strong, "ink", "" if is_rows else str(content.y)),
            (self._x_name, style.strong, "ink", str(content.y if is_rows else content.x)),
            (self._notes, style.text, "ink", "\n".join(notes(content, words))),
        )
        for label, face, token, text in faces:
            label.setFont(face)
            label.setText(_UNBROKEN.sub(_NO_BREAK_HYPHEN, text))
            label.setAccessibleName(text)
            colors = label.palette()
            colors.setColor(label.foregroundRole(), style.palette.color(token))
            label.setPalette(colors)
        if content.kind is PlotKind.ICON_ARRAY:
            self._x_name.setText(capital(content.y.name))
        self._legend.show_content(content, style, words)
        self.chart.show_content(content, style, words)
        self.chart.setAccessibleName(content.title)
        self.chart.setAccessibleDescription(
            words("numbers.chart_description", n=len(content.marks), y=content.y)
        )
        self._graph.setVisible(self.chart is self._graph)
        self._icons.setVisible(self.chart is self._icons)
        fit()
        self._lay_out()
        self.chart.draw()
        self.update()

    def height_for(self, width: int) -> int:
        """Return the height that everything needs at a width, px."""
        inner = width - 2 * _MARGIN
        return self._height(inner, self.chart.height_for(inner))

    def most_height_for(self, width: int) -> int:
        """Return the height beyond which more room is of no use, px."""
        inner = width - 2 * _MARGIN
        return self._height(inner, self.chart.most_height_for(inner))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the parts out anew."""
        super().resizeEvent(event)
        self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground."""
        if self._style is not None:
            with QPainter(self) as painter:
                fill_box(painter, event.rect(), self._style.palette.color("panel"))

    # Inside

    def _height(self, inner: float, chart: float) -> int:
        heights = [self._text_height(label, inner) for label in self._labels()]
        heights += [self._legend.height_for(inner), chart]
        used = [height for height in heights if height]
        return ceil(sum(used) + _GAP * len(used) + 2 * _MARGIN)

    def _lay_out(self) -> None:
        if self._content is None:
            return
        inner = self.width() - 2 * _MARGIN
        spare = max(self.height() - self.height_for(self.width()), 0)
        least = self.chart.height_for(inner)
        chart = max(min(least + spare, self.chart.most_height_for(inner)), least)
        parts: list[tuple[QWidget, float]] = [
            (self._who, self._text_height(self._who, inner)),
            (self._title, self._text_height(self._title, inner)),
            (self._legend, self._legend.height_for(inner)),
            (self._y_name, self._text_height(self._y_name, inner)),
            (self.chart, chart),
            (self._x_name, self._text_height(self._x_name, inner)),
            (self._notes, self._text_height(self._notes, inner)),
        ]
        if self.chart is self._icons:  # what is counted stands before the people
            parts.insert(2, parts.pop(5))
        y = float(_MARGIN)
        for part, height in parts:
            text_like = part is self._notes or part is self._title
            width = min(inner, round(self._measure())) if text_like else inner
            part.setGeometry(_MARGIN, round(y), width, round(height))
            y += height + _GAP if height else 0
        is_under = self.chart is self._graph
        side = Qt.AlignmentFlag.AlignHCenter if is_under else Qt.AlignmentFlag.AlignLeft
        self._x_name.setAlignment(side | Qt.AlignmentFlag.AlignTop)

    def _measure(self) -> float:
        """Return the widest that a text may be and still be read with ease."""
        return _WIDEST_TEXT * (self._style.scale if self._style is not None else 1.0)

    def _labels(self) -> tuple[QLabel, ...]:
        return self._who, self._title, self._y_name, self._x_name, self._notes

    def _text_height(self, label: QLabel, width: float) -> float:
        if not label.text():
            return 0.0
        if label in (self._notes, self._title):
            width = min(width, self._measure())
        return _wrapped_height(label.font(), width, label.text())

    def _label(self, name: str) -> QLabel:
        label = QLabel(self)
        label.setObjectName(name)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label


def _wrapped_height(face: QFont, width: float, text: str) -> float:
    room = QRectF(0, 0, max(width, 1.0), 100_000)
    return QFontMetricsF(face).boundingRect(room, int(Qt.TextFlag.TextWordWrap), text).height() + 2
