"""The one place where the view state changes."""

from itertools import product

import pytest

from explorer.domain.vocabulary import Language, Lens, Level, Phase, Use
from explorer.state.store import Store
from explorer.state.view_state import ViewState

CHANGES = [
    ("select_region", "region", "left"),
    ("set_use", "use", Use.CHRONIC),
    ("set_phase", "phase", Phase.LONG_TERM),
    ("set_language", "language", Language.NL),
    ("set_level", "level", Level.CLINICAL),
    ("set_lens", "lens", Lens.HUMAN),
    ("set_view", "view", "axial"),
    ("set_plane", "plane", 1),
    ("set_scan", "scan", True),
    ("set_resting", "resting", True),
    ("set_mirrored", "mirrored", True),
    ("show_page", "page", "sources"),
    ("set_timeline", "timeline", True),
    ("set_hour", "hour", 3.0),
]
VIEWS = {"medial": ("sagittal", "parasagittal"), "axial": ("high", "low"), "synapse": ("one",)}


@pytest.fixture
def store(qapp):
    return Store(["left", "right"], views=VIEWS)


@pytest.mark.parametrize(("method", "field", "value"), CHANGES)
def test_a_change_tells_old_and_new_once(qtbot, store, method, field, value):
    old = store.state
    seen = []
    store.changed.connect(lambda *args: seen.append(args))
    with qtbot.waitSignal(store.changed) as blocker:
        getattr(store, method)(value)
    assert blocker.args == [old, store.state]
    assert getattr(store.state, field) == value
    others = set(ViewState._fields) - {field}
    assert all(getattr(store.state, other) == getattr(old, other) for other in others)
    assert len(seen) == 1


@pytest.mark.parametrize(("method", "field", "value"), CHANGES)
def test_the_same_value_again_tells_nothing(qtbot, store, method, field, value):
    getattr(store, method)(value)
    with qtbot.assertNotEmitted(store.changed):
        getattr(store, method)(value)
    assert getattr(store.state, field) == value


def test_a_region_that_is_not_in_the_pack_is_refused(qtbot, store):
    store.select_region("right")
    with (
        qtbot.assertNotEmitted(store.changed),
        pytest.raises(ValueError, match="amygdala"),
    ):
        store.select_region("amygdala")
    assert store.state.region == "right"


def test_nothing_can_be_selected_again(store):
    store.select_region("left")
    store.select_region(None)
    assert store.state == ViewState()


def test_every_field_of_a_state_can_be_changed():
    led = {"tour", "step"}  # a tour leads to everything at once
    assert {field for _, field, _ in CHANGES} | led == set(ViewState._fields)


@pytest.mark.parametrize(
    ("method", "value", "named"),
    [
        ("set_view", "coronal", "coronal"),
        ("set_plane", 2, "medial"),
        ("set_plane", -1, "-1"),
        ("show_page", "quiz", "quiz"),
        ("set_hour", 0.01, "0.01 h"),
        ("set_hour", 1e6, "not on the line"),
    ],
)
def test_what_is_not_there_is_refused(qtbot, store, method, value, named):
    before = store.state
    with qtbot.assertNotEmitted(store.changed), pytest.raises(ValueError, match=named):
        getattr(store, method)(value)
    assert store.state == before


def test_without_the_line_of_time_all_times_count(store):
    store.set_timeline(True)
    store.set_hour(3.0)
    store.set_timeline(False)
    assert (store.state.timeline, store.state.hour) == (False, None)


def test_another_view_begins_at_its_first_plane(store):
    store.set_plane(1)
    store.set_view("synapse")
    assert (store.state.view, store.state.plane) == ("synapse", 0)
    with pytest.raises(ValueError, match="plane 1"):
        store.set_plane(1)


def test_the_same_view_again_keeps_the_plane(store):
    store.set_plane(1)
    store.set_view("medial")
    assert store.state.plane == 1


def test_a_view_that_the_pack_has_not_gives_way_to_its_first(qapp):
    store = Store([], ViewState(view="coronal", plane=4), {"bean": ("one",), "leaf": ("one",)})
    assert (store.state.view, store.state.plane) == ("bean", 0)


def test_states_can_be_kept_and_compared():
    every = [ViewState(*fields) for fields in product((None, "left"), Use, Phase, Language, Level)]
    assert len(set(every)) == len(every) == 32
    with pytest.raises(AttributeError):
        every[0].region = "right"


THERE = ViewState("right", Use.CHRONIC, Phase.LONG_TERM, view="axial", plane=1, hour=48.0)


def test_a_person_can_be_led_anywhere_in_one_step(qtbot, store):
    store.show_page("sources")
    old, seen = store.state, []
    store.changed.connect(lambda *args: seen.append(args))
    new = THERE._replace(timeline=True, lens=Lens.HUMAN, tour="walk", step=2)
    store.go_to(new)
    assert store.state == new
    assert seen == [(old, new)]


@pytest.mark.parametrize(
    ("fields", "named"),
    [
        ({"region": "amygdala"}, "amygdala"),
        ({"view": "coronal"}, "coronal"),
        ({"plane": 2}, "plane 2"),
        ({"plane": -1}, "plane -1"),
        ({"page": "quiz"}, "quiz"),
        ({"hour": 0.01}, "not on the line"),
    ],
)
def test_nobody_is_led_to_what_is_not_there(qtbot, store, fields, named):
    before = store.state
    with qtbot.assertNotEmitted(store.changed), pytest.raises(ValueError, match=named):
        store.go_to(THERE._replace(**fields))
    assert store.state == before
