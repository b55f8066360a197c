"""The line of time in the real window: brain, strip and panel follow a moment after intake."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from tests.widgets.person import canvas_of, cards_of, click, find, text_of


@pytest.fixture
def window(open_window):
    window = open_window("--language", "en", "--region", "after-days")
    QTest.keyClick(canvas_of(window), Qt.Key.Key_W)
    return window


def go_to(window, hour):
    strip = find(window, "time_strip")
    at = QPoint(round(strip._x(hour)), strip.height() // 2)
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=at)


def statements(window, section):
    return [card.content.id for card in cards_of(window, section) if not card.isHidden()]


def test_the_line_is_there_only_when_asked_for(open_window):
    window = open_window("--language", "en")
    assert window.findChildren(QWidget, "time_strip") == []
    click(find(window, "timeline_button"))
    assert find(window, "time_strip").isVisible()
    click(find(window, "timeline_button"))
    assert not find(window, "time_strip").isVisible()


def test_the_panel_shows_what_holds_then(window):
    whole = statements(window, "long_term_section")
    assert len(whole) >= 3
    go_to(window, 72.0)
    then = statements(window, "long_term_section")
    assert "mood-week-after-session" in then
    assert "tired-but-not-low-next-day" not in then
    assert "at another time" in text_of(window, "long_term_section_hidden")
    go_to(window, 24 * 365.0)
    assert statements(window, "long_term_section") == []


def test_the_strip_of_effects_follows(window):
    chip = find(window, "region_after-days")
    QTest.keyClick(canvas_of(window), Qt.Key.Key_A)  # afterwards
    go_to(window, 72.0)
    assert "no measurement then" not in chip.accessibleDescription()
    go_to(window, 24 * 365.0)
    assert "no measurement then" in chip.accessibleDescription()


def test_all_times_come_back(window):
    whole = statements(window, "long_term_section")
    go_to(window, 24 * 365.0)
    click(find(window, "time_all"))
    assert statements(window, "long_term_section") == whole
    assert text_of(window, "time_readout") == ""


def test_claims_without_a_time_stand_apart(window, click_region):
    click_region("amygdala")
    go_to(window, 2.0)
    heading = find(window, "acute_section_nearby_heading", QLabel)
    assert heading.text() == "Time not studied"
    cards = find(window, "acute_section_claims").findChildren(QWidget, "claim_card")
    assert [card for card in cards if card.isVisible()] == [], "none of them gives a time"
    untimed = find(window, "acute_section_nearby").findChildren(QWidget, "claim_card")
    assert untimed or find(window, "acute_section_nearby").isVisible()


def test_putting_the_line_away_shows_all_times(window):
    whole = statements(window, "long_term_section")
    go_to(window, 24 * 365.0)
    canvas_of(window).setFocus()
    QTest.keyClick(canvas_of(window), Qt.Key.Key_W)
    assert statements(window, "long_term_section") == whole
