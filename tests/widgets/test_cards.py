"""Claim cards: open in place, say everything, and hand their sources over."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from tests.widgets.person import (
    cards_of,
    click,
    find,
    header_of,
    open_ids,
    press,
    shown,
    text_of,
)

FIRST_DOI = "https://doi.org/10.1000/bean(2019)1"


@pytest.fixture
def window(open_coffee, click_region):
    window = open_coffee("--use", "therapeutic")
    click_region("thalamus")
    return window


@pytest.fixture
def opened(monkeypatch):
    """The addresses that the program asked the desktop to open."""
    links = []

    def open_url(url):
        links.append(url.toString())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", staticmethod(open_url))
    return links


def card_of(window, claim_id):
    return next(card for card in shown(window, "claim_card") if card.content.id == claim_id)


def open_card(window, claim_id):
    card = card_of(window, claim_id)
    click(header_of(card), QPoint(60, 12))
    QApplication.processEvents()
    return card


def texts_in(card):
    (details,) = shown(card, "claim_details")
    return [label.text() for label in details.findChildren(QLabel) if label.isVisible()]


def link_in(card):
    """Click the first link of the citation, as a person would: by its address in the text."""
    citation = shown(card, "citation", QLabel)[0]
    for y in range(citation.height() - 4, 0, -4):
        for x in range(4, citation.width(), 6):
            yield citation, QPoint(x, y)


def test_a_card_opens_in_place_and_closes_again(qtbot, window):
    assert open_ids(window) == []
    card = card_of(window, "less")
    with qtbot.waitSignal(card.open_wished) as blocker:
        click(header_of(card), QPoint(60, 12))
    assert blocker.args == ["less", True]
    assert open_ids(window) == ["less"]
    assert header_of(card).isChecked()
    with qtbot.waitSignal(card.open_wished) as blocker:
        click(header_of(card), QPoint(60, 12))
    assert blocker.args == ["less", False]
    assert open_ids(window) == []


def test_only_one_card_is_open_at_a_time(window):
    open_card(window, "less")
    open_card(window, "open")
    assert open_ids(window) == ["open"]
    assert not header_of(card_of(window, "less")).isChecked()


def test_a_pinned_card_stays_open_until_it_is_let_go(window):
    card = open_card(window, "less")
    pin = shown(card, "pin_open", QAbstractButton)[0]
    assert pin.text() == "Keep this card open"
    click(pin)
    open_card(window, "open")
    assert set(open_ids(window)) == {"less", "open"}
    pin = shown(card_of(window, "less"), "pin_open", QAbstractButton)[0]
    assert pin.text() == "Let this card close"
    click(pin)
    open_card(window, "sleep")
    assert open_ids(window) == ["sleep"]


def test_another_region_closes_all_cards(window, click_region):
    click(shown(open_card(window, "less"), "pin_open", QAbstractButton)[0])
    click_region("eiland")
    assert open_ids(window) == []
    click_region("thalamus")
    assert open_ids(window) == []


def test_the_details_say_everything(window):
    text = "\n".join(texts_in(open_card(window, "less")))
    for part in (
        "Measured measure of less",
        "Studied in 9 coffee drinkers (n = 9)",
        "Kind of study Placebo-controlled brain scan study",
        "Dose in the study 1 cup",
        "Numbers fall: 4.5% (95% CI 3.1 to 6.25; n = 9; p = 0.020)",
        "Caveat It was a small study.",
        "Why “Limited”?",
        "A controlled study in people, but small: 9 analysed.",
        "No independent group has repeated it yet.",
        "A controlled study of 20 or more people that agrees would raise it to Moderate.",
        "Coffee &amp; the thalamus",
        "Bean &amp; Cup, 2019 · Journal of Cups",
        "doi 10.1000/bean(2019)1",
    ):
        assert part in text, f"not said: {part}"


def test_a_gap_says_what_was_looked_for_and_why_it_is_empty(window):
    card = open_card(window, "open")
    text = "\n".join(texts_in(card))
    assert "Looked for scans in people" in text
    assert "Why this is empty It was a small study." in text
    assert "Any study that measures it would change this." in text
    assert "Literature searched October 2026" in header_of(card).accessibleName()
    assert not shown(card, "citation")


def test_what_was_read_at_second_hand_is_told(window):
    click(shown(find(window, "acute_section_claims"), "show_more")[0])
    text = "\n".join(texts_in(open_card(window, "rats-1")))
    assert "Animal study. Read at second hand, not in the paper itself." in text
    assert "This was not studied in people" in text
    assert "number not given in what was read" in text


def test_a_title_is_shown_as_it_is_and_not_as_markup(window):
    click(shown(find(window, "acute_section_claims"), "show_more")[0])
    text = "\n".join(texts_in(open_card(window, "rats-1")))
    assert "Rats &amp; cups &lt;i&gt;" in text


def test_a_corrected_paper_is_marked_wherever_it_appears(window):
    click(shown(find(window, "acute_section_claims"), "show_more")[0])
    card = card_of(window, "rats-1")
    assert "Corrected paper" in header_of(card).accessibleName()
    assert "Corrected paper" in shown(open_card(window, "rats-1"), "citation", QLabel)[0].text()
    assert "Corrected" not in header_of(card_of(window, "less")).accessibleName()


def test_a_doi_is_opened_by_a_click_only(qtbot, window, opened):
    card = open_card(window, "less")
    assert opened == []
    with qtbot.waitSignal(find(window, "region_panel").link_wished, timeout=5000) as blocker:
        for citation, point in link_in(card):
            click(citation, point)
            if opened:
                break
    assert blocker.args == [FIRST_DOI]
    assert opened == [FIRST_DOI]


def test_a_paper_without_a_doi_says_so_and_has_no_link(window, opened):
    click(shown(find(window, "acute_section_claims"), "show_more")[0])
    citation = shown(open_card(window, "rats-1"), "citation", QLabel)[0]
    assert "no DOI known" in citation.text()
    assert "href" not in citation.text()


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        (
            "text",
            "Bean A, Cup B. Coffee & the thalamus. Journal of Cups. 2019;12:1-9. doi:10.1000/bean",
        ),
        ("bibtex", "@article{bean2019,\n  author = {Bean, Anna and Cup, Bo},"),
    ],
)
def test_a_citation_can_be_copied(qtbot, window, announced, form, expected):
    QApplication.clipboard().clear()
    card = open_card(window, "less")
    assert QApplication.clipboard().text() == ""
    with qtbot.waitSignal(find(window, "region_panel").copy_wished) as blocker:
        click(shown(card, f"copy_{form}", QAbstractButton)[0])
    assert blocker.args[0].key == "bean2019"
    assert blocker.args[1] == form
    assert QApplication.clipboard().text().startswith(expected)
    assert announced[-1] == "Copied."


def test_the_strongest_card_comes_first(window):
    click(shown(find(window, "acute_section_claims"), "show_more")[0])
    steps = [card.content.strength for card in cards_of(window, "acute_section")]
    assert steps == sorted(steps, reverse=True)


def test_more_cards_are_shown_on_request_and_folded_again(window):
    section = find(window, "acute_section_claims")
    first = len(cards_of(window, "acute_section"))
    (more,) = shown(section, "show_more", QAbstractButton)
    assert 1 <= first < 6
    assert more.text() == f"Show {6 - first} more"
    click(more)
    assert len(cards_of(window, "acute_section")) == 6
    (fewer,) = shown(section, "show_more", QAbstractButton)
    assert fewer.text() == "Show fewer"
    click(fewer)
    assert len(cards_of(window, "acute_section")) == first


def test_the_second_heading_is_in_sight_at_first(open_coffee, click_region):
    window = open_coffee(size=(1280, 800))
    click_region("thalamus")
    QApplication.processEvents()
    heading = find(window, "long_term_section_heading", QLabel)
    area = find(window, "panel_scroll").viewport()
    place = heading.rect().translated(heading.mapTo(area, QPoint(0, 0)))
    assert area.rect().contains(place), "the second section starts out of sight"


def test_what_is_known_nearby_names_its_place(window):
    cards = cards_of(window, "long_term_section", "nearby")
    assert [card.content.id for card in cards] == ["sleep"]
    assert text_of(window, "long_term_section_nearby_heading") == "Known nearby"
    assert header_of(cards[0]).accessibleName().startswith("body. less. ")


def test_nothing_nearby_has_no_heading(window, click_region):
    click_region("eiland")
    for section in ("acute_section", "long_term_section"):
        assert not find(window, f"{section}_nearby_heading").isVisible()
        assert cards_of(window, section, "nearby") == []


def test_an_open_card_written_again_has_each_button_once(window):
    card = open_card(window, "less")
    click(shown(card, "pin_open", QAbstractButton)[0])
    click(find(window, "language_switch_nl"))
    click(find(window, "language_switch_en"))
    QApplication.processEvents()
    names = sorted(part.objectName() for part in shown(card, None, QAbstractButton))
    assert [name for name in names if name != "claim_header"] == [
        "copy_bibtex",
        "copy_text",
        "pin_button",
        "pin_open",
    ]


def test_the_focus_stays_on_the_pin(window):
    card = open_card(window, "less")
    press(shown(card, "pin_open", QAbstractButton)[0], Qt.Key.Key_Space)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.objectName() == "pin_open"
    assert focus.isChecked()
