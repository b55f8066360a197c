"""The glossary as the texts of a window use it: which words are known, and who wants to know."""

from __future__ import annotations  # the matcher is loaded when the first text asks

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from explorer.domain.term import Term
from explorer.domain.vocabulary import Language
from explorer.i18n import Words

if TYPE_CHECKING:
    from explorer.domain.term_match import TermMatcher, TermSpan
    from explorer.widgets.term_card import TermCard

_NAME = "lexicon"
_CALM_MS = 60
"""Long enough for what asked first to be painted before the glossary is opened."""


class Lexicon(QObject):
    """Serves every `TermText` below its owner; they find it by looking up the window.

    The glossary is opened a moment after the first text asked, so that neither the start nor the
    first click waits for it. `changed` tells when it is there.

    Args:
        glossary: the terms.
        owner: the widget whose texts it serves.
    """

    changed = Signal()
    """Words can be found now, or in another language."""
    term_wished = Signal(str)
    """The person wants the glossary, open at this term."""

    def __init__(self, glossary: Sequence[Term], owner: QWidget) -> None:
        super().__init__(owner)
        self.setObjectName(_NAME)
        self._owner = owner
        self._glossary = glossary
        self._words: Words | None = None
        self._matchers: dict[Language, TermMatcher] = {}
        self._terms: dict[str, Term] = {}
        self._found: dict[tuple[Language, str], tuple[TermSpan, ...]] = {}
        self._card: TermCard | None = None
        self._open_soon = QTimer(self, singleShot=True, interval=_CALM_MS)
        self._open_soon.timeout.connect(self.open)

    @staticmethod
    def around(widget: QWidget) -> Lexicon | None:
        """Return the lexicon of the nearest ancestor that has one."""
        parent = widget.parentWidget()
        while parent is not None:
            for child in parent.children():
                if isinstance(child, Lexicon):
                    return child
            parent = parent.parentWidget()
        return None

    @property
    def words(self) -> Words | None:
        """Interface texts; None until they were set."""
        return self._words

    def set_words(self, words: Words) -> None:
        """Choose the language. Texts that are set from now on are read in it."""
        if self._words is None or self._words.language is not words.language:
            self._words = words
            if self._card is not None:
                self._card.close_card()
            self.changed.emit()

    def open(self) -> None:
        """Open the glossary in the present language, unless it is open."""
        if self._words is None or self._words.language in self._matchers:
            return
        from explorer.domain.term_match import TermMatcher

        language = self._words.language
        self._matchers[language] = TermMatcher(self._glossary, language)
        self._terms = {term.id: term for term in self._glossary}
        self.changed.emit()

    def spans(self, text: str) -> tuple[TermSpan, ...]:
        """Return the known words of a text; none while the glossary is still closed."""
        if self._words is None:
            return ()
        matcher = self._matchers.get(self._words.language)
        if matcher is None:
            if not self._open_soon.isActive():  # many texts ask: none may put it off
                self._open_soon.start()
            return ()
        key = (self._words.language, text)
        if key not in self._found:
            self._found[key] = matcher.find(text)
        return self._found[key]

    def explain(self, term_id: str) -> tuple[str, str]:
        """Return name and definition of a term that `spans` found."""
        assert self._words is not None, "spans found it"
        term, language = self._terms[term_id], self._words.language
        return term.name.at(language), term.definition.at(language)

    def card(self) -> TermCard:
        """Return the card that shows a definition; there is one for all texts."""
        window = self._owner.window()
        if self._card is None or self._card.parentWidget() is not window:
            from explorer.widgets.term_card import TermCard

            self._card = TermCard(window)
            self._card.term_wished.connect(self.term_wished)
        return self._card

    def put_away(self, source: QWidget) -> None:
        """Close the card if it explains a word of this text."""
        if self._card is not None and self._card.shows(source):
            self._card.close_card()

    def leave(self, source: QWidget) -> None:
        """The pointer is on no word of this text any more."""
        if self._card is not None:
            self._card.leave(source)
