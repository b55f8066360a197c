"""Web pages of the built-in pack, with a handout that has one of everything."""

import pytest

from explorer import assets
from explorer.domain.handout import Handout, Pin, PinKind, Sight, Tick
from explorer.domain.vocabulary import Language, Lens, Level, Phase, Use
from explorer.export.web import write_web
from explorer.i18n import words
from explorer.opening import open_built_in

DATE = "2026-11-26"


@pytest.fixture(scope="session")
def library():
    return open_built_in().library


@pytest.fixture(scope="session")
def drawings(library):
    return {
        found.id: assets.path(*found.file.split("/")).read_bytes()
        for found in library.info.diagrams
    }


@pytest.fixture(scope="session")
def first_drawing(library, drawings):
    first = library.info.diagrams[0].id
    return {first: drawings[first]}


@pytest.fixture(scope="session")
def full(library):
    """Return a handout with one pin of each kind, a note, a topic that needs another word."""
    sight = Sight("medial", 0, "hippocampus", Use.CHRONIC, Phase.LONG_TERM, Lens.HUMAN)
    pins = (
        Pin(PinKind.SOURCE, library.references[3].key),
        Pin(PinKind.CLAIM, library.claims[0].id),
        Pin(PinKind.CHECK, library.checks[0].id),
        Pin(PinKind.PICTURE, "medial", sight),
        Pin(PinKind.PLOT, library.datasets[0].id),
        Pin(PinKind.CLAIM, "a-claim-of-long-ago"),
    )
    ticks = (
        (library.teach_backs[0].id, Tick.EXPLAINED),
        (library.teach_backs[1].id, Tick.AGAIN),
        (library.teach_backs[2].id, Tick.NOT_DISCUSSED),
    )
    note = "First line\nsecond line\n\nAnother paragraph"
    return Handout(Language.EN, Level.PLAIN, "What we said on Tuesday", note, pins, ticks)


@pytest.fixture(scope="session")
def write(library, first_drawing):
    """Return a function that writes a handout in its own language."""

    def write_one(handout, diagrams=first_drawing):
        return write_web(library, handout, diagrams, words(handout.language), DATE)

    return write_one
