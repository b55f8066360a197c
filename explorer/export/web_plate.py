"""A drawing as part of a web page: nothing in it runs, fetches, or meets the page's own names."""

import re
from collections.abc import Collection, Iterator
from typing import Final

from explorer.export.markup import Markup, join, tag
from explorer.geometry.svg_content import local
from explorer.geometry.svg_safety import Element

_DRAWN: Final = frozenset(
    {
        *("g", "defs", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "use"),
        *("linearGradient", "radialGradient", "stop", "pattern", "clipPath", "mask", "marker"),
        *("filter", "feGaussianBlur", "feOffset", "feBlend", "feColorMatrix", "feFlood"),
        *("feComposite", "feMerge", "feMergeNode"),
    }
)
_LEFT_OUT: Final = re.compile(r"on.*|data-.*|aria-.*|class|role|tabindex|lang|style|src|href")
_NAME: Final = re.compile(r"[A-Za-z][A-Za-z0-9-]*")
_REFERENCE: Final = re.compile(r"url\s*\(\s*['\"]?\s*#([^)'\"]*?)\s*['\"]?\s*\)")


def plate(root: Element, prefix: str, hidden: Collection[str] = ()) -> Markup:
    """Write what is drawn in a drawing.

    Args:
        root: a drawing that passed the safety checks.
        prefix: goes before every id in it.
        hidden: ids of groups that are left out.
    """
    return join(_written(child, prefix, hidden) for child in root.children)


def _written(element: Element, prefix: str, hidden: Collection[str]) -> Markup:
    name = "g" if element.tag == "a" else element.tag
    if name not in _DRAWN or element.attributes.get("id") in hidden:
        return Markup()
    inner = [_written(child, prefix, hidden) for child in element.children]
    return tag(name, *inner, **dict(_attributes(element, prefix)))


def _attributes(element: Element, prefix: str) -> Iterator[tuple[str, str]]:
    for name, value in element.attributes.items():
        if local(name) == "href":
            yield "href", f"#{prefix}{value.strip().removeprefix('#')}"
        elif name == "id":
            yield "id", f"{prefix}{value}"
        elif name == "style":
            # A page that allows no styles of unknown origin would not heed the attribute.
            for declaration in value.split(";"):
                key, _, said = (part.strip() for part in declaration.partition(":"))
                if said and _is_kept(key):
                    yield key, _renamed(said, prefix)
        elif _is_kept(name):
            yield name, _renamed(value, prefix)


def _is_kept(name: str) -> bool:
    return bool(_NAME.fullmatch(name)) and not _LEFT_OUT.fullmatch(name.lower())


def _renamed(value: str, prefix: str) -> str:
    return _REFERENCE.sub(lambda found: f"url(#{prefix}{found[1]})", value)
