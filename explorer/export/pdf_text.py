"""The words of a handout as rich text: which paragraphs a block has, and what each looks like."""

import unicodedata
from collections.abc import Iterable
from html import escape
from typing import NamedTuple

from explorer.export.sheet import (
    Block,
    CheckBlock,
    ClaimBlock,
    PictureBlock,
    PlotBlock,
    Sheet,
    SourceBlock,
    SourceLine,
    TeachBlock,
)
from explorer.export.wording import Wording


class Kind(NamedTuple):
    """How a paragraph looks: size and space above it in points, and its style sheet."""

    size: float
    above: float
    style: str


_INK, _SOFT, _ACCENT = "#1d2733", "#4d5864", "#0f6470"
KINDS = {
    "title": Kind(20, 0, f"color: {_INK}; font-weight: 600"),
    "head": Kind(9, 0, f"color: {_ACCENT}; font-weight: 600"),
    "big": Kind(11, 1, f"color: {_INK}; font-weight: 600"),
    "strong": Kind(10, 2, f"color: {_INK}; font-weight: 600"),
    "body": Kind(10, 1.5, f"color: {_INK}"),
    "soft": Kind(9, 1.5, f"color: {_SOFT}"),
    "small": Kind(8.5, 1.5, f"color: {_SOFT}"),
    "foot": Kind(7.5, 0, f"color: {_SOFT}"),
}
_LINK = f"color: {_ACCENT}; text-decoration: none"
_UNSEEN = ("Cc", "Cs")


def title_text(text: str) -> str:
    """Return a text without signs that nobody can see and no PDF can hold."""
    return "".join(" " if unicodedata.category(sign) in _UNSEEN else sign for sign in text)


def head(sheet: Sheet, words: Wording) -> str:
    """Write what stands above everything."""
    lines = [_p("title", sheet.title), _p("soft", words.month(sheet.date))]
    return "".join([*lines, *(_p("body", line) for line in sheet.note.split("\n"))])


def foot(sheet: Sheet, words: Wording, number: int, count: int) -> str:
    """Write what stands under a page."""
    made = words("export.made", date=words.month(sheet.date), pack=sheet.pack)
    page = words("export.page", n=number, all=count)
    return _p("foot", sheet.notice) + _p("foot", f"{made} · {page}")


def missing(sheet: Sheet, words: Wording) -> str:
    """Write what the pack has no longer."""
    return _p("head", words("export.missing")) + "".join(_p("soft", pin) for pin in sheet.missing)


def above_picture(block: PictureBlock | PlotBlock) -> str:
    """Write what a picture or a plot shows."""
    return _p("big", block.caption if isinstance(block, PictureBlock) else block.title)


def below_picture(block: PictureBlock | PlotBlock, words: Wording) -> str:
    """Write what must be kept in mind with a picture or a plot."""
    if isinstance(block, PictureBlock):
        return _p("soft", block.note)
    return _p("soft", words("export.caveat", text=block.caveat) if block.caveat else "")


def text_of(block: Block, words: Wording, *, is_next: bool = False) -> str:
    """Write a block without its picture.

    Args:
        block: of a sheet.
        words: interface texts.
        is_next: whether the block before it is of the same kind.
    """
    match block:
        case TeachBlock():
            first = "" if is_next else _p("head", words("export.again"))
            prompts = "".join(_p("body", prompt) for prompt in block.prompts)
            return first + _p("big", block.title) + prompts
        case ClaimBlock():
            return _claim(block, words)
        case CheckBlock():
            parts = (
                _p("head", words("export.kind.check")),
                _p("big", block.statement),
                _p("strong", words("export.verdict", verdict=block.verdict)),
                _p("body", block.answer),
                _sources(block.sources, words),
            )
            return "".join(parts)
        case SourceBlock():
            source = _raw("body", _line(block.source))
            return _p("head", words("export.kind.source")) + source + _p("soft", block.note)
        case PlotBlock() | PictureBlock():
            return above_picture(block) + below_picture(block, words)


def _claim(block: ClaimBlock, words: Wording) -> str:
    evidence = words("export.evidence", strength=block.strength, direction=block.direction)
    parts = (
        _p("head", block.where),
        _p("big", block.statement),
        _p("strong", evidence),
        _p("body", words("export.who", who=block.who)),
        _p("body", words("export.caveat", text=block.caveat) if block.caveat else ""),
        _sources(block.sources, words),
    )
    return "".join(parts)


def _sources(sources: Iterable[SourceLine], words: Wording) -> str:
    lines = "; ".join(_line(source) for source in sources)
    return _raw("small", f"{_safe(words('export.sources'))} {lines}") if lines else ""


def _line(source: SourceLine) -> str:
    text = _safe(source.text)
    if source.mark:
        text = f"<b>{_safe(source.mark)}:</b> {text}"
    if not source.identifier:
        return text
    number = _safe(source.identifier)
    if source.link:
        number = f'<a style="{_LINK}" href="{_safe(source.link)}">{number}</a>'
    return f"{text} {number}"


def _p(kind: str, content: str) -> str:
    """Write a paragraph; nothing for one without content."""
    return _raw(kind, _safe(content)) if content.strip() else ""


def _raw(kind: str, html: str) -> str:
    return f'<p class="{kind}">{html}</p>'


def _safe(text: str) -> str:
    return escape(title_text(text).replace(" · ", "\u00a0· "))
