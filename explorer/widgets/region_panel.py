"""The panel beside the brain: what MDMA does in the selected region, during and afterwards."""

from __future__ import annotations  # the foot is made after the first sight

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from explorer.canvas.fill import fill_box
from explorer.canvas.palette import Palette
from explorer.domain.diagram import SYNAPSE
from explorer.domain.lens import passes
from explorer.domain.library import Library
from explorer.domain.reference import Reference
from explorer.domain.vocabulary import Phase, Use
from explorer.i18n import Words
from explorer.state.view_state import ViewState
from explorer.widgets.claim_card import ClaimCard
from explorer.widgets.column import Column
from explorer.widgets.cross_fade import CrossFade
from explorer.widgets.effect_section import EffectSection
from explorer.widgets.lexicon import Lexicon
from explorer.widgets.panel_content import PanelContent, held, panel_content
from explorer.widgets.panel_parts import PanelTop, StartHint
from explorer.widgets.slim_scroll_bar import SlimScrollBar
from explorer.widgets.typeface import Role, font

if TYPE_CHECKING:
    from explorer.widgets.teach_back_section import TeachBackSection

_PAD = 22
_GAP = 16
_FIRST_PARTS = 3
"""So many parts of the synapse are offered to begin with."""
_OBJECT_NAMES = {Phase.ACUTE: "acute_section", Phase.LONG_TERM: "long_term_section"}


class PanelMark(NamedTuple):
    """Where a person is in the panel: open cards, those that stay open, and how far scrolled."""

    open: frozenset[str]
    pinned: frozenset[str]
    scrolled: int


class RegionPanel(QFrame):
    """Shows the view state's region, use, language and level.

    Args:
        library: the pack.
        parent: Qt owner.

    Attributes:
        lexicon: explains the known words in the panel's texts.
    """

    region_picked = Signal(str)
    """A region was chosen from the hint that shows how to begin."""
    link_wished = Signal(str)
    """Address to open in the person's browser."""
    copy_wished = Signal(Reference, str)
    """`(reference, form)`: citation for the clipboard."""
    spot_wished = Signal(str, int)
    """`(view, plane)`: the person wants to see the place where it is drawn."""
    all_wished = Signal()
    """The person wants to see what the lens hides."""

    def __init__(self, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("region_panel")
        self._library = library
        self.lexicon = Lexicon(library.glossary, self)
        self._state = ViewState()
        self._words: Words | None = None
        self._palette: Palette | None = None
        self._written: dict[tuple[object, ...], PanelContent] = {}
        self._open: frozenset[str] = frozenset()
        self._pinned: frozenset[str] = frozenset()
        self._top = PanelTop(self, (_PAD, 0, _PAD, 0))
        self._top.spot_wished.connect(self.spot_wished)
        self._rule = Rule(self)
        self._sections = {phase: EffectSection(_OBJECT_NAMES[phase], self) for phase in Phase}
        self._start = StartHint(self)
        self._start.region_picked.connect(self.region_picked)
        self._scroll = self._build_scroll()
        self._filled = QWidget(self)
        column = QVBoxLayout(self._filled)
        column.setContentsMargins(0, _PAD - 4, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._top)
        column.addWidget(self._rule)
        column.addWidget(self._scroll, 1)
        start = QWidget(self)
        start_column = QVBoxLayout(start)
        start_column.setContentsMargins(_PAD, _PAD, _PAD, _PAD)
        start_column.addWidget(self._start)
        # Not laid out by the panel: another text would then measure and place the whole window.
        self._room = QWidget(self)
        self._pages = QStackedLayout(self._room)
        self._pages.addWidget(start)
        self._pages.addWidget(self._filled)
        self._fade = CrossFade(self)
        self._fit_soon = QTimer(self, singleShot=True, interval=0)
        self._fit_soon.timeout.connect(self._refresh)
        self._claim_in_sight = ""
        self._foot: TeachBackSection | None = None
        self._in_sight: tuple[object, ...] = ()
        self._reveal_soon = QTimer(self, singleShot=True, interval=0)
        self._reveal_soon.timeout.connect(self._on_reveal_due)
        for section in self._sections.values():
            section.open_wished.connect(self._on_open_wished)
            section.pin_wished.connect(self._on_pin_wished)
            section.link_wished.connect(self.link_wished)
            section.copy_wished.connect(self.copy_wished)
            section.refolded.connect(self._order_tabs)
            section.all_wished.connect(self.all_wished)

    def set_palette(self, palette: Palette) -> None:
        """Choose the colours."""
        self._palette = palette
        self._fade.finish()
        self._top.set_palette(palette)
        self._rule.set_palette(palette)
        self._start.set_palette(palette)
        for section in self._sections.values():
            section.set_palette(palette)
        self.update()

    def show_state(self, state: ViewState, words: Words) -> None:
        """Show where the person is. Cards stay open and the scroll position stays.

        Call `show_spots` too when the place is not drawn in the view.
        """
        if state.region != self._state.region:
            self._open = self._pinned = frozenset()
            self._scroll.verticalScrollBar().setValue(0)
        self._state, self._words = state, words
        self.lexicon.set_words(words)
        self.setAccessibleName(words("panel.name"))
        is_synapse = state.view == SYNAPSE
        places = self._library.parts[:_FIRST_PARTS] if is_synapse else self._library.main_regions
        self._start.show_texts(
            words,
            {place.id: place.name.at(words.language) for place in places},
            is_synapse=is_synapse,
        )
        if state.region is None:
            self._pages.setCurrentIndex(0)
        else:
            self._write_anew(self._content(state.use))
            self._pages.setCurrentIndex(1)

    def show_spots(self, label: str, spots: Sequence[tuple[str, int, str]]) -> None:
        """Offer other views that show the place (id, plane and name of each); none hides it."""
        self._top.show_spots(label, spots)

    def add_foot(self, foot: TeachBackSection) -> None:
        """Put what to ask below the sections."""
        page = self._scroll.widget()
        assert isinstance(page, Column)
        page.add(foot)
        self._foot = foot
        self._order_tabs()

    def mark(self) -> PanelMark:
        """Return where the person is in the panel."""
        scrolled = self._scroll.verticalScrollBar().value()
        return PanelMark(self._open, self._pinned, scrolled)

    def return_to(self, mark: PanelMark) -> None:
        """Be again where the person was, with the place that was selected then."""
        self._open, self._pinned = mark.open, mark.pinned
        self._refresh()
        self._scroll.verticalScrollBar().setValue(mark.scrolled)

    def is_hidden_by_lens(self, claim_id: str) -> bool:
        """Whether the lens of the state hides a claim."""
        evidence = self._library.claim(claim_id).evidence
        return not passes(evidence, self._state.lens)

    def open_claim(self, claim_id: str) -> None:
        """Open a card of the selected place and bring it into sight."""
        self._open = self._open | {claim_id}
        self._refresh()
        self._claim_in_sight = claim_id
        self._reveal_soon.start()

    def tab_stops(self) -> list[QWidget]:
        """What Tab walks in the hint that shows how to begin, and above the sections."""
        return [*self._start.tab_stops(), *self._top.tab_stops()]

    def set_blend(self, blend: float) -> None:
        """Follow the slider: cross-fade between the two uses; at an end, show the panel itself."""
        if self._state.region is None or blend in (0.0, 1.0):
            self._fade.finish()
            return
        if not self._fade.isVisible():
            self._fade.begin(self._picture(Use.THERAPEUTIC), self._picture(Use.CHRONIC))
        self._fade.set_blend(blend)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fill the new room; a cross-fade has no meaning at another size."""
        super().resizeEvent(event)
        self._room.setGeometry(self.rect())
        self._fade.finish()
        self._fit_soon.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the line at the left."""
        if self._palette is None:
            return
        with QPainter(self) as painter:
            fill_box(painter, event.rect(), self._palette.color("panel"))
            fill_box(painter, QRect(0, 0, 1, self.height()), self._palette.color("line"))

    def _build_scroll(self) -> QScrollArea:
        scroll = QScrollArea(self)
        scroll.setObjectName("panel_scroll")
        scroll.setFrameStyle(0)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # As on the canvas: asking for Qt's own viewport would load every widget class.
        self._viewport = QWidget()
        self._viewport.setObjectName("qt_scrollarea_viewport")
        scroll.setViewport(self._viewport)
        self._viewport.setFocusProxy(scroll)
        scroll.setVerticalScrollBar(SlimScrollBar(scroll))
        page = Column(margins=(_PAD, 2, _PAD, _PAD), spacing=_GAP)
        page.setFont(font(Role.BODY))
        page.add(self._sections[Phase.ACUTE])
        page.add(self._sections[Phase.LONG_TERM])
        scroll.setWidget(page)
        page.setAutoFillBackground(False)
        return scroll

    def _write_anew(self, content: PanelContent) -> None:
        """Write what differs from what is there: while time is scrubbed that is mostly nothing."""
        sight = (id(content), self._open, self._pinned, self._viewport.size().toTuple())
        if sight != self._in_sight:
            self._in_sight = sight
            self._write(content)

    def _write(self, content: PanelContent) -> None:
        assert self._words is not None, "show_state set it"
        self._top.show_texts(content.name, content.kind, content.use, content.summary)
        acute, later = self._sections[Phase.ACUTE], self._sections[Phase.LONG_TERM]
        said = content.sections
        later.show_content(said[Phase.LONG_TERM], self._words, self._open, self._pinned)
        # As many cards as leave the second heading and its sentence in sight without scrolling.
        width = acute.width()
        room = self._viewport.height() - later.head_height(width) - 3 * _GAP
        acute.show_head(said[Phase.ACUTE], self._words)
        room -= acute.head_height(width)
        acute.show_content(said[Phase.ACUTE], self._words, self._open, self._pinned, room)
        self._order_tabs()

    def _order_tabs(self) -> None:
        """Let Tab walk the cards as they are read, whatever the order in which they were made."""
        stops = [stop for section in self._sections.values() for stop in section.tab_stops()]
        stops += self._foot.tab_stops() if self._foot is not None else []
        for first, second in pairwise(stops):
            if first.nextInFocusChain() is not second:
                QWidget.setTabOrder(first, second)

    def _picture(self, use: Use) -> QPixmap:
        """Take a picture of the panel as it is for one use."""
        assert self._words is not None, "show_state set it"
        if use is self._state.use:
            return self.grab()
        self._write(self._content(use))
        picture = self.grab()
        self._write(self._content(self._state.use))
        return picture

    def _content(self, use: Use) -> PanelContent:
        """Write the selected region out for one use; what was written once is kept."""
        assert self._words is not None, "show_state set it"
        state = self._state
        now = held(self._library, state, use)
        key = (state.region, use, state.language, state.level, state.lens, now)
        if key not in self._written:
            self._written[key] = panel_content(self._library, state, use, self._words)
        return self._written[key]

    def _on_open_wished(self, claim_id: str, is_open: bool) -> None:  # noqa: FBT001
        """Open a card and close the others, save those that the person wants to stay open."""
        kept = self._open & self._pinned
        self._open = kept | {claim_id} if is_open else self._open - {claim_id}
        self._refresh()

    def _on_pin_wished(self, claim_id: str, is_pinned: bool) -> None:  # noqa: FBT001
        self._pinned = self._pinned | {claim_id} if is_pinned else self._pinned - {claim_id}
        self._refresh()

    def _on_reveal_due(self) -> None:
        for card in self.findChildren(ClaimCard):
            if not card.isHidden() and card.content and card.content.id == self._claim_in_sight:
                self._scroll.ensureWidgetVisible(card, 0, _GAP)

    def _refresh(self) -> None:
        if self._words is not None:
            self.show_state(self._state, self._words)


class Rule(QWidget):
    """A hairline.

    Args:
        parent: Qt owner.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedHeight(1)
        self._palette: Palette | None = None

    def set_palette(self, palette: Palette) -> None:
        """Choose the colour."""
        self._palette = palette
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line, with room at both sides."""
        del event
        if self._palette is not None:
            with QPainter(self) as painter:
                box = QRect(_PAD, 0, self.width() - 2 * _PAD, 1)
                fill_box(painter, box, self._palette.color("line"))
