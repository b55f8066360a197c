"""Writing HTML and SVG so that no text of a pack or a person can become markup."""

import re
from collections.abc import Iterable, Iterator
from html import escape

_EMPTY = frozenset({"br", "circle", "input", "line", "path", "rect", "stop", "use"})
"""Elements that are written without an end when there is nothing in them."""

_NO_TEXT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""What HTML has no room for, or UTF-8 no form."""


class Markup(str):
    """Text that is markup already; every other string is escaped."""

    __slots__ = ()


def tag(name: str, /, *content: str | None, **attributes: str | bool | None) -> Markup:
    """Write an element.

    Args:
        name: of the element.
        content: what is in it; plain strings are escaped, None is left out.
        attributes: by name; an underscore stands for a hyphen, and one at the end for nothing
            (`class_`). None and False leave an attribute out, True writes it without a value.
    """
    words = [name]
    for key, value in attributes.items():
        if value is None or value is False:
            continue
        plain = key.rstrip("_").replace("_", "-")
        words.append(plain if value is True else f'{plain}="{_escaped(value)}"')
    inner = join(content)
    if not inner and name in _EMPTY:
        return Markup(f"<{' '.join(words)}/>")
    return Markup(f"<{' '.join(words)}>{inner}</{name}>")


def join(parts: Iterable[str | None]) -> Markup:
    """Put parts one after the other; plain strings are escaped, None is left out."""
    return Markup(
        "".join(
            part if isinstance(part, Markup) else _escaped(part)
            for part in parts
            if part is not None
        )
    )


def _escaped(text: str) -> str:
    return escape(_NO_TEXT.sub("\ufffd", text))


def paragraphs(text: str) -> Markup:
    """Write a person's text: an empty line parts paragraphs, a line end stays one."""
    blocks = [block.strip() for block in text.replace("\r\n", "\n").split("\n\n")]
    return join(tag("p", *_lines(block)) for block in blocks if block)


def _lines(block: str) -> Iterator[str]:
    for at, line in enumerate(block.split("\n")):
        if at:
            yield tag("br")
        yield line
