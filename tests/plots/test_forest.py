"""Figures of claims under each other."""

from explorer.domain.vocabulary import Language, Lens, Species
from explorer.i18n import words
from explorer.plots.forest import forest_content, forests_about
from tests.plots.reading import dots, intervals

EN = words(Language.EN)


def every_forest(library, lens=Lens.ALL):
    return [found for place in library.places for found in forests_about(library, place.id, lens)]


def test_forests_hold_one_measure_one_unit_and_never_animals_with_people(library):
    found = every_forest(library)
    assert len(found) > 10
    for forest in found:
        species = {claim.evidence.species for claim, _ in forest.figures}
        assert len({claim.measure for claim, _ in forest.figures}) == 1
        assert len({figure.unit.en for _, figure in forest.figures}) == 1
        assert len(species) == 1
        assert {claim.about for claim, _ in forest.figures} == {forest.place}


def test_every_figure_that_shares_a_measure_is_there(library):
    forest = next(
        found
        for found in forests_about(library, "ptsd-trials")
        if found.unit(EN) == "points CAPS-5" and len(found.figures) == 4
    )
    wanted = [
        figure
        for claim in library.claims
        if claim.about == "ptsd-trials" and claim.measure == forest.figures[0][0].measure
        for figure in claim.figures
        if figure.unit.en == "points CAPS-5"
    ]
    assert [figure for _, figure in forest.figures] == wanted


def test_figures_are_drawn_as_the_claims_give_them(library, view, qapp):
    from explorer.canvas.palette import LIGHT

    for forest in every_forest(library):
        content = forest_content(forest, library, EN)
        view.show_content(content, EN, LIGHT)
        graph = view.figure.graph
        drawn, spreads = dots(graph), intervals(graph)
        for at, (_, figure) in enumerate(forest.figures):
            x, y, is_filled = drawn[at]
            assert x == figure.value
            assert is_filled is (figure.spread is not None)
            if figure.low is not None:
                low, high = spreads[x, y]
                assert abs(low - figure.low) + abs(high - figure.high) < 1e-9
            elif figure.spread_value is not None:
                low, high = spreads[x, y]
                assert abs((high - low) / 2 - figure.spread_value) < 1e-9


def test_lens_leaves_out_what_it_hides(library):
    seen = every_forest(library, Lens.HUMAN)
    assert seen
    assert all(forest.species is Species.HUMAN for forest in seen)
    assert any(not forest.is_human for forest in every_forest(library))


def test_ratios_have_their_line_at_one(library):
    ratios = [found for found in every_forest(library) if found.unit(EN).endswith("ratio")]
    assert ratios
    for forest in ratios:
        assert forest_content(forest, library, EN).reference_line == 1.0


def test_rows_of_a_forest_do_not_share_a_place(library):
    for forest in every_forest(library):
        content = forest_content(forest, library, EN)
        assert [mark.row for mark in content.marks] == list(range(len(forest.figures)))
        assert all(mark.citation for mark in content.marks)
