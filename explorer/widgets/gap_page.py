"""What nobody knows: every place, use and phase, with how much is known of it."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QLabel, QVBoxLayout, QWidget

from explorer.canvas.fill import fill_box
from explorer.canvas.palette import Palette
from explorer.domain.library import Library
from explorer.domain.vocabulary import Lens
from explorer.i18n import Words
from explorer.state.view_state import ViewState
from explorer.widgets.column import Column
from explorer.widgets.gap_rows import COLUMNS
from explorer.widgets.gap_table import GapDelegate, GapModel
from explorer.widgets.jump import Jump
from explorer.widgets.legend import Legend
from explorer.widgets.page_table import PageTable
from explorer.widgets.quiet_button import QuietButton
from explorer.widgets.typeface import Role, font

_PAD = 22
_NAME_SHARE = 0.28
_NAME_WIDTHS = (210, 400)


class GapPage(QWidget):
    """A grid that one can walk; what a cell holds is said below it.

    Args:
        library: the pack.
        parent: Qt owner.
    """

    jump_wished = Signal(Jump)
    """The person picked a place or a cell."""
    page_wished = Signal(str)
    """Part of what every page offers; this one never wishes for another."""
    link_wished = Signal(str)
    """Part of what every page offers; nothing here links outside."""
    text_copied = Signal(str)
    """Part of what every page offers; nothing here is copied."""

    def __init__(self, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("gap_page")
        self._state: ViewState | None = None
        self._words: Words | None = None
        self._palette: Palette | None = None
        self._model = GapModel(library, self)
        self._head = Column(self, spacing=2)
        self._title = _label("gaps_title", Role.NAME, self._head)
        self._counts = _label("gaps_counts", Role.LEAD, self._head)
        self._intro = _label("gaps_intro", Role.META, self._head)
        self._legend = Legend(self)
        self._legend.setObjectName("gaps_legend")
        self._table = self._build_table()
        self._details = Column(self, margins=(0, 8, 0, 0), spacing=4)
        self._details.setObjectName("gap_details")
        self._told_title = _label("gap_title", Role.LEAD, self._details)
        self._told_text = _label("gap_text", Role.BODY, self._details)
        self._go = QuietButton(self._details)
        self._go.setObjectName("gap_go")
        self._go.clicked.connect(self._on_go)
        self._lay_out()
        self.setFocusProxy(self._table)

    def set_words(self, words: Words) -> None:
        """Choose the language."""
        self._words = words
        self.setAccessibleName(words("gaps.title"))
        self._title.setText(words("gaps.title"))
        self._legend.set_words(words)
        self._table.setAccessibleName(words("gaps.table"))
        self._go.setText(words("gaps.go"))
        self._model.set_words(words)
        self._fit_table()
        self._show_counts()
        self._tell(self._table.currentIndex())

    def set_palette(self, palette: Palette) -> None:
        """Choose the colours."""
        self._palette = palette
        self._legend.set_palette(palette)
        self._delegate.set_palette(palette)
        self._table.set_palette(palette)
        colors = self._intro.palette()
        colors.setColor(self._intro.foregroundRole(), palette.color("soft"))
        self._intro.setPalette(colors)
        self.update()

    def show_state(self, state: ViewState) -> None:
        """Follow lens and level, and go to the cell that the person has on the brain."""
        old, self._state = self._state, state
        self._model.show_state(state)
        self._show_counts()
        shown = (state.region, state.use, state.phase)
        if old is None or (old.region, old.use, old.phase) != shown:
            self._go_to_state(state)
        self._tell(self._table.currentIndex())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground."""
        if self._palette is not None:
            with QPainter(self) as painter:
                fill_box(painter, event.rect(), self._palette.color("paper"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the columns."""
        super().resizeEvent(event)
        self._fit_table()
        self._details.setMinimumHeight(0)
        self._tell(self._table.currentIndex())

    def _build_table(self) -> PageTable:
        table = PageTable("gap_table", self)
        table.setModel(self._model)
        self._delegate = GapDelegate(self._model, table)
        table.setItemDelegate(self._delegate)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        for at, row in enumerate(self._model.rows):
            if row.place is None:
                table.setSpan(at, 0, 1, 1 + len(COLUMNS))
        table.picked.connect(self._on_picked)
        table.entered.connect(self._on_entered)
        table.left.connect(self._on_left)
        table.selectionModel().currentChanged.connect(self._on_current)
        return table

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(_PAD, 14, _PAD, 14)
        column.setSpacing(8)
        column.addWidget(self._head)
        column.addWidget(self._legend)
        column.addWidget(self._table, 1)
        column.addWidget(self._details)
        for part in (self._title, self._counts, self._intro):
            self._head.add(part)
        self._details.add(self._told_title)
        self._details.add(self._told_text)
        self._details.add(self._go, is_wide=False)

    def _fit_table(self) -> None:
        bar = self._table.verticalScrollBar().sizeHint().width()
        width = max(self.width() - 2 * _PAD - bar, 1)
        least, most = _NAME_WIDTHS
        name = round(min(max(width * _NAME_SHARE, least), most))
        each = (width - name) // len(COLUMNS)
        self._table.setColumnWidth(0, width - each * len(COLUMNS))
        for at in range(len(COLUMNS)):
            self._table.setColumnWidth(at + 1, each)
        if self._words is not None:
            for at in range(self._model.rowCount()):
                self._table.setRowHeight(at, self._delegate.height(at, name))
        self._table.updateGeometries()

    def _show_counts(self) -> None:
        if self._words is None or self._state is None:
            return
        known, every = self._model.counts()
        lens = self._words(f"gaps.lens.{self._state.lens}")
        self._counts.setText(
            self._words("gaps.counts", known=known, unknown=every - known, lens=lens)
        )
        intro = self._words("gaps.intro")
        if self._state.lens is not Lens.ALL:
            intro = f"{intro} {self._words('gaps.lens_note')}"
        self._intro.setText(intro)

    def _go_to_state(self, state: ViewState) -> None:
        row = self._model.row_of(state.region) if state.region else None
        if row is not None:
            index = self._model.index(row, 1 + COLUMNS.index((state.use, state.phase)))
            self._table.setCurrentIndex(index)

    def _tell(self, index: QModelIndex) -> None:
        """Say below the table what a cell holds."""
        if self._words is None or self._state is None:
            return
        told = self._model.told(index)
        self._told_title.setText(told.title if told else self._words("gaps.hint_title"))
        self._told_text.setText(told.text if told else self._words("gaps.hint"))
        self._go.setVisible(told is not None)
        # The room grows with the longest text so far, so that the table does not jump about.
        needed = self._details.heightForWidth(max(self.width() - 2 * _PAD, 1))
        self._details.setMinimumHeight(max(self._details.minimumHeight(), needed))

    def _on_current(self, current: QModelIndex, previous: QModelIndex) -> None:
        del previous
        self._tell(current)

    def _on_entered(self, index: QModelIndex) -> None:
        if self._model.where(index) is not None:
            self._tell(index)

    def _on_left(self) -> None:
        self._tell(self._table.currentIndex())

    def _on_picked(self, index: QModelIndex) -> None:
        where = self._model.where(index)
        if where is not None:
            self.jump_wished.emit(Jump(*where))

    def _on_go(self) -> None:
        self._on_picked(self._table.currentIndex())


def _label(name: str, role: Role, parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setObjectName(name)
    label.setFont(font(role))
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
