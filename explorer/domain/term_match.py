"""Finds the technical words of a glossary in a text."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from explorer.domain.term import Term
from explorer.domain.vocabulary import Language

_WORD = re.compile(r"\w+")
_LONGEST_ACRONYM = 5


class TermSpan(NamedTuple):
    """Where a term stands in a text: from `start` up to but not including `end`."""

    start: int
    end: int
    term: str


class _Form(NamedTuple):
    lowered: str
    written: str
    term: str


class TermMatcher:
    """Knows every form of every term in one language.

    A text is read word by word and each word looked up, so that what it takes depends on the
    length of the text and not on the size of the glossary.

    Args:
        terms: the glossary.
        language: which forms to recognise.
    """

    def __init__(self, terms: Iterable[Term], language: Language) -> None:
        self._forms: dict[str, list[_Form]] = {}
        for term in terms:
            forms = term.forms_nl if language is Language.NL else term.forms_en
            for form in dict.fromkeys((term.name.at(language), *forms)):
                first = _WORD.search(form)
                if first is not None and first.start() == 0:
                    lowered = form.lower()
                    entry = _Form(lowered, form, term.id)
                    self._forms.setdefault(first.group().lower(), []).append(entry)
        for entries in self._forms.values():
            entries.sort(key=lambda entry: -len(entry.lowered))

    def find(self, text: str) -> tuple[TermSpan, ...]:
        """Return the first occurrence of each term, in order; the longest form wins."""
        lowered = text.lower()
        if len(lowered) != len(text):  # a letter that grows in lower case would shift the rest
            lowered = "".join(letter.lower()[0] for letter in text)
        found: list[TermSpan] = []
        seen: set[str] = set()
        end = 0
        for word in _WORD.finditer(lowered):
            if word.start() < end:
                continue
            entry = self._longest(text, lowered, word)
            if entry is None:
                continue
            end = word.start() + len(entry.lowered)
            if entry.term not in seen:
                seen.add(entry.term)
                found.append(TermSpan(word.start(), end, entry.term))
        return tuple(found)

    def _longest(self, text: str, lowered: str, word: re.Match[str]) -> _Form | None:
        start = word.start()
        for entry in self._forms.get(word.group(), ()):
            end = start + len(entry.lowered)
            if not lowered.startswith(entry.lowered, start):
                continue
            if _ends_word(lowered, end) and _fits_case(entry.written, text[start:end]):
                return entry
        return None


def _ends_word(text: str, end: int) -> bool:
    """Whether no word goes on at a position."""
    is_inside = text[end - 1].isalnum() and (
        text[end : end + 1].isalnum() or text[end : end + 1] == "_"
    )
    return not is_inside


def _fits_case(form: str, found: str) -> bool:
    """Case does not matter, save for short acronyms: `SD` is no `sd` of another word."""
    is_acronym = form.isupper() and len(form) <= _LONGEST_ACRONYM
    return found == form if is_acronym else True
