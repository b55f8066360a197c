"""The passages of a draft: everything that is written four times."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from explorer.domain.problem import Problem
from explorer.domain.text import Text
from explorer.domain.vocabulary import Language, Level
from explorer.pack.document import Placed
from explorer.pack.draft import Draft


@dataclass(frozen=True, slots=True)
class Passage:
    """One passage and the field that holds it."""

    owner: Placed[Any]
    field: str
    text: Text

    def problem(self, language: Language, level: Level, what: str, mend: str) -> Problem:
        """Return a fault at one of the four texts."""
        return self.owner.problem(
            self.field,
            language.value,
            level.value,
            what=f"`{self.field}.{language}.{level}` {what}",
            mend=mend,
        )


def passages(draft: Draft) -> Iterator[Passage]:
    """Return every passage: of places, cells, claims, checks, data sets and steps of tours."""
    for place in draft.places:
        yield Passage(place, "summary", place.value.summary)
    for cell in draft.cells:
        yield Passage(cell, "summary", cell.value.summary.text)
    for claim in draft.claims:
        yield Passage(claim, "statement", claim.value.statement)
        if claim.value.caveat is not None:
            yield Passage(claim, "caveat", claim.value.caveat)
    for check in draft.checks:
        yield Passage(check, "answer", check.value.answer)
    for dataset in draft.datasets:
        yield Passage(dataset.entry, "title", dataset.entry.value.title)
        yield Passage(dataset.entry, "caveat", dataset.entry.value.caveat)
    for step in draft.tour_steps:
        yield Passage(step, "text", step.value.text)
