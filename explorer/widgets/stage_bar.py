"""The switches above the brain: what is shown, of when, and by which evidence."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from explorer.canvas.palette import Palette
from explorer.domain.diagram import Diagram
from explorer.domain.vocabulary import Hemispheres, Lens, Phase
from explorer.i18n import Words
from explorer.state.view_state import ViewState
from explorer.widgets.quiet_button import QuietButton
from explorer.widgets.segmented import SegmentedSwitch
from explorer.widgets.typeface import Role, font
from explorer.widgets.wrap_row import WrapRow

_HEIGHT = 30
_SIDES = ("anatomical", "radiological")
_NO_MARGINS = (18, 10, 18, 0)


class StageBar(WrapRow):
    """Shows the switches that mean something for the diagram in sight.

    Args:
        views: the pack's views, each with its diagrams.
        parent: Qt owner.
    """

    view_picked = Signal(str)
    """The person chose another view."""
    plane_picked = Signal(int)
    """The person chose another slice of the view."""
    phase_picked = Signal(Phase)
    """The person chose the phase that the overlay shows."""
    rest_wished = Signal(bool)
    """The person wants to see the synapse at rest, or in the chosen phase."""
    lens_picked = Signal(Lens)
    """The person chose which evidence counts."""
    scan_wished = Signal(bool)
    """The person wants the scan, or the drawing."""
    mirror_wished = Signal(bool)
    """The person wants left and right swapped, or as they were."""
    timeline_wished = Signal(bool)
    """The person wants the line of time, or not."""
    zoom_wished = Signal(str)
    """`in`, `out` or `reset`."""

    def __init__(self, views: dict[str, tuple[Diagram, ...]], parent: QWidget) -> None:
        super().__init__(parent, _NO_MARGINS)
        self.setObjectName("stage_bar")
        self._views = views
        self._words: Words | None = None
        self._shown: ViewState | None = None
        self._switches: list[SegmentedSwitch] = []
        self._extra: tuple[QuietButton, ...] = ()
        self._view = self._switch("view_switch", list(views), self.view_picked.emit)
        most = max(len(diagrams) for diagrams in views.values())
        self._planes = {
            number: self._switch(
                f"plane_switch_{number}", [str(n) for n in range(number)], self._on_plane_picked
            )
            for number in sorted({len(diagrams) for diagrams in views.values()} - {1})
            if number <= most
        }
        self._phase = self._switch("phase_switch", list(Phase), self._on_phase_picked)
        self._rest = self._button("rest_button", is_choice=True)
        self._rest.clicked.connect(self.rest_wished)
        self._lens = self._switch("lens_switch", list(Lens), self._on_lens_picked)
        self._sides = self._switch("sides_switch", _SIDES, self._on_sides_picked)
        self._scan = self._button("scan_button", is_choice=True)
        self._scan.clicked.connect(self.scan_wished)
        self._timeline = self._button("timeline_button", is_choice=True)
        self._timeline.clicked.connect(self.timeline_wished)
        self._labels = {name: self._label() for name in ("phase", "lens")}
        self._zoom_buttons = {
            name: self._zoom_button(name, sign)
            for name, sign in (("out", "\u2212"), ("in", "+"), ("reset", ""))
        }
        self.add(self._view)
        for switch in self._planes.values():
            self.add(switch)
        self.add(self._sides)
        self.add(self._scan)
        self.add(self._labels["phase"], self._phase, self._rest)
        self.add(self._labels["lens"], self._lens)
        self.add(self._timeline)
        self.set_corner(*self._zoom_buttons.values())
        self.set_spare(*self._labels.values())

    def add_to_corner(self, button: QuietButton) -> None:
        """Put a button before those that zoom."""
        self._extra = (*self._extra, button)
        self.set_corner(*self._extra, *self._zoom_buttons.values())
        self.lay_out()

    def set_words(self, words: Words) -> None:
        """Choose the language."""
        self._words = words
        self._labels["phase"].setText(words("switch.phase"))
        self._labels["lens"].setText(words("stage.lens"))
        self._view.set_texts(
            words("stage.view"),
            {view: self._view_name(view, words) for view in self._views},
            {
                view: words(f"view.{view}.tip")
                for view in self._views
                if f"view.{view}.tip" in words
            },
        )
        self._phase.set_texts(
            words("switch.phase.name"),
            {phase: words(f"phase.{phase}") for phase in Phase},
            {phase: words(f"phase.{phase}.tip") for phase in Phase},
        )
        self._lens.set_texts(
            words("stage.lens.name"),
            {lens: words(f"lens.{lens}") for lens in Lens},
            {lens: words(f"lens.{lens}.tip") for lens in Lens},
        )
        self._sides.set_texts(
            words("stage.sides"),
            {side: words(f"stage.{side}") for side in _SIDES},
            {side: words(f"stage.{side}.note") for side in _SIDES},
        )
        for button, key in (
            (self._rest, "stage.rest"),
            (self._scan, "stage.scan"),
            (self._timeline, "stage.time"),
        ):
            button.setText(words(key))
            button.setToolTip(words(f"{key}.tip"))
            button.setAccessibleDescription(words(f"{key}.tip"))
        for name, button in self._zoom_buttons.items():
            button.setAccessibleName(words(f"menu.zoom_{name}"))
            button.setToolTip(words(f"menu.zoom_{name}"))
        self._zoom_buttons["reset"].setText(words("zoom.reset"))
        self.lay_out()

    def set_palette(self, palette: Palette) -> None:
        """Choose the colours."""
        for switch in self._switches:
            switch.set_palette(palette)
        for label in self._labels.values():
            colors = label.palette()
            colors.setColor(label.foregroundRole(), palette.color("soft"))
            label.setPalette(colors)

    def show_state(self, state: ViewState) -> None:
        """Follow the view state."""
        shown = state._replace(region=None, page="")
        if shown == self._shown:
            return
        self._shown = shown
        diagrams = self._views[state.view]
        diagram = diagrams[state.plane]
        has_rest = diagram.state(None, None) is not None
        self._view.show_value(state.view)
        for number, switch in self._planes.items():
            is_wanted = number == len(diagrams)
            self.set_wanted(switch, is_wanted=is_wanted)
            if is_wanted:
                self._name_planes(switch, diagrams)
                switch.show_value(str(state.plane))
        self._phase.show_value(state.phase)
        self._phase.set_faded(is_faded=has_rest and state.resting)
        self._rest.setChecked(state.resting)
        self._lens.show_value(state.lens)
        self._timeline.setChecked(state.timeline)
        self._sides.show_value(_SIDES[state.mirrored])
        self._scan.setChecked(state.scan)
        self.set_wanted(self._view, is_wanted=len(self._views) > 1)
        self.set_wanted(self._rest, is_wanted=has_rest)
        self.set_wanted(self._sides, is_wanted=diagram.side is Hemispheres.BOTH)
        self.set_wanted(self._scan, is_wanted=bool(diagram.scan))
        self.lay_out()

    def tab_stops(self) -> list[QWidget]:
        """What Tab walks above the brain, in reading order."""
        planes = [stop for switch in self._planes.values() for stop in switch.tab_stops()]
        return [
            *self._view.tab_stops(),
            *planes,
            *self._sides.tab_stops(),
            self._scan,
            *self._phase.tab_stops(),
            self._rest,
            *self._lens.tab_stops(),
            self._timeline,
            *self._extra,
            *self._zoom_buttons.values(),
        ]

    def _view_name(self, view: str, words: Words) -> str:
        key = f"view.{view}"
        return words(key) if key in words else self._views[view][0].title.at(words.language)

    def _name_planes(self, switch: SegmentedSwitch, diagrams: Sequence[Diagram]) -> None:
        if self._words is None:
            return
        words = self._words
        switch.set_texts(
            words("stage.plane"),
            {str(at): words("stage.plane_text", n=at + 1) for at in range(len(diagrams))},
            {str(at): diagram.title.at(words.language) for at, diagram in enumerate(diagrams)},
        )

    def _switch(self, name: str, values: Sequence[str], picked: object) -> SegmentedSwitch:
        switch = SegmentedSwitch(name, values, self)
        switch.picked.connect(picked)
        self._switches.append(switch)
        return switch

    def _label(self) -> QLabel:
        label = QLabel(self)
        label.setFont(font(Role.META))
        label.setTextFormat(Qt.TextFormat.PlainText)
        return label

    def _button(self, name: str, *, is_choice: bool = False) -> QuietButton:
        button = QuietButton(self)
        button.setObjectName(name)
        button.setCheckable(is_choice)
        return button

    def _zoom_button(self, name: str, sign: str) -> QuietButton:
        button = self._button(f"zoom_{name}")
        button.setText(sign)
        button.setFixedHeight(_HEIGHT)
        if sign:
            button.setFixedWidth(_HEIGHT + 4)
        button.setProperty("zoom", name)
        button.clicked.connect(self._on_zoom_clicked)
        return button

    def _on_zoom_clicked(self) -> None:
        self.zoom_wished.emit(str(self.sender().property("zoom")))

    def _on_plane_picked(self, value: str) -> None:
        self.plane_picked.emit(int(value))

    def _on_phase_picked(self, value: str) -> None:
        self.phase_picked.emit(Phase(value))

    def _on_lens_picked(self, value: str) -> None:
        self.lens_picked.emit(Lens(value))

    def _on_sides_picked(self, value: str) -> None:
        self.mirror_wished.emit(value == _SIDES[1])
