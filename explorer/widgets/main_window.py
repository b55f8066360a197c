"""The window: layout, and the one place where wishes meet the store."""

from __future__ import annotations  # what is only named in signatures is not loaded at start

from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from explorer.canvas.brain_canvas import BrainCanvas
from explorer.canvas.palette import Palette
from explorer.canvas.plate import Plate
from explorer.domain.library import Library
from explorer.domain.reference import Reference
from explorer.domain.vocabulary import Lens, Phase
from explorer.i18n import words as words_of
from explorer.pack.pack_error import PackError
from explorer.state import settings as keys
from explorer.state.motion import system_reduces_motion
from explorer.state.settings import Settings
from explorer.state.store import Store
from explorer.state.view_state import ViewState
from explorer.widgets import brain_view, canvas_content, state_commands, window_place
from explorer.widgets.brain_view import BrainView
from explorer.widgets.diagram_shelf import DiagramShelf
from explorer.widgets.explore_page import ExplorePage
from explorer.widgets.fault_reporter import FaultReporter
from explorer.widgets.foot_bar import FootBar
from explorer.widgets.jump import Jump
from explorer.widgets.outside import citation, open_link
from explorer.widgets.page_stack import BRAIN, PageStack
from explorer.widgets.region_panel import RegionPanel
from explorer.widgets.spots import spots
from explorer.widgets.theme import Theme
from explorer.widgets.top_bar import TopBar

if TYPE_CHECKING:
    from explorer.widgets.client_desk import ClientDesk
    from explorer.widgets.command_set import CommandSet
    from explorer.widgets.handout_desk import HandoutDesk
    from explorer.widgets.notice_bar import NoticeBar
    from explorer.widgets.tour_desk import TourDesk

_SMALLEST = (1024, 640)
_PANEL_SHARE = 0.34
_PANEL_NARROWEST, _PANEL_WIDEST = 372, 600
_SAVE_MS = 1000
_CALM_MS = 120
"""What a person does not see at once is built this long after the window was shown."""


class MainWindow(QMainWindow):
    """Builds the parts and connects them; holds no state of its own.

    Args:
        library: the pack.
        shelf: its diagrams.
        plate: the picture of the diagram to begin with.
        store: the view state.
        settings: what is remembered.
        theme: the colours.
    """

    def __init__(
        self,
        library: Library,
        shelf: DiagramShelf,
        plate: Plate,
        store: Store,
        settings: Settings,
        theme: Theme,
    ) -> None:
        super().__init__()
        self.setObjectName("main_window")
        self.library = library
        self._store = store
        self._settings = settings
        self._theme = theme
        for owned in (store, theme):
            owned.setParent(self)
        self._words = words_of(store.state.language)
        self.faults = FaultReporter(self, self._words)
        self._shelf = shelf
        first = self._shelf.diagram(store.state)
        self._canvas = BrainCanvas(self._shelf.sheet(first).drawing, plate)
        self._brain = BrainView(library, self._canvas, self._shelf, first)
        self._page = ExplorePage(
            self._canvas, library.info.views, has_effects=bool(library.effects)
        )
        self._panel = RegionPanel(library)
        self._made_commands: CommandSet | None = None
        self._is_complete = False
        self._top = TopBar()
        self._notice: NoticeBar | None = None
        self._foot = FootBar(library)
        self._save_soon = QTimer(self, singleShot=True, interval=_SAVE_MS)
        self._save_soon.timeout.connect(settings.save)
        self._complete_soon = QTimer(self, singleShot=True, interval=_CALM_MS)
        self._complete_soon.timeout.connect(self.complete)
        self._lay_out()
        self._connect()
        self._apply_palette(theme.palette)
        self._apply_language(store.state)
        self._apply_motion()
        self._apply_state(None, store.state)
        self._order_tabs()
        window_place.restore(self, self._settings.value(keys.GEOMETRY))
        self._canvas.setFocus()

    def show_notice(self, text: str, details: Sequence[str] = ()) -> NoticeBar:
        """Tell inside the window what could not be used, and what was done instead."""
        if self._notice is None:
            from explorer.widgets.notice_bar import NoticeBar

            self._notice = NoticeBar()
            self._notice.set_words(self._words)
            self._notice.set_palette(self._theme.palette)
            self._column.insertWidget(1, self._notice)
        self._notice.show_notice(text, details)
        return self._notice

    def complete(self) -> None:
        """Build what the first sight does not need: menu and shortcuts, links and effects."""
        self._complete_soon.stop()
        if self._is_complete:
            return
        self._is_complete = True
        assert self._commands is not None
        self.handout.basket.follow(self.client.ticks)
        state = self._store.state
        self._brain.complete(state, self._words)
        if self.library.effects:
            self._show_effects(state)
            self._page.strip.show_selected(state.region)
        self._order_tabs()

    def event(self, event: QEvent) -> bool:
        """See to it that shortcuts are there before the first key."""
        if event.type() == QEvent.Type.ShortcutOverride:
            self.complete()
        return super().event(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Build the rest once the window is on the screen."""
        super().showEvent(event)
        self._complete_soon.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the panel beside the brain, in proportion."""
        super().resizeEvent(event)
        share = round(event.size().width() * _PANEL_SHARE)
        self._panel.setFixedWidth(min(max(share, _PANEL_NARROWEST), _PANEL_WIDEST))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes one step back, wherever the focus is."""
        if event.key() == Qt.Key.Key_Escape:
            self._go_back()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the window."""
        self._settings.set_value(keys.GEOMETRY, window_place.written(self))
        self._save_soon.stop()
        self._settings.save()
        if "handout" in self.__dict__:
            self.handout.close()
        super().closeEvent(event)

    # Layout and wiring

    def _lay_out(self) -> None:
        brain = QWidget()
        middle = QHBoxLayout(brain)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addWidget(self._page, 1)
        middle.addWidget(self._panel)
        room = QWidget()
        self._pages = PageStack(self.library, brain, room, self._shelf)
        whole = QWidget()
        self._column = QVBoxLayout(whole)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._top)
        self._column.addWidget(room, 1)
        self._column.addWidget(self._foot)
        self.setCentralWidget(whole)
        self.setMinimumSize(*_SMALLEST)
        self.resize(window_place.first_size(self.screen().availableSize()))

    def _connect(self) -> None:
        store, panel, bar, pages = self._store, self._panel, self._page.bar, self._pages
        store.changed.connect(self._on_changed)
        for part in (self._canvas, self._page.strip):
            part.region_picked.connect(self._on_region_picked)
            part.region_cleared.connect(self._on_region_cleared)
        panel.region_picked.connect(self._on_region_picked)
        panel.link_wished.connect(open_link)
        panel.copy_wished.connect(self._on_copy_wished)
        panel.spot_wished.connect(self._on_spot_wished)
        panel.all_wished.connect(self._on_all_wished)
        self._page.slider.use_picked.connect(store.set_use)
        self._page.slider.blend_changed.connect(self._on_blend_changed)
        bar.view_picked.connect(store.set_view)
        bar.plane_picked.connect(store.set_plane)
        bar.phase_picked.connect(self._on_phase_picked)
        bar.rest_wished.connect(store.set_resting)
        bar.lens_picked.connect(store.set_lens)
        bar.scan_wished.connect(store.set_scan)
        bar.mirror_wished.connect(store.set_mirrored)
        bar.timeline_wished.connect(store.set_timeline)
        bar.zoom_wished.connect(self._on_zoom_wished)
        self._page.hour_picked.connect(store.set_hour)
        self._top.language_picked.connect(store.set_language)
        self._top.level_picked.connect(store.set_level)
        self._top.page_picked.connect(store.show_page)
        self._top.menu_wished.connect(self._on_menu_wished)
        pages.jump_wished.connect(self._on_jump_wished)
        pages.page_wished.connect(store.show_page)
        pages.region_picked.connect(store.select_region)
        for texts in (pages, panel.lexicon):
            texts.term_wished.connect(self._on_term_wished)
        pages.link_wished.connect(open_link)
        pages.text_copied.connect(self._copy)
        self._theme.changed.connect(self._apply_palette)

    def _order_tabs(self) -> None:
        """Let Tab walk the window as it is read: top bar, stage, brain, slider, panel."""
        stops = [
            *self._top.tab_stops(),
            *(self.tours.bar.tab_stops() if "tours" in self.__dict__ else ()),
            *self._page.bar.tab_stops(),
            self._canvas,
            *self._canvas.tab_stops(),
            *self._page.strip.tab_stops(),
            *self._page.time_stops(),
            self._page.slider,
            *self._panel.tab_stops(),
        ]
        for first, second in pairwise(stops):
            QWidget.setTabOrder(first, second)

    # Wishes

    def _on_region_picked(self, region_id: str) -> None:
        self._visit(Jump(region_id))

    def _on_region_cleared(self) -> None:
        self._store.select_region(None)

    def _visit(self, jump: Jump) -> None:
        """Select a place, in the view in sight or else in the first that has it."""
        spot = self._shelf.nearest(jump.place, self._store.state)
        self._store.visit(jump.place, jump.use, jump.phase, spot)

    def _on_jump_wished(self, jump: Jump) -> None:
        self._visit(jump)
        if jump.claim is not None:
            if self._panel.is_hidden_by_lens(jump.claim):
                self._store.set_lens(Lens.ALL)
            self._panel.open_claim(jump.claim)

    def _on_spot_wished(self, view: str, plane: int) -> None:
        if self._store.state.region is not None:
            self._store.visit(self._store.state.region, at=(view, plane))

    def _on_all_wished(self) -> None:
        self._store.set_lens(Lens.ALL)
        self._store.set_hour(None)

    def _on_phase_picked(self, phase: Phase) -> None:
        self._store.set_resting(False)
        self._store.set_phase(phase)

    def _go_back(self) -> None:
        """Go one step back: from a page to the brain, then to nothing selected."""
        if self._store.state.page != BRAIN:
            self._store.show_page(BRAIN)
        else:
            self._store.select_region(None)

    def _on_term_wished(self, term_id: str) -> None:
        self._store.show_page("glossary")
        self._pages.show_term(term_id)

    def _on_copy_wished(self, reference: Reference, form: str) -> None:
        self._copy(citation(reference, form))

    def _copy(self, text: str) -> None:
        from PySide6.QtWidgets import QApplication

        QApplication.clipboard().setText(text)
        self._canvas.announce(self._words("announce.copied"))

    def _on_menu_wished(self, corner: QPoint) -> None:
        menu = self._commands.menu
        menu.popup(corner - QPoint(menu.sizeHint().width(), 0))

    def _on_zoom_wished(self, way: str) -> None:
        canvas = self._canvas
        {"in": canvas.zoom_in, "out": canvas.zoom_out, "reset": canvas.reset_zoom}[way]()

    def _on_blend_changed(self, blend: float) -> None:
        self._canvas.set_blend(blend)
        self._panel.set_blend(blend)

    def _on_command(self, command: str) -> None:
        kind, _, value = command.partition("_")
        if kind == "zoom":
            self._on_zoom_wished(value)
        elif kind == "theme":
            self._choose_theme(value)
        elif kind == "tours":
            self.tours.open()
        elif not state_commands.run(self._store, command):
            {
                "client_view": self.client.toggle,
                "pin": self.handout.pin_what_is_meant,
                "less_motion": self._toggle_motion,
                "about": self._show_about,
                "quit": self.close,
            }[command]()
        # A checkable entry changes its mark by itself, also when nothing else has changed.
        self._check_choices(self._store.state)

    def _toggle_motion(self) -> None:
        chosen = self._settings.value(keys.MOTION)
        self._remember(keys.MOTION, "system" if chosen == "reduced" else "reduced")
        self._apply_motion()

    def _choose_theme(self, choice: str) -> None:
        self._remember(keys.THEME, choice)
        self._theme.choose(choice)
        self._check_choices(self._store.state)

    def _show_about(self) -> None:
        from explorer.widgets.messages import show_about

        show_about(self, self.library, self._words)

    # Following the state

    def _on_changed(self, old: ViewState, new: ViewState) -> None:
        if old.language is not new.language:
            self._remember(keys.LANGUAGE, new.language)
            self._apply_language(new)
        if old.level is not new.level:
            self._remember(keys.LEVEL, new.level)
        if old.view != new.view and new.tour is None and keys.VIEW.is_valid(new.view):
            self._remember(keys.VIEW, new.view)
        self._apply_state(old, new)

    def _apply_state(self, old: ViewState | None, new: ViewState) -> None:
        """Redraw what depends on the fields that differ."""
        self._panel.show_state(new, self._words)
        try:
            has_new_buttons = self._brain.show_state(old, new, self._words)
        except PackError as error:
            self._refuse_view(old, new, error)
            return
        elsewhere = spots(self.library, self._shelf, new, self._words)
        self._panel.show_spots(self._words("panel.shown_in"), elsewhere)
        caption = brain_view.caption(self._shelf.diagram(new), new, self._words)
        self._canvas.setAccessibleDescription(caption)
        self._page.set_caption(caption)
        self._page.bar.show_state(new)
        self._page.slider.show_use(new.use)
        self._show_time(old, new)
        if self._page.strip.is_filled:
            if old is None or canvas_content.strip_fields(old) != canvas_content.strip_fields(new):
                self._show_effects(new)
            self._page.strip.show_selected(new.region)
        self._top.show_choices(new.language, new.level, new.page)
        self._foot.set_lens(new.lens)
        self._pages.show_state(new)
        self._check_choices(new)
        if old is not None:
            if has_new_buttons:
                self._order_tabs()
            diagram = self._shelf.diagram(new)
            said = canvas_content.announcement(self.library, diagram, old, new, self._words)
            if said:
                self._canvas.announce(said)

    def _refuse_view(self, old: ViewState | None, new: ViewState, error: PackError) -> None:
        """Say why a view cannot be shown, and stay where we were."""
        self.show_notice(
            self._words("notice.diagram", file=self._shelf.diagram(new).file),
            [str(problem) for problem in error.problems],
        )
        if old is not None:
            self._store.go_back_to(old.view, old.plane)

    def _show_time(self, old: ViewState | None, new: ViewState) -> None:
        if new.timeline:
            spans, untimed = self.library.spans(new.region, new.use, new.lens)
            self._page.show_time(spans, untimed, new.hour)
        else:
            self._page.hide_time()
        if old is not None and old.timeline is not new.timeline:
            self._order_tabs()

    def _show_effects(self, state: ViewState) -> None:
        library, words = self.library, self._words
        self._page.strip.show_effects(
            canvas_content.effect_groups(library, state, words),
            canvas_content.region_descriptions(library, library.effects, state, words),
        )

    @cached_property
    def tours(self) -> TourDesk:
        """The tours, built when they are first wanted."""
        from explorer.widgets.tour_desk import TourDesk

        desk = TourDesk(self._canvas, self._column, self.library, self._store, self._theme)
        desk.lexicon.term_wished.connect(self._on_term_wished)
        desk.stops_changed.connect(self._order_tabs)
        return desk

    @cached_property
    def client(self) -> ClientDesk:
        """The client view and the teach-back, built when they are first needed."""
        from explorer.widgets.client_desk import ClientDesk, Parts

        parts = Parts(self, self._canvas, self._panel, self._page.slider)
        return ClientDesk(parts, self.library, self._shelf, self._store, self._theme)

    @cached_property
    def handout(self) -> HandoutDesk:
        """Pins and the handout, built when they are first needed."""
        from explorer.widgets.handout_desk import HandoutDesk, Parts

        parts = Parts(self, self._canvas, self._page.bar, self._pages)
        return HandoutDesk(parts, self.library, self._shelf, self._store, self._settings)

    @property
    def _commands(self) -> CommandSet:
        """The menu and the shortcuts, built when they are first needed."""
        if self._made_commands is None:
            from explorer.widgets.command_set import CommandSet

            self._made_commands = CommandSet(self, self._canvas)
            self._made_commands.chosen.connect(self._on_command)
            self._name_commands(self._made_commands)
            self._made_commands.allow(**state_commands.possible(self.library))
            self._check_choices(self._store.state)
            self._apply_motion()
        return self._made_commands

    def _name_commands(self, commands: CommandSet) -> None:
        commands.set_words(self._words, state_commands.names(self.library, self._words))

    def _apply_language(self, state: ViewState) -> None:
        self._words = words_of(state.language)
        info = self.library.info
        language = state.language
        self.setWindowTitle(self._words("app.title"))
        self._top.set_words(self._words)
        if self._notice is not None:
            self._notice.set_words(self._words)
        self._foot.set_words(self._words)
        if self._made_commands is not None:
            self._name_commands(self._made_commands)
        self.faults.set_words(self._words)
        self._canvas.setAccessibleName(self._words("canvas.name"))
        self._page.set_words(self._words)
        self._pages.set_words(self._words)
        ends = {note.use: (note.name.at(language), note.note.at(language)) for note in info.uses}
        self._page.slider.set_ends(self._words("slider.name"), ends)

    def _apply_palette(self, palette: Palette) -> None:
        for part in (self._top, self._notice, self._page, self._panel, self._foot, self._pages):
            if part is not None:
                part.set_palette(palette)

    def _apply_motion(self) -> None:
        asked = self._settings.value(keys.MOTION) == "reduced"
        reduced = asked or system_reduces_motion()
        self._canvas.set_animated(not reduced)
        self._page.slider.set_animated(not reduced)
        if self._made_commands is not None:
            self._made_commands.check(less_motion=reduced)

    def _check_choices(self, state: ViewState) -> None:
        if self._made_commands is None:
            return
        themes = ("system", "light", "dark")
        choices = {f"theme_{choice}": self._theme.choice == choice for choice in themes}
        choices |= state_commands.choices(state, self._store.views)
        self._made_commands.check(**choices)

    def _remember(self, setting: keys.Setting, value: str) -> None:
        self._settings.set_value(setting, value)
        self._save_soon.start()
