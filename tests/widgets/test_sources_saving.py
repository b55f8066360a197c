"""Sources: what is selected, saved as a person does."""

import json
from pathlib import Path

import bibtexparser
import pytest
import rispy
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFileDialog,
    QLineEdit,
    QMessageBox,
)

from explorer.export.save import save_text
from explorer.widgets import source_save_bar
from explorer.widgets.source_table import Column
from explorer.widgets.sources_page import SourcesPage
from tests.widgets.person import (
    click,
    find,
    press,
)
from tests.widgets.test_sources_page import CTRL, LANGUAGES, titles, type_text

# The screen in memory says this of every list that drops down.
pytestmark = pytest.mark.qt_log_ignore(r"^This plugin does not support (raise|grabbing)")


READ = {
    "bib": lambda text: [entry["title"] for entry in bibtexparser.parse_string(text).entries],
    "ris": lambda text: [entry["title"] for entry in rispy.loads(text)],
    "json": lambda text: [item["title"] for item in json.loads(text)],
}


def save(opened, ending, path):
    """Press the button, type the name in the dialog and press Enter; returns the dialog."""
    click(find(opened.page, f"sources_save_{ending}"))
    dialog = find(opened.page, "sources_dialog", QFileDialog)
    assert dialog.isVisible()
    box = find(dialog, "fileNameEdit", QLineEdit)
    assert box.text().endswith(f".{ending}")
    box.clear()
    QTest.keyClicks(box, str(path))
    QTest.keyClick(box, Qt.Key.Key_Return)
    QCoreApplication.processEvents()
    return dialog


@pytest.mark.parametrize("ending", READ)
@LANGUAGES
def test_selection_is_saved_and_reads_back(open_page, tmp_path, ending, language):
    opened = open_page(SourcesPage, language=language)
    type_text(opened, "mithoefer psychopharmacology")
    press(opened.table, Qt.Key.Key_A, CTRL)
    wanted = sorted(titles(opened))
    save(opened, ending, tmp_path / "mine")
    text = (tmp_path / f"mine.{ending}").read_text("utf-8")
    assert sorted(title.strip("{}") for title in READ[ending](text)) == wanted
    gone = [w for w in opened.library.references if w.title in wanted and w.status != "ok"]
    assert gone
    assert text.count("Retracted on 10 August 2024") == len(gone)
    assert f"mine.{ending}" in opened.label("sources_message")
    assert str(len(wanted)) in opened.label("sources_message")


def test_a_file_that_is_there_is_kept_unless_the_person_agrees(open_page, tmp_path, qtbot):
    opened = open_page(SourcesPage)
    opened.click(0, Column.TITLE)
    path = tmp_path / "mine.ris"
    path.write_text("mine")

    def answer(button):
        (question,) = (box for box in opened.page.findChildren(QMessageBox) if box.isVisible())
        click(question.button(button))

    from PySide6.QtCore import QTimer

    QTimer.singleShot(200, lambda: answer(QMessageBox.StandardButton.No))
    dialog = save(opened, "ris", path)
    assert path.read_text() == "mine"
    assert dialog.isVisible()
    QTimer.singleShot(200, lambda: answer(QMessageBox.StandardButton.Yes))
    box = dialog.findChild(QDialogButtonBox)
    click(box.button(QDialogButtonBox.StandardButton.Save))
    assert path.read_text().startswith("TY  - ")


def test_a_dialog_that_is_left_saves_nothing(open_page, tmp_path):
    opened = open_page(SourcesPage)
    opened.click(0, Column.TITLE)
    click(find(opened.page, "sources_save_bib"))
    dialog = find(opened.page, "sources_dialog", QFileDialog)
    press(dialog, Qt.Key.Key_Escape)
    assert opened.page.findChildren(QFileDialog) == []
    assert opened.label("sources_message") == "1 selected"


def test_a_failure_is_one_line_in_the_page(open_page, tmp_path, monkeypatch):
    opened = open_page(SourcesPage)
    opened.click(0, Column.TITLE)
    monkeypatch.setattr(source_save_bar, "save_text", lambda path, text: "disk full")
    save(opened, "bib", tmp_path / "mine.bib")
    assert opened.label("sources_message") == "mine.bib could not be saved: disk full."


def test_saving_is_all_or_nothing(tmp_path):
    assert save_text(str(tmp_path / "a.ris"), "één\n") == ""
    assert (tmp_path / "a.ris").read_bytes() == "één\n".encode()
    assert save_text(str(tmp_path / "no such folder" / "a.ris"), "x")
    (tmp_path / "folder").mkdir()
    assert save_text(str(tmp_path / "folder"), "x")
    assert sorted(path.name for path in Path(tmp_path).iterdir()) == ["a.ris", "folder"]
