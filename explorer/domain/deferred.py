"""Sequences whose entries are made when they are first asked for."""

from collections.abc import Callable, Iterator, Sequence
from typing import Generic, TypeVar, overload

T_co = TypeVar("T_co", covariant=True)


class _Late(Sequence[T_co], Generic[T_co]):
    """Equal to any sequence with equal entries, so that it can stand where a tuple stands."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, tuple | _Late):
            return NotImplemented
        return tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return repr(tuple(self))


class Deferred(_Late[T_co]):
    """Entries in the making: start-up pays only for those that it shows.

    Args:
        length: how many entries there are.
        make: makes the entry at a position; called at most once for each.
    """

    __slots__ = ("_entries", "_length", "_make")

    def __init__(self, length: int, make: Callable[[int], T_co]) -> None:
        self._length = length
        self._make = make
        self._entries: dict[int, T_co] = {}

    def __len__(self) -> int:
        return self._length

    @overload
    def __getitem__(self, at: int) -> T_co: ...

    @overload
    def __getitem__(self, at: slice) -> tuple[T_co, ...]: ...

    def __getitem__(self, at: int | slice) -> T_co | tuple[T_co, ...]:
        if isinstance(at, slice):
            return tuple(self[position] for position in range(*at.indices(len(self))))
        position = range(self._length)[at]  # a negative one counts from the end
        if position not in self._entries:
            self._entries[position] = self._make(position)
        return self._entries[position]

    def __iter__(self) -> Iterator[T_co]:
        return (self[position] for position in range(self._length))


class Fetched(_Late[T_co]):
    """A sequence that is fetched whole when it is first touched, even to ask how long it is.

    Args:
        fetch: returns it; called once.
    """

    __slots__ = ("_entries", "_fetch")

    def __init__(self, fetch: Callable[[], Sequence[T_co]]) -> None:
        self._fetch = fetch
        self._entries: Sequence[T_co] | None = None

    def _fetched(self) -> Sequence[T_co]:
        if self._entries is None:
            self._entries = self._fetch()
        return self._entries

    def __len__(self) -> int:
        return len(self._fetched())

    @overload
    def __getitem__(self, at: int) -> T_co: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[T_co]: ...

    def __getitem__(self, at: int | slice) -> T_co | Sequence[T_co]:
        return self._fetched()[at]

    def __iter__(self) -> Iterator[T_co]:
        return iter(self._fetched())
