"""A pack with one of everything is read whole, and its cells follow lens and side."""

from itertools import product
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from explorer import assets
from explorer.domain.finding import overall
from explorer.domain.lens import passes
from explorer.domain.place import EffectGroup, PlaceKind
from explorer.domain.vocabulary import (
    CheckVerdict,
    Effect,
    Hemispheres,
    Lens,
    Phase,
    Side,
    Strength,
    Use,
)
from explorer.pack.baked import load, source_hash, write
from explorer.pack.check import check
from explorer.pack.reader import read_pack

WHOLE = Path(__file__).parent / "whole_pack"
ONCE, OFTEN = Use.THERAPEUTIC, Use.CHRONIC
NOW, LATER = Phase.ACUTE, Phase.LONG_TERM
LEAST = (Effect.UNKNOWN, Strength.GAP)


@pytest.fixture(scope="module", params=["sources", "baked"])
def library(request, tmp_path_factory):
    library = read_pack(WHOLE)
    if request.param == "sources":
        return library
    path = tmp_path_factory.mktemp("baked") / "library.json"
    write(library, "abc", path)
    return load(path, "abc")


def test_whole_pack_has_no_faults():
    said = "8 claims, 2 regions, 1 link, 1 part, 2 effects, 2 checks, 2 teach-back topics, "
    said += "3 references, 3 data sets"
    assert check(WHOLE) == ([], f"{said}, 1 tour: no faults")


def test_places_stand_in_reading_order(library):
    ids = ["amygdala", "raphe", "raphe-amygdala", "sert", "temperature", "trials"]
    assert [place.id for place in library.places] == ids
    assert [place.kind for place in library.places] == [*PlaceKind, PlaceKind.EFFECT]
    kinds = {
        "main": library.main_regions,
        "regions": library.regions,
        "links": library.links,
        "parts": library.parts,
        "effects": library.effects,
    }
    assert {kind: [place.id for place in places] for kind, places in kinds.items()} == {
        "main": ids[:1],
        "regions": ids[:2],
        "links": ids[2:3],
        "parts": ids[3:4],
        "effects": ids[4:],
    }


def test_link_says_where_it_runs(library):
    link = library.place("raphe-amygdala")
    assert (link.origin, link.targets, link.bend) == ("raphe", ("amygdala",), -0.25)
    assert library.info.default_region == link.id


def test_effect_says_which_strip_it_is_in(library):
    groups = [place.group for place in library.effects]
    assert groups == [EffectGroup.BODY, EffectGroup.THERAPY]


def test_only_places_can_be_selected(library):
    assert library.has_place("sert")
    assert not library.has_place("pons")
    assert not library.has_place("history")
    assert library.place_name("history").en == "history"
    with pytest.raises(KeyError):
        library.cell("pons", ONCE, NOW)


def test_diagrams_belong_to_views(library):
    views = library.info.views
    assert list(views) == ["medial", "axial", "synapse"]
    assert [diagram.id for diagram in views["axial"]] == ["axial-high", "axial-low"]
    medial = views["medial"][0]
    assert (medial.side, medial.scan) == (Hemispheres.RIGHT, "diagrams/medial-scan.png")
    assert medial.scan_caption.en == "A scan of 1 head."
    assert medial.state(ONCE, NOW) is None


def test_diagram_says_what_it_shows_when(library):
    synapse = library.info.views["synapse"][0]
    assert synapse.is_synapse
    assert synapse.side is None
    assert synapse.state(None, None).show == ("still",)
    assert synapse.state(OFTEN, NOW).show == ("flow",)
    assert synapse.state(OFTEN, LATER).show == ()
    assert synapse.state(ONCE, NOW).note.en == "After 1 dose."


def test_diagram_of_today_is_its_own_view(pack):
    diagram = read_pack(pack.folder).info.diagrams[0]
    assert (diagram.view, diagram.side, diagram.scan, diagram.states) == ("medial", None, "", ())


def test_region_of_today_is_a_main_region(pack):
    (place,) = read_pack(pack.folder).places
    assert place.kind is PlaceKind.MAIN


def test_one_gap_covers_several_cells(library):
    for use, phase in ((ONCE, LATER), (OFTEN, NOW), (OFTEN, LATER)):
        cell = library.cell("raphe", use, phase)
        assert (cell.effect, cell.strength) == LEAST
        assert (cell.summary, cell.claims) == (None, ())
        assert cell.gap.why.en == "This is hard to measure in people."
        assert (cell.gap.date, cell.gap.sought.en) == ("2026-11", "scans of 1 nucleus")
    assert library.cell("raphe", ONCE, NOW).gap is None


def test_gap_still_points_to_what_is_nearby(library):
    for place in ("raphe-amygdala", "sert", "temperature"):
        assert [claim.id for claim in library.cell(place, ONCE, NOW).nearby] == ["rats"]


def test_lens_that_hides_every_claim_leaves_a_gap(library):
    everything = library.cell("raphe", ONCE, NOW)
    assert (everything.effect, everything.strength) == (Effect.INCREASE, Strength.EARLY)
    assert (len(everything.claims), everything.hidden) == (1, 0)
    people = library.cell("raphe", ONCE, NOW, Lens.HUMAN)
    assert (people.effect, people.strength) == LEAST
    assert (people.claims, people.hidden) == ((), 1)
    assert people.summary == everything.summary
    assert library.summed_up("raphe", ONCE, NOW, Lens.HUMAN) == LEAST


def test_lens_keeps_what_it_lets_pass(library):
    cell = library.cell("amygdala", ONCE, NOW, Lens.CONTROLLED)
    assert [claim.id for claim in cell.claims] == ["less-left"]
    assert cell.hidden == 1
    assert library.cell("amygdala", OFTEN, NOW, Lens.CONTROLLED).hidden == 0, "a gap stays"


def test_lens_holds_for_what_is_nearby(library):
    assert library.cell("sert", ONCE, NOW, Lens.HUMAN).nearby == ()


def test_cell_is_worked_out_once(library):
    assert library.cell("sert", ONCE, NOW) is library.cell("sert", ONCE, NOW)


def test_sides_are_told_apart(library):
    claim = library.claim("less-left")
    assert claim.side is Side.LEFT
    only_left = library._replace(claims=(claim,))
    assert only_left.summed_up("amygdala", ONCE, NOW, side=Side.RIGHT) == LEAST
    assert only_left.summed_up("amygdala", ONCE, NOW, side=Side.LEFT)[0] is Effect.DECREASE
    assert only_left.summed_up("amygdala", ONCE, NOW)[0] is Effect.DECREASE
    for side in Side:  # a claim without a side holds for both
        assert library.summed_up("amygdala", ONCE, NOW, side=side)[0] is Effect.DECREASE


CHANGES = st.tuples(
    st.sampled_from(Effect),
    st.none() | st.sampled_from(Side),
    st.sampled_from(["less-left", "less", "rats", "hot", "open-after"]),
)


@given(st.lists(CHANGES, max_size=6), st.sampled_from(Lens), st.none() | st.sampled_from(Side))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_what_passes_is_summed_up(library, changes, lens, side):
    """Lens and side choose claims; the sum over what is left is the one that always holds."""
    claims = tuple(
        library.claim(like)._replace(
            id=f"claim-{at}", about="sert", use=ONCE, phase=NOW, effect=effect, side=its_side
        )
        for at, (effect, its_side, like) in enumerate(changes)
    )
    changed = library._replace(claims=claims)
    seen = [
        claim
        for claim in claims
        if passes(claim.evidence, lens) and (side is None or claim.side in (None, side))
    ]
    expected = overall((claim.effect, changed.verdict(claim).strength) for claim in seen)
    assert changed.summed_up("sert", ONCE, NOW, lens, side) == expected
    cell = changed.cell("sert", ONCE, NOW, lens)
    assert len(cell.claims) + cell.hidden == len(claims)
    assert set(cell.claims) == {claim for claim in claims if passes(claim.evidence, lens)}


def test_index_says_of_each_claim_what_the_claim_says(library):
    for claim, found in zip(library.claims, library.claim_index.findings, strict=True):
        assert (found.id, found.about, found.use, found.phase) == claim[:1] + claim[1:4]
        assert (found.effect, found.side, found.nearby) == (claim.effect, claim.side, claim.nearby)
        assert found.strength is library.verdict(claim).strength
        assert library.claim(claim.id) == claim
    assert library.claim_index.cited == ("one2009", "two2010")
    assert [library.reference(key) for key in library.claim_index.works] == list(library.references)


def test_common_statements_are_answered(library):
    hot, gone = library.checks
    assert (hot.about, hot.verdict) == ("temperature", CheckVerdict.OVERSTATED)
    assert hot.statement.en == "Everybody gets 2 degrees hotter."
    assert hot.answer.en_plain == "The heat rose in 100 people."
    assert (hot.claims, hot.references, hot.covers) == (("hot",), ("one2009",), ("s0-01", "s0-03"))
    assert (gone.about_retraction, hot.about_retraction) == (True, False)


def test_tour_leads_from_step_to_step(library):
    (tour,) = library.tours
    assert library.tour("walk") == tour
    assert tour.title.en == "A walk"
    first, second, third = tour.steps
    assert (first.region, first.view, first.plane) == ("amygdala", "medial", 0)
    assert (first.use, first.phase, first.lens) == (ONCE, NOW, Lens.ALL)
    assert (first.hour, first.timeline, first.resting) == (None, False, False)
    assert first.text.nl_plain == "Bij 9 mensen was de reactie mogelijk lager."
    assert first.claims == ("less-left", "less")
    assert (second.region, second.view, second.plane) == ("raphe", "axial", 1)
    assert (third.region, third.lens, third.timeline, third.resting) == (
        None,
        Lens.HUMAN,
        True,
        True,
    )
    with pytest.raises(KeyError):
        library.tour("run")


def test_place_has_its_questions(library):
    threat = library.teach_back("raphe-amygdala")
    assert threat == library.teach_back("amygdala")
    assert (threat.id, threat.title.nl, len(threat.prompts)) == ("threat", "Dreiging", 2)
    assert threat.prompts[0].en == "Was I clear? What does the amygdala do?"
    assert library.teach_back("sert") is None


def test_term_may_answer_source_statements(library):
    assert library.glossary[0].covers == ("s0-02",)


def test_newest_list_of_retractions_gives_the_date(library):
    assert library.retractions_as_of == "2099-11-21"


def test_without_an_own_list_the_programs_date_holds(pack):
    (pack.folder / "retractions.yaml").unlink()
    import yaml

    own = yaml.safe_load(assets.path("retractions.yaml").read_text("utf-8"))["as_of"]
    assert read_pack(pack.folder).retractions_as_of == own


def test_start_up_makes_no_claim_and_no_work(tmp_path):
    """What colours the brain is in the index; the rest waits."""
    path = tmp_path / "library.json"
    write(read_pack(WHOLE), "abc", path)
    library = load(path, "abc")
    for place, use, phase, lens in product(library.places, Use, Phase, Lens):
        library.summed_up(place.id, use, phase, lens)
    lazy = (library.claims, library.references, library.glossary, library.checks, library.gaps)
    lazy += (library.tours, library.teach_backs)
    assert [entries._entries for entries in lazy] == [{}] * 7
    library.cell("sert", ONCE, NOW)
    assert len(library.claims._entries) == 2


@pytest.mark.parametrize(
    "name", ["checks.yaml", "teach_back.yaml", "diagrams/medial-scan.png", "tours/walk.yaml"]
)
def test_hash_follows_checks_and_scans(whole, name):
    before = source_hash(whole.folder)
    path = whole.folder / name
    path.write_bytes(path.read_bytes() + b"\n")
    longer = source_hash(whole.folder)
    path.unlink()
    assert len({before, longer, source_hash(whole.folder)}) == 3
