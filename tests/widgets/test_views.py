"""The views of a pack: by key, by click, with their slices, scan, mirror and states."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from explorer.domain.vocabulary import Phase, Use
from explorer.widgets.jump import Jump
from tests.widgets.person import (
    button_of,
    canvas_of,
    click,
    color_at,
    difference,
    drawn,
    find,
    picture,
    press,
    shown,
    slider_of,
    text_of,
)

KEY = Qt.Key
VIEWS = {
    "medial": (KEY.Key_1, ["amygdala"]),
    "axial": (KEY.Key_2, ["amygdala", "raphe", "raphe-amygdala"]),
    "synapse": (KEY.Key_3, ["sert"]),
}
STILL, FLOW = (4.8, 4.2), (6.8, 6.2)
"""Points inside the two groups of the synapse that come and go."""


@pytest.fixture
def window(open_whole):
    return open_whole()


def go(window, key):
    press(canvas_of(window), key)


def chosen(window, switch):
    segments = shown(find(window, switch), None, QAbstractButton)
    return [segment.value for segment in segments if segment.isChecked()]


@pytest.mark.parametrize("way", ["key", "click", "menu"])
@pytest.mark.parametrize("view", VIEWS)
def test_a_view_shows_its_own_places(window, way, view):
    key, places = VIEWS[view]
    go(window, KEY.Key_3 if view != "synapse" else KEY.Key_1)
    assert drawn(window) != places
    if way == "key":
        go(window, key)
    elif way == "click":
        click(find(window, f"view_switch_{view}"))
    else:
        number = list(VIEWS).index(view) + 1
        find(window, f"action_view_{number}", object).trigger()
    assert drawn(window) == places
    assert chosen(window, "view_switch") == [view]
    assert find(window, f"action_view_{list(VIEWS).index(view) + 1}", object).isChecked()


def test_a_key_without_a_view_does_nothing(window):
    go(window, KEY.Key_2)
    go(window, KEY.Key_4)
    assert chosen(window, "view_switch") == ["axial"]


def test_slices_of_a_view(window):
    assert not find(window, "plane_switch_2").isVisible(), "the first view has one slice"
    go(window, KEY.Key_2)
    assert chosen(window, "plane_switch_2") == ["0"]
    go(window, KEY.Key_Period)
    assert chosen(window, "plane_switch_2") == ["1"]
    assert drawn(window) == ["raphe"]
    go(window, KEY.Key_Period)
    assert chosen(window, "plane_switch_2") == ["0"], "after the last comes the first"
    click(find(window, "plane_switch_2_1"))
    assert drawn(window) == ["raphe"]
    assert "Low" in find(window, "plane_switch_2_1").accessibleName()


@pytest.mark.parametrize("letter", ["1", "2", "3", "E", "S", "M", "R", "."])
def test_letters_do_nothing_elsewhere(window, letter):
    go(window, KEY.Key_2)
    before = window._store.state
    press(slider_of(window), getattr(KEY, f"Key_{letter}", KEY.Key_Period))
    assert window._store.state == before


def test_what_is_selected_is_selected_in_every_view(window, click_region):
    click_region("amygdala")
    for key in (KEY.Key_2, KEY.Key_1):
        go(window, key)
        assert button_of(window, "amygdala").isChecked()
        assert text_of(window, "region_name") == "amygdala"


def test_a_region_can_be_clicked_in_every_view(window, click_region):
    for key in (KEY.Key_1, KEY.Key_2):
        go(window, key)
        click_region("amygdala")
        assert text_of(window, "region_name") == "amygdala"
        press(canvas_of(window), KEY.Key_Escape)
        assert find(window, "start_hint").isVisible()


def test_another_view_says_where_the_place_is_drawn(window, click_region):
    click_region("amygdala")
    assert not find(window, "shown_in").isVisible()
    go(window, KEY.Key_3)
    row = find(window, "shown_in")
    assert row.isVisible()
    names = [button.text() for button in shown(row, None, QAbstractButton)]
    assert names == ["Medial", "Axial 1"]
    click(find(window, "spot_axial_0"))
    assert chosen(window, "view_switch") == ["axial"]
    assert text_of(window, "region_name") == "amygdala"
    assert not find(window, "shown_in").isVisible()


@pytest.mark.parametrize(
    ("place", "view", "plane"),
    [("sert", "synapse", 0), ("raphe", "axial", 0), ("raphe-amygdala", "axial", 0)],
)
def test_a_jump_goes_to_the_first_view_that_has_the_place(window, place, view, plane):
    press(canvas_of(window), KEY.Key_F2)
    find(window, "gap_page").jump_wished.emit(Jump(place, Use.CHRONIC, Phase.LONG_TERM))
    state = window._store.state
    assert (state.view, state.plane, state.region) == (view, plane, place)
    assert (state.use, state.phase, state.page) == (Use.CHRONIC, Phase.LONG_TERM, "explore")
    assert button_of(window, place).isChecked()
    assert find(window, "use_chip").text() == "Often"


def test_a_jump_to_what_is_in_sight_stays_in_the_view(window):
    go(window, KEY.Key_2)
    go(window, KEY.Key_Period)
    press(canvas_of(window), KEY.Key_F2)
    find(window, "gap_page").jump_wished.emit(Jump("raphe"))
    assert (window._store.state.view, window._store.state.plane) == ("axial", 1)


def test_a_jump_can_open_a_card(qtbot, window):
    window._store.set_lens("controlled")
    press(canvas_of(window), KEY.Key_F2)
    find(window, "gap_page").jump_wished.emit(
        Jump("sert", Use.THERAPEUTIC, Phase.ACUTE, "less-sert")
    )
    qtbot.waitUntil(lambda: bool(shown(window, "claim_details")))
    (card,) = [card for card in shown(window, "claim_card") if shown(card, "claim_details")]
    assert card.content.id == "less-sert"
    assert window._store.state.lens == "all", "a card that the lens hides could not be opened"


def test_a_link_is_a_button_like_a_region(window):
    go(window, KEY.Key_2)
    link = button_of(window, "raphe-amygdala")
    assert link.accessibleName() == "raphe and amygdala"
    press(link, KEY.Key_Return)
    assert text_of(window, "region_name") == "raphe and amygdala"
    assert text_of(window, "region_kind") == "Link between regions"


def test_the_scan_lies_under_the_outlines(qtbot, window):
    empty = (5.5, 7.5)  # nothing is drawn there
    before = color_at(qtbot, window, *empty)
    go(window, KEY.Key_S)
    assert find(window, "scan_button").isChecked()
    assert color_at(qtbot, window, *empty) != before
    assert "A scan of 1 head." in canvas_of(window).accessibleDescription()
    click(find(window, "scan_button"))
    assert color_at(qtbot, window, *empty) == before
    assert "A sketch." in canvas_of(window).accessibleDescription()


def test_without_a_scan_there_is_no_button_for_it(window):
    go(window, KEY.Key_2)
    assert not find(window, "scan_button").isVisible()


def test_mirroring_swaps_the_sides_and_says_so(qtbot, window):
    go(window, KEY.Key_2)
    switch = find(window, "sides_switch")
    assert switch.isVisible()
    assert chosen(window, "sides_switch") == ["anatomical"]
    canvas = canvas_of(window)
    place = canvas._zoom.to_view.map  # where a point of the drawing is now
    from PySide6.QtCore import QPointF

    left, right = (place(QPointF(x, 4.1)).x() for x in (1.1, 8.9))
    assert left < right
    assert "person's left is on the left" in canvas.accessibleDescription()
    before = picture(qtbot, window)
    go(window, KEY.Key_M)
    assert chosen(window, "sides_switch") == ["radiological"]
    assert "person's left is on the right" in canvas.accessibleDescription()
    left, right = (canvas._zoom.to_view.map(QPointF(x, 4.1)).x() for x in (1.1, 8.9))
    assert left > right
    assert difference(before, picture(qtbot, window)) > 0
    click(find(window, "sides_switch_anatomical"))
    assert difference(before, picture(qtbot, window)) == 0


def test_one_half_has_no_sides_to_swap(window):
    assert not find(window, "sides_switch").isVisible()
    before = canvas_of(window)._zoom.to_view
    go(window, KEY.Key_M)
    assert canvas_of(window)._zoom.to_view == before


def test_the_synapse_follows_use_phase_and_rest(qtbot, window):
    go(window, KEY.Key_3)

    def parts():
        return tuple(color_at(qtbot, window, *at).lightness() < 100 for at in (STILL, FLOW))

    assert parts() == (False, True), "therapeutic, during"
    go(window, KEY.Key_A)
    assert parts() == (True, False), "therapeutic, afterwards"
    go(window, KEY.Key_C)
    assert parts() == (False, False), "chronic, afterwards"
    go(window, KEY.Key_D)
    assert parts() == (False, True), "chronic, during"
    go(window, KEY.Key_R)
    assert parts() == (True, False), "at rest"
    go(window, KEY.Key_R)
    assert parts() == (False, True), "no longer at rest"


def test_at_rest_nothing_has_an_effect(qtbot, window):
    go(window, KEY.Key_3)
    overlay = color_at(qtbot, window, 1.2, 1.2)
    click(find(window, "rest_button"))
    assert find(window, "rest_button").isChecked()
    assert color_at(qtbot, window, 1.2, 1.2) != overlay
    said = button_of(window, "sert").accessibleDescription()
    assert said.startswith("At rest.")
    assert "less" not in said
    assert canvas_of(window).accessibleDescription() == "At rest."


@pytest.mark.parametrize("phase", ["acute", "long_term"])
def test_choosing_a_phase_ends_the_rest(window, phase):
    go(window, KEY.Key_3)
    click(find(window, "rest_button"))
    click(find(window, f"phase_switch_{phase}"))
    assert not find(window, "rest_button").isChecked()
    assert window._store.state.phase == phase
    assert not window._store.state.resting


def test_the_rest_is_only_offered_where_the_picture_has_one(window):
    assert not find(window, "rest_button").isVisible()


def test_the_view_is_remembered(open_whole, open_window):
    window = open_whole()
    go(window, KEY.Key_3)
    window.close()
    again = open_whole(as_left=True)
    assert chosen(again, "view_switch") == ["synapse"]
    assert drawn(again) == ["sert"]


@pytest.mark.parametrize(
    ("place", "view"), [("sert", "synapse"), ("raphe", "axial"), ("temperature", "medial")]
)
def test_the_window_opens_where_the_place_is_drawn(open_whole, place, view):
    window = open_whole("--region", place)
    assert chosen(window, "view_switch") == [view]
    assert button_of(window, place).isChecked()
    assert not find(window, "shown_in").isVisible()
