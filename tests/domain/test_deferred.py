"""A deferred sequence is a tuple to its reader, and makes an entry only when asked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.domain.deferred import Deferred

LISTS = st.lists(st.integers(), max_size=6)


def deferred(entries, made=None):
    def make(at):
        if made is not None:
            made.append(at)
        return entries[at]

    return Deferred(len(entries), make)


@given(LISTS, st.slices(6))
def test_it_reads_as_a_tuple(entries, part):
    lazy, plain = deferred(entries), tuple(entries)
    assert (len(lazy), list(lazy), lazy[part]) == (len(plain), entries, plain[part])
    assert lazy == plain
    assert plain == lazy
    assert lazy == deferred(entries)
    assert (hash(lazy), repr(lazy)) == (hash(plain), repr(plain))


@given(LISTS, st.integers(-8, 8))
def test_a_position_is_that_of_a_tuple(entries, at):
    try:
        expected = tuple(entries)[at]
    except IndexError:
        with pytest.raises(IndexError):
            deferred(entries)[at]
    else:
        assert deferred(entries)[at] == expected


def test_other_entries_are_not_equal():
    assert deferred([1, 2]) != (1, 3)
    assert deferred([1, 2]) != [1, 2]


def test_each_entry_is_made_once_and_only_when_asked():
    made = []
    lazy = deferred("abc", made)
    assert len(lazy) == 3
    assert made == []
    assert (lazy[2], lazy[-1], lazy[2]) == ("c", "c", "c")
    assert made == [2]
