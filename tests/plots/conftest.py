"""Plots in a widget of their own, with the built-in pack's works to cite."""

import pytest
from PySide6.QtGui import QFont

from explorer.canvas.palette import LIGHT
from explorer.domain.vocabulary import Language, Level
from explorer.i18n import words
from explorer.opening import open_built_in
from tests.plots.samples import samples


@pytest.fixture(scope="session")
def library():
    return open_built_in().library


@pytest.fixture(scope="session")
def work(library):
    """The work that the samples cite: one with authors and a DOI."""
    return next(work for work in library.references if work.authors and work.doi)


@pytest.fixture
def dataset(work):
    """Return a function that finds a sample by its id."""
    return {sample.id: sample for sample in samples(work.key)}.__getitem__


@pytest.fixture
def view(qtbot, library):
    from explorer.plots.plot_view import PlotView

    widget = PlotView(library)
    face = QFont()
    face.setPixelSize(13)
    widget.setFont(face)
    widget.resize(900, 640)
    qtbot.addWidget(widget)
    widget.show()
    return widget


@pytest.fixture
def plot(view, qapp):
    """Return a function that shows a data set and returns the view."""

    def show(dataset, language=Language.EN, palette=LIGHT, level=Level.PLAIN):
        view.show_dataset(dataset, words(language), palette, level)
        qapp.processEvents()
        return view

    return show
