"""The tours of the built-in pack: as long as promised, and each step shows what it speaks of."""

import pytest

from explorer.domain.lens import passes
from explorer.domain.place import PlaceKind
from explorer.domain.vocabulary import Language, Phase, Use
from explorer.opening import open_built_in

LIBRARY = open_built_in().library
STEPS = [(tour.id, at) for tour in LIBRARY.tours for at in range(len(tour.steps))]


def test_there_are_two_tours_of_eight_to_twelve_steps():
    assert [tour.title.at(Language.EN) for tour in LIBRARY.tours] == [
        "From intake to the weeks after: therapy",
        "What heavy use changes, and what recovers",
    ]
    assert all(8 <= len(tour.steps) <= 12 for tour in LIBRARY.tours)


def test_each_tour_keeps_to_its_use():
    uses = [{step.use for step in tour.steps} for tour in LIBRARY.tours]
    assert uses == [{Use.THERAPEUTIC}, {Use.CHRONIC}]


def test_the_first_tour_goes_on_in_time():
    phases = [step.phase for step in LIBRARY.tour("therapy").steps]
    assert phases == sorted(phases, key=list(Phase).index)
    assert set(phases) == set(Phase)


@pytest.mark.parametrize("tour", ["therapy", "use-and-recovery"])
def test_no_tour_leaves_the_main_regions_out(tour):
    """Each is shown itself, or by a link of it."""
    shown = [LIBRARY.place(step.region) for step in LIBRARY.tour(tour).steps if step.region]
    seen = {place.id for place in shown} | {
        end
        for place in shown
        if place.kind is PlaceKind.LINK
        for end in (place.origin, *place.targets)
    }
    assert seen >= {place.id for place in LIBRARY.main_regions}


@pytest.mark.parametrize(("tour", "at"), STEPS)
def test_lens_and_moment_do_not_hide_what_a_step_speaks_of(tour, at):
    step = LIBRARY.tour(tour).steps[at]
    assert any(passes(LIBRARY.claim(claim).evidence, step.lens) for claim in step.claims)
    cell = LIBRARY.cell_at(step.region, step.use, step.phase, step.lens, step.hour)
    shown = {claim.id for claim in (*cell.claims, *cell.nearby, *cell.untimed)}
    assert shown.intersection(step.claims)
