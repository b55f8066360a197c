"""Compare: two kinds of use, or two places, side by side in the same picture."""

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from explorer.canvas.brain_canvas import BrainCanvas
from explorer.canvas.fill import fill_box
from explorer.canvas.palette import Palette
from explorer.domain.library import Library
from explorer.domain.vocabulary import Use
from explorer.i18n import Words
from explorer.state.view_state import ViewState
from explorer.widgets.brain_view import BrainView
from explorer.widgets.column import Column
from explorer.widgets.compare_text import write_differences
from explorer.widgets.compare_words import SideShown, Told, differences, side, use_name
from explorer.widgets.diagram_shelf import DiagramShelf
from explorer.widgets.jump import Jump
from explorer.widgets.quiet_button import QuietButton
from explorer.widgets.reading_page import ReadingArea
from explorer.widgets.segmented import SegmentedSwitch
from explorer.widgets.typeface import Role, font

_PAD = 22
_TEXT_SHARE = 0.38
_CHOICE_WIDTH = 200
_MODES = ("uses", "places")
_BLENDS = {Use.THERAPEUTIC: 0.0, Use.CHRONIC: 1.0}


class ComparedCanvas(BrainCanvas):
    """A picture on which Escape does not clear the place but leaves the page."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pass Escape on to the window."""
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)


class ComparePage(QWidget):
    """Two pictures that zoom and move together, and in words how they differ.

    Args:
        library: the pack.
        parent: Qt owner.
    """

    jump_wished = Signal(Jump)
    """Part of what every page offers; this one never leaves for a place."""
    page_wished = Signal(str)
    """Go back to the brain."""
    link_wished = Signal(str)
    """Part of what every page offers; nothing here links outside."""
    text_copied = Signal(str)
    """Part of what every page offers; nothing here is copied."""
    region_picked = Signal(str)
    """A place was picked in one of the pictures."""

    def __init__(self, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("compare_page")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._library = library
        self._words: Words | None = None
        self._palette: Palette | None = None
        self._state: ViewState | None = None
        self._shelf: DiagramShelf | None = None
        self._views: list[tuple[BrainCanvas, BrainView]] = []
        self._shown: list[ViewState | None] = [None, None]
        self._mode = "uses"
        self._is_swapped = False
        self._title = _label("compare_title", Role.NAME, self)
        self._title.setWordWrap(False)
        self._switch = SegmentedSwitch("compare_mode", _MODES, self)
        self._switch.picked.connect(self._on_mode_picked)
        self._other = QComboBox(self)
        self._other.setObjectName("compare_other")
        self._other.setMaximumWidth(_CHOICE_WIDTH)
        self._other.activated.connect(self._on_other_picked)
        self._swap = _button("compare_swap", self)
        self._swap.clicked.connect(self.swap)
        QShortcut(
            Qt.Key.Key_X, self, self.swap, context=Qt.ShortcutContext.WidgetWithChildrenShortcut
        )
        self._leave = _button("compare_leave", self)
        self._leave.clicked.connect(self._on_leave)
        self._heads = [_label(f"compare_{at}_name", Role.SECTION, self) for at in ("left", "right")]
        self._pictures = QHBoxLayout()
        self._texts = ReadingArea("compare_texts", self)
        self._told: tuple[str, tuple[Told, ...], str] | None = None
        self._lay_out()

    def set_shelf(self, shelf: DiagramShelf) -> None:
        """Give the diagrams; the pictures are made with the first state."""
        self._shelf = shelf

    def set_words(self, words: Words) -> None:
        """Choose the language."""
        self._words = words
        self._title.setText(words("compare.title"))
        texts = {mode: words(f"compare.mode.{mode}") for mode in _MODES}
        tips = {mode: words(f"compare.mode.{mode}.tip") for mode in _MODES}
        self._switch.set_texts(words("compare.mode"), texts, tips)
        self._other.setAccessibleName(words("compare.other"))
        self._texts.setAccessibleName(words("compare.differences"))
        self._swap.setText(f"{words('compare.swap')} (X)")
        self._leave.setText(f"{words('compare.leave')} (Esc)")
        chosen = self._other.currentData()
        self._other.clear()
        for place in self._library.places:
            self._other.addItem(place.name.at(words.language), place.id)
        self._other.setCurrentIndex(max(self._other.findData(chosen), 0))
        if self._state is not None:
            self._follow(self._state)

    def set_palette(self, palette: Palette) -> None:
        """Choose the colours."""
        self._palette = palette
        self._switch.set_palette(palette)
        for canvas, _ in self._views:
            canvas.set_palette(palette)
        self.update()

    def show_state(self, state: ViewState) -> None:
        """Follow place, view, phase, lens, language and level."""
        before = self._state.region if self._state is not None else None
        if state.region is not None and state.region == self._other.currentData():
            self._part_sides(state.region, before)
        self._follow(state)

    def swap(self) -> None:
        """Let the two sides change places."""
        self._is_swapped = not self._is_swapped
        if self._state is not None and self._words is not None and self._views:
            self._follow(self._state)
            left, right = (head.text() for head in self._heads)
            self._views[0][0].announce(self._words("compare.swapped", left=left, right=right))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Divide the height between pictures and words."""
        super().resizeEvent(event)
        self._texts.setFixedHeight(round(event.size().height() * _TEXT_SHARE))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground."""
        if self._palette is not None:
            with QPainter(self) as painter:
                fill_box(painter, event.rect(), self._palette.color("paper"))

    # Building

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._title, 1)
        for part in (self._switch, self._other, self._swap, self._leave):
            head.addWidget(part)
        names = QHBoxLayout()
        for name in self._heads:
            names.addWidget(name, 1)
        self._pictures.setSpacing(12)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(_PAD, 14, _PAD, 8)
        whole.setSpacing(8)
        whole.addLayout(head)
        whole.addLayout(names)
        whole.addLayout(self._pictures, 1)
        whole.addWidget(self._texts)

    def _build_pictures(self, state: ViewState) -> None:
        shelf = self._shelf
        assert shelf is not None, "set_shelf comes first"
        diagram = shelf.diagram(state)
        for at in ("left", "right"):
            canvas = ComparedCanvas(shelf.sheet(diagram).drawing, shelf.plate(diagram), self)
            canvas.setObjectName(f"compare_{at}")
            canvas.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            canvas.set_animated(False)
            canvas.region_picked.connect(self.region_picked)
            if self._palette is not None:
                canvas.set_palette(self._palette)
            self._views.append((canvas, BrainView(self._library, canvas, shelf, diagram)))
            self._pictures.addWidget(canvas, 1)
        left, right = (canvas for canvas, _ in self._views)
        left.zoomed.connect(lambda: right.follow_zoom(left))
        right.zoomed.connect(lambda: left.follow_zoom(right))

    # Following the state

    def _follow(self, state: ViewState) -> None:
        self._state = state
        words = self._words
        if words is None or self._shelf is None:
            return
        if not self._views:
            self._build_pictures(state)
        sides = self._sides(state, words)
        is_new = False
        for at, ((canvas, view), shown) in enumerate(zip(self._views, sides, strict=True)):
            new = state._replace(region=shown.place, use=shown.use, hour=None, resting=False)
            old = self._shown[at]
            if old != new:
                view.show_state(old, new, words)
                view.complete(new, words)
                self._shown[at] = new
                is_new = True
            canvas.set_blend(_BLENDS[shown.use])
            key = f"compare.{'right' if at else 'left'}"
            canvas.setAccessibleName(words(key, name=shown.name))
            self._heads[at].setText(shown.name)
        self._switch.show_value(self._mode)
        self._other.setVisible(self._mode == "places")
        self._tell(sides, state, words)
        if is_new:
            self._order_tabs()

    def _order_tabs(self) -> None:
        """Let Tab walk the page as it is read: head, left picture, right picture, words."""
        stops: list[QWidget] = [self._leave]
        for canvas, _ in self._views:
            stops += [canvas, *canvas.tab_stops()]
        for first, second in pairwise([*stops, self._texts]):
            QWidget.setTabOrder(first, second)

    def _sides(self, state: ViewState, words: Words) -> list[SideShown]:
        uses = [Use.THERAPEUTIC, Use.CHRONIC]
        places = [state.region, state.region]
        if self._mode == "places":
            uses = [state.use, state.use]
            places = [state.region, self._other.currentData()]
        by_place = self._mode == "places"
        sides = [
            side(self._library, place, use, words, by_place=by_place)
            for place, use in zip(places, uses, strict=True)
        ]
        return sides[::-1] if self._is_swapped else sides

    def _tell(self, sides: list[SideShown], state: ViewState, words: Words) -> None:
        told = differences(self._library, sides[0], sides[1], state.lens, state.level, words)
        if self._mode == "places":
            about = use_name(self._library, state.use, words)
        elif state.region is not None:
            about = self._library.place(state.region).name.at(words.language)
        else:
            about = ""
        new = (about, told, words("compare.caution") if told else words("compare.none"))
        if new != self._told:  # else the reader stays where he is in the text
            self._told = new
            column = Column(self._texts.viewport(), margins=(0, 4, 12, 8), spacing=6)
            column.hide()
            write_differences(column, *new)
            self._texts.show_column(column)

    def _on_mode_picked(self, mode: str) -> None:
        self._mode = mode
        if self._state is not None:
            self._follow(self._state)

    def _part_sides(self, place: str, before: str | None) -> None:
        """Put another place beside the chosen one: the one before it, or else the next."""
        at = self._other.findData(before)
        if at < 0 or before == place:
            at = (self._other.findData(place) + 1) % self._other.count()
        self._other.setCurrentIndex(at)

    def _on_other_picked(self) -> None:
        if self._state is None:
            return
        if self._other.currentData() == self._state.region:
            self._part_sides(self._other.currentData(), None)
        self._follow(self._state)

    def _on_leave(self) -> None:
        self.page_wished.emit("explore")


def _label(name: str, role: Role, parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setObjectName(name)
    label.setFont(font(role))
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def _button(name: str, parent: QWidget) -> QuietButton:
    button = QuietButton(parent)
    button.setObjectName(name)
    return button
