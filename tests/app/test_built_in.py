"""The pack that comes with the program, in the real window: each cell says something."""

import re
from itertools import product

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QLabel

from explorer import assets
from explorer.domain.numbers import numbers_in
from explorer.domain.vocabulary import Effect, Language, Level, Phase, Strength, Use
from explorer.pack.reader import read_pack
from explorer.widgets.effect_strip import EffectChip
from tests.widgets.person import (
    button_of,
    canvas_of,
    cards_of,
    click,
    drag,
    drawn,
    find,
    header_of,
    points_of_label,
    press,
    shown,
    slider_of,
    text_of,
)
from tests.widgets.reading import foreign_texts, wrong_words
from tests.widgets.test_layout import comes_to_rest

REGIONS = ("amygdala", "hypothalamus", "hippocampus")
SECTIONS = {Phase.ACUTE: "acute_section", Phase.LONG_TERM: "long_term_section"}
WORDS = {
    Language.EN: ["Gap", "Early", "Limited", "Moderate", "Strong"],
    Language.NL: ["Onbekend", "Vroeg", "Beperkt", "Redelijk", "Sterk"],
}
NEARBY = {Language.EN: "Known nearby", Language.NL: "In de buurt bekend"}
VIEWS = pytest.mark.parametrize(
    ("language", "level", "use"), list(product(Language, Level, Use)), ids=str
)


@pytest.fixture(scope="module")
def library():
    return read_pack(assets.folder())


@pytest.fixture(scope="module")
def wrong(library):
    return wrong_words(library)


def test_the_three_regions_come_first(library):
    assert tuple(region.id for region in library.main_regions) == REGIONS
    assert tuple(region.id for region in library.regions)[: len(REGIONS)] == REGIONS


@VIEWS
def test_no_cell_is_empty(qtbot, open_window, click_region, library, wrong, language, level, use):
    window = open_window("--language", language, "--level", level, "--use", use)
    for region in REGIONS:
        click_region(region)
        assert text_of(window, "region_name") == library.place(region).name.at(language)
        for phase, section in SECTIONS.items():
            cell = library.cell(region, use, phase)
            assert text_of(window, f"{section}_summary") == cell.summary.at(language, level)
            cards = cards_of(window, section)
            assert cards, f"{region}, {use}, {phase}: no card"
            check_cards(window, cell, section, language, level)
        assert foreign_texts(window, wrong[language]) == []
        comes_to_rest(qtbot, window)


def check_cards(window, cell, section, language, level):
    cards = cards_of(window, section)
    assert cards[0].content.statement == cell.claims[0].statement.at(language, level)
    for card in cards + cards_of(window, section, "nearby"):
        (strength,) = shown(card, "strength", QLabel)
        assert strength.text() == WORDS[language][card.content.strength]
        assert strength.accessibleName() == strength.text()
        assert card.content.statement in header_of(card).accessibleName()
    if cell.effect is Effect.UNKNOWN:
        assert cards[0].content.effect is Effect.UNKNOWN
        assert cards[0].content.strength is Strength.GAP
        assert text_of(window, f"{section}_nearby_heading") == NEARBY[language]
        assert cards_of(window, section, "nearby"), "a gap points to what is known nearby"
    else:
        assert cell.strength > Strength.GAP


@pytest.mark.parametrize("use", list(Use))
def test_every_claim_can_be_opened(open_window, library, use):
    window = open_window("--language", "en", "--use", use)
    opened = set()
    for place in walk_places(window):
        press(place, Qt.Key.Key_Return)
        for section in SECTIONS.values():
            for more in shown(find(window, section), "show_more", QAbstractButton):
                click(more)
            for part in ("claims", "nearby"):
                for card in cards_of(window, section, part):
                    if card.content.id in opened:
                        continue
                    click(header_of(card), QPoint(60, 12))
                    assert shown(card, "claim_details")
                    opened.add(card.content.id)
    places = {place.id for place in library.places}
    told = {
        claim.id
        for claim in library.claims
        if claim.use is use and (claim.about in places or claim.nearby)
    }
    assert told == opened


def walk_places(window):
    """Yield the button of each place once: what each view and slice draws, then the strip."""
    seen = set()
    for view in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4):
        press(canvas_of(window), view)
        first = window._store.state.plane
        while True:
            for button in canvas_of(window).tab_stops():
                if button.objectName() not in seen:
                    seen.add(button.objectName())
                    yield button
            press(canvas_of(window), Qt.Key.Key_Period)
            if window._store.state.plane == first:
                break
    yield from window.findChildren(EffectChip)


def test_every_place_can_be_reached_by_key(open_window, library):
    window = open_window("--language", "en")
    reached = []
    for place in walk_places(window):
        press(place, Qt.Key.Key_Return)
        reached.append(place.objectName().removeprefix("region_"))
        name = library.place(reached[-1]).name.at(Language.EN)
        assert text_of(window, "region_name") == name
        assert place.isChecked()
    assert sorted(reached) == sorted(place.id for place in library.places)


def test_every_region_is_drawn_in_two_views(open_window, library):
    window = open_window("--language", "en")
    views = {region.id: set() for region in library.regions}
    for at, view in enumerate((Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3)):
        press(canvas_of(window), view)
        for _ in library.info.views[window._store.state.view]:
            for region in set(drawn(window)) & set(views):
                views[region].add(at)
            press(canvas_of(window), Qt.Key.Key_Period)
    assert {region for region, seen in views.items() if len(seen) < 2} == set()


@pytest.mark.parametrize(("language", "use"), list(product(Language, Use)), ids=str)
def test_every_cell_of_every_place_says_something(open_window, library, language, use):
    window = open_window("--language", language, "--use", use)
    for button in walk_places(window):
        press(button, Qt.Key.Key_Return)
        place = button.objectName().removeprefix("region_")
        for phase, section in SECTIONS.items():
            gap = library.cell(place, use, phase).gap
            if gap is None:
                assert cards_of(window, section), f"{place}, {use}, {phase}"
                continue
            assert text_of(find(window, section), "gap_note_why") == gap.why.at(language)
            assert gap.sought.at(language) in text_of(find(window, section), "gap_note_sought")
            assert re.search(r" 20\d\d$", text_of(find(window, section), "gap_note_date"))


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("size", [(1024, 640), (1440, 900), (1920, 1080)])
def test_nothing_is_clipped_in_any_view(qtbot, open_window, language, size):
    window = open_window("--language", language, "--level", "clinical", size=size)
    for button in walk_places(window):
        press(button, Qt.Key.Key_Return)
        comes_to_rest(qtbot, window)


@pytest.mark.parametrize("region", REGIONS)
@pytest.mark.parametrize("size", [(1024, 640), (1440, 900), (2560, 1440)])
def test_each_region_can_be_clicked_at_any_size(open_window, region, size):
    window = open_window("--language", "en", size=size)
    canvas, button = canvas_of(window), button_of(window, region)
    middle = button.geometry().center()
    assert canvas.region_at(middle.toPointF()) == region
    assert min(button.width(), button.height()) >= 24
    click(canvas.viewport(), middle)
    assert text_of(window, "region_name").lower() == region
    assert button.isChecked()


@pytest.mark.parametrize("region", REGIONS)
def test_each_label_can_be_clicked(open_window, region):
    window = open_window("--language", "en")
    points = points_of_label(canvas_of(window), region)
    assert points, "the region has no label"
    click(canvas_of(window).viewport(), points[len(points) // 2])
    assert text_of(window, "region_name").lower() == region


def test_tab_walks_the_regions_in_reading_order(open_window):
    window = open_window("--language", "en")
    press(canvas_of(window), Qt.Key.Key_Right)
    walked = []
    for _ in REGIONS:
        walked.append(window.focusWidget().objectName().removeprefix("region_"))
        press(window.focusWidget(), Qt.Key.Key_Right)
    assert tuple(walked) == REGIONS


def test_the_slider_changes_brain_and_panel_together(open_window, click_region, library):
    window = open_window("--language", "en")
    click_region("amygdala")
    slider = slider_of(window)
    drag(slider, slider.rect().center(), QPoint(slider.width() + 20, slider.height() // 2))
    assert text_of(window, "use_chip") == "Chronic use"
    for phase, section in SECTIONS.items():
        cell = library.cell("amygdala", Use.CHRONIC, phase)
        assert text_of(window, f"{section}_summary") == cell.summary.at(Language.EN, Level.PLAIN)


def test_the_foot_says_what_this_is_not(open_window):
    window = open_window("--language", "en", size=(1024, 640))
    assert "not medical advice" in text_of(window, "foot_notice")
    assert "not a licensed treatment" in text_of(window, "foot_notice")
    assert "not yet reviewed" in text_of(window, "foot_pack")


def test_numbers_are_the_same_in_all_four_texts(library):
    for claim in library.claims:
        for text in (claim.statement, claim.caveat):
            every = text.every() if text is not None else ()
            sets = {numbers_in(passage, language) for language, _, passage in every}
            assert len(sets) <= 1, f"{claim.id}: {sets}"
