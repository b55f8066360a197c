"""The one place where the view state changes."""

from itertools import product

import pytest

from explorer.domain.vocabulary import Language, Level, Phase, Use
from explorer.state.store import Store
from explorer.state.view_state import ViewState

CHANGES = [
    ("select_region", "region", "left"),
    ("set_use", "use", Use.CHRONIC),
    ("set_phase", "phase", Phase.LONG_TERM),
    ("set_language", "language", Language.NL),
    ("set_level", "level", Level.CLINICAL),
]


@pytest.fixture
def store(qapp):
    return Store(["left", "right"])


@pytest.mark.parametrize(("method", "field", "value"), CHANGES)
def test_a_change_tells_old_and_new_once(qtbot, store, method, field, value):
    old = store.state
    seen = []
    store.changed.connect(lambda *args: seen.append(args))
    with qtbot.waitSignal(store.changed) as blocker:
        getattr(store, method)(value)
    assert blocker.args == [old, store.state]
    assert getattr(store.state, field) == value
    others = set(ViewState.__slots__) - {field}
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


def test_states_can_be_kept_and_compared():
    every = [ViewState(*fields) for fields in product((None, "left"), Use, Phase, Language, Level)]
    assert len(set(every)) == len(every) == 32
    with pytest.raises(AttributeError):
        every[0].region = "right"
