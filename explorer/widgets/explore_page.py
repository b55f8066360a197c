"""The stage: switches above the brain; what it is, legend, effects and slider below it."""

from __future__ import annotations  # the line of time is loaded when it is first shown

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from explorer.canvas.brain_canvas import BrainCanvas
from explorer.canvas.fill import fill_box
from explorer.canvas.palette import Palette
from explorer.domain.diagram import Diagram
from explorer.domain.timeline import Span
from explorer.i18n import Words
from explorer.widgets.effect_strip import EffectStrip
from explorer.widgets.legend import Legend
from explorer.widgets.stage_bar import StageBar
from explorer.widgets.typeface import Role, font
from explorer.widgets.use_slider import UseSlider

if TYPE_CHECKING:
    from explorer.widgets.time_bar import TimeBar

_PAD = 18
_LOW, _LOWEST = 660, 600
"""Below these heights caption and slider make room for the brain, px."""
_LOW_WITH_TIME = 760
"""Below this height the line of time takes the room of caption and legend, px."""


class ExplorePage(QWidget):
    """Holds the brain and what belongs to it.

    Args:
        canvas: the brain.
        views: the pack's views, each with its diagrams.
        has_effects: whether the pack has effects beside the brain.
        parent: Qt owner.
    """

    hour_picked = Signal(object)
    """The person chose a moment, in hours after intake, or all times (None)."""

    def __init__(
        self,
        canvas: BrainCanvas,
        views: dict[str, tuple[Diagram, ...]],
        *,
        has_effects: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("explore_page")
        self._palette: Palette | None = None
        self._said = ""
        self._words: Words | None = None
        self._time: TimeBar | None = None
        self.canvas = canvas
        self.bar = StageBar(views, self)
        self.strip = EffectStrip(self)
        self.slider = UseSlider(self)
        self._legend = Legend(self)
        self._caption = QLabel(self)
        self._caption.setObjectName("caption")
        self._caption.setFont(font(Role.SMALL))
        self._caption.setWordWrap(True)
        self._caption.setTextFormat(Qt.TextFormat.PlainText)
        below = self._below = QVBoxLayout()
        below.setContentsMargins(_PAD, 0, _PAD, 14)
        below.setSpacing(6)
        below.addWidget(self._caption)
        below.addWidget(self._legend)
        if has_effects:
            below.addWidget(self.strip)
        else:
            self.strip.hide()
        below.addWidget(self.slider)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.bar)
        column.addWidget(canvas, 1)
        column.addLayout(below)

    def set_words(self, words: Words) -> None:
        """Choose the language."""
        self._words = words
        if self._time is not None:
            self._time.set_words(words)
        self.bar.set_words(words)
        self._legend.set_words(words)
        self.strip.set_names(words("strip.name"), words("strip.back"), words("strip.on"))

    def set_caption(self, caption: str) -> None:
        """Say what the picture is; the text comes from the pack."""
        if caption != self._said:
            self._said = caption
            self._fit_caption()

    def set_palette(self, palette: Palette) -> None:
        """Choose the colours."""
        self._palette = palette
        if self._time is not None:
            self._time.set_palette(palette)
        self.canvas.set_palette(palette)
        self.bar.set_palette(palette)
        self.strip.set_palette(palette)
        self.slider.set_palette(palette)
        self._legend.set_palette(palette)
        colors = self._caption.palette()
        colors.setColor(self._caption.foregroundRole(), palette.color("soft"))
        self._caption.setPalette(colors)
        self.update()

    def show_time(self, spans: Sequence[Span], untimed: int, hour: float | None) -> None:
        """Show the line of time.

        Args:
            spans: when claims hold.
            untimed: how many claims have no time.
            hour: the chosen moment, or None for all times.
        """
        if self._time is None:
            from explorer.widgets.time_bar import TimeBar

            self._time = TimeBar(self)
            self._time.hide()
            self._time.hour_picked.connect(self.hour_picked)
            if self._words is not None:
                self._time.set_words(self._words)
            if self._palette is not None:
                self._time.set_palette(self._palette)
            self._below.insertWidget(self._below.indexOf(self.slider), self._time)
        self._time.show_spans(spans, untimed)
        self._time.show_hour(hour)
        if self._time.isHidden():
            self._time.show()
            self._make_room()

    def hide_time(self) -> None:
        """Put the line of time away."""
        if self._time is not None:
            self._time.stop()
            self._time.hide()
            self._make_room()

    def time_stops(self) -> list[QWidget]:
        """What Tab walks on the line of time, in reading order."""
        return [] if self._time is None else self._time.tab_stops()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the brain the room first."""
        super().resizeEvent(event)
        self.slider.set_compact(is_compact=event.size().height() < _LOWEST)
        self._make_room()
        self._fit_caption()

    def _make_room(self) -> None:
        has_time = self._time is not None and not self._time.isHidden()
        is_tight = has_time and self.height() < _LOW_WITH_TIME
        self._caption.setVisible(not is_tight)
        self._legend.setVisible(not is_tight)

    def _fit_caption(self) -> None:
        """Say it in one line where height is scarce; the tip has it whole."""
        is_whole = self.height() >= _LOW
        text = self._said
        if not is_whole:
            room = self.width() - 2 * _PAD - 4
            metrics = QFontMetrics(font(Role.SMALL))
            text = metrics.elidedText(self._said, Qt.TextElideMode.ElideRight, room)
        self._caption.setWordWrap(is_whole)
        self._caption.setText(text)
        self._caption.setToolTip("" if text == self._said else self._said)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground."""
        if self._palette is not None:
            with QPainter(self) as painter:
                fill_box(painter, event.rect(), self._palette.color("paper"))
