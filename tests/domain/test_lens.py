"""The evidence lens hides claims by one rule and changes none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.domain.claim import Evidence
from explorer.domain.lens import narrowest_lens, passes
from explorer.domain.text import Name
from explorer.domain.vocabulary import Design, Lens, Replication, Species, Verification

EVIDENCE = st.builds(
    Evidence,
    design=st.sampled_from(Design),
    species=st.sampled_from(Species),
    who=st.just(Name("", "")),
    n=st.none() | st.integers(1, 1000),
    replication=st.sampled_from(Replication),
    verified=st.sampled_from(Verification),
)
CONTROLLED = {
    Design.RCT,
    Design.CROSSOVER,
    Design.CROSSOVER_IMAGING,
    Design.POOLED_ANALYSIS,
    Design.META_ANALYSIS_CONTROLLED,
}


@given(EVIDENCE)
def test_everything_passes_without_a_lens(evidence):
    assert passes(evidence, Lens.ALL)


@given(EVIDENCE)
def test_the_human_lens_lets_people_pass(evidence):
    assert passes(evidence, Lens.HUMAN) is (evidence.species is Species.HUMAN)


@given(EVIDENCE)
def test_the_controlled_lens_lets_controlled_studies_of_people_pass(evidence):
    is_controlled = evidence.species is Species.HUMAN and evidence.design in CONTROLLED
    assert passes(evidence, Lens.CONTROLLED) is is_controlled


@given(EVIDENCE)
def test_a_narrower_lens_never_shows_more(evidence):
    seen = [passes(evidence, lens) for lens in (Lens.ALL, Lens.HUMAN, Lens.CONTROLLED)]
    assert seen == sorted(seen, reverse=True)


@given(EVIDENCE, st.none() | st.integers(1, 10**6), st.sampled_from(Verification))
def test_size_and_reading_do_not_matter(evidence, n, verified):
    assert narrowest_lens(evidence) is narrowest_lens(evidence._replace(n=n, verified=verified))


@pytest.mark.parametrize("lens", Lens)
def test_a_gap_passes_every_lens(lens):
    assert passes(None, lens)
