"""The pins of the handout in their order, which a person changes by dragging or with keys."""

from PySide6.QtCore import QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from explorer.canvas.palette import Palette
from explorer.widgets.row_view import Row, RowDelegate, RowModel, RowView
from explorer.widgets.typeface import Role, font

_ALT = Qt.KeyboardModifier.AltModifier
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_REMOVE = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_PAD = 24


class PinList(RowView):
    """Wishes for another order; it changes when `show_rows` brings it.

    While a row is dragged it follows the pointer from row to row; letting go makes it a wish.

    Args:
        parent: Qt owner.
    """

    move_wished = Signal(int, int)
    """`(from, to)`: the person wants the row to stand elsewhere."""
    remove_wished = Signal(int)
    """The person wants the row away."""
    undo_wished = Signal()
    """The person wants the last change back."""
    row_changed = Signal()
    """Another row is the current one."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("pin_list")
        self._palette: Palette | None = None
        self._hint = ""
        self._grabbed: int | None = None
        self._grabbed_at = 0
        self._now: int | None = None
        self._rows = RowModel(self)
        self._painted_by = RowDelegate(self)
        self.setModel(self._rows)
        self.setItemDelegate(self._painted_by)
        self.selectionModel().currentChanged.connect(self.row_changed)

    @property
    def row(self) -> int:
        """The current row; -1 without one."""
        return self.currentIndex().row()

    def set_palette(self, palette: Palette) -> None:
        """Choose the colours."""
        self._palette = palette
        self._painted_by.set_palette(palette)
        self.viewport().update()

    def set_texts(self, name: str, description: str, hint: str) -> None:
        """Set what assistive tools hear, and what stands in the list while it is empty."""
        self.setAccessibleName(name)
        self.setAccessibleDescription(description)
        self._hint = hint
        self.viewport().update()

    def show_rows(self, rows: list[Row], current: int) -> None:
        """Show rows, with one of them as the current one."""
        if rows != self._rows.rows:
            self._rows.show_rows(rows)
        self._make_current(min(max(current, 0), len(rows) - 1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt with an arrow moves a row, Delete removes it, undo brings it back."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None and event.modifiers() & _ALT:
            if self.row >= 0 and 0 <= self.row + step < len(self._rows.rows):
                self.move_wished.emit(self.row, self.row + step)
        elif event.matches(QKeySequence.StandardKey.Undo):
            self.undo_wished.emit()
        elif event.key() in _REMOVE and not event.modifiers():
            if self.row >= 0:
                self.remove_wished.emit(self.row)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of a row."""
        super().mousePressEvent(event)
        if event.button() is Qt.MouseButton.LeftButton:
            at = self.indexAt(event.position().toPoint()).row()
            self._grabbed = at if at >= 0 else None
            self._grabbed_at = event.position().toPoint().y()
            self._now = None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Let the row follow the pointer."""
        if self._grabbed is None:
            super().mouseMoveEvent(event)
            return
        place = event.position().toPoint()
        far = abs(place.y() - self._grabbed_at) >= QApplication.startDragDistance()
        if self._now is None and not far:
            return
        now = self._grabbed if self._now is None else self._now
        self._now = now
        self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        over = self._row_at(place.y())
        if over != now and self._has_passed(now, over, place.y()):
            rows = list(self._rows.rows)
            rows.insert(over, rows.pop(now))
            self._rows.show_rows(rows)
            self._now = over
            self._make_current(over)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go of the row where it is."""
        super().mouseReleaseEvent(event)
        start, end = self._grabbed, self._now
        self._grabbed = self._now = None
        self.viewport().unsetCursor()
        if start is not None and end is not None and start != end:
            self.move_wished.emit(start, end)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows, or how to begin."""
        super().paintEvent(event)
        if not self._rows.rows and self._palette is not None:
            with QPainter(self.viewport()) as painter:
                painter.setFont(font(Role.BODY))
                painter.setPen(self._palette.color("soft"))
                room = self.viewport().rect().adjusted(_PAD, _PAD, -_PAD, -_PAD)
                painter.drawText(room, Qt.TextFlag.TextWordWrap, self._hint)

    def _row_at(self, y: int) -> int:
        """Return the row at a height; above the first that one, below the last that one."""
        at = self.indexAt(QPoint(self.viewport().width() // 2, y)).row()
        if at >= 0:
            return at
        return 0 if y < 0 else len(self._rows.rows) - 1

    def _has_passed(self, now: int, over: int, y: int) -> bool:
        """Whether the pointer is so far in another row that the two may change places.

        Rows differ in height: without this a low row under a high one would swing to and fro.
        """
        box = self.visualRect(self._rows.index(over))
        mine = self.visualRect(self._rows.index(now)).height()
        if over > now:
            return y > box.bottom() - mine
        return y < box.top() + mine

    def _make_current(self, row: int) -> None:
        index = self._rows.index(row) if row >= 0 else self._rows.index(-1)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(index, flags)
        if row >= 0:
            self.scrollTo(index)
