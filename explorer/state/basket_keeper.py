"""Keeps the pins across a crash, in one file, and forgets them when the person says so.

Pins and their order are about the pack. Title and note may be about a client, so they are kept
only when the person asked for it; how topics went is never kept.
"""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from explorer.domain.handout import Handout
from explorer.state.basket import Basket
from explorer.state.handout_file import HandoutFileError, read_handout, write_handout
from explorer.state.whole_file import remove_file

_CALM_MS = 150


class BasketKeeper(QObject):
    """Writes the file soon after each change; there is none when there is nothing to keep.

    What an earlier run left stays in the file until it is brought back or wiped.

    Args:
        basket: what is kept.
        path: where.
        keeps_note: tells whether title and note are kept too.

    Attributes:
        earlier: what an earlier run left, until it is brought back or wiped; None for nothing.
        fault: why what an earlier run left cannot be read, or None.
        set_aside: where a file that cannot be read was moved to, or None.
    """

    failed = Signal(str)
    """The file cannot be written, and why. Said once."""

    def __init__(self, basket: Basket, path: Path, keeps_note: Callable[[], bool]) -> None:
        super().__init__(basket)
        self._basket = basket
        self._path = path
        self._keeps_note = keeps_note
        self._has_failed = False
        self.earlier: Handout | None = None
        self.fault: HandoutFileError | None = None
        self.set_aside: Path | None = None
        self._save_soon = QTimer(self, singleShot=True, interval=_CALM_MS)
        self._save_soon.timeout.connect(self.save)
        if path.exists():
            self._read()
        basket.changed.connect(self._on_changed)
        basket.wiped.connect(self.wipe)

    def bring_back(self) -> None:
        """Go on with what an earlier run left."""
        earlier, self.earlier = self.earlier, None
        if earlier is not None:
            self._basket.bring_back(earlier)
            self.save_soon()

    def wipe(self) -> None:
        """Leave nothing on disk."""
        self._save_soon.stop()
        self.earlier = self.fault = None
        try:
            remove_file(self._path)
            for aside in self._path.parent.glob(f"{self._path.stem}.unreadable-*.json"):
                aside.unlink(missing_ok=True)
        except OSError as error:
            self.failed.emit(error.strerror or str(error))

    def save_soon(self) -> None:
        """Write the file in a moment; many changes share one writing."""
        self._save_soon.start()

    def flush(self) -> None:
        """Write now what is due."""
        if self._save_soon.isActive():
            self.save()

    def save(self) -> None:
        """Write the file now, or remove it when there is nothing to keep."""
        self._save_soon.stop()
        kept = self._kept()
        try:
            if kept.pins or kept.title or kept.note:
                self._path.parent.mkdir(parents=True, exist_ok=True)
                write_handout(self._path, kept)
            else:
                remove_file(self._path)
        except OSError as error:
            if not self._has_failed:
                self._has_failed = True
                self.failed.emit(error.strerror or str(error))

    def _kept(self) -> Handout:
        handout = self._basket.handout
        if not self._keeps_note():
            handout = handout._replace(title="", note="")
        if self.earlier is not None:
            pins = dict.fromkeys((*self.earlier.pins, *handout.pins))
            handout = handout._replace(
                pins=tuple(pins),
                title=handout.title or self.earlier.title,
                note=handout.note or self.earlier.note,
            )
        return handout._replace(ticks=())

    def _read(self) -> None:
        try:
            self.earlier = read_handout(self._path)
        except HandoutFileError as error:
            self.fault = error
            self._put_aside()

    def _put_aside(self) -> None:
        """Move a file that cannot be read to the first free name beside it."""
        for number in range(1, 100):
            aside = self._path.with_name(f"{self._path.stem}.unreadable-{number}.json")
            if not aside.exists():
                break
        with suppress(OSError):
            self._path.replace(aside)
            self.set_aside = aside

    def _on_changed(self, old: Handout, new: Handout) -> None:
        if old.pins != new.pins or (
            self._keeps_note() and (old.title, old.note) != (new.title, new.note)
        ):
            self.save_soon()
