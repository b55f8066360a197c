"""What the list of sources holds, and what a filter leaves of it; without a widget."""

import unicodedata
from typing import NamedTuple

from explorer.domain.claim import Claim
from explorer.domain.claim_check import ClaimCheck
from explorer.domain.library import Library
from explorer.domain.reference import Reference
from explorer.domain.vocabulary import Design, ReferenceStatus


class SourceRow(NamedTuple):
    """A work, and what rests on it.

    Attributes:
        designs: designs of the claims that rest on it, strongest kind first.
        searched: what a filter looks through, folded.
    """

    work: Reference
    designs: tuple[Design, ...]
    claims: tuple[Claim, ...]
    checks: tuple[ClaimCheck, ...]
    searched: str

    @property
    def stands(self) -> bool:
        """Whether it was neither retracted nor corrected."""
        return self.work.status is ReferenceStatus.OK


class SourceFilter(NamedTuple):
    """What a person wants to see.

    Attributes:
        text: words that must all occur.
        first_year: no earlier work, and none without a year; None for no limit.
        last_year: no later work, and none without a year; None for no limit.
        design: a claim of this design must rest on it.
        only_marked: only what was retracted or corrected.
    """

    text: str = ""
    first_year: int | None = None
    last_year: int | None = None
    design: Design | None = None
    only_marked: bool = False

    def passes(self, row: SourceRow) -> bool:
        """Whether a work is wanted."""
        year = row.work.year
        if self.first_year is not None and (year is None or year < self.first_year):
            return False
        if self.last_year is not None and (year is None or year > self.last_year):
            return False
        if self.design is not None and self.design not in row.designs:
            return False
        if self.only_marked and row.stands:
            return False
        return all(word in row.searched for word in folded(self.text).split())


def source_rows(library: Library) -> tuple[SourceRow, ...]:
    """Return every work of a pack, in its order."""
    claims: dict[str, list[Claim]] = {}
    for claim in library.claims:
        for key in claim.references:
            claims.setdefault(key, []).append(claim)
    checks: dict[str, list[ClaimCheck]] = {}
    for check in library.checks:
        for key in check.references:
            checks.setdefault(key, []).append(check)
    return tuple(
        _row(work, tuple(claims.get(work.key, ())), tuple(checks.get(work.key, ())))
        for work in library.references
    )


def _row(work: Reference, claims: tuple[Claim, ...], checks: tuple[ClaimCheck, ...]) -> SourceRow:
    found = {claim.evidence.design for claim in claims if claim.evidence is not None}
    designs = tuple(design for design in Design if design in found)
    names = [f"{author.given} {author.family}" for author in work.authors]
    texts = [*names, str(work.year or ""), work.title, work.journal, work.doi, work.pmid, work.key]
    return SourceRow(work, designs, claims, checks, folded(" ".join(texts)))


def folded(text: str) -> str:
    """Return a text without capitals and accents, for comparing."""
    if text.isascii():
        return text.casefold()
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in plain if not unicodedata.combining(sign))


def jump_place(library: Library, claim: Claim) -> str | None:
    """Return the place where a claim can be read; None when it is about no place at all."""
    places = (claim.about, *claim.nearby)
    return next((place for place in places if library.has_place(place)), None)
