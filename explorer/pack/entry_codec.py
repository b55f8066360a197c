"""The entries of a library that are read when somebody asks for one: claims, works, terms.

Loaded with the first of them, which no start needs. Each function takes the fields of one line, in
the order in which the domain declares them.
"""

from __future__ import annotations  # none of them is worked out

from collections.abc import Sequence
from itertools import starmap
from typing import Any

from explorer.domain.claim import Claim, Evidence, Figure, Gap, Search, Window
from explorer.domain.claim_check import ClaimCheck
from explorer.domain.reference import Author, Reference
from explorer.domain.teach_back import TeachBack
from explorer.domain.term import Term
from explorer.domain.text import Name, Text
from explorer.domain.tour import Tour, TourStep
from explorer.domain.vocabulary import (
    CheckVerdict,
    Design,
    Effect,
    Lens,
    Phase,
    ReferenceStatus,
    Replication,
    Side,
    Species,
    Spread,
    Use,
    Verification,
)

Row = Sequence[Any]


def gap(about: str, cells: Sequence[Row], date: str, sought: Row, why: Row) -> Gap:
    """Build a gap."""
    here = tuple([(Use(use), Phase(phase)) for use, phase in cells])
    return Gap(about, here, date, Name(*sought), Name(*why))


def claim(
    claim_id: str,
    about: str,
    use: str,
    phase: str,
    effect: str,
    measure: Row,
    statement: Row,
    caveat: Row | None,
    evidence: Row | None,
    search: Row | None,
    figures: Sequence[Row],
    references: Sequence[str],
    nearby: Sequence[str],
    window: Row | None,
    covers: Sequence[str],
    side: str | None,
) -> Claim:
    """Build a claim."""
    return Claim(
        claim_id,
        about,
        Use(use),
        Phase(phase),
        Effect(effect),
        Name(*measure),
        Text(*statement),
        None if caveat is None else Text(*caveat),
        None if evidence is None else _evidence(*evidence),
        None if search is None else Search(search[0], Name(*search[1])),
        tuple([_figure(*part) for part in figures]),
        tuple(references),
        tuple(nearby),
        None if window is None else Window(*window),
        tuple(covers),
        None if side is None else Side(side),
    )


def _evidence(
    design: str,
    species: str,
    who: Row,
    n: int | None,
    replication: str,
    verified: str,
    dose: Row | None,
) -> Evidence:
    return Evidence(
        Design(design),
        Species(species),
        Name(*who),
        n,
        Replication(replication),
        Verification(verified),
        _name(dose),
    )


def _figure(
    label: Row,
    value: float,
    unit: Row,
    reference: str,
    n: int | None,
    spread: str | None,
    spread_value: float | None,
    low: float | None,
    high: float | None,
    p: str,
) -> Figure:
    kind = None if spread is None else Spread(spread)
    return Figure(Name(*label), value, Name(*unit), reference, n, kind, spread_value, low, high, p)


def reference(*row: Any) -> Reference:
    """Build a work."""
    work = Reference(*row)
    return work._replace(
        authors=tuple(starmap(Author, work.authors)),
        status=ReferenceStatus(work.status),
        retraction=Name(*work.retraction) if work.retraction else None,
    )


def term(term_id: str, name: Row, nl: Row, en: Row, definition: Row, covers: Sequence[str]) -> Term:
    """Build a glossary entry."""
    return Term(term_id, Name(*name), tuple(nl), tuple(en), Name(*definition), tuple(covers))


def check(
    check_id: str,
    about: str,
    verdict: str,
    statement: Row,
    answer: Row,
    claims: Sequence[str],
    references: Sequence[str],
    covers: Sequence[str],
    about_retraction: bool,  # noqa: FBT001 - a row has no keywords
) -> ClaimCheck:
    """Build a claim check."""
    return ClaimCheck(
        check_id,
        about,
        CheckVerdict(verdict),
        Name(*statement),
        Text(*answer),
        tuple(claims),
        tuple(references),
        tuple(covers),
        about_retraction,
    )


def tour(tour_id: str, title: Row, steps: Sequence[Row]) -> Tour:
    """Build a tour."""
    return Tour(tour_id, Name(*title), tuple([_tour_step(*step) for step in steps]))


def _tour_step(
    text: Row, claims: Sequence[str], use: str, phase: str, view: str, plane: int,
    region: str | None, lens: str, *rest: Any,
) -> TourStep:  # fmt: skip
    here = (view, plane, region, Lens(lens), *rest)
    return TourStep(Text(*text), tuple(claims), Use(use), Phase(phase), *here)


def teach_back(
    topic_id: str, about: Sequence[str], title: Row, prompts: Sequence[Row]
) -> TeachBack:
    """Build what to ask about a topic."""
    return TeachBack(topic_id, tuple(about), Name(*title), tuple(starmap(Name, prompts)))


def _name(row: Row | None) -> Name | None:
    return None if row is None else Name(*row)
