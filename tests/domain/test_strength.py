"""The rule that turns evidence into a step keeps its promises for every kind of evidence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.domain.claim import Evidence
from explorer.domain.finding import overall
from explorer.domain.strength import LARGE, Reason, judge
from explorer.domain.text import Name
from explorer.domain.vocabulary import (
    Design,
    Effect,
    Replication,
    Species,
    Strength,
    Verification,
)

EVIDENCE = st.builds(
    Evidence,
    design=st.sampled_from(Design),
    species=st.sampled_from(Species),
    who=st.just(Name("", "")),
    n=st.none() | st.integers(1, 1000),
    replication=st.sampled_from(Replication),
    verified=st.sampled_from(Verification),
)
STEPS = st.lists(st.tuples(st.sampled_from(Effect), st.sampled_from(Strength)), max_size=6)


def evidence(design, n=None, replication=Replication.SINGLE, species=Species.HUMAN):
    return Evidence(design, species, Name("", ""), n, replication, Verification.FULLTEXT)


@pytest.mark.parametrize(
    ("given_evidence", "step"),
    [
        (evidence(Design.META_ANALYSIS_CONTROLLED), Strength.STRONG),
        (evidence(Design.RCT, 10, Replication.REPLICATED), Strength.STRONG),
        (evidence(Design.META_ANALYSIS_OBSERVATIONAL), Strength.MODERATE),
        (evidence(Design.RCT, LARGE), Strength.MODERATE),
        (evidence(Design.RCT, LARGE - 1), Strength.LIMITED),
        (evidence(Design.CROSSOVER_IMAGING, None), Strength.LIMITED),
        (evidence(Design.POOLED_ANALYSIS, 200), Strength.MODERATE),
        (evidence(Design.CROSS_SECTIONAL, 5000, Replication.REPLICATED), Strength.LIMITED),
        (evidence(Design.CASE_SERIES, 5000), Strength.EARLY),
        (evidence(Design.REVIEW), Strength.EARLY),
        (evidence(Design.RCT, LARGE, Replication.CONFLICTING), Strength.LIMITED),
        (evidence(Design.RCT, 5, Replication.CONFLICTING), Strength.EARLY),
        (evidence(Design.ANIMAL, 100, Replication.REPLICATED, Species.RAT), Strength.EARLY),
    ],
)
def test_step_follows_design_size_and_replication(given_evidence, step):
    assert judge(given_evidence, 1).strength is step


@given(EVIDENCE, st.integers(1, 5))
def test_conflict_never_raises(found, sources):
    single = judge(found._replace(replication=Replication.SINGLE), sources)
    conflict = judge(found._replace(replication=Replication.CONFLICTING), sources)
    assert conflict.strength <= single.strength
    assert Reason.CONFLICTING in conflict.reasons


@given(EVIDENCE, st.integers(1, 5))
def test_replication_never_lowers(found, sources):
    single = judge(found._replace(replication=Replication.SINGLE), sources)
    again = judge(found._replace(replication=Replication.REPLICATED), sources)
    assert again.strength >= single.strength


@given(EVIDENCE, st.integers(1, 5))
def test_second_hand_is_never_above_limited(found, sources):
    verdict = judge(found._replace(verified=Verification.SECONDARY), sources)
    assert verdict.strength <= Strength.LIMITED
    assert Reason.SECONDARY in verdict.reasons


@given(EVIDENCE, st.sampled_from([kind for kind in Species if kind is not Species.HUMAN]))
def test_animals_are_always_early(found, species):
    verdict = judge(found._replace(species=species), 1)
    assert verdict.strength is Strength.EARLY
    assert Reason.NOT_IN_PEOPLE in verdict.reasons


@given(EVIDENCE)
def test_retracted_sources_alone_are_a_gap(found):
    assert judge(found, 0).strength is Strength.GAP
    assert judge(None, 3).strength is Strength.GAP


@given(EVIDENCE, st.integers(1, 1000), st.integers(0, 1000))
def test_more_people_never_lower(found, n, more):
    few = judge(found._replace(n=n), 1).strength
    assert judge(found._replace(n=n + more), 1).strength >= few
    assert few >= judge(found._replace(n=None), 1).strength


@given(EVIDENCE, st.integers(1, 5))
def test_every_step_has_a_reason(found, sources):
    verdict = judge(found, sources)
    assert verdict.reasons
    assert verdict.strength > Strength.GAP


@given(STEPS)
def test_overall_is_one_of_what_was_found(findings):
    effect, strength = overall(findings)
    assert (effect is Effect.UNKNOWN and strength is Strength.GAP) or strength in {
        step for _, step in findings
    }


@given(STEPS, st.sampled_from(Effect))
def test_gaps_change_nothing(findings, effect):
    assert overall([*findings, (effect, Strength.GAP)]) == overall(findings)


@given(STEPS)
def test_order_changes_nothing(findings):
    assert overall(reversed(findings)) == overall(findings)


@given(st.lists(st.tuples(st.sampled_from(Effect), st.just(Strength.EARLY)), max_size=4))
def test_rat_never_overrules_a_person(rats):
    person = (Effect.DECREASE, Strength.LIMITED)
    assert overall([*rats, person]) == person


def test_overall_sums_up():
    down, up, same = Effect.DECREASE, Effect.INCREASE, Effect.NO_CHANGE
    two, three = Strength.LIMITED, Strength.MODERATE
    assert overall([]) == (Effect.UNKNOWN, Strength.GAP)
    assert overall([(down, two), (same, three)]) == (down, two)
    assert overall([(down, two), (up, three)]) == (Effect.MIXED, three)
    assert overall([(same, two), (same, three)]) == (same, three)
