"""Outlines: exact bounds, inside and outside, polygons, and the plain form."""

import json
import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.geometry.box import Box
from explorer.geometry.cubic import at, extent, flattened, gap, halves, line, winding
from explorer.geometry.outline import FillRule, Outline, Part
from explorer.geometry.scan import Scan

calm = settings(deadline=None, max_examples=60)  # a busy machine is no fault
number = st.floats(-100, 100, width=16)
curve = st.tuples(*[number] * 8)
subpath = st.integers(1, 5).flatmap(lambda n: st.tuples(*[number] * (2 + 6 * n)))


def outline(*subpaths, rule=FillRule.NONZERO):
    return Outline.of((Part(rule, subpaths),))


def polygon(*points):
    """Return a subpath of straight lines."""
    found = list(points[0])
    for (x0, y0), (x1, y1) in pairwise(points):
        found += line(x0, y0, x1, y1)[2:]
    return tuple(found)


def square(x, y, size):
    return polygon((x, y), (x + size, y), (x + size, y + size), (x, y + size))


def sampled(points):
    return [(at(*points[0::2], i / 500), at(*points[1::2], i / 500)) for i in range(501)]


@calm
@given(number, number, number, number)
def test_extent_is_that_of_the_curve(p0, p1, p2, p3):
    low, high = extent(p0, p1, p2, p3)
    values = [at(p0, p1, p2, p3, i / 500) for i in range(501)]
    assert low - 1e-9 <= min(values) <= low + 0.01
    assert high - 0.01 <= max(values) <= high + 1e-9


@calm
@given(curve, number, number)
def test_gap_is_never_more_than_the_distance(points, x, y):
    nearest = min((px - x) ** 2 + (py - y) ** 2 for px, py in sampled(points)) ** 0.5
    assert gap(points, x, y) <= nearest + 1e-9


@calm
@given(curve)
def test_halves_meet_on_the_curve(points):
    first, second = halves(*points)
    assert first[6:] == second[:2]
    assert first[6:] == pytest.approx((at(*points[0::2], 0.5), at(*points[1::2], 0.5)), abs=1e-9)


@calm
@given(curve, st.sampled_from([0.01, 0.1, 5]))
def test_flattened_curve_stays_near_the_curve(points, tolerance):
    corners = [points[:2], *flattened(points, tolerance)]
    straight = Outline.of(
        tuple(
            Part(FillRule.NONZERO, ((x0, y0, *line(x0, y0, x1, y1)[2:]),))
            for (x0, y0), (x1, y1) in pairwise(corners)
        )
    )
    assert corners[-1] == points[6:]
    for x, y in sampled(points)[::25]:
        assert straight.distance(x, y) <= tolerance + 1e-6


@calm
@given(curve, number, number)
def test_winding_of_a_curve_and_of_its_halves_agree(points, x, y):
    first, second = halves(*points)
    away = min((px - x) ** 2 + (py - y) ** 2 for px, py in sampled(points)) > 1e-6
    if away:
        assert winding(points, x, y) == winding(first, x, y) + winding(second, x, y)


def test_point_beside_a_long_curve_is_told_apart():
    bow = outline((0.0, 0.0, 30.0, 90.0, 60.0, 90.0, 90.0, 0.0))
    middle = at(0, 90, 90, 0, 0.5)
    assert bow.contains(45, middle - 1e-9)
    assert not bow.contains(45, middle + 1e-9)
    assert bow.bounds == (0, 0, 90, middle)


@pytest.mark.parametrize(("rule", "inside"), [(FillRule.NONZERO, True), (FillRule.EVENODD, False)])
def test_rule_says_what_a_hole_is(rule, inside):
    assert outline(square(0, 0, 90), square(30, 30, 30), rule=rule).contains(45, 45) is inside


def test_parts_never_cut_holes_in_each_other():
    back = polygon((30, 30), (30, 60), (60, 60), (60, 30))
    parts = Part(FillRule.NONZERO, (square(0, 0, 90),)), Part(FillRule.NONZERO, (back,))
    assert Outline.of(parts).contains(45, 45)
    assert not outline(square(0, 0, 90), back).contains(45, 45)


def test_distance_is_signed_by_side():
    box = outline(square(0, 0, 90))
    assert box.distance_inside(45, 30) == pytest.approx(30)
    assert box.distance_inside(-30, 45) == pytest.approx(-30)
    assert box.distance(93, 94) == pytest.approx(5)


def test_pole_is_well_inside_a_shape_whose_middle_is_not():
    horseshoe = polygon((0, 0), (90, 0), (90, 20), (20, 20), (20, 70), (90, 70), (90, 90), (0, 90))
    shape = outline(horseshoe)
    assert not shape.contains(*shape.bounds.centre)
    assert shape.distance_inside(*shape.pole()) >= 9


@calm
@given(st.lists(subpath, min_size=1, max_size=3), st.sampled_from(FillRule))
def test_pole_is_inside_whatever_the_shape(subpaths, rule):
    shape = outline(*subpaths, rule=rule)
    if shape.distance_inside(*shape.pole()) <= 0:  # only where the grid found no cell
        width = min(shape.bounds.width, shape.bounds.height)
        assert all(
            shape.distance_inside(x, y) < max(width / 8, 1)
            for x in (shape.bounds.x + shape.bounds.width * i / 7 for i in range(8))
            for y in (shape.bounds.y + shape.bounds.height * i / 7 for i in range(8))
        )


@calm
@given(st.lists(subpath, min_size=1, max_size=3), st.sampled_from(FillRule), number, number)
def test_scan_answers_as_the_outline(subpaths, rule, x, y):
    shape = outline(*subpaths, rule=rule)
    assert Scan(shape).contains(x, y) == shape.contains(x, y)


@calm
@given(st.lists(subpath, min_size=1, max_size=3), st.sampled_from(FillRule))
def test_plain_form_comes_back_the_same(subpaths, rule):
    shape = outline(*subpaths, rule=rule)
    assert Outline.from_plain(json.loads(json.dumps(shape.to_plain()))) == shape


def test_plain_form_is_read_fast(record_property):
    shapes = [outline(tuple(float(n * i) for n in range(362))).to_plain() for i in range(1, 11)]
    times = []
    for _ in range(20):
        start = time.perf_counter()
        for plain in shapes:
            Outline.from_plain(plain)
        times.append(time.perf_counter() - start)
    record_property("ms_for_ten_outlines", min(times) * 1000)
    assert min(times) < 1e-3


def test_polygon_has_a_ring_for_each_subpath():
    rings = outline(square(0, 0, 90), square(30, 30, 30)).polygon(0.1)
    assert [len(ring) for ring in rings] == [4, 4]


def test_box_meets_and_holds_its_edge():
    box = Box.between(1, 2, 4, 6)
    assert box == (1, 2, 3, 4)
    assert box.holds(4, 6)
    assert not box.holds(4.01, 6)
    assert box.meets(Box(4, 6, 1, 1))
    assert not box.meets(Box(4.01, 6, 1, 1))
    assert box.centre == (2.5, 4)
    assert Box.around([box, Box(0, 0, 1, 1)]) == (0, 0, 4, 6)
