"""What stands on a handout: every kind of block, written out, from a small pack."""

from pathlib import Path

import pytest

from explorer.domain.handout import Handout, Pin, PinKind, Sight, Tick
from explorer.domain.vocabulary import Language, Lens, Level, Phase, Use
from explorer.export.sheet import (
    CheckBlock,
    ClaimBlock,
    PictureBlock,
    PlotBlock,
    SourceBlock,
    SourceLine,
    TeachBlock,
    compose,
)
from explorer.i18n import words
from explorer.pack.reader import read_pack

WHOLE = Path(__file__).parents[1] / "pack" / "whole_pack"
SIGHT = Sight("medial", 0, "amygdala", Use.CHRONIC, Phase.LONG_TERM, Lens.HUMAN)
CLAIM, PLOT = Pin(PinKind.CLAIM, "less-left"), Pin(PinKind.PLOT, "heat")
PICTURE, CHECK = Pin(PinKind.PICTURE, "medial", SIGHT), Pin(PinKind.CHECK, "paper-is-gone")
SOURCE = Pin(PinKind.SOURCE, "gone2002")
ONE = SourceLine("One", "doi:10.1000/one", "https://doi.org/10.1000/one")
GONE = SourceLine("Gone", "doi:10.1000/gone", "https://doi.org/10.1000/gone", "Ingetrokken artikel")


@pytest.fixture(scope="module")
def library():
    return read_pack(WHOLE)


def sheet(library, *pins, language=Language.NL, level=Level.PLAIN, **fields):
    handout = Handout(language, level, pins=pins, **fields)
    return compose(library, handout, words(language), "2026-11-05")


def test_a_handout_is_written_out_in_dutch(library):
    ticks = (("heat", Tick.EXPLAINED), ("threat", Tick.AGAIN))
    found = sheet(library, CLAIM, PLOT, PICTURE, CHECK, SOURCE, ticks=ticks, note=" Dag \n")
    assert found == (
        Language.NL,
        "Wat we hebben besproken",
        "Dag",
        "2026-11-05",
        "Heel, versie 1.0",
        "Een proef, geen advies.",
        (
            TeachBlock(
                "Dreiging",
                ("Was ik duidelijk? Wat doet de amygdala?", "Noem ik 2 dingen te snel?"),
            ),
            ClaimBlock(
                "Links was de reactie mogelijk lager.",
                "amygdala · Therapie · Tijdens",
                "minder",
                "Beperkt",
                "9 mensen",
                "Het was een klein onderzoek.",
                (ONE,),
            ),
            PlotBlock("Het lijf was mogelijk even warmer.", "heat", "Het was een klein onderzoek."),
            PictureBlock(
                SIGHT,
                "amygdala · Midden · Vaak · Daarna · Alleen onderzoek bij mensen",
                "Een schets.",
            ),
            CheckBlock(
                "“Er is een artikel ingetrokken.”",
                "Juist",
                "Dat klopt.",
                (GONE,),
            ),
            SourceBlock(GONE._replace(text="Gone."), "Ingetrokken."),
        ),
        (),
    )


def test_language_and_level_are_those_of_the_handout(library):
    (claim,) = sheet(
        library, Pin(PinKind.CLAIM, "rats"), language=Language.EN, level=Level.CLINICAL
    ).blocks
    assert claim.statement == "In rats, release was increased."
    assert claim.caveat == "Animal model."
    assert claim[2:4] == ("more", "Early")


def test_what_needs_another_word_comes_first_and_nothing_else_of_it(library):
    for tick in Tick:
        blocks = sheet(library, CLAIM, ticks=(("heat", tick),)).blocks
        teach = TeachBlock("Warmte", ("Heb ik het goed uitgelegd?",))
        assert (blocks[0] == teach) is (tick is Tick.AGAIN)
        assert len(blocks) == 1 + (tick is Tick.AGAIN)


def test_pins_keep_their_order(library):
    pins = (SOURCE, CLAIM, PICTURE, PLOT, CHECK)
    for order in (pins, pins[::-1]):
        kinds = [type(block).__name__ for block in sheet(library, *order).blocks]
        wanted = [f"{pin.kind.title()}Block" for pin in order]
        assert kinds == wanted


def test_what_the_pack_has_no_longer_is_listed(library):
    gone = (Pin(PinKind.CLAIM, "long-gone"), Pin(PinKind.SOURCE, "nobody1999"))
    found = sheet(library, gone[0], CLAIM, gone[1])
    assert [type(block) for block in found.blocks] == [ClaimBlock]
    assert found.missing == ("Uitspraak: long-gone", "Bron: nobody1999")


def test_a_gap_says_when_was_searched(library):
    (block,) = sheet(library, Pin(PinKind.CLAIM, "open-after")).blocks
    assert block.who == "Literatuur doorzocht in november 2026"
    assert (block.direction, block.strength) == ("niet gemeten", "Onbekend")
    assert block.sources == ()


@pytest.mark.parametrize(
    ("who", "n", "said"),
    [
        ("14 users and 12 others", 26, "14 users and 12 others (n\u00a0=\u00a026)"),
        ("people (most of them men)", 9, "people (most of them men; n\u00a0=\u00a09)"),
        ("9 people", 9, "9 people"),
        ("people of 1.9 years", 9, "people of 1.9 years (n\u00a0=\u00a09)"),
        ("19 people", 9, "19 people (n\u00a0=\u00a09)"),
        ("people", None, "people"),
    ],
)
def test_how_many_is_said_once(library, who, n, said):
    claim = library.claim("less-left")
    evidence = claim.evidence._replace(who=claim.evidence.who._replace(en=who), n=n)
    claims = (claim._replace(evidence=evidence),)
    (block,) = sheet(library._replace(claims=claims), CLAIM, language=Language.EN).blocks
    assert block.who == said


def test_an_own_title_is_kept(library):
    assert sheet(library, title="  Voor later ").title == "Voor later"
