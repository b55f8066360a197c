"""The rule that turns evidence into one of five steps, and says why.

The rule is our own, modelled on how evidence is graded in medicine: design first, then how many
were analysed, then whether others found the same. `judge` applies it; `Reason` names each
consideration so that the interface can say it in the reader's language.
"""

from enum import StrEnum
from typing import NamedTuple

from explorer.domain.claim import Evidence
from explorer.domain.vocabulary import Design, Replication, Species, Strength, Verification

LARGE = 20
"""A controlled study counts as large from this many people analysed."""

CONTROLLED = frozenset(
    {Design.RCT, Design.CROSSOVER, Design.CROSSOVER_IMAGING, Design.POOLED_ANALYSIS}
)
"""Designs that compare with a control condition."""

_OBSERVATIONAL = frozenset(
    {Design.PROSPECTIVE, Design.CROSS_SECTIONAL, Design.FOLLOW_UP, Design.OPEN_LABEL}
)


class Reason(StrEnum):
    """One consideration behind a step. Each value has a sentence in every language."""

    NO_SOURCE = "no_source"
    NOT_IN_PEOPLE = "not_in_people"
    META_CONTROLLED = "meta_controlled"
    META_OBSERVATIONAL = "meta_observational"
    CONTROLLED_REPLICATED = "controlled_replicated"
    CONTROLLED_LARGE = "controlled_large"
    CONTROLLED_SMALL = "controlled_small"
    OBSERVATIONAL = "observational"
    INDIRECT = "indirect"
    SINGLE = "single"
    CONFLICTING = "conflicting"
    SECONDARY = "secondary"
    RAISE_STUDY = "raise_study"
    RAISE_PEOPLE = "raise_people"
    RAISE_CONTROLLED = "raise_controlled"
    RAISE_LARGE = "raise_large"
    RAISE_REPLICATION = "raise_replication"
    RAISE_AGREEMENT = "raise_agreement"
    RAISE_SOURCE = "raise_source"
    LOWER_CONFLICT = "lower_conflict"


class Verdict(NamedTuple):
    """A step with its reasons: what was weighed, and what would change it."""

    strength: Strength
    reasons: tuple[Reason, ...]
    change: Reason


def judge(evidence: Evidence | None, sources: int) -> Verdict:
    """Apply the rule.

    Args:
        evidence: what the statement rests on; None for a gap.
        sources: how many references are left after retracted ones are taken out.

    Returns:
        The step, the reasons for it and what would change it.
    """
    if evidence is None or sources < 1:
        return Verdict(Strength.GAP, (Reason.NO_SOURCE,), Reason.RAISE_STUDY)
    strength, reason, change = _by_design(evidence)
    reasons = [reason]
    if evidence.replication is Replication.CONFLICTING:
        strength = Strength(max(strength - 1, Strength.EARLY))
        reasons.append(Reason.CONFLICTING)
        change = Reason.RAISE_AGREEMENT
    elif evidence.replication is Replication.SINGLE:
        reasons.append(Reason.SINGLE)
    if evidence.verified is Verification.SECONDARY:
        reasons.append(Reason.SECONDARY)
        if strength > Strength.LIMITED:
            strength, change = Strength.LIMITED, Reason.RAISE_SOURCE
    return Verdict(strength, tuple(reasons), change)


def _by_design(evidence: Evidence) -> tuple[Strength, Reason, Reason]:
    """Return the step that design, size and replication give, before anything lowers it."""
    design = evidence.design
    if evidence.species is not Species.HUMAN:
        return Strength.EARLY, Reason.NOT_IN_PEOPLE, Reason.RAISE_PEOPLE
    if design is Design.META_ANALYSIS_CONTROLLED:
        return Strength.STRONG, Reason.META_CONTROLLED, Reason.LOWER_CONFLICT
    if design is Design.META_ANALYSIS_OBSERVATIONAL:
        return Strength.MODERATE, Reason.META_OBSERVATIONAL, Reason.RAISE_CONTROLLED
    if design in CONTROLLED:
        if evidence.replication is Replication.REPLICATED:
            return Strength.STRONG, Reason.CONTROLLED_REPLICATED, Reason.LOWER_CONFLICT
        if evidence.n is not None and evidence.n >= LARGE:
            return Strength.MODERATE, Reason.CONTROLLED_LARGE, Reason.RAISE_REPLICATION
        return Strength.LIMITED, Reason.CONTROLLED_SMALL, Reason.RAISE_LARGE
    if design in _OBSERVATIONAL:
        return Strength.LIMITED, Reason.OBSERVATIONAL, Reason.RAISE_CONTROLLED
    return Strength.EARLY, Reason.INDIRECT, Reason.RAISE_CONTROLLED
