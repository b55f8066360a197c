"""What is pinned for the handout, while the program runs."""

from typing import Any

from PySide6.QtCore import QObject, Signal

from explorer.domain.handout import Handout, Pin, Tick
from explorer.domain.vocabulary import Language, Level
from explorer.state.ticks import Ticks

_MOST_UNDO = 100


class Basket(QObject):
    """Holds the handout that is being made, and tells who listens when it really changes.

    Args:
        language: language of the handout, to begin with.
        level: its level, to begin with.
        parent: Qt owner.
    """

    changed = Signal(Handout, Handout)
    """`(old, new)`, emitted only when they differ."""
    wiped = Signal()
    """Everything was forgotten, also what could have been undone."""

    def __init__(self, language: Language, level: Level, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._handout = Handout(language, level)
        self._undo: list[dict[str, Any]] = []
        self._ticks: Ticks | None = None

    @property
    def handout(self) -> Handout:
        """All of it."""
        return self._handout

    @property
    def can_undo(self) -> bool:
        """Whether a change of the pins can be taken back."""
        return bool(self._undo)

    def follow(self, ticks: Ticks) -> None:
        """Take over how each topic went, from now on; what is wiped here is wiped there."""
        self._ticks = ticks
        for topic, tick in ticks.ticks.items():
            self.set_tick(topic, tick)
        ticks.changed.connect(self.set_tick)
        self.wiped.connect(ticks.wipe)

    def is_pinned(self, pin: Pin) -> bool:
        """Whether it is on the handout."""
        return pin in self._handout.pins

    def toggle(self, pin: Pin) -> bool:
        """Put it at the end of the handout, or take it off. Returns whether it is on it now."""
        pins = self._handout.pins
        if pin in pins:
            self._set_pins(tuple(each for each in pins if each != pin))
            return False
        self._set_pins((*pins, pin))
        return True

    def remove(self, at: int) -> None:
        """Take the pin at a place in the order off the handout."""
        pins = self._handout.pins
        if 0 <= at < len(pins):
            self._set_pins((*pins[:at], *pins[at + 1 :]))

    def move(self, at: int, to: int) -> None:
        """Let a pin change places: it stands at `to` afterwards."""
        pins = list(self._handout.pins)
        if 0 <= at < len(pins) and 0 <= to < len(pins):
            pins.insert(to, pins.pop(at))
            self._set_pins(tuple(pins))

    def undo(self) -> None:
        """Take back the last change of the pins, or the opening of a file."""
        if self._undo:
            self._update(**self._undo.pop())

    def set_title(self, title: str) -> None:
        """Choose the title."""
        self._update(title=title)

    def set_note(self, note: str) -> None:
        """Write the free note."""
        self._update(note=note)

    def set_language(self, language: Language) -> None:
        """Choose the language of the handout, whatever that of the window is."""
        self._update(language=language)

    def set_level(self, level: Level) -> None:
        """Choose plain or clinical wording for the handout."""
        self._update(level=level)

    def set_tick(self, topic: str, tick: Tick) -> None:
        """Say how a topic of the teach-back went."""
        ticks = dict(self._handout.ticks)
        if tick is Tick.NOT_DISCUSSED:
            ticks.pop(topic, None)
        else:
            ticks[topic] = tick
        self._update(ticks=tuple(ticks.items()))

    def open(self, handout: Handout) -> None:
        """Go on with a handout that was saved; undo brings back the one before."""
        before = self._handout._asdict()
        self._update(**handout._asdict())
        self._remember({key: value for key, value in before.items() if key != "ticks"})
        if self._ticks is not None:
            for topic, _ in before["ticks"]:
                self._ticks.set_tick(topic, Tick.NOT_DISCUSSED)
            for topic, tick in handout.ticks:
                self._ticks.set_tick(topic, tick)

    def bring_back(self, earlier: Handout) -> None:
        """Put what was pinned earlier before what is pinned now; title and note stay if there."""
        now = self._handout
        pins = tuple(dict.fromkeys((*earlier.pins, *now.pins)))
        self._set_pins(pins)
        self._update(title=now.title or earlier.title, note=now.note or earlier.note)

    def wipe(self) -> None:
        """Forget everything, for the next client; language and level stay."""
        self._undo.clear()
        self._update(title="", note="", pins=(), ticks=())
        self.wiped.emit()

    def _set_pins(self, pins: tuple[Pin, ...]) -> None:
        if pins != self._handout.pins:
            self._remember({"pins": self._handout.pins})
            self._update(pins=pins)

    def _remember(self, before: dict[str, Any]) -> None:
        self._undo.append(before)
        del self._undo[:-_MOST_UNDO]

    def _update(self, **fields: Any) -> None:
        old, new = self._handout, self._handout._replace(**fields)
        if new != old:
            self._handout = new
            self.changed.emit(old, new)
