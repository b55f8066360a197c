"""Switching language or level never changes a number."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from explorer.domain.claim import Claim
from explorer.domain.dataset import Dataset
from explorer.domain.numbers import numbers_in, written
from explorer.domain.problem import Problem
from explorer.domain.text import Name
from explorer.domain.vocabulary import Language, Level
from explorer.pack.checks.passages import Passage, passages
from explorer.pack.document import Placed
from explorer.pack.draft import Draft

_Place = tuple[Language, Level]
_Path = tuple[str | int, ...]


def numbers_are_the_same(draft: Draft) -> list[Problem]:
    """The four texts of a passage hold the same set of numbers."""
    return [problem for passage in passages(draft) for problem in _differences(passage)]


def numbers_of_names_are_the_same(draft: Draft) -> list[Problem]:
    """Short texts, such as who was studied, hold the same numbers in both languages."""
    found: list[Problem] = []
    for part, path, name in _names(draft):
        nl, en = numbers_in(name.nl, Language.NL), numbers_in(name.en, Language.EN)
        if nl != en:
            dutch = _list(sorted(nl), Language.NL) or "none"
            english = _list(sorted(en), Language.EN) or "none"
            field = next(part for part in reversed(path) if isinstance(part, str))
            what = f"`{field}` has {dutch} in nl and {english} in en"
            mend = "write the same numbers in both languages, as digits"
            found.append(part.problem(*path, "en", what=what, mend=mend))
    return found


def _names(draft: Draft) -> Iterator[tuple[Placed[Any], _Path, Name]]:
    for part in draft.claims:
        yield from ((part, path, name) for path, name in _names_of_claim(part.value))
    for gap in draft.gaps:
        yield gap, ("sought",), gap.value.sought
        yield gap, ("why",), gap.value.why
    yield from ((check, ("statement",), check.value.statement) for check in draft.checks)
    yield from (
        (topic, ("prompts", at), prompt)
        for topic in draft.teach_backs
        for at, prompt in enumerate(topic.value.prompts)
    )
    for dataset in draft.datasets:
        entry = dataset.entry
        yield from ((entry, path, name) for path, name in _names_of_dataset(entry.value))
    info = draft.info
    for position, diagram in enumerate(info.value.diagrams if info else ()):
        assert info is not None
        if diagram.scan_caption is not None:
            yield info, ("diagrams", position, "scan_caption"), diagram.scan_caption
        for at, state in enumerate(diagram.states):
            yield info, ("diagrams", position, "states", at, "note"), state.note


def _names_of_claim(claim: Claim) -> Iterator[tuple[_Path, Name]]:
    yield ("measure",), claim.measure
    if claim.evidence is not None:
        yield ("evidence", "who"), claim.evidence.who
        if claim.evidence.dose is not None:
            yield ("evidence", "dose"), claim.evidence.dose
    if claim.search is not None:
        yield ("search", "sought"), claim.search.sought
    for position, figure in enumerate(claim.figures):
        yield ("figures", position, "label"), figure.label
        yield ("figures", position, "unit"), figure.unit


def _names_of_dataset(dataset: Dataset) -> Iterator[tuple[_Path, Name]]:
    yield ("measure",), dataset.measure
    for field, axis in (("x", dataset.x), ("y", dataset.y)):
        if axis is not None:
            yield (field, "name"), axis.name
            yield (field, "unit"), axis.unit
    for at, series in enumerate(dataset.series):
        yield ("series", at, "name"), series.name
    for at, category in enumerate(dataset.categories):
        yield ("categories", at, "name"), category.name


def _differences(passage: Passage) -> Iterator[Problem]:
    held = {
        (language, level): numbers_in(text, language)
        for language, level, text in passage.text.every()
    }
    every = frozenset().union(*held.values())
    lone: dict[_Place, list[Decimal]] = {place: [] for place in held}
    lacking: dict[_Place, list[Decimal]] = {place: [] for place in held}
    for number in sorted(every):
        without = [place for place in held if number not in held[place]]
        if len(without) == len(held) - 1:
            (place,) = held.keys() - set(without)
            lone[place].append(number)
            continue
        for place in without:
            lacking[place].append(number)
    for (language, level), numbers in lone.items():
        if numbers:
            what = f"has {_list(numbers, language)}, which the other three texts lack"
            mend = "put it in all four, or in `figures`; write numbers as digits"
            yield passage.problem(language, level, what, mend)
    for (language, level), numbers in lacking.items():
        if numbers:
            what = f"lacks {_list(numbers, language)}, which other texts have"
            mend = "put it in all four, or in `figures`; write numbers as digits"
            yield passage.problem(language, level, what, mend)


def _list(numbers: list[Decimal], language: Language) -> str:
    return " and ".join(written(number, language) for number in numbers)


CHECKS = (numbers_are_the_same, numbers_of_names_are_the_same)
