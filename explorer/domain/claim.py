"""One statement about one place, with everything needed to judge it."""

from typing import NamedTuple

from explorer.domain.text import Name, Text
from explorer.domain.vocabulary import (
    Design,
    Effect,
    Phase,
    Replication,
    Side,
    Species,
    Spread,
    Use,
    Verification,
)


class Evidence(NamedTuple):
    """What the statement rests on.

    Attributes:
        who: who was studied, as a reader sees it ("9 people who had used ecstasy").
        n: number analysed (people or animals), or None when what was read does not give it.
        dose: the dose as the study gave it: a fact about the study, never advice.
    """

    design: Design
    species: Species
    who: Name
    n: int | None
    replication: Replication
    verified: Verification
    dose: Name | None = None


class Figure(NamedTuple):
    """One number of one study.

    Attributes:
        value: the number, in `unit`.
        spread: meaning of the interval, or None when the source gives none.
        spread_value: one-number spread (SD, SE), in `unit`.
        low: lower end of the interval, in `unit`.
        high: upper end of the interval, in `unit`.
        p: p value as printed ("0.02", "<0.001"), or empty.
    """

    label: Name
    value: float
    unit: Name
    reference: str
    n: int | None = None
    spread: Spread | None = None
    spread_value: float | None = None
    low: float | None = None
    high: float | None = None
    p: str = ""


class Window(NamedTuple):
    """When the effect holds after intake, in ISO 8601 durations ("PT2H"); empty if not given."""

    onset: str = ""
    end: str = ""


class Search(NamedTuple):
    """For a gap: when and for what the literature was searched."""

    date: str
    sought: Name


class Claim(NamedTuple):
    """One statement, one direction, one source of strength.

    A claim with `effect` unknown is an explicit gap: it has a `search` and no evidence.
    Every other claim has evidence and at least one reference.

    Attributes:
        about: id of the place that the study measured.
        nearby: ids of places whose cells may point here as the nearest thing known.
        covers: ids of source statements that this claim answers.
        side: the side that the finding is limited to; None for both, or when not told apart.
    """

    id: str
    about: str
    use: Use
    phase: Phase
    effect: Effect
    measure: Name
    statement: Text
    caveat: Text | None
    evidence: Evidence | None
    search: Search | None = None
    figures: tuple[Figure, ...] = ()
    references: tuple[str, ...] = ()
    nearby: tuple[str, ...] = ()
    window: Window | None = None
    covers: tuple[str, ...] = ()
    side: Side | None = None

    @property
    def is_gap(self) -> bool:
        """Whether this claim says that nobody has measured it."""
        return self.effect is Effect.UNKNOWN


class Gap(NamedTuple):
    """Cells of one place of which nothing is known.

    A main region says so with claims of their own instead (`Claim.is_gap`).

    Attributes:
        cells: which uses with which phases.
        date: month of the literature search, `YYYY-MM`.
        sought: what was looked for.
        why: why there is nothing, in plain words.
    """

    about: str
    cells: tuple[tuple[Use, Phase], ...]
    date: str
    sought: Name
    why: Name
