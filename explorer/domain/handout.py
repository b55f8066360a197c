"""What a person takes home: pinned things in an order, with a title and a note."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from explorer.domain.vocabulary import Language, Lens, Level, Phase, Use


class PinKind(StrEnum):
    """What can be pinned."""

    CLAIM = "claim"
    PLOT = "plot"
    PICTURE = "picture"
    CHECK = "check"
    SOURCE = "source"


class Sight(NamedTuple):
    """What a pinned picture shows: the part of the view state that the drawing depends on."""

    view: str
    plane: int
    region: str | None
    use: Use
    phase: Phase
    lens: Lens
    mirrored: bool = False


class Pin(NamedTuple):
    """One pinned thing.

    Attributes:
        kind: what it is.
        id: id of the claim, data set, claim check or work; for a picture the id of its diagram.
        sight: what a picture shows; None for everything else.
    """

    kind: PinKind
    id: str
    sight: Sight | None = None


class Tick(StrEnum):
    """How a topic went in the conversation."""

    EXPLAINED = "explained"
    AGAIN = "again"
    NOT_DISCUSSED = "not_discussed"


class Handout(NamedTuple):
    """All of it. Ticks are by topic of the teach-back; what is not in them was not discussed."""

    language: Language
    level: Level
    title: str = ""
    note: str = ""
    pins: tuple[Pin, ...] = ()
    ticks: tuple[tuple[str, Tick], ...] = ()
