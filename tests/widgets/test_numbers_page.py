"""The page of numbers, as a person meets it."""

import csv

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QRadioButton,
    QWidget,
)

from explorer.canvas.palette import DARK, LIGHT
from explorer.domain.vocabulary import Language, Lens, Level, Phase, ReferenceStatus, Species, Use
from explorer.export.citations import as_text
from explorer.i18n import words
from explorer.opening import open_built_in
from explorer.state.view_state import ViewState
from explorer.widgets.jump import Jump
from tests.plots.samples import samples
from tests.widgets.person import click, find

PLACE = "ptsd-trials"
SIZE = (1024, 560)


@pytest.fixture(scope="module")
def library():
    given = open_built_in().library
    work = next(work for work in given.references if work.authors and work.doi)
    bars, course, points, icons = samples(work.key)
    rats = tuple(series._replace(species=Species.RAT) for series in points.series)
    return given._replace(
        datasets=(
            bars._replace(about=(PLACE,)),
            course._replace(about=("amygdala",), phase=Phase.LONG_TERM, use=Use.CHRONIC),
            points._replace(about=("amygdala",), series=rats),
            icons._replace(about=(PLACE, "amygdala")),
        )
    )


@pytest.fixture
def open_page(qtbot, library):
    from explorer.widgets.numbers_page import NumbersPage

    def open_one(given=library, size=SIZE, palette=LIGHT, **state):
        page = NumbersPage(given)
        qtbot.addWidget(page)
        page.resize(*size)
        state = ViewState(page="numbers", **state)
        page.set_words(words(state.language))
        page.set_palette(palette)
        page.show_state(state)
        page.show()
        QApplication.processEvents()
        return page

    return open_one


def lines(page):
    entries = find(page, "numbers_list", QListWidget)
    return [entries.item(row).text() for row in range(entries.count())]


def ids(page):
    return find(page, "numbers_list", QListWidget).ids()


def pick(page, entry_id):
    entries = find(page, "numbers_list", QListWidget)
    item = entries.item(ids(page).index(entry_id))
    entries.scrollToItem(item)
    click(entries.viewport(), entries.visualItemRect(item).center())


def title(page):
    return find(page, "plot_title", QLabel).text()


def test_what_is_about_the_place_comes_first(open_page):
    page = open_page(region=PLACE)
    assert lines(page)[0] == "About Trials in PTSD"
    assert ids(page)[1:3] == ["bars", "icons"]
    assert ids(page)[3].startswith("forest-ptsd-trials")
    rest = lines(page).index("All data sets")
    assert ids(page)[rest + 1 :] == ["bars", "course", "points", "icons"]
    assert title(page) == "Coffee may raise bars ep"


@pytest.mark.parametrize("place", [place.id for place in open_built_in().library.places])
def test_every_measure_with_two_figures_of_a_place_has_an_overview(open_page, library, place):
    values = {}
    for claim in library.claims:
        if claim.about != place or claim.evidence is None:
            continue
        for figure in claim.figures:
            if library.reference(figure.reference).status is not ReferenceStatus.RETRACTED:
                key = claim.measure.en, figure.unit.en, claim.evidence.species
                values.setdefault(key, set()).add(figure)
    wanted = sum(len(figures) > 1 for figures in values.values())
    page = open_page(region=place)
    assert sum(entry.startswith(f"forest-{place}-") for entry in ids(page)) == wanted


def test_without_a_place_there_are_all_data_sets(open_page):
    page = open_page()
    assert lines(page)[0] == "All data sets"
    assert title(page) == "Coffee may raise bars ep"


def test_two_data_sets_of_one_measure_are_told_apart(open_page, library):
    bars, *rest = library.datasets
    twin = bars._replace(id="twin", categories=bars.categories[:1], points=bars.points[:2])
    page = open_page(library._replace(datasets=(bars, twin, *rest)))
    entries = find(page, "numbers_list", QListWidget)
    spoken = [
        entries.item(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(entries.count())
    ]
    assert "Measure of bars, Morning, Evening · Bars · People · Therapeutic use" in spoken
    assert "Measure of bars, Morning · Bars · People · Therapeutic use" in spoken


def test_every_entry_of_the_built_in_pack_can_be_told_from_the_others(open_page):
    given = open_built_in().library
    for language in Language:
        page = open_page(given, language=language)
        entries = find(page, "numbers_list", QListWidget)
        spoken = [
            entries.item(row).data(Qt.ItemDataRole.AccessibleTextRole)
            for row in range(entries.count())
            if entries.ids()[row]
        ]
        assert len(spoken) == len(set(spoken)) == len(given.datasets)


def test_a_place_without_numbers_says_so(open_page):
    page = open_page(region="raphe")
    assert lines(page)[0].startswith("No numbers to plot about")
    assert page.view.isVisible()


def test_a_pack_without_numbers_says_so(open_page, library):
    page = open_page(library._replace(datasets=()))
    assert find(page, "numbers_empty", QLabel).isVisible()
    assert not page.view.isVisible()
    assert not find(page, "numbers_save").isEnabled()


def test_clicks_and_arrows_choose_what_is_plotted(open_page):
    page = open_page(region=PLACE)
    pick(page, "icons")
    assert title(page) == "Coffee may raise icons ep"
    entries = find(page, "numbers_list", QListWidget)
    entries.setFocus()
    QTest.keyClick(entries, Qt.Key.Key_Up)
    assert title(page) == "Coffee may raise bars ep"


def test_a_forest_is_plotted_from_the_claims(open_page):
    page = open_page(region=PLACE)
    pick(page, next(entry for entry in ids(page) if entry.startswith("forest")))
    assert title(page).startswith("Trials in PTSD: ")
    assert page.view.content.marks


def test_another_place_brings_its_own_plot_and_the_same_place_keeps_the_choice(open_page):
    page = open_page(region=PLACE)
    pick(page, "icons")
    page.show_state(ViewState(region=PLACE, level=Level.CLINICAL))
    assert title(page) == "Coffee may raise icons ec"
    page.show_state(ViewState(region="amygdala"))
    assert title(page) == "Coffee may raise course ep"


def test_language_and_colours_change_everything_at_once(open_page):
    page = open_page(region=PLACE)
    page.set_words(words(Language.NL))
    page.show_state(ViewState(region=PLACE, language=Language.NL))
    assert title(page) == "Coffee may raise bars np"
    assert lines(page)[0] == "Over Onderzoek bij PTSS"
    page.set_palette(DARK)
    image = page.grab().toImage()
    assert image.pixelColor(page.width() - 4, page.height() // 2) == DARK.color("panel")


def test_filter_looks_in_every_line(open_page):
    page = open_page(region=PLACE)
    field = find(page, "numbers_filter", QLineEdit)
    field.setText("COURSE time")
    assert [entry for entry in ids(page) if entry] == ["course"]
    assert title(page) == "Coffee may raise bars ep", "the plot stays while one is looking"
    field.setText("nothing has this")
    assert lines(page)[-1] == "No data set has this text."
    field.clear()
    assert "bars" in ids(page)


def test_lens_hides_animals_and_says_so(open_page):
    page = open_page(lens=Lens.HUMAN)
    assert "points" not in ids(page)
    assert lines(page)[-1] == "The lens hides 1 of them."
    assert "points" in ids(open_page())


def test_switch_brings_the_table(open_page):
    page = open_page()
    click(find(page, "numbers_view_table", QRadioButton))
    assert page.view.is_table
    click(find(page, "numbers_view_figure", QRadioButton))
    assert not page.view.is_table


def test_button_leads_to_the_place_on_the_brain(open_page, qtbot):
    page = open_page(region="amygdala")
    with qtbot.waitSignal(page.jump_wished) as wished:
        click(find(page, "numbers_place"))
    assert wished.args == [Jump("amygdala", Use.CHRONIC, Phase.LONG_TERM)]


def test_sources_can_be_copied(open_page, qtbot, library):
    page = open_page()
    with qtbot.waitSignal(page.text_copied) as copied:
        click(find(page, "numbers_copy"))
    work = library.reference(library.datasets[0].points[0].reference)
    assert copied.args == [as_text(work)]
    assert find(page, "numbers_status", QLabel).text() == "The sources are on the clipboard"


@pytest.mark.parametrize("form", ["png_1", "png_4", "svg", "csv"])
def test_plots_are_saved_where_the_person_says(open_page, tmp_path, monkeypatch, form):
    suffix = form.partition("_")[0]
    asked = []

    def answer(parent, caption, name, kinds):
        asked.append((name, kinds))
        return str(tmp_path / "mine"), kinds

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    page = open_page()
    find_action(page, f"save_{form}").trigger()
    assert asked == [(f"bars.{suffix}", f"{suffix.upper()} (*.{suffix})")]
    data = (tmp_path / f"mine.{suffix}").read_bytes()
    assert find(page, "numbers_status", QLabel).text() == f"Saved as mine.{suffix}"
    if suffix == "png":
        assert QImage.fromData(data).width() == 960 * int(form[-1])
    elif suffix == "svg":
        assert b"Coffee may raise bars ep" in data
    else:
        rows = [line for line in data.decode().splitlines() if not line.startswith("#")]
        assert [row["value"] for row in csv.DictReader(rows)] == ["12.5", "-2", "7.1", "0"]


def find_action(page, name):
    return next(action for action in page.findChildren(QAction) if action.objectName() == name)


def test_what_cannot_be_saved_is_told_in_the_page(open_page, tmp_path, monkeypatch):
    path = str(tmp_path / "nowhere" / "a.csv")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (path, ""))
    page = open_page()
    find_action(page, "save_csv").trigger()
    assert find(page, "numbers_status", QLabel).text().startswith("Could not be saved: ")


def test_nothing_is_saved_when_the_person_thinks_better_of_it(open_page, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    page = open_page()
    find_action(page, "save_csv").trigger()
    assert find(page, "numbers_status", QLabel).text() == ""


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("size", [(1024, 540), (1920, 960)])
def test_nothing_is_cut_off(open_page, language, size):
    page = open_page(region=PLACE, language=language, size=size)
    for button in ("numbers_place", "numbers_copy", "numbers_save"):
        widget = find(page, button)
        assert widget.width() >= widget.sizeHint().width()
        assert page.rect().contains(widget.geometry())
    for entry in (entry for entry in dict.fromkeys(ids(page)) if entry):
        page.show_entry(entry)
        figure = page.view.figure
        assert figure.width() <= page.view.width(), "never wider than its room"
        for label in figure.findChildren(QLabel):
            if label.text():
                assert label.heightForWidth(label.width()) <= label.height() + 1, label.objectName()


def test_every_part_has_a_name_for_assistive_tools(open_page):
    page = open_page()
    for name in ("numbers_list", "numbers_filter", "numbers_view", "plot_graph"):
        assert find(page, name, QWidget).accessibleName(), name
    item = find(page, "numbers_list", QListWidget).item(1)
    spoken = item.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Measure of bars, Bars · People · Therapeutic use"
