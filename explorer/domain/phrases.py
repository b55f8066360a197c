"""How sure a sentence may sound and which way it points: the phrase bank as a rule.

The bank itself is data (`assets/rules/phrases.yaml`) and is passed in.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from explorer.domain.claim import Evidence
from explorer.domain.vocabulary import Effect, Language, Species, Strength

_SENTENCE_START = re.compile(r"(?:^|[.!?:;…]\s*|\n)[\s\"'“”\u2018\u2019(\[]*$")
_PREPOSITIONS = frozenset({"in", "bij"})
_PARTICLES = frozenset({"af", "toe"})
_NEGATED = re.compile(r"\b(?:not|niet|never|nooit|hardly|nauwelijks)\s+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Hedge:
    """Phrases for one step: at least one of `require` (if any), none of `forbid`."""

    require: tuple[str, ...]
    forbid: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PhraseBank:
    """All phrases.

    Attributes:
        hedges: by language and key; the keys are the names of the steps, and `early_people` for
            early evidence that comes from people.
        directions: by language and effect: phrases of which a statement needs one.
    """

    hedges: Mapping[tuple[Language, str], Hedge]
    directions: Mapping[tuple[Language, Effect], tuple[str, ...]]


def hedge_keys(strength: Strength, behind: Iterable[Evidence | None]) -> tuple[str, ...]:
    """Return which hedges fit a step; more than one only for early evidence of both kinds.

    Args:
        strength: the step of the claim or of the cell.
        behind: evidence of the claims that the sentence speaks of.
    """
    if strength is not Strength.EARLY:
        return (strength.name.lower(),)
    people = {item.species is Species.HUMAN for item in behind if item is not None}
    keys = tuple(
        key for is_people, key in ((False, "early"), (True, "early_people")) if is_people in people
    )
    return keys or ("early",)


def missing_hedge(
    text: str, bank: PhraseBank, language: Language, keys: Iterable[str]
) -> tuple[str, ...]:
    """Return the phrases of which the text needs one, or nothing when it has one."""
    require = [phrase for key in keys for phrase in bank.hedges[language, key].require]
    return () if first_phrase(text, require) or not require else tuple(require)


def forbidden_hedge(text: str, bank: PhraseBank, language: Language, keys: Iterable[str]) -> str:
    """Return a phrase that sounds more or less sure than the step allows, or an empty string."""
    lists = [set(bank.hedges[language, key].forbid) for key in keys]
    forbid = set.intersection(*lists) if lists else set()
    for phrase in sorted(forbid):
        for match in _pattern(phrase).finditer(text):
            if _is_word_here(text, match) and not _NEGATED.search(text, 0, match.start()):
                return phrase
    return ""


def missing_direction(
    text: str, bank: PhraseBank, language: Language, effect: Effect
) -> tuple[str, ...]:
    """Return the phrases of which the text needs one, or nothing when it has one."""
    phrases = bank.directions[language, effect]
    return () if first_phrase(text, phrases) else phrases


def first_phrase(text: str, phrases: Iterable[str]) -> str:
    """Return the first of the phrases that the text holds, or an empty string."""
    for phrase in phrases:
        if any(_is_word_here(text, match) for match in _pattern(phrase).finditer(text)):
            return phrase
    return ""


def _is_word_here(text: str, match: re.Match[str]) -> bool:
    """Tell a word from a name spelt alike: `may` from the month May, save at a sentence's start."""
    if not match.group()[:1].isupper():
        return True
    return _SENTENCE_START.search(text, 0, match.start()) is not None


@lru_cache(maxsize=2048)
def _pattern(phrase: str) -> re.Pattern[str]:
    """Compile a phrase: whole words, any white space between them, a star for any ending."""
    words = [re.escape(word).replace(r"\*", r"\w*") for word in phrase.split()]
    gap = r"\s+"
    if len(words) == 2:
        # A Dutch verb that comes apart takes its adverbs in between, a noun its adjectives:
        # "neemt mogelijk iets af", "in young male rats".
        most = 4 if words[1] in _PARTICLES else 2 if words[0] in _PREPOSITIONS else 0
        gap = rf"(?:\s+[\w-]+){{0,{most}}}\s+"
    return re.compile(r"(?<![\w-])" + gap.join(words) + r"(?![\w-])", re.IGNORECASE)


def star_pattern(phrases: Iterable[str]) -> re.Pattern[str]:
    """Compile many phrases to one pattern; a star stands for any ending. Case does not matter.

    Unlike the phrases of the bank these are also found inside a compound with hyphens.
    """
    parts = sorted(
        (
            r"\s+".join(re.escape(word).replace(r"\*", r"\w*") for word in phrase.split())
            for phrase in phrases
        ),
        key=len,
        reverse=True,
    )
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts) or '(?!)'})(?!\w)", re.IGNORECASE)
