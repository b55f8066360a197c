"""Where the labels of the picture go: leader lines that never overlap, at any window size.

Pure geometry in viewport pixels (x to the right, y down); painting is done elsewhere. The labels of
regions stand in a column on either side of the picture, each on the side that its anchor is nearer
to, spread as little as they must be (`label_columns`). The few that are in each other's way all the
same look for another place, and the labels of landmarks take what is left, or are left out.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from math import hypot
from typing import NamedTuple

from explorer.canvas.label_columns import choose_sides, fill_column
from explorer.canvas.label_geometry import (
    LabelRequest,
    Point,
    Rect,
    around,
    distance,
    line_meets_box,
    lines_cross,
)

__all__ = ["GAP", "MARGIN", "STUB", "LabelRequest", "PlacedLabel", "Scene", "place_labels"]

MARGIN = 16.0
"""Free strip between labels and the edge of the stage, px."""
GAP = 8.0
"""Least distance between two labels, and between a label and the picture, px."""
STUB = 16.0
"""Length of the horizontal start of a leader line, px."""
_STEP = 6.0
_FAR = 150.0
"""A landmark's label is at most this much higher or lower than its anchor, px."""
_CLEAR = 11.0
"""A leader line keeps this far from the anchors of other regions where it can, px."""
_ASIDE = 60.0
"""A label moves up or down at most this far for that, px."""
_MIDDLE = 0.12
"""Within this share of the picture's width from its middle, either side is near."""


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
        regions: outline of each region as one polygon or more, joined.
        top: strip at the top that stays free, px.
    """

    width: float
    height: float
    extent: Callable[[float, float], tuple[float, float] | None]
    regions: Mapping[str, Sequence[Point]]
    top: float = MARGIN


def place_labels(requests: Sequence[LabelRequest], scene: Scene) -> list[PlacedLabel]:
    """Give every region's label, and as many landmarks' labels as fit, a place."""
    room = _Room(requests, scene)
    room.place_regions([request for request in requests if request.is_region])
    landmarks = [request for request in requests if not request.is_region]
    for request in sorted(landmarks, key=lambda request: request.anchor[1]):
        room.place_landmark(request)
    return room.placed


class _Room:
    """The stage while it fills with labels."""

    def __init__(self, requests: Sequence[LabelRequest], scene: Scene) -> None:
        self.placed: list[PlacedLabel] = []
        self._scene = scene
        whole = scene.extent(0.0, scene.height)
        widest = max((request.width for request in requests), default=0.0)
        left = whole[0] - MARGIN - GAP if whole else widest
        right = scene.width - whole[1] - MARGIN - GAP if whole else widest
        # The columns of text are as wide as the room beside the picture, if that is needed.
        self._columns = (min(widest, max(left, 0.0)), min(widest, max(right, 0.0)))
        self._middle = (whole[0] + whole[1]) / 2 if whole else scene.width / 2
        self._near = _MIDDLE * ((whole[1] - whole[0]) if whole else scene.width)
        self._bottom = scene.height - MARGIN
        self._outlines = {
            key: (polygon, around(polygon)) for key, polygon in scene.regions.items() if polygon
        }

    def place_regions(self, regions: list[LabelRequest]) -> None:
        """Place the regions' labels, then move those that are in each other's way."""
        height = self._bottom - self._scene.top
        sides = choose_sides(regions, self._middle, self._near / 2, height, GAP)
        for on_left, requests in zip((True, False), sides, strict=True):
            column = self._columns[0 if on_left else 1]
            edge = MARGIN + column if on_left else self._scene.width - MARGIN - column
            elbow = edge + (GAP / 2 + STUB) * (1 if on_left else -1)
            span = (self._scene.top, self._bottom)
            for request, top in fill_column(requests, elbow, span, GAP, on_left=on_left):
                self.placed.append(self._label_at(request, top, on_left=on_left))
        by_id = {request.id: request for request in regions}
        if any(self._is_in_the_way(label) for label in self.placed):
            self._mend(by_id)
        self._turn_aside(by_id)

    def place_landmark(self, request: LabelRequest) -> None:
        """Place a landmark's label if there is a free place not far from it."""
        x, y = request.anchor
        sides = [x < self._middle]
        if abs(x - self._middle) < self._near:
            sides.append(not sides[0])
        ideal = y - request.height / 2
        for on_left in sides:
            for top in self._free_tops(request.height, ideal, on_left=on_left):
                label = self._label_at(request, top, on_left=on_left)
                if self._clears_all(label):
                    self.placed.append(label)
                    return

    def _mend(self, requests: Mapping[str, LabelRequest]) -> None:
        """Look for another place for each label that meets a leader line or a text."""
        for label in list(self.placed):
            if not self._is_in_the_way(label):
                continue
            self.placed.remove(label)
            options = self._options(requests[label.id])
            better = (other for other in options if not self._is_in_the_way(other))
            # On a very small stage a line may have to cross another: better that than no name.
            self.placed.append(next(better, label))

    def _turn_aside(self, requests: Mapping[str, LabelRequest]) -> None:
        """Move labels whose lines run through the anchor of another region, if that helps."""
        spots = [
            (request.id, point)
            for request in requests.values()
            for point in (request.anchor, request.twin)
            if point is not None
        ]
        steps = [
            way * _STEP * step for step in range(1, int(_ASIDE / _STEP) + 1) for way in (-1, 1)
        ]
        for at, label in enumerate(self.placed):
            if not _touches(label, spots):
                continue
            for step in steps:
                top = label.box.y + step
                if not self._scene.top <= top <= self._bottom - label.box.height:
                    continue
                moved = self._label_at(requests[label.id], top, on_left=label.on_left)
                if not _touches(moved, spots) and not self._is_in_the_way(moved):
                    self.placed[at] = moved
                    break

    def _options(self, request: LabelRequest) -> Iterator[PlacedLabel]:
        """Yield every place for a label, best first: near its anchor's height and side."""
        prefers_left = request.anchor[0] < self._middle
        ideal = request.anchor[1] - request.height / 2
        last = self._bottom - request.height
        count = int(max(last - self._scene.top, 0) / _STEP) + 1
        tops = [self._scene.top + _STEP * step for step in range(count)]
        tops.sort(key=lambda top: abs(top - ideal))
        for on_left in (prefers_left, not prefers_left):
            for top in tops:
                yield self._label_at(request, top, on_left=on_left)

    def _free_tops(self, height: float, ideal: float, *, on_left: bool) -> list[float]:
        """Return heights that no label of a column takes, the nearest to the ideal one first."""
        taken = sorted(
            (label.box.y, label.box.bottom) for label in self.placed if label.on_left is on_left
        )
        tops: list[float] = []
        start = self._scene.top
        for above, below in [*taken, (self._bottom + GAP, 0.0)]:
            last = above - GAP - height
            if last >= start:
                tops += {start, min(max(ideal, start), last), last}
            start = max(start, below + GAP)
        near = [top for top in tops if abs(top - ideal) <= _FAR]
        return sorted(near, key=lambda top: abs(top - ideal))

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
        leader = ((start, middle), (elbow, middle), request.end(on_left=on_left))
        return PlacedLabel(request.id, Rect(x, top, width, request.height), on_left, leader)

    def _is_in_the_way(self, label: PlacedLabel) -> bool:
        """Whether it comes too close to another label, or lines and texts meet."""
        return any(
            label.box.overlaps(other.box, GAP - 0.01)
            or lines_cross(label.leader, other.leader)
            or line_meets_box(label.leader, other.box)
            or line_meets_box(other.leader, label.box)
            for other in self.placed
            if other.id != label.id
        )

    def _clears_all(self, label: PlacedLabel) -> bool:
        """Whether it also keeps clear of the picture, and its line of what it does not name."""
        box = label.box
        extent = self._scene.extent(box.y - GAP / 2, box.bottom + GAP / 2)
        if extent is not None and not (
            box.right + GAP <= extent[0] if label.on_left else box.x - GAP >= extent[1]
        ):
            return False
        return not self._is_in_the_way(label) and not any(
            key != label.id
            and line_meets_box(label.leader, bounds)
            and lines_cross(label.leader, (*polygon, polygon[0]))
            for key, (polygon, bounds) in self._outlines.items()
        )


def _touches(label: PlacedLabel, spots: Sequence[tuple[str, Point]]) -> bool:
    """Whether its line runs through an anchor that is not its own, nor right beside its own."""
    _, elbow, end = label.leader
    return any(
        distance(spot, elbow, end) < _CLEAR
        for owner, spot in spots
        if owner != label.id and hypot(spot[0] - end[0], spot[1] - end[1]) > 1.5 * _CLEAR
    )
