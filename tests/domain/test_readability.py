"""Reading ease, and what it is counted from."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.domain.readability import reading_ease, sentences, syllables, words
from explorer.domain.vocabulary import Language

ENGLISH = {
    "memory": 3, "measured": 2, "region": 2, "decrease": 2, "studied": 2, "changes": 2, "little": 2,
    "tables": 2, "activity": 4, "responses": 3, "emotional": 4, "people": 2, "used": 1, "lasted": 2,
    "faces": 2, "fearful": 2, "the": 1, "12": 1, "brain": 1, "reaction": 3, "users": 2, "tired": 1,
}  # fmt: skip
DUTCH = {
    "geheugen": 3, "reageren": 4, "onderzoek": 3, "mensen": 2, "beïnvloeden": 4, "deelnemers": 3,
    "studie": 2, "ideeën": 3, "hersenen": 3, "gezichten": 3, "bij": 1, "leeuw": 1, "nieuwe": 2,
    "kwaliteit": 3, "1,5": 1, "draaien": 2,
}  # fmt: skip


@pytest.mark.parametrize(("word", "count"), ENGLISH.items())
def test_english_syllables(word, count):
    assert syllables(word, Language.EN) == count


@pytest.mark.parametrize(("word", "count"), DUTCH.items())
def test_dutch_syllables(word, count):
    assert syllables(word, Language.NL) == count


def test_points_in_numbers_and_abbreviations_end_no_sentence():
    assert len(sentences("It rose 1.5 times, e.g. in rats. Then it fell! Why?")) == 3
    assert sentences("") == []


def test_number_is_one_word():
    assert words("In 1,000 mice: 5-HT") == ["In", "1,000", "mice", "5", "HT"]


def test_formulas_are_flesch_and_flesch_douma():
    # 2 words, 1 sentence, 3 syllables in both.
    assert reading_ease("People sleep.", Language.EN) == pytest.approx(206.835 - 2.03 - 126.9)
    assert reading_ease("Mensen slaap.", Language.NL) == pytest.approx(206.84 - 1.86 - 115.5)


def test_explained_words_count_as_two_syllables():
    text = "The hippocampus rests."
    assert reading_ease(text, Language.EN, {"hippocampus"}) > reading_ease(text, Language.EN)
    assert reading_ease("The a.", Language.EN, {"a"}) == reading_ease("The a.", Language.EN)


def test_long_sentences_and_words_are_harder():
    assert reading_ease("It is so. It is so.", Language.EN) > reading_ease(
        "It is so it is so.", Language.EN
    )
    assert reading_ease("Een kat.", Language.NL) > reading_ease("Een mogelijkheid.", Language.NL)


@given(st.text(max_size=200), st.sampled_from(Language))
def test_any_text_has_a_reading_ease(text, language):
    assert isinstance(reading_ease(text, language), float)
