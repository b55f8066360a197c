"""A table that fills a page: flat, with texts that wrap and nothing that is cut off."""

from PySide6.QtCore import QEvent, QModelIndex, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from explorer.canvas.fill import fill_box
from explorer.canvas.glyph import glyph_path
from explorer.canvas.palette import Palette
from explorer.domain.vocabulary import Effect
from explorer.widgets.slim_scroll_bar import SlimScrollBar
from explorer.widgets.typeface import Role, font, wrapped_height

CELL_PAD = 8
"""Between the side of a cell and its text, px."""
_HEADER_PAD = 7
_SIGN = 8.0
_SIGN_ROOM = 14
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TableHeader(QHeaderView):
    """Names of columns that wrap, with the sign of the order.

    Args:
        parent: the table.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._palette: Palette | None = None
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHighlightSections(False)

    def set_palette(self, palette: Palette) -> None:
        """Choose the colours."""
        self._palette = palette
        self.viewport().update()

    def sizeHint(self) -> QSize:
        """As high as the name that takes most lines."""
        heights = [
            wrapped_height(Role.META_STRONG, self._room(at), self._name(at))
            for at in range(self.count())
            if self.sectionSize(at) > 0
        ]
        return QSize(super().sizeHint().width(), max(heights, default=0) + 2 * _HEADER_PAD)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N802, N803
        """Paint one name."""
        if self._palette is None:
            return
        fill_box(painter, rect, self._palette.color("paper"))
        painter.setPen(QPen(self._palette.color("line"), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setPen(self._palette.color("ink"))
        painter.setFont(font(Role.META_STRONG))
        room = QRect(rect.left() + CELL_PAD, rect.top(), self._room(logicalIndex), rect.height())
        wrapped = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, wrapped, self._name(logicalIndex))
        if self.isSortIndicatorShown() and self.sortIndicatorSection() == logicalIndex:
            is_rising = self.sortIndicatorOrder() is Qt.SortOrder.AscendingOrder
            sign = Effect.INCREASE if is_rising else Effect.DECREASE
            middle = QPointF(rect.right() - CELL_PAD - _SIGN / 2, rect.center().y() + 0.5)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._palette.color("accent"))
            painter.drawPath(glyph_path(sign, middle, _SIGN))
            painter.setBrush(Qt.BrushStyle.NoBrush)

    def _name(self, column: int) -> str:
        return str(self.model().headerData(column, Qt.Orientation.Horizontal) or "")

    def _room(self, column: int) -> int:
        sign = _SIGN_ROOM if self.isSortIndicatorShown() else 0
        return max(self.sectionSize(column) - 2 * CELL_PAD - sign, 1)


class PageTable(QTableView):
    """A table whose cells are painted by a delegate.

    Args:
        name: object name.
        parent: Qt owner.
    """

    picked = Signal(QModelIndex)
    """The person clicked a cell, or pressed Enter on it."""
    enter_pressed = Signal()
    """The person pressed Enter on a cell; `picked` says which."""
    left = Signal()
    """The pointer left the table."""
    room_changed = Signal()
    """The table is wider or narrower now."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setFrameStyle(0)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)  # Tab leaves the table, arrows walk it
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBar(SlimScrollBar(self))
        # Always there, so that the columns need not be shared out again when it comes.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.columns = TableHeader(self)
        self.setHorizontalHeader(self.columns)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(1)
        self.columns.setMinimumSectionSize(1)

    def set_palette(self, palette: Palette) -> None:
        """Choose the colours of the header; the delegate has its own."""
        self.columns.set_palette(palette)
        colors = self.palette()
        colors.setColor(
            colors.ColorRole.Highlight, palette.color("panel")
        )  # the delegate's to paint
        self.setPalette(colors)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pick the current cell with Enter; everything else is as in any table."""
        if event.key() in _ENTER and self.currentIndex().isValid():
            self.picked.emit(self.currentIndex())
            self.enter_pressed.emit()
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Pick a cell with a plain click: one with Ctrl or Shift only selects."""
        pressed = self.currentIndex()
        super().mouseReleaseEvent(event)
        is_plain = (
            event.button() is Qt.MouseButton.LeftButton
            and event.modifiers() == Qt.KeyboardModifier.NoModifier
        )
        index = self.indexAt(event.position().toPoint())
        if is_plain and index.isValid() and index == pressed:
            self.picked.emit(index)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell whoever shares the width among the columns."""
        super().resizeEvent(event)
        self.room_changed.emit()

    def viewportEvent(self, event: QEvent) -> bool:
        """Notice that the pointer is gone."""
        if event.type() == QEvent.Type.Leave:
            self.left.emit()
        return super().viewportEvent(event)
