"""Rows of a table to the points of a data set; every cell that is wrong is named."""

import re
from collections.abc import Callable, Collection
from typing import TypeVar

from explorer.domain.dataset import Dataset, Point
from explorer.domain.problem import Problem
from explorer.domain.text import Name
from explorer.domain.vocabulary import Spread
from explorer.pack.document import Document, shown
from explorer.pack.table import FAULTS_SHOWN, Row, read_table

T = TypeVar("T")

_NUMBER = re.compile(r"[-+]?[0-9]{1,15}(\.[0-9]{1,15})?([eE][-+]?[0-9]{1,2})?", re.ASCII)
_COUNT = re.compile(r"0*[1-9][0-9]{0,8}", re.ASCII)
_KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.:-]*", re.ASCII)
_INTERVALS = frozenset({Spread.CI95, Spread.IQR, Spread.RANGE})
_DIGITS = 10  # more would only show how computers add


def read_points(
    dataset: Dataset, file: str, raw: bytes
) -> tuple[tuple[Point, ...], Document, list[Problem]]:
    """Read the numbers of a data set.

    Args:
        dataset: what is known of it already: its series, categories and axes.
        file: name for the messages.
        raw: the bytes as stored.

    Returns:
        The points, the file with the line of each point, and every fault.
    """
    rows, problems = read_table(file, raw)
    if not rows and not problems:
        problems = [Problem(file, 1, "has no rows", "add a row for each number")]
    read = [_Cells(file, row) for row in rows]
    points = tuple([_point(cells, dataset) for cells in read])
    problems += [problem for cells in read for problem in cells.problems]
    document = Document(file, None, {(at,): row.line for at, row in enumerate(rows)})
    return points, document, problems[:FAULTS_SHOWN]


def _point(cells: "_Cells", dataset: Dataset) -> Point:
    value = cells.number("value", required=True)
    spread = cells.spread()
    spread_value, low, high = _interval(cells, value, spread)
    return Point(
        series=cells.member("series", [series.id for series in dataset.series]),
        category=cells.member("category", [part.id for part in dataset.categories]),
        x=_x(cells, dataset),
        value=value or 0.0,
        n=cells.count("n"),
        spread=spread,
        spread_value=spread_value,
        low=low,
        high=high,
        reference=cells.key("reference"),
        source=cells.text("source"),
        note=cells.note(),
    )


def _x(cells: "_Cells", dataset: Dataset) -> float | None:
    if dataset.x is not None:
        return cells.number("x", required=True)
    if cells.text("x"):
        cells.fault("x", "has a value, but the data set has no x axis", "empty it, or describe `x`")
    return None


def _interval(
    cells: "_Cells", value: float | None, spread: Spread | None
) -> tuple[float | None, float | None, float | None]:
    """Return the spread as one number, and its two ends."""
    width, low, high = (cells.number(name) for name in ("spread_value", "low", "high"))
    if spread is None:
        if cells.text("spread"):
            return None, None, None  # no kind that anybody knows, which has been said
        mend = f"say in `spread` what it is: {', '.join(Spread)}"
        cells.must_be_empty(("spread_value", "low", "high"), "`spread` is empty", mend)
        return None, None, None
    if spread in _INTERVALS:
        mend = "empty it, for the two ends say it all"
        cells.must_be_empty(("spread_value",), f"`spread` is {spread}", mend)
        return None, *_ends(cells, value, spread, low, high)
    mend = "empty it, for it follows from `spread_value`"
    cells.must_be_empty(("low", "high"), f"`spread` is {spread}", mend)
    if width is None:
        cells.fault("spread_value", f"is empty, but `spread` is {spread}", "give the number")
        return None, None, None
    if width < 0:
        cells.fault("spread_value", "is below 0", "write it without a minus")
    middle = value or 0.0
    return width, round(middle - width, _DIGITS), round(middle + width, _DIGITS)


def _ends(
    cells: "_Cells", value: float | None, spread: Spread, low: float | None, high: float | None
) -> tuple[float | None, float | None]:
    """Return the two ends of an interval, which are in order and have the value between them."""
    if low is None or high is None:
        column = "low" if low is None else "high"
        cells.fault(column, f"is empty, but `spread` is {spread}", "give both ends")
    elif low > high:
        cells.fault("low", "is above `high`", "swap them")
    elif value is not None and spread is not Spread.IQR and not low <= value <= high:
        # A mean may lie outside the quartiles, but not outside its own confidence interval.
        cells.fault("value", "lies outside its own interval", "correct it, `low` or `high`")
    return low, high


class _Cells:
    """The cells of one row; what is wrong with them is noted, not raised."""

    def __init__(self, file: str, row: Row) -> None:
        self.problems: list[Problem] = []
        self._file = file
        self._row = row

    def fault(self, column: str, what: str, mend: str) -> None:
        """Note a fault in a cell."""
        line = self._row.line
        self.problems.append(
            Problem(self._file, line, f"row {line}, column `{column}`: {what}", mend)
        )

    def must_be_empty(self, columns: Collection[str], because: str, mend: str) -> None:
        """Note a fault in each of the cells that is not empty."""
        for column in columns:
            if self.text(column):
                self.fault(column, f"has a value, but {because}", mend)

    def text(self, column: str) -> str:
        """Return a cell as it is."""
        return self._row.cells[column]

    def number(self, column: str, *, required: bool = False) -> float | None:
        """Return a number, or None for an empty cell."""
        mend = "write digits with a decimal point, such as -1.5"
        if not required:
            mend += ", or leave the cell empty"
        return self._read(column, _NUMBER, float, "number", mend, required=required)

    def count(self, column: str) -> int | None:
        """Return how many were studied, or None for an empty cell."""
        mend = "write a whole number from 1, or leave the cell empty"
        return self._read(column, _COUNT, int, "whole number from 1", mend)

    def key(self, column: str) -> str:
        """Return a citation key."""
        mend = "write the key of a work in references.json"
        return self._read(column, _KEY, str, "citation key", mend, required=True) or ""

    def spread(self) -> Spread | None:
        """Return what the interval means, or None for an empty cell."""
        kinds = ", ".join(Spread)
        form = re.compile("|".join(Spread))
        return self._read("spread", form, Spread, "kind of spread", f"use one of: {kinds}")

    def member(self, column: str, known: Collection[str]) -> str:
        """Return an id that the data set knows, or nothing when it knows none."""
        cell = self.text(column)
        if cell in known or (not cell and not known):
            return cell
        what = f"`{shown(cell)}` is not described in datasets.yaml" if cell else "is empty"
        mend = f"use one of: {', '.join(known)}" if known else "empty it"
        self.fault(column, what, mend)
        return ""

    def note(self) -> Name | None:
        """Return what is noted of the number, or None."""
        nl, en = self.text("note_nl"), self.text("note_en")
        if bool(nl) != bool(en):
            self.fault("note_en" if nl else "note_nl", "is empty", "write the note twice, or never")
        return Name(nl, en) if nl and en else None

    def _read(
        self,
        column: str,
        form: re.Pattern[str],
        make: Callable[[str], T],
        kind: str,
        mend: str,
        *,
        required: bool = False,
    ) -> T | None:
        cell = self.text(column)
        if form.fullmatch(cell):
            return make(cell)
        if cell:
            self.fault(column, f"`{shown(cell)}` is no {kind}", mend)
        elif required:
            self.fault(column, "is empty", mend)
        return None
