"""Handouts as files: saved, opened, refused, given away."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QFileDialog,
    QLabel,
    QListView,
    QPlainTextEdit,
)

from explorer.domain.handout import Handout, Pin, PinKind, Sight
from explorer.domain.vocabulary import Language, Lens, Level, Phase, Use
from explorer.state.handout_file import read_handout, write_handout
from explorer.widgets import handout_output
from tests.widgets.person import (
    click,
    find,
    text_of,
)
from tests.widgets.test_handout import open_handout, opened, pin_three, rows, window

__all__ = ["window"]


@pytest.fixture
def choose(monkeypatch):
    """Return a function that answers the next question for a file."""

    def answer(path):
        def give(dialog):
            dialog.fileSelected.emit(str(path))
            dialog.deleteLater()

        monkeypatch.setattr(QFileDialog, "open", give)

    return answer


def status(window):
    return find(window, "handout_status", QLabel).text()


def test_a_handout_is_saved_and_opened(window, choose, tmp_path):
    statements = pin_three(window)
    open_handout(window)
    QTest.keyClicks(find(window, "handout_note", QPlainTextEdit), "See you")
    choose(tmp_path / "mine.handout.json")
    click(find(window, "handout_save"))
    assert status(window) == "Saved as mine.handout.json"
    assert read_handout(tmp_path / "mine.handout.json") == window.handout.basket.handout
    window.handout.basket.wipe()
    click(find(window, "handout_open"))
    assert rows(window) == statements
    assert find(window, "handout_note", QPlainTextEdit).toPlainText() == "See you"
    assert status(window) == "mine.handout.json is open, with 3 pinned."


def test_pins_that_the_pack_has_no_longer_are_listed(window, choose, tmp_path):
    known = Pin(PinKind.CLAIM, window.library.claims[0].id)
    sight = Sight("medial", 0, "no-such-place", Use.CHRONIC, Phase.ACUTE, Lens.ALL)
    gone = (
        *(Pin(kind, "long-gone") for kind in PinKind if kind is not PinKind.PICTURE),
        Pin(PinKind.PICTURE, "medial", sight),
        Pin(PinKind.PICTURE, "medial", sight._replace(view="from-below")),
    )
    path = tmp_path / "old.handout.json"
    write_handout(path, Handout(Language.EN, Level.PLAIN, pins=(*gone, known)))
    open_handout(window)
    choose(path)
    click(find(window, "handout_open"))
    assert "6 of them are no longer in this pack" in status(window)
    assert rows(window)[0] == "long-gone"
    assert text_of(window, "handout_count") == "7 pinned, 6 no longer in this pack"
    model = find(window, "pin_list", QListView).model()
    spoken = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "no longer in this pack" in spoken
    choose(tmp_path / "new.handout.json")
    click(find(window, "handout_save"))
    assert read_handout(tmp_path / "new.handout.json").pins == (*gone, known), "nothing is dropped"


@pytest.mark.parametrize(
    ("content", "line"),
    [("{}", 1), ('{\n"format": 7,,\n}', 2), ("", 1), ("\0", 1)],
    ids=["other", "damaged", "empty", "bytes"],
)
@pytest.mark.parametrize("language", list(Language))
def test_a_file_that_is_no_handout_changes_nothing(
    open_window, qtbot, choose, tmp_path, content, line, language
):
    window = opened(open_window, qtbot, "--language", language, "--region", "amygdala")
    pin_three(window)
    before = window.handout.basket.handout
    path = tmp_path / "strange.handout.json"
    path.write_text(content)
    open_handout(window)
    choose(path)
    click(find(window, "handout_open"))
    said = status(window)
    assert str(path) in said
    assert f"{'line' if language is Language.EN else 'regel'} {line}" in said
    assert window.handout.basket.handout == before
    assert path.read_text() == content


def test_a_newer_file_is_refused_with_a_reason(window, choose, tmp_path):
    path = tmp_path / "newer.handout.json"
    write_handout(path, Handout(Language.EN, Level.PLAIN))
    path.write_text(json.dumps(json.loads(path.read_text()) | {"version": 9}))
    open_handout(window)
    choose(path)
    click(find(window, "handout_open"))
    assert "Update the program" in status(window)


def test_a_place_that_cannot_be_written_is_told(window, choose, tmp_path):
    open_handout(window)
    choose(tmp_path / "none" / "mine.handout.json")
    click(find(window, "handout_save"))
    assert status(window).startswith("mine.handout.json could not be saved: ")


@pytest.mark.parametrize(
    ("output", "function", "ending"),
    [("pdf", "save_pdf", "pdf"), ("web", "save_web_page", "html")],
)
def test_the_handout_is_given_away(window, choose, tmp_path, monkeypatch, output, function, ending):
    asked = []
    monkeypatch.setattr(handout_output, function, lambda *given: asked.append(given))
    pin_three(window)
    open_handout(window)
    click(find(window, "handout_paper_Letter"))
    choose(tmp_path / f"home.{ending}")
    click(find(window, f"handout_{output}"))
    ((path, library, _, handout, *paper),) = asked
    assert path == tmp_path / f"home.{ending}"
    assert library is window.library
    assert handout == window.handout.basket.handout
    assert paper == (["Letter"] if output == "pdf" else [])
    assert status(window) == f"Saved as home.{ending}"
