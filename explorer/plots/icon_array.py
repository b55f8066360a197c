"""Shares drawn as a hundred people each, painted without a plotting library."""

from itertools import groupby
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from explorer.i18n import Words
from explorer.plots.content import PlotContent
from explorer.plots.style import PlotStyle
from explorer.plots.walk import order, step
from explorer.plots.wording import interval_text, n_text, number_text

_A_SIDE = 10
_ICON_WIDTH, _ICON_HEIGHT = 12.0, 15.0
_GAP_X, _GAP_Y = 30.0, 20.0
_TEXT_GAP = 5.0
_SIZES = (2.0, 1.7, 1.4, 1.2, 1.0)
"""How large the people may be: the first that fits."""


class _Block(NamedTuple):
    """One hundred: where it stands, and what is written over it."""

    at: int
    box: QRectF
    name: str
    value: str
    detail: str


class _Plan(NamedTuple):
    """Arrays, headings over the categories, height of it all, and size of the people."""

    blocks: list[_Block]
    headings: list[tuple[QRectF, str]]
    height: float
    size: float


class IconArray(QWidget):
    """Draws each number of a hundred as so many of a hundred people.

    Args:
        parent: Qt owner.
    """

    mark_pointed = Signal(int)
    """Position of the mark under the pointer or reached with a key; -1 for none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("plot_icons")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self._content: PlotContent | None = None
        self._style: PlotStyle | None = None
        self._words: Words | None = None
        self._at = -1
        self._planned: tuple[tuple[int, int], _Plan] | None = None

    def show_content(self, content: PlotContent, style: PlotStyle, words: Words) -> None:
        """Draw shares anew."""
        self._content, self._style, self._words = content, style, words
        self._at = -1
        self._planned = None
        self.update()

    def draw(self) -> None:
        """Nothing is kept but the plot itself: it is painted as it is seen."""
        self.update()

    def height_for(self, width: float) -> float:
        """Return the height that the arrays need at a width, px."""
        return self._stack(width, _SIZES[-1]).height

    def most_height_for(self, width: float) -> float:
        """Return the height beyond which more room is of no use, px."""
        return max(self._stack(width, size).height for size in _SIZES)

    def show_mark(self, at: int) -> None:
        """Frame one array, or none at -1."""
        self._at = at
        self.update()

    def mark_at(self, point: QPointF) -> int:
        """Return the array at a point; -1 beside them."""
        blocks = self._plan().blocks
        return next((block.at for block in blocks if block.box.contains(point)), -1)

    def point_of(self, at: int) -> QPointF:
        """Return the middle of an array."""
        blocks = self._plan().blocks
        return next(block.box.center() for block in blocks if block.at == at)

    def filled(self) -> dict[int, int]:
        """Return how many of a hundred are filled, by position of the mark."""
        marks = self._content.marks if self._content is not None else ()
        return {at: round(mark.value) for at, mark in enumerate(marks)}

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Point at an array."""
        self._point(self.mark_at(event.position()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk from array to array, Escape lets go."""
        to = None if self._content is None else step(self._content, self._at, event.key())
        if event.key() == Qt.Key.Key_Escape and self._at >= 0:
            self._point(-1)
        elif to is not None:
            self._point(to)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the focus is elsewhere."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the arrays."""
        del event
        if self._style is None or self._content is None:
            return
        plan = self._plan()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(self._style.palette.color("ink"))
            painter.setFont(self._style.strong)
            for box, text in plan.headings:
                painter.drawText(box, _WRAPPED, text)
            for block in plan.blocks:
                self._paint_block(painter, block, plan.size, self._style)
            if self.hasFocus():
                painter.setPen(QPen(self._style.palette.color("accent"), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)

    # Inside

    def _plan(self) -> _Plan:
        """Return how everything stands now: as large as the room lets it."""
        room = (self.width(), self.height())
        if self._planned is None or self._planned[0] != room:
            plans = [self._stack(room[0], size) for size in _SIZES]
            fitting = (plan for plan in plans if plan.height <= room[1])
            self._planned = (room, next(fitting, plans[-1]))
        return self._planned[1]

    def _stack(self, width: float, size: float) -> _Plan:
        """Lay everything out for a width, with people of a size."""
        content, style, words = self._content, self._style, self._words
        if content is None or style is None or words is None:
            return _Plan([], [], 0.0, size)
        across = style.px(_ICON_WIDTH) * size * _A_SIDE
        heads = [self._head(at, style, words) for at in range(len(content.marks))]
        across = max(across, *(_width(text, style.strong) for text, _, _ in heads), 1.0)
        across = min(across, max(width - 2 * style.px(8), 1.0))
        texts = max((self._text_height(head, across, style) for head in heads), default=0.0)
        tall = texts + style.px(_ICON_HEIGHT) * size * _A_SIDE + style.px(_TEXT_GAP)
        blocks: list[_Block] = []
        headings: list[tuple[QRectF, str]] = []
        edge, gap = style.px(8), style.px(_GAP_X)
        room = max(width - 2 * edge, across)
        x = y = edge
        bottom = y
        for row, group in groupby(order(content), key=lambda at: content.marks[at].row or 0):
            members = list(group)
            wide = min(len(members) * (across + gap) - gap, room)
            if x > edge and x + wide > edge + room:  # the next category begins a new line
                x, y = edge, bottom + style.px(_GAP_Y)
            top = y
            if len(content.categories) > 1 or len(content.series) > 1:
                text = content.categories[row]
                box = _text_box(QPointF(x, y), wide, text, style.strong)
                headings.append((box, text))
                top += box.height() + style.px(_TEXT_GAP)
            left = x
            for at in members:
                if left > x and left + across > x + wide + 1:
                    left, top = x, top + tall + style.px(_GAP_Y)
                blocks.append(_Block(at, QRectF(left, top, across, tall), *heads[at]))
                left += across + gap
            bottom = max(bottom, top + tall)
            x += wide + 2 * gap
        return _Plan(blocks, headings, bottom + edge, size)

    def _head(self, at: int, style: PlotStyle, words: Words) -> tuple[str, str, str]:
        del style
        content = self._content
        assert content is not None
        mark = content.marks[at]
        name = content.series[mark.series] if len(content.series) > 1 else ""
        if not name and len(content.categories) == 1:
            name = content.categories[0]
        value = words("numbers.of_hundred", n=number_text(mark.value, words))
        detail = "; ".join(
            part for part in (interval_text(mark, words), n_text(mark, words)) if part
        )
        return name, value, detail

    def _text_height(self, head: tuple[str, str, str], width: float, style: PlotStyle) -> float:
        faces = (style.strong, style.text, style.text)
        boxes = [
            _text_box(QPointF(), width, text, face)
            for text, face in zip(head, faces, strict=True)
            if text
        ]
        return sum(box.height() for box in boxes) + style.px(_TEXT_GAP)

    def _paint_block(self, painter: QPainter, block: _Block, size: float, style: PlotStyle) -> None:
        assert self._content is not None
        mark = self._content.marks[block.at]
        corner = block.box.topLeft()
        for text, face in (
            (block.name, style.strong),
            (block.value, style.text),
            (block.detail, style.text),
        ):
            if text:
                box = _text_box(corner, block.box.width(), text, face)
                painter.setFont(face)
                painter.setPen(style.palette.color("ink"))
                painter.drawText(box, _WRAPPED, text)
                corner = QPointF(corner.x(), box.bottom())
        color = style.series(mark.series).color
        wide, high = style.px(_ICON_WIDTH) * size, style.px(_ICON_HEIGHT) * size
        top = block.box.bottom() - high * _A_SIDE
        person = _person(QRectF(0, 0, wide, high))
        outline = QPen(_mixed(color, style.palette.color("panel")), 1)
        # One by one: Qt's own reader of SVG gives up on a path of a hundred people.
        for number in range(_A_SIDE * _A_SIDE):
            down, along = divmod(number, _A_SIDE)
            is_filled = number < round(mark.value)
            painter.setPen(Qt.PenStyle.NoPen if is_filled else outline)
            painter.setBrush(color if is_filled else Qt.BrushStyle.NoBrush)
            painter.drawPath(person.translated(corner.x() + along * wide, top + down * high))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if block.at == self._at:
            painter.setPen(QPen(style.palette.color("ink"), 2))
            painter.drawRoundedRect(block.box.adjusted(-5, -4, 5, 4), 6, 6)

    def _point(self, at: int) -> None:
        if at != self._at:
            self.show_mark(at)
            self.mark_pointed.emit(at)


_WRAPPED = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)


def _person(box: QRectF) -> QPainterPath:
    """Return a head over shoulders within a box."""
    path = QPainterPath()
    middle, unit = box.center().x(), box.height() / 15
    path.addEllipse(QPointF(middle, box.top() + 3.6 * unit), 2.4 * unit, 2.4 * unit)
    body = QRectF(middle - 4 * unit, box.top() + 6.8 * unit, 8 * unit, 6.6 * unit)
    path.addRoundedRect(body, 3 * unit, 3 * unit)
    return path


def _text_box(corner: QPointF, width: float, text: str, face: QFont) -> QRectF:
    room = QRectF(0, 0, width, 100_000)
    height = QFontMetricsF(face).boundingRect(room, _WRAPPED, text).height()
    return QRectF(corner.x(), corner.y(), width, height)


def _width(text: str, face: QFont) -> float:
    return QFontMetricsF(face).horizontalAdvance(text)


def _mixed(color: QColor, ground: QColor) -> QColor:
    """Return a colour half way to the ground, still to be seen."""
    parts = zip(color.getRgb()[:3], ground.getRgb()[:3], strict=True)  # type: ignore[index]
    return QColor(*(round(0.6 * one + 0.4 * other) for one, other in parts))
