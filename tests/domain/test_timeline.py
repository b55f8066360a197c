"""The line of time: where moments lie on it, when a span holds, and how spans are stacked."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.domain.timeline import (
    FIRST_HOUR,
    LAST_HOUR,
    MARKS,
    Span,
    hour_at,
    hours_of,
    lanes,
    place_of,
)
from explorer.domain.vocabulary import Effect, Strength

HOURS = st.floats(FIRST_HOUR, LAST_HOUR)


def span(start, end, claim="one"):
    return Span(claim, Effect.INCREASE, Strength.LIMITED, start, end)


SPANS = st.lists(
    st.tuples(HOURS, HOURS).map(lambda ends: span(min(ends), max(ends))), min_size=1, max_size=12
)


@given(HOURS)
def test_a_place_and_its_hour_belong_together(hour):
    assert hour_at(place_of(hour)) == pytest.approx(hour)


@given(HOURS, HOURS)
def test_later_is_further_to_the_right(first, second):
    assert (place_of(first) < place_of(second)) == (first < second) or first == pytest.approx(
        second
    )


def test_every_factor_of_ten_is_as_wide():
    steps = [place_of(10**power) for power in range(4)]
    widths = [second - first for first, second in pairwise(steps)]
    assert widths == pytest.approx([widths[0]] * 3)


def test_marks_run_from_the_beginning_to_the_end():
    hours = [hours_of(count, unit) for count, unit in MARKS]
    assert hours == sorted(hours)
    assert hours[0] == pytest.approx(FIRST_HOUR)
    assert hours[-1] == pytest.approx(LAST_HOUR)


@pytest.mark.parametrize("hour", [0.0001, 1e9])
def test_what_is_off_the_line_lies_at_its_end(hour):
    assert place_of(hour) in (0.0, 1.0)


@pytest.mark.parametrize(
    ("start", "end", "hour", "expected"),
    [
        (1.0, 8.0, 3.0, True),
        (1.0, 8.0, 1.0, True),
        (1.0, 8.0, 24.0, False),
        (1.0, 8.0, 0.3, False),
        (24.0, 24.0, 24.0, True),
        (24.0, 24.0, 22.0, True),  # within the width of the dot
        (24.0, 24.0, 12.0, False),
        (3.0, None, 3.0, True),
        (3.0, None, 300.0, False),  # nobody measured on
        (None, 8760.0, 8760.0, True),
        (None, 8760.0, 24.0, False),
        (None, None, 1.0, False),
    ],
)
def test_a_span_holds_only_where_it_was_measured(start, end, hour, expected):
    assert span(start, end).holds_at(hour) is expected


@given(SPANS)
def test_no_two_spans_of_a_lane_overlap_and_none_is_lost(spans):
    stacked = lanes(spans)
    assert sorted(one for lane in stacked for one in lane) == sorted(spans)
    for lane in stacked:
        for first, second in pairwise(lane):
            assert place_of(first.end) < place_of(second.start)
