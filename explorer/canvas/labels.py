"""Where the labels of the picture go: leader lines that never overlap, at any window size.

Pure geometry in viewport pixels (x to the right, y down); painting is done elsewhere. Each label
takes the cheapest free place beside the picture. Labels of regions are placed first and always get
a place; labels of landmarks are left out when there is no room for them.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import hypot

Point = tuple[float, float]

MARGIN = 16.0
"""Free strip between labels and the edge of the stage, px."""
GAP = 8.0
"""Least distance between two labels, and between a label and the picture, px."""
STUB = 16.0
"""Length of the horizontal start of a leader line, px."""
_STEP = 6.0
_OTHER_SIDE = 140.0


@dataclass(frozen=True, slots=True)
class Rect:
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
            self.x < other.right + gap
            and other.x < self.right + gap
            and self.y < other.bottom + gap
            and other.y < self.bottom + gap
        )


@dataclass(frozen=True, slots=True)
class LabelRequest:
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


@dataclass(frozen=True, slots=True)
class PlacedLabel:
    """A label in its place. `leader` runs from the text to the anchor."""

    id: str
    box: Rect
    on_left: bool
    leader: tuple[Point, Point, Point]


@dataclass(frozen=True, slots=True)
class Scene:
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


def place_labels(requests: Sequence[LabelRequest], scene: Scene) -> list[PlacedLabel]:
    """Give every region's label, and as many landmarks' labels as fit, a place."""
    placed: list[PlacedLabel] = []
    columns = _column_widths(requests, scene)
    ordered = sorted(requests, key=lambda request: (not request.is_region, request.anchor[1]))
    for request in ordered:
        label = _first_free(request, scene, placed, columns, strict=True)
        if label is None and request.is_region:
            label = _first_free(request, scene, placed, columns, strict=False)
        if label is not None:
            placed.append(label)
    return placed


def _column_widths(requests: Sequence[LabelRequest], scene: Scene) -> tuple[float, float]:
    """Return the widths of the left and right column of text: the room beside the picture."""
    extent = scene.extent(0.0, scene.height)
    widest = max((request.width for request in requests), default=0.0)
    if extent is None:
        return widest, widest
    left = extent[0] - MARGIN - GAP
    right = scene.width - extent[1] - MARGIN - GAP
    return min(widest, max(left, 0.0)), min(widest, max(right, 0.0))


def _first_free(
    request: LabelRequest,
    scene: Scene,
    placed: Sequence[PlacedLabel],
    columns: tuple[float, float],
    *,
    strict: bool,
) -> PlacedLabel | None:
    for label in _candidates(request, scene, columns):
        if _is_free(label, request, scene, placed, strict=strict):
            return label
    return None


def _candidates(
    request: LabelRequest, scene: Scene, columns: tuple[float, float]
) -> Iterator[PlacedLabel]:
    """Yield places from the best to the worst: near the anchor's height, on the nearer side."""
    extent = scene.extent(0.0, scene.height)
    middle = (extent[0] + extent[1]) / 2 if extent else scene.width / 2
    prefers_left = request.anchor[0] < middle
    last = scene.height - MARGIN - request.height
    ideal = request.anchor[1] - request.height / 2
    tops = [MARGIN + _STEP * step for step in range(int(max(last - MARGIN, 0.0) / _STEP) + 1)]
    options = [
        (abs(top - ideal) + (0.0 if on_left == prefers_left else _OTHER_SIDE), top, on_left)
        for top in tops
        for on_left in (True, False)
    ]
    for _, top, on_left in sorted(options):
        yield _label_at(request, scene, columns, top, on_left=on_left)


def _label_at(
    request: LabelRequest,
    scene: Scene,
    columns: tuple[float, float],
    top: float,
    *,
    on_left: bool,
) -> PlacedLabel:
    """Return the label at a height: its text ends at the column's edge, or starts at the margin."""
    width = request.width
    middle = top + request.height / 2
    if on_left:
        x = MARGIN + max(columns[0] - width, 0.0)
        start = x + width + GAP / 2
        elbow = start + STUB
    else:
        x = scene.width - MARGIN - max(columns[1], width)
        start = x - GAP / 2
        elbow = start - STUB
    return PlacedLabel(
        request.id,
        Rect(x, top, width, request.height),
        on_left,
        ((start, middle), (elbow, middle), request.anchor),
    )


def _is_free(
    label: PlacedLabel,
    request: LabelRequest,
    scene: Scene,
    placed: Sequence[PlacedLabel],
    *,
    strict: bool,
) -> bool:
    box = label.box
    if strict and not _clears_picture(label, scene):
        return False
    for other in placed:
        if box.overlaps(other.box, GAP) or _lines_cross(label.leader, other.leader):
            return False
        if _line_meets_box(label.leader, other.box) or _line_meets_box(other.leader, box):
            return False
    if not strict:
        return True
    return not any(
        region_id != request.id and _line_meets_polygon(label.leader, polygon)
        for region_id, polygon in scene.regions.items()
    )


def _clears_picture(label: PlacedLabel, scene: Scene) -> bool:
    box = label.box
    extent = scene.extent(box.y - GAP / 2, box.bottom + GAP / 2)
    if extent is None:
        return True
    return box.right + GAP <= extent[0] if label.on_left else box.x - GAP >= extent[1]


def _line_meets_polygon(line: Sequence[Point], polygon: Sequence[Point]) -> bool:
    if not polygon:
        return False
    left = min(x for x, _ in polygon)
    right = max(x for x, _ in polygon)
    top = min(y for _, y in polygon)
    bottom = max(y for _, y in polygon)
    around = Rect(left, top, right - left, bottom - top)
    if not _line_meets_box(line, around):
        return False
    edges = list(pairwise([*polygon, polygon[0]]))
    return any(_segments_cross(start, end, a, b) for start, end in pairwise(line) for a, b in edges)


def _line_meets_box(line: Sequence[Point], box: Rect) -> bool:
    corners = (
        (box.x, box.y),
        (box.right, box.y),
        (box.right, box.bottom),
        (box.x, box.bottom),
        (box.x, box.y),
    )
    for start, end in pairwise(line):
        if max(start[0], end[0]) < box.x or min(start[0], end[0]) > box.right:
            continue
        if max(start[1], end[1]) < box.y or min(start[1], end[1]) > box.bottom:
            continue
        if box.x <= end[0] <= box.right and box.y <= end[1] <= box.bottom:
            return True
        if any(_segments_cross(start, end, a, b) for a, b in pairwise(corners)):
            return True
    return False


def _lines_cross(first: Sequence[Point], second: Sequence[Point]) -> bool:
    return any(_segments_cross(a, b, c, d) for a, b in pairwise(first) for c, d in pairwise(second))


def _segments_cross(a: Point, b: Point, c: Point, d: Point) -> bool:
    """Whether the segments a-b and c-d have a point in common."""
    d1, d2 = _side(a, b, c), _side(a, b, d)
    d3, d4 = _side(c, d, a), _side(c, d, b)
    if d1 * d2 < 0 and d3 * d4 < 0:
        return True
    return any(
        value == 0 and _between(p, q, point)
        for value, p, q, point in ((d1, a, b, c), (d2, a, b, d), (d3, c, d, a), (d4, c, d, b))
    )


def _side(a: Point, b: Point, point: Point) -> float:
    return (b[0] - a[0]) * (point[1] - a[1]) - (b[1] - a[1]) * (point[0] - a[0])


def _between(a: Point, b: Point, point: Point) -> bool:
    return (
        hypot(point[0] - a[0], point[1] - a[1]) + hypot(point[0] - b[0], point[1] - b[1])
        <= hypot(b[0] - a[0], b[1] - a[1]) + 1e-9
    )
