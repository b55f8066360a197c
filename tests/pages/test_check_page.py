"""Claim check: find a statement, read the answer, go to the brain or to the source."""

from collections import Counter

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QListView

from explorer.canvas.palette import DARK, LIGHT
from explorer.domain.text import Name
from explorer.domain.vocabulary import CheckVerdict, Language, Level
from explorer.i18n import words
from explorer.state.view_state import ViewState
from explorer.widgets.check_page import CheckPage
from explorer.widgets.jump import Jump
from explorer.widgets.verdict_sign import verdict_color
from tests.pages import reader
from tests.widgets.person import click, count_color, find, shown, text_of

LANGUAGES = ("nl", "en")
OF_TOPIC = "receptor-changes-last"


def check_of(library, check_id):
    return next(check for check in library.checks if check.id == check_id)


def answer_of(page):
    return text_of(page, "check_text")


def chip(page, verdict):
    return find(page, f"verdict_{verdict}", QAbstractButton)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_statement_is_listed_in_quotes_with_its_verdict(open_page, library, language):
    page = open_page(CheckPage, language)
    word = words(Language(language))
    expected = [
        (f"“{check.statement.at(Language(language))}”", word(f"verdict.{check.verdict}"))
        for check in library.checks
    ]
    rows = reader.rows_of(page, "check")
    assert [text for text, _ in rows] == [text for text, _ in expected]
    assert [spoken for _, spoken in rows] == [f"{verdict}. {text}" for text, verdict in expected]
    assert str(len(expected)) in text_of(page, "check_count")


def test_the_first_answer_is_there_at_once(open_page, library):
    page = open_page(CheckPage)
    first = library.checks[0]
    assert text_of(page, "check_statement") == f"“{first.statement.en}”"
    assert answer_of(page) == first.answer.en_plain


@pytest.mark.parametrize("verdict", CheckVerdict)
def test_a_chip_leaves_only_its_verdict(open_page, library, verdict):
    page = open_page(CheckPage)
    count = Counter(check.verdict for check in library.checks)[verdict]
    button = chip(page, verdict)
    assert button.text().endswith(f" {count}")
    click(button)
    word = words(Language.EN)(f"verdict.{verdict}")
    rows = reader.rows_of(page, "check")
    assert len(rows) == count
    assert all(spoken.startswith(f"{word}. ") for _, spoken in rows)
    assert text_of(page, "check_count").startswith(f"{count} of {count} ")
    assert text_of(page, "check_verdict") == word
    assert text_of(page, "check_statement") == rows[0][0]
    click(chip(page, "all"))
    assert len(reader.rows_of(page, "check")) == len(library.checks)


def test_typing_searches_statement_answer_and_place(open_page):
    page = open_page(CheckPage)
    field = reader.type_in(page, "check", "zebrafish genes")
    few = reader.rows_of(page, "check")
    assert 0 < len(few) < 20
    assert text_of(page, "check_statement") in [text for text, _ in few]
    reader.key(Qt.Key.Key_Escape)
    assert field.text() == ""
    assert len(reader.rows_of(page, "check")) > len(few)


def test_what_is_not_found_is_told(open_page):
    page = open_page(CheckPage)
    reader.type_in(page, "check", "xyzzy")
    assert reader.rows_of(page, "check") == []
    assert text_of(page, "check_count").startswith("0 of ")
    assert "No statement fits this search." in reader.said(page)
    assert shown(page, "check_text") == []


def test_the_keys_walk_the_list_and_tab_goes_on_to_the_answer(open_page, library):
    page = open_page(CheckPage)
    assert reader.focus_name() == "check_list"
    reader.key(Qt.Key.Key_Down)
    reader.key(Qt.Key.Key_Down)
    assert answer_of(page) == library.checks[2].answer.en_plain
    reader.key(Qt.Key.Key_Up)
    assert answer_of(page) == library.checks[1].answer.en_plain
    reader.key(Qt.Key.Key_Tab)
    assert reader.focus_name() == "check_answer"
    area = find(page, "check_answer")
    assert area.accessibleName() == "What the literature says"
    assert library.checks[1].answer.en_plain in area.accessibleDescription()


def test_enter_goes_to_the_answer_and_down_from_the_field_to_the_list(open_page):
    page = open_page(CheckPage)
    reader.key(Qt.Key.Key_Return)
    assert reader.focus_name() == "check_answer"
    reader.type_in(page, "check", "oxytocin")
    reader.key(Qt.Key.Key_Down)
    assert reader.focus_name() == "check_list"


def test_a_click_on_a_row_shows_its_answer(open_page, library):
    page = open_page(CheckPage)
    reader.click_row(page, "check", 5)
    assert answer_of(page) == library.checks[5].answer.en_plain


def test_every_claim_has_a_button_that_wishes_for_its_cell(open_page, library, qtbot):
    page = open_page(CheckPage)
    for check in library.checks:
        page.show_check(check.id)
        buttons = [button for button in page.findChildren(QAbstractButton) if button.isVisible()]
        jumps = [button for button in buttons if button.objectName().startswith("jump_")]
        for button in jumps:
            with qtbot.waitSignal(page.jump_wished) as blocker:
                button.click()
            (jump,) = blocker.args
            assert library.has_place(jump.place)
            if jump.claim is not None:
                claim = library.claim(jump.claim)
                assert claim.id in check.claims
                assert (jump.use, jump.phase) == (claim.use, claim.phase)
                assert jump.place in (claim.about, *claim.nearby)
                assert claim.statement.en_plain in button.accessibleName()
                assert button.accessibleName().startswith("Show in the brain: ")
        reachable = [library.claim(claim_id) for claim_id in check.claims]
        reachable = [
            claim.id
            for claim in reachable
            if any(map(library.has_place, (claim.about, *claim.nearby)))
        ]
        if reachable:
            assert [button.objectName() for button in jumps] == [f"jump_{one}" for one in reachable]


def test_a_claim_about_a_topic_is_shown_where_it_is_near(open_page, library, qtbot):
    page = open_page(CheckPage)
    page.show_check(OF_TOPIC)
    claim = next(
        library.claim(one)
        for one in check_of(library, OF_TOPIC).claims
        if not library.has_place(library.claim(one).about)
    )
    with qtbot.waitSignal(page.jump_wished) as blocker:
        click(find(page, f"jump_{claim.id}", QAbstractButton))
    place = next(one for one in claim.nearby if library.has_place(one))
    assert blocker.args == [Jump(place, claim.use, claim.phase, claim.id)]


def test_a_jump_is_reached_and_pressed_with_the_keys(open_page, qtbot, library):
    page = open_page(CheckPage)
    claim = library.claim(library.checks[0].claims[0])
    reader.tab_to(f"jump_{claim.id}")
    with qtbot.waitSignal(page.jump_wished) as blocker:
        reader.key(Qt.Key.Key_Space)
    assert blocker.args == [Jump(claim.about, claim.use, claim.phase, claim.id)]


def test_the_answer_has_the_level_of_the_state(open_page, library):
    page = open_page(CheckPage, "nl")
    assert answer_of(page) == library.checks[0].answer.nl_plain
    page.show_state(ViewState(language=Language.NL, level=Level.CLINICAL))
    assert answer_of(page) == library.checks[0].answer.nl_clinical


def test_the_language_changes_and_the_statement_stays(open_page, library):
    page = open_page(CheckPage)
    reader.click_row(page, "check", 4)
    reader.switch_language(page, "nl")
    assert text_of(page, "check_title") == "Klopt dat?"
    assert text_of(page, "check_statement") == f"“{library.checks[4].statement.nl}”"
    assert answer_of(page) == library.checks[4].answer.nl_plain
    assert chip(page, "all").accessibleName().startswith("Oordeel: Alles")


def test_sources_have_their_doi_and_a_click_asks_for_it(open_page, library, qtbot):
    page = open_page(CheckPage)
    citations = shown(page, "citation", QLabel)
    keys = library.checks[0].references
    assert len(citations) == len(keys)
    for citation, key in zip(citations, keys, strict=True):
        assert library.reference(key).doi in citation.text()
    wanted = library.reference(keys[0]).link
    with qtbot.waitSignal(page.link_wished, timeout=5000) as blocker:
        label = citations[0]
        for y in range(label.height() - 4, 0, -4):
            for x in range(4, label.width(), 8):
                if not blocker.signal_triggered:
                    click(label, QPoint(x, y))
    assert blocker.args == [wanted]


def test_a_retracted_paper_is_marked(open_page, library):
    check = next(check for check in library.checks if check.about_retraction)
    page = open_page(CheckPage)
    page.show_check(check.id)
    assert any("Retracted paper" in label.text() for label in shown(page, "citation", QLabel))


def test_the_answer_is_copied_with_its_sources(open_page, library, qtbot):
    page = open_page(CheckPage)
    with qtbot.waitSignal(page.text_copied) as blocker:
        click(find(page, "check_copy", QAbstractButton))
    (text,) = blocker.args
    check = library.checks[0]
    assert check.statement.en in text
    assert check.answer.en_plain in text
    assert all(f"doi:{library.reference(key).doi}" in text for key in check.references)


def test_a_check_that_is_asked_for_shows_in_spite_of_filter_and_search(open_page, library):
    page = open_page(CheckPage)
    click(chip(page, "correct"))
    reader.type_in(page, "check", "xyzzy")
    page.show_check(OF_TOPIC)
    assert text_of(page, "check_statement") == f"“{check_of(library, OF_TOPIC).statement.en}”"
    page.show_check("no-such-check")
    assert text_of(page, "check_statement") == f"“{check_of(library, OF_TOPIC).statement.en}”"


def test_texts_of_a_pack_are_no_markup(open_page, library):
    sharp = library.checks[0]._replace(
        statement=Name("<b>x</b> & y", "<b>x</b> & y"),
        answer=library.checks[0].answer._replace(en_plain="<img src='x'> & <i>z</i>"),
    )
    page = open_page(CheckPage, content=library._replace(checks=(sharp,)))
    assert text_of(page, "check_statement") == "“<b>x</b> & y”"
    assert find(page, "check_statement", QLabel).textFormat() is Qt.TextFormat.PlainText
    assert answer_of(page) == "<img src='x'> & <i>z</i>"
    assert find(page, "check_text", QLabel).textFormat() is Qt.TextFormat.PlainText


@pytest.mark.parametrize(("theme", "palette"), [("light", LIGHT), ("dark", DARK)])
@pytest.mark.parametrize("verdict", CheckVerdict)
def test_every_verdict_has_a_sign_in_its_colour_beside_its_word(open_page, theme, palette, verdict):
    page = open_page(CheckPage, "en", theme)
    click(chip(page, verdict))
    line = find(page, "check_verdict", QLabel)
    picture = line.grab().toImage()
    color = verdict_color(verdict, palette)
    sign = picture.copy(0, 0, 20, picture.height())
    assert count_color(sign, color, 40) > 8
    assert count_color(picture, color, 40) > count_color(sign, color, 40)


def test_signs_differ_in_shape(open_page):
    page = open_page(CheckPage)
    pictures = set()
    for verdict in CheckVerdict:
        click(chip(page, verdict))
        sign = find(page, "check_verdict", QLabel).grab().toImage().copy(0, 0, 20, 24)
        dark = {
            (x, y) for x in range(20) for y in range(24) if sign.pixelColor(x, y).lightness() < 170
        }
        pictures.add(frozenset(dark))
    assert len(pictures) == len(CheckVerdict)


@pytest.mark.parametrize("size", [(1024, 560), (1920, 960)])
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_cut_off(open_page, library, language, size):
    page = open_page(CheckPage, language, size=size)
    for check in library.checks[::9]:
        page.show_check(check.id)
        assert reader.cut_off(page) == []
    view = find(page, "check_list", QListView)
    assert view.sizeHintForColumn(0) <= view.viewport().width()


@pytest.mark.parametrize("language", LANGUAGES)
def test_assistive_tools_find_a_name_on_everything_that_acts(open_page, language):
    page = open_page(CheckPage, language)
    without, count = reader.unnamed(page)
    assert without == []
    assert count > 10
