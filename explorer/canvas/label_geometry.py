"""What labels and leader lines are, and whether they meet: boxes, segments, crossings."""

from collections.abc import Sequence
from itertools import pairwise
from math import hypot
from typing import NamedTuple

Point = tuple[float, float]


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
        twin: the anchor in the other half of the picture, for what is drawn left and right; the
            leader line may end there just as well.
    """

    id: str
    anchor: Point
    width: float
    height: float
    is_region: bool
    twin: Point | None = None

    def end(self, *, on_left: bool) -> Point:
        """Return where the leader line of a label on one side of the picture ends."""
        if self.twin is None:
            return self.anchor
        return (min if on_left else max)(self.anchor, self.twin)


def around(points: Sequence[Point]) -> Rect:
    """Return the smallest box that holds all points."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def distance(point: Point, start: Point, end: Point) -> float:
    """Return how far a point is from a segment."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    square = dx * dx + dy * dy
    along = ((point[0] - start[0]) * dx + (point[1] - start[1]) * dy) / square if square else 0.0
    along = min(max(along, 0.0), 1.0)
    return hypot(start[0] + along * dx - point[0], start[1] + along * dy - point[1])


def line_meets_box(line: Sequence[Point], box: Rect) -> bool:
    """Whether a line of straight pieces touches a box."""
    left, top = box.x, box.y
    right, bottom = left + box.width, top + box.height
    for start, end in pairwise(line):
        if (start[0] < left and end[0] < left) or (start[0] > right and end[0] > right):
            continue
        if (start[1] < top and end[1] < top) or (start[1] > bottom and end[1] > bottom):
            continue
        if left <= end[0] <= right and top <= end[1] <= bottom:
            return True
        falling = ((left, top), (right, bottom))
        rising = ((left, bottom), (right, top))
        if _segments_cross(start, end, *falling) or _segments_cross(start, end, *rising):
            return True
    return False


def lines_cross(first: Sequence[Point], second: Sequence[Point]) -> bool:
    """Whether two lines of straight pieces meet."""
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
