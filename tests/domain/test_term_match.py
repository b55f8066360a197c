"""Which words of a text the glossary explains."""

import pytest

from explorer.domain.term import Term
from explorer.domain.term_match import TermMatcher
from explorer.domain.text import Name
from explorer.domain.vocabulary import Language


def term(term_id, *forms):
    return Term(term_id, Name("naam van " + term_id, forms[0]), ("zo",), forms, Name("x", "y"))


TERMS = (
    term("cortex", "cortex", "cortical"),
    term("front", "prefrontal cortex", "prefrontal"),
    term("pet", "PET"),
    term("5ht", "5-HT", "5-HT2A receptor"),
    term("sert", "serotonin transporter (SERT)", "SERT"),
    term("serotonin", "serotonin"),
)


@pytest.fixture(scope="module")
def matcher():
    return TermMatcher(TERMS, Language.EN)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        ("Nothing here.", []),
        ("The cortex.", ["cortex"]),
        ("CORTEX and Cortical areas", ["CORTEX"]),
        ("The prefrontal cortex, then the cortex", ["prefrontal cortex", "cortex"]),
        ("Prefrontal areas", ["Prefrontal"]),
        ("neocortex, cortexes, cortex_1", []),
        ("a cortex-like thing", ["cortex"]),
        ("a pet is no PET scan", ["PET"]),
        ("The 5-HT2A receptor and 5-HT", ["5-HT2A receptor"]),
        ("15-HT", []),
        (
            "serotonin transporter (SERT) takes serotonin",
            ["serotonin transporter (SERT)", "serotonin"],
        ),
        ("\u0130stanbul cortex", ["cortex"]),
    ],
)
def test_first_occurrence_of_the_longest_form_of_whole_words(matcher, text, found):
    assert [text[span.start : span.end] for span in matcher.find(text)] == found


def test_each_term_is_found_once(matcher):
    spans = matcher.find("cortex, cortical, cortex, SERT, sert, serotonin transporter (SERT)")
    assert [span.term for span in spans] == ["cortex", "sert"]


def test_another_language_has_other_forms():
    spans = TermMatcher(TERMS[:1], Language.NL).find("zo, cortex en naam van cortex")
    assert [(span.start, span.end, span.term) for span in spans] == [(0, 2, "cortex")]
