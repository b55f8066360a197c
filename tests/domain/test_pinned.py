"""Whether a pack still has what was pinned."""

import pytest

from explorer.domain.handout import Pin, PinKind, Sight
from explorer.domain.pinned import is_known
from explorer.domain.vocabulary import Lens, Phase, Use
from explorer.opening import open_built_in

SIGHT = Sight("coronal", 1, "amygdala", Use.CHRONIC, Phase.ACUTE, Lens.ALL)


@pytest.fixture(scope="module")
def library():
    return open_built_in().library


def test_everything_of_the_pack_is_known(library):
    for kind, ids in (
        (PinKind.CLAIM, [claim.id for claim in library.claims]),
        (PinKind.PLOT, [dataset.id for dataset in library.datasets]),
        (PinKind.CHECK, [check.id for check in library.checks]),
        (PinKind.SOURCE, [work.key for work in library.references]),
    ):
        assert ids
        assert [each for each in ids if not is_known(library, Pin(kind, each))] == []
        assert not is_known(library, Pin(kind, "no-such-thing"))


def test_a_picture_is_known_with_its_diagram_and_its_place(library):
    diagram = library.info.views["coronal"][1].id

    def known(diagram_id=diagram, **changes):
        return is_known(library, Pin(PinKind.PICTURE, diagram_id, SIGHT._replace(**changes)))

    assert known()
    assert known(region=None)
    assert known(region="temperature"), "an effect that is drawn beside the brain"
    assert not known(region="no-such-place")
    assert not known(plane=0), "another diagram"
    assert not known(plane=9)
    assert not known(plane=-1)
    assert not known(view="from-below")
    assert not known("no-such-diagram")
    assert not is_known(library, Pin(PinKind.PICTURE, diagram))
