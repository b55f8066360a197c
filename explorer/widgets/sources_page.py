"""Every source of the pack: to look up, to copy, and to save for a reference manager."""

import re

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from explorer.canvas.fill import fill_box
from explorer.canvas.palette import Palette
from explorer.domain.library import Library
from explorer.domain.vocabulary import Language
from explorer.i18n import Words
from explorer.state.view_state import ViewState
from explorer.widgets.jump import Jump
from explorer.widgets.page_table import CELL_PAD, PageTable
from explorer.widgets.source_details import SourceDetails
from explorer.widgets.source_filter_bar import SourceFilterBar
from explorer.widgets.source_rows import source_rows
from explorer.widgets.source_save_bar import SourceSaveBar
from explorer.widgets.source_table import (
    Column,
    SourceDelegate,
    SourceModel,
    SourceProxy,
    text_height,
)
from explorer.widgets.typeface import Role, font, text_width

_PAD = 22
_BESIDE = 1240
"""From this width on, the details stand beside the list instead of under it, px."""
_LEAST_WIDTHS = {
    Column.AUTHORS: 138,
    Column.YEAR: 62,
    Column.TITLE: 220,
    Column.JOURNAL: 150,
    Column.DESIGN: 150,
    Column.STATUS: 118,
}


class SourcesPage(QWidget):
    """A list that one can search, with the chosen source in full.

    Args:
        library: the pack.
        parent: Qt owner.
    """

    jump_wished = Signal(Jump)
    """The person picked a claim that rests on a source."""
    page_wished = Signal(str)
    """The person picked a claim check: the page to go to."""
    link_wished = Signal(str)
    """Address to open in the person's browser."""
    text_copied = Signal(str)
    """Citations for the clipboard."""

    def __init__(self, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sources_page")
        self._library = library
        self._state = ViewState()
        self._words: Words | None = None
        self._palette: Palette | None = None
        self._is_wide: bool | None = None
        self._fit: tuple[object, ...] = ()
        self._told: tuple[object, ...] = ()
        self._widths: dict[Language, dict[Column, int]] = {}
        rows = source_rows(library)
        self._model = SourceModel(rows, self)
        self._proxy = SourceProxy(self._model, self)
        self._title = _label("sources_title", Role.NAME, self)
        self._count = _label("sources_count", Role.LEAD, self)
        self._filter = SourceFilterBar(rows, self)
        self._table = self._build_table()
        self._details = SourceDetails(library, self)
        self._save = SourceSaveBar(self)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self._table)

    def set_words(self, words: Words) -> None:
        """Choose the language."""
        self._words = words
        self.setAccessibleName(words("sources.title"))
        self._title.setText(words("sources.title"))
        self._table.setAccessibleName(words("sources.title"))
        self._filter.set_words(words)
        self._model.set_words(words)
        self._save.set_words(words)
        self._proxy.invalidate()  # some columns sort by words
        self._fit_table()
        self._follow_selection()

    def set_palette(self, palette: Palette) -> None:
        """Choose the colours."""
        self._palette = palette
        self._table.set_palette(palette)
        self._delegate.set_palette(palette)
        self._details.set_palette(palette)
        self._follow_selection()
        self.update()

    def show_state(self, state: ViewState) -> None:
        """Follow the level of the texts."""
        old, self._state = self._state, state
        if old.level is not state.level:
            self._follow_selection()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground."""
        if self._palette is not None:
            with QPainter(self) as painter:
                fill_box(painter, event.rect(), self._palette.color("paper"))

    def showEvent(self, event: QShowEvent) -> None:
        """Give the rows their heights, if that had to wait."""
        super().showEvent(event)
        self._fit_table()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the details where there is room for them."""
        super().resizeEvent(event)
        is_wide = self.width() >= _BESIDE
        if is_wide is not self._is_wide:
            self._is_wide = is_wide
            way = Qt.Orientation.Horizontal if is_wide else Qt.Orientation.Vertical
            self._split.setOrientation(way)
            self._share_out()

    def _share_out(self) -> None:
        """Give the list two thirds, whether the details stand beside it or below."""
        self._split.setSizes([670, 330])

    def _build_table(self) -> PageTable:
        table = PageTable("sources_table", self)
        table.setModel(self._proxy)
        self._delegate = SourceDelegate(table)
        table.setItemDelegate(self._delegate)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.columns.setSectionsClickable(True)
        table.setSortingEnabled(True)
        table.sortByColumn(Column.AUTHORS, Qt.SortOrder.AscendingOrder)
        return table

    def _lay_out(self) -> None:
        self._split = QSplitter(Qt.Orientation.Vertical, self)
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(self._table)
        self._split.addWidget(self._details)
        self._split.setStretchFactor(0, 2)
        self._split.setStretchFactor(1, 1)
        self._share_out()
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._count, alignment=Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(_PAD, 14, _PAD, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._filter)
        column.addWidget(self._split, 1)
        column.addWidget(self._save)

    def _connect(self) -> None:
        self._filter.changed.connect(self._on_filter)
        self._filter.sort_wished.connect(self._on_sort_wished)
        self._table.columns.sortIndicatorChanged.connect(self._on_sorted)
        self._table.room_changed.connect(self._fit_table)
        self._table.enter_pressed.connect(self._details.focus_first)
        chosen = self._table.selectionModel()
        chosen.selectionChanged.connect(self._on_selection)
        chosen.currentChanged.connect(self._on_current)
        self._details.jump_wished.connect(self.jump_wished)
        self._details.page_wished.connect(self.page_wished)
        self._details.link_wished.connect(self.link_wished)
        self._save.text_copied.connect(self.text_copied)

    def _fit_table(self) -> None:
        """Share the width among the columns, and give each row the height that its texts need."""
        if self._words is None or not self._table.isVisible():
            return  # comes again when there is room
        header = self._table.columns
        order = (header.sortIndicatorSection(), header.sortIndicatorOrder())
        fit = (self._table.viewport().width(), self._words.language, self._proxy.wanted, *order)
        if fit == self._fit:
            return
        self._fit = fit
        if self._words.language not in self._widths:
            least = {column: self._least_width(column) for column in Column}
            self._widths[self._words.language] = least
        widths = dict(self._widths[self._words.language])
        spare = self._table.viewport().width() - sum(widths.values())
        widths[Column.TITLE] += max(spare, 0)
        for column, width in widths.items():
            self._table.setColumnWidth(column, width)
        for at in range(self._proxy.rowCount()):
            heights = [
                text_height(str(self._proxy.index(at, column).data()), widths[column], column)
                for column in Column
            ]
            self._table.setRowHeight(at, max(heights))

    def _least_width(self, column: Column) -> int:
        """Return the width at which no word of a column is cut off, px."""
        role = Role.META_STRONG if column is Column.STATUS else Role.META
        rows = range(self._model.rowCount())
        texts = {str(self._model.index(row, column).data()) for row in rows}
        longest = {max(re.split(r"[\s-]", text), key=len) for text in texts}
        # A word may be followed by the hyphen at which it breaks.
        word = max((text_width(role, f"{word}-") for word in longest), default=0)
        return max(word + 2 * CELL_PAD, _LEAST_WIDTHS[column])

    def _show_count(self) -> None:
        if self._words is not None:
            shown, every = self._proxy.rowCount(), len(self._model.rows)
            listed = self._library.retractions_as_of
            date = self._words.month(listed or self._library.info.searched)
            self._count.setText(self._words("sources.count", shown=shown, all=every, date=date))

    def _follow_selection(self) -> None:
        """Show the current source in full, and let what is selected be copied and saved."""
        if self._words is None:
            return
        self._show_count()
        selected = self._table.selectionModel().selectedRows()
        works = [row.work for index in selected if (row := self._proxy.row(index)) is not None]
        works = [row.work for row in self._model.rows if row.work in works]
        self._save.show_works(works)
        current = self._table.currentIndex()
        row = self._proxy.row(current) if selected else None
        told = (row and row.work.key, self._words.language, self._state.level, self._palette)
        if told != self._told:  # one click changes both what is selected and what is current
            self._told = told
            self._details.show_source(row, self._words, self._state.level)

    def _on_filter(self) -> None:
        self._proxy.set_filter(self._filter.wanted)
        self._fit_table()
        self._follow_selection()

    def _on_sort_wished(self, column: int) -> None:
        is_year = column == Column.YEAR  # the newest first
        order = Qt.SortOrder.DescendingOrder if is_year else Qt.SortOrder.AscendingOrder
        self._table.sortByColumn(column, order)

    def _on_sorted(self, column: int) -> None:
        self._filter.show_sort(column)
        self._fit_table()

    def _on_selection(self) -> None:
        self._follow_selection()

    def _on_current(self, current: QModelIndex, previous: QModelIndex) -> None:
        if current.row() != previous.row():
            self._follow_selection()


def _label(name: str, role: Role, parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setObjectName(name)
    label.setFont(font(role))
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
