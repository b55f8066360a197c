"""The data sets of a library as lines of JSON, and back.

Each data set becomes two lines: what it is, and its points, which are read when it is drawn. Loaded
with the first question for a data set, which no start asks.
"""

from __future__ import annotations  # none of them is worked out

import json
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Any

from explorer.domain.dataset import Axis, Category, Dataset, PlotKind, Point, Series
from explorer.domain.deferred import Deferred
from explorer.domain.text import Name, Text
from explorer.domain.vocabulary import Phase, Species, Spread, Use
from explorer.pack.codec import SEPARATOR, lines_of

Row = Sequence[Any]


def encode_datasets(datasets: Iterable[Dataset]) -> bytes:
    """Turn data sets into lines of JSON, joined as the entries of a list are."""
    lines = [
        line
        for dataset in datasets
        for line in ([len(dataset.points), *dataset._replace(points=())[:-1]], dataset.points)
    ]
    return lines_of(lines)[len(SEPARATOR) :]


def decode_datasets(data: bytes) -> tuple[Dataset, ...]:
    """Turn what `encode_datasets` made of data sets into data sets.

    Raises:
        TypeError, ValueError, KeyError, IndexError: when the lines have another shape.
    """
    lines = data.split(SEPARATOR) if data else []
    pairs = zip(lines[::2], lines[1::2], strict=True)
    return tuple([_dataset(_Points(points), *json.loads(head)) for head, points in pairs])


class _Points:
    """The line of the points of one data set, parsed with the first of them."""

    def __init__(self, line: bytes) -> None:
        self._line = line

    @cached_property
    def _rows(self) -> list[Row]:
        rows: list[Row] = json.loads(self._line)
        return rows

    def point(self, at: int) -> Point:
        """Make one point."""
        return _point(*self._rows[at])


def _dataset(
    points: _Points,
    count: int,
    dataset_id: str,
    kind: str,
    about: Sequence[str],
    use: str,
    phase: str,
    title: Row,
    caveat: Row,
    measure: Row,
    x: Row | None,
    y: Row,
    reference_line: float | None,
    series: Sequence[Row],
    categories: Sequence[Row],
) -> Dataset:
    return Dataset(
        dataset_id,
        PlotKind(kind),
        tuple(about),
        Use(use),
        Phase(phase),
        Text(*title),
        Text(*caveat),
        Name(*measure),
        None if x is None else _axis(*x),
        _axis(*y),
        reference_line,
        tuple([Series(key, Name(*name), Species(species)) for key, name, species in series]),
        tuple([Category(key, Name(*name)) for key, name in categories]),
        Deferred(count, points.point),
    )


def _axis(name: Row, unit: Row) -> Axis:
    return Axis(Name(*name), Name(*unit))


def _point(
    series: str,
    category: str,
    x: float | None,
    value: float,
    n: int | None,
    spread: str | None,
    spread_value: float | None,
    low: float | None,
    high: float | None,
    reference: str,
    source: str,
    note: Row | None,
) -> Point:
    return Point(
        series,
        category,
        x,
        value,
        n,
        None if spread is None else Spread(spread),
        spread_value,
        low,
        high,
        reference,
        source,
        None if note is None else Name(*note),
    )
