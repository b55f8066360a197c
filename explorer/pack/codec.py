"""A library as plain lists, and back.

Each value becomes a list of its fields in the order in which the domain declares them. Encoding
is generic; decoding is written out, because looking up types costs more than the decoding itself.
"""

from __future__ import annotations  # none of them is worked out at start

from collections.abc import Sequence
from enum import Enum
from itertools import starmap
from typing import TYPE_CHECKING, Any

from explorer.domain.claim import Claim, Evidence, Figure, Search, Window
from explorer.domain.library import Diagram, Library, PackInfo, Term, UseNote
from explorer.domain.place import CellSummary, Landmark, Region, Topic, TopicKind
from explorer.domain.reference import Author, Reference
from explorer.domain.text import Name, Text
from explorer.domain.vocabulary import (
    Design,
    Effect,
    Phase,
    ReferenceStatus,
    Replication,
    Species,
    Spread,
    Use,
    Verification,
)

FORMAT = 1
"""Goes up whenever a field of a domain type that a library holds is added, moved or removed."""

if TYPE_CHECKING:
    Row = Sequence[Any]

# A member is equal to its word and has the same hash. Looking it up costs a fifth of calling its
# class.
_USE: dict[str, Use] = {member: member for member in Use}
_PHASE: dict[str, Phase] = {member: member for member in Phase}
_EFFECT: dict[str, Effect] = {member: member for member in Effect}
_DESIGN: dict[str, Design] = {member: member for member in Design}
_SPECIES: dict[str, Species] = {member: member for member in Species}
_REPLICATION: dict[str, Replication] = {member: member for member in Replication}
_VERIFICATION: dict[str, Verification] = {member: member for member in Verification}
_SPREAD: dict[str, Spread] = {member: member for member in Spread}
_STATUS: dict[str, ReferenceStatus] = {member: member for member in ReferenceStatus}


def encode(value: Any) -> Any:
    """Turn a domain value into lists, strings and numbers."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return [encode(part) for part in value]
    return value


def decode(row: Row) -> Library:
    """Turn what `encode` made of a library into a library.

    Raises:
        TypeError, ValueError, KeyError, IndexError, AttributeError: when the rows have another
            shape.
    """
    info, regions, landmarks, topics, claims, references, glossary = row
    return Library(
        _info(*info),
        tuple([_region(*part) for part in regions]),
        tuple([Landmark(part[0], Name(*part[1])) for part in landmarks]),
        tuple([Topic(part[0], TopicKind(part[1]), Name(*part[2])) for part in topics]),
        tuple([_claim(*part) for part in claims]),
        tuple([_reference(part) for part in references]),
        tuple([_term(*part) for part in glossary]),
    )


def _info(
    pack_id: str,
    title: Row,
    version: str,
    licence: str,
    searched: str,
    reviewed_by: str | None,
    review_by: str,
    notice: Row,
    uses: Sequence[Row],
    diagrams: Sequence[Row],
    default_region: str | None,
) -> PackInfo:
    return PackInfo(
        pack_id,
        Name(*title),
        version,
        licence,
        searched,
        reviewed_by,
        review_by,
        Name(*notice),
        tuple(UseNote(_USE[use], Name(*name), Name(*note)) for use, name, note in uses),
        tuple(
            Diagram(diagram_id, file, Name(*name), Name(*caption))
            for diagram_id, file, name, caption in diagrams
        ),
        default_region,
    )


def _region(region_id: str, name: Row, summary: Row, cells: Sequence[Row]) -> Region:
    return Region(
        region_id,
        Name(*name),
        Text(*summary),
        tuple(CellSummary(_USE[use], _PHASE[phase], Text(*text)) for use, phase, text in cells),
    )


def _term(term_id: str, name: Row, nl: Row, en: Row, definition: Row) -> Term:
    return Term(term_id, Name(*name), tuple(nl), tuple(en), Name(*definition))


def _reference(row: list[Any]) -> Reference:
    # By position, and in place: there are hundreds of works, and nearly all their fields stay.
    row[2] = tuple(starmap(Author, row[2]))
    row[13] = _STATUS[row[13]]
    return Reference(*row)


def _claim(
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
) -> Claim:
    return Claim(
        claim_id,
        about,
        _USE[use],
        _PHASE[phase],
        _EFFECT[effect],
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
        _DESIGN[design],
        _SPECIES[species],
        Name(*who),
        n,
        _REPLICATION[replication],
        _VERIFICATION[verified],
        None if dose is None else Name(*dose),
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
    kind = None if spread is None else _SPREAD[spread]
    return Figure(Name(*label), value, Name(*unit), reference, n, kind, spread_value, low, high, p)
