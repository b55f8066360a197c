"""Labels and leader lines: at any size of the stage, for any picture, nothing overlaps.

The checks below are written anew, without the code that places the labels.
"""

from itertools import combinations, pairwise

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QPolygonF

from explorer.canvas.labels import GAP, MARGIN, LabelRequest, Scene, place_labels

REGIONS = 3


def box_of(label) -> QRectF:
    return QRectF(label.box.x, label.box.y, label.box.width, label.box.height)


def lines_of(label) -> list[QLineF]:
    return [QLineF(QPointF(*a), QPointF(*b)) for a, b in pairwise(label.leader)]


def cross(first: QLineF, second: QLineF) -> bool:
    kind, _ = first.intersects(second)
    return kind is QLineF.IntersectionType.BoundedIntersection


def sides(polygon: QPolygonF) -> list[QLineF]:
    points = [*polygon.toList(), polygon.first()]
    return [QLineF(a, b) for a, b in pairwise(points)]


def square(center, half) -> list[tuple[float, float]]:
    x, y = center
    return [(x - half, y - half), (x + half, y - half), (x + half, y + half), (x - half, y + half)]


def oval(width, height):
    """Return the extent of an oval picture that fills a stage as the brain does."""
    rx, ry = width * 0.375, height / 2 - 12

    def extent(top, bottom):
        nearest = min(max(height / 2, top), bottom)
        inside = 1 - ((nearest - height / 2) / ry) ** 2
        if inside <= 0:
            return None
        return width / 2 - rx * inside**0.5, width / 2 + rx * inside**0.5

    return extent


@st.composite
def stages(draw):
    """An oval picture on a stage, with anchors somewhere in it and labels of any length."""
    width = draw(st.integers(700, 2600))
    height = draw(st.integers(300, 1600))
    rx, ry = width * 0.375, height / 2 - 12
    middle = (width / 2, height / 2)
    share = st.floats(-0.65, 0.65)
    count = draw(st.integers(REGIONS, 15))
    requests, regions = [], {}
    for number in range(count):
        anchor = (middle[0] + rx * draw(share), middle[1] + ry * draw(share))
        is_region = number < REGIONS
        name = f"place{number}"
        long, high = (190, 34) if is_region else (170, 16)
        requests.append(
            LabelRequest(name, anchor, draw(st.integers(20, long)), float(high), is_region)
        )
        if is_region:
            regions[name] = square(anchor, draw(st.integers(6, 40)))
    for first, second in combinations(requests, 2):
        apart = QPointF(*first.anchor) - QPointF(*second.anchor)
        assume(apart.manhattanLength() > 12)
    return requests, Scene(width, height, oval(width, height), regions)


def check_labels_never_overlap_and_stay_on_the_stage(stage, placed):
    _, scene = stage
    for label in placed:
        box = box_of(label)
        assert QRectF(0, 0, scene.width, scene.height).contains(box), f"{label.id} leaves the stage"
        assert box.left() >= MARGIN or box.right() <= scene.width - MARGIN
    for first, second in combinations(placed, 2):
        grown = box_of(first).adjusted(-GAP, -GAP, GAP, GAP).adjusted(0.01, 0.01, -0.01, -0.01)
        assert not grown.intersects(box_of(second)), f"{first.id} is too close to {second.id}"


def check_leader_lines_never_cross(stage, placed):
    del stage
    for first, second in combinations(placed, 2):
        for one in lines_of(first):
            for other in lines_of(second):
                assert not cross(one, other), f"lines of {first.id} and {second.id} cross"
        for label, line_owner in ((first, second), (second, first)):
            polygon = QPolygonF(box_of(label))
            for line in lines_of(line_owner):
                assert not any(cross(line, side) for side in sides(polygon))


def check_every_region_has_its_label(stage, placed):
    del stage
    ids = [label.id for label in placed]
    assert len(ids) == len(set(ids))
    assert {f"place{number}" for number in range(REGIONS)} <= set(ids)


def check_landmarks_keep_clear_of_regions_and_of_the_picture(stage, placed):
    # Landmarks are only ever placed strictly, so nothing excuses them.
    _, scene = stage
    for label in placed:
        if label.id in scene.regions:
            continue
        for region_id, points in scene.regions.items():
            polygon = QPolygonF([QPointF(*point) for point in points])
            for line in lines_of(label):
                hit = any(cross(line, side) for side in sides(polygon))
                assert not hit, f"the line of {label.id} runs through {region_id}"
        extent = scene.extent(label.box.y, label.box.bottom)
        if extent is not None:
            box = box_of(label)
            assert box.right() <= extent[0] or box.left() >= extent[1]


def check_each_line_joins_its_label_to_its_anchor(stage, placed):
    requests, _ = stage
    anchors = {request.id: request.anchor for request in requests}
    for label in placed:
        start, elbow, end = label.leader
        assert end == anchors[label.id]
        assert start[1] == elbow[1] == pytest.approx(box_of(label).center().y())
        beside = box_of(label).right() if label.on_left else box_of(label).left()
        assert abs(start[0] - beside) <= GAP
        assert (elbow[0] > start[0]) is label.on_left, "the line sets off towards the picture"


@settings(max_examples=100, deadline=None)
@given(stages())
def test_labels_of_any_stage_are_in_order(stage):
    placed = place_labels(*stage)
    check_labels_never_overlap_and_stay_on_the_stage(stage, placed)
    check_leader_lines_never_cross(stage, placed)
    check_every_region_has_its_label(stage, placed)
    check_landmarks_keep_clear_of_regions_and_of_the_picture(stage, placed)
    check_each_line_joins_its_label_to_its_anchor(stage, placed)


CROWDS = [
    [((284.375, 270.75), 20), ((350.0, 150.0), 20), ((218.75, 270.75), 20)],
    [((350.0, 150.0), 20), ((185.9375, 132.75), 20), ((218.75, 115.5), 170)],
]


@pytest.mark.parametrize("crowd", CROWDS, ids=["in a row", "under a label"])
def test_crowded_regions_still_have_their_labels(crowd):
    requests = [
        LabelRequest(f"place{number}", anchor, width, 34.0, is_region=True)
        for number, (anchor, width) in enumerate(crowd)
    ]
    regions = {request.id: square(request.anchor, 6) for request in requests}
    stage = (requests, Scene(700, 300, oval(700, 300), regions))
    placed = place_labels(*stage)
    check_every_region_has_its_label(stage, placed)
    check_labels_never_overlap_and_stay_on_the_stage(stage, placed)


def wide_stage(extent=lambda top, bottom: (300.0, 900.0), regions=None):
    return Scene(1200, 700, extent, regions or {})


def test_where_strict_places_exist_regions_take_one_too():
    regions = {"left": square((400, 300), 30), "right": square((700, 310), 30)}
    requests = [
        LabelRequest(name, points[0], 100, 34, is_region=True) for name, points in regions.items()
    ]
    placed = place_labels(requests, wide_stage(regions=regions))
    assert {label.id: label.on_left for label in placed} == {"left": True, "right": False}
    for label in placed:
        others = [points for name, points in regions.items() if name != label.id]
        for points in others:
            polygon = QPolygonF([QPointF(*point) for point in points])
            assert not any(cross(line, s) for line in lines_of(label) for s in sides(polygon))


def test_a_label_lies_at_the_height_of_its_anchor_when_it_can():
    (label,) = place_labels([LabelRequest("a", (400, 300), 100, 34, is_region=True)], wide_stage())
    assert box_of(label).center().y() == pytest.approx(300, abs=4)


def test_a_landmark_without_room_is_left_out_but_a_region_is_not():
    full = wide_stage(extent=lambda top, bottom: (0.0, 1200.0))
    requests = [
        LabelRequest("landmark", (500, 300), 100, 16, is_region=False),
        LabelRequest("region", (600, 300), 100, 34, is_region=True),
    ]
    assert [label.id for label in place_labels(requests, full)] == ["region"]


def test_an_empty_stage_has_no_labels():
    assert place_labels([], wide_stage()) == []
    assert place_labels([], wide_stage(extent=lambda top, bottom: None)) == []


SIZES = [(640, 430), (900, 600), (1250, 800)]
PICTURE = (905, 755)
PLACES = {
    "mpfc": (123, 490),
    "pcc": (525, 231),
    "visual": (786, 374),
    "thalamus": (436, 384),
    "accumbens": (320, 452),
    "pituitary": (373, 573),
    "hippocampus": (464, 503),
    "amygdala": (392, 530),
    "hypothalamus": (394, 471),
    "raphe": (560, 588),
}
"""Ten regions that crowd in the middle, as those of the brain do, in units of the picture."""
LANDMARKS = [(150 + 55 * number, 140 + (number * 137) % 470) for number in range(12)]


def crowded(width, height, seed=0):
    """Return ten regions and twelve landmarks on a stage, the picture's middle, and its scale."""
    scale = min(0.6 * width / PICTURE[0], (height - 24) / PICTURE[1])
    left, top = (width - scale * PICTURE[0]) / 2, (height - scale * PICTURE[1]) / 2

    def shown(x, y):
        return left + scale * x, top + scale * y

    def extent(above, below):
        middle, rx, ry = shown(452, 377), scale * 440, scale * 360
        nearest = min(max(middle[1], above), below)
        inside = 1 - ((nearest - middle[1]) / ry) ** 2
        return None if inside <= 0 else (middle[0] - rx * inside**0.5, middle[0] + rx * inside**0.5)

    requests, regions = [], {}
    for number, (name, at) in enumerate(PLACES.items()):
        long = 60 + (number * 37 + seed * 29) % 75
        requests.append(LabelRequest(name, shown(*at), long, 32.0, is_region=True))
        regions[name] = square(shown(*at), scale * 22)
    requests += [
        LabelRequest(f"landmark{number}", shown(*at), 50 + number * 5, 15.0, is_region=False)
        for number, at in enumerate(LANDMARKS)
    ]
    return (requests, Scene(width, height, extent, regions)), shown(452, 377)[0], scale


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_ten_regions_and_twelve_landmarks_find_their_places(size, seed):
    stage, _, _ = crowded(*size, seed)
    placed = place_labels(*stage)
    assert set(PLACES) <= {label.id for label in placed}
    check_labels_never_overlap_and_stay_on_the_stage(stage, placed)
    check_leader_lines_never_cross(stage, placed)
    check_landmarks_keep_clear_of_regions_and_of_the_picture(stage, placed)
    check_each_line_joins_its_label_to_its_anchor(stage, placed)


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_labels_stand_on_the_nearer_side(size):
    stage, middle, scale = crowded(*size)
    near = 0.07 * scale * PICTURE[0]  # so close to the middle, both sides are near
    for label in place_labels(*stage):
        beyond = label.leader[2][0] - middle
        if abs(beyond) > near or label.id.startswith("landmark"):
            assert label.on_left is (beyond < 0) or abs(beyond) < 2 * near, label.id


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_lines_keep_clear_of_the_signs_of_other_regions(size):
    stage, _, _ = crowded(*size)
    anchors = {request.id: request.anchor for request in stage[0] if request.is_region}
    touched = []
    for label in place_labels(*stage):
        elbow, end = (QPointF(*point) for point in label.leader[1:])
        line = [QLineF(elbow, end).pointAt(step / 50) for step in range(51)]
        for name, anchor in anchors.items():
            sign = QPointF(*anchor)
            if name == label.id or QLineF(sign, end).length() < 20:
                continue
            if label.id in anchors and min(QLineF(sign, at).length() for at in line) < 6:
                touched.append((label.id, name))
    assert touched == []


def test_a_full_side_gives_labels_to_the_other():
    extent = wide_stage().extent
    requests = [
        LabelRequest(f"r{number}", (420 + number, 100 + 30 * number), 80, 34, is_region=True)
        for number in range(20)
    ]
    placed = place_labels(requests, wide_stage(extent))
    sides = [label.on_left for label in placed]
    assert 14 <= sides.count(True) < 20
    check_labels_never_overlap_and_stay_on_the_stage((requests, wide_stage()), placed)
    moved = [label.leader[2][0] for label in placed if not label.on_left]
    assert min(moved) >= max(label.leader[2][0] for label in placed if label.on_left)


def test_labels_move_no_further_than_they_must():
    requests = [
        LabelRequest(name, (400, y), 80, 34, is_region=True)
        for name, y in (("a", 300), ("b", 310), ("c", 600))
    ]
    middles = {
        label.id: box_of(label).center().y() for label in place_labels(requests, wide_stage())
    }
    assert middles["c"] == pytest.approx(600)
    assert middles["b"] - middles["a"] == pytest.approx(34 + GAP)
    assert middles["a"] + middles["b"] == pytest.approx(610), "both give way as much"


def test_what_has_an_anchor_on_both_sides_ends_at_the_one_beside_its_label():
    pairs = {name: ((400.0, y), (800.0, y)) for name, y in (("a", 200.0), ("b", 300.0))}
    requests = [
        LabelRequest(name, first, 80, 34, is_region=True, twin=second)
        for name, (first, second) in pairs.items()
    ]
    placed = place_labels(requests, wide_stage())
    assert {label.on_left for label in placed} == {True, False}, "they share the room"
    for label in placed:
        assert label.leader[2] == pairs[label.id][0 if label.on_left else 1]


def test_nothing_is_written_in_the_strip_at_the_top():
    scene = wide_stage()._replace(top=60.0)
    requests = [
        LabelRequest(f"r{number}", (400, 20 + number), 80, 34, is_region=number < 3)
        for number in range(6)
    ]
    assert all(label.box.y >= 60 for label in place_labels(requests, scene))


def test_on_a_stage_that_is_far_too_low_every_region_keeps_its_name():
    requests = [
        LabelRequest(f"r{number}", (400, 10.0 * number), 80, 34, is_region=True)
        for number in range(9)
    ]
    scene = Scene(700, 120, lambda top, bottom: (250.0, 450.0), {})
    placed = place_labels(requests, scene)
    assert len(placed) == 9
    for label in placed:
        assert QRectF(0, 0, 700, 120).contains(box_of(label))


def test_a_line_does_not_run_through_the_sign_of_another_region():
    requests = [
        LabelRequest("paired", (400, 300), 80, 34, is_region=True, twin=(800, 300)),
        LabelRequest("middle", (580, 302), 80, 34, is_region=True),
    ]
    placed = {label.id: label for label in place_labels(requests, wide_stage())}
    (_, elbow, end) = placed["middle"].leader
    assert placed["middle"].on_left
    line = QLineF(QPointF(*elbow), QPointF(*end))
    points = [line.pointAt(step / 100) for step in range(101)]
    assert min(QLineF(point, QPointF(400, 300)).length() for point in points) > 8
    check_leader_lines_never_cross((requests, wide_stage()), list(placed.values()))
