"""The stage: switches above the brain, legend and slider below it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from explorer.canvas.brain_canvas import BrainCanvas
from explorer.canvas.fill import fill_box
from explorer.canvas.palette import Palette
from explorer.domain.vocabulary import Phase
from explorer.i18n import Words
from explorer.widgets.legend import Legend
from explorer.widgets.quiet_button import QuietButton
from explorer.widgets.segmented import SegmentedSwitch
from explorer.widgets.typeface import Role, font
from explorer.widgets.use_slider import UseSlider

_LOW = 660
"""Below this height the caption under the brain makes room, px."""


class ExplorePage(QWidget):
    """Holds the brain and what belongs to it.

    Args:
        canvas: the brain.
        parent: Qt owner.
    """

    phase_picked = Signal(Phase)
    """The person chose the phase that the overlay shows."""
    zoom_wished = Signal(str)
    """`in`, `out` or `reset`."""

    def __init__(self, canvas: BrainCanvas, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("explore_page")
        self._palette: Palette | None = None
        self.canvas = canvas
        self.slider = UseSlider(self)
        self._legend = Legend(self)
        self._caption = QLabel(self)
        self._caption.setObjectName("caption")
        self._caption.setFont(font(Role.SMALL))
        self._caption.setWordWrap(True)
        self._caption.setTextFormat(Qt.TextFormat.PlainText)
        self._overlay_label = QLabel(self)
        self._overlay_label.setFont(font(Role.META))
        self._phase = SegmentedSwitch("phase_switch", list(Phase), self)
        self._phase.picked.connect(self._on_phase_picked)
        self._zoom_buttons = {
            name: self._build_zoom_button(name, sign)
            for name, sign in (("out", "\u2212"), ("in", "+"), ("reset", ""))
        }
        bar = QHBoxLayout()
        bar.setContentsMargins(18, 10, 18, 0)
        bar.setSpacing(10)
        bar.addWidget(self._overlay_label)
        bar.addWidget(self._phase)
        bar.addStretch(1)
        for button in self._zoom_buttons.values():
            bar.addWidget(button)
        below = QVBoxLayout()
        below.setContentsMargins(18, 0, 18, 14)
        below.setSpacing(6)
        below.addWidget(self._caption)
        below.addWidget(self._legend)
        below.addWidget(self.slider)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(bar)
        column.addWidget(canvas, 1)
        column.addLayout(below)

    def set_words(self, words: Words, caption: str) -> None:
        """Choose the language; the caption comes from the pack."""
        self._legend.set_words(words)
        self._caption.setText(caption)
        self._overlay_label.setText(words("switch.phase"))
        self._phase.set_texts(
            words("switch.phase.name"),
            {phase: words(f"phase.{phase}") for phase in Phase},
            {phase: words(f"phase.{phase}.tip") for phase in Phase},
        )
        for name, button in self._zoom_buttons.items():
            button.setAccessibleName(words(f"menu.zoom_{name}"))
            button.setToolTip(words(f"menu.zoom_{name}"))
        self._zoom_buttons["reset"].setText(words("zoom.reset"))

    def set_palette(self, palette: Palette) -> None:
        """Choose the colours."""
        self._palette = palette
        self.canvas.set_palette(palette)
        self.slider.set_palette(palette)
        self._legend.set_palette(palette)
        self._phase.set_palette(palette)
        for label in (self._caption, self._overlay_label):
            colors = label.palette()
            colors.setColor(label.foregroundRole(), palette.color("soft"))
            label.setPalette(colors)
        self.update()

    def tab_stops(self) -> list[QWidget]:
        """What Tab walks above the brain, in reading order."""
        return [*self._phase.tab_stops(), *self._zoom_buttons.values()]

    def show_phase(self, phase: Phase) -> None:
        """Follow the view state."""
        self._phase.show_value(phase)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the brain the room first."""
        super().resizeEvent(event)
        self._caption.setVisible(event.size().height() >= _LOW)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground."""
        if self._palette is not None:
            with QPainter(self) as painter:
                fill_box(painter, event.rect(), self._palette.color("paper"))

    def _build_zoom_button(self, name: str, sign: str) -> QuietButton:
        button = QuietButton(self)
        button.setText(sign)
        button.setObjectName(f"zoom_{name}")
        button.setFixedHeight(30)
        if sign:
            button.setFixedWidth(34)
        button.setProperty("zoom", name)
        button.clicked.connect(self._on_zoom_clicked)
        return button

    def _on_zoom_clicked(self) -> None:
        self.zoom_wished.emit(str(self.sender().property("zoom")))

    def _on_phase_picked(self, value: str) -> None:
        self.phase_picked.emit(Phase(value))
