"""Plain data that remembers on which line each part stands."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from explorer.domain.problem import Problem

Path = tuple[str | int, ...]
"""Keys and list positions that lead to a value, from the top of the file."""

DEPTH_LIMIT = 50
"""Levels of nesting that a file may have; the deepest that a pack needs is seven."""

_SHOWN = 80

T_co = TypeVar("T_co", covariant=True)
U = TypeVar("U")


class WrittenInt(int):
    """An integer that knows how it was written, for fields that hold text (`version: 1`)."""

    written: str


class WrittenFloat(float):
    """A number that knows how it was written, for fields that hold text (`version: 1.0`)."""

    written: str


def shown(text: object) -> str:
    """Return an author's word in a form that is safe on one line of a terminal."""
    word = str(text)
    short = word if len(word) <= _SHOWN else f"{word[:_SHOWN]}…"
    return "".join(letter if letter.isprintable() else "?" for letter in short)


def as_written(value: Any) -> Any:
    """Return a number as the text that the author wrote; anything else unchanged."""
    return value.written if isinstance(value, WrittenInt | WrittenFloat) else value


@dataclass(frozen=True, slots=True)
class Document:
    """One file, parsed.

    Attributes:
        file: name inside the pack.
        data: dicts, lists and scalars; dicts have text keys only.
        lines: 1-based line of each path; for a value in a dict, the line of its key.
    """

    file: str
    data: Any
    lines: Mapping[Path, int] = field(repr=False)

    def line(self, path: Path) -> int:
        """Return the line of a path, or of the nearest thing around it that the file has."""
        for end in range(len(path), -1, -1):
            if path[:end] in self.lines:
                return self.lines[path[:end]]
        return 1

    def problem(self, path: Path, what: str, mend: str) -> Problem:
        """Return a fault at a path."""
        return Problem(self.file, self.line(path), what, mend)


@dataclass(frozen=True, slots=True)
class Placed(Generic[T_co]):
    """A checked value, and where it came from."""

    value: T_co
    document: Document
    path: Path

    def problem(self, *path: str | int, what: str, mend: str) -> Problem:
        """Return a fault at a field of this value; `path` starts at the value itself."""
        return self.document.problem((*self.path, *path), what, mend)

    def replaced(self, value: U) -> "Placed[U]":
        """Return another value at the same place."""
        return Placed(value, self.document, self.path)


def decode(file: str, raw: bytes) -> str | Problem:
    """Return a file's text, or the fault that makes it no UTF-8 text."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return Problem(file, line, "is not UTF-8 text", "save the file as UTF-8")
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        return Problem(file, line, "holds a NUL byte", "remove it, or save the file as UTF-8")
    return text
