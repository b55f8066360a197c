"""A cell of which nothing is known says so, with when and why; what is nearby stands below."""

import pytest
from PySide6.QtCore import Qt

from tests.widgets.person import button_of, canvas_of, cards_of, click, find, press, shown, text_of

NOTE = {
    "en": (
        "No study found",
        "This is hard to measure in people.",
        "Looked for: scans of 1 nucleus",
        "Literature searched November 2026",
    ),
    "nl": (
        "Geen onderzoek gevonden",
        "Dit is bij mensen lastig te meten.",
        "Gezocht naar: scans van 1 kern",
        "Literatuur doorzocht in november 2026",
    ),
}


@pytest.mark.parametrize("language", NOTE)
def test_a_gap_says_that_when_and_why(open_whole, language):
    window = open_whole("--region", "raphe")
    if language == "nl":
        click(find(window, "language_switch_nl"))
    section = find(window, "long_term_section")
    said = [text_of(section, f"gap_note_{part}") for part in ("title", "why", "sought", "date")]
    assert tuple(said) == NOTE[language]
    note = find(section, "gap_note")
    assert note.accessibleName() == NOTE[language][0]
    assert NOTE[language][1] in note.accessibleDescription()
    assert cards_of(window, "long_term_section") == []
    assert not find(section, "long_term_section_summary").isVisible()
    assert shown(find(window, "acute_section"), "gap_note") == [], "something is known there"


def test_what_is_nearby_stands_below_a_gap(open_whole):
    window = open_whole("--region", "raphe-amygdala")
    note = find(find(window, "acute_section"), "gap_note")
    (card,) = cards_of(window, "acute_section", "nearby")
    assert card.content.id == "rats"
    assert note.geometry().bottom() < find(window, "acute_section_nearby").geometry().top()


def test_the_note_goes_when_something_is_known(open_whole):
    window = open_whole("--region", "raphe")
    press(canvas_of(window), Qt.Key.Key_C)
    assert shown(window, "gap_note")
    click(button_of(window, "temperature"))
    press(canvas_of(window), Qt.Key.Key_T)
    assert shown(find(window, "acute_section"), "gap_note") == []
