"""How two cells are compared, as a table."""

from collections import Counter
from itertools import product
from types import SimpleNamespace

import pytest

from explorer.domain.comparison import Backing, Contrast, compare
from explorer.domain.library import Cell
from explorer.domain.vocabulary import Effect, Lens, Phase, Species, Strength, Use
from explorer.opening import open_built_in


def cell(effect, strength):
    return Cell(
        place="amygdala",
        use=Use.CHRONIC,
        phase=Phase.ACUTE,
        lens=Lens.ALL,
        summary=None,
        effect=effect,
        strength=strength,
        claims=(),
        nearby=(),
        gap=None,
        hidden=0,
    )


def studied(species):
    """Return a cell of which something is known from these species, or an unknown one."""
    if species is None:
        return UNKNOWN
    claims = tuple(SimpleNamespace(evidence=SimpleNamespace(species=one)) for one in species)
    return LESS._replace(claims=claims)


UNKNOWN = cell(Effect.UNKNOWN, Strength.GAP)
LESS = cell(Effect.DECREASE, Strength.LIMITED)
LESS_SURE = cell(Effect.DECREASE, Strength.EARLY)
MORE = cell(Effect.INCREASE, Strength.LIMITED)


@pytest.mark.parametrize(
    ("left", "right", "contrast", "backing"),
    [
        (UNKNOWN, UNKNOWN, Contrast.BOTH_UNKNOWN, None),
        (LESS, UNKNOWN, Contrast.ONLY_LEFT, None),
        (UNKNOWN, LESS, Contrast.ONLY_RIGHT, None),
        (LESS, LESS, Contrast.SAME_DIRECTION, Backing.EQUAL),
        (LESS, LESS_SURE, Contrast.SAME_DIRECTION, Backing.LEFT),
        (LESS_SURE, MORE, Contrast.OTHER_DIRECTION, Backing.RIGHT),
    ],
)
def test_table(left, right, contrast, backing):
    assert compare(left, right)[:2] == (contrast, backing)


@pytest.mark.parametrize(
    ("left", "right", "people"),
    [
        ([Species.HUMAN], [Species.HUMAN, Species.RAT], Backing.EQUAL),
        ([Species.RAT], [Species.MOUSE], Backing.EQUAL),
        ([Species.RAT, Species.HUMAN], [Species.RAT], Backing.LEFT),
        ([Species.RAT], [Species.HUMAN], Backing.RIGHT),
        ([Species.HUMAN], None, None),
    ],
)
def test_in_whom(left, right, people):
    assert compare(studied(left), studied(right)).people is people


def test_swapping_sides_swaps_what_is_said():
    library = open_built_in().library
    turned = {Contrast.ONLY_LEFT: Contrast.ONLY_RIGHT, Contrast.ONLY_RIGHT: Contrast.ONLY_LEFT}
    turned |= {Backing.LEFT: Backing.RIGHT, Backing.RIGHT: Backing.LEFT}
    for place, phase, lens in product(library.places, Phase, Lens):
        here = library.cell(place.id, Use.THERAPEUTIC, phase, lens)
        there = library.cell(place.id, Use.CHRONIC, phase, lens)
        found, back = compare(here, there), compare(there, here)
        assert back.contrast is turned.get(found.contrast, found.contrast)
        assert back.backing is turned.get(found.backing, found.backing)
        assert back.people is turned.get(found.people, found.people)
        assert (back.left, back.right) == (found.right, found.left)
        assert found.left.claims == sum(claim.evidence is not None for claim in here.claims)
        assert found.left.hidden == here.hidden
        of = [claim.evidence.species for claim in here.claims if claim.evidence is not None]
        assert dict(found.left.species) == Counter(of)
