"""The row with which a person narrows the list of sources."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from explorer.domain.vocabulary import Design
from explorer.i18n import Words
from explorer.widgets.source_rows import SourceFilter, SourceRow
from explorer.widgets.source_table import Column, column_name
from explorer.widgets.typeface import Role, font

_GAP = 8
_LEAST_HEIGHT = 28


class SourceFilterBar(QWidget):
    """Text, years, design, retracted or corrected only; and the order.

    Args:
        rows: all works, for the years and designs that there are.
        parent: Qt owner.
    """

    changed = Signal()
    """The person wants to see something else; see `wanted`."""
    sort_wished = Signal(int)
    """The column to sort by."""

    def __init__(self, rows: tuple[SourceRow, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("sources_filter")
        years = [row.work.year for row in rows if row.work.year]
        used = {design for row in rows for design in row.designs}
        self._designs = [design for design in Design if design in used]
        self._text = QLineEdit(self)
        self._text.setObjectName("sources_text")
        self._text.setClearButtonEnabled(True)
        self._first = self._year("sources_first_year", years)
        self._last = self._year("sources_last_year", years)
        self._design = QComboBox(self)
        self._design.setObjectName("sources_design")
        self._marked = QCheckBox(self)
        self._marked.setObjectName("sources_marked")
        self._sort = QComboBox(self)
        self._sort.setObjectName("sources_sort")
        self._first_label, self._last_label, self._sort_label = (QLabel(self) for _ in range(3))
        for label, part in (
            (self._first_label, self._first),
            (self._last_label, self._last),
            (self._sort_label, self._sort),
        ):
            label.setBuddy(part)
        for child in self.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            child.setFont(font(Role.META))
            if not isinstance(child, QLabel):
                child.setMinimumHeight(_LEAST_HEIGHT)
        self._lay_out()
        self._text.textChanged.connect(self.changed)
        self._first.valueChanged.connect(self.changed)
        self._last.valueChanged.connect(self.changed)
        self._design.currentIndexChanged.connect(self.changed)
        self._marked.toggled.connect(self.changed)
        self._sort.activated.connect(self.sort_wished)

    @property
    def wanted(self) -> SourceFilter:
        """What the person wants to see."""
        at = self._design.currentIndex()
        return SourceFilter(
            self._text.text(),
            _bound(self._first),
            _bound(self._last),
            self._designs[at - 1] if at > 0 else None,
            self._marked.isChecked(),
        )

    def set_words(self, words: Words) -> None:
        """Choose the language; what was filled in stays."""
        self.setAccessibleName(words("sources.filter"))
        self._text.setPlaceholderText(words("sources.text"))
        self._text.setAccessibleName(words("sources.text"))
        for label, part, key in (
            (self._first_label, self._first, "sources.first_year"),
            (self._last_label, self._last, "sources.last_year"),
        ):
            label.setText(words(key))
            part.setAccessibleName(words(f"{key}.name"))
            part.setSpecialValueText(words("sources.any_year"))
        every = [words("sources.any_design")]
        names = every + [words(f"sources.design.{design}") for design in self._designs]
        _refill(self._design, names)
        self._design.setAccessibleName(column_name(Column.DESIGN, words))
        self._marked.setText(words("sources.only_marked"))
        _refill(self._sort, [column_name(column, words) for column in Column])
        self._sort_label.setText(words("sources.sort"))
        self._sort.setAccessibleName(words("sources.sort"))

    def show_sort(self, column: int) -> None:
        """Follow the table's own header."""
        self._sort.setCurrentIndex(column)

    def _year(self, name: str, years: list[int]) -> QSpinBox:
        box = QSpinBox(self)
        box.setObjectName(name)
        # The least value stands for no limit.
        box.setRange(min(years, default=1) - 1, max(years, default=2))
        box.setValue(box.minimum())
        return box

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        column.addWidget(self._text)
        row = QHBoxLayout()
        row.setSpacing(_GAP)
        for part in (
            *(self._first_label, self._first, self._last_label, self._last),
            *(self._design, self._marked),
        ):
            row.addWidget(part, alignment=Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        row.addWidget(self._sort_label)
        row.addWidget(self._sort)
        column.addLayout(row)


def _bound(box: QSpinBox) -> int | None:
    return box.value() if box.value() > box.minimum() else None


def _refill(box: QComboBox, names: list[str]) -> None:
    """Give the entries other names without asking for anything."""
    at = max(box.currentIndex(), 0)
    box.blockSignals(True)
    box.clear()
    box.addItems(names)
    box.setCurrentIndex(at)
    box.blockSignals(False)
