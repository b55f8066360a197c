"""A plot with axes, in which every number can be pointed at or walked to."""

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QGraphicsGridLayout, QWidget

from explorer.i18n import Words
from explorer.plots.axis import NumberAxis, RowAxis
from explorer.plots.content import PlotContent
from explorer.plots.count_axis import CountAxis
from explorer.plots.geometry import MarkArrays, Numbers, value_range, x_range
from explorer.plots.items import Scene, course_items, row_items
from explorer.plots.row_plan import RowPlan, plan_rows
from explorer.plots.style import PlotStyle
from explorer.plots.walk import step

_COURSE_HEIGHT = 230
_REACH = 28
_CLOSEST = 200
_ZOOM_STEP = 1.25
_SMALLEST = 8
_EDGE = 8
_ROWS_EXTRA = 24
_TALLEST = 0.72
"""Height of a plot over a number axis as a share of its width, at most."""
_TALL = 100_000


class Graph(pg.GraphicsView):
    """Draws numbers on axes: in rows, or over a number axis that can be panned and zoomed.

    Args:
        parent: Qt owner.
    """

    mark_pointed = Signal(int)
    """Position of the mark under the pointer or reached with a key; -1 for none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("plot_graph")
        self.setMinimumSize(_SMALLEST, _SMALLEST)
        self.setCacheMode(self.CacheModeFlag.CacheNone)  # one colour; a cache would be a picture
        self._content: PlotContent | None = None
        self._style: PlotStyle | None = None
        self._words: Words | None = None
        self._arrays: MarkArrays | None = None
        self._plan: RowPlan | None = None
        self._at = -1
        self._view = pg.ViewBox(enableMenu=False)
        self._view.setMouseEnabled(x=False, y=False)
        self._names, self._values = RowAxis("left"), RowAxis("right")
        self._left, self._bottom = NumberAxis("left"), NumberAxis("bottom")
        self._counts = CountAxis()
        self._ring = pg.ScatterPlotItem(pxMode=True)
        self._ring.setZValue(100)
        self._scene = Scene([], np.empty(0), np.empty(0))
        self._lay_out()

    # What to show

    def show_content(self, content: PlotContent, style: PlotStyle, words: Words) -> None:
        """Take a plot. `draw` draws it, once it has its size."""
        self._content, self._style, self._words = content, style, words
        self._arrays = MarkArrays(content)
        self._at = -1
        self.setBackground(style.palette.color("panel"))
        is_course = content.x is not None
        for part, is_shown in (
            (self._names, not is_course),
            (self._values, not is_course),
            (self._left, is_course),
            (self._counts, self._counts.show_content(content, style)),
        ):
            # Not `setVisible`: only these two let an axis give up its room or take it.
            part.show() if is_shown else part.hide()
        self._view.setMouseEnabled(x=is_course, y=False)
        self._plan = None

    def height_for(self, width: float) -> float:
        """Return the height that the plot needs at a width, px."""
        if self._content is None or self._style is None or self._words is None:
            return 0.0
        if self._content.x is not None:
            return self._style.px(_COURSE_HEIGHT) + self._counts.height_of_lines
        plan = plan_rows(self._content, self._style, self._words, width - 2 * _EDGE)
        return plan.height + self._below()

    def most_height_for(self, width: float) -> float:
        """Return the height beyond which more room is of no use, px."""
        if self._content is None or self._style is None or self._words is None:
            return 0.0
        if self._content.x is not None:
            return width * _TALLEST
        plan = plan_rows(self._content, self._style, self._words, width - 2 * _EDGE, _TALL)
        return plan.height + self._below()

    def _below(self) -> float:
        """Return the height of the axis below the rows, with the edges, px."""
        return (self._style.line_height() if self._style is not None else 0.0) + _ROWS_EXTRA

    def show_mark(self, at: int) -> None:
        """Ring one mark, or none at -1."""
        self._at = at
        if at < 0 or self._style is None:
            self._ring.setData(x=[], y=[])
            return
        pen = pg.mkPen(self._style.palette.color("ink"), width=2 * self._style.scale)
        spot = [float(self._scene.x[at])], [float(self._scene.y[at])]
        self._ring.setData(*spot, size=self._style.px(20), pen=pen, brush=None, symbol="o")

    def draw_exactly(self) -> None:
        """Draw symbols as outlines from now on, also where there are too many to do so quickly."""
        for item in self._scene.items:
            if isinstance(item, pg.ScatterPlotItem):
                item.opts["useCache"] = False

    @property
    def plot_items(self) -> list[pg.GraphicsObject]:
        """The items that draw the numbers."""
        return list(self._scene.items)

    @property
    def row_axes(self) -> tuple[RowAxis, RowAxis]:
        """Names at the left and values at the right."""
        return self._names, self._values

    @property
    def counts(self) -> CountAxis:
        """How many were measured at each point."""
        return self._counts

    @property
    def view(self) -> pg.ViewBox:
        """The rectangle between the axes."""
        return self._view

    def mark_at(self, point: QPointF) -> int:
        """Return the mark nearest to a point of the widget; -1 when none is near."""
        if not len(self._scene.x):
            return -1
        x, y = self._pixels()
        if self._plan is not None:
            distance = np.abs(y - point.y())
        else:
            distance = np.hypot(x - point.x(), y - point.y())
        nearest = int(np.nanargmin(distance))
        reach = _REACH if self._style is None else self._style.px(_REACH)
        return nearest if distance[nearest] <= reach else -1

    def point_of(self, at: int) -> QPointF:
        """Return where a mark is on the widget."""
        x, y = self._pixels()
        return QPointF(float(x[at]), float(y[at]))

    # What a person does

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Point at the nearest mark."""
        super().mouseMoveEvent(event)
        if event.buttons() == Qt.MouseButton.NoButton:
            self._point(self.mark_at(event.position()))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl; without it, let the page scroll."""
        if self._plan is None and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._zoom(_ZOOM_STEP ** (-event.angleDelta().y() / 120))
            event.accept()
        else:
            event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk from mark to mark, plus and minus zoom, Escape lets go."""
        if self._content is None:
            event.ignore()
            return
        if event.key() == Qt.Key.Key_Escape and self._at >= 0:
            self._point(-1)
        elif (to := step(self._content, self._at, event.key())) is not None:
            self._point(to)
            self._bring_into_sight()
        elif self._plan is None and event.text() in ("+", "=", "-", "0"):
            self._zoom({"-": _ZOOM_STEP, "0": 0.0}.get(event.text(), 1 / _ZOOM_STEP))
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the focus is elsewhere."""
        super().focusOutEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Wrap the names anew."""
        super().resizeEvent(event)
        # The view resizes itself once while it is being built.
        if getattr(self, "_plan", None) is not None:
            at = self._at
            self.draw()
            self.show_mark(at)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the plot, and a frame while it has the focus."""
        super().paintEvent(event)
        if self.hasFocus() and self._style is not None:
            with QPainter(self.viewport()) as painter:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setPen(QPen(self._style.palette.color("accent"), 2))
                box = QRectF(self.viewport().rect()).adjusted(1, 1, -1, -1)
                painter.drawRoundedRect(box, 6, 6)

    # Inside

    def _lay_out(self) -> None:
        room = pg.GraphicsWidget()
        grid = QGraphicsGridLayout()
        grid.setContentsMargins(_EDGE, 6, _EDGE, 2)
        grid.setSpacing(0)
        for column, part in enumerate((self._names, self._left, self._view, self._values)):
            grid.addItem(part, 0, column)
        grid.addItem(self._bottom, 1, 2)
        grid.addItem(self._counts, 2, 2)
        grid.setColumnStretchFactor(2, 100)
        grid.setRowStretchFactor(0, 100)
        room.setLayout(grid)
        self.setCentralItem(room)
        for axis in (self._names, self._left, self._bottom, self._values, self._counts):
            axis.linkToView(self._view)
        self._view.addItem(self._ring, ignoreBounds=True)

    def draw(self) -> None:
        """Draw the plot anew at the present size, with all of it in sight."""
        content, style, words, arrays = self._content, self._style, self._words, self._arrays
        if content is None or style is None or words is None or arrays is None:
            return
        for item in self._scene.items:
            self._view.removeItem(item)
        self.show_mark(-1)
        low, high = value_range(content, arrays)
        if content.x is None:
            room = self.height() - self._below()
            plan = plan_rows(content, style, words, self.width() - 2 * _EDGE, room)
            self._plan = plan
            self._names.set_rows(plan.names, style, plan.names_width)
            self._values.set_rows(plan.values, style, plan.values_width)
            self._scene = row_items(content, arrays, plan, style)
            self._set_range((low, high), (-plan.height, 0.0))
            self._bottom.set_looks(style, words, (low, high))
        else:
            self._plan = None
            across = x_range(arrays)
            self._scene = course_items(content, arrays, style, across)
            self._set_range(across, (low, high))
            self._left.set_looks(style, words, (low, high))
            self._bottom.set_looks(style, words, across)
        for item in self._scene.items:
            self._view.addItem(item, ignoreBounds=True)

    def _set_range(self, x: tuple[float, float], y: tuple[float, float]) -> None:
        self._view.setLimits(
            xMin=x[0], xMax=x[1], yMin=y[0], yMax=y[1], minXRange=(x[1] - x[0]) / _CLOSEST
        )
        self._view.setRange(xRange=x, yRange=y, padding=0)

    def _pixels(self) -> tuple[Numbers, Numbers]:
        """Return where the marks are on the widget, px."""
        (x_low, x_high), (y_low, y_high) = self._view.viewRange()
        box = self._view.sceneBoundingRect()
        x = box.left() + (self._scene.x - x_low) / (x_high - x_low) * box.width()
        y = box.bottom() - (self._scene.y - y_low) / (y_high - y_low) * box.height()
        return x, y

    def _point(self, at: int) -> None:
        if at != self._at:
            self.show_mark(at)
            self.mark_pointed.emit(at)

    def _zoom(self, factor: float) -> None:
        if self._arrays is None:
            return
        if factor:
            self._view.scaleBy(x=factor, y=1.0)
        else:
            self._view.setXRange(*x_range(self._arrays), padding=0)

    def _bring_into_sight(self) -> None:
        """Move the plot so that the mark is in it, after zooming."""
        low, high = self._view.viewRange()[0]
        x = float(self._scene.x[self._at]) if self._at >= 0 else low
        if self._plan is None and not low <= x <= high:
            self._view.translateBy(x=x - (low + high) / 2)
