"""The handout: what is pinned, in order, what comes with it, and ways to take it home."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from explorer.canvas.fill import fill_box
from explorer.canvas.palette import Palette
from explorer.domain.handout import Handout
from explorer.domain.library import Library
from explorer.domain.vocabulary import Language, Level
from explorer.i18n import Words
from explorer.i18n import words as words_of
from explorer.state.view_state import ViewState
from explorer.widgets.flow_row import FlowRow
from explorer.widgets.handout_form import HandoutForm
from explorer.widgets.jump import Jump
from explorer.widgets.pin_list import PinList
from explorer.widgets.pin_rows import again_titles, missing_count, pin_row
from explorer.widgets.quiet_button import QuietButton
from explorer.widgets.segmented import SegmentedSwitch
from explorer.widgets.typeface import Role, font
from explorer.widgets.wrap_row import WrapRow

PAPERS = ("A4", "Letter")
_PAPER_NAMES = ("A4", "US Letter")
"""The same in every language."""
OUTPUTS = ("pdf", "web", "save", "open")
_PAD = 22
_FORM_WIDTH = 352
_ARMED_MS = 6000


class HandoutPage(QWidget):
    """Shows the handout and wishes for changes of it; follows by `show_handout`.

    Args:
        library: the pack.
        parent: Qt owner.

    Attributes:
        paper: the chosen paper, one of `PAPERS`.
    """

    jump_wished = Signal(Jump)
    """Part of what every page offers; this one never leaves for a place."""
    page_wished = Signal(str)
    """Part of what every page offers; this one never asks for another."""
    link_wished = Signal(str)
    """Part of what every page offers; nothing here links outside."""
    text_copied = Signal(str)
    """Part of what every page offers; nothing here is copied."""
    move_wished = Signal(int, int)
    """`(from, to)`: another order of the pins."""
    remove_wished = Signal(int)
    """Take the pin at this place off."""
    undo_wished = Signal()
    """Take the last change of the pins back."""
    title_changed = Signal(str)
    """The person wrote another title."""
    note_changed = Signal(str)
    """The person wrote another note."""
    language_picked = Signal(Language)
    """The person chose the language of the handout."""
    level_picked = Signal(Level)
    """The person chose the wording of the handout."""
    keep_note_wished = Signal(bool)
    """Whether title and note outlast a crash too."""
    output_wished = Signal(str)
    """One of `OUTPUTS`."""
    wipe_wished = Signal()
    """Forget everything; the person has confirmed it."""

    def __init__(self, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("handout_page")
        self._library = library
        self._words: Words | None = None
        self._palette: Palette | None = None
        self._shown: tuple[Handout, bool] | None = None
        self._row = 0
        self.paper = PAPERS[0]
        self._title = _label("handout_heading", Role.NAME, self)
        self._count = _label("handout_count", Role.LEAD, self)
        self._list = PinList(self)
        self._form = HandoutForm(self)
        self._up, self._down, self._remove, self._undo = (
            _button(f"handout_{name}", self) for name in ("up", "down", "remove", "undo")
        )
        self._paper = SegmentedSwitch("handout_paper", PAPERS, self)
        self._paper.show_value(PAPERS[0])
        self._paper.picked.connect(self._on_paper_picked)
        self._outputs = {name: _button(f"handout_{name}", self) for name in OUTPUTS}
        self._wipe = _button("handout_wipe", self)
        self._status = _label("handout_status", Role.META, self)
        self._status.setWordWrap(True)
        self._disarm = QTimer(self, singleShot=True, interval=_ARMED_MS)
        self._disarm.timeout.connect(self._show_wipe)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self._list)

    def set_words(self, words: Words) -> None:
        """Choose the language of the page; the handout has its own."""
        self._words = words
        self._title.setText(words("handout.heading"))
        self._list.set_texts(words("handout.list"), words("handout.keys"), words("handout.empty"))
        self._form.set_words(words)
        for button, key in (
            (self._up, "handout.up"),
            (self._down, "handout.down"),
            (self._remove, "handout.remove"),
            (self._undo, "handout.undo"),
            *((self._outputs[name], f"handout.{name}") for name in OUTPUTS),
        ):
            button.setText(words(key))
            button.updateGeometry()
        for button, keys in (
            (self._up, "Alt+↑"),
            (self._down, "Alt+↓"),
            (self._remove, "Del"),
            (self._undo, "Ctrl+Z"),
        ):
            button.setToolTip(f"{button.text()} ({keys})")
        self._paper.set_texts(
            words("handout.paper"), dict(zip(PAPERS, _PAPER_NAMES, strict=True)), {}
        )
        self._status.clear()
        self._foot.lay_out()
        self._show_wipe()
        self._write()

    def set_palette(self, palette: Palette) -> None:
        """Choose the colours."""
        self._palette = palette
        self._list.set_palette(palette)
        self._form.set_palette(palette)
        self._paper.set_palette(palette)
        for label in (self._count, self._status):
            colors = label.palette()
            colors.setColor(label.foregroundRole(), palette.color("soft"))
            label.setPalette(colors)
        self.update()

    def show_state(self, state: ViewState) -> None:
        """The handout has a language and a wording of its own, so there is nothing to follow."""

    def show_handout(self, handout: Handout, *, can_undo: bool) -> None:
        """Follow the handout without asking for anything."""
        if self._shown is not None:
            self._row = _row_after(self._shown[0], handout, self._row)
        self._shown = (handout, can_undo)
        self._show_wipe()
        self._write()

    def show_keep_note(self, is_kept: bool) -> None:  # noqa: FBT001 - a Qt-style setter
        """Follow the setting."""
        self._form.show_keep_note(is_kept)

    def say(self, text: str) -> None:
        """Show one line about what was done, and let assistive tools say it."""
        self._status.setText(text)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground."""
        if self._palette is not None:
            with QPainter(self) as painter:
                fill_box(painter, event.rect(), self._palette.color("paper"))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addSpacing(10)
        head.addWidget(self._count, 1, Qt.AlignmentFlag.AlignBottom)
        order = FlowRow(self)
        for button in (self._up, self._down, self._remove, self._undo):
            order.add(button)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self._list, 1)
        left.addWidget(order)
        self._form.setFixedWidth(_FORM_WIDTH)
        both = QHBoxLayout()
        both.setSpacing(24)
        both.addLayout(left, 1)
        both.addWidget(self._form)
        foot = self._foot = WrapRow(self, (0, 0, _PAD, 0))
        foot.add(self._paper, self._outputs["pdf"])
        for name in OUTPUTS[1:]:
            foot.add(self._outputs[name])
        foot.add(self._wipe)
        column = QVBoxLayout(self)
        column.setContentsMargins(_PAD, 14, 0, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addLayout(both, 1)
        column.addWidget(foot)
        column.addWidget(self._status)

    def _connect(self) -> None:
        rows, form = self._list, self._form
        rows.move_wished.connect(self.move_wished)
        rows.remove_wished.connect(self.remove_wished)
        rows.undo_wished.connect(self.undo_wished)
        rows.row_changed.connect(self._on_row_changed)
        form.title_changed.connect(self.title_changed)
        form.note_changed.connect(self.note_changed)
        form.language_picked.connect(self.language_picked)
        form.level_picked.connect(self.level_picked)
        form.keep_note_wished.connect(self.keep_note_wished)
        self._up.clicked.connect(self._on_up)
        self._down.clicked.connect(self._on_down)
        self._remove.clicked.connect(self._on_remove)
        self._undo.clicked.connect(self.undo_wished)
        for button in self._outputs.values():
            button.clicked.connect(self._on_output)
        self._wipe.clicked.connect(self._on_wipe)

    def _write(self) -> None:
        words = self._words
        if words is None or self._shown is None:
            return
        handout, can_undo = self._shown
        said = words_of(handout.language)
        rows = [pin_row(self._library, pin, said, handout.level) for pin in handout.pins]
        self._list.show_rows(rows, self._row)
        self._form.show_handout(handout, again_titles(self._library, handout, said))
        gone = missing_count(self._library, handout)
        key = "handout.count_missing" if gone else "handout.count"
        self._count.setText(words(key, n=len(rows), missing=gone))
        self._undo.setEnabled(can_undo)
        self._allow()

    def _allow(self) -> None:
        """Grey out what means nothing for the current row."""
        count = len(self._shown[0].pins) if self._shown is not None else 0
        row = self._list.row
        self._up.setEnabled(row > 0)
        self._down.setEnabled(0 <= row < count - 1)
        self._remove.setEnabled(row >= 0)

    def _show_wipe(self) -> None:
        """Let the button that wipes ask again first."""
        self._disarm.stop()
        if self._words is not None:
            self._wipe.setText(self._words("handout.wipe"))
            self._wipe.updateGeometry()

    def _on_row_changed(self) -> None:
        self._row = max(self._list.row, 0)
        self._allow()

    def _on_up(self) -> None:
        self.move_wished.emit(self._list.row, self._list.row - 1)

    def _on_down(self) -> None:
        self.move_wished.emit(self._list.row, self._list.row + 1)

    def _on_remove(self) -> None:
        self.remove_wished.emit(self._list.row)

    def _on_paper_picked(self, paper: str) -> None:
        self.paper = paper

    def _on_output(self) -> None:
        button = self.sender()
        self._show_wipe()
        for name, each in self._outputs.items():
            if each is button:
                self.output_wished.emit(name)

    def _on_wipe(self) -> None:
        """Ask once more in the button itself; the second press wipes."""
        if self._words is None:
            return
        if self._disarm.isActive():
            self._show_wipe()
            self.wipe_wished.emit()
        else:
            self._disarm.start()
            self._wipe.setText(self._words("handout.wipe_sure"))
            self._wipe.updateGeometry()
            self.say(self._words("handout.wipe_ask"))


def _row_after(old: Handout, new: Handout, row: int) -> int:
    """Return the row to be on: what moved is followed, and so is what was added."""
    added = [at for at, pin in enumerate(new.pins) if pin not in old.pins]
    if added:
        return added[0]
    is_same = len(old.pins) == len(new.pins)
    if is_same and row < len(old.pins) and old.pins[row] in new.pins:
        return new.pins.index(old.pins[row])
    return row


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
