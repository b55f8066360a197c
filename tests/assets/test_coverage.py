"""What the built-in pack must hold: an answer to every listed statement, on sources that stand."""

from pathlib import Path

import pytest

from explorer.domain.strength import judge
from explorer.domain.vocabulary import CheckVerdict, ReferenceStatus, Strength, Verification
from explorer.pack.draft import Draft
from explorer.pack.reader import examine

ASSETS = Path(__file__).parents[2] / "assets"
STATEMENTS = Path(__file__).with_name("seed_ids.txt")
LEAST_CLAIMS = 140
LEAST_TERMS = 60
SECOND_HAND = {
    "nl": ("tweede hand", "secundair"),
    "en": ("second hand", "second-hand", "secondary"),
}


@pytest.fixture(scope="module")
def draft() -> Draft:
    """Return the sources, read and not baked."""
    found, _ = examine(ASSETS)
    assert found is not None
    return found


def statements() -> list[str]:
    lines = STATEMENTS.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def covered(draft: Draft) -> set[str]:
    parts = (*draft.claims, *draft.checks, *draft.terms)
    return {statement for part in parts for statement in part.value.covers}


def cited(draft: Draft) -> set[str]:
    keys = {key for part in draft.claims for key in part.value.references}
    keys |= {figure.reference for part in draft.claims for figure in part.value.figures}
    return keys | {key for part in draft.checks for key in part.value.references}


def test_the_list_of_statements_is_whole():
    listed = statements()

    assert len(listed) == len(set(listed)) == 193


def test_every_statement_is_answered(draft):
    assert sorted(set(statements()) - covered(draft)) == []


def test_no_answer_is_to_an_unknown_statement(draft):
    assert sorted(covered(draft) - set(statements())) == []


def test_a_check_answers_at_least_one_statement(draft):
    assert [part.value.id for part in draft.checks if not part.value.covers] == []


def test_a_check_that_says_more_than_background_leads_to_a_claim(draft):
    claims = {part.value.id for part in draft.claims}
    lost = [
        part.value.id
        for part in draft.checks
        if part.value.verdict is not CheckVerdict.CORRECT and not claims & set(part.value.claims)
    ]

    assert lost == []


def test_there_are_enough_claims_and_terms(draft):
    assert len(draft.claims) >= LEAST_CLAIMS
    assert len(draft.terms) >= LEAST_TERMS


def test_every_cited_work_has_a_doi_or_says_why_not(draft):
    works = {part.value.key: part.value for part in draft.references}
    bare = [key for key in cited(draft) if not works[key].doi and not works[key].note]

    assert sorted(bare) == []


def test_a_work_without_doi_never_hides_that(draft):
    bare = [part.value for part in draft.references if not part.value.doi]

    assert bare
    assert [work.key for work in bare if "DOI" not in work.note] == []


def test_retracted_works_are_kept_and_marked(draft):
    retracted = {
        part.value.key
        for part in draft.references
        if part.value.status is ReferenceStatus.RETRACTED
    }

    assert {"mithoefer2019-retracted", "jerome2020-retracted"} <= retracted
    supported = {key for part in draft.claims for key in part.value.references}
    assert sorted(supported & retracted) == []


def test_what_was_read_second_hand_stays_low_and_says_so(draft):
    second_hand = [
        part.value
        for part in draft.claims
        if part.value.evidence is not None
        and part.value.evidence.verified is Verification.SECONDARY
    ]

    assert second_hand
    for claim in second_hand:
        assert judge(claim.evidence, len(claim.references)).strength <= Strength.LIMITED, claim.id
        assert claim.caveat is not None, claim.id
        for language, level, text in claim.caveat.every():
            if level == "clinical":
                assert any(word in text.lower() for word in SECOND_HAND[language]), claim.id
