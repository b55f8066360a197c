"""JSON text to plain data with the line of every part."""

import json
import re
from collections.abc import Iterator

from explorer.domain.problem import Problem
from explorer.pack.document import DEPTH_LIMIT, Document, Path, decode, shown
from explorer.pack.located import resolve

_TOKEN = re.compile(r'"(?:[^"\\\n]|\\.)*"|[{}\[\],:]|[^\s{}\[\],:"]+|"')
_NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,17})(\.[0-9]{1,30})?([eE][-+]?[0-9]{1,3})?")


def read_json(file: str, raw: bytes) -> Document | list[Problem]:
    """Parse a JSON file.

    Args:
        file: name for the messages.
        raw: the bytes as stored.

    Returns:
        The document, or every fault that was found. Never raises, whatever the bytes are.
    """
    text = decode(file, raw)
    if isinstance(text, Problem):
        return [text]
    deep = _too_deep(file, text)
    if deep is not None:
        return [deep]
    try:
        data = json.loads(text, parse_int=resolve, parse_float=resolve, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        return [Problem(file, error.lineno, f"is not valid JSON ({error.msg})", "mend this line")]
    except (ValueError, RecursionError) as error:
        return [Problem(file, 1, f"is not valid JSON ({error})", "mend the number")]
    walk = _Walk(file)
    for line, token in _tokens(text):
        walk.take(line, token)
    return walk.problems or Document(file, data, walk.lines)


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is no number in JSON")


def _tokens(text: str) -> Iterator[tuple[int, str]]:
    line, at = 1, 0
    for match in _TOKEN.finditer(text):
        line += text.count("\n", at, match.start())
        at = match.start()
        yield line, match.group()


def _too_deep(file: str, text: str) -> Problem | None:
    """Find nesting that would exhaust the parser, before the parser sees it."""
    depth = 0
    for line, token in _tokens(text):
        if token == '"':  # never closed: not JSON from here on, and slow to scan
            return None
        depth += (token in "[{") - (token in "]}")
        if depth > DEPTH_LIMIT:
            what = f"is nested deeper than {DEPTH_LIMIT} levels"
            return Problem(file, line, what, "flatten this part")
    return None


class _Walk:
    """Follows the tokens of valid JSON and notes where each part begins."""

    def __init__(self, file: str) -> None:
        self.lines: dict[Path, int] = {(): 1}
        self.problems: list[Problem] = []
        self._file = file
        self._at: list[str | int] = []
        self._keys: list[set[str] | None] = []
        self._key_next = False

    def take(self, line: int, token: str) -> None:
        """Take the next token."""
        if token in "[{":
            self._value(line)
            self._keys.append(set() if token == "{" else None)
            self._at.append(-1)
            self._key_next = token == "{"
            if token == "[":
                self._at[-1] = 0
        elif token in "]}":
            self._keys.pop()
            self._at.pop()
            self._key_next = False
        elif token == ",":
            self._comma()
        elif token != ":":
            self._scalar(line, token)

    def _scalar(self, line: int, token: str) -> None:
        if token[0] == '"':
            value = json.loads(token)
            if not _is_text(value):
                self._fault(line, "holds half a character (a lone surrogate)", "remove it")
            if self._key_next:
                self._key(line, value)
                return
        elif token[0] in "-0123456789" and not _NUMBER.fullmatch(token):
            self._fault(line, "holds a number that is too long", "shorten the number")
        self._value(line)

    def _key(self, line: int, key: str) -> None:
        keys = self._keys[-1]
        if keys is None:
            return
        if key in keys:
            self._fault(line, f"has `{shown(key)}` twice", "keep one of the two")
        keys.add(key)
        self._at[-1] = key
        self._key_next = False
        self.lines.setdefault(tuple(self._at), line)

    def _value(self, line: int) -> None:
        self.lines.setdefault(tuple(self._at), line)

    def _comma(self) -> None:
        last = self._at[-1]
        if isinstance(last, int):
            self._at[-1] = last + 1
        else:
            self._key_next = True

    def _fault(self, line: int, what: str, mend: str) -> None:
        self.problems.append(Problem(self._file, line, what, mend))


def _is_text(value: str) -> bool:
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True
