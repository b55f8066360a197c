"""What a drawing from outside may not have in it, and how to mend it.

A diagram is still, whole in one file, and drawn the same by every program. What runs, moves,
fetches or hides its shape in a style sheet is refused by name.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Final

Fault = tuple[str, str]
"""What is wrong, and how to mend it."""

_INLINE = "draw the shape itself in this place"
_STILL = "take it out; a diagram stands still"
_PLAIN = "take it out; a diagram holds drawn shapes only"
_FORBIDDEN: Final[Mapping[str, str]] = {
    "script": "take it out; a diagram runs nothing",
    "handler": "take it out; a diagram runs nothing",
    "listener": "take it out; a diagram runs nothing",
    "foreignObject": "turn what is in it into paths",
    "symbol": _INLINE,
    "image": "trace the picture into paths, or take it out",
    "feImage": _PLAIN,
    "tref": _PLAIN,
    **dict.fromkeys(("iframe", "embed", "object", "video", "audio", "canvas", "link"), _PLAIN),
    **dict.fromkeys(
        ("animate", "animateColor", "animateMotion", "animateTransform", "set", "discard"), _STILL
    ),
}
_XHTML = "http://www.w3.org/1999/xhtml"
_XML_BASE = "{http://www.w3.org/XML/1998/namespace}base"
_EVENT = re.compile(r"on[a-zA-Z]+")
_ADDRESS = re.compile(r"url\s*\(\s*['\"]?\s*(?!\s|#)([^)]{0,40})", re.IGNORECASE)


def local(name: str) -> str:
    """Return an element's or attribute's name without its namespace."""
    return name.rpartition("}")[2]


def element_fault(tag: str, *, outermost: bool) -> Fault | None:
    """Say what is wrong with an element of this name, if anything.

    Args:
        tag: the name, with `{namespace}` in front unless it is SVG's.
        outermost: whether it is the first element of the file.
    """
    if outermost:
        if tag == "svg":
            return None
        return f"the first element is <{local(tag)}>, not <svg>", "save the drawing as plain SVG"
    if tag == "svg":
        return "there is an <svg> inside the <svg>", "ungroup it, so that one <svg> is left"
    if tag.startswith(f"{{{_XHTML}}}"):
        return f"<{local(tag)}> belongs to a web page", _PLAIN
    # Whatever namespace is claimed: another program may look at the bare name.
    mend = _FORBIDDEN.get(local(tag))
    return (f"<{local(tag)}> is not allowed", mend) if mend else None


def attribute_faults(attributes: Mapping[str, str]) -> Iterator[Fault]:
    """Say what is wrong with an element's attributes."""
    for name, value in attributes.items():
        # A drawing can have a hundred thousand attributes, so the usual ones must cost little.
        if name.startswith("on") and _EVENT.fullmatch(name):
            yield f"{name} runs a script", f"take the attribute {name} out"
        elif name.endswith(("href", "src", "base")):
            yield from _reference_faults(name, value)
        elif "(" in value or "\\" in value:
            yield from _value_faults(name, value)


def _reference_faults(name: str, value: str) -> Iterator[Fault]:
    bare = local(name)
    if name == _XML_BASE:
        yield "xml:base changes where references lead", "take the attribute xml:base out"
    elif bare in ("href", "src") and not value.strip().startswith("#"):
        yield (
            f'{bare}="{_short(value)}" leads out of the file',
            "take it out, or refer to a shape in this file as #name",
        )


def _value_faults(name: str, value: str) -> Iterator[Fault]:
    if name == "style" and "\\" in value:
        yield "style has a backslash in it", "write the style without escapes"
    outside = _ADDRESS.search(value)
    if outside and not name.startswith("{"):
        yield (
            f"{name} fetches url({_short(outside[1])})",
            "take it out, or refer to something in this file as url(#name)",
        )


def _short(value: str) -> str:
    plain = " ".join(value.split())
    return plain if len(plain) <= 40 else plain[:39] + "…"
