"""Glossary: find a word, read what it means, follow the words in a definition."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from explorer.domain.vocabulary import Language
from explorer.widgets.glossary_page import GlossaryPage
from explorer.widgets.search_list import folded
from explorer.widgets.term_text import TermText
from tests.pages import reader
from tests.widgets.person import find, text_of

LANGUAGES = ("nl", "en")


def term_of(library, term_id):
    return next(term for term in library.glossary if term.id == term_id)


def definition(page):
    return find(page, "glossary_text", TermText)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_term_is_listed_by_its_alphabet(open_page, library, language):
    page = open_page(GlossaryPage, language)
    names = [term.name.at(Language(language)) for term in library.glossary]
    rows = [text for text, _ in reader.rows_of(page, "glossary")]
    assert rows == sorted(names, key=folded)
    assert text_of(page, "glossary_term") == rows[0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_term_is_shown_with_definition_forms_and_the_other_language(open_page, library, language):
    page = open_page(GlossaryPage, language)
    page.show_term("sert")
    term, other = term_of(library, "sert"), "en" if language == "nl" else "nl"
    assert page.term == "sert"
    assert text_of(page, "glossary_term") == term.name.at(Language(language))
    assert definition(page).text() == term.definition.at(Language(language))
    said = reader.said(page)
    assert "SERT" in said
    assert term.name.at(Language(other)) in said


def test_typing_begins_at_once_and_finds_other_spellings(open_page, library):
    page = open_page(GlossaryPage)
    assert reader.focus_name() == "glossary_search"
    reader.type_in(page, "glossary", "mpfc")
    term = term_of(library, "prefrontal-cortex")
    assert reader.rows_of(page, "glossary")[0][0] == term.name.en
    assert definition(page).text() == term.definition.en


def test_a_hit_in_the_name_comes_before_one_in_a_definition(open_page):
    page = open_page(GlossaryPage)
    reader.type_in(page, "glossary", "cortex")
    rows = [text for text, _ in reader.rows_of(page, "glossary")]
    hits = ["cortex" in text for text in rows]
    assert hits.index(False) >= 2
    assert rows[0] == "cingulate cortex"


def test_down_walks_on_and_enter_goes_to_the_definition(open_page):
    page = open_page(GlossaryPage)
    rows = [text for text, _ in reader.rows_of(page, "glossary")]
    reader.key(Qt.Key.Key_Down)
    reader.key(Qt.Key.Key_Down)
    assert text_of(page, "glossary_term") == rows[1]
    reader.key(Qt.Key.Key_Return)
    assert reader.focus_name() == "glossary_definition"
    assert find(page, "glossary_definition").accessibleName() == rows[1]


def test_a_click_on_a_row_shows_it(open_page):
    page = open_page(GlossaryPage)
    rows = [text for text, _ in reader.rows_of(page, "glossary")]
    reader.click_row(page, "glossary", 7)
    assert text_of(page, "glossary_term") == rows[7]


def test_a_term_that_is_asked_for_shows_in_spite_of_the_search(open_page, library):
    page = open_page(GlossaryPage)
    field = reader.type_in(page, "glossary", "xyzzy")
    assert "No term fits this search." in reader.said(page)
    page.show_term("hippocampus")
    assert field.text() == ""
    assert definition(page).text() == term_of(library, "hippocampus").definition.en
    page.show_term("no-such-term")
    assert page.term == "hippocampus"


def test_a_word_in_a_definition_leads_to_its_own(open_page, library):
    page = open_page(GlossaryPage)
    page.show_term("sert")
    text = definition(page)
    wanted = text.terms[0]
    reader.tab_to("glossary_text")
    reader.key(Qt.Key.Key_Return)
    assert page.term == wanted != "sert"
    assert definition(page).text() == term_of(library, wanted).definition.en


def test_the_card_of_a_word_leads_there_too(open_page):
    page = open_page(GlossaryPage)
    page.show_term("sert")
    text = definition(page)
    wanted = text.terms[0]
    QTest.mouseClick(text, reader.LEFT, pos=text.term_box(0).center())
    QTest.mouseClick(find(page, "term_card_more"), reader.LEFT)
    assert page.term == wanted
    assert not find(page, "term_card").isVisible()


def test_the_language_changes_and_the_term_stays(open_page, library):
    page = open_page(GlossaryPage)
    page.show_term("hippocampus")
    reader.switch_language(page, "nl")
    assert page.term == "hippocampus"
    assert definition(page).text() == term_of(library, "hippocampus").definition.nl
    assert text_of(page, "glossary_title") == "Woordenlijst"


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [(1024, 560), (1920, 960)])
def test_no_text_is_cut_off(open_page, library, language, theme, size):
    page = open_page(GlossaryPage, language, theme, size=size)
    for term in library.glossary:
        page.show_term(term.id)
        assert reader.cut_off(page) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_assistive_tools_find_a_name_on_everything_that_acts(open_page, language):
    page = open_page(GlossaryPage, language)
    without, count = reader.unnamed(page)
    assert without == []
    assert count >= 3
    assert [spoken for _, spoken in reader.rows_of(page, "glossary")]


def test_a_pack_without_a_glossary_has_an_empty_page(open_page, library):
    page = open_page(GlossaryPage, content=library._replace(glossary=()))
    assert reader.rows_of(page, "glossary") == []
    assert page.term == ""
    assert page.findChildren(QLabel, "glossary_text") == []
