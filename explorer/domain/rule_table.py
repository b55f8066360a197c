"""The rule of `explorer.domain.strength` as a table: worked out by asking the rule itself."""

from itertools import product
from typing import NamedTuple

from explorer.domain.claim import Evidence
from explorer.domain.strength import LARGE, Reason, judge
from explorer.domain.text import Name
from explorer.domain.vocabulary import Design, Replication, Species, Strength, Verification

_NOBODY = Name("", "")


class RuleRow(NamedTuple):
    """What leads to a step before anything lowers it.

    Attributes:
        reason: what was weighed.
        designs: kinds of study to which it applies.
        strength: the step.
    """

    reason: Reason
    designs: tuple[Design, ...]
    strength: Strength


def rule_rows() -> tuple[RuleRow, ...]:
    """Return every way to a step, the strongest first."""
    found: dict[tuple[Reason, Strength], list[Design]] = {}
    agreeing = (Replication.REPLICATED, Replication.SINGLE)
    for species, design, replication, n in product(
        (Species.HUMAN, Species.RAT), Design, agreeing, (LARGE, LARGE - 1)
    ):
        verdict = judge(_evidence(design, species, n, replication), 1)
        designs = found.setdefault((verdict.reasons[0], verdict.strength), [])
        if design not in designs:
            designs.append(design)
    none = judge(None, 0)
    found[none.reasons[0], none.strength] = []
    rows = [RuleRow(reason, tuple(designs), step) for (reason, step), designs in found.items()]
    order = list(Reason)
    return tuple(sorted(rows, key=lambda row: (-row.strength, order.index(row.reason))))


def most_at_second_hand() -> Strength:
    """Return the step that no claim passes whose paper was not read."""
    best = _evidence(Design.META_ANALYSIS_CONTROLLED, Species.HUMAN, LARGE, Replication.REPLICATED)
    return judge(best._replace(verified=Verification.SECONDARY), 1).strength


def least_in_conflict() -> Strength:
    """Return the step below which no contradiction lowers a claim."""
    return min(
        judge(_evidence(design, Species.HUMAN, LARGE, Replication.CONFLICTING), 1).strength
        for design in Design
    )


def _evidence(design: Design, species: Species, n: int, replication: Replication) -> Evidence:
    return Evidence(design, species, _NOBODY, n, replication, Verification.FULLTEXT)
