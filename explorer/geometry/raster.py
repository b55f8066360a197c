"""A shape as rows of bits, for questions that need its whole area rather than one point.

Each row of cells is one Python integer, so that shapes are joined, cut and shrunk a row at a time.
A cell belongs to a shape when the cell's centre does.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Protocol, Self

from explorer.geometry.box import Box, Point

Mask = list[int]
"""One integer for each row of cells from the top; bit 0 is the leftmost cell."""

_FLATNESS = 8  # curves are flattened to an eighth of a cell
_FEWEST_CELLS = 16


class _Part(Protocol):
    @property
    def rule(self) -> str: ...
    def rings(self, tolerance: float) -> list[list[tuple[float, float]]]: ...


class _Shape(Protocol):
    @property
    def parts(self) -> Sequence[_Part]: ...


@dataclass(frozen=True, slots=True)
class Raster:
    """A grid of equal cells over a box.

    Attributes:
        box: what the grid covers, in units.
        columns: number of cells from left to right.
        rows: number of cells from top to bottom.
    """

    box: Box
    columns: int
    rows: int

    @classmethod
    def over(cls, box: Box, cells: int) -> Self:
        """Return a grid with `cells` cells along the longer side, and never fewer than 16."""
        longer = max(box.width, box.height) or 1.0
        return cls(
            box,
            max(_FEWEST_CELLS, round(cells * box.width / longer)),
            max(_FEWEST_CELLS, round(cells * box.height / longer)),
        )

    @property
    def cell(self) -> tuple[float, float]:
        """Return width and height of a cell, in units."""
        return self.box.width / self.columns, self.box.height / self.rows

    def centre(self, column: int, row: int) -> Point:
        """Return the centre of a cell, in units."""
        width, height = self.cell
        return Point(self.box.x + (column + 0.5) * width, self.box.y + (row + 0.5) * height)

    def cell_at(self, point: Point) -> tuple[int, int]:
        """Return column and row of the cell that holds a point of the box."""
        width, height = self.cell
        column, row = int((point.x - self.box.x) / width), int((point.y - self.box.y) / height)
        return min(column, self.columns - 1), min(row, self.rows - 1)

    def mask(self, shape: _Shape) -> Mask:
        """Return the cells of a shape. A box without area gives no cells."""
        rows = [0] * self.rows
        if not (self.box.width and self.box.height):
            return rows
        tolerance = min(self.cell) / _FLATNESS
        for part in shape.parts:
            evenodd = part.rule == "evenodd"
            for row, crossings in enumerate(self._crossings(part.rings(tolerance))):
                rows[row] |= self._spans(crossings, evenodd=evenodd)
        return rows

    def _crossings(
        self, rings: Iterable[list[tuple[float, float]]]
    ) -> list[list[tuple[float, int]]]:
        """Return for each row where the rings cross its middle, and whether downwards (1)."""
        _, height = self.cell
        rows: list[list[tuple[float, int]]] = [[] for _ in range(self.rows)]
        for ring in rings:
            x0, y0 = ring[-1]
            for x1, y1 in ring:
                if y0 != y1:
                    low, high, down = (y0, y1, 1) if y0 < y1 else (y1, y0, -1)
                    first = max(0, ceil((low - self.box.y) / height - 0.5))
                    end = min(self.rows, ceil((high - self.box.y) / height - 0.5))
                    slope = (x1 - x0) / (y1 - y0)
                    for row in range(first, end):
                        middle = self.box.y + (row + 0.5) * height
                        rows[row].append((x0 + (middle - y0) * slope, down))
                x0, y0 = x1, y1
        return rows

    def _spans(self, crossings: list[tuple[float, int]], *, evenodd: bool) -> int:
        """Return the cells of one row that lie between the crossings."""
        width, _ = self.cell
        bits = turns = 0
        start = 0
        for x, down in sorted(crossings):
            column = min(self.columns, max(0, ceil((x - self.box.x) / width - 0.5)))
            inside = turns % 2 if evenodd else turns
            if inside:
                bits |= (1 << column) - (1 << start)
            turns += down
            start = column
        return bits


def peeled(mask: Mask) -> list[Mask]:
    """Return the mask and what is left of it each time a layer is taken off, while any is.

    Returns:
        The mask itself first, its deepest cells last; nothing for an empty mask.
    """
    layers = []
    while any(mask):
        layers.append(mask)
        mask = shrunk(mask, diagonal=len(layers) % 2 == 0)
    return layers


def from_the_middle(mask: Mask) -> list[tuple[int, int]]:
    """Return column and row of each cell, the one nearest to the middle of all cells first."""
    cells = list(set_cells(mask))
    x = sum(column for column, _ in cells) / len(cells) if cells else 0.0
    y = sum(row for _, row in cells) / len(cells) if cells else 0.0
    # The cell itself is in the key, so that the same mask gives the same order everywhere.
    return sorted(cells, key=lambda cell: ((cell[0] - x) ** 2 + (cell[1] - y) ** 2, cell))


def shrunk(mask: Mask, *, diagonal: bool) -> Mask:
    """Take one layer of cells off a mask; what lies outside the grid counts as empty.

    Args:
        mask: the cells.
        diagonal: whether a cell that misses only a diagonal neighbour goes too. Taking turns makes
            the layers near enough round.
    """
    thin = [row & (row << 1) & (row >> 1) for row in mask]
    beside = thin if diagonal else mask
    above, below = [0, *beside[:-1]], [*beside[1:], 0]
    return [up & row & down for up, row, down in zip(above, thin, below, strict=True)]


def set_cells(mask: Mask) -> Iterator[tuple[int, int]]:
    """Yield column and row of each cell in a mask, row by row."""
    for row, bits in enumerate(mask):
        left = bits
        while left:
            lowest = left & -left
            yield lowest.bit_length() - 1, row
            left ^= lowest
