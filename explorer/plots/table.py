"""The numbers of a plot as a table, for those who read rather than look."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from explorer.i18n import Words
from explorer.plots.content import Mark, PlotContent
from explorer.plots.wording import interval_text, n_text, number_text

_Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()


class _Column(NamedTuple):
    name: str
    text: Callable[[Mark], str]
    is_number: bool = False


class NumbersModel(QAbstractTableModel):
    """One row for each mark, with the same numbers as the plot.

    Args:
        parent: Qt owner.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._marks: tuple[Mark, ...] = ()
        self._columns: list[_Column] = []

    def show_content(self, content: PlotContent, words: Words) -> None:
        """Fill the table anew."""
        self.beginResetModel()
        self._marks = content.marks
        self._columns = _columns(content, words)
        self.endResetModel()

    def rowCount(self, parent: _Index = _TOP) -> int:
        """One row for each mark."""
        return 0 if parent.isValid() else len(self._marks)

    def columnCount(self, parent: _Index = _TOP) -> int:
        """What there is to say of a mark."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the text of a cell; numbers stand at the right."""
        column = self._columns[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return column.text(self._marks[index.row()])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.is_number else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return the name of a column, with its unit, or the number of a row."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Vertical:
            return section + 1
        return self._columns[section].name


def _columns(content: PlotContent, words: Words) -> list[_Column]:
    """Return the columns that this plot has need of."""
    columns: list[_Column] = []
    if content.categories:
        name = words("numbers.column.category")
        columns.append(_Column(name, lambda mark: content.categories[mark.row or 0]))
    if len(content.series) > 1 or not content.categories:
        name = words("numbers.column.series")
        columns.append(_Column(name, lambda mark: content.series[mark.series]))
    if content.x is not None:
        columns.append(_Column(str(content.x), lambda mark: _number(mark.x, words), True))
    columns += [
        _Column(str(content.y), lambda mark: _number(mark.value, words), True),
        _Column(
            words("numbers.column.spread"),
            lambda mark: interval_text(mark, words) or words("numbers.no_spread"),
        ),
    ]
    if any(mark.has_interval for mark in content.marks):
        columns += [
            _Column(words("numbers.column.low"), lambda mark: _number(mark.low, words), True),
            _Column(words("numbers.column.high"), lambda mark: _number(mark.high, words), True),
        ]
    columns += [
        _Column("n", lambda mark: _count(mark, words), True),
        _Column(
            words("numbers.column.source"),
            lambda mark: ", ".join(part for part in (mark.citation, mark.found_in) if part),
        ),
    ]
    if any(mark.note for mark in content.marks):
        columns.append(_Column(words("numbers.column.note"), lambda mark: mark.note))
    return columns


def _number(value: float | None, words: Words) -> str:
    return "" if value is None else number_text(value, words)


def _count(mark: Mark, words: Words) -> str:
    return n_text(mark, words) if mark.n is None else str(mark.n)
