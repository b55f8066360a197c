"""The client view: what the client sees, that it follows, and that ending it leaves no trace."""

import itertools
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from explorer.domain.readability import sentences
from explorer.domain.vocabulary import Language, Level, Phase, Use
from explorer.i18n import words
from explorer.pack.baked import open_builtin
from explorer.state.view_state import ViewState
from explorer.widgets.client_canvas import ClientCanvas, PointerMark
from explorer.widgets.client_content import MOST_SENTENCES, client_page
from explorer.widgets.client_text import ClientText
from explorer.widgets.client_view import ClientView
from tests.widgets.person import (
    canvas_of,
    cards_of,
    click,
    difference,
    find,
    header_of,
    open_ids,
    press,
    slider_of,
)

KEY = Qt.Key
LEAST_PX = 20 * 96 / 72
SCREENS = {"1366 x 768": (1366, 768), "1280 x 720 at 150 %": (853, 480)}
_TWO_SCREENS = Path(__file__).with_name("two_screens.py")


@pytest.fixture
def window(open_window, qtbot):
    window = open_window("--language", "en", "--region", "hippocampus")
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    canvas_of(window).setFocus()
    return window


@pytest.fixture
def client(window, qtbot):
    """The client view, opened with its key on the only screen."""
    press(canvas_of(window), KEY.Key_F11)
    view = client_of(window)
    qtbot.waitUntil(view.isActiveWindow)
    yield view
    window.client.end()


def client_of(window):
    view = find(window, "client_view", ClientView)
    assert view.isVisible()
    return view


def picture_of(view):
    return find(view, "client_canvas", ClientCanvas)


def said(view):
    QApplication.processEvents()
    return view.text.shown


def key(view, which):
    QTest.keyClick(view.focusWidget() or view, which)
    QApplication.processEvents()


def test_it_fills_the_screen_and_has_no_menu(client):
    assert client.isFullScreen()
    assert client.size() == client.screen().size()
    assert not [part for part in client.findChildren(QLabel) if part.isVisible()]


def test_it_says_the_summary_in_plain_words(client, window):
    place = window.library.place("hippocampus")
    cell = window.library.cell("hippocampus", Use.THERAPEUTIC, Phase.ACUTE)
    assert said(client)[0] == cell.summary.at(Language.EN, Level.PLAIN)
    strength = words(Language.EN)(f"client.{cell.strength.name.lower()}")
    assert client.text.accessibleName().startswith(place.name.en)
    assert f"Evidence: {strength}" in client.text.accessibleDescription()


def test_it_is_plain_when_the_clinician_reads_clinical_terms(client, window):
    window._store.set_level(Level.CLINICAL)
    cell = window.library.cell("hippocampus", Use.THERAPEUTIC, Phase.ACUTE)
    assert said(client)[0] == cell.summary.at(Language.EN, Level.PLAIN)


def test_it_follows_place_phase_and_language(client, window, click_region):
    click_region("amygdala", window)
    library = window.library
    cell = library.cell("amygdala", Use.THERAPEUTIC, Phase.ACUTE)
    assert said(client)[0] == cell.summary.at(Language.EN, Level.PLAIN)
    assert picture_of(client).findChild(QAbstractButton, "region_amygdala").isChecked()
    window._store.set_phase(Phase.LONG_TERM)
    window._store.set_language(Language.NL)
    cell = library.cell("amygdala", Use.THERAPEUTIC, Phase.LONG_TERM)
    assert said(client)[0] == cell.summary.at(Language.NL, Level.PLAIN)


def test_it_follows_the_slider_on_its_way(client, window):
    window._store.set_phase(Phase.LONG_TERM)
    slider, picture = slider_of(window), picture_of(client)
    looks = []
    for share in (0.0, 0.3, 1.0):
        slider.setSliderDown(True)
        slider.setSliderPosition(round(share * slider.maximum()))
        QApplication.processEvents()
        looks.append((client.text.grab().toImage(), picture.grab().toImage()))
    slider.setSliderDown(False)
    QApplication.processEvents()
    for (words_one, brain_one), (words_two, brain_two) in itertools.pairwise(looks):
        assert difference(words_one, words_two) > 0
        assert difference(brain_one, brain_two) > 0
    cell = window.library.cell("hippocampus", Use.CHRONIC, Phase.LONG_TERM)
    assert said(client)[0] == cell.summary.at(Language.EN, Level.PLAIN)


def settled(qtbot, view):
    """Return what the view looks like once nothing in it moves or is still to come."""
    seen = [view.grab().toImage()]

    def is_still():
        qtbot.wait(100)
        seen.append(view.grab().toImage())
        return picture_of(view)._plate.is_settled and difference(*seen[-2:]) == 0

    qtbot.waitUntil(is_still, timeout=5000)
    return seen[-1]


def test_b_blanks_it_and_shows_it_again(qtbot, client):
    before = settled(qtbot, client)
    key(client, KEY.Key_B)
    blank = client.grab().toImage()
    corner = blank.pixelColor(0, 0)
    points = itertools.product(range(0, blank.width(), 9), range(0, blank.height(), 9))
    assert all(blank.pixelColor(x, y) == corner for x, y in points)
    key(client, KEY.Key_B)
    assert difference(settled(qtbot, client), before) == 0


def test_pointer_follows_the_mouse_and_what_the_clinician_points_at(client, window):
    viewport = picture_of(client).viewport()
    mark = find(client, "client_pointer", PointerMark)
    at = QPoint(60, 70)
    QTest.mouseMove(viewport, at)
    assert not mark.isVisible()
    key(client, KEY.Key_O)
    QTest.mouseMove(viewport, at + QPoint(5, 5))
    assert mark.isVisible()
    assert (mark.geometry().center() - at).manhattanLength() <= 14
    own = canvas_of(window)
    box = own.findChild(QAbstractButton, "region_hippocampus").geometry()
    QTest.mouseMove(own.viewport(), box.center())
    theirs = picture_of(client).findChild(QAbstractButton, "region_hippocampus").geometry()
    assert (mark.geometry().center() - theirs.center()).manhattanLength() <= 6
    key(client, KEY.Key_O)
    assert not mark.isVisible()


def test_keys_of_the_diagram_work_there(client, window):
    key(client, KEY.Key_C)
    key(client, KEY.Key_A)
    key(client, KEY.Key_L)
    state = window._store.state
    assert (state.use, state.phase, state.language) == (Use.CHRONIC, Phase.LONG_TERM, Language.NL)
    cell = window.library.cell("hippocampus", Use.CHRONIC, Phase.LONG_TERM)
    assert said(client)[0] == cell.summary.at(Language.NL, Level.PLAIN)
    key(client, KEY.Key_P)
    assert window._store.state.level is Level.PLAIN


def test_regions_can_be_clicked_there(client, window):
    picture = picture_of(client)
    box = picture.findChild(QAbstractButton, "region_hippocampus").geometry()
    points = (
        QPoint(x, y)
        for x in range(box.left() - 60, box.right() + 60, 3)
        for y in range(box.top() - 60, box.bottom() + 60, 3)
    )
    at = next(point for point in points if picture.region_at(point.toPointF()) == "amygdala")
    click(picture.viewport(), at)
    assert window._store.state.region == "amygdala"


@pytest.mark.parametrize("end", [KEY.Key_Escape, KEY.Key_F11])
def test_ending_it_returns_exactly_where_it_was(window, qtbot, end):
    click(header_of(cards_of(window, "long_term_section")[0]))
    slider_of(window).setFocus()
    state, geometry, opened = window._store.state, window.geometry(), open_ids(window)
    assert opened
    QTest.keyClick(slider_of(window), KEY.Key_F11)
    view = client_of(window)
    qtbot.waitUntil(view.isActiveWindow)
    key(view, KEY.Key_C)
    key(view, KEY.Key_L)
    click(picture_of(view).viewport(), QPoint(4, 4))
    assert window._store.state != state
    key(view, end)
    qtbot.waitUntil(window.isActiveWindow)
    assert not view.isVisible()
    assert window._store.state == state
    assert window.geometry() == geometry
    assert open_ids(window) == opened
    assert QApplication.focusWidget() is slider_of(window)


def test_what_the_clinician_chose_in_the_own_window_stays(client, window, click_region):
    click_region("amygdala", window)
    key(client, KEY.Key_C)
    window.client.end()
    state = window._store.state
    assert (state.region, state.use) == ("amygdala", Use.THERAPEUTIC)


def test_it_can_be_opened_again_and_shows_where_the_clinician_is_by_then(window, click_region):
    window.client.begin()
    window.client.end()
    click_region("amygdala")
    window.client.begin()
    view = client_of(window)
    cell = window.library.cell("amygdala", Use.THERAPEUTIC, Phase.ACUTE)
    assert said(view)[0] == cell.summary.at(Language.EN, Level.PLAIN)
    window.client.end()


def test_closing_the_window_ends_it(window):
    window.client.begin()
    view = client_of(window)
    window.close()
    assert not view.isVisible()


def test_nothing_selected_still_says_what_the_picture_is(window):
    window._store.select_region(None)
    window.client.begin()
    assert said(client_of(window)) == (words(Language.EN)("client.start.brain"),)
    window.client.end()


def test_only_main_regions_and_the_selected_place_are_named(client, window):
    client.showNormal()
    client.resize(1366, 768)

    def named():
        QApplication.processEvents()
        return {place.id for place in picture_of(client)._stage.labels.placed}

    main = {place.id for place in window.library.main_regions}
    assert named() == main
    window._store.select_region("thalamus")
    assert named() == main | {"thalamus"}
    window._store.select_region("mpfc-pcc")
    assert named() == main | {"mpfc", "pcc", "mpfc-pcc"}
    client.resize(853, 480)
    assert named() == set(), "names would hide a picture as small as this"


def test_every_view_can_be_shown(client, window):
    for view in window.library.info.views:
        window._store.set_view(view)
        QApplication.processEvents()
        assert picture_of(client).grab().toImage().size().width() > 0
        assert client.text.is_whole


# Every cell of the pack, measured


def told(window, step):
    text = window.library.tours[0].steps[step].text.at(Language.EN, Level.PLAIN)
    return " ".join(sentences(text)[:MOST_SENTENCES])


def test_a_tour_goes_on_there_and_its_text_is_what_the_client_reads(window, qtbot):
    window.tours.start(window.library.tours[0].id)
    window.tours.move(1)
    press(window.tours.bar, KEY.Key_F11)
    view = client_of(window)
    qtbot.waitUntil(view.isActiveWindow)
    assert " ".join(said(view)) == told(window, 1)
    for which, step in ((KEY.Key_Space, 2), (KEY.Key_PageDown, 3), (KEY.Key_PageUp, 2)):
        key(view, which)
        assert window._store.state.step == step
        assert " ".join(said(view)) == told(window, step)
    key(view, KEY.Key_Escape)
    assert not view.isVisible()
    assert (window._store.state.tour, window._store.state.step) == (window.library.tours[0].id, 1)


def test_without_a_tour_its_keys_move_nothing(client, window):
    before = window._store.state
    for which in (KEY.Key_PageDown, KEY.Key_PageUp, KEY.Key_Space):
        key(client, which)
    assert window._store.state == before


def test_space_on_a_region_selects_it_there_too_on_a_tour(window, qtbot):
    window.tours.start(window.library.tours[0].id)
    press(window.tours.bar, KEY.Key_F11)
    view = client_of(window)
    qtbot.waitUntil(view.isActiveWindow)
    find(picture_of(view), "region_amygdala").setFocus()
    key(view, KEY.Key_Space)
    assert (window._store.state.region, window._store.state.step) == ("amygdala", 0)
    key(view, KEY.Key_Escape)


@pytest.fixture(scope="module")
def library():
    return open_builtin()[0]


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("size", SCREENS.values(), ids=SCREENS)
def test_every_cell_fits_in_large_letters(open_window, library, size, language):
    window = open_window("--language", str(language), "--region", "amygdala")
    window.client.begin()
    view = client_of(window)
    view.showNormal()
    view.setMinimumSize(*size)
    view.resize(*size)
    QApplication.processEvents()
    say = words(language)
    cut = []
    for place, use, phase in itertools.product(library.places, Use, Phase):
        state = ViewState(place.id, use, phase, language)
        page = client_page(library, state, use, say)
        view.text.show_pages(page, page)
        shown = view.text.shown
        assert shown, place.id
        assert view.text.is_whole, f"{place.id} {use} {phase} runs off the screen"
        assert view.text.letters >= LEAST_PX
        assert sum(len(sentences(text)) for text in shown) <= MOST_SENTENCES
        if not set(shown) <= set(page.passages):
            cut.append((place.id, use, phase))
    window.client.end()
    assert cut == [], "a passage is shown without the sentence that limits it"


def test_text_that_is_much_too_long_is_cut_between_sentences(qapp):
    from explorer.widgets.client_content import ClientPage

    text = ClientText(None)
    text.resize(400, 300)
    long = " ".join(f"This is sentence number {at}, and it goes on for a while." for at in range(9))
    page = ClientPage("A", "B", "C", (long,))
    text.show_pages(page, page)
    assert text.is_whole
    assert text.shown[0].endswith("while.")
    assert len(sentences(text.shown[0])) <= MOST_SENTENCES
    text.deleteLater()


def test_claims_beside_the_summary_are_as_sure_as_the_evidence_says(library):
    say = words(Language.EN)
    for place, use, phase in itertools.product(library.places, Use, Phase):
        cell = library.cell(place.id, use, phase)
        page = client_page(library, ViewState(place.id, use, phase), use, say)
        by_text = {claim.statement.en_plain: claim for claim in cell.claims}
        for passage in page.passages:
            if passage in by_text:
                assert library.verdict(by_text[passage]).strength >= cell.strength


# Two screens


def test_on_two_screens_it_takes_the_other_and_x_swaps(tmp_path):
    screens = [
        {"name": name, "x": x, "y": 0, "width": 1440, "height": 900, "logicalDpi": 96}
        for name, x in (("laptop", 0), ("wall", 1440))
    ]
    config = tmp_path / "screens.json"
    config.write_text(json.dumps({"screens": screens}))
    environment = os.environ | {"QT_QPA_PLATFORM": f"offscreen:configfile={config}"}
    done = subprocess.run(
        [sys.executable, str(_TWO_SCREENS)],
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout.splitlines()[-1]) == {
        "first": ["laptop", "wall"],
        "focus stays": True,
        "b on the diagram blanks": True,
        "swapped": ["wall", "laptop"],
        "ended": ["laptop", False],
        "place stays": "amygdala",
    }
