"""A library as lines of JSON, and back.

Each entry of a library becomes one line: a list of its fields in the order in which the domain
declares them. What start-up needs is decoded at once; of claims, works, terms and the like a line
is only read when somebody asks for that entry. Encoding is generic; decoding is written out,
because looking up types costs more than the decoding itself.
"""

from __future__ import annotations  # none of them is worked out at start

import json
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from explorer.domain.deferred import Deferred
from explorer.domain.diagram import Diagram, DiagramState
from explorer.domain.finding import ClaimIndex, Finding
from explorer.domain.library import Library
from explorer.domain.pack_info import PackInfo, UseNote
from explorer.domain.place import (
    CellSummary,
    EffectGroup,
    Landmark,
    Place,
    PlaceKind,
    Topic,
    TopicKind,
)
from explorer.domain.problem import Problem
from explorer.domain.text import Name, Text
from explorer.domain.vocabulary import Effect, Hemispheres, Lens, Phase, Side, Strength, Use

FORMAT = 6
"""Goes up whenever a field of a domain type that a library holds is added, moved or removed."""

if TYPE_CHECKING:
    from explorer.domain.dataset import Dataset

    Row = Sequence[Any]

SEPARATOR = b",\n"
"""What stands between two entries."""

# A member is equal to its word and has the same hash. Looking it up costs a fifth of calling its
# class.
_USE: dict[str, Use] = {member: member for member in Use}
_PHASE: dict[str, Phase] = {member: member for member in Phase}
_EFFECT: dict[str, Effect] = {member: member for member in Effect}
_STRENGTH: dict[int, Strength] = {member: member for member in Strength}
_LENS: dict[str, Lens] = {member: member for member in Lens}
_KIND: dict[str, PlaceKind] = {member: member for member in PlaceKind}
_SIDE: dict[str | None, Side | None] = {None: None, **{member: member for member in Side}}


def encode(library: Library) -> bytes:
    """Turn a library into lines of JSON, joined as the entries of a list are.

    Its data sets are no part of them: `explorer.pack.dataset_codec` writes those apart.
    """
    index = library.claim_index
    eager = [
        [place._replace(cells=()) for place in library.places],
        library.landmarks,
        library.topics,
        index.findings,
    ]
    deferred = [
        [cell for place in library.places for cell in place.cells],
        library.gaps,
        library.claims,
        library.references,
        library.glossary,
        library.checks,
        library.tours,
        library.teach_backs,
    ]
    first, *later = [lines_of(entry for part in eager for entry in part), *map(lines_of, deferred)]
    head = [
        [len(lines) for lines in later],
        [len(entries) for entries in (*eager, *deferred)],
        [len(place.cells) for place in library.places],
        library.info,
        index.works,
        index.cited,
        library.retractions_as_of,
        library.left_out,
        len(library.datasets),
    ]
    return b"".join([lines_of([head])[len(SEPARATOR) :], first, *later])


def lines_of(entries: Iterable[Any]) -> bytes:
    """Write entries, each with the separator before it, so that none of them leave nothing."""
    lines = (
        json.dumps(_plain(entry), ensure_ascii=False, allow_nan=False, separators=(",", ":"))
        for entry in entries
    )
    return b"".join(SEPARATOR + line.encode() for line in lines)


def _plain(value: Any) -> Any:
    """Turn a domain value into lists, strings and numbers."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple | list):
        return [_plain(part) for part in value]
    return value


def decode(
    data: bytes, start: int = 0, end: int | None = None, datasets: Sequence[Dataset] = ()
) -> Library:
    """Turn what `encode` made of a library into a library.

    Args:
        data: bytes that hold the lines; copying them would take longer than reading them.
        start: where the lines begin.
        end: where they end, or None for the end of the data.
        datasets: the data sets of the library, if it has any: they are kept elsewhere.

    Raises:
        TypeError, ValueError, KeyError, IndexError, AttributeError: when the lines have another
            shape. A line that is only read when asked for is not looked at.
    """
    end = len(data) if end is None else end
    after = data.find(SEPARATOR, start, end)
    after = end if after < 0 else after
    sizes, counts, cell_counts, info, works, cited, as_of, left_out, count = json.loads(
        data[start:after]
    )
    first, cells, *later = _parts(memoryview(data)[after:end], sizes)
    rows = json.loads(b"[" + bytes(first[len(SEPARATOR) :]) + b"]")
    at_landmarks, at_topics, at_findings, last = accumulate(counts[:4])
    if last != len(rows):
        raise ValueError(f"there are {len(rows)} entries, not {last}")
    lines = list(map(_Lines, later))
    _, gaps, claims, references, glossary, checks, tours, teach_backs = counts[4:]
    library = Library(
        _info(*info),
        tuple(_places(rows[:at_landmarks], cell_counts, _Lines(cells))),
        tuple([Landmark(key, Name(*name)) for key, name in rows[at_landmarks:at_topics]]),
        tuple([_topic(*row) for row in rows[at_topics:at_findings]]),
        _deferred(lines[0], gaps, "gap"),
        _deferred(lines[1], claims, "claim"),
        _deferred(lines[2], references, "reference"),
        _deferred(lines[3], glossary, "term"),
        _deferred(lines[4], checks, "check"),
        as_of,
        datasets if count else (),
        tuple([Problem(*row) for row in left_out]),
        _deferred(lines[5], tours, "tour"),
        _deferred(lines[6], teach_backs, "teach_back"),
    )
    findings = tuple([_finding(*row) for row in rows[at_findings:]])
    return library.with_index(ClaimIndex(findings, tuple(works), tuple(cited)))


def _parts(lines: memoryview, sizes: Sequence[int]) -> list[memoryview]:
    """Part the lines after the head: those for start-up, then each kind of the others."""
    bounds = list(accumulate(sizes, initial=len(lines) - sum(sizes)))
    if bounds[0] < 0:
        raise ValueError("there are fewer lines than the head says")
    return [lines[start:end] for start, end in zip([0, *bounds], bounds, strict=False)]


class _Lines:
    """Lines of JSON that are parted when the first of them is read."""

    def __init__(self, data: memoryview) -> None:
        self._data = data

    @cached_property
    def _parted(self) -> list[bytes]:
        return bytes(self._data).split(SEPARATOR)[1:]  # every line has one before it

    def row(self, at: int) -> list[Any]:
        """Read one line."""
        row: list[Any] = json.loads(self._parted[at])
        return row


def _deferred(lines: _Lines, count: int, kind: str) -> Deferred[Any]:
    """Return entries of a kind: one of the functions of `entry_codec` makes each."""

    def make(at: int) -> Any:
        from explorer.pack import entry_codec

        return getattr(entry_codec, kind)(*lines.row(at))

    return Deferred(count, make)


def _cells(lines: _Lines, first: int, count: int) -> Deferred[CellSummary]:
    return Deferred(count, lambda at: _cell(*lines.row(first + at)))


def _places(rows: Sequence[Row], cell_counts: Sequence[int], cells: _Lines) -> Iterator[Place]:
    first = 0
    for row, count in zip(rows, cell_counts, strict=True):
        yield _place(row, _cells(cells, first, count))
        first += count


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
        tuple([UseNote(_USE[use], Name(*name), Name(*note)) for use, name, note in uses]),
        tuple([_diagram(*part) for part in diagrams]),
        default_region,
    )


def _diagram(
    diagram_id: str,
    file: str,
    title: Row,
    caption: Row,
    view: str,
    side: str | None,
    scan: str,
    scan_caption: Row | None,
    states: Sequence[Row],
) -> Diagram:
    return Diagram(
        diagram_id,
        file,
        Name(*title),
        Name(*caption),
        view,
        None if side is None else Hemispheres(side),
        scan,
        _name(scan_caption),
        tuple([_state(*part) for part in states]),
    )


def _state(use: str | None, phase: str | None, show: Sequence[str], note: Row) -> DiagramState:
    return DiagramState(
        None if use is None else _USE[use],
        None if phase is None else _PHASE[phase],
        tuple(show),
        Name(*note),
    )


def _place(row: Row, cells: Sequence[CellSummary]) -> Place:
    place_id, kind, name, summary, _, origin, targets, bend, group = row
    return Place(
        place_id,
        _KIND[kind],
        Name(*name),
        Text(*summary),
        cells,
        origin,
        tuple(targets),
        bend,
        None if group is None else EffectGroup(group),
    )


def _cell(use: str, phase: str, text: Row) -> CellSummary:
    return CellSummary(_USE[use], _PHASE[phase], Text(*text))


def _topic(topic_id: str, kind: str, name: Row) -> Topic:
    return Topic(topic_id, TopicKind(kind), Name(*name))


def _finding(
    claim_id: str,
    about: str,
    use: str,
    phase: str,
    effect: str,
    strength: int,
    lens: str,
    side: str | None,
    nearby: Sequence[str],
    start: float | None,
    end: float | None,
) -> Finding:
    return Finding(
        claim_id,
        about,
        _USE[use],
        _PHASE[phase],
        _EFFECT[effect],
        _STRENGTH[strength],
        _LENS[lens],
        _SIDE[side],
        tuple(nearby),
        start,
        end,
    )


def _name(row: Row | None) -> Name | None:
    return None if row is None else Name(*row)
