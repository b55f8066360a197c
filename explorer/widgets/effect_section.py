"""One phase of the panel: heading, one sentence, claim cards, and what is known nearby."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from explorer.canvas.palette import Palette
from explorer.domain.reference import Reference
from explorer.i18n import Words
from explorer.widgets.card_content import CardContent
from explorer.widgets.claim_card import ClaimCard
from explorer.widgets.column import Column
from explorer.widgets.gap_note import GapContent, GapNote
from explorer.widgets.header_layout import closed_height
from explorer.widgets.quiet_button import QuietButton
from explorer.widgets.term_text import TermText
from explorer.widgets.typeface import Role, font, wrapped_height

_SPACING = 8
_PLENTY = 100_000
_MORE_HEIGHT = 30
_MOST_CARDS = 4
"""So many cards are shown at most before the rest is asked for."""


class CardPile(NamedTuple):
    """The cards of a list.

    Attributes:
        ids: of the claims, strongest first.
        contents: what their cards say; written out when asked for, since most wait out of sight.
        only_gaps: whether every one of them says that nobody knows.
    """

    ids: tuple[str, ...]
    contents: Sequence[CardContent]
    only_gaps: bool


_NO_CARDS = CardPile((), (), only_gaps=True)


class SectionContent(NamedTuple):
    """What a section says.

    Attributes:
        heading: name of the phase.
        summary: one sentence; empty where there is none, or where the lens hides what it rests on.
        claims: cards about the place itself.
        nearby: cards about the nearest thing known.
        gap: why nothing is known, for a cell without claims.
        hidden: how many claims lens or moment hide; empty when none.
        nearby_heading: what stands over `nearby`, if not the usual.
        all_text: how to ask for what is hidden, if not by the lens.
    """

    heading: str
    summary: str
    claims: CardPile
    nearby: CardPile
    gap: GapContent | None = None
    hidden: str = ""
    nearby_heading: str = ""
    all_text: str = ""


class CardList(Column):
    """Cards under each other, the first few shown and the rest behind a button.

    Args:
        parent: the section.
    """

    open_wished = Signal(str, bool)
    pin_wished = Signal(str, bool)
    link_wished = Signal(str)
    copy_wished = Signal(Reference, str)
    refolded = Signal()
    """Other cards are shown now."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent, spacing=_SPACING)
        self.setObjectName(name)
        self._cards: list[ClaimCard] = []
        self._palette: Palette | None = None
        self._words: Words | None = None
        self._pile = _NO_CARDS
        self._open: frozenset[str] = frozenset()
        self._pinned: frozenset[str] = frozenset()
        self._shows_all = False
        self._can_fold = False
        self._fewest, self._room = 1, 0
        self._more = QuietButton(self, is_link=True)
        self._more.setObjectName("show_more")
        self._more.clicked.connect(self._on_more_clicked)
        self.add(self._more, is_wide=False)

    @property
    def cards(self) -> list[ClaimCard]:
        """The cards that are in use, hidden ones included."""
        return self._cards[: len(self._pile.ids)]

    def tab_stops(self) -> list[QWidget]:
        """What Tab walks, as it is read."""
        cards = [card for card in self._cards if not card.isHidden()]
        return [*(stop for card in cards for stop in card.tab_stops()), self._more]

    def set_palette(self, palette: Palette) -> None:
        """Choose the colours."""
        self._palette = palette
        for card in self._cards:
            card.set_palette(palette)

    def show_cards(
        self,
        pile: CardPile,
        words: Words,
        opened: frozenset[str],
        pinned: frozenset[str],
        *,
        fewest: int,
        room: int,
    ) -> int:
        """Show as many claims as there is room for.

        Args:
            pile: the claims.
            words: interface texts.
            opened: ids of open cards.
            pinned: ids of cards that stay open.
            fewest: how many are shown however little room there is.
            room: height that the cards may take, px.

        Returns:
            The height that they take, px.
        """
        if pile.ids != self._pile.ids:
            self._shows_all = self._can_fold = False
        self._pile, self._words = pile, words
        self._open, self._pinned = opened, pinned
        self._fewest, self._room = fewest, room
        return self._refresh()

    def _refresh(self) -> int:
        """Fill the cards from the top until the room is used up. Returns the height used."""
        assert self._words is not None, "show_cards set it"
        used = hidden = 0
        for place, claim_id in enumerate(self._pile.ids):
            height = self._fitting_height(place, claim_id, used, is_full=bool(hidden))
            if height:
                used += height
                self._show_card(place, self._pile.contents[place], self._words)
            else:
                hidden += 1
                self._hide_card(place)
        for place in range(len(self._pile.ids), len(self._cards)):
            self._hide_card(place)
        self._can_fold = self._can_fold or bool(hidden)
        _show(self._more, visible=bool(hidden) or (self._shows_all and self._can_fold))
        self._more.setText(
            self._words("panel.more", n=hidden) if hidden else self._words("panel.fewer")
        )
        _show(self, visible=bool(self._pile.ids))
        return used + (_MORE_HEIGHT if hidden else 0)

    def _fitting_height(self, place: int, claim_id: str, used: int, *, is_full: bool) -> int:
        """Return the height of a card that is to be shown, px; 0 for one that has to wait."""
        is_asked_for = self._shows_all or claim_id in self._open
        if not is_asked_for and (is_full or place >= _MOST_CARDS):
            return 0
        height = closed_height(self._pile.contents[place], self.width()) + _SPACING
        fits = place < self._fewest or used + height <= self._room
        return height if is_asked_for or fits else 0

    def _show_card(self, place: int, content: CardContent, words: Words) -> None:
        while len(self._cards) <= place:
            self._add_card()
        card = self._cards[place]
        is_open, is_pinned = content.id in self._open, content.id in self._pinned
        card.show_content(content, words, is_open=is_open, is_pinned=is_pinned)
        if card.isHidden():
            card.show()

    def _hide_card(self, place: int) -> None:
        if place < len(self._cards) and not self._cards[place].isHidden():
            self._cards[place].hide()

    def _add_card(self) -> None:
        card = ClaimCard(self)
        if self._palette is not None:
            card.set_palette(self._palette)
        card.open_wished.connect(self.open_wished)
        card.pin_wished.connect(self.pin_wished)
        card.link_wished.connect(self.link_wished)
        card.copy_wished.connect(self.copy_wished)
        self._cards.append(card)
        self.add(card, len(self._cards) - 1)
        self._more.raise_()  # assistive tools read children in this order

    def _on_more_clicked(self) -> None:
        self._shows_all = not self._shows_all
        self._refresh()
        self.refolded.emit()


class EffectSection(Column):
    """Always there, for both phases: a click never ends in nothing.

    Args:
        name: object name.
        parent: the panel.
    """

    open_wished = Signal(str, bool)
    pin_wished = Signal(str, bool)
    link_wished = Signal(str)
    copy_wished = Signal(Reference, str)
    refolded = Signal()
    """Other cards are shown now."""
    all_wished = Signal()
    """The person wants to see what the lens hides."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent, spacing=_SPACING)
        self.setObjectName(name)
        self._heading = self._label(Role.SECTION)
        self._heading.setObjectName(f"{name}_heading")
        self._summary = TermText(Role.LEAD, self)
        self._summary.setObjectName(f"{name}_summary")
        self._hidden = self._label(Role.META)
        self._hidden.setObjectName(f"{name}_hidden")
        self._show_all = QuietButton(self, is_link=True)
        self._show_all.setObjectName(f"{name}_show_all")
        self._show_all.clicked.connect(self.all_wished)
        self._gap: GapNote | None = None
        self._palette: Palette | None = None
        self._claims = CardList(f"{name}_claims", self)
        self._nearby_heading = self._label(Role.META_STRONG)
        self._nearby_heading.setObjectName(f"{name}_nearby_heading")
        self._nearby = CardList(f"{name}_nearby", self)
        self.add(self._heading)
        self.add(self._summary)
        self.add(self._hidden)
        self.add(self._show_all, is_wide=False)
        for part in (self._claims, self._nearby_heading, self._nearby):
            self.add(part)
        for cards in (self._claims, self._nearby):
            cards.open_wished.connect(self.open_wished)
            cards.pin_wished.connect(self.pin_wished)
            cards.link_wished.connect(self.link_wished)
            cards.copy_wished.connect(self.copy_wished)
            cards.refolded.connect(self.refolded)

    def tab_stops(self) -> list[QWidget]:
        """What Tab walks, as it is read."""
        return [self._summary, self._show_all, *self._claims.tab_stops(), *self._nearby.tab_stops()]

    def set_palette(self, palette: Palette) -> None:
        """Choose the colours."""
        self._palette = palette
        self._claims.set_palette(palette)
        self._nearby.set_palette(palette)
        if self._gap is not None:
            self._gap.set_palette(palette)
        for label in (self._nearby_heading, self._hidden):
            soft = label.palette()
            soft.setColor(label.foregroundRole(), palette.color("soft"))
            label.setPalette(soft)

    def show_content(
        self,
        content: SectionContent,
        words: Words,
        opened: frozenset[str],
        pinned: frozenset[str],
        room: int | None = None,
    ) -> None:
        """Show a cell of the pack.

        Args:
            content: what to say.
            words: interface texts.
            opened: ids of open cards.
            pinned: ids of cards that stay open.
            room: height that the cards should take at most, px; None when it does not matter.
        """
        self.show_head(content, words)
        room = _PLENTY if room is None else room - _MORE_HEIGHT
        used = self._claims.show_cards(
            content.claims, words, opened, pinned, fewest=1, room=room - _MORE_HEIGHT
        )
        # Where the region was measured, what lies nearby may stay behind its button.
        fewest = 1 if content.claims.only_gaps else 0
        self._nearby.show_cards(
            content.nearby, words, opened, pinned, fewest=fewest, room=room - used - _MORE_HEIGHT
        )
        _show(self._nearby_heading, visible=bool(content.nearby.ids))

    def show_head(self, content: SectionContent, words: Words) -> None:
        """Show only heading and summary, so that `head_height` can be asked."""
        self.setAccessibleName(content.heading)
        self.setAccessibleDescription(content.summary)
        self._heading.setText(content.heading)
        self._summary.setText(content.summary)
        self._nearby_heading.setText(content.nearby_heading or words("panel.nearby"))
        self._hidden.setText(content.hidden)
        self._show_all.setText(content.all_text or words("panel.show_all"))
        _show(self._summary, visible=bool(content.summary))
        _show(self._hidden, visible=bool(content.hidden))
        _show(self._show_all, visible=bool(content.hidden))
        if content.gap is not None:
            self._gap_note.show_content(content.gap)
        if self._gap is not None:
            _show(self._gap, visible=content.gap is not None)

    def head_height(self, width: int) -> int:
        """Return the height of everything above the cards at a width, both px."""
        height = wrapped_height(Role.SECTION, width, self._heading.text()) + _SPACING
        for label, role in ((self._summary, Role.LEAD), (self._hidden, Role.META)):
            if not label.isHidden():
                height += wrapped_height(role, width, label.text()) + _SPACING
        if not self._show_all.isHidden():
            height += _MORE_HEIGHT + _SPACING
        if self._gap is not None and not self._gap.isHidden():
            height += self._gap.heightForWidth(width) + _SPACING
        return height

    @property
    def _gap_note(self) -> GapNote:
        """The note about a gap, made when it is first needed."""
        if self._gap is None:
            self._gap = GapNote(self)
            if self._palette is not None:
                self._gap.set_palette(self._palette)
            self.add(self._gap, 4)
            self._gap.stackUnder(self._claims)  # assistive tools read children in this order
        return self._gap

    def _label(self, role: Role) -> QLabel:
        label = QLabel(self)
        label.setFont(font(role))
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label


def _show(part: QWidget, *, visible: bool) -> None:
    """Show or hide a part; asking Qt for what is so already would lay everything out again."""
    if part.isHidden() is visible:
        part.setVisible(visible)
