"""The client view: a second window, full screen, with a picture and at most three sentences."""

from PySide6.QtCore import QPointF, QRect, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QCursor,
    QGuiApplication,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QScreen,
    QShortcut,
)
from PySide6.QtWidgets import QWidget

from explorer.canvas.fill import fill_box
from explorer.canvas.palette import Palette
from explorer.domain.library import Library
from explorer.domain.vocabulary import Level, Use
from explorer.i18n import Words
from explorer.state.view_state import ViewState
from explorer.widgets.actions import MENU, Scope
from explorer.widgets.brain_view import BrainView
from explorer.widgets.client_canvas import ClientCanvas
from explorer.widgets.client_content import client_page
from explorer.widgets.client_text import ClientText
from explorer.widgets.diagram_shelf import DiagramShelf

END, BLANK, SWAP, POINTER = "Escape", "B", "X", "O"
"""The keys of this window alone."""
COMMAND = "client_view"

_PARTS = 3
"""So many parts of the synapse have their name on the picture."""
_NARROW = 1000
_SHARES = {True: 0.4, False: 0.6}
"""Share of the width that the picture has, by whether the screen is narrow."""
_PAD = 0.025
_ELSEWHERE = ("level", "timeline")
"""Commands that have no meaning here: the words are always plain, and there is no line of time."""


class ClientView(QWidget):
    """Follows the clinician; what is done here comes out as wishes.

    Args:
        library: the pack.
        shelf: the diagrams.
        owner: the clinician's window.
    """

    ended = Signal()
    """Escape was pressed, or the window closed."""
    region_picked = Signal(str)
    region_cleared = Signal()
    command_wished = Signal(str)
    """A key of the clinician's diagram was pressed here: id of its command."""

    def __init__(self, library: Library, shelf: DiagramShelf, owner: QWidget) -> None:
        super().__init__(owner, Qt.WindowType.Window)
        self.setObjectName("client_view")
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._library = library
        self._shelf = shelf
        self._owner = owner
        self._palette: Palette | None = None
        self._canvas: ClientCanvas | None = None
        self._brain: BrainView | None = None
        self._state: ViewState | None = None
        self._blend = 0.0
        self._is_blank = False
        self._is_pointing = False
        self.text = ClientText(self)
        self._give_keys()

    # What to show

    def set_palette(self, palette: Palette) -> None:
        """Choose the colours."""
        self._palette = palette
        self.text.set_palette(palette)
        if self._canvas is not None:
            self._canvas.set_palette(palette)
        self.update()

    def show_state(self, state: ViewState, words: Words, told: str = "") -> None:
        """Show where the clinician is, in plain words.

        Args:
            state: where the clinician is.
            words: interface texts.
            told: text that a tour has for this moment.

        Raises:
            PackError: when the drawing of the view cannot be used.
        """
        new = state._replace(level=Level.PLAIN)
        old, diagram = self._state, self._shelf.diagram(new)
        if self._canvas is None or self._brain is None:
            self._canvas = self._build_canvas(new)
            self._brain = BrainView(self._library, self._canvas, self._shelf, diagram)
        self._brain.show_state(old, new, words)
        self._brain.complete(new, words)
        self._state = new
        self._canvas.setAccessibleName(words("canvas.name"))
        self.setWindowTitle(words("client.window"))
        said = new._replace(resting=new.resting and diagram.is_synapse)
        first, second = (client_page(self._library, said, use, words, told) for use in Use)
        self.text.show_pages(first, second)

    def set_blend(self, blend: float) -> None:
        """Follow the slider."""
        self._blend = blend
        self.text.set_blend(blend)
        if self._canvas is not None:
            self._canvas.set_blend(blend)

    # Pointing

    def point_at(self, view: tuple[str, int], point: QPointF) -> None:
        """Point at a point of the drawing, when that is the drawing in sight."""
        canvas, state = self._canvas, self._state
        if canvas is None or state is None or not self._is_pointing:
            return
        if (state.view, state.plane) == view:
            canvas.pointer.point_at(canvas.view_point(point))

    def point_away(self) -> None:
        """Point at nothing."""
        if self._canvas is not None:
            self._canvas.pointer.hide()

    def press(self, key: str) -> bool:
        """Do what one of this window's own keys does. Returns whether it is one."""
        act = {
            END: self.ended.emit,
            BLANK: self._toggle_blank,
            SWAP: self._swap_screens,
            POINTER: self._toggle_pointer,
        }.get(key)
        if act is not None:
            act()
        return act is not None

    # Screens

    def begin(self) -> bool:
        """Fill a screen: another than the clinician's, or else that one.

        Returns whether the clinician's window is covered.
        """
        mine = self._owner.screen()
        others = [screen for screen in _screens() if not _overlap(screen, mine)]
        self._is_blank = False
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, bool(others))
        self._fill(others[0] if others else mine)
        self._lay_out()
        # Not every system lets a window be shown without making it the active one.
        (self._owner if others else self).activateWindow()
        if not others and self._canvas is not None:
            self._canvas.setFocus()
        return not others

    def end(self) -> None:
        """Go away."""
        self.point_away()
        self.hide()

    def _fill(self, screen: QScreen) -> None:
        """Fill a screen. Wayland ignores positions, but not the screen of a handle."""
        self.create()
        self.windowHandle().setScreen(screen)
        self.setGeometry(screen.geometry())
        self.showFullScreen()

    def _swap_screens(self) -> None:
        """Go to the next screen; the clinician's window makes room when it is there."""
        here, screens = self.screen(), _screens()
        if len(screens) == 1:
            return
        active = self if self.isActiveWindow() else self._owner
        there = screens[(screens.index(here) + 1) % len(screens)]
        if self._owner.screen() is there:
            was_largest = self._owner.isMaximized()
            self._owner.showNormal()
            self._owner.windowHandle().setScreen(here)
            room = here.availableGeometry()
            size = self._owner.size().boundedTo(room.size())
            self._owner.setGeometry(QRect(room.topLeft(), size))
            if was_largest:
                self._owner.showMaximized()
        self.hide()
        self._fill(there)
        active.activateWindow()

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Divide the room."""
        super().resizeEvent(event)
        self._lay_out()

    def closeEvent(self, event: QCloseEvent) -> None:
        """End as Escape does."""
        super().closeEvent(event)
        self.ended.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground."""
        if self._palette is not None:
            with QPainter(self) as painter:
                fill_box(painter, event.rect(), self._palette.color("paper"))

    # Inside

    def _give_keys(self) -> None:
        for key in (END, BLANK, SWAP, POINTER):
            QShortcut(QKeySequence(key), self).activated.connect(self._on_own_key)
        for command in (command for group in MENU for command in group):
            is_here = command.scope is Scope.DIAGRAM or command.id.startswith("zoom")
            if command.id == COMMAND or (is_here and command.id not in _ELSEWHERE):
                for keys in command.shortcuts:
                    shortcut = QShortcut(QKeySequence(keys), self)
                    shortcut.setObjectName(command.id)
                    shortcut.activated.connect(self._on_command_key)

    def _on_own_key(self) -> None:
        shortcut = self.sender()
        if isinstance(shortcut, QShortcut):
            self.press({"Esc": END}.get(name := shortcut.key().toString(), name))

    def _on_command_key(self) -> None:
        command = self.sender().objectName()
        zooms = {"zoom_in": "zoom_in", "zoom_out": "zoom_out", "zoom_reset": "reset_zoom"}
        if command == COMMAND:
            self.ended.emit()
        elif command in zooms and self._canvas is not None:
            getattr(self._canvas, zooms[command])()
        else:
            self.command_wished.emit(command)

    def _build_canvas(self, state: ViewState) -> ClientCanvas:
        diagram = self._shelf.diagram(state)
        sheet = self._shelf.sheet(diagram)
        places = (*self._library.main_regions, *self._library.parts[:_PARTS])
        named = frozenset(place.id for place in places)
        canvas = ClientCanvas(sheet.drawing, self._shelf.plate(diagram), named, self)
        canvas.region_picked.connect(self.region_picked)
        canvas.region_cleared.connect(self.region_cleared)
        canvas.pointed.connect(self._on_pointed)
        canvas.set_blend(self._blend)
        if self._palette is not None:
            canvas.set_palette(self._palette)
        canvas.lower()
        canvas.setVisible(not self._is_blank)
        return canvas

    def _lay_out(self) -> None:
        """Divide the room between picture and words."""
        width, height = self.width(), self.height()
        scale = self.logicalDpiX() / 96
        pad = round(_PAD * min(width, height))
        left = round(width * _SHARES[width < _NARROW * scale])
        if self._canvas is not None:
            self._canvas.setGeometry(0, 0, left, height)
            self._canvas.setVisible(not self._is_blank)
        self.text.setGeometry(left + pad, pad, width - left - 3 * pad, height - 2 * pad)
        self.text.setVisible(not self._is_blank)

    def _toggle_blank(self) -> None:
        self._is_blank = not self._is_blank
        self.point_away()
        self._lay_out()
        if not self._is_blank and self._canvas is not None and self.isActiveWindow():
            self._canvas.setFocus()

    def _toggle_pointer(self) -> None:
        self._is_pointing = not self._is_pointing
        canvas = self._canvas
        if canvas is None:
            return
        self.point_away()
        viewport = canvas.viewport()
        at = viewport.mapFromGlobal(QCursor.pos())
        if self._is_pointing and viewport.rect().contains(at):
            canvas.pointer.point_at(QPointF(at))

    def _on_pointed(self, point: QPointF) -> None:
        if self._is_pointing and self._canvas is not None:
            self._canvas.pointer.point_at(point)


def _screens() -> list[QScreen]:
    return QGuiApplication.screens()


def _overlap(one: QScreen, other: QScreen) -> bool:
    """Whether two screens show the same, as a projector does that mirrors the laptop."""
    return one is other or one.geometry().intersects(other.geometry())
