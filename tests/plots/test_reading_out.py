"""Pointing at numbers, and walking to them with the keys."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from tests.plots.samples import crowd

Key = Qt.Key


def readout(view):
    return view.findChild(QLabel, "plot_readout").text()


def key(view, *keys):
    chart = view.figure.chart
    chart.setFocus()
    for one in keys:
        QTest.keyClick(chart, one)


@pytest.mark.parametrize("kind", ["bars", "course", "points", "icons"])
def test_pointing_reads_out_each_number(plot, dataset, kind):
    view = plot(dataset(kind))
    chart = view.figure.chart
    target = chart.viewport() if kind != "icons" else chart
    for at, mark in enumerate(view.content.marks):
        QTest.mouseMove(target, QPoint(2, 2))
        QTest.mouseMove(target, chart.point_of(at).toPoint())
        # Two courses can meet in a point: either may be read there.
        numbers = {mark.value} | ({1.25, 1.5} if mark.x == 0 else set())
        assert any(f"{value:g}".replace("-", "\u2212") in readout(view) for value in numbers)


def test_arrows_walk_rows_from_the_top(plot, dataset):
    view = plot(dataset("bars"))
    key(view, Key.Key_Down)
    assert readout(view).startswith("Morning, Coffee: 12.5 points; SD 3.25; n = 14.")
    key(view, Key.Key_Down)
    assert "Morning, Water: \u22122 points; no spread given; n = 13." in readout(view)
    assert readout(view).endswith("only eleven came back")
    key(view, Key.Key_End)
    assert readout(view).startswith("Evening, Water: 0 points; no spread given; n not given.")
    key(view, Key.Key_Down)
    assert readout(view).startswith("Evening, Water")
    key(view, Key.Key_Home)
    assert readout(view).startswith("Morning, Coffee")


def test_arrows_walk_a_course_in_time_and_between_series(plot, dataset):
    view = plot(dataset("course"))
    key(view, Key.Key_Right, Key.Key_Right, Key.Key_Right)
    assert readout(view).startswith("Coffee, time 60 min: 9 points; SE 0.75; n = 12.")
    key(view, Key.Key_Down)
    assert readout(view).startswith("Water, time 60 min: 1.75 points")
    key(view, Key.Key_Up)
    assert readout(view).startswith("Coffee, time 60 min")


def test_readout_stands_near_to_the_plot(plot, dataset):
    view = plot(dataset("points"))
    view.resize(1500, 1100)
    line = view.findChild(QLabel, "plot_readout")
    assert line.y() < 700
    view = plot(dataset("course"))
    assert line.y() > 700, "a course has use for the room"


def test_arrows_walk_icon_arrays(plot, dataset):
    view = plot(dataset("icons"))
    key(view, Key.Key_Right, Key.Key_Right)
    assert readout(view).startswith("Awake, Water: 47.6%; no spread given; n = 42.")


def test_escape_lets_go_first_and_then_passes_on(plot, dataset):
    view = plot(dataset("bars"))
    key(view, Key.Key_Down, Key.Key_Escape)
    assert readout(view) == "Point at a value, or walk to it with the arrow keys."
    assert view.figure.graph._at == -1


def test_what_is_read_out_is_said(plot, dataset, monkeypatch):
    said = []
    view = plot(dataset("bars"))
    view.activateWindow()
    view.figure.chart.setFocus()
    monkeypatch.setattr(
        QAccessible, "updateAccessibility", lambda event: said.append(event.message())
    )
    QTest.qWaitForWindowActive(view)
    key(view, Key.Key_Down)
    assert said == [readout(view)]


def wheel(graph, modifiers):
    point = QPointF(graph.viewport().rect().center())
    event = QWheelEvent(
        point,
        QPointF(graph.mapToGlobal(point)),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(graph.viewport(), event)


def test_wheel_zooms_only_with_control(plot, work):
    graph = plot(crowd(work.key, 50)).figure.graph
    whole = graph.view.viewRange()[0]
    wheel(graph, Qt.KeyboardModifier.NoModifier)
    assert graph.view.viewRange()[0] == whole
    wheel(graph, Qt.KeyboardModifier.ControlModifier)
    low, high = graph.view.viewRange()[0]
    assert whole[0] < low < high < whole[1]


def test_keys_zoom_and_walking_brings_into_sight(plot, work):
    view = plot(crowd(work.key, 50))
    graph = view.figure.graph
    whole = graph.view.viewRange()[0]
    key(view, *[Key.Key_Plus] * 8)
    low, high = graph.view.viewRange()[0]
    assert high - low < (whole[1] - whole[0]) / 4
    key(view, Key.Key_End)
    low, high = graph.view.viewRange()[0]
    assert low <= view.content.marks[-1].x <= high
    key(view, Key.Key_0)
    assert graph.view.viewRange()[0] == pytest.approx(whole)


def test_dragging_pans_along_the_number_axis_only(plot, work):
    graph = plot(crowd(work.key, 50)).figure.graph
    graph._zoom(0.5)
    before = graph.view.viewRange()
    port = graph.viewport()
    middle = port.rect().center()
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=middle)
    for step in range(1, 9):
        QTest.mouseMove(port, middle + QPoint(8 * step, 3 * step), delay=5)
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=middle + QPoint(64, 24))
    after = graph.view.viewRange()
    assert after[0][0] < before[0][0]
    assert after[1] == before[1]


def test_there_is_no_menu_of_the_library_s_own(plot, dataset):
    graph = plot(dataset("course")).figure.graph
    QTest.mouseClick(graph.viewport(), Qt.MouseButton.RightButton)
    assert QApplication.activePopupWidget() is None
    assert not graph.view.menuEnabled()
