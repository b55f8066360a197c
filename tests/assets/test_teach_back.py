"""The questions of the built-in pack: for whom they are, and how they are put."""

import re

import pytest

from explorer.domain.place import PlaceKind
from explorer.domain.vocabulary import Language
from explorer.pack.baked import open_builtin

# Who speaks asks about the own explaining, not about the client's memory.
_SPEAKER = {
    Language.NL: re.compile(r"\b(ik|mij)\b", re.IGNORECASE),
    Language.EN: re.compile(r"\b(I|me)\b"),
}


@pytest.fixture(scope="module")
def library():
    return open_builtin()[0]


def test_main_regions_links_and_effects_have_questions(library):
    asked = {PlaceKind.MAIN, PlaceKind.LINK, PlaceKind.EFFECT}
    places = [place.id for place in library.places if place.kind in asked]
    assert [place for place in places if library.teach_back(place) is None] == []
    assert len(library.teach_backs) >= 12


@pytest.mark.parametrize("language", Language)
def test_questions_are_about_the_explaining(library, language):
    prompts = [prompt.at(language) for topic in library.teach_backs for prompt in topic.prompts]
    assert [text for text in prompts if not _SPEAKER[language].search(text)] == []
    assert [text for text in prompts if "?" not in text] == []


def test_no_question_is_asked_twice(library):
    prompts = [prompt for topic in library.teach_backs for prompt in topic.prompts]
    assert len(set(prompts)) == len(prompts)
