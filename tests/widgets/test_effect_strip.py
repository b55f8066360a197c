"""Effects that no study located in the brain: chips beside it, never a colour inside it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from explorer.widgets.effect_strip import EffectChip
from tests.widgets.person import (
    button_of,
    canvas_of,
    cards_of,
    click,
    difference,
    drawn,
    find,
    picture,
    press,
    shown,
    slider_of,
    text_of,
)

KEY = Qt.Key


@pytest.fixture
def window(open_whole):
    return open_whole()


def chips(window):
    return [chip.objectName() for chip in find(window, "effect_strip").findChildren(EffectChip)]


def test_each_effect_has_a_chip_in_its_group(window):
    assert chips(window) == ["region_temperature", "region_trials"]
    words = [
        label.text()
        for label in shown(find(window, "effect_strip"), None)
        if hasattr(label, "text") and not isinstance(label, EffectChip)
    ]
    assert "Body and mind" in words
    assert "Therapy" in words


def test_a_chip_shows_the_panel_and_paints_nothing_in_the_brain(qtbot, window):
    before = picture(qtbot, window)
    click(button_of(window, "temperature"))
    assert button_of(window, "temperature").isChecked()
    assert text_of(window, "region_name") == "heat"
    assert text_of(window, "region_kind") == "No study located this in the brain"
    assert cards_of(window, "acute_section")
    assert difference(before, picture(qtbot, window)) == 0
    assert "temperature" not in drawn(window)


@pytest.mark.parametrize("key", [KEY.Key_1, KEY.Key_2, KEY.Key_3])
def test_a_chip_never_changes_the_view(window, key):
    press(canvas_of(window), key)
    view = window._store.state.view
    click(button_of(window, "trials"))
    assert window._store.state.view == view
    assert not find(window, "shown_in").isVisible()


def test_a_second_click_lets_it_go(window):
    chip = button_of(window, "temperature")
    click(chip)
    click(chip)
    assert find(window, "start_hint").isVisible()
    assert not chip.isChecked()


def test_a_region_takes_the_selection_from_a_chip(window, click_region):
    click(button_of(window, "temperature"))
    click_region("amygdala")
    assert not button_of(window, "temperature").isChecked()
    assert button_of(window, "amygdala").isChecked()


def test_arrows_walk_the_chips_and_enter_selects(window, qtbot):
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    press(button_of(window, "temperature"), KEY.Key_Right)
    assert QApplication.focusWidget() is button_of(window, "trials")
    QTest.keyClick(QApplication.focusWidget(), KEY.Key_Right)
    assert QApplication.focusWidget() is button_of(window, "temperature")
    QTest.keyClick(QApplication.focusWidget(), KEY.Key_Return)
    assert text_of(window, "region_name") == "heat"


def test_chips_follow_use_and_phase(window):
    chip = button_of(window, "temperature")
    assert "more" in chip.toolTip()
    assert "Therapy. During: more" in chip.accessibleDescription()
    press(canvas_of(window), KEY.Key_A)
    assert "not measured" in chip.toolTip()
    press(canvas_of(window), KEY.Key_D)
    press(slider_of(window), KEY.Key_End)
    assert "Often. During: not measured" in chip.accessibleDescription()


def test_the_sign_of_a_chip_is_painted_in_the_colour_of_its_direction(window):
    chip = button_of(window, "temperature")
    before = chip.grab().toImage()
    press(canvas_of(window), KEY.Key_A)
    assert difference(before, chip.grab().toImage()) > 0


def test_the_strip_scrolls_to_what_has_the_focus(open_window):
    window = open_window("--language", "nl", size=(1024, 640))
    last = window.findChildren(EffectChip)[-1]
    strip = find(window, "effect_strip")
    assert not in_sight(strip, last)
    last.setFocus(Qt.FocusReason.TabFocusReason)
    assert in_sight(strip, last)
    first = window.findChildren(EffectChip)[0]
    assert not in_sight(strip, first)
    while find(window, "strip_back").isEnabled():
        click(find(window, "strip_back"))
    assert in_sight(strip, first)


def in_sight(strip: QWidget, chip: QWidget) -> bool:
    return strip.rect().contains(chip.mapTo(strip, chip.rect().center())) and (
        chip.visibleRegion().boundingRect().width() == chip.width()
    )


def test_a_pack_without_effects_has_no_strip(open_coffee):
    assert not find(open_coffee(), "effect_strip").isVisible()
