"""One phase of the panel: heading, one sentence, claim cards, and what is known nearby."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from explorer.canvas.palette import Palette
from explorer.domain.reference import Reference
from explorer.i18n import Words
from explorer.widgets.card_content import CardContent
from explorer.widgets.claim_card import ClaimCard
from explorer.widgets.quiet_button import QuietButton
from explorer.widgets.typeface import Role, font

_CLOSED_CARDS = 3
"""So many cards stand open to the eye; the rest is one click away, so that both headings fit."""


@dataclass(frozen=True, slots=True)
class SectionContent:
    """What a section says.

    Attributes:
        heading: name of the phase.
        summary: one sentence.
        claims: cards about the region itself.
        nearby: cards about the nearest thing known.
    """

    heading: str
    summary: str
    claims: tuple[CardContent, ...]
    nearby: tuple[CardContent, ...]


class CardList(QWidget):
    """Cards under each other, the first few shown and the rest behind a button.

    Args:
        parent: the section.
    """

    open_wished = Signal(str, bool)
    pin_wished = Signal(str, bool)
    link_wished = Signal(str)
    copy_wished = Signal(Reference, str)

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._cards: list[ClaimCard] = []
        self._palette: Palette | None = None
        self._words: Words | None = None
        self._contents: tuple[CardContent, ...] = ()
        self._open: frozenset[str] = frozenset()
        self._pinned: frozenset[str] = frozenset()
        self._shows_all = False
        self._shown = _CLOSED_CARDS
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._more = QuietButton(self, is_link=True)
        self._more.setObjectName("show_more")
        self._more.clicked.connect(self._on_more_clicked)
        self._column.addWidget(self._more, alignment=Qt.AlignmentFlag.AlignLeft)

    @property
    def cards(self) -> list[ClaimCard]:
        """The cards that are in use, hidden ones included."""
        return self._cards[: len(self._contents)]

    def set_palette(self, palette: Palette) -> None:
        """Choose the colours."""
        self._palette = palette
        for card in self._cards:
            card.set_palette(palette)

    def show_cards(
        self,
        contents: tuple[CardContent, ...],
        words: Words,
        opened: frozenset[str],
        pinned: frozenset[str],
        *,
        limit: int,
    ) -> None:
        """Show claims.

        Args:
            contents: the claims, strongest first.
            words: interface texts.
            opened: ids of open cards.
            pinned: ids of cards that stay open.
            limit: how many are shown before the rest is asked for.
        """
        if {content.id for content in contents} != {content.id for content in self._contents}:
            self._shows_all = False
        self._contents, self._words = contents, words
        self._open, self._pinned, self._shown = opened, pinned, limit
        self._refresh()

    def _refresh(self) -> None:
        assert self._words is not None, "show_cards set it"
        hidden = 0
        while len(self._cards) < len(self._contents):
            self._add_card()
        for place, card in enumerate(self._cards):
            if place >= len(self._contents):
                card.hide()
                continue
            content = self._contents[place]
            is_open = content.id in self._open
            if not self._shows_all and place >= self._shown and not is_open:
                card.hide()
                hidden += 1
                continue
            is_pinned = content.id in self._pinned
            card.show_content(content, self._words, is_open=is_open, is_pinned=is_pinned)
            card.show()
        self._more.setVisible(bool(hidden) or (self._shows_all and self._can_fold()))
        self._more.setText(
            self._words("panel.more", n=hidden) if hidden else self._words("panel.fewer")
        )
        self.setVisible(bool(self._contents))

    def _can_fold(self) -> bool:
        return len(self._contents) > self._shown

    def _add_card(self) -> None:
        card = ClaimCard(self)
        if self._palette is not None:
            card.set_palette(self._palette)
        card.open_wished.connect(self.open_wished)
        card.pin_wished.connect(self.pin_wished)
        card.link_wished.connect(self.link_wished)
        card.copy_wished.connect(self.copy_wished)
        self._cards.append(card)
        self._column.insertWidget(len(self._cards) - 1, card)

    def _on_more_clicked(self) -> None:
        self._shows_all = not self._shows_all
        self._refresh()


class EffectSection(QFrame):
    """Always there, for both phases: a click never ends in nothing.

    Args:
        name: object name.
        parent: the panel.
    """

    open_wished = Signal(str, bool)
    pin_wished = Signal(str, bool)
    link_wished = Signal(str)
    copy_wished = Signal(Reference, str)

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._heading = self._label(Role.SECTION)
        self._heading.setObjectName(f"{name}_heading")
        self._summary = self._label(Role.LEAD)
        self._summary.setObjectName(f"{name}_summary")
        self._claims = CardList(f"{name}_claims", self)
        self._nearby_heading = self._label(Role.META_STRONG)
        self._nearby_heading.setObjectName(f"{name}_nearby_heading")
        self._nearby = CardList(f"{name}_nearby", self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (
            self._heading,
            self._summary,
            self._claims,
            self._nearby_heading,
            self._nearby,
        ):
            column.addWidget(widget)
        for cards in (self._claims, self._nearby):
            cards.open_wished.connect(self.open_wished)
            cards.pin_wished.connect(self.pin_wished)
            cards.link_wished.connect(self.link_wished)
            cards.copy_wished.connect(self.copy_wished)

    def set_palette(self, palette: Palette) -> None:
        """Choose the colours."""
        self._claims.set_palette(palette)
        self._nearby.set_palette(palette)
        soft = self._nearby_heading.palette()
        soft.setColor(self._nearby_heading.foregroundRole(), palette.color("soft"))
        self._nearby_heading.setPalette(soft)

    def show_content(
        self,
        content: SectionContent,
        words: Words,
        opened: frozenset[str],
        pinned: frozenset[str],
    ) -> None:
        """Show a cell of the pack."""
        self.setAccessibleName(content.heading)
        self.setAccessibleDescription(content.summary)
        self._heading.setText(content.heading)
        self._summary.setText(content.summary)
        only_gaps = all(card.effect == "unknown" for card in content.claims)
        self._claims.show_cards(content.claims, words, opened, pinned, limit=_CLOSED_CARDS)
        # Where the region was measured, what lies nearby stays in the background.
        limit = _CLOSED_CARDS - 1 if only_gaps else 1
        self._nearby.show_cards(content.nearby, words, opened, pinned, limit=limit)
        self._nearby_heading.setText(words("panel.nearby"))
        self._nearby_heading.setVisible(bool(content.nearby))

    def _label(self, role: Role) -> QLabel:
        label = QLabel(self)
        label.setFont(font(role))
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label
