"""What a card says, without a window: sources that fell, numbers with their spread."""

import pytest

from explorer.domain.claim import Figure
from explorer.domain.text import Name
from explorer.domain.vocabulary import (
    Effect,
    Language,
    Level,
    ReferenceStatus,
    Spread,
    Strength,
)
from explorer.i18n import words
from explorer.pack.reader import read_pack
from explorer.widgets.card_content import card_content, figure_text

EN, NL = Language.EN, Language.NL


@pytest.fixture(scope="module")
def library(coffee):
    return read_pack(coffee)


def claim_of(library, claim_id):
    return next(claim for claim in library.claims if claim.id == claim_id)


def card(library, claim_id, language=EN, region="thalamus"):
    return card_content(library, claim_of(library, claim_id), region, words(language), Level.PLAIN)


def with_status(library, key, status):
    works = tuple(
        work._replace(status=status) if work.key == key else work for work in library.references
    )
    return library._replace(references=works)


@pytest.mark.parametrize(
    ("language", "mark"), [(EN, "Retracted paper"), (NL, "Ingetrokken artikel")]
)
def test_a_retracted_paper_is_marked_and_counts_for_nothing(library, language, mark):
    fallen = with_status(library, "bean2019", ReferenceStatus.RETRACTED)
    shown = card(fallen, "less", language)
    assert shown.mark == mark
    assert shown.sources[0].mark == mark
    assert mark in shown.spoken
    assert shown.strength is Strength.GAP
    assert card(library, "less", language).mark == ""
    assert card(library, "less", language).strength is Strength.LIMITED


def test_the_mark_stands_at_the_paper_that_it_belongs_to(library):
    fallen = with_status(library, "many2021", ReferenceStatus.RETRACTED)
    shown = card(fallen, "sure")
    assert [source.mark for source in shown.sources] == ["", "Retracted paper"]
    assert shown.mark == "Retracted paper"
    assert shown.strength is Strength.STRONG, "the other source still stands"


def test_a_corrected_paper_still_counts(library):
    shown = card(library, "rats-1")
    assert shown.mark == "Corrected paper"
    assert shown.strength is Strength.EARLY


def test_the_closed_card_in_one_breath(library):
    assert card(library, "less").spoken == (
        "less. It may have done less in 9 people. Limited. 9 coffee drinkers."
    )
    assert card(library, "sleep").spoken.startswith("body. less. ")
    assert card(library, "open").spoken == (
        "not measured. This was not studied. Gap. Literature searched October 2026."
    )


def test_a_card_of_another_place_names_it(library):
    assert card(library, "less").place == ""
    assert card(library, "sleep").place == "body"
    assert card(library, "sleep", NL).place == "lichaam"
    assert card(library, "up", region="eiland").place == ""
    assert card(library, "up", region="thalamus").place == "insula"


def test_every_claim_can_be_written_in_every_language_and_level(library):
    for claim in library.claims:
        for language in Language:
            for level in Level:
                shown = card_content(library, claim, "thalamus", words(language), level)
                assert shown.statement == claim.statement.at(language, level)
                assert shown.effect in Effect
                assert all(label and text for label, text in shown.facts)
                assert shown.why_title
                assert shown.why


def figure(**fields):
    whole = {"label": Name("daling", "fall"), "value": 4.5, "reference": "bean2019"}
    return Figure(**(whole | {"unit": Name("ml", "ml")} | fields))


@pytest.mark.parametrize(
    ("made", "english", "dutch"),
    [
        (figure(), "fall: 4.5 ml", "daling: 4,5 ml"),
        (figure(unit=Name("%", "%")), "fall: 4.5%", "daling: 4,5 %"),
        (figure(unit=Name("", "")), "fall: 4.5", "daling: 4,5"),
        (figure(n=9), "fall: 4.5 ml (n = 9)", "daling: 4,5 ml (n = 9)"),
        (figure(p="0.02"), "fall: 4.5 ml (p = 0.02)", "daling: 4,5 ml (p = 0,02)"),
        (figure(p="<0.001"), "fall: 4.5 ml (p <0.001)", "daling: 4,5 ml (p <0,001)"),
        (
            figure(spread=Spread.SD, spread_value=1.25, n=12),
            "fall: 4.5 ml (SD 1.25; n = 12)",
            "daling: 4,5 ml (SD 1,25; n = 12)",
        ),
        (
            figure(spread=Spread.CI95, low=-3.0, high=6.25),
            "fall: 4.5 ml (95% CI -3 to 6.25)",
            "daling: 4,5 ml (95%-BI -3 tot 6,25)",
        ),
        (
            figure(spread=Spread.RANGE, low=0.0, high=10.0),
            "fall: 4.5 ml (range 0 to 10)",
            "daling: 4,5 ml (bereik 0 tot 10)",
        ),
    ],
)
def test_a_number_with_unit_spread_and_size(made, english, dutch):
    assert figure_text(made, words(EN)) == english
    assert figure_text(made, words(NL)).replace("\u00a0", " ") == dutch
