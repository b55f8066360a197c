"""Plain texts can be read by anyone: short sentences, short words, no word left unexplained."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from explorer.domain.phrases import star_pattern
from explorer.domain.problem import Problem
from explorer.domain.readability import reading_ease, sentences, words
from explorer.domain.vocabulary import Language, Level
from explorer.pack.checks.passages import passages
from explorer.pack.document import Placed
from explorer.pack.draft import Draft
from explorer.pack.gather import GLOSSARY, PLACES
from explorer.pack.rules import Rules

EASE_AVERAGE = 60.0
"""Reading ease that the plain texts of a language must have on average."""

EASE_LEAST = 45.0
"""Reading ease below which no plain text may be."""

SENTENCE_AVERAGE = 15.0
"""Words that a sentence of the plain texts may have on average."""

SENTENCE_MOST = 25
"""Words that one sentence of a plain text may have."""


@dataclass(frozen=True, slots=True)
class _Plain:
    """One plain text.

    Attributes:
        path: where it stands in its owner.
        name: what its author calls that field.
    """

    owner: Placed[Any]
    path: tuple[str | int, ...]
    name: str
    language: Language
    text: str

    def problem(self, what: str, mend: str) -> Problem:
        return self.owner.problem(*self.path, what=f"`{self.name}` {what}", mend=mend)


def plain_texts_read_easily(draft: Draft, rules: Rules) -> list[Problem]:
    """Flesch and Flesch-Douma, each text and the average.

    Technical words count as explained here: where they are not, another check says so.
    """
    found: list[Problem] = []
    for language in Language:
        known = _words_of(_explained(draft, language))
        technical = star_pattern(rules.technical[language])
        scored = [
            (
                reading_ease(
                    plain.text, language, known | _words_of(technical.findall(plain.text))
                ),
                plain,
            )
            for plain in _plain(draft, language)
        ]
        for ease, plain in scored:
            if ease < EASE_LEAST:
                what = f"is hard to read (reading ease {ease:.0f}, least {EASE_LEAST:.0f})"
                found.append(plain.problem(what, "use shorter words and shorter sentences"))
        average = sum(ease for ease, _ in scored) / max(1, len(scored))
        if scored and average < EASE_AVERAGE:
            ease, worst = min(scored, key=lambda pair: pair[0])
            what = (
                f"is the hardest of the {language} plain texts (reading ease {ease:.0f}); their "
                f"average is {average:.1f}, below {EASE_AVERAGE:.0f}"
            )
            found.append(worst.problem(what, "use shorter words and shorter sentences"))
    return found


def sentences_are_short(draft: Draft, rules: Rules) -> list[Problem]:
    """At most 15 words on average over the pack, and none of more than 25."""
    del rules
    found: list[Problem] = []
    for language in Language:
        lengths = [
            (plain, [len(words(sentence)) for sentence in sentences(plain.text)])
            for plain in _plain(draft, language)
        ]
        for plain, each in lengths:
            if max(each, default=0) > SENTENCE_MOST:
                what = f"has a sentence of {max(each)} words (at most {SENTENCE_MOST})"
                found.append(plain.problem(what, "make two sentences of it"))
        found += _too_long_on_average(lengths, language)
    return found


def _too_long_on_average(
    lengths: list[tuple[_Plain, list[int]]], language: Language
) -> Iterator[Problem]:
    every = [length for _, each in lengths for length in each]
    average = sum(every) / max(1, len(every))
    if average <= SENTENCE_AVERAGE:
        return
    by_file: dict[str, list[int]] = {}
    for plain, each in lengths:
        by_file.setdefault(plain.owner.document.file, []).extend(each)
    file = max(by_file, key=lambda name: sum(by_file[name]) / max(1, len(by_file[name])))
    worst, _ = max(
        ((plain, each) for plain, each in lengths if plain.owner.document.file == file),
        key=lambda pair: max(pair[1], default=0),
    )
    what = (
        f"has the longest sentence of the {language} plain texts in this file; the pack's average "
        f"is {average:.1f} words, above {SENTENCE_AVERAGE:.0f}"
    )
    yield worst.problem(what, "make two sentences of it, here and elsewhere")


def technical_words_are_explained(draft: Draft, rules: Rules) -> list[Problem]:
    """A technical word in a plain text is a form of a glossary term, or the name of a place."""
    if not (draft.is_faultless(GLOSSARY) and draft.is_faultless(PLACES)):
        return []
    found: list[Problem] = []
    for language in Language:
        technical = star_pattern(rules.technical[language])
        explained = star_pattern(_explained(draft, language))
        for plain in _plain(draft, language):
            covered = [match.span() for match in explained.finditer(plain.text)]
            unexplained = {
                match.group()
                for match in technical.finditer(plain.text)
                if not any(start <= match.start() and match.end() <= end for start, end in covered)
            }
            for word in sorted(unexplained):
                what = f"uses the technical word `{word}`, which the glossary does not have"
                mend = f"use an everyday word, or add `{word}` to the {language} forms of a term"
                found.append(plain.problem(what, mend))
    return found


def _plain(draft: Draft, language: Language) -> list[_Plain]:
    plain = [
        _Plain(
            passage.owner,
            (passage.field, language, Level.PLAIN),
            f"{passage.field}.{language}.{Level.PLAIN}",
            language,
            passage.text.at(language, Level.PLAIN),
        )
        for passage in passages(draft)
    ]
    plain += [
        _Plain(gap, ("why", language), f"why.{language}", language, gap.value.why.at(language))
        for gap in draft.gaps
    ]
    return plain + [
        _Plain(topic, ("prompts", at, language), f"prompts.{language}", language, said.at(language))
        for topic in draft.teach_backs
        for at, said in enumerate(topic.value.prompts)
    ]


def _explained(draft: Draft, language: Language) -> set[str]:
    """Return the phrases that the program explains itself."""
    names = {part.value.name.at(language) for part in draft.named()}
    for part in draft.terms:
        term = part.value
        names.add(term.name.at(language))
        names.update(term.forms_nl if language is Language.NL else term.forms_en)
    return names


def _words_of(phrases: Iterable[str]) -> frozenset[str]:
    return frozenset(word.lower() for phrase in phrases for word in words(phrase))


CHECKS = (plain_texts_read_easily, sentences_are_short, technical_words_are_explained)
