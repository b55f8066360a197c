"""From claims to what the brain shows: one direction and one step for each cell."""

from itertools import product
from pathlib import Path

import pytest

from explorer.canvas.overlay import RegionLook, place_looks, region_looks, side_looks
from explorer.domain.finding import overall
from explorer.domain.vocabulary import Effect, Lens, Phase, ReferenceStatus, Side, Strength, Use
from explorer.pack.reader import read_pack

DOWN, UP, MIXED, SAME, GAP = (
    Effect.DECREASE,
    Effect.INCREASE,
    Effect.MIXED,
    Effect.NO_CHANGE,
    Effect.UNKNOWN,
)
EARLY, LIMITED, MODERATE, STRONG = (
    Strength.EARLY,
    Strength.LIMITED,
    Strength.MODERATE,
    Strength.STRONG,
)
NONE = Strength.GAP
SMALL = Path(__file__).parents[1] / "pack" / "small_pack"


@pytest.mark.parametrize(
    ("findings", "expected"),
    [
        ([], (GAP, NONE)),
        ([(GAP, NONE)], (GAP, NONE)),
        ([(DOWN, NONE)], (GAP, NONE)),  # its only source was retracted
        ([(DOWN, EARLY)], (DOWN, EARLY)),
        ([(UP, STRONG), (GAP, NONE)], (UP, STRONG)),
        ([(DOWN, LIMITED), (DOWN, MODERATE)], (DOWN, MODERATE)),
        ([(DOWN, LIMITED), (UP, MODERATE)], (MIXED, MODERATE)),
        ([(DOWN, EARLY), (UP, EARLY)], (MIXED, EARLY)),
        ([(MIXED, LIMITED)], (MIXED, LIMITED)),
        ([(MIXED, LIMITED), (UP, STRONG)], (MIXED, STRONG)),
        # A rat never overrules a person.
        ([(DOWN, EARLY), (UP, LIMITED)], (UP, LIMITED)),
        ([(DOWN, EARLY), (SAME, LIMITED)], (SAME, LIMITED)),
        # "No change" is shown only where nothing changed.
        ([(SAME, STRONG)], (SAME, STRONG)),
        ([(SAME, MODERATE), (SAME, LIMITED)], (SAME, MODERATE)),
        ([(SAME, STRONG), (DOWN, LIMITED)], (DOWN, LIMITED)),
        ([(SAME, EARLY), (UP, EARLY)], (UP, EARLY)),
        ([(SAME, STRONG), (DOWN, LIMITED), (UP, MODERATE)], (MIXED, MODERATE)),
    ],
)
def test_findings_are_summed_up(findings, expected):
    assert overall(findings) == expected
    assert overall(reversed(findings)) == expected, "the order of claims means nothing"


@pytest.mark.parametrize("effect", [DOWN, UP, MIXED, SAME])
def test_stronger_evidence_is_denser(effect):
    densities = [RegionLook(effect, step).density for step in Strength]
    assert densities == sorted(set(densities))
    assert densities[0] == 0.0
    assert densities[-1] < 1.0, "the plate is always to be seen through the colour"


@pytest.mark.parametrize("effect", Effect)
def test_only_unknown_is_a_gap(effect):
    assert RegionLook(effect, STRONG).is_gap is (effect is GAP)


def test_each_cell_of_a_pack_has_its_look():
    library = read_pack(SMALL)
    looks = {
        (use, phase): region_looks(library, use, phase)["amygdala"]
        for use in Use
        for phase in Phase
    }
    assert looks == {
        (Use.THERAPEUTIC, Phase.ACUTE): RegionLook(DOWN, LIMITED),
        (Use.THERAPEUTIC, Phase.LONG_TERM): RegionLook(GAP, NONE),
        (Use.CHRONIC, Phase.ACUTE): RegionLook(UP, EARLY),
        (Use.CHRONIC, Phase.LONG_TERM): RegionLook(SAME, MODERATE),
    }


def test_what_lies_nearby_never_colours_a_region():
    library = read_pack(SMALL)
    about = tuple(claim for claim in library.claims if claim.about == "amygdala")
    without = library._replace(claims=about)
    assert any(claim.nearby for claim in library.claims)
    for use, phase in product(Use, Phase):
        assert region_looks(library, use, phase) == region_looks(without, use, phase)


def test_a_retracted_source_leaves_a_gap():
    library = read_pack(SMALL)
    gone = tuple(
        work._replace(status=ReferenceStatus.RETRACTED) if work.key == "two2010" else work
        for work in library.references
    )
    looks = region_looks(library._replace(references=gone), Use.CHRONIC, Phase.ACUTE)
    assert looks["amygdala"].is_gap


def sided(library, side):
    """Limit every claim about the amygdala to one side."""
    claims = tuple(
        claim._replace(side=side) if claim.about == "amygdala" else claim
        for claim in library.claims
    )
    return library._replace(claims=claims)


def test_sides_that_do_not_differ_are_not_told_apart():
    assert side_looks(read_pack(SMALL), Phase.ACUTE) == {}


@pytest.mark.parametrize("side", Side)
def test_a_finding_on_one_side_leaves_the_other_a_gap(side):
    library = sided(read_pack(SMALL), side)
    other = next(each for each in Side if each is not side)
    looks = side_looks(library, Phase.ACUTE)
    assert set(looks) == {"amygdala"}
    assert looks["amygdala"][side] == (RegionLook(DOWN, LIMITED), RegionLook(UP, EARLY))
    assert all(look.is_gap for look in looks["amygdala"][other])


def test_looks_follow_the_lens():
    library = read_pack(SMALL)
    every, human = (
        region_looks(library, Use.CHRONIC, Phase.ACUTE, lens)["amygdala"]
        for lens in (Lens.ALL, Lens.HUMAN)
    )
    assert every == RegionLook(UP, EARLY)
    assert human.is_gap, "the only finding is in animals"


def test_places_of_any_kind_have_looks_in_the_order_asked():
    library = read_pack(SMALL)
    ids = [place.id for place in reversed(library.places)]
    assert list(place_looks(library, ids, Use.CHRONIC, Phase.ACUTE)) == ids
