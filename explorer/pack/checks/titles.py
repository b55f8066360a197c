"""The title of a data set is no surer than the surest claim of its cells that has its works."""

from collections.abc import Iterator

from explorer.domain.claim import Claim
from explorer.domain.dataset import Dataset
from explorer.domain.phrases import hedge_keys, missing_hedge
from explorer.domain.problem import Problem
from explorer.domain.vocabulary import Species, Strength
from explorer.pack.checks.evidence import lacks_support, retracted_works, step
from explorer.pack.checks.passages import Passage
from explorer.pack.draft import Draft, PlacedDataset
from explorer.pack.rules import Rules

_STEPS = ("gap", "early", "limited", "moderate", "strong")


def titles_keep_to_the_bank(draft: Draft, rules: Rules) -> list[Problem]:
    """Whoever reads a plot reads its title first, so it must not promise more than a claim may.

    A title may sound less sure than the claims, for one plot may show only part of them.
    """
    retracted = retracted_works(draft)
    steps: dict[str, list[tuple[Strength, Claim]]] = {}
    for part in draft.claims:
        claim = part.value
        strength = step(claim, retracted)
        if claim.is_gap or lacks_support(claim, strength):
            continue
        for key in claim.references:
            steps.setdefault(key, []).append((strength, claim))
    return [problem for part in draft.datasets for problem in _title(part, rules, steps)]


def _title(
    part: PlacedDataset, rules: Rules, steps: dict[str, list[tuple[Strength, Claim]]]
) -> Iterator[Problem]:
    dataset = part.entry.value
    strength = _surest(dataset, steps)
    keys = [key for allowed in range(1, strength + 1) for key in _keys(dataset, Strength(allowed))]
    if strength is Strength.STRONG or not dataset.points:
        return
    passage = Passage(part.entry, "title", dataset.title)
    for language, level, text in dataset.title.every():
        missing = missing_hedge(text, rules.bank, language, keys)
        if missing:
            what = f"does not say how sure it is: at most step {strength:d} ({_STEPS[strength]})"
            yield passage.problem(language, level, what, f"use one of: {', '.join(missing)}")


def _surest(dataset: Dataset, steps: dict[str, list[tuple[Strength, Claim]]]) -> Strength:
    """Return the highest step that a title may have; without any claim, that of few studies."""
    if not dataset.is_human:
        return Strength.EARLY
    resting = [
        strength
        for key in dataset.references
        for strength, claim in steps.get(key, ())
        if _speaks_of(claim, dataset)
    ]
    return max(resting, default=Strength.LIMITED)


def _speaks_of(claim: Claim, dataset: Dataset) -> bool:
    """Whether a claim about people stands in a cell under which the data set is offered."""
    return (
        claim.about in dataset.about
        and (claim.use, claim.phase) == (dataset.use, dataset.phase)
        and claim.evidence is not None
        and claim.evidence.species is Species.HUMAN
    )


def _keys(dataset: Dataset, strength: Strength) -> tuple[str, ...]:
    if strength is Strength.EARLY:
        return ("early_people",) if dataset.is_human else ("early",)
    return hedge_keys(strength, ())


CHECKS = (titles_keep_to_the_bank,)
