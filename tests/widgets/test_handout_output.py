"""The handout is given away from its page, and what comes out can be read."""

import pypdf
import pytest
from PySide6.QtWidgets import QFileDialog, QLabel

from explorer.domain.handout import Pin, PinKind, Sight
from explorer.domain.vocabulary import Language, Lens, Level, Phase, Use
from explorer.pack.pack_error import PackError
from tests.widgets.person import click, find, press
from tests.widgets.test_handout import KEY

SIGHT = Sight("coronal", 0, "amygdala", Use.CHRONIC, Phase.LONG_TERM, Lens.ALL)
PICTURE = Pin(PinKind.PICTURE, "coronal", SIGHT)
PLOT = Pin(PinKind.PLOT, "caps5-change-first-trial")


@pytest.fixture
def answered(monkeypatch, tmp_path):
    """Let the question for a file be answered, and return the answer."""
    path = tmp_path / "home.pdf"

    def give(dialog):
        dialog.fileSelected.emit(str(path))
        dialog.deleteLater()

    monkeypatch.setattr(QFileDialog, "open", give)
    return path


def save_pdf(window, path, *pins, paper="A4"):
    for pin in pins:
        window.handout.toggle(pin)
    press(window, KEY.Key_F5)
    click(find(window, f"handout_paper_{paper}"))
    click(find(window, "handout_pdf"))
    assert find(window, "handout_status", QLabel).text() == _saved(window, path)
    return pypdf.PdfReader(path, strict=True)


def _saved(window, path):
    return window._words("handout.saved", file=path.name)


def _text(reader):
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


@pytest.mark.parametrize("language", list(Language))
def test_the_button_writes_a_pdf_with_picture_and_plot_as_shapes(open_window, answered, language):
    window = open_window("--language", language, "--level", "clinical")
    library = window.library
    claim = next(claim for claim in library.claims if claim.about == "amygdala")
    reader = save_pdf(window, answered, Pin(PinKind.CLAIM, claim.id), PICTURE, PLOT)
    text = _text(reader)
    assert claim.statement.at(language, Level.CLINICAL) in text
    assert library.info.views["coronal"][0].title.at(language) in text
    assert library.place_name("hippocampus").at(language) in text, "a name on the picture"
    dataset = library.dataset(PLOT.id)
    assert "n = 42" in text, "a number of the plot"
    assert dataset.title.at(language, Level.CLINICAL)[:30] in text
    images = [image for page in reader.pages for image in page.images]
    assert images == []


def test_paper_is_that_of_the_page(open_window, answered):
    window = open_window("--language", "en")
    reader = save_pdf(window, answered, PICTURE, paper="Letter")
    assert [round(float(at)) for at in reader.pages[0].mediabox] == [0, 0, 612, 792]


def test_a_plot_keeps_its_shape(open_window):
    """An icon array is high, two bars are low; neither is stretched."""
    from explorer.widgets import handout_output

    window = open_window("--language", "en")
    handout = window.handout.basket.handout
    pictures = [
        handout_output._plot(name, window.library, handout, window._words)
        for name in ("oxytocin-plasma", "vitals-above-threshold")
    ]
    assert pictures[0].aspect < 0.65 < pictures[1].aspect < 1.3


def test_a_drawing_that_cannot_be_used_leaves_its_text(open_window, answered, monkeypatch):
    window = open_window("--language", "en", "--region", "amygdala")

    def refuse(shelf, diagram):
        raise PackError([])

    press(window, KEY.Key_F5)
    monkeypatch.setattr(type(window._shelf), "sheet", refuse)
    text = _text(save_pdf(window, answered, PICTURE))
    assert window.library.info.views["coronal"][0].title.en in text


def test_a_place_that_cannot_be_written_is_told(open_window, answered, monkeypatch):
    window = open_window("--language", "en")
    gone = answered.parent / "none" / "home.pdf"
    monkeypatch.setattr(QFileDialog, "open", lambda dialog: dialog.fileSelected.emit(str(gone)))
    press(window, KEY.Key_F5)
    click(find(window, "handout_pdf"))
    status = find(window, "handout_status", QLabel).text()
    assert status.startswith("home.pdf could not be saved")
    for dialog in window.findChildren(QFileDialog):
        dialog.deleteLater()


def test_the_web_page_has_the_pinned_view_too(open_window, answered):
    window = open_window("--language", "en")
    window.handout.toggle(PICTURE)
    press(window, KEY.Key_F5)
    click(find(window, "handout_web"))
    page = answered.read_text("utf-8")
    assert page.count("<svg") > 1
    assert window._words("web.no_picture") not in page
