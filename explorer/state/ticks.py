"""How each topic went in the conversation. It is about a client, so it is never stored."""

from PySide6.QtCore import QObject, Signal

from explorer.domain.handout import Tick


class Ticks(QObject):
    """Holds one tick for each topic of the teach-back, for as long as the program runs.

    Args:
        parent: Qt owner.

    Attributes:
        ticks: by id of a topic; what is not in it was not discussed.
    """

    changed = Signal(str, Tick)
    """`(topic, tick)`, emitted only when it differs."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.ticks: dict[str, Tick] = {}

    def tick(self, topic: str) -> Tick:
        """Return how a topic went."""
        return self.ticks.get(topic, Tick.NOT_DISCUSSED)

    def set_tick(self, topic: str, tick: Tick) -> None:
        """Say how a topic went."""
        if tick is self.tick(topic):
            return
        if tick is Tick.NOT_DISCUSSED:
            del self.ticks[topic]
        else:
            self.ticks[topic] = tick
        self.changed.emit(topic, tick)

    def wipe(self) -> None:
        """Forget all of it, for the next client."""
        for topic in list(self.ticks):
            self.set_tick(topic, Tick.NOT_DISCUSSED)
