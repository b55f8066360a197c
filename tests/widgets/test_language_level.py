"""Language and level change at once, and nothing else does."""

import re

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget

from explorer.domain.numbers import numbers_in
from explorer.domain.vocabulary import Language, Level, Phase, Use
from explorer.pack.reader import read_pack
from tests.app.coffee import NAMES
from tests.widgets.person import (
    cards_of,
    click,
    find,
    header_of,
    open_ids,
    press,
    shown,
    slider_of,
    text_of,
)
from tests.widgets.reading import foreign_texts, plain, texts_of, wrong_words

LANGUAGES = pytest.mark.parametrize("language", list(Language))


@pytest.fixture(scope="module")
def wrong(coffee):
    return wrong_words(read_pack(coffee))


@pytest.fixture
def window(open_coffee, click_region):
    window = open_coffee(size=(1024, 640))
    click_region("thalamus")
    return window


def switch(window, value):
    kind = "language" if value in set(Language) else "level"
    click(find(window, f"{kind}_switch_{value}"))


def scroll_of(window):
    return find(window, "panel_scroll", QScrollArea).verticalScrollBar()


def test_the_reading_itself_finds_the_wrong_language(window, wrong):
    assert foreign_texts(window, wrong[Language.EN]) == []
    assert len(foreign_texts(window, wrong[Language.NL])) > 15
    assert all(len(words) > 100 for words in wrong.values())


@LANGUAGES
@pytest.mark.parametrize("region", [None, *NAMES])
def test_every_text_is_in_the_chosen_language(open_coffee, click_region, wrong, language, region):
    window = open_coffee()
    switch(window, language)
    if region is not None:
        click_region(region)
    for use_key in ("Key_End", "Key_Home"):
        press(slider_of(window), getattr(Qt.Key, use_key))
        for section in ("acute_section", "long_term_section"):
            for card in cards_of(window, section) if region else []:
                click(header_of(card), QPoint(60, 12))
                assert foreign_texts(window, wrong[language]) == []
    switch(window, Level.CLINICAL)
    assert foreign_texts(window, wrong[language]) == []


def test_both_languages_say_something_in_the_same_places(open_coffee):
    window = open_coffee()
    places = [where for where, _ in texts_of(window)]
    for name in ("foot_notice", "foot_pack", "app_title", "caption", "start_title"):
        assert text_of(window, name)
    switch(window, Language.NL)
    assert [where for where, _ in texts_of(window)] == places
    assert text_of(window, "foot_notice") == "Dit gaat over koffie."
    assert find(window, "legend").accessibleDescription().startswith("minder, meer, ")


def test_the_switches_tell_the_window(qtbot, window):
    with qtbot.waitSignal(find(window, "top_bar").language_picked) as blocker:
        switch(window, Language.NL)
    assert blocker.args == [Language.NL]
    with qtbot.waitSignal(find(window, "top_bar").level_picked) as blocker:
        switch(window, Level.CLINICAL)
    assert blocker.args == [Level.CLINICAL]
    with qtbot.waitSignal(find(window, "stage_bar").phase_picked) as blocker:
        click(find(window, "phase_switch_long_term"))
    assert blocker.args == [Phase.LONG_TERM]


@pytest.mark.parametrize("change", [Language.NL, Level.CLINICAL])
def test_selection_use_and_open_cards_stay(window, change):
    press(slider_of(window), Qt.Key.Key_End)
    click(header_of(cards_of(window, "long_term_section")[0]), QPoint(60, 12))
    before = open_ids(window)
    assert before == ["same"]
    switch(window, change)
    assert find(window, "region_thalamus").isChecked()
    assert open_ids(window) == before
    assert slider_of(window).value() == slider_of(window).maximum()
    assert text_of(window, "use_chip") == ("Veel kopjes" if change is Language.NL else "Many cups")


@pytest.mark.parametrize("change", [Language.NL, Level.CLINICAL])
def test_the_scroll_position_stays(window, change):
    for section in ("acute_section", "long_term_section"):
        click(shown(find(window, section), "claim_header")[0], QPoint(60, 12))
    QApplication.processEvents()
    bar = scroll_of(window)
    assert bar.maximum() > 40, "there is something to scroll"
    bar.setValue(40)
    switch(window, change)
    QApplication.processEvents()
    assert bar.value() == 40


def test_both_levels_say_something_else(window):
    plain_words = text_of(window, "region_summary")
    switch(window, Level.CLINICAL)
    assert text_of(window, "region_summary") == f"{plain_words} Clinical."
    for section in ("acute_section", "long_term_section"):
        assert text_of(window, f"{section}_summary").endswith("Clinical.")
        for card in cards_of(window, section):
            assert card.content.statement.endswith("Clinical.")
    switch(window, Level.PLAIN)
    assert text_of(window, "region_summary") == plain_words


@pytest.mark.parametrize("use", list(Use))
def test_the_numbers_on_the_cards_stay_the_same(open_coffee, click_region, use):
    window = open_coffee("--use", str(use))
    every = set()
    for region in NAMES:
        click_region(region)
        sets = set()
        for language in Language:
            switch(window, language)
            for level in Level:
                switch(window, level)
                sets.add(tuple(sorted(numbers_of_cards(window, language))))
        assert len(sets) == 1, f"the numbers of {region} differ: {sets}"
        every |= sets
    assert any(every), "there are numbers at all"


def numbers_of_cards(window, language):
    """Return the numbers that the cards of both sections say, details included."""
    numbers = set()
    for section in ("acute_section", "long_term_section"):
        for part in ("claims", "nearby"):
            for card in cards_of(window, section, part):
                texts = [card.content.statement, card.content.who]
                texts += [text for _, text in card.content.facts]
                for text in texts:
                    numbers |= numbers_in(text, language)
    return numbers


def test_numbers_are_written_as_the_language_does(window):
    click(header_of(cards_of(window, "acute_section")[0]), QPoint(60, 12))
    details = " ".join(plain(label.text()) for label in shown(window, None, QLabel))
    assert "4.5% (95% CI 3.1 to 6.25; n = 9; p = 0.020)" in details
    switch(window, Language.NL)
    details = " ".join(plain(label.text()) for label in shown(window, None, QLabel))
    assert re.search(r"4,5 %? ?\(95.*3,1 .* 6,25; n = 9; p = 0,020\)", details)


def test_names_that_assistive_tools_rely_on(window):
    expected = {
        "brain_canvas": ("Brain diagram", "Hersendiagram"),
        "use_slider": ("Therapeutic or chronic use", "Therapeutisch of chronisch gebruik"),
        "region_panel": ("Effects", "Effecten"),
        "acute_section": ("During (acute)", "Tijdens (acuut)"),
        "long_term_section": ("Afterwards (long-term)", "Daarna (lange termijn)"),
        "region_eiland": ("insula", "eiland"),
    }
    for language, place in ((Language.EN, 0), (Language.NL, 1)):
        switch(window, language)
        names = {name: find(window, name).accessibleName() for name in expected}
        assert names == {name: pair[place] for name, pair in expected.items()}


def test_assistive_tools_read_what_each_region_shows(window):
    region = find(window, "region_eiland")
    assert region.accessibleDescription() == (
        "One cup. During: both found · limited. The insula tastes."
    )
    switch(window, Language.NL)
    assert region.accessibleDescription() == (
        "Eén kopje. Tijdens: beide gevonden · beperkt. Het eiland proeft."
    )


def test_every_control_has_a_name(window):
    click(header_of(cards_of(window, "acute_section")[0]), QPoint(60, 12))
    nameless = [
        f"{type(part).__name__} in {part.parent().objectName()}"
        for part in window.findChildren(QWidget)
        if part.isVisible()
        and part.focusPolicy() & Qt.FocusPolicy.TabFocus
        and part.focusProxy() is None
        and not (part.accessibleName() or getattr(part, "text", str)())
    ]
    assert nameless == []
    assert texts_of(window)
