"""The ids in a drawing, so that groups can be shown and hidden by name."""

from collections.abc import Iterator

from explorer.geometry.svg_safety import Element, read_safe

_GROUPS = frozenset({"g", "a"})


def group_ids(data: bytes, file: str) -> frozenset[str]:
    """Return the id of every group of a drawing.

    Raises:
        SvgError: the drawing is unsafe.
    """
    return frozenset(_ids(read_safe(data, file)))


def _ids(element: Element) -> Iterator[str]:
    if element.tag in _GROUPS and "id" in element.attributes:
        yield element.attributes["id"]
    for child in element.children:
        yield from _ids(child)
