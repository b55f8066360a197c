"""A tour in the real window: it leads, a person wanders, comes back and leaves."""

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from explorer.domain.vocabulary import Language, Level
from explorer.opening import open_built_in
from explorer.widgets.shaped_text import shaped
from explorer.widgets.tour_texts import tour_text
from explorer.widgets.typeface import Role
from tests.widgets.person import canvas_of, click, find, press, shown, text_of

LIBRARY = open_built_in().library
THERAPY, RECOVERY = LIBRARY.tours
KEY = Qt.Key


@pytest.fixture
def window(open_window):
    return open_window("--language", "en")


@pytest.fixture
def on_tour(window):
    """A person at the first step of the first tour."""
    press_key(KEY.Key_F9)
    press_key(KEY.Key_Space)
    return window


def press_key(key, modifier=Qt.KeyboardModifier.NoModifier):
    """Press a key where the focus is."""
    QTest.keyClick(QApplication.focusWidget(), key, modifier)
    QCoreApplication.processEvents()


def bar_of(window):
    return find(window, "tour_bar")


def looks_at(window, step):
    state = window._store.state
    return (state.region, state.use, state.phase, state.lens, state.view, state.plane) == (
        step.region, step.use, step.phase, step.lens, step.view, step.plane,
    ) and (state.hour, state.timeline) == (step.hour, step.timeline)  # fmt: skip


def test_nothing_of_a_tour_is_there_before_it_is_wanted(window):
    assert window.findChildren(QWidget, "tour_bar") == []


def test_the_key_offers_the_tours(window):
    press_key(KEY.Key_F9)
    buttons = [find(window, f"tour_{tour.id}") for tour in (THERAPY, RECOVERY)]
    assert [button.text() for button in buttons] == [
        "From intake to the weeks after: therapy (12 steps)",
        "What heavy use changes, and what recovers (12 steps)",
    ]
    assert buttons[0].hasFocus()
    press_key(KEY.Key_F9)
    assert not bar_of(window).isVisible()
    assert canvas_of(window).hasFocus(), "the focus is where it was"


@pytest.mark.parametrize("key", [KEY.Key_Return, KEY.Key_Space])
def test_a_tour_begins_by_key(window, key):
    press_key(KEY.Key_F9)
    press_key(KEY.Key_Tab)
    press_key(key)
    assert text_of(window, "tour_title") == "What heavy use changes, and what recovers"
    assert text_of(window, "tour_text") == RECOVERY.steps[0].text.en_plain
    assert bar_of(window).hasFocus()


def test_a_tour_begins_from_the_menu_and_by_mouse(window):
    find(window, "action_tours", QAction).trigger()
    click(find(window, "tour_therapy"))
    assert text_of(window, "tour_count") == "Step 1 of 12"


@pytest.mark.parametrize("tour", LIBRARY.tours, ids=lambda tour: tour.id)
def test_each_step_shows_what_it_speaks_of(window, tour):
    press_key(KEY.Key_F9)
    click(find(window, f"tour_{tour.id}"))
    for at, step in enumerate(tour.steps):
        assert looks_at(window, step)
        assert text_of(window, "tour_text") == step.text.en_plain
        assert text_of(window, "tour_count") == f"Step {at + 1} of {len(tour.steps)}"
        assert text_of(window, "region_name") == LIBRARY.place(step.region).name.en
        assert (find(window, "use_slider").value() > 0) == (step.use == "chronic")
        assert not find(window, "tour_return").isVisible()
        press_key(KEY.Key_Space)
    assert looks_at(window, tour.steps[-1]), "after the last there is no other"


@pytest.mark.parametrize(
    ("forward", "back"),
    [(KEY.Key_Right, KEY.Key_Left), (KEY.Key_PageDown, KEY.Key_PageUp)],
)
@pytest.mark.parametrize("name", ["tour_bar", "tour_next", "tour_leave"])
def test_arrows_move_while_the_strip_has_the_focus(on_tour, name, forward, back):
    find(on_tour, name).setFocus(Qt.FocusReason.TabFocusReason)
    press_key(back)
    assert text_of(on_tour, "tour_count") == "Step 1 of 12"
    press_key(forward)
    press_key(forward)
    assert text_of(on_tour, "tour_count") == "Step 3 of 12"
    press_key(back)
    assert text_of(on_tour, "tour_count") == "Step 2 of 12"
    assert find(on_tour, name).hasFocus()


def test_space_moves_on_the_diagram_where_no_region_has_the_focus(on_tour):
    canvas = canvas_of(on_tour)
    press(canvas, KEY.Key_Space)
    assert text_of(on_tour, "tour_count") == "Step 2 of 12"
    press(canvas, KEY.Key_PageUp)
    assert text_of(on_tour, "tour_count") == "Step 1 of 12"


def test_space_on_a_region_still_selects_it(on_tour):
    button = find(on_tour, "region_thalamus")
    press(button, KEY.Key_Space)
    assert on_tour._store.state.region == "thalamus"
    assert text_of(on_tour, "tour_count") == "Step 1 of 12"


def test_arrows_on_the_diagram_still_walk_the_regions(on_tour):
    for _ in range(4):
        press_key(KEY.Key_Space)
    press(canvas_of(on_tour), KEY.Key_Right)
    assert text_of(on_tour, "tour_count") == "Step 5 of 12"
    assert QApplication.focusWidget().objectName().startswith("region_")


def test_buttons_move_and_the_last_one_ends(on_tour):
    click(find(on_tour, "tour_next"))
    assert text_of(on_tour, "tour_count") == "Step 2 of 12"
    click(find(on_tour, "tour_back"))
    assert not find(on_tour, "tour_back").isEnabled()
    for _ in range(11):
        click(find(on_tour, "tour_next"))
    assert find(on_tour, "tour_next").text() == "Done"
    click(find(on_tour, "tour_next"))
    assert not bar_of(on_tour).isVisible()


def test_who_wanders_can_come_back(on_tour, click_region):
    click_region("thalamus")
    back = find(on_tour, "tour_return")
    assert back.isVisible()
    assert text_of(on_tour, "tour_text") == THERAPY.steps[0].text.en_plain
    assert tour_text(LIBRARY, on_tour._store.state) is None
    click(back)
    assert looks_at(on_tour, THERAPY.steps[0])
    assert tour_text(LIBRARY, on_tour._store.state) == THERAPY.steps[0].text
    assert not back.isVisible()


def test_who_reads_a_page_can_come_back(on_tour):
    press_key(KEY.Key_F4)
    assert on_tour._store.state.page == "sources"
    click(find(on_tour, "tour_return"))
    assert looks_at(on_tour, THERAPY.steps[0])
    assert on_tour._store.state.page == "explore"


def test_escape_on_a_page_goes_back_to_the_brain_first(on_tour):
    press_key(KEY.Key_F2)
    press_key(KEY.Key_Escape)
    assert on_tour._store.state.page == "explore"
    assert bar_of(on_tour).isVisible()
    press_key(KEY.Key_Escape)
    assert not bar_of(on_tour).isVisible()


def test_the_next_step_can_be_taken_from_anywhere(on_tour, click_region):
    click_region("thalamus")
    click(find(on_tour, "tour_next"))
    assert looks_at(on_tour, THERAPY.steps[1])


def test_language_and_level_are_no_wandering(on_tour):
    click(find(on_tour, "language_switch_nl"))
    click(find(on_tour, "level_switch_clinical"))
    assert text_of(on_tour, "tour_text") == THERAPY.steps[0].text.nl_clinical
    assert text_of(on_tour, "tour_title") == THERAPY.title.nl
    assert text_of(on_tour, "tour_count") == "Stap 1 van 12"
    assert not find(on_tour, "tour_return").isVisible()
    assert find(on_tour, "tour_next").text() == "Volgende"


def test_leaving_returns_to_where_the_person_was(open_window, click_region):
    window = open_window("--language", "en", "--use", "chronic")
    store = window._store
    store.set_view("coronal")
    click_region("hippocampus")
    click(find(window, "phase_switch_long_term"))
    press(canvas_of(window), KEY.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    focused = find(window, "region_hippocampus")
    focused.setFocus(Qt.FocusReason.TabFocusReason)
    before, sight = store.state, canvas_of(window).sight
    assert sight[0] > 1
    press_key(KEY.Key_F9)
    press_key(KEY.Key_Space)
    for _ in range(5):
        press_key(KEY.Key_Space)
    assert canvas_of(window).zoom_factor == 1, "each step shows the whole picture"
    press_key(KEY.Key_Escape)
    assert store.state == before
    assert canvas_of(window).sight == sight
    assert find(window, "region_hippocampus").hasFocus()
    assert not bar_of(window).isVisible()


def test_leaving_gives_the_focus_back(window):
    slider = find(window, "use_slider")
    slider.setFocus(Qt.FocusReason.TabFocusReason)
    press_key(KEY.Key_F9)
    press_key(KEY.Key_Space)
    press_key(KEY.Key_Escape)
    assert slider.hasFocus()


def test_a_tour_from_a_page_leads_back_to_that_page(window):
    press_key(KEY.Key_F6)
    press_key(KEY.Key_F9)
    press_key(KEY.Key_Space)
    assert window._store.state.page == "explore"
    press_key(KEY.Key_Escape)
    assert window._store.state.page == "rating"


def test_the_language_chosen_on_the_way_stays(on_tour):
    click(find(on_tour, "language_switch_nl"))
    click(find(on_tour, "tour_leave"))
    assert on_tour._store.state.language is Language.NL
    assert on_tour._store.state.tour is None


def test_escape_on_the_diagram_leaves_the_tour(on_tour):
    canvas_of(on_tour).setFocus()
    press_key(KEY.Key_Escape)
    assert not bar_of(on_tour).isVisible()


def test_the_key_leads_back_to_the_strip(on_tour):
    canvas_of(on_tour).setFocus()
    press_key(KEY.Key_F9)
    assert bar_of(on_tour).hasFocus()
    assert text_of(on_tour, "tour_count") == "Step 1 of 12"


def test_each_step_is_said_once(on_tour, announced):
    press_key(KEY.Key_Space)
    assert announced == [THERAPY.steps[1].text.en_plain]
    bar = bar_of(on_tour)
    spoken = "Tour: From intake to the weeks after: therapy, step 2 of 12"
    assert bar.accessibleName() == spoken
    assert bar.accessibleDescription() == THERAPY.steps[1].text.en_plain


def test_tab_walks_the_strip_between_top_bar_and_stage(on_tour):
    bar_of(on_tour).setFocus(Qt.FocusReason.TabFocusReason)
    walked = []
    for _ in range(6):
        press_key(KEY.Key_Tab)
        walked.append(QApplication.focusWidget().objectName())
    assert walked[:2] == ["tour_next", "tour_leave"], "going back is not possible yet"
    assert walked[2].startswith("view_switch")


def test_known_words_are_explained(qtbot, on_tour):
    press_key(KEY.Key_Space)
    text = find(on_tour, "tour_text")
    qtbot.waitUntil(lambda: "serotonin" in text.terms)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("level", Level)
def test_the_longest_text_fits_the_smallest_window(open_window, language, level):
    window = open_window("--language", language, "--level", level, size=(1024, 640))
    for tour in LIBRARY.tours:
        press_key(KEY.Key_F9)
        click(find(window, f"tour_{tour.id}"))
        heights = set()
        for step in tour.steps:
            text = find(window, "tour_text")
            assert shaped(step.text.at(language, level), Role.BODY, text.width()).height <= (
                text.height()
            )
            heights.add(bar_of(window).height())
            buttons = [b for b in shown(bar_of(window), None) if b.objectName().startswith("tour_")]
            assert all(b.geometry().right() < window.width() for b in buttons)
            press_key(KEY.Key_Space)
        assert len(heights) == 1, "the brain does not jump"
        assert canvas_of(window).height() > 120
        press_key(KEY.Key_Escape)


def test_a_view_seen_on_a_tour_is_not_remembered(on_tour):
    press_key(KEY.Key_Space)
    assert on_tour._store.state.view == "synapse"
    on_tour.close()
    from explorer.state import settings

    assert on_tour._settings.value(settings.VIEW) in ("", "medial")


def test_a_pack_without_tours_offers_none(open_coffee):
    window = open_coffee()
    assert not find(window, "action_tours", QAction).isEnabled()


def test_a_whole_pack_leads_to_no_place_too(open_whole):
    window = open_whole()
    press_key(KEY.Key_F9)
    press_key(KEY.Key_Space)
    press_key(KEY.Key_Space)
    press_key(KEY.Key_Space)
    state = window._store.state
    assert (state.region, state.view, state.resting, state.timeline) == (
        None,
        "synapse",
        True,
        True,
    )
    assert text_of(window, "tour_text") == "There may be less of SERT here."
