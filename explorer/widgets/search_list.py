"""A list that can be searched: field, count, rows. Up and Down walk it, also from the field."""

import unicodedata
from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from explorer.canvas.palette import Palette
from explorer.widgets.row_view import Row, RowDelegate, RowModel, RowView
from explorer.widgets.typeface import Role, font


class SearchList(QWidget):
    """Keeps one row selected as long as there is any.

    Args:
        name: object names begin with it.
        parent: Qt owner.
    """

    picked = Signal(str)
    """Id of the row that is selected now; empty when none is left."""
    entered = Signal()
    """The person wants to go on to what the row shows."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: Sequence[Row] = ()
        self._folded: list[tuple[Row, str, str]] = []
        self._current = ""
        self._count_text = "{n}/{all}"
        self.field = SearchField(self)
        self.field.setObjectName(f"{name}_search")
        self.field.textChanged.connect(self._on_text_changed)
        self._count = QLabel(self)
        self._count.setObjectName(f"{name}_count")
        self._count.setFont(font(Role.META))
        self._model = RowModel(self)
        self._paint = RowDelegate(self)
        self.view = RowView(self)
        self.view.setObjectName(f"{name}_list")
        self.view.setItemDelegate(self._paint)
        self.view.setModel(self._model)
        self.view.selectionModel().currentChanged.connect(self._on_current_changed)
        self.view.activated.connect(self._on_activated)
        self.field.down_wished.connect(self.view.setFocus)
        self.setFocusProxy(self.view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.field)
        column.addWidget(self._count)
        column.addWidget(self.view, 1)

    @property
    def current(self) -> str:
        """Id of the selected row, or empty."""
        return self._current

    def set_palette(self, palette: Palette) -> None:
        """Choose the colours."""
        self._paint.set_palette(palette)
        colors = self._count.palette()
        colors.setColor(self._count.foregroundRole(), palette.color("soft"))
        self._count.setPalette(colors)
        self.view.viewport().update()

    def set_texts(self, search: str, rows: str, count: str) -> None:
        """Name field and list; `count` has places for `n` and `all`."""
        self.field.setPlaceholderText(search)
        self.field.setAccessibleName(search)
        self.view.setAccessibleName(rows)
        self._count_text = count

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows; what was selected stays so if it is among them."""
        self._rows = rows
        self._folded = [(row, folded(row.names), folded(f"{row.names} {row.more}")) for row in rows]
        self._filter()

    def select(self, row_id: str) -> None:
        """Select a row; a search that hides it is dropped. An unknown id changes nothing."""
        if not any(row.id == row_id for row in self._rows):
            return
        if all(row.id != row_id for row in self._model.rows):
            self.field.clear()
        self._show_current(row_id)

    def _filter(self) -> None:
        asked = folded(self.field.text()).split()
        hits = [(row, names) for row, names, every in self._folded if _has_all(asked, every)]
        hits.sort(key=lambda hit: not _has_all(asked, hit[1]))
        found = [row for row, _ in hits]
        self._model.show_rows(found)
        self._count.setText(self._count_text.format(n=len(found), all=len(self._rows)))
        ids = [row.id for row in found]
        wanted = self._current if self._current in ids else next(iter(ids), "")
        self._show_current(wanted)

    def _show_current(self, row_id: str) -> None:
        ids = [row.id for row in self._model.rows]
        if row_id in ids:
            index = self._model.index(ids.index(row_id))
            self.view.setCurrentIndex(index)
            self.view.scrollTo(index)
        self._tell(row_id)

    def _tell(self, row_id: str) -> None:
        if row_id != self._current:
            self._current = row_id
            self.picked.emit(row_id)

    def _on_text_changed(self, text: str) -> None:
        del text  # the field has it
        self._filter()

    def _on_current_changed(self, now: QModelIndex) -> None:
        if now.isValid():
            self._tell(self._model.rows[now.row()].id)

    def _on_activated(self, index: QModelIndex) -> None:
        del index
        self.entered.emit()


class SearchField(QLineEdit):
    """Escape empties it before it means anything else; Down goes to the rows.

    Args:
        parent: Qt owner.
    """

    down_wished = Signal()
    """The person wants to go on to the rows."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFont(font(Role.BODY))
        self.setMinimumHeight(36)
        self.setTextMargins(8, 0, 8, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Escape and Down."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.down_wished.emit()
        else:
            super().keyPressEvent(event)


def folded(text: str) -> str:
    """Return a text without case and accents, for comparing."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


def _has_all(asked: list[str], text: str) -> bool:
    return all(word in text for word in asked)
