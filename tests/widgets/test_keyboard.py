"""Everything that the mouse can do, without one."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from explorer.canvas.palette import LIGHT
from tests.app.coffee import NAMES
from tests.widgets.person import (
    button_of,
    canvas_of,
    cards_of,
    find,
    header_of,
    press,
    shown,
    slider_of,
    text_of,
)

KEY = Qt.Key
ACCENT = QColor(LIGHT.accent)
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(open_coffee, qtbot):
    window = open_coffee()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    return window


def focused():
    return QApplication.focusWidget().objectName()


def ring_share(window, region):
    """Return how much of the line where a focus ring runs has the accent colour, on its worst side.

    An outline of the region may run along one side too, but never along all four.
    """
    picture = window.grab().toImage()
    button = button_of(window, region)
    box = button.rect().translated(button.mapTo(window, button.rect().topLeft()))
    across = range(box.left() + 12, box.right() - 12)
    down = range(box.top() + 12, box.bottom() - 12)
    sides = (
        [[(x, box.top() + depth) for depth in (1, 2, 3)] for x in across],
        [[(x, box.bottom() - depth) for depth in (1, 2, 3)] for x in across],
        [[(box.left() + depth, y) for depth in (1, 2, 3)] for y in down],
        [[(box.right() - depth, y) for depth in (1, 2, 3)] for y in down],
    )
    return min(
        sum(any(is_accent(picture.pixelColor(*at)) for at in near) for near in side) / len(side)
        for side in sides
    )


def is_accent(pixel):
    return all(
        abs(part - wanted) < 30
        for part, wanted in zip(pixel.getRgb()[:3], ACCENT.getRgb()[:3], strict=True)
    )


def test_the_brain_has_the_focus_at_first(window):
    assert focused() == "brain_canvas"


def test_tab_walks_the_regions_in_order_and_back(window):
    for region in NAMES:
        QTest.keyClick(QApplication.focusWidget(), KEY.Key_Tab)
        assert focused() == f"region_{region}"
    QTest.keyClick(QApplication.focusWidget(), KEY.Key_Tab)
    assert not focused().startswith("region_"), "Tab leaves the brain: it is no trap"
    for region in reversed(NAMES):
        QTest.keyClick(QApplication.focusWidget(), KEY.Key_Backtab)
        assert focused() == f"region_{region}"


@pytest.mark.parametrize("key", [KEY.Key_Right, KEY.Key_Down])
def test_arrows_walk_the_regions_and_go_round(window, key):
    press(canvas_of(window), key)
    walked = [focused()]
    for _ in NAMES:
        QTest.keyClick(QApplication.focusWidget(), key)
        walked.append(focused())
    assert walked == ["region_thalamus", "region_eiland", "region_thalamus"]


@pytest.mark.parametrize("key", [KEY.Key_Left, KEY.Key_Up])
def test_arrows_walk_back(window, key):
    press(button_of(window, "thalamus"), key)
    assert focused() == "region_eiland"


@pytest.mark.parametrize("region", NAMES)
def test_the_focus_ring_is_shown_for_the_keyboard_only(window, click_region, region):
    assert ring_share(window, region) < 0.4
    button_of(window, region).setFocus(Qt.FocusReason.TabFocusReason)
    assert ring_share(window, region) > 0.9
    button_of(window, region).clearFocus()
    assert ring_share(window, region) < 0.4
    button_of(window, region).setFocus(Qt.FocusReason.MouseFocusReason)
    assert ring_share(window, region) < 0.4


@pytest.mark.parametrize("key", [KEY.Key_Return, KEY.Key_Enter, KEY.Key_Space])
@pytest.mark.parametrize("region", NAMES)
def test_enter_and_space_select_and_deselect(qtbot, window, key, region):
    button = button_of(window, region)
    with qtbot.waitSignal(canvas_of(window).region_picked) as blocker:
        press(button, key)
    assert blocker.args == [region]
    assert text_of(window, "region_name") == NAMES[region]
    assert focused() == f"region_{region}", "the focus stays where it was"
    with qtbot.waitSignal(canvas_of(window).region_cleared):
        press(button, key)
    assert find(window, "start_hint").isVisible()


def test_an_assistive_tool_can_toggle_a_region(window):
    button = button_of(window, "eiland")
    button.toggle()  # what a screen reader's press does
    assert text_of(window, "region_name") == "insula"
    button.toggle()
    assert find(window, "start_hint").isVisible()


@pytest.mark.parametrize("owner", ["canvas", "region"])
def test_letters_act_on_the_brain(window, click_region, owner):
    click_region("thalamus")
    part = canvas_of(window) if owner == "canvas" else button_of(window, "eiland")
    press(part, KEY.Key_C)
    assert slider_of(window).value() == slider_of(window).maximum()
    assert text_of(window, "use_chip") == "Many cups"
    press(part, KEY.Key_T)
    assert slider_of(window).value() == slider_of(window).minimum()
    press(part, KEY.Key_A)
    assert find(window, "phase_switch_long_term").isChecked()
    assert "Afterwards: not measured." in button_of(window, "eiland").accessibleDescription()
    press(part, KEY.Key_D)
    assert find(window, "phase_switch_acute").isChecked()
    press(part, KEY.Key_L)
    assert text_of(window, "acute_section_heading") == "Tijdens (acuut)"
    press(part, KEY.Key_L)
    assert text_of(window, "acute_section_heading") == "During (acute)"
    press(part, KEY.Key_P)
    assert text_of(window, "region_summary").endswith("Clinical.")
    press(part, KEY.Key_P)
    assert not text_of(window, "region_summary").endswith("Clinical.")


@pytest.mark.parametrize("owner", ["card", "slider", "menu_button", "level_switch_plain"])
def test_letters_do_nothing_elsewhere(window, click_region, owner):
    click_region("thalamus")
    parts = {
        "card": lambda: header_of(cards_of(window, "acute_section")[0]),
        "slider": lambda: slider_of(window),
    }
    part = parts.get(owner, lambda: find(window, owner))()
    for letter in "TCDALP":
        press(part, getattr(KEY, f"Key_{letter}"))
        assert text_of(window, "use_chip") == "One cup", letter
        assert find(window, "phase_switch_acute").isChecked(), letter
        assert text_of(window, "acute_section_heading") == "During (acute)", letter
        assert not text_of(window, "region_summary").endswith("Clinical."), letter


@pytest.mark.parametrize("owner", ["canvas", "card", "slider"])
def test_zoom_keys_act_everywhere(window, click_region, owner):
    click_region("thalamus")
    part = {
        "canvas": canvas_of,
        "slider": slider_of,
        "card": lambda window: header_of(cards_of(window, "acute_section")[0]),
    }[owner](window)
    canvas = canvas_of(window)
    press(part, KEY.Key_Plus, CTRL)
    assert canvas.zoom_factor == pytest.approx(1.25)
    press(part, KEY.Key_Equal, CTRL)
    assert canvas.zoom_factor == pytest.approx(1.5625)
    press(part, KEY.Key_Minus, CTRL)
    assert canvas.zoom_factor == pytest.approx(1.25)
    press(part, KEY.Key_0, CTRL)
    assert canvas.zoom_factor == 1.0


def test_enter_opens_a_card(window, click_region):
    click_region("thalamus")
    card = cards_of(window, "acute_section")[0]
    for key in (KEY.Key_Return, KEY.Key_Space):
        press(header_of(card), key)
        assert shown(card, "claim_details")
        press(header_of(card), key)
        assert not shown(card, "claim_details")


def test_every_control_can_be_reached_with_tab(window, click_region):
    click_region("thalamus")
    canvas_of(window).setFocus()
    seen = []
    for _ in range(60):
        QTest.keyClick(QApplication.focusWidget(), KEY.Key_Tab)
        seen.append(focused())
    wanted = {"use_slider", "menu_button", "zoom_in", "zoom_out", "zoom_reset", "claim_header"}
    wanted |= {f"region_{region}" for region in NAMES} | {"show_more"}
    assert wanted <= set(seen), f"not reached: {wanted - set(seen)}"
    assert any(name.startswith("language_switch") for name in seen)
    assert any(name.startswith("level_switch") for name in seen)
    assert any(name.startswith("phase_switch") for name in seen)
