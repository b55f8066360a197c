"""What must be known of every claim before any is read: enough to colour the brain."""

from collections.abc import Iterable
from typing import NamedTuple

from explorer.domain.vocabulary import Effect, Lens, Phase, Side, Strength, Use

PASSED_BY: dict[Lens, frozenset[Lens]] = {
    Lens.ALL: frozenset({Lens.ALL}),
    Lens.HUMAN: frozenset({Lens.ALL, Lens.HUMAN}),
    Lens.CONTROLLED: frozenset(Lens),
}
"""For the narrowest lens that something passes: every lens that it passes."""


class Finding(NamedTuple):
    """One claim in short.

    Attributes:
        strength: the step, computed.
        lens: the narrowest lens that the claim passes.
        nearby: ids of other places whose cells may point to the claim.
    """

    id: str
    about: str
    use: Use
    phase: Phase
    effect: Effect
    strength: Strength
    lens: Lens
    side: Side | None
    nearby: tuple[str, ...]


class ClaimIndex(NamedTuple):
    """Every claim in short, and where to find its works.

    Attributes:
        findings: one for each claim, in the same order.
        works: keys of all works, in the order of the library's references.
        cited: keys of the works that a claim rests on, sorted.
    """

    findings: tuple[Finding, ...]
    works: tuple[str, ...]
    cited: tuple[str, ...]


class Overall(NamedTuple):
    """Several findings summed up in one direction and one step."""

    effect: Effect
    strength: Strength


def overall(findings: Iterable[tuple[Effect, Strength]]) -> Overall:
    """Sum up the findings of one cell in one direction and one step.

    Findings in people come first: early findings (step 1, animals above all) count only where there
    is nothing else, so that a rat never overrules a person. Within what counts, one direction is
    shown as it is and two opposite ones as mixed; "no change" is shown only when nothing changed.

    Args:
        findings: direction and step of each claim in the cell.

    Returns:
        The direction, and the strongest step among the findings that have it (for a mixed cell:
        among all that changed). `(UNKNOWN, GAP)` when nothing was found.
    """
    known = [(effect, step) for effect, step in findings if step > Strength.GAP]
    counted = [pair for pair in known if pair[1] > Strength.EARLY] or known
    changed = [pair for pair in counted if pair[0] is not Effect.NO_CHANGE]
    if not counted:
        return Overall(Effect.UNKNOWN, Strength.GAP)
    if not changed:
        return Overall(Effect.NO_CHANGE, max(step for _, step in counted))
    directions = {effect for effect, _ in changed}
    effect = directions.pop() if len(directions) == 1 else Effect.MIXED
    return Overall(effect, max(step for _, step in changed))
