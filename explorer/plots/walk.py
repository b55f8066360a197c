"""Walking from mark to mark with the arrow keys."""

from PySide6.QtCore import Qt

from explorer.plots.content import PlotContent

_FORTH = (Qt.Key.Key_Right, Qt.Key.Key_Down)
_BACK = (Qt.Key.Key_Left, Qt.Key.Key_Up)


def order(content: PlotContent) -> list[int]:
    """Return the positions of the marks as a reader meets them.

    In rows: from the top. On a number axis: one series after the other, each from the left.
    """
    marks = content.marks

    def place(at: int) -> tuple[float, float]:
        mark = marks[at]
        if mark.x is not None:
            return mark.series, mark.x
        return mark.row or 0, mark.series

    return sorted(range(len(marks)), key=place)


def step(content: PlotContent, at: int, key: int) -> int | None:
    """Return the mark that a key leads to, or None when the key leads nowhere.

    Args:
        content: what is plotted.
        at: where the person is, or -1.
        key: a key of Qt.
    """
    places = order(content)
    if not places:
        return None
    ends = {Qt.Key.Key_Home: places[0], Qt.Key.Key_End: places[-1]}
    if key in ends:
        return ends[Qt.Key(key)]
    if key not in (*_FORTH, *_BACK):
        return None
    if at < 0:
        return places[0]
    if content.x is not None and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
        return _beside(content, at, forth=key == Qt.Key.Key_Down)
    here = places.index(at) + (1 if key in _FORTH else -1)
    return places[min(max(here, 0), len(places) - 1)]


def _beside(content: PlotContent, at: int, *, forth: bool) -> int:
    """Return the mark of the next series that is nearest on the x axis."""
    here = content.marks[at]
    others = sorted({mark.series for mark in content.marks})
    place = others.index(here.series) + (1 if forth else -1)
    series = others[min(max(place, 0), len(others) - 1)]
    if series == here.series:
        return at
    found = [number for number, mark in enumerate(content.marks) if mark.series == series]
    return min(found, key=lambda number: abs((content.marks[number].x or 0) - (here.x or 0)))
