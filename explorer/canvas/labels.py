"""Where the labels of the picture go: leader lines that never overlap, at any window size.

Pure geometry in viewport pixels (x to the right, y down); painting is done elsewhere. Each label
takes the cheapest free place beside the picture. Labels of regions are placed first and always get
a place; labels of landmarks are left out when there is no room for them.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import IntEnum
from itertools import islice, pairwise, permutations
from typing import NamedTuple

Point = tuple[float, float]

MARGIN = 16.0
"""Free strip between labels and the edge of the stage, px."""
GAP = 8.0
"""Least distance between two labels, and between a label and the picture, px."""
STUB = 16.0
"""Length of the horizontal start of a leader line, px."""
_STEP = 6.0
_OTHER_SIDE = 140.0
_MOST_ORDERS = 24


class Rect(NamedTuple):
    """An axis-aligned box in px."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Lower edge."""
        return self.y + self.height

    def overlaps(self, other: "Rect", gap: float = 0.0) -> bool:
        """Whether the two boxes come closer than `gap`."""
        return (
            self.x < other.x + other.width + gap
            and other.x < self.x + self.width + gap
            and self.y < other.y + other.height + gap
            and other.y < self.y + self.height + gap
        )


class LabelRequest(NamedTuple):
    """A label that wants a place.

    Attributes:
        id: region or landmark.
        anchor: the point inside the shape at which the leader line ends.
        width: width of the text, px.
        height: height of the text, px.
        is_region: regions come first and are never left out.
    """

    id: str
    anchor: Point
    width: float
    height: float
    is_region: bool


class PlacedLabel(NamedTuple):
    """A label in its place. `leader` runs from the text to the anchor."""

    id: str
    box: Rect
    on_left: bool
    leader: tuple[Point, Point, Point]


class Scene(NamedTuple):
    """What labels have to keep clear of.

    Attributes:
        width: width of the stage, px.
        height: height of the stage, px.
        extent: gives the left and right edge of the picture between two heights, or None.
        regions: outline of each region as a polygon.
    """

    width: float
    height: float
    extent: Callable[[float, float], tuple[float, float] | None]
    regions: Mapping[str, Sequence[Point]]


class _Care(IntEnum):
    """How much a place has to keep clear of."""

    ALL = 2
    """The picture, regions it does not name, other labels and their leader lines."""
    LABELS = 1
    """Other labels and their leader lines; it may lie on the picture."""
    TEXT = 0
    """Only the text of other labels."""


def place_labels(requests: Sequence[LabelRequest], scene: Scene) -> list[PlacedLabel]:
    """Give every region's label, and as many landmarks' labels as fit, a place."""
    by_height = sorted(requests, key=lambda request: request.anchor[1])
    regions = [request for request in by_height if request.is_region]
    room = _Room(requests, scene)
    for order in islice(permutations(regions), _MOST_ORDERS):
        room.placed = []
        if all(
            room.place(request, _Care.ALL) or room.place(request, _Care.LABELS) for request in order
        ):
            break
    else:  # a very small stage: better a leader line that crosses another than no name
        room.placed = []
        for request in regions:
            any(room.place(request, care) for care in reversed(_Care))
    for request in by_height:
        if not request.is_region:
            room.place(request, _Care.ALL)
    return room.placed


class _Room:
    """The stage while it fills with labels."""

    def __init__(self, requests: Sequence[LabelRequest], scene: Scene) -> None:
        self.placed: list[PlacedLabel] = []
        self._scene = scene
        rows = int(scene.height / _STEP) + 1
        self._rows = [scene.extent(row * _STEP, (row + 1) * _STEP) for row in range(rows)]
        self._extents: dict[tuple[int, int], tuple[float, float] | None] = {}
        widest = max((request.width for request in requests), default=0.0)
        whole = self._extent(0.0, scene.height)
        left = whole[0] - MARGIN - GAP if whole else widest
        right = scene.width - whole[1] - MARGIN - GAP if whole else widest
        # The columns of text are as wide as the room beside the picture, if that is needed.
        self._columns = (min(widest, max(left, 0.0)), min(widest, max(right, 0.0)))
        self._middle = (whole[0] + whole[1]) / 2 if whole else scene.width / 2
        self._outlines = {
            key: (polygon, _around(polygon)) for key, polygon in scene.regions.items() if polygon
        }

    def place(self, request: LabelRequest, care: _Care) -> bool:
        """Put a label at the best free place. Returns whether there is one."""
        columns: dict[bool, list[Rect]] = {True: [], False: []}
        for other in self.placed:
            columns[other.on_left].append(other.box)
        for top, on_left in self._options(request):
            bottom = top + request.height + GAP
            # Most heights are taken by a label of the same column; this is how to see it at once.
            if any(top < box.y + box.height + GAP and box.y < bottom for box in columns[on_left]):
                continue
            label = self._label_at(request, top, on_left=on_left)
            if self._is_free(label, care):
                self.placed.append(label)
                return True
        return False

    def _is_free(self, label: PlacedLabel, care: _Care) -> bool:
        if care is _Care.ALL and not self._clears_picture(label):
            return False
        if any(label.box.overlaps(other.box, GAP) for other in self.placed):
            return False
        if care is _Care.TEXT:
            return True
        return not self._meets_leader(label) and not (
            care is _Care.ALL and self._meets_region(label)
        )

    def _options(self, request: LabelRequest) -> Iterator[tuple[float, bool]]:
        """Yield heights and sides, best first: near the anchor's height, on the nearer side."""
        prefers_left = request.anchor[0] < self._middle
        last = self._scene.height - MARGIN - request.height
        ideal = request.anchor[1] - request.height / 2
        tops = [MARGIN + _STEP * step for step in range(int(max(last - MARGIN, 0) / _STEP) + 1)]
        options = [(abs(top - ideal), top, prefers_left) for top in tops]
        options += [(cost + _OTHER_SIDE, top, not prefers_left) for cost, top, _ in options]
        options.sort()
        return ((top, on_left) for _, top, on_left in options)

    def _label_at(self, request: LabelRequest, top: float, *, on_left: bool) -> PlacedLabel:
        """Return the label at a height: its text ends at the column's edge, or at the margin."""
        width = request.width
        middle = top + request.height / 2
        if on_left:
            x = MARGIN + max(self._columns[0] - width, 0.0)
            start = x + width + GAP / 2
            elbow = start + STUB
        else:
            x = self._scene.width - MARGIN - max(self._columns[1], width)
            start = x - GAP / 2
            elbow = start - STUB
        leader = ((start, middle), (elbow, middle), request.anchor)
        return PlacedLabel(request.id, Rect(x, top, width, request.height), on_left, leader)

    def _clears_picture(self, label: PlacedLabel) -> bool:
        box = label.box
        extent = self._extent(box.y - GAP / 2, box.bottom + GAP / 2)
        if extent is None:
            return True
        return box.right + GAP <= extent[0] if label.on_left else box.x - GAP >= extent[1]

    def _meets_leader(self, label: PlacedLabel) -> bool:
        return any(
            _lines_cross(label.leader, other.leader)
            or _line_meets_box(label.leader, other.box)
            or _line_meets_box(other.leader, label.box)
            for other in self.placed
        )

    def _meets_region(self, label: PlacedLabel) -> bool:
        return any(
            key != label.id
            and _line_meets_box(label.leader, around)
            and _lines_cross(label.leader, (*polygon, polygon[0]))
            for key, (polygon, around) in self._outlines.items()
        )

    def _extent(self, top: float, bottom: float) -> tuple[float, float] | None:
        between = (max(int(top / _STEP), 0), int(bottom / _STEP) + 1)
        if between not in self._extents:
            rows = [row for row in self._rows[slice(*between)] if row is not None]
            self._extents[between] = (
                (min(left for left, _ in rows), max(right for _, right in rows)) if rows else None
            )
        return self._extents[between]


def _around(points: Sequence[Point]) -> Rect:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def _line_meets_box(line: Sequence[Point], box: Rect) -> bool:
    left, top, right, bottom = box.x, box.y, box.right, box.bottom
    for start, end in pairwise(line):
        if max(start[0], end[0]) < left or min(start[0], end[0]) > right:
            continue
        if max(start[1], end[1]) < top or min(start[1], end[1]) > bottom:
            continue
        if left <= end[0] <= right and top <= end[1] <= bottom:
            return True
        falling = ((left, top), (right, bottom))
        rising = ((left, bottom), (right, top))
        if _segments_cross(start, end, *falling) or _segments_cross(start, end, *rising):
            return True
    return False


def _lines_cross(first: Sequence[Point], second: Sequence[Point]) -> bool:
    for a, b in pairwise(first):
        left, right = (a[0], b[0]) if a[0] < b[0] else (b[0], a[0])
        top, bottom = (a[1], b[1]) if a[1] < b[1] else (b[1], a[1])
        for c, d in pairwise(second):
            # Most segments are far from each other, and this is the cheapest way to see it.
            if (c[0] < left and d[0] < left) or (c[0] > right and d[0] > right):
                continue
            if (c[1] < top and d[1] < top) or (c[1] > bottom and d[1] > bottom):
                continue
            if _segments_cross(a, b, c, d):
                return True
    return False


def _segments_cross(a: Point, b: Point, c: Point, d: Point) -> bool:
    """Whether the segments a-b and c-d meet, given that the boxes around them do."""
    ux, uy = b[0] - a[0], b[1] - a[1]
    vx, vy = d[0] - c[0], d[1] - c[1]
    c_side = ux * (c[1] - a[1]) - uy * (c[0] - a[0])
    d_side = ux * (d[1] - a[1]) - uy * (d[0] - a[0])
    a_side = vx * (a[1] - c[1]) - vy * (a[0] - c[0])
    b_side = vx * (b[1] - c[1]) - vy * (b[0] - c[0])
    return c_side * d_side <= 0 and a_side * b_side <= 0
