"""Which shape lies under a point."""

from collections.abc import Iterable, Mapping
from math import ceil, sqrt

from explorer.geometry.box import Box
from explorer.geometry.outline import Outline
from explorer.geometry.scan import Scan

_CELLS_PER_SHAPE = 2
_MOST_ACROSS = 512


class HitIndex:
    """Finds the topmost shape at a point, about as fast among ten thousand as among ten.

    A grid of cells over all shapes holds for each cell the shapes whose bounds reach it, topmost
    first; the few that are left are asked exactly.

    Args:
        shapes: outlines by id, in the order of painting: a later one lies on top.
    """

    def __init__(self, shapes: Mapping[str, Outline]) -> None:
        self._shapes = dict(shapes)
        self._ids = tuple(self._shapes)
        self._outlines = tuple(self._shapes.values())
        self._scans: list[Scan | None] = [None] * len(self._ids)  # made when first asked
        self._bounds = Box.around(o.bounds for o in self._outlines) if shapes else Box(0, 0, 0, 0)
        self._columns = self._rows = 1
        if self._bounds.width and self._bounds.height:
            cells = _CELLS_PER_SHAPE * len(self._ids)
            aspect = self._bounds.width / self._bounds.height
            self._columns = min(_MOST_ACROSS, max(1, ceil(sqrt(cells * aspect))))
            self._rows = min(_MOST_ACROSS, max(1, ceil(sqrt(cells / aspect))))
        self._per_x = self._columns / self._bounds.width if self._bounds.width else 0.0
        self._per_y = self._rows / self._bounds.height if self._bounds.height else 0.0
        self._cells: list[list[int]] = [[] for _ in range(self._columns * self._rows)]
        for place in reversed(range(len(self._ids))):
            for cell in self._cells_of(self._outlines[place].bounds):
                self._cells[cell].append(place)

    @property
    def shapes(self) -> Mapping[str, Outline]:
        """Return the outlines by id, in the order of painting."""
        return self._shapes

    def at(self, x: float, y: float, radius: float = 0.0) -> str | None:
        """Return the id of the topmost shape at a point.

        Args:
            x: of the point, in units of the diagram.
            y: of the point.
            radius: if no shape contains the point, the nearest one that is at most this far away
                is taken, so that a small target is easy to hit; in units.

        Returns:
            The id, or None when there is nothing.
        """
        if self._bounds.holds(x, y):
            column = min(self._columns - 1, int((x - self._bounds.x) * self._per_x))
            row = min(self._rows - 1, int((y - self._bounds.y) * self._per_y))
            cell = row * self._columns + column
            for place in self._cells[cell]:
                if (self._scans[place] or self._scan(place)).contains(x, y):
                    return self._ids[place]
        return self._nearest(x, y, radius) if radius > 0 else None

    def above(self, name: str) -> list[Outline]:
        """Return the outlines painted after a shape whose bounds meet its own.

        Raises:
            KeyError: there is no shape of this id.
        """
        bounds = self._shapes[name].bounds
        place = self._ids.index(name)
        later = {
            other for cell in self._cells_of(bounds) for other in self._cells[cell] if other > place
        }
        found = (self._outlines[other] for other in sorted(later))
        return [outline for outline in found if outline.bounds.meets(bounds)]

    def _scan(self, place: int) -> Scan:
        scan = self._scans[place] = Scan(self._outlines[place])
        return scan

    def _nearest(self, x: float, y: float, radius: float) -> str | None:
        around = Box(x - radius, y - radius, 2 * radius, 2 * radius)
        if not self._bounds.meets(around):
            return None
        near = {place for cell in self._cells_of(around) for place in self._cells[cell]}
        distances = (
            (self._outlines[place].distance(x, y), -place)
            for place in near
            if self._outlines[place].bounds.meets(around)
        )
        distance, place = min(distances, default=(radius + 1, 0))
        return self._ids[-place] if distance <= radius else None

    def _cells_of(self, box: Box) -> Iterable[int]:
        """Yield the numbers of the cells that a box reaches."""
        left = max(0, int((box.x - self._bounds.x) * self._per_x))
        right = min(self._columns - 1, int((box.right - self._bounds.x) * self._per_x))
        top = max(0, int((box.y - self._bounds.y) * self._per_y))
        bottom = min(self._rows - 1, int((box.bottom - self._bounds.y) * self._per_y))
        # Bounds that end on the grid's last edge can come out one cell too far.
        left, top = min(left, self._columns - 1), min(top, self._rows - 1)
        for row in range(top, bottom + 1):
            yield from range(row * self._columns + left, row * self._columns + right + 1)
