"""Sources: the list, narrowed, read, copied and saved as a person does."""

import pytest
from PySide6.QtCore import QCoreApplication, QRect, Qt
from PySide6.QtGui import QAccessible, QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QSpinBox,
)

from explorer.domain.vocabulary import Design, Language, Level, ReferenceStatus
from explorer.export.citations import as_text
from explorer.widgets.jump import Jump
from explorer.widgets.source_table import Column
from explorer.widgets.sources_page import SourcesPage
from tests.widgets.open_page import cells_of
from tests.widgets.person import (
    canvas_of,
    click,
    count_color,
    difference,
    find,
    press,
    shown,
)
from tests.widgets.test_layout import clipped, outside

LANGUAGES = pytest.mark.parametrize("language", ["nl", "en"])
THEMES = pytest.mark.parametrize("theme", ["light", "dark"])
# The screen in memory says this of every list that drops down.
pytestmark = pytest.mark.qt_log_ignore(r"^This plugin does not support (raise|grabbing)")
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def type_text(opened, text):
    box = find(opened.page, "sources_text", QLineEdit)
    box.setFocus()
    box.selectAll()
    QTest.keyClick(box, Qt.Key.Key_Delete)
    QTest.keyClicks(box, text)
    QCoreApplication.processEvents()


def titles(opened):
    return opened.column_texts(Column.TITLE)


def pick(opened, title):
    """Select the work whose title contains this."""
    (row,) = (row for row, text in enumerate(titles(opened)) if title in text)
    opened.click(row, Column.TITLE)
    (work,) = (work for work in opened.library.references if title in work.title)
    return work


def details(opened, name, kind=QLabel):
    return [part.text() for part in shown(opened.page, name, kind)]


def test_every_work_is_in_the_list(open_page):
    opened = open_page(SourcesPage)
    works = opened.library.references
    assert sorted(titles(opened)) == sorted(work.title for work in works)
    assert opened.label("sources_count").startswith(f"{len(works)} of {len(works)} sources")


@LANGUAGES
def test_the_list_of_retractions_is_dated(open_page, language):
    opened = open_page(SourcesPage, language=language)
    assert opened.library.retractions_as_of
    date = opened.words().month(opened.library.retractions_as_of)
    assert date in opened.label("sources_count")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("  BEDI 2009 ", lambda work: work.year == 2009 and _has_author(work, "Bedi")),
        ("neuropsychopharm", lambda work: "neuropsychopharm" in _all_of(work)),
        ("10.1155/2016/2175896", lambda work: work.doi == "10.1155/2016/2175896"),
        ("no such words at all", lambda work: False),
    ],
)
def test_typing_narrows_the_list(open_page, typed, expected):
    opened = open_page(SourcesPage)
    type_text(opened, typed)
    wanted = sorted(work.title for work in opened.library.references if expected(work))
    assert sorted(titles(opened)) == wanted
    assert opened.label("sources_count").startswith(f"{len(wanted)} of ")
    type_text(opened, "")
    assert len(titles(opened)) == len(opened.library.references)


def _has_author(work, name):
    return any(author.family == name for author in work.authors)


def _all_of(work):
    return f"{work.title} {work.journal} {work.key}".casefold()


def test_years_narrow_the_list(open_page):
    opened = open_page(SourcesPage)
    for name, year in (("sources_first_year", "2015"), ("sources_last_year", "2016")):
        box = find(opened.page, name, QSpinBox)
        box.setFocus()
        box.selectAll()
        QTest.keyClicks(box, year)
        QTest.keyClick(box, Qt.Key.Key_Return)
    wanted = [work.title for work in opened.library.references if work.year in (2015, 2016)]
    assert wanted
    assert sorted(titles(opened)) == sorted(wanted)


def test_design_narrows_the_list(open_page):
    opened = open_page(SourcesPage)
    box = find(opened.page, "sources_design", QComboBox)
    box.setFocus()
    QTest.keyClicks(box, opened.words()("sources.design.crossover_imaging"))
    wanted = {
        key
        for claim in opened.library.claims
        if claim.evidence and claim.evidence.design is Design.CROSSOVER_IMAGING
        for key in claim.references
    }
    expected = [work.title for work in opened.library.references if work.key in wanted]
    assert 0 < len(expected) < len(opened.library.references)
    assert sorted(titles(opened)) == sorted(expected)


@LANGUAGES
def test_only_retracted_or_corrected(open_page, language):
    opened = open_page(SourcesPage, language=language)
    press(find(opened.page, "sources_marked", QCheckBox), Qt.Key.Key_Space)
    marked = [w for w in opened.library.references if w.status is not ReferenceStatus.OK]
    assert len(marked) >= 3
    assert sorted(titles(opened)) == sorted(work.title for work in marked)
    word = {"nl": "Ingetrokken", "en": "Retracted"}[language]
    assert set(opened.column_texts(Column.STATUS)) == {word}


def test_filters_work_together_and_survive_another_language(open_page):
    opened = open_page(SourcesPage)
    type_text(opened, "mithoefer")
    click(find(opened.page, "sources_marked", QCheckBox), QRect(4, 4, 20, 20).center())
    before = titles(opened)
    assert len(before) == 3
    opened.follow(language=Language.NL)
    assert titles(opened) == before
    assert opened.column_texts(Column.STATUS) == ["Ingetrokken"] * 3
    assert opened.label("sources_count").startswith("3 van ")


def test_click_on_a_header_sorts_and_again_the_other_way(open_page):
    opened = open_page(SourcesPage)
    header = opened.table.columns
    years = opened.column_texts(Column.YEAR)
    assert years != sorted(years)
    at = QRect(
        header.sectionViewportPosition(Column.YEAR), 0, header.sectionSize(Column.YEAR), 20
    ).center()
    click(header.viewport(), at)
    rising = [year for year in opened.column_texts(Column.YEAR) if year.isdigit()]
    assert rising == sorted(years_of(opened))
    click(header.viewport(), at)
    falling = [year for year in opened.column_texts(Column.YEAR) if year.isdigit()]
    assert falling == sorted(years_of(opened), reverse=True)


def years_of(opened):
    return [str(work.year) for work in opened.library.references if work.year]


def test_the_order_can_be_chosen_by_keyboard(open_page):
    opened = open_page(SourcesPage)
    box = find(opened.page, "sources_sort", QComboBox)
    assert box.currentText() == "Authors"
    press(box, Qt.Key.Key_Down)
    assert box.currentText() == "Year"
    falling = [year for year in opened.column_texts(Column.YEAR) if year.isdigit()]
    assert falling == sorted(years_of(opened), reverse=True)
    press(box, Qt.Key.Key_Down)
    assert [text.casefold() for text in titles(opened)] == sorted(
        text.casefold() for text in titles(opened)
    )
    click(opened.table.columns.viewport())  # the header and the box agree
    assert box.currentText() == opened.table.model().headerData(
        opened.table.columns.sortIndicatorSection(), Qt.Orientation.Horizontal
    )


def test_rows_keep_their_height_when_the_order_changes(open_page):
    opened = open_page(SourcesPage)
    press(find(opened.page, "sources_sort", QComboBox), Qt.Key.Key_Down)
    assert cut_off(opened) == []
    type_text(opened, "mdma")
    assert cut_off(opened) == []


def cut_off(opened):
    """Name each cell whose text needs more room than it has."""
    found = []
    table = opened.table
    for row in range(table.model().rowCount()):
        for column in Column:
            room = QRect(0, 0, table.columnWidth(column) - 16, 10_000)
            metrics = QFontMetrics(opened.page.font())
            text = opened.text(row, column)
            needed = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, text)
            if needed.height() > table.rowHeight(row) or needed.width() > room.width() + 1:
                found.append(text)
    return found


@LANGUAGES
@pytest.mark.parametrize("size", [(1024, 540), (1440, 800), (1920, 980)])
def test_nothing_is_cut_off(open_page, qtbot, language, size):
    opened = open_page(SourcesPage, language=language, size=size)
    pick(opened, "impairs response to water intake")
    qtbot.waitUntil(lambda: clipped(opened.page) == [], timeout=1000)
    assert outside(opened.page) == []
    assert cut_off(opened) == []
    for box in opened.page.findChildren(QComboBox):
        metrics = QFontMetrics(box.font())
        assert metrics.horizontalAdvance(box.currentText()) + 20 <= box.width()
    assert opened.table.height() > 180
    assert find(opened.page, "source_details").height() > 90


@pytest.mark.parametrize("size", [(1024, 540), (1024, 800)])
def test_on_a_narrow_page_the_list_has_most_of_the_height(open_page, size):
    opened = open_page(SourcesPage, size=size)
    assert opened.table.height() > 1.8 * find(opened.page, "source_details").height()


def test_nothing_chosen_says_how_to_choose(open_page):
    opened = open_page(SourcesPage)
    assert details(opened, "source_hint")
    names = ("sources_copy", "sources_save_bib", "sources_save_ris", "sources_save_json")
    assert not any(find(opened.page, name).isEnabled() for name in names)


def test_a_source_is_told_in_full(open_page):
    opened = open_page(SourcesPage)
    work = pick(opened, "impairs response to water intake")
    assert details(opened, "source_title") == [work.title]
    assert details(opened, "source_citation") == [as_text(work)]
    assert details(opened, "source_status") == []
    link = find(opened.page, "source_link", QAbstractButton)
    assert work.doi in link.text()
    click(link)
    assert opened.wishes == [("link_wished", f"https://doi.org/{work.doi}")]


def most_used(library):
    """Return the work on which most claims rest, all of them about places."""
    used = {work.key: [] for work in library.references}
    for claim in library.claims:
        for key in claim.references:
            used[key].append(library.has_place(claim.about))
    return library.reference(max(used, key=lambda key: len(used[key]) * all(used[key])))


@pytest.mark.parametrize("level", list(Level))
@LANGUAGES
def test_claims_that_rest_on_a_source_lead_to_them(open_page, language, level):
    opened = open_page(SourcesPage, language=language, level=level)
    opened.follow(level=level)
    work = pick(opened, most_used(opened.library).title)
    claims = [claim for claim in opened.library.claims if work.key in claim.references]
    assert len(claims) > 2
    statements = [claim.statement.at(opened.state.language, level) for claim in claims]
    assert details(opened, "source_claim", QAbstractButton) == statements
    assert details(opened, "source_supports")[0].startswith(f"{len(claims)} ")
    for claim, link in zip(
        claims, shown(opened.page, "source_claim", QAbstractButton), strict=True
    ):
        step = opened.library.verdict(claim).strength.name.lower()
        name = link.accessibleName()
        assert opened.library.place_name(claim.about).at(opened.state.language) in name
        assert opened.words()(f"strength.{step}") in name
        click(link)
        jump = Jump(claim.about, claim.use, claim.phase, claim.id)
        assert opened.wishes[-1] == ("jump_wished", jump)


def test_a_claim_about_no_place_leads_to_where_it_can_be_read_or_nowhere(open_page):
    opened = open_page(SourcesPage)
    placeless = [c for c in opened.library.claims if not opened.library.has_place(c.about)]
    assert placeless
    for claim in placeless[:6]:
        type_text(opened, claim.references[0])
        opened.click(0, Column.TITLE)
        statement = claim.statement.en_plain
        links = [
            link
            for link in shown(opened.page, "source_claim", QAbstractButton)
            if link.text() == statement
        ]
        if claim.nearby:
            click(links[0])
            assert opened.wishes[-1][1].place == claim.nearby[0]
        else:
            assert links == []
            assert any(statement in text for text in details(opened, "source_claim_text"))


def test_a_claim_check_that_uses_a_source_leads_to_its_page(open_page):
    opened = open_page(SourcesPage)
    check = opened.library.checks[0]
    work = opened.library.reference(check.references[0])
    pick(opened, work.title)
    (link, *_) = (
        link
        for link in shown(opened.page, "source_check", QAbstractButton)
        if link.text() == check.statement.en
    )
    click(link)
    assert opened.wishes == [("page_wished", "checks")]


@LANGUAGES
@THEMES
def test_a_retracted_source_says_so_with_its_date(open_page, language, theme):
    opened = open_page(SourcesPage, language=language, theme=theme)
    work = pick(opened, "study design and rationale for phase 3")
    assert work.status is ReferenceStatus.RETRACTED
    (status,) = details(opened, "source_status")
    assert {"nl": "Ingetrokken", "en": "Retracted"}[language] in status
    assert opened.words().month(opened.library.retractions_as_of) in status
    (notice,) = details(opened, "source_retraction")
    assert {"nl": "10 augustus 2024", "en": "10 August 2024"}[language] in notice
    assert "10 August 2024" in details(opened, "source_note")[0]
    assert details(opened, "source_citation")[0].startswith("RETRACTED: ")
    assert details(opened, "source_claim", QAbstractButton) == []
    picture = find(opened.page, "source_status").grab().toImage()
    assert count_color(picture, opened.palette.color("increase"), 40) > 10


def test_keys_walk_the_list_and_enter_goes_into_the_details(open_page):
    opened = open_page(SourcesPage)
    opened.page.setFocus()
    assert opened.table.hasFocus()
    press(opened.table, Qt.Key.Key_Down)
    first = details(opened, "source_title")
    press(opened.table, Qt.Key.Key_Down)
    assert details(opened, "source_title") != first
    press(opened.table, Qt.Key.Key_Return)
    link = find(opened.page, "source_link", QAbstractButton)
    assert link.hasFocus()
    press(link, Qt.Key.Key_Space)
    assert opened.wishes[0][0] == "link_wished"


def test_several_can_be_selected_and_copied(open_page):
    opened = open_page(SourcesPage)
    opened.click(0, Column.TITLE)
    opened.click(2, Column.TITLE, SHIFT)
    opened.click(1, Column.TITLE, CTRL)  # not this one
    expected = [titles(opened)[row] for row in (0, 2)]
    assert opened.label("sources_message") == "2 selected"
    click(find(opened.page, "sources_copy"))
    ((name, text),) = opened.wishes
    assert name == "text_copied"
    lines = text.split("\n")
    assert len(lines) == 2
    assert all(any(title in line for line in lines) for title in expected)


def test_all_that_the_filter_leaves_is_selected_with_ctrl_a(open_page):
    opened = open_page(SourcesPage)
    type_text(opened, "mithoefer")
    press(opened.table, Qt.Key.Key_A, CTRL)
    assert opened.label("sources_message") == f"{len(titles(opened))} selected"
    type_text(opened, "no such words at all")
    assert not find(opened.page, "sources_copy").isEnabled()


@THEMES
def test_the_chosen_row_can_be_seen(open_page, theme):
    opened = open_page(SourcesPage, theme=theme)
    box = opened.table.visualRect(opened.table.model().index(1, Column.TITLE))
    before = opened.table.viewport().grab(box).toImage()
    opened.click(1, Column.TITLE)
    assert difference(before, opened.table.viewport().grab(box).toImage()) > 3


@LANGUAGES
def test_assistive_tools_read_the_list(open_page, language):
    opened = open_page(SourcesPage, language=language)
    type_text(opened, "mithoefer")
    top = QAccessible.queryAccessibleInterface(opened.table)
    assert top.role() == QAccessible.Role.Table
    assert top.text(QAccessible.Text.Name) == opened.words()("sources.title")
    said = [node.text(QAccessible.Text.Name) for node in cells_of(opened.table)]
    names = [
        opened.table.model().headerData(column, Qt.Orientation.Horizontal) for column in Column
    ]
    assert all(names)
    for row in range(opened.table.model().rowCount()):
        for column in Column:
            assert f"{names[column]}: {opened.text(row, column)}" in said


@LANGUAGES
def test_everything_that_acts_has_a_name(open_page, language):
    opened = open_page(SourcesPage, language=language)
    pick(opened, "impairs response to water intake")
    kinds = (QAbstractButton, QLineEdit, QComboBox, QSpinBox)
    parts = [
        part
        for kind in kinds
        for part in opened.page.findChildren(kind)
        if part.isVisible() and part.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    parts = [part for part in parts if not isinstance(part.parent(), QSpinBox)]
    assert len(parts) > 10
    for part in parts:
        node = QAccessible.queryAccessibleInterface(part)
        assert node.text(QAccessible.Text.Name).strip(), part.objectName()


def test_in_the_window_a_claim_of_a_source_is_shown_on_the_brain(open_window):
    window = open_window("--language", "en")
    press(canvas_of(window), Qt.Key.Key_F4)
    QTest.keyClicks(find(window, "sources_text", QLineEdit), "bedi 2009")
    table = find(window, "sources_table")
    assert table.model().rowCount() == 1
    click(table.viewport(), table.visualRect(table.model().index(0, Column.TITLE)).center())
    link = shown(window, "source_claim", QAbstractButton)[0]
    click(find(window, "sources_copy"))
    assert "Bedi" in QApplication.clipboard().text()
    place, statement = link.jump.place, link.text()
    click(link)
    assert canvas_of(window).isVisible()
    assert window._store.state.region == place
    cards = [card.content.statement for card in shown(window, "claim_card")]
    assert statement in cards
