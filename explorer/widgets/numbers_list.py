"""The list of what can be plotted: first what is about the chosen place, then everything."""

from typing import NamedTuple

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from explorer.canvas.fill import fill_box
from explorer.canvas.palette import Palette
from explorer.widgets.slim_scroll_bar import SlimScrollBar
from explorer.widgets.typeface import Role, font, wrapped_height

_ID, _DETAIL = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
_PAD_X, _PAD_Y, _BAR = 16, 8, 12
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


class Entry(NamedTuple):
    """One line of the list; without an id it heads those below it."""

    id: str
    name: str
    detail: str = ""


class NumbersList(QListWidget):
    """Shows entries under headings; arrows and clicks choose one.

    Args:
        parent: Qt owner.
    """

    entry_picked = Signal(str)
    """Id of the entry that the person chose."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("numbers_list")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBar(SlimScrollBar(self))
        self.setMouseTracking(True)
        self._entry_delegate = _EntryDelegate(self)
        self.setItemDelegate(self._entry_delegate)
        self.currentItemChanged.connect(self._on_current_changed)

    def set_palette(self, palette: Palette) -> None:
        """Choose the colours."""
        self._entry_delegate.palette = palette
        self.viewport().update()

    def show_entries(self, entries: list[Entry], chosen: str) -> None:
        """Fill the list anew and mark one entry, without telling anybody."""
        self.blockSignals(True)
        self.clear()
        current: QListWidgetItem | None = None
        for entry in entries:
            item = self._item(entry)
            if entry.id == chosen and chosen and current is None:
                current = item
        if current is not None:
            self.setCurrentItem(current)
        self.blockSignals(False)

    def ids(self) -> list[str]:
        """Return the ids in the order in which they stand; an empty one is a heading."""
        return [str(self.item(row).data(_ID)) for row in range(self.count())]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the names anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _item(self, entry: Entry) -> QListWidgetItem:
        item = QListWidgetItem(entry.name, self)
        item.setData(_ID, entry.id)
        item.setData(_DETAIL, entry.detail)
        if entry.id:
            spoken = ", ".join(part for part in (entry.name, entry.detail) if part)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
        else:
            item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        return item

    def _on_current_changed(self, item: QListWidgetItem | None) -> None:
        if item is not None and item.data(_ID):
            self.entry_picked.emit(str(item.data(_ID)))


class _EntryDelegate(QStyledItemDelegate):
    """Paints a heading, or a name over a quiet second line."""

    palette: Palette | None = None

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Room for both texts at the width of the list."""
        del option
        view = self.parent()
        width = view.width() - _BAR if isinstance(view, QWidget) else 200
        height = sum(wrapped_height(role, width - 2 * _PAD_X, text) for role, text in _texts(index))
        return QSize(width, height + 2 * _PAD_Y)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one line."""
        if self.palette is None:
            return
        box: QRect = option.rect
        state: QStyle.StateFlag = option.state
        is_heading = not index.data(_ID)
        painter.save()
        if not is_heading and state & QStyle.StateFlag.State_Selected:
            fill_box(painter, box, self.palette.color("accent_wash"))
            fill_box(
                painter, QRect(box.left(), box.top(), 3, box.height()), self.palette.color("accent")
            )
        elif not is_heading and state & QStyle.StateFlag.State_MouseOver:
            fill_box(painter, box, self.palette.color("well"))
        tokens = ("soft",) if is_heading else ("ink", "soft")
        y = box.top() + _PAD_Y
        width = box.width() - 2 * _PAD_X
        for (role, text), token in zip(_texts(index), tokens, strict=False):
            height = wrapped_height(role, width, text)
            painter.setFont(font(role))
            painter.setPen(self.palette.color(token))
            painter.drawText(QRect(box.left() + _PAD_X, y, width, height), _WRAP, text)
            y += height
        if not is_heading and state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(self.palette.color("accent"), 2))
            painter.drawRect(box.adjusted(1, 1, -1, -1))
        painter.restore()


def _texts(index: QModelIndex | QPersistentModelIndex) -> list[tuple[Role, str]]:
    name = str(index.data(Qt.ItemDataRole.DisplayRole))
    if not index.data(_ID):
        return [(Role.META_STRONG, name)]
    return [(Role.LEAD, name), (Role.META, str(index.data(_DETAIL)))]
