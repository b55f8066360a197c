"""Zoom and pan: clamped, so that the brain is never lost, and everything follows."""

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt

from tests.app.coffee import NAMES
from tests.widgets.person import (
    button_of,
    canvas_of,
    click,
    difference,
    drag,
    find,
    text_of,
    wheel,
)

VIEW_BOX = QRectF(0, 0, 600, 400)


@pytest.fixture
def window(open_coffee):
    return open_coffee()


def middle_of_stage(canvas):
    """Return the point of the drawing in the middle of the stage."""
    return canvas.scene_point(QPointF(canvas.viewport().rect().center()))


def zoom_in_far(canvas):
    for _ in range(4):
        wheel(canvas.viewport(), canvas.viewport().rect().center(), 480)
    return canvas.zoom_factor


def test_the_whole_drawing_is_shown_at_first(window):
    canvas = canvas_of(window)
    assert canvas.zoom_factor == 1.0
    stage = canvas.viewport().rect()
    corners = [canvas.scene_point(QPointF(at)) for at in (stage.topLeft(), stage.bottomRight())]
    assert QRectF(*corners).contains(VIEW_BOX)


def test_the_wheel_zooms_at_the_pointer(window):
    canvas = canvas_of(window)
    pointer = button_of(window, "thalamus").geometry().center()
    before = canvas.scene_point(QPointF(pointer))
    wheel(canvas.viewport(), pointer, 120)
    assert canvas.zoom_factor == pytest.approx(1.0015**120)
    after = canvas.scene_point(QPointF(pointer))
    assert (after - before).manhattanLength() < 3, "what is under the pointer stays there"
    wheel(canvas.viewport(), pointer, -120)
    assert canvas.zoom_factor == pytest.approx(1.0)


def test_zoom_is_clamped_both_ways(window):
    canvas = canvas_of(window)
    most = zoom_in_far(canvas)
    assert most == 6.0
    wheel(canvas.viewport(), QPoint(5, 5), 1200)
    assert canvas.zoom_factor == most
    for _ in range(6):
        wheel(canvas.viewport(), QPoint(5, 5), -240)
    assert canvas.zoom_factor == 1.0
    canvas.zoom_out()
    assert canvas.zoom_factor == 1.0
    assert (middle_of_stage(canvas) - VIEW_BOX.center()).manhattanLength() < 4


def test_a_wild_wheel_does_not_lose_the_brain(window):
    canvas = canvas_of(window)
    for delta in (100_000, -100_000, 50_000):
        wheel(canvas.viewport(), QPoint(5, 5), delta)
        assert 1.0 <= canvas.zoom_factor <= 6.0
        assert VIEW_BOX.contains(middle_of_stage(canvas))


@pytest.mark.parametrize("way", [(1, 0), (-1, 0), (0, 1), (0, -1), (1, 1), (-1, -1)])
def test_pan_is_clamped(window, way):
    canvas = canvas_of(window)
    zoom_in_far(canvas)
    middle = canvas.viewport().rect().center()
    before = middle_of_stage(canvas)
    drag(canvas.viewport(), middle, middle + QPoint(30 * way[0], 30 * way[1]))
    moved = middle_of_stage(canvas) - before
    assert moved.x() * way[0] <= 0
    assert moved.y() * way[1] <= 0
    assert moved.manhattanLength() > 2, "the drawing follows the hand"
    for _ in range(4):
        drag(canvas.viewport(), middle, middle + QPoint(900 * way[0], 900 * way[1]))
    assert VIEW_BOX.adjusted(-2, -2, 2, 2).contains(middle_of_stage(canvas))


def test_without_zoom_there_is_no_pan(window):
    canvas = canvas_of(window)
    before = middle_of_stage(canvas)
    middle = canvas.viewport().rect().center()
    drag(canvas.viewport(), middle, middle + QPoint(200, 100))
    assert middle_of_stage(canvas) == before


@pytest.mark.parametrize("region", NAMES)
def test_regions_can_be_clicked_when_zoomed(window, region):
    canvas = canvas_of(window)
    pointer = button_of(window, region).geometry().center()
    for _ in range(8):
        wheel(canvas.viewport(), pointer, 120)
    assert canvas.zoom_factor > 3
    middle = button_of(window, region).geometry().center()
    assert canvas.region_at(QPointF(middle)) == region
    click(canvas.viewport(), middle)
    assert text_of(window, "region_name") == NAMES[region]


def test_the_zoom_buttons_do_what_the_keys_do(window):
    canvas = canvas_of(window)
    click(find(window, "zoom_in"))
    assert canvas.zoom_factor == pytest.approx(1.25)
    click(find(window, "zoom_in"))
    click(find(window, "zoom_out"))
    assert canvas.zoom_factor == pytest.approx(1.25)
    click(find(window, "zoom_reset"))
    assert canvas.zoom_factor == 1.0


def test_the_zoom_stays_when_the_window_changes_size(window, qtbot):
    canvas = canvas_of(window)
    canvas.zoom_in()
    window.resize(1100, 700)
    qtbot.waitUntil(lambda: window.width() == 1100)
    assert canvas.zoom_factor == pytest.approx(1.25)
    assert VIEW_BOX.contains(middle_of_stage(canvas))


def test_the_picture_follows_the_zoom(window):
    canvas = canvas_of(window)
    before = canvas.grab().toImage()
    canvas.zoom_in()
    zoomed = canvas.grab().toImage()
    assert difference(before, zoomed) > 1
    canvas.reset_zoom()
    assert difference(before, canvas.grab().toImage()) < 0.5


def test_a_click_with_a_pan_in_it_selects_nothing(window):
    canvas = canvas_of(window)
    canvas.zoom_in()
    middle = button_of(window, "thalamus").geometry().center()
    drag(canvas.viewport(), middle, middle + QPoint(40, 0), middle + QPoint(40, 30))
    assert find(window, "start_hint").isVisible()
    assert canvas.viewport().cursor().shape() is not Qt.CursorShape.ClosedHandCursor
