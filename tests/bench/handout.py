"""In a process of its own: someone gives away a handout of eight pins, again and again."""

import json
import os
import time

from PySide6.QtWidgets import QApplication

from explorer.domain.handout import Handout, Pin, PinKind, Sight, Tick
from explorer.domain.vocabulary import Language, Lens, Level, Phase, Use
from explorer.opening import open_built_in
from explorer.plots import warm_up
from explorer.widgets.diagram_shelf import DiagramShelf
from explorer.widgets.handout_output import pdf_of
from explorer.widgets.typeface import load_fonts

_SIGHT = Sight("medial", 0, "amygdala", Use.THERAPEUTIC, Phase.ACUTE, Lens.ALL)


def eight_pins(library):
    """Return a handout with something of each kind: a picture, a plot, claims, check, source."""
    claims = [claim.id for claim in library.claims if claim.about == "amygdala"][:4]
    dataset = next(one.id for one in library.datasets if one.kind == "bars")
    pins = (
        Pin(PinKind.PICTURE, library.info.views["medial"][0].id, _SIGHT),
        *(Pin(PinKind.CLAIM, claim) for claim in claims),
        Pin(PinKind.PLOT, dataset),
        Pin(PinKind.CHECK, library.checks[0].id),
        Pin(PinKind.SOURCE, library.references[0].key),
    )
    assert len(pins) == 8
    ticks = ((library.teach_backs[0].id, Tick.AGAIN),)
    return Handout(Language.NL, Level.PLAIN, "Na ons gesprek", "Tot dinsdag.", pins, ticks)


def timed(make):
    start = time.perf_counter()
    size = len(make())
    assert size > 10_000, "there is next to nothing in it"
    return 1000 * (time.perf_counter() - start)


def main():
    app = QApplication([])
    load_fonts()
    opened = open_built_in()
    shelf = DiagramShelf(opened.library, opened.open_diagram, opened.first)
    handout = eight_pins(opened.library)
    warm_up()
    count = int(os.environ["BENCH_TIMES"])
    pdfs = [timed(lambda: pdf_of(opened.library, shelf, handout, "A4")) for _ in range(count)]
    print(json.dumps({"pdfs": pdfs}))  # noqa: T201
    app.quit()


main()
