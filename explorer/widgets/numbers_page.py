"""The studies' own numbers, plotted: a list at the left, a plot or its table at the right."""

from pathlib import Path

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from explorer.canvas.fill import fill_box
from explorer.canvas.palette import Palette
from explorer.domain.handout import Pin, PinKind
from explorer.domain.library import Library
from explorer.i18n import Words
from explorer.plots.export import SCALES, write
from explorer.plots.forest import forest_content
from explorer.plots.plot_view import PlotView
from explorer.state.view_state import ViewState
from explorer.widgets.jump import Jump
from explorer.widgets.numbers_entries import NumbersEntries
from explorer.widgets.numbers_list import NumbersList
from explorer.widgets.pinboard import PinButton
from explorer.widgets.quiet_button import QuietButton
from explorer.widgets.segmented import SegmentedSwitch
from explorer.widgets.slim_scroll_bar import SlimScrollBar
from explorer.widgets.typeface import Role, font

_LIST_WIDTH = 292
_PAD = 16
_FIELD_HEIGHT = 30
_FIGURE, _TABLE = "figure", "table"
_VIEWS = (_FIGURE, _TABLE)


class NumbersPage(QWidget):
    """Shows one data set at a time.

    Args:
        library: the pack.
        parent: Qt owner.
    """

    jump_wished = Signal(Jump)
    """The person wants to see the place on the brain."""
    page_wished = Signal(str)
    """Id of another page; this one never asks for it."""
    link_wished = Signal(str)
    """An address; this page has none to open."""
    text_copied = Signal(str)
    """Citations for the clipboard."""

    def __init__(self, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("numbers_page")
        self._entries = NumbersEntries(library)
        self._library = library
        self._words: Words | None = None
        self._palette: Palette | None = None
        self._state: ViewState | None = None
        self._chosen = ""
        self._title = _label("numbers_title", Role.SECTION, self)
        self._filter = QLineEdit(self)
        self._filter.setObjectName("numbers_filter")
        self._filter.setClearButtonEnabled(True)
        self._filter.setMinimumHeight(_FIELD_HEIGHT)
        self._filter.setTextMargins(6, 0, 6, 0)
        self._list = NumbersList(self)
        self._switch = SegmentedSwitch("numbers_view", _VIEWS, self)
        self._place = _button("numbers_place", self)
        self._copy = _button("numbers_copy", self)
        self._save = _button("numbers_save", self)
        self._pin = PinButton(self, is_icon=True)
        self._menu = QMenu(self)
        self._menu.setObjectName("numbers_save_menu")
        self._status = _label("numbers_status", Role.META, self)
        self._empty = _label("numbers_empty", Role.BODY, self)
        self._view = PlotView(library, self)
        self._view.setFont(font(Role.META))
        self._view.set_scroll_bars(SlimScrollBar(self), SlimScrollBar(self))
        self._lay_out()
        self._connect()
        self.setFocusProxy(self._list)

    @property
    def view(self) -> PlotView:
        """The plot or its table."""
        return self._view

    def set_words(self, words: Words) -> None:
        """Choose the language."""
        self._words = words
        self.setAccessibleName(words("numbers.title"))
        self._title.setText(words("numbers.title"))
        self._filter.setPlaceholderText(words("numbers.filter"))
        self._filter.setAccessibleName(words("numbers.filter"))
        self._list.setAccessibleName(words("numbers.list"))
        texts = {view: words(f"numbers.view.{view}") for view in _VIEWS}
        self._switch.set_texts(words("numbers.view"), texts, {})
        self._place.setText(words("numbers.show_place"))
        self._copy.setText(words("numbers.copy_source"))
        self._save.setText(words("numbers.save"))
        self._save.setToolTip(words("numbers.save_tip"))
        self._pin.set_words(words)
        self._empty.setText(words("numbers.none_at_all"))
        for button in (self._place, self._copy, self._save):
            button.updateGeometry()
        self._fill_menu(words)
        self._refresh()

    def set_palette(self, palette: Palette) -> None:
        """Choose the colours."""
        self._palette = palette
        self._list.set_palette(palette)
        self._switch.set_palette(palette)
        for label in (self._status, self._empty):
            colors = label.palette()
            colors.setColor(label.foregroundRole(), palette.color("soft"))
            label.setPalette(colors)
        self._show_chosen()
        self.update()

    def show_state(self, state: ViewState) -> None:
        """Follow the place, the lens and the level; a new place brings its own first plot."""
        old, self._state = self._state, state
        if old is None or old.region != state.region:
            self._chosen = ""
        if old is None or (old.region, old.lens) != (state.region, state.lens):
            self._refresh()
        elif old.level is not state.level:
            self._show_chosen()

    def show_entry(self, entry_id: str) -> None:
        """Choose a data set or a forest by its id."""
        self._chosen = entry_id
        self._refresh()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, and the line beside the list."""
        if self._palette is None:
            return
        with QPainter(self) as painter:
            fill_box(painter, event.rect(), self._palette.color("panel"))
            painter.setPen(self._palette.color("line"))
            painter.drawLine(QPoint(_LIST_WIDTH, 0), QPoint(_LIST_WIDTH, self.height()))

    # Building

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setContentsMargins(0, _PAD, 0, 0)
        left.setSpacing(10)
        for part in (self._title, self._filter):
            row = QHBoxLayout()
            row.setContentsMargins(_PAD, 0, _PAD, 0)
            row.addWidget(part)
            left.addLayout(row)
        self._list.setFixedWidth(_LIST_WIDTH)
        left.addWidget(self._list, 1)
        bar = QHBoxLayout()
        bar.setContentsMargins(_PAD + 4, 10, _PAD + 4, 0)
        bar.setSpacing(8)
        self._status.setWordWrap(True)
        bar.addWidget(self._switch)
        bar.addWidget(self._status, 1)
        for button in (self._place, self._copy, self._save, self._pin):
            bar.addWidget(button)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addLayout(bar)
        right.addSpacing(8)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        right.addWidget(self._empty, 1)
        right.addWidget(self._view, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(1)
        whole.addLayout(left)
        whole.addLayout(right, 1)

    def _connect(self) -> None:
        self._filter.textChanged.connect(self._on_filter_changed)
        self._list.entry_picked.connect(self._on_entry_picked)
        self._switch.picked.connect(self._on_view_picked)
        self._place.clicked.connect(self._on_place_clicked)
        self._copy.clicked.connect(self._on_copy_clicked)
        self._save.clicked.connect(self._on_save_clicked)
        self._switch.show_value(_FIGURE)

    def _fill_menu(self, words: Words) -> None:
        self._menu.clear()
        for scale in SCALES:
            action = self._menu.addAction(words("numbers.save_picture_scale", scale=scale))
            action.setObjectName(f"save_png_{scale}")
            action.setData(("png", scale))
            action.triggered.connect(self._on_form_picked)
        for form, key in (("svg", "numbers.save_drawing"), ("csv", "numbers.save_numbers")):
            action = self._menu.addAction(words(key))
            action.setObjectName(f"save_{form}")
            action.setData((form, 1))
            action.triggered.connect(self._on_form_picked)

    # What a person does

    def _on_filter_changed(self, text: str) -> None:
        del text
        self._fill_list()

    def _on_entry_picked(self, entry_id: str) -> None:
        self._chosen = entry_id
        self._show_chosen()

    def _on_view_picked(self, view: str) -> None:
        self._view.show_table(view == _TABLE)

    def _on_place_clicked(self) -> None:
        dataset = self._entries.dataset(self._chosen)
        if dataset is not None:
            known = [place for place in dataset.about if self._library.has_place(place)]
            self.jump_wished.emit(Jump(known[0], dataset.use, dataset.phase))
        elif self._state is not None and self._state.region is not None:
            self.jump_wished.emit(Jump(self._state.region))

    def _on_copy_clicked(self) -> None:
        content = self._view.content
        if content is not None and self._words is not None:
            self.text_copied.emit("\n".join(content.sources.values()))
            self._say(self._words("numbers.copied"))

    def _on_save_clicked(self) -> None:
        self._menu.popup(self._save.mapToGlobal(QPoint(0, self._save.height())))

    def _on_form_picked(self) -> None:
        action = self.sender()
        if not isinstance(action, QAction):
            return
        form, scale = action.data()
        name = f"{self._chosen}.{form}"
        kinds = f"{form.upper()} (*.{form})"
        path, _ = QFileDialog.getSaveFileName(self, self._save.text(), name, kinds)
        if path:
            self._save_as(Path(path), form, scale)

    def _save_as(self, path: Path, form: str, scale: int) -> None:
        assert self._words is not None
        if not path.suffix:
            path = path.with_suffix(f".{form}")
        data = self._view.png(scale) if form == "png" else getattr(self._view, form)()
        try:
            write(path, data)
        except OSError as error:
            self._say(self._words("numbers.not_saved", why=error.strerror or error))
        else:
            self._say(self._words("numbers.saved", name=path.name))

    def _say(self, text: str) -> None:
        self._status.setText(text)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    # Following

    def _refresh(self) -> None:
        if self._words is None or self._state is None:
            return
        self._fill_list(is_fresh=True)
        self._show_chosen()

    def _fill_list(self, *, is_fresh: bool = False) -> None:
        """Fill the list; a fresh one chooses its first entry when the chosen one is not in it."""
        if self._words is None or self._state is None:
            return
        entries = self._entries.entries(self._state, self._filter.text(), self._words)
        ids = [entry.id for entry in entries if entry.id]
        if is_fresh and self._chosen not in ids:
            self._chosen = ids[0] if ids else ""
        self._list.show_entries(entries, self._chosen)

    def _show_chosen(self) -> None:
        words, palette, state = self._words, self._palette, self._state
        if words is None or palette is None or state is None:
            return
        self._status.clear()
        dataset = self._entries.dataset(self._chosen)
        forest = None if dataset is not None else self._entries.forest(self._chosen, state)
        is_there = dataset is not None or forest is not None
        self._pin.set_pin(Pin(PinKind.PLOT, self._chosen) if dataset is not None else None)
        self._empty.setVisible(not is_there)
        self._view.setVisible(is_there)
        for button in (self._place, self._copy, self._save):
            button.setEnabled(is_there)
        if dataset is not None:
            self._view.show_dataset(dataset, words, palette, state.level)
            self._place.setEnabled(any(map(self._library.has_place, dataset.about)))
        elif forest is not None:
            self._view.show_content(forest_content(forest, self._library, words), words, palette)


def _label(name: str, role: Role, parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setObjectName(name)
    label.setFont(font(role))
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def _button(name: str, parent: QWidget) -> QuietButton:
    button = QuietButton(parent)
    button.setObjectName(name)
    return button
