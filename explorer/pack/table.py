"""A CSV file to rows of cells, each with its line; the numbers of one data set."""

import csv
import difflib
import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from explorer.domain.problem import Problem
from explorer.pack.document import decode, shown

COLUMNS = (
    "series", "category", "x", "value", "n", "spread", "spread_value", "low", "high",
    "reference", "source", "note_nl", "note_en",
)  # fmt: skip
"""What the first line of the file names, in any order."""

FAULTS_SHOWN = 50
"""Faults of one file that are told; whoever has more has one cause for all of them."""

_NO_BREAK = re.compile("[\u00a0\u2009\u202f]")
_OTHER_SEPARATORS = {";": "semicolons", "\t": "tabs", "|": "bars"}


class Row(NamedTuple):
    """One row: its line in the file, and its cells by column, without the space around them."""

    line: int
    cells: Mapping[str, str]


def read_table(file: str, raw: bytes) -> tuple[list[Row], list[Problem]]:
    """Read a CSV file.

    Args:
        file: name for the messages.
        raw: the bytes as stored; the mark that Excel writes before UTF-8 is read past.

    Returns:
        The rows that could be read, and every fault. Never raises, whatever the bytes are.
    """
    text = decode(file, raw)
    if isinstance(text, Problem):
        return [], [text]
    lines = _lines(text)
    header = next(lines, None)
    if header is None:
        return [], [Problem(file, 1, "is empty", f"write the columns: {','.join(COLUMNS)}")]
    columns, problems = _header(file, *header)
    rows: list[Row] = []
    for line, written in lines if not problems else ():
        cells = _cells(written)
        fault = _fault(line, cells, len(columns))
        if fault is not None:
            problems.append(Problem(file, line, *fault))
        elif cells is not None:
            rows.append(Row(line, dict(zip(columns, cells, strict=True))))
    return rows, problems


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Return each line that is not blank, with its number."""
    for at, line in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), 1):
        if line.strip():
            yield at, line


def _cells(line: str) -> list[str] | None:
    """Return the cells of a line, or None when its quotes do not close.

    A cell never goes on in the next line, so that one forgotten quote does not swallow the rest.
    """
    try:
        (cells,) = csv.reader([line], strict=True)
    except (csv.Error, ValueError):
        return None
    return [cell.strip() for cell in cells]


def _header(file: str, line: int, written: str) -> tuple[list[str], list[Problem]]:
    columns = _cells(written) or []
    if len(columns) < 2:
        for separator, name in _OTHER_SEPARATORS.items():
            if separator in written:
                mend = "save it with commas between the cells, and points in decimal numbers"
                return [], [Problem(file, line, f"has {name} between its cells", mend)]
    problems = [
        Problem(file, line, f"row {line}: unknown column `{shown(column)}`", _mend(column))
        for column in columns
        if column not in COLUMNS
    ]
    missing = [column for column in COLUMNS if column not in columns]
    if missing:
        what = f"row {line}: the columns lack {', '.join(f'`{name}`' for name in missing)}"
        problems.append(Problem(file, line, what, f"let the first line be: {','.join(COLUMNS)}"))
    if len(set(columns)) < len(columns):
        what = f"row {line}: a column is named twice"
        problems.append(Problem(file, line, what, "remove one of the two"))
    return columns, problems[:FAULTS_SHOWN]


def _mend(column: str) -> str:
    close = difflib.get_close_matches(column[:80], COLUMNS, n=1)
    return f"did you mean `{close[0]}`?" if close else f"use only: {', '.join(COLUMNS)}"


def _fault(line: int, cells: list[str] | None, columns: int) -> tuple[str, str] | None:
    """Return what is wrong with a row as a whole, and how to mend it."""
    if cells is None:
        return f"row {line}: a quote is not closed", 'write " around the whole cell'
    if len(cells) != columns:
        what = f"row {line}: has {len(cells)} cells, not {columns}"
        return what, 'count the commas, and put a text with a comma in "quotes"'
    for at, cell in enumerate(cells, 1):
        if not _NO_BREAK.sub("", cell).isprintable():
            return f"row {line}, column {at}: holds a character that cannot be shown", "remove it"
    return None
