"""Every number in every plot is the number of the data set, and nothing is made up."""

import csv

import pytest

from explorer import assets
from explorer.domain.dataset import PlotKind
from explorer.domain.vocabulary import ReferenceStatus
from explorer.opening import open_built_in
from tests.plots.reading import bars, curves, dots, intervals
from tests.plots.samples import crowd

BUILT_IN = open_built_in().library.datasets


def assert_drawn(view, dataset):
    """Compare what is drawn with the points of a data set."""
    points = dataset.points
    if dataset.kind is PlotKind.ICON_ARRAY:
        filled = view.figure.icons.filled()
        assert filled == {at: round(point.value) for at, point in enumerate(points)}
        return
    graph = view.figure.graph
    drawn, spreads = dots(graph), intervals(graph)
    assert sorted(drawn) == list(range(len(points)))
    for at, point in enumerate(points):
        x, y, is_filled = drawn[at]
        assert (y if point.x is not None else x) == point.value
        assert point.x is None or x == point.x
        has_interval = point.low is not None
        assert is_filled is has_interval, "what has no spread must be open"
        ends = spreads.pop((x, y), None)
        assert ends == (pytest.approx((point.low, point.high)) if has_interval else None)
    assert not spreads, "error bars of nobody"


@pytest.mark.parametrize("kind", ["bars", "course", "points", "icons"])
def test_every_number_is_drawn_as_it_is(plot, dataset, kind):
    assert_drawn(plot(dataset(kind)), dataset(kind))


@pytest.mark.parametrize("one", BUILT_IN, ids=[one.id for one in BUILT_IN])
def test_every_number_of_the_built_in_pack_is_drawn_as_it_is(plot, one):
    assert_drawn(plot(one), one)


@pytest.mark.parametrize("one", BUILT_IN, ids=[one.id for one in BUILT_IN])
def test_every_number_of_the_built_in_pack_equals_its_file(plot, one, library):
    with (assets.folder() / "datasets" / f"{one.id}.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    marks = plot(one).content.marks
    assert [mark.value for mark in marks] == [float(row["value"]) for row in rows]
    assert [mark.x for mark in marks] == [float(row["x"]) if row["x"] else None for row in rows]
    assert [mark.n for mark in marks] == [int(row["n"]) if row["n"] else None for row in rows]
    assert [mark.has_interval for mark in marks] == [bool(row["spread"]) for row in rows]
    for mark in marks:
        assert library.reference(mark.reference).status is not ReferenceStatus.RETRACTED


def test_bars_are_as_long_as_the_values_and_stand_on_zero(plot, dataset):
    graph = plot(dataset("bars")).figure.graph
    assert sorted(bars(graph)) == sorted(point.value for point in dataset("bars").points)
    low, high = graph.view.viewRange()[0]
    assert low < 0 < high


def test_courses_are_joined_series_by_series_in_order_of_time(plot, dataset):
    lines = curves(plot(dataset("course")).figure.graph)
    of = {
        name: [p for p in dataset("course").points if p.series == name]
        for name in ("coffee", "water")
    }
    assert lines == [[(p.x, p.value) for p in of[name]] for name in ("coffee", "water")]


def test_points_are_not_joined(plot, dataset):
    one = dataset("course")._replace(kind=PlotKind.POINTS)
    assert curves(plot(one).figure.graph) == []


def test_everything_lies_within_the_axes(plot, dataset):
    for kind in ("bars", "course", "points"):
        graph = plot(dataset(kind)).figure.graph
        (x_low, x_high), (y_low, y_high) = graph.view.viewRange()
        for x, y, _ in dots(graph).values():
            assert x_low <= x <= x_high
            assert y_low <= y <= y_high
        for (_, y), (low, high) in intervals(graph).items():
            along = (y_low, y_high) if kind == "course" else (x_low, x_high)
            assert along[0] <= low <= high <= along[1], y


def test_a_second_plot_leaves_nothing_of_the_first(plot, dataset):
    plot(dataset("course"))
    graph = plot(dataset("points")).figure.graph
    there = [item for item in graph.view.childGroup.childItems() if item.isVisible()]
    strange = [item for item in there if item not in graph.plot_items]
    assert set(graph.plot_items) <= set(there)
    assert [type(item).__name__ for item in strange] == ["ScatterPlotItem"], "only the ring"


def test_ten_thousand_numbers_are_all_there(plot, work):
    graph = plot(crowd(work.key)).figure.graph
    assert len(dots(graph)) == 10_000
    assert len(curves(graph)[0]) == 10_000
