"""Rows with a text that wraps, a word above it and perhaps the sign of a verdict."""

from typing import Any, NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from explorer.canvas.fill import fill_box
from explorer.canvas.palette import Palette
from explorer.domain.vocabulary import CheckVerdict
from explorer.widgets.slim_scroll_bar import SlimScrollBar
from explorer.widgets.typeface import Role, font, wrapped_height
from explorer.widgets.verdict_sign import paint_verdict, verdict_color

_Index = QModelIndex | QPersistentModelIndex
_ROW = Qt.ItemDataRole.UserRole
_PAD_X, _PAD_Y = 14, 9
_SIGN = 26
_ROUND = 8


class Row(NamedTuple):
    """One entry.

    Attributes:
        title: what it says.
        note: a word above the title, or empty.
        spoken: the whole row for assistive tools.
        names: text in which a hit counts most.
        more: other text in which it is found.
        verdict: gives sign and colour, or None.
    """

    id: str
    title: str
    note: str
    spoken: str
    names: str
    more: str
    verdict: CheckVerdict | None = None


class RowView(QListView):
    """Rows as high as their text.

    Args:
        parent: Qt owner.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameStyle(0)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBar(SlimScrollBar(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the texts anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


class RowModel(QAbstractListModel):
    """The rows that are shown now.

    Args:
        parent: Qt owner.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: list[Row] = []

    def show_rows(self, rows: list[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:
        """Return how many rows there are."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return text, spoken text or the row itself."""
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken
        return row if role == _ROW else None


class RowDelegate(QStyledItemDelegate):
    """Paints a row.

    Args:
        parent: Qt owner.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._palette: Palette | None = None

    def set_palette(self, palette: Palette) -> None:
        """Choose the colours."""
        self._palette = palette

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return a size that shows the whole text at the view's width."""
        view = option.widget
        width = view.viewport().width() if isinstance(view, RowView) else option.rect.width()
        row: Row = index.data(_ROW)
        note = wrapped_height(Role.META_STRONG, 1000, row.note) if row.note else 0
        room = width - 2 * _PAD_X - _indent(row)
        return QSize(width, wrapped_height(Role.BODY, room, row.title) + note + 2 * _PAD_Y)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint ground, sign, word and text."""
        palette = self._palette
        if palette is None:
            return
        row: Row = index.data(_ROW)
        box = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option, palette)
        left = box.left() + _PAD_X + _indent(row)
        top = box.top() + _PAD_Y
        room = box.right() + 1 - _PAD_X - left
        if row.verdict is not None:
            sign = QRectF(box.left() + _PAD_X, top + 1, 14, 14)
            paint_verdict(painter, row.verdict, sign, palette)
        if row.note:
            color = palette.color("soft")
            if row.verdict is not None:
                color = verdict_color(row.verdict, palette)
            painter.setPen(color)
            painter.setFont(font(Role.META_STRONG))
            height = wrapped_height(Role.META_STRONG, 1000, row.note)
            painter.drawText(QRect(left, top, room, height), row.note)
            top += height
        painter.setPen(palette.color("ink"))
        painter.setFont(font(Role.BODY))
        rest = QRect(left, top, room, box.bottom() + 1 - top)
        painter.drawText(rest, Qt.TextFlag.TextWordWrap, row.title)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, palette: Palette
    ) -> None:
        box = QRectF(option.rect).adjusted(2, 1, -3, -1)
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_selected or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.color("accent_wash" if is_selected else "well"))
            painter.drawRoundedRect(box, _ROUND, _ROUND)
        if is_selected:
            bar = QRectF(box.left(), box.top() + 6, 3, box.height() - 12)
            fill_box(painter, bar, palette.color("accent"))
        has_focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
        if is_selected and has_focus:
            painter.setPen(QPen(palette.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), _ROUND, _ROUND)


def _indent(row: Row) -> int:
    return _SIGN if row.verdict is not None else 0
