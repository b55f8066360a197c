"""The list of sources as a table: its model, its filter, and how its cells are painted."""

from enum import IntEnum

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from explorer.canvas.fill import fill_box
from explorer.canvas.palette import Palette
from explorer.domain.vocabulary import ReferenceStatus
from explorer.i18n import Words
from explorer.widgets.page_table import CELL_PAD
from explorer.widgets.source_rows import SourceFilter, SourceRow, folded
from explorer.widgets.typeface import Role, font, wrapped_height

_Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
_SORT_ROLE = Qt.ItemDataRole.UserRole
_PAD_Y = 7
_MOST_NAMES = 2


class Column(IntEnum):
    """The columns, in order."""

    AUTHORS = 0
    YEAR = 1
    TITLE = 2
    JOURNAL = 3
    DESIGN = 4
    STATUS = 5


class SourceModel(QAbstractTableModel):
    """Every work of a pack.

    Args:
        rows: the works.
        parent: Qt owner.
    """

    def __init__(self, rows: tuple[SourceRow, ...], parent: QObject) -> None:
        super().__init__(parent)
        self.rows = rows
        self._words: Words | None = None

    def set_words(self, words: Words) -> None:
        """Choose the language."""
        self._words = words
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)
        if self.rows:
            last = self.index(len(self.rows) - 1, len(Column) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def rowCount(self, parent: _Index = _TOP) -> int:
        """One for each work."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = _TOP) -> int:
        """See `Column`."""
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        """Return the name of a column."""
        shows = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        if not shows or self._words is None or orientation is not Qt.Orientation.Horizontal:
            return None
        return column_name(Column(section), self._words)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | int | None:
        """Return the text of a cell, for the eye and for assistive tools."""
        if self._words is None:
            return None
        row, column = self.rows[index.row()], Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return _shown(row, column, self._words)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            # A cell that is read alone must say what it is.
            name = column_name(column, self._words)
            return f"{name}: {_shown(row, column, self._words)}"
        if role == _SORT_ROLE:
            return _sort_key(row, column, self._words)
        return None


def column_name(column: Column, words: Words) -> str:
    """Return the name of a column."""
    return words(
        {
            Column.AUTHORS: "sources.authors",
            Column.YEAR: "sources.year",
            Column.TITLE: "sources.work_title",
            Column.JOURNAL: "sources.journal",
            Column.DESIGN: "sources.design",
            Column.STATUS: "sources.status",
        }[column]
    )


def status_word(row: SourceRow, words: Words) -> str:
    """Return whether a work still stands, in a word or two."""
    return words(
        {
            ReferenceStatus.OK: "sources.no_notice",
            ReferenceStatus.CORRECTED: "sources.corrected",
            ReferenceStatus.RETRACTED: "sources.retracted",
        }[row.work.status]
    )


def _shown(row: SourceRow, column: Column, words: Words) -> str:
    work = row.work
    if column is Column.AUTHORS:
        names = [author.family for author in work.authors]
        if len(names) > _MOST_NAMES:
            return f"{names[0]} {words('card.others')}"
        return " & ".join(names) or words("sources.no_authors")
    if column is Column.YEAR:
        return str(work.year or words("sources.no_year"))
    if column is Column.DESIGN:
        designs = [words(f"sources.design.{design}") for design in row.designs]
        return ", ".join(designs) or words("sources.no_design")
    if column is Column.STATUS:
        return status_word(row, words)
    return work.title if column is Column.TITLE else work.journal or "\u2013"


def _sort_key(row: SourceRow, column: Column, words: Words) -> str | int:
    if column is Column.YEAR:
        return row.work.year or 0
    if column is Column.STATUS:
        return list(ReferenceStatus).index(row.work.status)
    if column is Column.AUTHORS and not row.work.authors:
        return "\uffff"  # a work without authors comes last
    return folded(_shown(row, column, words))


class SourceProxy(QSortFilterProxyModel):
    """The works that a filter leaves, in the order that the person chose.

    Args:
        model: all works.
        parent: Qt owner.
    """

    def __init__(self, model: SourceModel, parent: QObject) -> None:
        super().__init__(parent)
        self._rows = model.rows
        self.wanted = SourceFilter()
        self.setSourceModel(model)
        self.setSortRole(_SORT_ROLE)
        self.sort(Column.AUTHORS)

    def set_filter(self, wanted: SourceFilter) -> None:
        """Leave out what is not wanted."""
        self.beginFilterChange()
        self.wanted = wanted
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def filterAcceptsRow(self, source_row: int, source_parent: _Index) -> bool:  # noqa: N802
        """Whether a work is wanted."""
        del source_parent
        return self.wanted.passes(self._rows[source_row])

    def row(self, index: _Index) -> SourceRow | None:
        """Return the work of a row; None for no row."""
        return self._rows[self.mapToSource(index).row()] if index.isValid() else None


class SourceDelegate(QStyledItemDelegate):
    """Paints texts that wrap.

    Args:
        parent: the table.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._palette: Palette | None = None

    def set_palette(self, palette: Palette) -> None:
        """Choose the colours."""
        self._palette = palette

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """As high as the text needs."""
        width = option.rect.width()
        return QSize(width, text_height(str(index.data()), width, Column(index.column())))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one cell."""
        palette = self._palette
        if palette is None:
            return
        painter.save()
        box: QRect = option.rect
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_selected:
            fill_box(painter, box, palette.color("accent_wash"))
            if index.column() == Column.AUTHORS:
                bar = QRect(box.left(), box.top(), 3, box.height())
                fill_box(painter, bar, palette.color("accent"))
        painter.setPen(QPen(palette.color("line"), 1))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        is_status = index.column() == Column.STATUS
        status = index.data(_SORT_ROLE) if is_status else 0
        color = "increase" if status else "ink" if index.column() == Column.TITLE else "soft"
        if is_selected and color == "soft":
            color = "ink"
        painter.setPen(palette.color(color))
        painter.setFont(font(Role.META_STRONG if status else Role.META))
        room = box.adjusted(CELL_PAD, _PAD_Y, -CELL_PAD, 0)
        painter.drawText(room, Qt.TextFlag.TextWordWrap, str(index.data()))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(palette.color("accent"), 2))
            painter.drawRoundedRect(QRectF(box).adjusted(2, 2, -2, -2), 5, 5)
        painter.restore()


def text_height(text: str, width: int, column: Column) -> int:
    """Return the height of a cell with this text in a column of this width, px."""
    role = Role.META_STRONG if column is Column.STATUS else Role.META
    return wrapped_height(role, width - 2 * CELL_PAD, text) + 2 * _PAD_Y
