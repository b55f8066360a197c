"""The grid of known and unknown as a table: its model, and how its cells are painted."""

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from explorer.canvas.fill import fill_box
from explorer.canvas.glyph import glyph_path, hatch_brush
from explorer.canvas.palette import Palette
from explorer.domain.library import Library
from explorer.domain.vocabulary import Phase, Strength, Use
from explorer.i18n import Words
from explorer.state.view_state import ViewState
from explorer.widgets.gap_rows import (
    COLUMNS,
    GridCell,
    GridRow,
    Told,
    cell_word,
    column_names,
    grid_cells,
    grid_rows,
    tell_cell,
    tell_place,
)
from explorer.widgets.page_table import CELL_PAD
from explorer.widgets.typeface import Role, font, wrapped_height

_Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
_DENSITY = {
    Strength.GAP: 0.0,
    Strength.EARLY: 0.12,
    Strength.LIMITED: 0.22,
    Strength.MODERATE: 0.33,
    Strength.STRONG: 0.45,
}
"""How full the colour of a cell is. At the fullest, text in ink keeps a contrast of 4.5."""
_HATCH_OPACITY = 0.25
_CHIP = 20.0
_SIGN = 11.0
_LEAST_HEIGHT = 34
_GROUP_HEIGHT = 40


class GapModel(QAbstractTableModel):
    """Every place with its four cells, through the lens of the state.

    Args:
        library: the pack.
        parent: Qt owner.
    """

    def __init__(self, library: Library, parent: QObject) -> None:
        super().__init__(parent)
        self._library = library
        self._state = ViewState()
        self._words: Words | None = None
        self._cells = grid_cells(library, self._state.lens)
        self.rows: tuple[GridRow, ...] = grid_rows(library)

    def set_words(self, words: Words) -> None:
        """Choose the language."""
        self._words = words
        self._tell_all()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS))

    def show_state(self, state: ViewState) -> None:
        """Follow lens and level."""
        old, self._state = self._state, state
        if old.lens is not state.lens:
            self._cells = grid_cells(self._library, state.lens)
            self._tell_all()

    def counts(self) -> tuple[int, int]:
        """Return how many cells hold something through the lens, and how many there are."""
        return sum(cell.is_known for cell in self._cells.values()), len(self._cells)

    def row_of(self, place_id: str) -> int | None:
        """Return the row of a place, or None when there is none."""
        rows = enumerate(self.rows)
        return next((at for at, row in rows if row.place and row.place.id == place_id), None)

    def where(self, index: _Index) -> tuple[str, Use | None, Phase | None] | None:
        """Return place, use and phase of a cell; None for the name of a group."""
        place = self.rows[index.row()].place if index.isValid() else None
        if place is None:
            return None
        use, phase = COLUMNS[index.column() - 1] if index.column() else (None, None)
        return place.id, use, phase

    def cell(self, index: _Index) -> GridCell | None:
        """Return a cell; None where there is only a name."""
        place = self.rows[index.row()].place
        if place is None or index.column() == 0:
            return None
        return self._cells[place.id, *COLUMNS[index.column() - 1]]

    def told(self, index: _Index) -> Told | None:
        """Return what is said of a cell in words; None for the name of a group."""
        place = self.rows[index.row()].place if index.isValid() else None
        if place is None or self._words is None:
            return None
        if index.column() == 0:
            return tell_place(place, self._state, self._words)
        use, phase = COLUMNS[index.column() - 1]
        return tell_cell(self._library, place, use, phase, self._state, self._words)

    def rowCount(self, parent: _Index = _TOP) -> int:
        """One for each place and each group."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = _TOP) -> int:
        """The name, and one for each use in each phase."""
        return 0 if parent.isValid() else 1 + len(COLUMNS)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """The name of a group can be read, not selected."""
        if self.rows[index.row()].place is None:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        """Return the name of a column, which assistive tools read on one line."""
        if orientation is not Qt.Orientation.Horizontal or self._words is None:
            return None
        name = column_names(self._library, self._words)[section]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return name.replace("\n", ", ")
        return name if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """Return the words of a cell, for the eye and for assistive tools."""
        if self._words is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._shown(index, self._words)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(index, self._words)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            told = self.told(index)
            return told.text if told else None
        return None

    def _shown(self, index: _Index, words: Words) -> str:
        row, cell = self.rows[index.row()], self.cell(index)
        if cell is not None:
            return cell_word(cell, words)
        if row.place is not None:
            return row.place.name.at(words.language)
        return "" if index.column() else words(f"gaps.group.{row.group}")

    def _spoken(self, index: _Index, words: Words) -> str:
        row, cell = self.rows[index.row()], self.cell(index)
        if row.place is None or cell is None:
            return self._shown(index, words)
        column = column_names(self._library, words)[index.column()].replace("\n", ", ")
        effect = words(f"effect.{cell.found.effect}") if cell.is_known else ""
        said = ", ".join(part for part in (effect, cell_word(cell, words)) if part)
        return f"{row.place.name.at(words.language)}. {column}: {said}"

    def _tell_all(self) -> None:
        last = self.index(len(self.rows) - 1, len(COLUMNS))
        self.dataChanged.emit(self.index(0, 0), last)


class GapDelegate(QStyledItemDelegate):
    """Paints names, and cells with sign, word and colour.

    Args:
        model: the grid.
        parent: the table.
    """

    def __init__(self, model: GapModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self._palette: Palette | None = None

    def set_palette(self, palette: Palette) -> None:
        """Choose the colours."""
        self._palette = palette

    def height(self, row: int, name_width: int) -> int:
        """Return the height of a row whose name has so much room, both px."""
        if self._model.rows[row].place is None:
            return _GROUP_HEIGHT
        name = str(self._model.data(self._model.index(row, 0)))
        lines = wrapped_height(Role.META_STRONG, name_width - 2 * CELL_PAD, name)
        return max(lines + 2 * 7, _LEAST_HEIGHT)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """The table sets widths and heights; this is for whoever asks."""
        width = option.rect.width()
        return QSize(width, self.height(index.row(), width))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one cell."""
        if self._palette is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row, cell = self._model.rows[index.row()], self._model.cell(index)
        text = str(self._model.data(index))
        if cell is not None:
            self._paint_cell(painter, option.rect, cell, text, self._palette)
        else:
            is_group = row.place is None
            self._paint_name(painter, option.rect, text, self._palette, is_group=is_group)
        if option.state & QStyle.StateFlag.State_HasFocus and row.place is not None:
            painter.setPen(QPen(self._palette.color("ink"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), 7, 7)
        elif option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(self._palette.color("accent"), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), 7, 7)
        painter.restore()

    def _paint_name(
        self, painter: QPainter, box: QRect, text: str, palette: Palette, *, is_group: bool
    ) -> None:
        room = box.adjusted(CELL_PAD, 0, -CELL_PAD, 0)
        if is_group:
            fill_box(painter, box, palette.color("paper"))
            painter.setPen(QPen(palette.color("line"), 1))
            painter.drawLine(box.bottomLeft(), box.bottomRight())
            room.adjust(0, 12, 0, -4)
        painter.setPen(palette.color("soft" if is_group else "ink"))
        painter.setFont(font(Role.META_STRONG if is_group else Role.META))
        wrapped = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, wrapped, text)

    def _paint_cell(
        self, painter: QPainter, box: QRect, cell: GridCell, word: str, palette: Palette
    ) -> None:
        inner = QRectF(box).adjusted(3.5, 3.5, -3.5, -3.5)
        color = palette.effect(cell.found.effect)
        if cell.is_known:
            fill = QColor(color)
            fill.setAlphaF(_DENSITY[cell.found.strength])
            painter.setPen(QPen(color, 1))
            painter.setBrush(fill)
            painter.drawRoundedRect(inner, 6, 6)
        else:
            painter.setPen(QPen(color, 1, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(inner, 6, 6)
            if not cell.is_hidden:  # something is known behind the lens: no hatch
                self._paint_hatch(painter, inner, color)
        chip = QRectF(inner.left() + 6, inner.center().y() - _CHIP / 2, _CHIP, _CHIP)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.color("panel"))
        painter.drawRoundedRect(chip, 5, 5)
        painter.setBrush(color)
        painter.drawPath(glyph_path(cell.found.effect, QPointF(chip.center()), _SIGN))
        painter.setPen(palette.color("ink"))
        painter.setFont(font(Role.META))
        room = inner.adjusted(_CHIP + 13, 0, -4, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, word)

    @staticmethod
    def _paint_hatch(painter: QPainter, box: QRectF, color: QColor) -> None:
        device = painter.device()
        painter.setOpacity(_HATCH_OPACITY)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(hatch_brush(color.name(), device.devicePixelRatioF()))
        painter.drawRoundedRect(box, 6, 6)
        painter.setOpacity(1.0)
