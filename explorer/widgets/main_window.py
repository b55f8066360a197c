"""The window: layout, and the one place where wishes meet the store."""

from __future__ import annotations  # what is only named in signatures is not loaded at start

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from explorer.canvas.brain_canvas import BrainCanvas
from explorer.canvas.drawing import Drawing
from explorer.canvas.palette import Palette
from explorer.canvas.plate import Plate
from explorer.domain.library import Library
from explorer.domain.reference import Reference
from explorer.domain.vocabulary import Language, Level, Phase, Use
from explorer.i18n import words as words_of
from explorer.state import settings as keys
from explorer.state.motion import system_reduces_motion
from explorer.state.settings import Settings
from explorer.state.store import Store
from explorer.state.view_state import ViewState
from explorer.widgets import canvas_content
from explorer.widgets.explore_page import ExplorePage
from explorer.widgets.fault_reporter import FaultReporter
from explorer.widgets.foot_bar import FootBar
from explorer.widgets.region_panel import RegionPanel
from explorer.widgets.theme import Theme
from explorer.widgets.top_bar import TopBar

if TYPE_CHECKING:
    from explorer.widgets.command_set import CommandSet
    from explorer.widgets.notice_bar import NoticeBar

_SMALLEST = (1024, 640)
_FIRST = (1440, 900)
_TITLE_BAR = 40
_PANEL_SHARE = 0.34
_PANEL_NARROWEST, _PANEL_WIDEST = 372, 600
_SAVE_MS = 1000
_CALM_MS = 60
"""What a person does not see at once is built this long after the window was shown."""


class MainWindow(QMainWindow):
    """Builds the parts and connects them; holds no state of its own.

    Args:
        library: the pack.
        drawing: outlines and anchors of its diagram.
        plate: the picture of its diagram.
        store: the view state.
        settings: what is remembered.
        theme: the colours.
    """

    def __init__(
        self,
        library: Library,
        drawing: Drawing,
        plate: Plate,
        store: Store,
        settings: Settings,
        theme: Theme,
    ) -> None:
        super().__init__()
        self.setObjectName("main_window")
        self._library = library
        self._store = store
        self._settings = settings
        self._theme = theme
        for owned in (store, theme):
            owned.setParent(self)
        self._words = words_of(store.state.language)
        self.faults = FaultReporter(self, self._words)
        self._canvas = BrainCanvas(drawing, plate)
        self._page = ExplorePage(self._canvas)
        self._panel = RegionPanel(library)
        self._made_commands: CommandSet | None = None
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
        self._restore_geometry()
        self._canvas.setFocus()

    def show_notice(self, text: str, details: Sequence[str] = ()) -> None:
        """Tell inside the window what could not be used, and what was done instead."""
        if self._notice is None:
            from explorer.widgets.notice_bar import NoticeBar

            self._notice = NoticeBar()
            self._notice.set_words(self._words)
            self._notice.set_palette(self._theme.palette)
            self._column.insertWidget(1, self._notice)
        self._notice.show_notice(text, details)

    def complete(self) -> None:
        """Build what the first sight of the window does not need: the menu and its shortcuts."""
        self._complete_soon.stop()
        assert self._commands is not None

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
            self._store.select_region(None)
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the window."""
        import base64

        geometry = base64.b64encode(self.saveGeometry().data()).decode()
        self._settings.set_value(keys.GEOMETRY, geometry)
        self._save_soon.stop()
        self._settings.save()
        super().closeEvent(event)

    # Layout and wiring

    def _lay_out(self) -> None:
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._page, 1)
        middle.addWidget(self._panel)
        whole = QWidget()
        self._column = QVBoxLayout(whole)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._top)
        self._column.addLayout(middle, 1)
        self._column.addWidget(self._foot)
        self.setCentralWidget(whole)
        self.setMinimumSize(*_SMALLEST)
        room = self.screen().availableSize()
        self.resize(min(_FIRST[0], room.width()), min(_FIRST[1], room.height() - _TITLE_BAR))

    def _connect(self) -> None:
        store, canvas, panel = self._store, self._canvas, self._panel
        store.changed.connect(self._on_changed)
        canvas.region_picked.connect(self._on_region_picked)
        canvas.region_cleared.connect(self._on_region_cleared)
        panel.region_picked.connect(self._on_region_picked)
        panel.link_wished.connect(self._on_link_wished)
        panel.copy_wished.connect(self._on_copy_wished)
        self._page.slider.use_picked.connect(store.set_use)
        self._page.slider.blend_changed.connect(self._on_blend_changed)
        self._page.phase_picked.connect(store.set_phase)
        self._page.zoom_wished.connect(self._on_zoom_wished)
        self._top.language_picked.connect(store.set_language)
        self._top.level_picked.connect(store.set_level)
        self._top.menu_wished.connect(self._on_menu_wished)
        self._theme.changed.connect(self._apply_palette)

    def _order_tabs(self) -> None:
        """Let Tab walk the window as it is read: top bar, stage, brain, slider, panel."""
        stops = [*self._top.tab_stops(), *self._page.tab_stops()]
        stops += [
            self._canvas,
            *self._canvas.tab_stops(),
            self._page.slider,
            *self._panel.tab_stops(),
        ]
        for first, second in pairwise(stops):
            QWidget.setTabOrder(first, second)

    # Wishes

    def _on_region_picked(self, region_id: str) -> None:
        self._store.select_region(region_id)

    def _on_region_cleared(self) -> None:
        self._store.select_region(None)

    def _on_link_wished(self, link: str) -> None:
        from PySide6.QtCore import QUrl
        from PySide6.QtGui import QDesktopServices

        QDesktopServices.openUrl(QUrl(link))

    def _on_copy_wished(self, reference: Reference, form: str) -> None:
        from PySide6.QtWidgets import QApplication

        from explorer.export.citations import as_bibtex, as_text

        text = as_bibtex(reference) if form == "bibtex" else as_text(reference)
        QApplication.clipboard().setText(text)
        self._canvas.announce(self._words("announce.copied"))

    def _on_menu_wished(self, corner: QPoint) -> None:
        menu = self._commands.menu
        menu.popup(corner - QPoint(menu.sizeHint().width(), 0))

    def _on_zoom_wished(self, way: str) -> None:
        {
            "in": self._canvas.zoom_in,
            "out": self._canvas.zoom_out,
            "reset": self._canvas.reset_zoom,
        }[way]()

    def _on_blend_changed(self, blend: float) -> None:
        self._canvas.set_blend(blend)
        self._panel.set_blend(blend)

    def _on_command(self, command: str) -> None:
        kind, _, value = command.partition("_")
        if kind == "use":
            self._store.set_use(Use(value))
        elif kind == "phase":
            self._store.set_phase(Phase(value))
        elif kind == "zoom":
            self._on_zoom_wished(value)
        elif kind == "theme":
            self._choose_theme(value)
        else:
            {
                "language": self._toggle_language,
                "level": self._toggle_level,
                "less_motion": self._toggle_motion,
                "about": self._show_about,
                "quit": self.close,
            }[command]()
        # A checkable entry changes its mark by itself, also when nothing else has changed.
        self._check_choices(self._store.state)

    def _toggle_language(self) -> None:
        is_dutch = self._store.state.language is Language.NL
        self._store.set_language(Language.EN if is_dutch else Language.NL)

    def _toggle_level(self) -> None:
        is_plain = self._store.state.level is Level.PLAIN
        self._store.set_level(Level.CLINICAL if is_plain else Level.PLAIN)

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

        show_about(self, self._library, self._words)

    # Following the state

    def _on_changed(self, old: ViewState, new: ViewState) -> None:
        if old.language is not new.language:
            self._remember(keys.LANGUAGE, new.language)
            self._apply_language(new)
        if old.level is not new.level:
            self._remember(keys.LEVEL, new.level)
        self._apply_state(old, new)

    def _apply_state(self, old: ViewState | None, new: ViewState) -> None:
        """Redraw what depends on the fields that differ."""
        self._panel.show_state(new, self._words)
        texts_differ = old is None or (old.language, old.level, old.phase) != (
            new.language,
            new.level,
            new.phase,
        )
        if texts_differ:
            self._canvas.set_regions(canvas_content.region_texts(self._library, new, self._words))
            self._canvas.set_labels(canvas_content.canvas_labels(self._library, new, self._words))
        self._canvas.describe_regions(
            canvas_content.region_descriptions(self._library, new, self._words)
        )
        self._canvas.show_selected(new.region)
        self._page.show_phase(new.phase)
        self._page.slider.show_use(new.use)
        self._top.show_choices(new.language, new.level)
        self._check_choices(new)
        if old is not None and (old.region, old.use) != (new.region, new.use):
            self._canvas.announce(
                canvas_content.selection_announcement(self._library, new, self._words)
            )

    @property
    def _commands(self) -> CommandSet:
        """The menu and the shortcuts, built when they are first needed."""
        if self._made_commands is None:
            from explorer.widgets.command_set import CommandSet

            self._made_commands = CommandSet(self, self._canvas)
            self._made_commands.chosen.connect(self._on_command)
            self._name_commands(self._made_commands)
            self._check_choices(self._store.state)
            self._apply_motion()
        return self._made_commands

    def _name_commands(self, commands: CommandSet) -> None:
        uses = self._library.info.uses
        ends = {f"use_{note.use}": note.name.at(self._words.language) for note in uses}
        commands.set_words(self._words, ends)

    def _apply_language(self, state: ViewState) -> None:
        self._words = words_of(state.language)
        info = self._library.info
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
        self._canvas.setAccessibleDescription(info.diagrams[0].caption.at(language))
        self._page.set_words(self._words, info.diagrams[0].caption.at(language))
        ends = {note.use: (note.name.at(language), note.note.at(language)) for note in info.uses}
        self._page.slider.set_ends(self._words("slider.name"), ends)

    def _apply_palette(self, palette: Palette) -> None:
        for part in (self._top, self._notice, self._page, self._panel, self._foot):
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
        choices = {f"use_{use}": state.use is use for use in Use}
        choices |= {f"phase_{phase}": state.phase is phase for phase in Phase}
        themes = ("system", "light", "dark")
        choices |= {f"theme_{choice}": self._theme.choice == choice for choice in themes}
        self._made_commands.check(**choices)

    def _remember(self, setting: keys.Setting, value: str) -> None:
        self._settings.set_value(setting, value)
        self._save_soon.start()

    def _restore_geometry(self) -> None:
        stored = self._settings.value(keys.GEOMETRY)
        if stored:
            import base64

            self.restoreGeometry(base64.b64decode(stored))
