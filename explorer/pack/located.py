"""YAML text to plain data with the line of every part, for a strict and small subset of YAML.

PyYAML's own loaders follow YAML 1.1, where `no` is false and `2026-11-21` a date. This one reads
parser events and resolves only what the YAML 1.2 core schema does. Events come one by one, so a
hostile file is dropped at its first level too deep, without recursion.
"""

import re
from collections.abc import Iterator
from typing import Any

from explorer.domain.problem import Problem
from explorer.pack.document import (
    DEPTH_LIMIT,
    Document,
    Path,
    WrittenFloat,
    WrittenInt,
    decode,
    shown,
)

_INT = re.compile(r"[-+]?[0-9]{1,18}")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]{1,3})?")
_WORDS = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True,
    "false": False, "False": False, "FALSE": False,
}  # fmt: skip
_TAGS = frozenset(
    f"tag:yaml.org,2002:{name}" for name in ("str", "int", "float", "bool", "null", "map", "seq")
)


class _StopError(Exception):
    """The file cannot be read any further."""


def read_yaml(file: str, raw: bytes) -> Document | list[Problem]:
    """Parse a YAML file.

    Args:
        file: name for the messages.
        raw: the bytes as stored.

    Returns:
        The document, or every fault that was found. Never raises, whatever the bytes are.
    """
    text = decode(file, raw)
    if isinstance(text, Problem):
        return [text]
    build = _Build(file)
    try:
        for event in _events(text):
            build.take(event)
    except _StopError:
        pass
    except Exception as error:  # PyYAML has several roots of errors; all mean: not YAML
        build.problems.append(_syntax(file, text, error))
    if build.problems:
        return build.problems
    return Document(file, build.root, build.lines)


def _events(text: str) -> Iterator[Any]:
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.parse(text, Loader=loader)


def _syntax(file: str, text: str, error: Exception) -> Problem:
    """Turn PyYAML's complaint into one fault."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    said = str(getattr(error, "problem", None) or getattr(error, "reason", None) or error)
    if mark is not None:
        line = mark.line + 1
    else:
        position = getattr(error, "position", 0)
        line = text.encode()[: max(position, 0)].count(b"\n") + 1
    said = " ".join(said.split())
    return Problem(
        file,
        line,
        f"is not valid YAML ({shown(said)})",
        "look for a missing quote, colon or indent here",
    )


class _Build:
    """Puts events together. One frame on the stack per open list or dict."""

    def __init__(self, file: str) -> None:
        self.root: Any = None
        self.lines: dict[Path, int] = {(): 1}
        self.problems: list[Problem] = []
        self._file = file
        self._stack: list[_Frame] = []
        self._documents = 0

    def take(self, event: Any) -> None:
        """Take the next event."""
        kind = type(event).__name__
        line = event.start_mark.line + 1
        if kind == "DocumentStartEvent":
            self._documents += 1
            if self._documents > 1:
                self._fault(line, "holds a second YAML document", "remove this line: ---")
                raise _StopError
        elif kind == "AliasEvent":
            self._fault(
                line, f"uses the alias *{shown(event.anchor)}", "write the value out in full"
            )
            self._put(None, line)
        elif kind in {"SequenceEndEvent", "MappingEndEvent"}:
            self._stack.pop()
        elif kind in {"ScalarEvent", "SequenceStartEvent", "MappingStartEvent"}:
            self._node(kind, event, line)

    def _node(self, kind: str, event: Any, line: int) -> None:
        if event.anchor:
            self._fault(line, f"uses the anchor &{shown(event.anchor)}", "remove the anchor")
        if event.tag is not None and event.tag not in _TAGS and event.tag != "!":
            self._fault(line, f"uses the tag {shown(event.tag)}", "remove the tag")
        if kind == "ScalarEvent":
            self._scalar(event, line)
        else:
            self._open([] if kind == "SequenceStartEvent" else {}, line)

    def _scalar(self, event: Any, line: int) -> None:
        frame = self._stack[-1] if self._stack else None
        if frame is not None and frame.wants_key:
            self._key(frame, event.value, line)
        else:
            is_text = not event.implicit[0] or event.tag is not None
            self._put(event.value if is_text else resolve(event.value), line)

    def _key(self, frame: "_Frame", key: str, line: int) -> None:
        if key in frame.value:
            self._fault(line, f"has `{shown(key)}` twice", "keep one of the two")
        frame.key = key
        self.lines.setdefault((*frame.path, key), line)

    def _open(self, value: Any, line: int) -> None:
        if self._stack and self._stack[-1].wants_key:
            self._fault(line, "has a list or a mapping as a key", "use a word as the key")
            raise _StopError
        if len(self._stack) >= DEPTH_LIMIT:
            self._fault(line, f"is nested deeper than {DEPTH_LIMIT} levels", "flatten this part")
            raise _StopError
        self._stack.append(_Frame(value, self._put(value, line)))

    def _put(self, value: Any, line: int) -> Path:
        """Store a value where the file has it; return its path."""
        if not self._stack:
            self.root = value
            return ()
        frame = self._stack[-1]
        if isinstance(frame.value, list):
            path = (*frame.path, len(frame.value))
            frame.value.append(value)
            self.lines[path] = line
            return path
        key, frame.key = frame.key, None
        if key is None:  # an alias where a key should be; already reported
            raise _StopError
        frame.value[key] = value
        return (*frame.path, key)

    def _fault(self, line: int, what: str, mend: str) -> None:
        self.problems.append(Problem(self._file, line, what, mend))


class _Frame:
    """An open list or dict; for a dict, the key that waits for its value."""

    __slots__ = ("key", "path", "value")

    def __init__(self, value: Any, path: Path) -> None:
        self.value = value
        self.path = path
        self.key: str | None = None

    @property
    def wants_key(self) -> bool:
        return isinstance(self.value, dict) and self.key is None


def resolve(text: str) -> Any:
    """Return what an unquoted scalar means: a number, true, false, null, or the text itself."""
    if text in _WORDS:
        return _WORDS[text]
    number: WrittenInt | WrittenFloat
    if _INT.fullmatch(text):
        number = WrittenInt(text)
    elif _FLOAT.fullmatch(text):
        number = WrittenFloat(text)
    else:
        return text
    number.written = text
    return number
