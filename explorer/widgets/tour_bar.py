"""A quiet strip above the stage: the step of a tour, or which tours there are."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from explorer.canvas.fill import fill_box
from explorer.canvas.palette import Palette
from explorer.i18n import Words
from explorer.widgets.flow_row import FlowRow
from explorer.widgets.quiet_button import QuietButton
from explorer.widgets.shaped_text import shaped
from explorer.widgets.term_text import TermText
from explorer.widgets.typeface import Role, font, text_width

_PAD = 18
_TRACK = 4
"""Height of the line that shows how far the tour is, px."""
_WIDEST = 1000
"""Lines longer than this are hard to read, px."""
FORWARD = (Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_PageDown)
BACK = (Qt.Key.Key_Left, Qt.Key.Key_PageUp)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ARROWS = (Qt.Key.Key_Right, Qt.Key.Key_PageDown, *BACK)


class StepContent(NamedTuple):
    """A step, written out.

    Attributes:
        title: of the tour.
        text: what the step says.
        texts: of all steps, so that the strip is as high at each of them.
        at: number of the step, counted from 0.
        is_away: whether the person has wandered from it.
    """

    title: str
    text: str
    texts: tuple[str, ...]
    at: int
    is_away: bool


class TourBar(QFrame):
    """Says where the tour is; Space and the arrows move on while it has the focus.

    Args:
        parent: Qt owner.
    """

    moved = Signal(int)
    """The person wants so many steps forward (1) or back (-1)."""
    return_wished = Signal()
    """The person has wandered and wants to be at the step again."""
    leave_wished = Signal()
    """The person has had enough."""
    tour_picked = Signal(str)
    """The person chose a tour, by its id."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tour_bar")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._palette: Palette | None = None
        self._words: Words | None = None
        self._content: StepContent | None = None
        self._title = QLabel(self)
        self._title.setObjectName("tour_title")
        self._title.setFont(font(Role.LEAD))
        self._count = QLabel(self)
        self._count.setObjectName("tour_count")
        self._count.setFont(font(Role.META))
        for label in (self._title, self._count):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.text = TermText(Role.BODY, self)
        self.text.setObjectName("tour_text")
        self._return = self._button("tour_return")
        self._return.clicked.connect(self.return_wished)
        self._back = self._button("tour_back")
        self._back.clicked.connect(self._on_back_clicked)
        self._next = self._button("tour_next")
        self._next.clicked.connect(self._on_next_clicked)
        self._leave = self._button("tour_leave")
        self._leave.clicked.connect(self.leave_wished)
        self._choices = FlowRow(self)
        self._choice_buttons: list[QuietButton] = []
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self._title)
        top.addSpacing(4)
        top.addWidget(self._count)
        top.addStretch(1)
        for button in (self._return, self._back, self._next, self._leave):
            top.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(_PAD, 7, _PAD, 7 + _TRACK)
        column.setSpacing(4)
        column.addLayout(top)
        column.addWidget(self.text)
        column.addWidget(self._choices)
        self.hide()

    def set_palette(self, palette: Palette) -> None:
        """Choose the colours."""
        self._palette = palette
        colors = self._count.palette()
        colors.setColor(self._count.foregroundRole(), palette.color("soft"))
        self._count.setPalette(colors)
        self.update()

    def set_words(self, words: Words) -> None:
        """Choose the language; what is shown follows with `show_step` or `offer`."""
        self._words = words
        self._return.setText(words("tour.return"))
        self._back.setText(words("tour.back"))
        self._leave.setText(words("tour.leave"))

    def offer(self, tours: Sequence[tuple[str, str, int]]) -> None:
        """Let the person choose.

        Args:
            tours: of each its id, its title, and how many steps it has.
        """
        assert self._words is not None, "words come first"
        words = self._words
        self._content = None
        self._build_choices(tours, words)
        self._title.setText(words("tour.choose"))
        self.text.hide()
        for part in (self._count, self._return, self._back, self._next):
            part.hide()
        self._choices.show()
        self.setAccessibleName(words("tour.choose"))
        self.setAccessibleDescription("")
        self.show()
        self.update()

    def show_step(self, content: StepContent) -> None:
        """Show a step of a tour."""
        assert self._words is not None, "words come first"
        words, last = self._words, len(content.texts) - 1
        self._content = content
        self._title.setText(content.title)
        self._count.setText(words("tour.count", n=content.at + 1, of=last + 1))
        self._next.setText(words("tour.done" if content.at == last else "tour.next"))
        self._back.setEnabled(content.at > 0)
        self._return.setVisible(content.is_away)
        self.text.show_text(content.text)
        self._choices.hide()
        for part in (self._count, self._back, self._next, self.text):
            part.show()
        spoken = words("tour.spoken", title=content.title, n=content.at + 1, of=last + 1)
        self.setAccessibleName(spoken)
        self.setAccessibleDescription(content.text)
        self._fit()
        self.show()
        self.update()

    @property
    def choice_buttons(self) -> Sequence[QWidget]:
        """One for each tour that is offered."""
        return self._choice_buttons

    def tab_stops(self) -> list[QWidget]:
        """What Tab walks, in reading order."""
        buttons = (self._return, self._back, self._next, self._leave)
        return [self, *buttons, self.text, *self._choice_buttons]

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with Space and the arrows."""
        if not self.take_key(event.key()):
            super().keyPressEvent(event)

    def take_key(self, key: int) -> bool:
        """Move on, if that is what a key means here. Returns whether it is."""
        if self._content is None:
            return False
        way = (key in FORWARD) - (key in BACK)
        if way:
            self.moved.emit(way)
        return bool(way)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's
        """Let Enter press a button, and the arrows move the tour there too, not the focus."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() in _ENTER and isinstance(watched, QuietButton):
            watched.click()
            return True
        return event.key() in _ARROWS and self.take_key(event.key())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that keys act here."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that they do not."""
        super().focusOutEvent(event)
        self.update()

    # Look

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the text the lines that it needs."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, how far the tour is, and the focus."""
        if self._palette is None:
            return
        palette = self._palette
        with QPainter(self) as painter:
            fill_box(painter, event.rect(), palette.color("accent_wash"))
            top = self.height() - _TRACK
            fill_box(painter, QRect(0, top, self.width(), _TRACK), palette.color("line"))
            if self._content is not None:
                share = (self._content.at + 1) / len(self._content.texts)
                done = QRect(0, top, round(self.width() * share), _TRACK)
                fill_box(painter, done, palette.color("accent"))
            if self.hasFocus():
                painter.setPen(QPen(palette.color("accent"), 2))
                painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1 - _TRACK))

    def _fit(self) -> None:
        """Be as high as the longest text needs: the brain must not jump from step to step."""
        if self._content is None:
            return
        width = min(self.width() - 2 * _PAD, _WIDEST)
        if width > 0:
            most = max(shaped(text, Role.BODY, width).height for text in self._content.texts)
            self.text.setFixedSize(width, most)
        room = self.width() - 2 * _PAD - self._taken()
        title = self._title.fontMetrics().elidedText(
            self._content.title, Qt.TextElideMode.ElideRight, max(room, 0)
        )
        self._title.setText(title)
        self._title.setToolTip("" if title == self._content.title else self._content.title)

    def _taken(self) -> int:
        """Return the width of all that stands beside the title, px."""
        shown = (self._return, self._back, self._next, self._leave)
        buttons = [part.sizeHint().width() + 8 for part in shown if not part.isHidden()]
        return sum(buttons) + text_width(Role.META, self._count.text()) + 28

    def _build_choices(self, tours: Sequence[tuple[str, str, int]], words: Words) -> None:
        for button in self._choice_buttons:
            self._choices.remove(button)
        self._choice_buttons = []
        for tour_id, title, steps in tours:
            button = self._button(f"tour_{tour_id}")
            button.setProperty("tour", tour_id)
            button.setText(words("tour.offer", title=title, n=steps))
            button.clicked.connect(self._on_choice_clicked)
            self._choices.add(button)
            self._choice_buttons.append(button)

    def _button(self, name: str) -> QuietButton:
        button = QuietButton(self)
        button.setObjectName(name)
        button.installEventFilter(self)
        return button

    def _on_back_clicked(self) -> None:
        self.moved.emit(-1)

    def _on_next_clicked(self) -> None:
        content = self._content
        if content is not None and content.at == len(content.texts) - 1:
            self.leave_wished.emit()
        else:
            self.moved.emit(1)

    def _on_choice_clicked(self) -> None:
        self.tour_picked.emit(str(self.sender().property("tour")))
