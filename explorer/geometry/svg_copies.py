"""References that multiply: a drawing of a few lines that takes hours to paint.

Ten copies of a group with ten copies of a group, ten times over, are ten thousand million shapes,
and Qt would paint them all. So a copy may not hold a copy, and a pattern no pattern.
"""

import re
from collections.abc import Iterator
from typing import Final

from explorer.geometry.svg_content import local
from explorer.geometry.svg_safety import MAX_ELEMENTS, Element

_TILES: Final = frozenset({"pattern", "mask", "marker", "clipPath", "filter"})
_REFERENCE = re.compile(r"url\s*\(\s*['\"]?\s*#([^)'\"\s]*)")

Fault = tuple[int, str, str]
"""Line, what is wrong, how to mend it."""


def copy_faults(root: Element) -> Iterator[Fault]:
    """Say which references of a drawing would multiply its shapes.

    Args:
        root: a drawing that is no deeper and no larger than the safe reader allows.
    """
    survey = _Survey()
    survey.take(root, tile=None)
    total = 0
    for use in survey.uses:
        size, copies = survey.sizes.get(_target(use), (0, False))
        total += size
        if copies:
            yield use.line, "<use> copies another <use>", "copy the shape itself"
        if total > MAX_ELEMENTS:
            yield use.line, f"copies make more than {MAX_ELEMENTS} elements", "copy less"
            break
    for line, tag, name in survey.painted:
        if name in survey.tiles:
            what = f"a <{tag}> is painted with another one"
            yield line, what, "paint it with plain colours or gradients"


class _Survey:
    """What there is in a drawing, found in one pass.

    Attributes:
        sizes: by id, how many elements it holds, itself too, and whether a copy is among them.
        uses: the elements that copy.
        tiles: ids of patterns and the like.
        painted: line and tag of the pattern, and the id that something in it refers to.
    """

    def __init__(self) -> None:
        self.sizes: dict[str, tuple[int, bool]] = {}
        self.uses: list[Element] = []
        self.tiles: set[str] = set()
        self.painted: list[tuple[int, str, str]] = []

    def take(self, element: Element, tile: Element | None) -> tuple[int, bool]:
        """Take in an element and all in it; return its size and whether a copy is in it."""
        size, copies = 1, local(element.tag) == "use"
        if copies:
            self.uses.append(element)
        if element.tag in _TILES:
            tile = element
            self.tiles.add(element.attributes.get("id", ""))
        if tile is not None:
            for value in element.attributes.values():
                names = _REFERENCE.findall(value) if "(" in value else ()
                self.painted.extend((tile.line, tile.tag, name) for name in names)
        for child in element.children:
            inner_size, inner_copies = self.take(child, tile)
            size, copies = size + inner_size, copies or inner_copies
        if "id" in element.attributes:
            # Of two with one id, who knows which will be copied? Take the worse.
            name = element.attributes["id"]
            known = self.sizes.get(name, (0, False))
            self.sizes[name] = max(size, known[0]), copies or known[1]
        return size, copies


def _target(use: Element) -> str:
    references = (value for name, value in use.attributes.items() if local(name) == "href")
    return next(references, "").strip().removeprefix("#")
