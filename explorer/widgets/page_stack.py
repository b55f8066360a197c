"""The pages of the window: the brain, and those that are built when they are first opened."""

from __future__ import annotations  # what is only named in signatures is not loaded at start

from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import QObject, Signal, SignalInstance
from PySide6.QtWidgets import QStackedLayout, QWidget
from shiboken6 import isValid

from explorer.widgets.jump import Jump

if TYPE_CHECKING:
    from explorer.canvas.palette import Palette
    from explorer.domain.library import Library
    from explorer.i18n import Words
    from explorer.state.view_state import ViewState
    from explorer.widgets.diagram_shelf import DiagramShelf
    from explorer.widgets.glossary_page import GlossaryPage

BRAIN = "explore"
"""The page that is there from the start."""

PAGE_CLASSES = {
    "gaps": ("explorer.widgets.gap_page", "GapPage"),
    "checks": ("explorer.widgets.check_page", "CheckPage"),
    "sources": ("explorer.widgets.sources_page", "SourcesPage"),
    "glossary": ("explorer.widgets.glossary_page", "GlossaryPage"),
    "numbers": ("explorer.widgets.numbers_page", "NumbersPage"),
    "compare": ("explorer.widgets.compare_page", "ComparePage"),
    "handout": ("explorer.widgets.handout_page", "HandoutPage"),
    "rating": ("explorer.widgets.rating_page", "RatingPage"),
}
"""For each other page: module and class. The modules are loaded when a page is first shown."""


class Page(Protocol):
    """What every page but the brain is: a widget made with `(library, parent)`."""

    jump_wished: SignalInstance
    """`Signal(Jump)`: leave for a place on the brain."""
    page_wished: SignalInstance
    """`Signal(str)`: go to another page, by its id."""
    link_wished: SignalInstance
    """`Signal(str)`: open an address in the person's browser."""
    text_copied: SignalInstance
    """`Signal(str)`: put a text on the clipboard."""

    def set_words(self, words: Words) -> None:
        """Choose the language."""

    def set_palette(self, palette: Palette) -> None:
        """Choose the colours."""

    def show_state(self, state: ViewState) -> None:
        """Follow language, level, lens and whatever else the page shows."""


class PageStack(QObject):
    """Shows one page at a time, and passes on what any of them wishes.

    Args:
        library: the pack.
        brain: the page that is there from the start.
        room: the widget that holds the pages.
        shelf: the diagrams, for pages that draw them.
    """

    jump_wished = Signal(Jump)
    page_wished = Signal(str)
    link_wished = Signal(str)
    text_copied = Signal(str)
    term_wished = Signal(str)
    """A known word in a text of a page leads to the glossary."""
    region_picked = Signal(str)
    """A place was picked on a page that draws the brain, and the person stays there."""
    opened = Signal(str, QWidget)
    """`(id, page)`: a page was built."""

    def __init__(
        self, library: Library, brain: QWidget, room: QWidget, shelf: DiagramShelf
    ) -> None:
        super().__init__(room)
        self._library = library
        self._room = room
        self._brain = brain
        self._shelf = shelf
        self._layout = QStackedLayout(room)
        self._layout.addWidget(brain)
        self._pages: dict[str, Page] = {}
        self._shown = BRAIN
        self._last_focus: dict[str, QWidget] = {}
        self._words: Words | None = None
        self._palette: Palette | None = None

    def set_words(self, words: Words) -> None:
        """Choose the language of the pages that are there."""
        self._words = words
        for page_id, page in self._pages.items():
            self._tell_words(page_id, page, words)

    def set_palette(self, palette: Palette) -> None:
        """Choose the colours of the pages that are there."""
        self._palette = palette
        for page in self._pages.values():
            page.set_palette(palette)

    def show_state(self, state: ViewState) -> None:
        """Bring the state's page to the front, as it was left."""
        if state.page == BRAIN:
            shown = self._brain
        else:
            page = self._pages.get(state.page) or self._open(state.page)
            page.show_state(state)
            shown = cast("QWidget", page)
        if state.page != self._shown:
            self._bring_to_front(state.page, shown)

    def page(self, page_id: str) -> QWidget | None:
        """Return a page that was built, or None."""
        return cast("QWidget | None", self._pages.get(page_id))

    def show_term(self, term_id: str) -> None:
        """Open the glossary at a term; who shows it is the state's matter."""
        page = self._pages.get("glossary") or self._open("glossary")
        cast("GlossaryPage", page).show_term(term_id)

    def _bring_to_front(self, page_id: str, page: QWidget) -> None:
        focused = self._room.focusWidget()
        if focused is not None:
            self._last_focus[self._shown] = focused
        self._shown = page_id
        self._layout.setCurrentWidget(page)
        before = self._last_focus.get(page_id)
        # What had the focus may have been deleted since: a list was filled anew, say.
        if before is not None and isValid(before) and page.isAncestorOf(before):
            before.setFocus()
        else:
            page.setFocus()

    def _open(self, page_id: str) -> Page:
        from importlib import import_module

        module, name = PAGE_CLASSES[page_id]
        page = cast("Page", getattr(import_module(module), name)(self._library, self._room))
        page.jump_wished.connect(self.jump_wished)
        page.page_wished.connect(self.page_wished)
        page.link_wished.connect(self.link_wished)
        page.text_copied.connect(self.text_copied)
        if isinstance(term_wished := getattr(page, "term_wished", None), SignalInstance):
            term_wished.connect(self.term_wished)
        if isinstance(region_picked := getattr(page, "region_picked", None), SignalInstance):
            region_picked.connect(self.region_picked)
        if (set_shelf := getattr(page, "set_shelf", None)) is not None:
            set_shelf(self._shelf)
        if self._words is not None:
            self._tell_words(page_id, page, self._words)
        if self._palette is not None:
            page.set_palette(self._palette)
        self._pages[page_id] = page
        self._layout.addWidget(cast("QWidget", page))
        self.opened.emit(page_id, page)
        return page

    def _tell_words(self, page_id: str, page: Page, words: Words) -> None:
        page.set_words(words)
        cast("QWidget", page).setAccessibleName(words(f"page.{page_id}"))
