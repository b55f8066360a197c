"""What the client view says: at most three plain sentences, and how sure they are, in words."""

from collections.abc import Callable
from typing import NamedTuple

from explorer.domain.diagram import SYNAPSE
from explorer.domain.library import Library
from explorer.domain.readability import sentences
from explorer.domain.readability import words as words_in
from explorer.domain.vocabulary import Level, Use
from explorer.i18n import Words
from explorer.state.view_state import ViewState
from explorer.widgets.time_strip import moment

MOST_SENTENCES = 3
_LONG = 4
"""A word of fewer letters says nothing about what a sentence is about."""
_SAME = 0.35
"""A claim of which so many words stand in the summary only says it again."""


class ClientPage(NamedTuple):
    """One place, use and phase for the client.

    Attributes:
        title: name of the place.
        moment: use, and phase or moment.
        evidence: strength of the evidence in words; empty where there is nothing to weigh.
        passages: what could be said, the most important first, each of one or more sentences. A
            passage is shown whole, because its last sentence may be the one that limits it.
    """

    title: str
    moment: str
    evidence: str
    passages: tuple[str, ...]


def client_page(
    library: Library, state: ViewState, use: Use, words: Words, told: str = ""
) -> ClientPage:
    """Write out what the client sees.

    Args:
        library: the pack.
        state: where the clinician is.
        use: end of the slider.
        words: interface texts.
        told: text that a tour has for this moment; it takes the place of all other sentences.
    """
    language = words.language
    use_name = next(note.name.at(language) for note in library.info.uses if note.use is use)
    when = words(f"phase.{state.phase}") if state.hour is None else moment(state.hour, words)
    here = words("client.moment", use=use_name, phase=_lower(when))
    if state.region is None:
        kind = "synapse" if state.view == SYNAPSE else "brain"
        start = told or words(f"client.start.{kind}")
        return ClientPage(words(f"client.title.{kind}"), here, "", (start,))
    place = library.place(state.region)
    name = place.name.at(language)
    if state.resting:
        summary = place.summary.at(language, Level.PLAIN)
        return ClientPage(name, words("stage.rest"), "", (told or summary,))
    cell = library.cell_at(place.id, use, state.phase, state.lens, state.hour)
    evidence = words("client.evidence", strength=words(f"client.{cell.strength.name.lower()}"))
    said = (told,) if told else _passages(library, state, use, words)
    return ClientPage(name, here, evidence, said)


def _passages(library: Library, state: ViewState, use: Use, words: Words) -> tuple[str, ...]:
    """Return the summary of a cell and what its strongest claims add, or why there is nothing."""
    assert state.region is not None, "only for a selected place"
    language = words.language
    cell = library.cell_at(state.region, use, state.phase, state.lens, state.hour)
    said: list[str] = []
    # The opening sentence was written for all evidence: it does not hold for a part of it.
    if cell.summary is not None and not cell.hidden and cell.hour is None:
        said.append(cell.summary.at(language, Level.PLAIN))
    for claim in cell.claims:
        # What is shown must be as sure as the evidence that is named above it.
        if library.verdict(claim).strength >= cell.strength:
            statement = claim.statement.at(language, Level.PLAIN)
            if not any(_repeats(statement, text) for text in said):
                said.append(statement)
    if said:
        return tuple(said)
    if cell.hour is not None or cell.hidden:
        return (words("client.not_then" if cell.hour is not None else "client.hidden"),)
    why = (cell.gap.why.at(language),) if cell.gap is not None else ()
    return (" ".join((words("client.nothing"), *why)),)


def chosen(passages: tuple[str, ...], fits: Callable[[tuple[str, ...]], bool]) -> tuple[str, ...]:
    """Return as many passages as there is room for, three sentences at most.

    Args:
        passages: the most important first.
        fits: whether some passages together fit at the smallest size of letters.
    """
    kept: tuple[str, ...] = ()
    left = MOST_SENTENCES
    for passage in passages:
        count = len(sentences(passage))
        if count <= left and fits((*kept, passage)):
            kept, left = (*kept, passage), left - count
    if kept or not passages:
        return kept
    # Not even the first fits whole. Rather part of it than a text that runs off the screen.
    parts = sentences(passages[0])[:MOST_SENTENCES]
    while len(parts) > 1 and not fits((" ".join(parts),)):
        parts.pop()
    return (" ".join(parts),)


def _repeats(statement: str, other: str) -> bool:
    """Whether a statement only says again what another text says."""
    own = {word.lower() for word in words_in(statement) if len(word) >= _LONG}
    theirs = {word.lower() for word in words_in(other)}
    return len(own & theirs) >= _SAME * len(own)


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
