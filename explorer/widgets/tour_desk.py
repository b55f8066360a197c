"""Tours at work: made once somebody wants one."""

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from shiboken6 import isValid

from explorer.canvas.brain_canvas import BrainCanvas
from explorer.domain.library import Library
from explorer.domain.tour import Tour
from explorer.i18n import words as words_of
from explorer.state.store import Store
from explorer.state.view_state import PAGES, ViewState
from explorer.widgets.lexicon import Lexicon
from explorer.widgets.theme import Theme
from explorer.widgets.tour_bar import StepContent, TourBar
from explorer.widgets.tour_texts import has_wandered, step_state, tour_of

_ON_THE_BRAIN = (Qt.Key.Key_Space, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)
"""Keys that move a tour while the diagram itself has the focus; its arrows walk the regions."""


class TourDesk(QObject):
    """Starts and ends tours, and keeps the strip above the stage in step with the view state.

    Args:
        canvas: the brain.
        column: the window's parts from top to bottom; the strip goes above the last two.
        library: the pack.
        store: the view state.
        theme: the colours.
    """

    stops_changed = Signal()
    """The strip came or went: Tab has another way to walk."""

    def __init__(
        self, canvas: BrainCanvas, column: QVBoxLayout, library: Library, store: Store, theme: Theme
    ) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._library = library
        self._store = store
        self._before: ViewState | None = None
        self._sight: tuple[float, QPointF] | None = None
        self._focus: tuple[QWidget, str] | None = None
        self.bar = TourBar()
        column.insertWidget(column.count() - 2, self.bar)
        self.lexicon = Lexicon(library.glossary, self.bar)
        self.bar.set_palette(theme.palette)
        theme.changed.connect(self.bar.set_palette)
        self.bar.moved.connect(self.move)
        self.bar.return_wished.connect(self.come_back)
        self.bar.leave_wished.connect(self.leave)
        self.bar.tour_picked.connect(self.start)
        store.changed.connect(self._on_changed)
        # Below the strip, so that it acts only while that can be seen.
        self._escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self.bar)
        self._escape.activated.connect(self.leave)
        canvas.installEventFilter(self)
        self._set_language(store.state)

    @property
    def is_on(self) -> bool:
        """Whether the person is on a tour."""
        return self._tour is not None

    def open(self) -> None:
        """Offer the tours; on a tour, give the strip the focus; offered already, take them away."""
        if self.is_on:
            self.bar.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif self.bar.isVisible():
            self.leave()
        elif self._library.tours:
            self._remember_focus()
            self._offer()
            self.stops_changed.emit()
            self.bar.choice_buttons[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def start(self, tour_id: str) -> None:
        """Begin a tour, and remember where the person is. Raises KeyError for an unknown one."""
        tour = self._library.tour(tour_id)
        if not self.is_on:
            self._before, self._sight = self._store.state, self._canvas.sight
            if not self.bar.isVisible():
                self._remember_focus()
        self._go(tour, 0)
        self.bar.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def move(self, steps: int) -> None:
        """Go so many steps on, or back where it is negative; stay at either end."""
        tour = self._tour
        if tour is not None:
            to = self._store.state.step + steps
            self._go(tour, min(max(to, 0), len(tour.steps) - 1))

    def come_back(self) -> None:
        """Be at the step again after wandering."""
        self.move(0)
        self.bar.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Be where the person was before, but in the language and level that they chose since."""
        state = self._store.state
        if self._tour is not None:
            before = self._before or state
            self._store.go_to(
                before._replace(language=state.language, level=state.level, tour=None, step=0)
            )
            if self._sight is not None:
                self._canvas.return_to_sight(self._sight)
        self._before = self._sight = None
        self.bar.hide()
        self.stops_changed.emit()
        self._return_focus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's
        """Move on the brain too, where no region has the focus."""
        if not self.is_on or watched is not self._canvas or not self._canvas.hasFocus():
            return False
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        return event.key() in _ON_THE_BRAIN and self.bar.take_key(event.key())

    @property
    def _tour(self) -> Tour | None:
        return tour_of(self._library, self._store.state)

    def _go(self, tour: Tour, step: int) -> None:
        old, new = self._store.state, step_state(self._store.state, tour, step)
        self._store.go_to(new)
        if old != new:
            self._canvas.reset_zoom()

    def _remember_focus(self) -> None:
        focus = QApplication.focusWidget()
        self._focus = (focus, focus.objectName()) if focus is not None else None

    def _return_focus(self) -> None:
        """Give the focus to what had it, or to what took its place; else to the brain."""
        before, self._focus = self._focus, None
        places: list[QWidget] = []
        if before is not None:
            widget, name = before
            places += [widget] if isValid(widget) else []
            # Each drawing brings buttons of its own for its regions.
            places += self._canvas.window().findChildren(QWidget, name) if name else []
        seen = (place for place in places if place.isVisible())
        next(seen, self._canvas).setFocus(Qt.FocusReason.OtherFocusReason)

    # Following the state

    def _on_changed(self, old: ViewState, new: ViewState) -> None:
        if old.language is not new.language:
            self._set_language(new)
        tour = self._tour
        self._escape.setEnabled(tour is None or new.page == PAGES[0])
        if tour is None:
            if old.tour is not None:
                self.bar.hide()
                self.stops_changed.emit()
            elif self.bar.isVisible():
                self._offer()
            return
        was_hidden = self.bar.isHidden()
        self._show_step(tour, new)
        if was_hidden or old.tour != new.tour:
            self.stops_changed.emit()
        if (old.tour, old.step) != (new.tour, new.step):
            self._canvas.announce(tour.steps[new.step].text.at(new.language, new.level))

    def _set_language(self, state: ViewState) -> None:
        words = words_of(state.language)
        self.lexicon.set_words(words)
        self.bar.set_words(words)

    def _show_step(self, tour: Tour, state: ViewState) -> None:
        texts = tuple(step.text.at(state.language, state.level) for step in tour.steps)
        is_away = has_wandered(self._library, state)
        title = tour.title.at(state.language)
        self.bar.show_step(StepContent(title, texts[state.step], texts, state.step, is_away))

    def _offer(self) -> None:
        language = self._store.state.language
        self.bar.offer(
            [(tour.id, tour.title.at(language), len(tour.steps)) for tour in self._library.tours]
        )
