"""Switching language or level never changes a number."""

from collections.abc import Iterator
from decimal import Decimal

from explorer.domain.numbers import numbers_in, written
from explorer.domain.problem import Problem
from explorer.domain.vocabulary import Language, Level
from explorer.pack.checks.passages import Passage, passages
from explorer.pack.draft import Draft

_Place = tuple[Language, Level]


def numbers_are_the_same(draft: Draft) -> list[Problem]:
    """The four texts of a passage hold the same set of numbers."""
    return [problem for passage in passages(draft) for problem in _differences(passage)]


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


CHECKS = (numbers_are_the_same,)
