"""The clinician's side of the client view and of the teach-back: wiring, made once it is needed."""

from __future__ import annotations  # the client view is loaded when it is first wanted

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from explorer.canvas.brain_canvas import BrainCanvas
from explorer.canvas.palette import Palette
from explorer.domain.handout import Tick
from explorer.domain.library import Library
from explorer.domain.vocabulary import Level
from explorer.i18n import words as words_of
from explorer.pack.pack_error import PackError
from explorer.state.store import Store
from explorer.state.ticks import Ticks
from explorer.state.view_state import ViewState
from explorer.widgets import state_commands
from explorer.widgets.diagram_shelf import DiagramShelf
from explorer.widgets.region_panel import PanelMark, RegionPanel
from explorer.widgets.teach_back_section import TeachBackSection
from explorer.widgets.theme import Theme
from explorer.widgets.tour_texts import tour_text
from explorer.widgets.use_slider import UseSlider

if TYPE_CHECKING:
    from explorer.widgets.client_view import ClientView

_CALM_MS = 60
"""The foot of the panel follows once a click has been answered."""


class Parts(NamedTuple):
    """What of the clinician's window the client view follows."""

    window: QWidget
    canvas: BrainCanvas
    panel: RegionPanel
    slider: UseSlider


class _Before(NamedTuple):
    """Where the clinician was when the client view began."""

    focus: QWidget | None
    geometry: bytes
    is_largest: bool
    panel: PanelMark


class ClientDesk(QObject):
    """Opens and ends the client view, and keeps the foot of the panel in step.

    Args:
        parts: of the clinician's window, which becomes the owner.
        library: the pack.
        shelf: the diagrams.
        store: the view state.
        theme: the colours.

    Attributes:
        ticks: how each topic went; never stored.
    """

    def __init__(
        self, parts: Parts, library: Library, shelf: DiagramShelf, store: Store, theme: Theme
    ) -> None:
        super().__init__(parts.window)
        self._parts = parts
        self._library = library
        self._shelf = shelf
        self._store = store
        self._theme = theme
        self._view: ClientView | None = None
        self._before: _Before | None = None
        self._home = store.state
        self._is_from_client = False
        self.ticks = Ticks(self)
        self._foot = TeachBackSection()
        self._foot.set_palette(theme.palette)
        parts.panel.add_foot(self._foot)
        self._foot.ticked.connect(self.ticks.set_tick)
        self.ticks.changed.connect(self._on_ticked)
        self._foot_soon = QTimer(self, singleShot=True, interval=_CALM_MS)
        self._foot_soon.timeout.connect(self._show_foot)
        store.changed.connect(self._on_changed)
        theme.changed.connect(self._on_palette_changed)
        parts.slider.blend_changed.connect(self._on_blend_changed)
        self._show_foot()

    @property
    def is_open(self) -> bool:
        """Whether the client sees something now."""
        return self._before is not None

    def toggle(self) -> None:
        """Begin, or end."""
        if self.is_open:
            self.end()
        else:
            self.begin()

    def begin(self) -> None:
        """Show the client view, and remember where the clinician is."""
        window, panel = self._parts.window, self._parts.panel
        state = self._home = self._store.state
        view = self._view = self._view or self._build_view()
        try:
            view.show_state(state, words_of(state.language), self._told(state))
        except PackError:
            return  # the clinician's window says why
        view.set_blend(self._parts.slider.blend)
        self._before = _Before(
            QApplication.focusWidget(),
            bytes(window.saveGeometry().data()),
            window.isMaximized(),
            panel.mark(),
        )
        for part in (window, self._parts.canvas, self._parts.canvas.viewport()):
            part.installEventFilter(self)
        view.begin()

    def end(self) -> None:
        """Take the client view away and be again where the clinician was.

        What was chosen in the client's window goes back; what the clinician chose meanwhile in
        the own window stays.
        """
        before, view = self._before, self._view
        if before is None or view is None:
            return
        self._before = None
        window = self._parts.window
        for part in (window, self._parts.canvas, self._parts.canvas.viewport()):
            part.removeEventFilter(self)
        view.end()
        if self._store.state != self._home:
            self._store.go_to(self._home)
            self._parts.panel.return_to(before.panel)
        if bytes(window.saveGeometry().data()) != before.geometry:
            window.restoreGeometry(before.geometry)
        window.activateWindow()
        if before.focus is not None:
            before.focus.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's
        """Follow what the clinician points at, and take the client view's keys on the diagram."""
        kind, view, canvas = event.type(), self._view, self._parts.canvas
        if view is None:
            return False
        if watched is canvas.viewport():
            if isinstance(event, QMouseEvent) and kind == QEvent.Type.MouseMove:
                state = self._store.state
                view.point_at((state.view, state.plane), canvas.scene_point(event.position()))
            elif kind == QEvent.Type.Leave:
                view.point_away()
        elif watched is canvas and isinstance(event, QKeyEvent) and kind == QEvent.Type.KeyPress:
            is_bare = event.modifiers() == Qt.KeyboardModifier.NoModifier
            return is_bare and event.text().upper() in "BXO" and view.press(event.text().upper())
        elif watched is self._parts.window and kind == QEvent.Type.Close:
            self.end()
        return False

    def _told(self, state: ViewState) -> str:
        """Return what the tour says here, in plain words; empty outside a tour."""
        text = tour_text(self._library, state)
        return "" if text is None else text.at(state.language, Level.PLAIN)

    def _build_view(self) -> ClientView:
        from explorer.widgets.client_view import ClientView

        view = ClientView(self._library, self._shelf, self._parts.window)
        view.set_palette(self._theme.palette)
        view.ended.connect(self.end)
        view.region_picked.connect(self._on_region_picked)
        view.region_cleared.connect(self._on_region_cleared)
        view.command_wished.connect(self._on_command_wished)
        return view

    # Wishes of the client view

    def _on_region_picked(self, region_id: str) -> None:
        spot = self._shelf.nearest(region_id, self._store.state)
        self._is_from_client = True
        self._store.visit(region_id, at=spot)
        self._is_from_client = False

    def _on_region_cleared(self) -> None:
        self._is_from_client = True
        self._store.select_region(None)
        self._is_from_client = False

    def _on_command_wished(self, command: str) -> None:
        self._is_from_client = True
        state_commands.run(self._store, command)
        self._is_from_client = False

    # Following the clinician

    def _on_changed(self, old: ViewState, new: ViewState) -> None:
        if self.is_open and not self._is_from_client:
            changed = {
                field: value
                for field, value in new._asdict().items()
                if value != getattr(old, field)
            }
            self._home = self._home._replace(**changed)
        if self.is_open and self._view is not None:
            try:
                self._view.show_state(new, words_of(new.language), self._told(new))
            except PackError:
                return  # the clinician's window says why, and goes back
        if (old.region, old.language) != (new.region, new.language):
            self._foot_soon.start()

    def _on_blend_changed(self, blend: float) -> None:
        if self.is_open and self._view is not None:
            self._view.set_blend(blend)

    def _on_palette_changed(self, palette: Palette) -> None:
        self._foot.set_palette(palette)
        if self._view is not None:
            self._view.set_palette(palette)

    def _on_ticked(self, topic: str, tick: Tick) -> None:
        del topic, tick  # `_show_foot` reads them where it needs them
        self._show_foot()

    def _show_foot(self) -> None:
        state = self._store.state
        topic = None if state.region is None else self._library.teach_back(state.region)
        tick = self.ticks.tick(topic.id) if topic is not None else Tick.NOT_DISCUSSED
        self._foot.show_topic(topic, tick, words_of(state.language))
