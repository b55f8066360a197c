"""The file in which a person keeps a handout, `.handout.json`: written whole, read with care."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from enum import StrEnum
from pathlib import Path
from typing import Any, NoReturn, TypeVar

from explorer.domain.handout import Handout, Pin, PinKind, Sight, Tick
from explorer.domain.problem import Problem
from explorer.domain.vocabulary import Language, Lens, Level, Phase, Use
from explorer.state.whole_file import replace_file

ENDING = ".handout.json"
VERSION = 1
_FORMAT = "mdma-brain-explorer handout"
_MOST_BYTES = 1_000_000
_BETWEEN = " \t\r\n,:"
_Path = tuple[str | int, ...]
_Word = TypeVar("_Word", bound=StrEnum)


class FaultKind(StrEnum):
    """Sorts of faults, by what a person can do about them."""

    UNREADABLE = "unreadable"
    FOREIGN = "foreign"
    BROKEN = "broken"
    NEWER = "newer"
    PART = "part"


class HandoutFileError(Exception):
    """A file cannot be read as a handout.

    Attributes:
        problem: file, line, what is wrong and how to mend it.
        kind: which sort of fault it is, for telling it in the person's language.
        part: the part of the file that is wrong, or why it cannot be read; may be empty.
    """

    def __init__(self, problem: Problem, kind: FaultKind, part: str = "") -> None:
        super().__init__(str(problem))
        self.problem = problem
        self.kind = kind
        self.part = part


def write_handout(path: Path, handout: Handout) -> None:
    """Save a handout in one step.

    Raises:
        OSError: when the place cannot be written; an older file there is as it was.
    """
    replace_file(path, encode(handout).encode())


def read_handout(path: Path) -> Handout:
    """Open a handout.

    Raises:
        HandoutFileError: when the file cannot be read as one.
    """
    try:
        with path.open("rb") as file:
            raw = file.read(_MOST_BYTES + 1)
    except OSError as error:
        what = f"cannot be read ({error.strerror or error})"
        problem = Problem(str(path), 1, what, "check that the file is there and may be read")
        why = error.strerror or str(error)
        raise HandoutFileError(problem, FaultKind.UNREADABLE, why) from error
    return decode(raw, str(path))


def encode(handout: Handout) -> str:
    """Return the text of the file."""
    content = {
        "format": _FORMAT,
        "version": VERSION,
        "language": handout.language,
        "level": handout.level,
        "title": handout.title,
        "note": handout.note,
        "pins": [_pin_content(pin) for pin in handout.pins],
        "ticks": dict(handout.ticks),
    }
    return json.dumps(content, indent=1, ensure_ascii=False) + "\n"


def decode(raw: bytes, file: str) -> Handout:
    """Read the bytes of a file.

    Args:
        raw: the bytes.
        file: name for the message.

    Raises:
        HandoutFileError: when they are no handout.
    """
    return _Reader(raw, file).handout()


def _pin_content(pin: Pin) -> dict[str, Any]:
    content: dict[str, Any] = {"kind": pin.kind, "id": pin.id}
    if pin.sight is not None:
        content["sight"] = pin.sight._asdict()
    return content


class _Reader:
    """Checks the content as it reads it; the first fault ends it."""

    def __init__(self, raw: bytes, file: str) -> None:
        self._file = file
        self._text = ""
        if len(raw) > _MOST_BYTES:
            self._refuse_foreign("is too large to be a handout")
        try:
            self._text = raw.decode("utf-8-sig")
        except UnicodeDecodeError:
            self._refuse_foreign("is no text in UTF-8")

    def handout(self) -> Handout:
        """Return all of it."""
        content = self._content()
        if not isinstance(content, dict) or content.get("format") != _FORMAT:
            self._refuse_foreign("is no handout of this program")
        version = content.get("version")
        if type(version) is not int or version < 1:
            self._fault(("version",), "has no version that is a number from 1", "write 1 there")
        if version > VERSION:
            what = f"was saved by a newer version of the program (format {version})"
            self._fault(("version",), what, "update the program", FaultKind.NEWER)
        pins = self._list(content, "pins")
        ticks = content.get("ticks", {})
        if not isinstance(ticks, dict):
            self._fault(("ticks",), "has ticks that are no table", "write {} there")
        return Handout(
            self._word(Language, content, ("language",)),
            self._word(Level, content, ("level",)),
            self._string(content, ("title",), ""),
            self._string(content, ("note",), ""),
            tuple(dict.fromkeys(self._pin(pin, ("pins", at)) for at, pin in enumerate(pins))),
            tuple((topic, self._word(Tick, ticks, ("ticks", topic))) for topic in ticks),
        )

    def _content(self) -> Any:
        try:
            return json.loads(self._text, parse_constant=_no_constant)
        except json.JSONDecodeError as error:
            what = f"is not valid JSON ({error.msg})"
            mend = "mend this line, or use an earlier copy of the file"
            self._refuse(Problem(self._file, error.lineno, what, mend), FaultKind.BROKEN)
        except (ValueError, RecursionError) as error:
            what = f"is not valid JSON ({type(error).__name__})"
            mend = "use an earlier copy of the file"
            self._refuse(Problem(self._file, 1, what, mend), FaultKind.BROKEN)

    def _pin(self, content: Any, path: _Path) -> Pin:
        if not isinstance(content, dict):
            self._fault(path, "has a pin that is no table", "remove this pin")
        kind = self._word(PinKind, content, (*path, "kind"))
        pin_id = self._string(content, (*path, "id"))
        sight = content.get("sight")
        if kind is not PinKind.PICTURE:
            if sight is not None:
                self._fault((*path, "sight"), "has a sight that is not a picture's", "remove it")
            return Pin(kind, pin_id)
        if not isinstance(sight, dict):
            self._fault(path, "has a picture without its `sight`", "remove this pin")
        return Pin(kind, pin_id, self._sight(sight, (*path, "sight")))

    def _sight(self, content: dict[str, Any], path: _Path) -> Sight:
        plane = content.get("plane", 0)
        if type(plane) is not int or not 0 <= plane < 100:
            self._fault((*path, "plane"), "has no plane of that number", "write 0 there")
        mirrored = content.get("mirrored", False)
        if not isinstance(mirrored, bool):
            self._fault((*path, "mirrored"), "is neither true nor false", "write false there")
        has_region = content.get("region") is not None
        return Sight(
            self._string(content, (*path, "view")),
            plane,
            self._string(content, (*path, "region")) if has_region else None,
            self._word(Use, content, (*path, "use")),
            self._word(Phase, content, (*path, "phase")),
            self._word(Lens, content, (*path, "lens")),
            mirrored,
        )

    def _list(self, content: dict[str, Any], key: str) -> list[Any]:
        value = content.get(key, [])
        if not isinstance(value, list):
            self._fault((key,), f"has `{key}` that is no list", "write [] there")
        return value

    def _string(self, content: dict[str, Any], path: _Path, default: str | None = None) -> str:
        value = content.get(str(path[-1]), default)
        if not isinstance(value, str):
            self._fault(path, f"has no text as `{path[-1]}`", "write a text between quotes there")
        if any("\ud800" <= sign <= "\udfff" for sign in value):
            self._fault(path, f"holds half a character in `{path[-1]}`", "remove it")
        return value

    def _word(self, words: type[_Word], content: dict[str, Any], path: _Path) -> _Word:
        value = content.get(str(path[-1]))
        if not isinstance(value, str) or value not in list(words):
            allowed = ", ".join(words)
            self._fault(path, f"has no known word as `{path[-1]}`", f"write one of {allowed}")
        return words(value)

    def _fault(
        self, path: _Path, what: str, mend: str, kind: FaultKind = FaultKind.PART
    ) -> NoReturn:
        problem = Problem(self._file, _line(self._text, path), what, mend)
        self._refuse(problem, kind, ".".join(map(str, path)))

    def _refuse_foreign(self, what: str) -> NoReturn:
        mend = f"choose a file that ends in {ENDING}"
        self._refuse(Problem(self._file, 1, what, mend), FaultKind.FOREIGN)

    def _refuse(self, problem: Problem, kind: FaultKind, part: str = "") -> NoReturn:
        raise HandoutFileError(problem, kind, part)


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number in JSON")


def _line(text: str, path: _Path) -> int:
    """Return the line of a part of valid JSON; where it is missing, of what it should be in."""
    at = shown = _skip(text, 0)
    with suppress(RecursionError):  # nested so deeply that only the first look came through
        for step in path:
            inside = {key: (begin, value) for key, begin, value in _parts(text, at)}
            if step not in inside:
                break
            shown, at = inside[step]
    return text.count("\n", 0, shown) + 1


def _parts(text: str, at: int) -> Iterator[tuple[str | int, int, int]]:
    """Yield key or number of each part of a table or list, where it begins, and its value."""
    decode_from = json.JSONDecoder().raw_decode
    is_table = text[at] == "{"
    if not is_table and text[at] != "[":
        return
    number, at = 0, _skip(text, at + 1)
    while text[at] not in "]}":
        key: str | int = number
        begin = at
        if is_table:
            key, at = decode_from(text, at)
            at = _skip(text, at)
        yield key, begin, at
        at = _skip(text, decode_from(text, at)[1])
        number += 1


def _skip(text: str, at: int) -> int:
    while at < len(text) and text[at] in _BETWEEN:
        at += 1
    return at
