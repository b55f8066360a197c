"""How topics went is held while the program runs, and told only when it changes."""

import pytest

from explorer.domain.handout import Tick
from explorer.state.ticks import Ticks


@pytest.fixture
def ticks(qapp):
    return Ticks()


def test_what_nobody_ticked_was_not_discussed(ticks):
    assert ticks.tick("heart") is Tick.NOT_DISCUSSED
    assert ticks.ticks == {}


def test_changes_are_told_once(ticks):
    told = []
    ticks.changed.connect(lambda topic, tick: told.append((topic, tick)))
    ticks.set_tick("heart", Tick.AGAIN)
    ticks.set_tick("heart", Tick.AGAIN)
    ticks.set_tick("mood", Tick.NOT_DISCUSSED)
    ticks.set_tick("heart", Tick.EXPLAINED)
    assert told == [("heart", Tick.AGAIN), ("heart", Tick.EXPLAINED)]
    assert ticks.ticks == {"heart": Tick.EXPLAINED}


def test_wiping_leaves_nothing(ticks):
    told = []
    ticks.set_tick("heart", Tick.AGAIN)
    ticks.set_tick("mood", Tick.EXPLAINED)
    ticks.changed.connect(lambda topic, tick: told.append((topic, tick)))
    ticks.wipe()
    assert ticks.ticks == {}
    assert told == [("heart", Tick.NOT_DISCUSSED), ("mood", Tick.NOT_DISCUSSED)]
