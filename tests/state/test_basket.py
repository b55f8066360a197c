"""What is pinned, and the copy of it that outlasts a crash."""

import pytest
from PySide6.QtCore import QCoreApplication

from explorer.domain.handout import Handout, Pin, PinKind, Tick
from explorer.domain.vocabulary import Language, Level
from explorer.state.basket import Basket
from explorer.state.basket_keeper import BasketKeeper
from explorer.state.handout_file import read_handout, write_handout
from explorer.state.ticks import Ticks

A, B, C = (Pin(PinKind.CLAIM, name) for name in "abc")


@pytest.fixture
def basket(qapp):
    return Basket(Language.EN, Level.PLAIN)


@pytest.fixture
def changes(basket):
    told = []
    basket.changed.connect(lambda old, new: told.append((old, new)))
    return told


@pytest.fixture
def path(tmp_path):
    return tmp_path / "data" / "basket.json"


@pytest.fixture
def run(qapp, path):
    """Return a function that starts a run of the program: a basket and its keeper."""

    def start(keeps_note=False):
        basket = Basket(Language.EN, Level.PLAIN)
        return basket, BasketKeeper(basket, path, lambda: keeps_note)

    return start


def pinned(basket):
    return "".join(pin.id for pin in basket.handout.pins)


def put(basket, *pins):
    for pin in pins:
        basket.toggle(pin)


def test_toggling_pins_and_takes_off(basket, changes):
    assert basket.toggle(A) is True
    assert basket.is_pinned(A)
    assert basket.toggle(B) is True
    assert basket.toggle(A) is False
    assert pinned(basket) == "b"
    assert [pinned_in.pins for _, pinned_in in changes] == [(A,), (A, B), (B,)]


@pytest.mark.parametrize(
    ("at", "to", "expected"),
    [(0, 2, "bca"), (2, 0, "cab"), (1, 1, "abc"), (0, 3, "abc"), (3, 0, "abc"), (-1, 0, "abc")],
)
def test_moving(basket, at, to, expected):
    put(basket, A, B, C)
    basket.move(at, to)
    assert pinned(basket) == expected


def test_removing_and_undoing(basket):
    put(basket, A, B, C)
    basket.remove(1)
    assert pinned(basket) == "ac"
    basket.move(0, 1)
    for expected in ("ac", "abc", "ab", "a", ""):
        assert basket.can_undo
        basket.undo()
        assert pinned(basket) == expected
    assert not basket.can_undo
    basket.undo()


def test_nothing_is_told_when_nothing_changed(basket, changes):
    basket.set_title("")
    basket.set_language(Language.EN)
    basket.remove(4)
    basket.set_tick("sleep", Tick.NOT_DISCUSSED)
    assert changes == []


def test_undo_leaves_the_texts_alone(basket):
    put(basket, A)
    basket.set_title("Mine")
    basket.undo()
    assert basket.handout.title == "Mine"


def test_opening_a_handout_can_be_undone(basket):
    put(basket, A)
    basket.set_note("before")
    basket.open(Handout(Language.NL, Level.CLINICAL, "T", "N", (B,), (("sleep", Tick.AGAIN),)))
    assert (pinned(basket), basket.handout.language) == ("b", Language.NL)
    basket.undo()
    assert (pinned(basket), basket.handout.note) == ("a", "before")
    assert basket.handout.language is Language.EN


def test_wiping_leaves_nothing_to_undo(basket):
    put(basket, A, B)
    basket.set_title("T")
    basket.set_note("N")
    basket.set_tick("sleep", Tick.AGAIN)
    basket.set_language(Language.NL)
    basket.wipe()
    assert basket.handout == Handout(Language.NL, Level.PLAIN)
    basket.undo()
    assert pinned(basket) == ""


def test_ticks_are_followed_and_wiped(basket):
    ticks = Ticks()
    ticks.set_tick("mood", Tick.EXPLAINED)
    basket.follow(ticks)
    ticks.set_tick("sleep", Tick.AGAIN)
    assert basket.handout.ticks == (("mood", Tick.EXPLAINED), ("sleep", Tick.AGAIN))
    basket.open(Handout(Language.EN, Level.PLAIN, ticks=(("heart", Tick.AGAIN),)))
    assert ticks.ticks == {"heart": Tick.AGAIN}
    assert basket.handout.ticks == (("heart", Tick.AGAIN),)
    basket.wipe()
    assert ticks.ticks == {}


def test_pins_outlast_a_crash_and_are_offered(run, path, qtbot):
    basket, keeper = run()
    put(basket, A, B)
    qtbot.waitUntil(path.exists)
    again, keeper = run()
    assert pinned(again) == "", "offered, not forced"
    assert keeper.earlier.pins == (A, B)
    put(again, C, A)
    keeper.bring_back()
    assert pinned(again) == "abc"
    assert keeper.earlier is None


def test_what_is_offered_is_not_lost_before_it_is_taken(run):
    basket, keeper = run()
    put(basket, A)
    keeper.save()
    second, keeper = run()
    put(second, B)
    keeper.save()
    _, keeper = run()
    assert keeper.earlier.pins == (A, B)


def test_title_note_and_ticks_stay_out_of_the_file(run, path):
    basket, keeper = run()
    basket.set_title("Jane Roe")
    basket.set_note("slept badly")
    basket.set_tick("sleep", Tick.AGAIN)
    put(basket, A)
    keeper.save()
    kept = path.read_text("utf-8")
    assert "Jane" not in kept
    assert "slept" not in kept
    assert "sleep" not in kept


def test_title_and_note_are_kept_when_asked_for(run, path):
    basket, keeper = run(keeps_note=True)
    basket.set_title("Jane Roe")
    basket.set_note("slept badly")
    basket.set_tick("sleep", Tick.AGAIN)
    keeper.flush()
    kept = read_handout(path)
    assert (kept.title, kept.note, kept.ticks) == ("Jane Roe", "slept badly", ())
    again, keeper = run(keeps_note=True)
    keeper.bring_back()
    assert again.handout.note == "slept badly"


def test_wiping_leaves_nothing_on_disk(run, path):
    path.parent.mkdir()
    (path.parent / ".basket.json.77.part").write_text("cut short")
    path.write_text("no handout")
    basket, keeper = run(keeps_note=True)
    assert keeper.set_aside.read_text() == "no handout"
    put(basket, A)
    basket.set_note("about somebody")
    keeper.save()
    assert path.exists()
    basket.toggle(B)
    basket.wipe()
    QCoreApplication.processEvents()
    assert list(path.parent.iterdir()) == []
    keeper.flush()
    assert list(path.parent.iterdir()) == []


def test_an_empty_basket_has_no_file(run, path):
    basket, keeper = run()
    put(basket, A)
    keeper.save()
    put(basket, A)
    keeper.save()
    assert not path.exists()


def test_reading_writes_nothing(run, path):
    run()
    assert not path.parent.exists()


def test_a_damaged_file_is_put_aside_and_told(run, path):
    path.parent.mkdir()
    write_handout(path, Handout(Language.EN, Level.PLAIN, pins=(A,)))
    damaged = path.read_text("utf-8").replace('"claim"', '"song"')
    path.write_text(damaged)
    basket, keeper = run()
    assert keeper.fault.problem.line == 10
    assert keeper.fault.problem.file == str(path)
    assert keeper.set_aside.read_text("utf-8") == damaged
    put(basket, B)
    keeper.save()
    assert keeper.set_aside.exists()


def test_a_place_that_cannot_be_written_is_told_once(run, path):
    path.parent.write_text("a file where the folder should be")
    basket, keeper = run()
    told = []
    keeper.failed.connect(told.append)
    for pin in (A, B):
        put(basket, pin)
        keeper.save()
    assert len(told) == 1
    assert pinned(basket) == "ab"
