"""A sentence sounds as sure as its evidence, and points the way that the finding went."""

from collections.abc import Iterable, Iterator

from explorer.domain.claim import Evidence
from explorer.domain.finding import overall
from explorer.domain.phrases import (
    forbidden_hedge,
    hedge_keys,
    missing_direction,
    missing_hedge,
)
from explorer.domain.problem import Problem
from explorer.domain.vocabulary import Effect, Language, Strength
from explorer.pack.checks.cells import cell_name, claims_by_cell
from explorer.pack.checks.evidence import lacks_support, retracted_works, step
from explorer.pack.checks.passages import Passage
from explorer.pack.draft import Draft
from explorer.pack.rules import Rules

_STEPS = ("gap", "early", "limited", "moderate", "strong")


def statements_keep_to_the_bank(draft: Draft, rules: Rules) -> list[Problem]:
    """The statement of each claim, in all four texts."""
    retracted = retracted_works(draft)
    found: list[Problem] = []
    for part in draft.claims:
        claim = part.value
        strength = step(claim, retracted)
        if lacks_support(claim, strength):
            continue
        passage = Passage(part, "statement", claim.statement)
        found += _faults(passage, rules, claim.effect, strength, [claim.evidence])
    return found


def cells_keep_to_the_bank(draft: Draft, rules: Rules) -> list[Problem]:
    """The summary of each cell speaks as its claims together do."""
    retracted = retracted_works(draft)
    by_cell = claims_by_cell(draft)
    found: list[Problem] = []
    for part in draft.cells:
        place, summary = part.value
        cell = (place, summary.use, summary.phase)
        claims = [claim.value for claim in by_cell.get(cell, ())]
        if not claims or cell_name(*cell) in draft.rejected:
            continue
        steps = [step(claim, retracted) for claim in claims]
        if any(map(lacks_support, claims, steps)):
            continue
        effects = (claim.effect for claim in claims)
        effect, strength = overall(zip(effects, steps, strict=True))
        behind = [
            claim.evidence
            for claim, its_step in zip(claims, steps, strict=True)
            if its_step is strength
        ]
        found += _faults(Passage(part, "summary", summary.text), rules, effect, strength, behind)
    return found


def _faults(
    passage: Passage,
    rules: Rules,
    effect: Effect,
    strength: Strength,
    behind: Iterable[Evidence | None],
) -> Iterator[Problem]:
    keys = hedge_keys(strength, behind)
    named = f"step {strength:d} ({_STEPS[strength]})"
    for language, level, text in passage.text.every():
        missing = missing_hedge(text, rules.bank, language, keys)
        if missing:
            what = f"does not say how sure it is: {named}"
            yield passage.problem(language, level, what, _use(missing))
        forbidden = forbidden_hedge(text, rules.bank, language, keys)
        if forbidden:
            what = f"says `{forbidden}`, which does not fit {named}"
            mend = _use(missing or rules.bank.hedges[language, keys[0]].require)
            yield passage.problem(language, level, what, mend)
        yield from _direction(passage, rules, effect, language)


def _direction(
    passage: Passage, rules: Rules, effect: Effect, language: Language
) -> Iterator[Problem]:
    if effect is Effect.UNKNOWN:
        return  # the hedge of a gap says it already
    for its_language, level, text in passage.text.every():
        if its_language is not language:
            continue
        missing = missing_direction(text, rules.bank, language, effect)
        if missing:
            what = f"has no word for its direction ({effect})"
            yield passage.problem(language, level, what, _use(missing))


def _use(phrases: Iterable[str]) -> str:
    shown = ", ".join(phrases)
    return f"use one of: {shown}" if shown else "leave it out"


CHECKS = (statements_keep_to_the_bank, cells_keep_to_the_bank)
