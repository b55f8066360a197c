"""The evidence lens: overlay, strip, panel and counts follow it at once."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel

from tests.widgets.person import (
    button_of,
    canvas_of,
    cards_of,
    click,
    color_at,
    find,
    press,
    shown,
    text_of,
)

LENSES = ("all", "human", "controlled")


@pytest.fixture
def window(open_whole):
    return open_whole()


def narrow(window, times=1):
    for _ in range(times):
        press(canvas_of(window), Qt.Key.Key_E)


def lens_of(window):
    segments = shown(find(window, "lens_switch"), None, QAbstractButton)
    (chosen,) = [segment.value for segment in segments if segment.isChecked()]
    return chosen


def test_the_key_goes_round_the_lenses(window):
    for lens in (*LENSES, LENSES[0]):
        assert lens_of(window) == lens
        narrow(window)


@pytest.mark.parametrize("lens", LENSES[1:])
def test_a_click_chooses_a_lens(window, lens):
    click(find(window, f"lens_switch_{lens}"))
    assert lens_of(window) == lens


def test_the_brain_empties_as_the_lens_narrows(qtbot, window):
    press(canvas_of(window), Qt.Key.Key_3)
    inside = (1.2, 1.2)
    told = color_at(qtbot, window, *inside)
    assert "less" in button_of(window, "sert").accessibleDescription()
    narrow(window)
    assert color_at(qtbot, window, *inside) == told, "it was seen in people"
    narrow(window)
    assert color_at(qtbot, window, *inside) != told
    assert "no controlled study" in button_of(window, "sert").accessibleDescription()


def test_the_panel_says_what_the_lens_hides(window):
    press(canvas_of(window), Qt.Key.Key_3)
    press(button_of(window, "sert"), Qt.Key.Key_Return)
    assert len(cards_of(window, "acute_section")) == 1
    assert find(window, "acute_section_summary").isVisible()
    assert not find(window, "acute_section_hidden").isVisible()
    narrow(window, 2)
    assert cards_of(window, "acute_section") == []
    assert text_of(window, "acute_section_hidden") == "1 claim hidden by the lens “Controlled”."
    assert not find(window, "acute_section_summary").isVisible(), "it was written for all of it"
    assert not find(window, "long_term_section_hidden").isVisible(), "nothing is hidden there"
    click(find(window, "acute_section_show_all"))
    assert lens_of(window) == "all"
    assert len(cards_of(window, "acute_section")) == 1
    assert not find(window, "acute_section_hidden").isVisible()


def test_what_passes_the_lens_stays(window, click_region):
    click_region("amygdala")
    assert len(cards_of(window, "acute_section")) == 2
    narrow(window, 2)
    (card,) = cards_of(window, "acute_section")
    assert card.content.id == "less-left"
    assert text_of(window, "acute_section_hidden").startswith("1 claim hidden")


def test_chips_follow_the_lens(window):
    chip = button_of(window, "temperature")
    assert "more · moderate" in chip.toolTip() or "more · strong" in chip.toolTip()
    narrow(window, 2)
    assert "more" in chip.toolTip(), "a controlled study passes every lens"


def test_the_foot_counts_what_is_seen(window):
    label = find(window, "foot_pack", QLabel)
    whole = label.text()
    assert " of " not in whole
    narrow(window)
    in_people = label.text()
    assert "4 of 8 claims" in in_people, "a gap is no evidence, though it passes every lens"
    narrow(window)
    assert "2 of 8 claims" in label.text(), "the one on the left, and the one about heat"
    narrow(window)
    assert label.text() == whole


def test_the_lens_is_announced(window, announced):
    narrow(window)
    assert announced == ["Evidence lens: Only studies in people."]
