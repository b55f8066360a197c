"""The slider between the two uses: it rests at an end, and what lies between is a cross-fade."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from explorer.canvas.plate import Plate
from explorer.domain.vocabulary import Use
from tests.widgets.person import (
    button_of,
    canvas_of,
    click,
    difference,
    drag,
    find,
    press,
    slider_of,
    text_of,
    wheel,
)

KEY = Qt.Key


@pytest.fixture
def window(open_coffee, click_region):
    window = open_coffee()
    click_region("thalamus")
    return window


@pytest.fixture
def moving_window(open_coffee, click_region):
    window = open_coffee(animated=True)
    click_region("thalamus")
    return window


def is_at(window, use):
    slider = slider_of(window)
    end = slider.maximum() if use is Use.CHRONIC else slider.minimum()
    name = "Many cups" if use is Use.CHRONIC else "One cup"
    return slider.value() == end and text_of(window, "use_chip") == name


def start(window):
    """Return a point on the slider where nothing but a drag is meant."""
    return slider_of(window).rect().center() - QPoint(20, 0)


def beyond(window):
    return QPoint(slider_of(window).width() + 40, slider_of(window).height() // 2)


def before(window):
    return QPoint(-40, slider_of(window).height() // 2)


@pytest.fixture
def wishes(window):
    """What the slider asked for."""
    heard = []
    slider_of(window).use_picked.connect(heard.append)
    return heard


def test_it_starts_at_the_therapeutic_end(window):
    assert is_at(window, Use.THERAPEUTIC)
    assert slider_of(window).minimum() < slider_of(window).maximum()


def test_a_drag_to_the_other_end_and_back(window, wishes):
    drag(slider_of(window), start(window), beyond(window))
    assert is_at(window, Use.CHRONIC)
    drag(slider_of(window), start(window), before(window))
    assert is_at(window, Use.THERAPEUTIC)
    assert wishes == [Use.CHRONIC, Use.THERAPEUTIC], "each drag changes the state once"


def test_a_drag_there_and_back_again_changes_nothing(window, wishes):
    drag(slider_of(window), start(window), beyond(window), before(window))
    assert is_at(window, Use.THERAPEUTIC)
    assert wishes == []


@pytest.mark.parametrize(("stop", "use"), [(0.42, Use.THERAPEUTIC), (0.58, Use.CHRONIC)])
def test_a_knob_let_go_between_goes_to_the_nearer_end(window, stop, use):
    slider = slider_of(window)
    drag(slider, start(window), before(window), beyond(window), release=False)
    reach = (slider.maximum() - slider.minimum()) * stop
    at = next(
        x
        for x in range(slider.width())
        if QTest.mouseMove(slider, QPoint(x, 30)) or slider.value() >= reach
    )
    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=QPoint(at, 30))
    assert is_at(window, use)


@pytest.mark.parametrize("x", [30, 60])
def test_a_click_on_a_label_goes_to_its_end(window, wishes, x):
    slider = slider_of(window)
    middle = slider.height() // 2
    click(slider, QPoint(slider.width() - x, middle))
    assert is_at(window, Use.CHRONIC)
    click(slider, QPoint(slider.width() - x, middle))
    assert is_at(window, Use.CHRONIC), "a click on the end where it rests changes nothing"
    click(slider, QPoint(x, middle))
    assert is_at(window, Use.THERAPEUTIC)
    assert wishes == [Use.CHRONIC, Use.THERAPEUTIC]


def test_keys_go_from_end_to_end(qtbot, window, wishes):
    slider = slider_of(window)
    to_right = (KEY.Key_Right, KEY.Key_Up, KEY.Key_End, KEY.Key_PageUp)
    to_left = (KEY.Key_Left, KEY.Key_Down, KEY.Key_Home, KEY.Key_PageDown)
    for right, left in zip(to_right, to_left, strict=True):
        for key, use in ((right, Use.CHRONIC), (left, Use.THERAPEUTIC)):
            with qtbot.waitSignal(slider.use_picked) as blocker:
                press(slider, key)
            assert blocker.args == [use]
            assert is_at(window, use)
            press(slider, key)
            assert is_at(window, use), "the same key again changes nothing"
    assert len(wishes) == 8


@pytest.mark.parametrize("from_end", list(Use))
def test_a_value_set_from_outside_goes_to_the_nearer_end(window, from_end):
    slider = slider_of(window)
    span = slider.maximum() - slider.minimum()
    for share in (0.0, 0.3, 0.49, 0.51, 0.7, 1.0):
        press(slider, KEY.Key_End if from_end is Use.CHRONIC else KEY.Key_Home)
        slider.setValue(round(slider.minimum() + share * span))
        QApplication.processEvents()
        assert is_at(window, Use.CHRONIC if share > 0.5 else Use.THERAPEUTIC)


def test_the_wheel_is_left_alone(window):
    slider = slider_of(window)
    for delta in (120, -120):
        wheel(slider, slider.rect().center(), delta)
        assert is_at(window, Use.THERAPEUTIC)


def test_the_cross_fade_runs_one_way_during_a_drag(window):
    blends = []
    slider_of(window).blend_changed.connect(blends.append)
    drag(slider_of(window), start(window), before(window))
    blends.clear()
    drag(slider_of(window), QPoint(2, 30), beyond(window))
    assert len(blends) >= 4
    assert all(first <= second for first, second in pairwise(blends))
    assert all(0.0 <= blend <= 1.0 for blend in blends)
    assert blends[-1] == 1.0
    assert any(0.0 < blend < 1.0 for blend in blends)


def picture_of(window, region):
    canvas = canvas_of(window)
    box = button_of(window, region).geometry().adjusted(8, 8, -8, -8)
    return canvas.grab(box).toImage()


def test_the_region_changes_on_the_brain_while_dragged(window):
    at_start = picture_of(window, "thalamus")
    drag(slider_of(window), start(window), before(window), start(window), release=False)
    between = picture_of(window, "thalamus")
    drag(slider_of(window), start(window), beyond(window), release=True)
    at_end = picture_of(window, "thalamus")
    assert difference(at_start, between) > 2
    assert difference(between, at_end) > 2
    assert difference(at_start, at_end) > 10


class Painted(QObject):
    """Notes which part of a widget is painted."""

    def __init__(self, widget):
        super().__init__(widget)
        self.region = QRegion()
        widget.installEventFilter(self)

    def eventFilter(self, watched, event):  # noqa: N802 - Qt's name
        if event.type() is QEvent.Type.Paint:
            self.region = self.region.united(event.region())
        return super().eventFilter(watched, event)


def test_the_screen_is_told_what_changes_and_no_more(qtbot, window):
    viewport = canvas_of(window).viewport()
    qtbot.waitUntil(lambda: window.findChild(Plate).is_settled)
    QApplication.processEvents()
    drag(slider_of(window), start(window), before(window), release=False)
    painted = Painted(viewport)
    QTest.mouseMove(slider_of(window), start(window))
    QApplication.processEvents()
    for region in ("thalamus", "eiland"):
        box = button_of(window, region).geometry()
        assert painted.region.contains(box.adjusted(4, 4, -4, -4).topRight()), region
    assert not painted.region.contains(viewport.rect().topLeft() + QPoint(5, 5))
    viewport.removeEventFilter(painted)
    QTest.mouseRelease(slider_of(window), Qt.MouseButton.LeftButton, pos=before(window))


def test_the_panel_is_covered_only_in_between(window):
    cover = find(window, "cross_fade")
    panel = find(window, "region_panel")
    assert not cover.isVisible()
    before_drag = panel.grab().toImage()
    drag(slider_of(window), start(window), before(window), start(window), release=False)
    assert cover.isVisible()
    assert cover.geometry() == panel.rect()
    between = panel.grab().toImage()
    QTest.mouseMove(slider_of(window), beyond(window))
    assert not cover.isVisible()
    QTest.mouseRelease(slider_of(window), Qt.MouseButton.LeftButton, pos=beyond(window))
    after = panel.grab().toImage()
    assert not cover.isVisible()
    assert difference(before_drag, between) > 0.2
    assert difference(between, after) > 0.2


def test_with_motion_it_slides(qtbot, moving_window):
    blends = []
    slider_of(moving_window).blend_changed.connect(blends.append)
    press(slider_of(moving_window), KEY.Key_End)
    qtbot.waitUntil(lambda: slider_of(moving_window).value() == slider_of(moving_window).maximum())
    assert len(blends) > 2
    assert all(first <= second for first, second in pairwise(blends))
    qtbot.waitUntil(lambda: not find(moving_window, "cross_fade").isVisible())
    assert is_at(moving_window, Use.CHRONIC)


def test_without_motion_it_jumps(window):
    blends = []
    slider_of(window).blend_changed.connect(blends.append)
    press(slider_of(window), KEY.Key_End)
    assert blends == [1.0]
    assert not find(window, "cross_fade").isVisible()


def test_a_second_key_during_the_slide_turns_it_round(qtbot, moving_window):
    press(slider_of(moving_window), KEY.Key_End)
    press(slider_of(moving_window), KEY.Key_Home)
    qtbot.waitUntil(lambda: is_at(moving_window, Use.THERAPEUTIC))
    qtbot.waitUntil(lambda: not find(moving_window, "cross_fade").isVisible())


def test_assistive_tools_read_the_end_it_rests_at(window):
    slider = slider_of(window)
    assert slider.accessibleName() == "Therapeutic or chronic use"
    assert slider.accessibleDescription() == "One cup: a day"
    press(slider, KEY.Key_End)
    assert slider.accessibleDescription() == "Many cups: daily"


def test_the_change_is_said_aloud(window, announced):
    press(slider_of(window), KEY.Key_End)
    assert announced == ["thalamus selected. During: more · strong."]


def test_without_a_region_it_moves_the_brain_alone(open_coffee):
    window = open_coffee()
    first = picture_of(window, "thalamus")
    drag(slider_of(window), start(window), beyond(window))
    assert slider_of(window).value() == slider_of(window).maximum()
    assert difference(first, picture_of(window, "thalamus")) > 10
    assert find(window, "start_hint").isVisible()
