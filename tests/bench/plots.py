"""In a process of its own: someone opens the page of numbers, looks at every plot, and pans one."""

import itertools
import json
import os
import time
from functools import partial
from importlib import import_module

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from explorer.canvas.palette import LIGHT
from explorer.domain.vocabulary import Language, Level
from explorer.i18n import words
from explorer.opening import open_built_in
from explorer.plots import warm_up
from explorer.state.view_state import ViewState
from explorer.widgets.theme import Theme
from tests.bench.probe import PaintWatch

_SIZE = (1600, 1000)
_PLACE = "ptsd-trials"


def timed(watch, act):
    start = time.perf_counter()
    watch.wait(act)
    return 1000 * (time.perf_counter() - start)


def pan(graph, watch, steps):
    """Return the time of each frame, ms, while the plot is moved to and fro.

    Not with the mouse: the library lets only a hundred moves a second through.
    """
    low, high = graph.view.viewRange()[0]
    step = (high - low) / 200
    return [
        timed(watch, lambda way=way: graph.view.translateBy(x=way * step))
        for way in itertools.islice(itertools.cycle([1, 1, 1, -1, -1, -1]), steps)
    ]


def main():
    app = QApplication([])
    app.setStyle("fusion")
    theme = Theme(app, "light")
    library = open_built_in().library
    stack = QStackedWidget()
    stack.addWidget(QWidget())
    stack.resize(*_SIZE)
    stack.show()
    QCoreApplication.processEvents()
    warm_up(
        partial(import_module, "explorer.widgets.numbers_page"),
        partial(list, library.datasets),
        partial(list, library.claims),
    )
    from explorer.plots.graph import Graph
    from explorer.widgets.numbers_page import NumbersPage
    from tests.plots.samples import crowd

    watch = PaintWatch(Graph)
    say, state = words(Language.EN), ViewState(region=_PLACE, page="numbers")
    pages = []

    def open_page():
        page = NumbersPage(library)
        page.set_words(say)
        page.set_palette(LIGHT)
        page.show_state(state)
        stack.addWidget(page)
        stack.setCurrentWidget(page)
        pages.append(page)

    first = [timed(watch, open_page)]
    page = pages[0]
    graph = page.view.figure.graph
    drawn = [one.id for one in library.datasets if one.kind != "icon_array"]
    every = [timed(watch, lambda at=one: page.show_entry(at)) for one in drawn]
    page.view.show_dataset(crowd(library.references[0].key), say, LIGHT, Level.PLAIN)
    QCoreApplication.processEvents()
    for _ in itertools.repeat(None, 3):
        graph._zoom(0.8)  # there must be somewhere to pan to
    pans = pan(graph, watch, int(os.environ["BENCH_STEPS"]))
    print(json.dumps({"first": first, "every": every, "pans": pans}))  # noqa: T201
    stack.close()
    theme.deleteLater()
    app.quit()


main()
