"""The line of time with what belongs to it: play, all times, what it means, what has no time."""

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from explorer.canvas.palette import Palette
from explorer.domain.timeline import Span
from explorer.i18n import Words
from explorer.widgets.quiet_button import QuietButton
from explorer.widgets.time_strip import TimeStrip, moment
from explorer.widgets.typeface import Role, font

_FRAME_MS = 16
_GAP = 10
_LINES = 2
_FILLED = 0.92
"""How much of a line words fill before the next one begins."""


class Speed(IntEnum):
    """How fast the line plays: thousandths of it in each frame."""

    STOPPED = 0
    CALM = 1
    FAST = 3

    @property
    def following(self) -> "Speed":
        """What the button does next."""
        return {Speed.STOPPED: Speed.CALM, Speed.CALM: Speed.FAST, Speed.FAST: Speed.STOPPED}[self]


class TimeBar(QWidget):
    """Lets a person scrub or play through time.

    Args:
        parent: Qt owner.
    """

    hour_picked = Signal(object)
    """The person chose a moment, in hours after intake, or all times (None)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("time_bar")
        self._words: Words | None = None
        self._speed = Speed.STOPPED
        self._untimed = 0
        self._said = ""
        self.strip = TimeStrip(self)
        self.strip.hour_picked.connect(self._on_hour_picked)
        self._play = QuietButton(self)
        self._play.setObjectName("time_play")
        self._play.clicked.connect(self._on_play_clicked)
        self._all = QuietButton(self)
        self._all.setObjectName("time_all")
        self._all.clicked.connect(self._on_all_clicked)
        self._readout = QLabel(self)
        self._readout.setObjectName("time_readout")
        self._legend = QLabel(self)
        self._legend.setObjectName("time_legend")
        self._readout.setFont(font(Role.META_STRONG))
        self._legend.setFont(font(Role.SMALL))
        self._legend.setWordWrap(True)
        self._frame = QTimer(self, interval=_FRAME_MS)
        self._frame.timeout.connect(self._on_frame)
        top = QHBoxLayout()
        top.setSpacing(_GAP)
        top.addWidget(self._play)
        top.addWidget(self._all)
        top.addWidget(self._readout)
        top.addWidget(self._legend, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(top)
        column.addWidget(self.strip)

    def set_palette(self, palette: Palette) -> None:
        """Choose the colours."""
        self.strip.set_palette(palette)
        colors = self._legend.palette()
        colors.setColor(self._legend.foregroundRole(), palette.color("soft"))
        self._legend.setPalette(colors)

    def set_words(self, words: Words) -> None:
        """Choose the language."""
        self._words = words
        self.strip.set_words(words)
        self._all.setText(words("time.all"))
        self._write()

    def show_spans(self, spans: Sequence[Span], untimed: int) -> None:
        """Show when claims hold.

        Args:
            spans: of the claims whose sources give a time.
            untimed: how many claims have none.
        """
        self._untimed = untimed
        self.strip.show_spans(spans)
        self._write()

    def show_hour(self, hour: float | None) -> None:
        """Follow the view state."""
        self.strip.show_hour(hour)
        if hour is None:
            self.stop()
        self._write()

    def stop(self) -> None:
        """Stop playing."""
        self._speed = Speed.STOPPED
        self._frame.stop()
        self._write()

    def tab_stops(self) -> list[QWidget]:
        """What Tab walks, in reading order."""
        return [self._play, self._all, self.strip]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say what fits; the tip has it whole."""
        super().resizeEvent(event)
        self._fit_legend()

    def _fit_legend(self) -> None:
        others = (self._play, self._all, self._readout)
        taken = sum(part.sizeHint().width() for part in others) + 3 * _GAP
        metrics = QFontMetrics(self._legend.font())
        room = max(self.width() - taken, 0)
        lines = round(room * _LINES * _FILLED)
        text = metrics.elidedText(self._said, Qt.TextElideMode.ElideRight, lines)
        self._legend.setText(text)
        self._legend.setToolTip("" if text == self._said else self._said)
        self._legend.setAccessibleName(self._said)

    def _write(self) -> None:
        if self._words is None:
            return
        words, hour = self._words, self.strip.hour
        self._play.setText(words(f"time.play.{self._speed.following.name.lower()}"))
        self._readout.setText("" if hour is None else moment(hour, words))
        self._said = words("time.legend", n=self._untimed)
        self._fit_legend()
        self._all.setEnabled(hour is not None)

    def _on_hour_picked(self, hour: float | None) -> None:
        self.hour_picked.emit(hour)

    def _on_play_clicked(self) -> None:
        self._speed = self._speed.following
        if self._speed is Speed.STOPPED:
            self._frame.stop()
        else:
            self._frame.start()
        self._write()

    def _on_all_clicked(self) -> None:
        self.stop()
        self.hour_picked.emit(None)

    def _on_frame(self) -> None:
        self.strip.step(int(self._speed))
