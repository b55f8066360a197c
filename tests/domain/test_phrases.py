"""How phrases of the bank are found in a sentence."""

import pytest

from explorer.domain.claim import Evidence
from explorer.domain.phrases import (
    Hedge,
    PhraseBank,
    first_phrase,
    forbidden_hedge,
    hedge_keys,
    star_pattern,
)
from explorer.domain.text import Name
from explorer.domain.vocabulary import (
    Design,
    Language,
    Replication,
    Species,
    Strength,
    Verification,
)


def evidence(species):
    return Evidence(
        Design.ANIMAL, species, Name("", ""), None, Replication.SINGLE, Verification.ABSTRACT
    )


@pytest.mark.parametrize(
    ("text", "phrase", "found"),
    [
        ("MDMA lowered it", "lower*", True),
        ("MDMA lowered it", "lower", False),
        ("A slower pulse", "lower*", False),
        ("Mogelijk lager", "mogelijk", True),
        ("onmogelijk", "mogelijk", False),
        ("not  changed", "not change*", True),
        ("a follow-up", "up", False),
        ("went up.", "up", True),
        ("in May 2003", "may", False),
        ("It stopped. May it rest", "may", True),
        ("neemt mogelijk iets af", "neemt af", True),
        ("nam toe", "nam toe", True),
        ("in young male rats", "in rats", True),
        ("in people, not rats", "in rats", False),
        ("not at all changed", "not changed", False),
    ],
)
def test_phrase_is_found_as_whole_words(text, phrase, found):
    assert bool(first_phrase(text, [phrase])) is found


def test_negated_word_is_no_claim_of_certainty():
    bank = PhraseBank({(Language.NL, "limited"): Hedge((), ("zeker",))}, {})
    assert forbidden_hedge("Het is zeker lager", bank, Language.NL, ["limited"]) == "zeker"
    assert forbidden_hedge("Het is niet zeker", bank, Language.NL, ["limited"]) == ""
    assert forbidden_hedge("Het is onzeker", bank, Language.NL, ["limited"]) == ""


def test_early_evidence_is_said_by_its_kind():
    rat, person = evidence(Species.RAT), evidence(Species.HUMAN)
    assert hedge_keys(Strength.LIMITED, [rat]) == ("limited",)
    assert hedge_keys(Strength.EARLY, [rat]) == ("early",)
    assert hedge_keys(Strength.EARLY, [person, None]) == ("early_people",)
    assert hedge_keys(Strength.EARLY, [person, rat]) == ("early", "early_people")


def test_star_pattern_finds_words_inside_compounds():
    pattern = star_pattern(["serotonin*", "grey matter"])
    assert pattern.findall("Serotonin-like, grey  matter, xserotonin") == [
        "Serotonin",
        "grey  matter",
    ]
    assert star_pattern([]).search("anything") is None
