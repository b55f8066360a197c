"""How we rate: every step and every line of the rule, as the program applies them."""

import subprocess
import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from explorer.domain.rule_table import rule_rows
from explorer.domain.strength import LARGE
from explorer.domain.vocabulary import Language, Strength
from explorer.i18n import words
from explorer.pack.rules import built_in_rules
from explorer.widgets.rating_page import RatingPage
from explorer.widgets.strength_meter import StrengthMeter
from tests.pages import reader
from tests.widgets.person import find, text_of

LANGUAGES = ("nl", "en")


def open_read(open_page, qtbot, *arguments, **options):
    """Open the page and wait until it has read the phrase bank."""
    page = open_page(RatingPage, *arguments, **options)
    qtbot.waitUntil(lambda: "probably" in said_with(page) or "waarschijnlijk" in said_with(page))
    return page


def said_with(page, step="moderate"):
    return text_of(page, f"rating_phrases_{step}")


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_step_has_meter_and_meaning(open_page, qtbot, language):
    page = open_read(open_page, qtbot, language)
    word = words(Language(language))
    meters = [meter.text() for meter in page.findChildren(StrengthMeter)]
    steps = sorted(Strength, reverse=True)
    assert meters[: len(steps)] == [word(f"strength.{step.name.lower()}") for step in steps]
    for step in steps:
        assert word(f"rating.step.{step.name.lower()}") in reader.said(page)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table_is_the_rule(open_page, qtbot, language):
    page = open_read(open_page, qtbot, language)
    word = words(Language(language))
    rows = rule_rows()
    meters = [meter.text() for meter in page.findChildren(StrengthMeter)][len(Strength) :]
    assert meters == [word(f"strength.{row.strength.name.lower()}") for row in rows]
    said = reader.said(page)
    places = [said.index(word(f"rating.rule.{row.reason}", n=LARGE)) for row in rows]
    assert places == sorted(places)
    design = word("design.open_label")
    assert design[1:] in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_of_each_step_are_those_of_the_phrase_bank(open_page, qtbot, language):
    page = open_read(open_page, qtbot, language)
    hedges = built_in_rules().bank.hedges
    for step in Strength:
        key = step.name.lower()
        for phrase in hedges[Language(language), key].require:
            assert f"“{phrase}”" in said_with(page, key)
    for phrase in hedges[Language(language), "early_people"].require:
        assert f"“{phrase}”" in said_with(page, "early")
    assert "“" in said_with(page, "strong")


def test_what_lowers_a_step_names_its_bounds(open_page, qtbot):
    said = reader.said(open_read(open_page, qtbot))
    assert "never go below Early" in said
    assert "the step is Limited at most" in said
    assert "A retracted paper never counts." in said
    assert "no GRADE rating" in said


def test_who_reviewed_when_searched_and_which_version(open_page, qtbot, library):
    said = reader.said(open_read(open_page, qtbot))
    word = words(Language.EN)
    info = library.info
    assert info.title.en in said
    assert f"version {info.version}" in said
    assert word.month(info.searched) in said
    assert word.month(info.review_by) in said
    assert word.month(library.retractions_as_of) in said
    assert "Nobody outside the makers has reviewed it yet." in said
    reviewed = library._replace(info=info._replace(reviewed_by="A. Reader", version="9.9"))
    said = reader.said(open_read(open_page, qtbot, content=reviewed))
    assert "Reviewed by A. Reader." in said
    assert "version 9.9" in said


def test_the_keys_scroll(open_page, qtbot):
    page = open_read(open_page, qtbot, size=(1024, 560))
    bar = find(page, "rating_area").verticalScrollBar()
    assert reader.focus_name() == "rating_area"
    assert bar.maximum() > 200
    reader.key(Qt.Key.Key_PageDown)
    below = bar.value()
    assert below > 100
    reader.key(Qt.Key.Key_Up)
    assert bar.value() < below


def test_the_place_stays_when_the_words_change(open_page, qtbot):
    page = open_read(open_page, qtbot, size=(1024, 560))
    bar = find(page, "rating_area").verticalScrollBar()
    bar.setValue(300)
    reader.switch_language(page, "nl")
    assert bar.value() == 300
    assert text_of(page, "rating_title") == "Hoe we wegen"


def test_the_phrase_bank_is_read_when_the_page_is_shown_and_not_before():
    script = (
        "import sys\n"
        "from PySide6.QtWidgets import QApplication\n"
        "from explorer.pack.baked import open_builtin\n"
        "from explorer.widgets.rating_page import RatingPage\n"
        "app = QApplication([])\n"
        "page = RatingPage(open_builtin()[0])\n"
        "assert 'yaml' not in sys.modules\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("size", [(1024, 560), (1920, 960)])
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_cut_off(open_page, qtbot, language, size, theme):
    page = open_read(open_page, qtbot, language, theme, size=size)
    QTest.qWait(20)
    assert reader.cut_off(page) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_assistive_tools_read_everything(open_page, qtbot, language):
    page = open_read(open_page, qtbot, language)
    without, count = reader.unnamed(page)
    assert without == []
    assert count >= 1
