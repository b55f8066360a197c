"""What no one else caught: one dialog with the report, and the window lives on."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton

from explorer import __version__
from tests.widgets.person import click, find, text_of

ROOT = Path(__file__).parents[2]

DRIVER = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QDialog
from explorer import assembly
from explorer.domain.vocabulary import Use
from explorer.widgets.main_window import MainWindow

def broken(window, way):
    raise RuntimeError(f"no way {way} today")
MainWindow._on_zoom_wished = broken
build = assembly.assemble

def wrapped(*arguments):
    window = build(*arguments)
    QTimer.singleShot(0, lambda: drive(window))
    return window

def drive(window):
    canvas = window.findChild(object, "brain_canvas")
    for name in ("zoom_in", "zoom_out"):
        window.findChild(object, name).click()
    QTimer.singleShot(0, lambda: look(window))

def look(window):
    tops = QApplication.topLevelWidgets()
    dialogs = [top for top in tops if isinstance(top, QDialog) and top.isVisible()]
    print("dialogs", len(dialogs))
    report = dialogs[0].findChild(QPlainTextEdit, "report_text").toPlainText()
    print("reports", report.count("no way in today"), report.count("no way out today"))
    print("modal", dialogs[0].isModal())
    window.findChild(object, "region_amygdala").click()
    print("panel", window.findChild(object, "region_name").text(), window.isVisible())
    dialogs[0].close()
    QTimer.singleShot(0, window.close)

assembly.assemble = wrapped
from explorer.cli import main
sys.exit(main(sys.argv[1:]))
"""


def test_an_exception_in_a_slot_ends_in_one_dialog_and_the_window_lives_on(own_folders):
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", DRIVER, "--language", "en"],
        capture_output=True,
        text=True,
        timeout=60,
        env=environment,
        cwd=own_folders,
        check=False,
    )
    assert done.stdout.splitlines() == [
        "dialogs 1",
        "reports 1 1",
        "modal False",
        "panel Amygdala True",
    ], done.stderr
    assert done.returncode == 0
    assert "RuntimeError: no way in today" in done.stderr, "the terminal is told too"


@pytest.fixture
def report(open_coffee, capsys):
    """Return a function that reports an error to a window and returns the dialog."""
    window = open_coffee()

    def report_one(message):
        error = RuntimeError(message)
        window.faults.report(RuntimeError, error, error.__traceback__)
        return find(window, "report_dialog")

    yield report_one
    for dialog in window.findChildren(object, "report_dialog"):
        dialog.close()
    QApplication.processEvents()
    assert "RuntimeError" in capsys.readouterr().err


def test_the_report_can_be_copied(report):
    dialog = report("something odd")
    assert dialog.isVisible()
    text = find(dialog, "report_text", QPlainTextEdit).toPlainText()
    assert text.startswith(f"MDMA Brain Explorer {__version__}, Qt ")
    assert "RuntimeError: something odd" in text
    assert find(dialog, "report_text", QPlainTextEdit).isReadOnly()
    click(find(dialog, "report_copy", QPushButton))
    assert QApplication.clipboard().text() == text


def test_several_errors_share_a_dialog(report):
    dialog = report("first")
    assert report("second") is dialog
    text = find(dialog, "report_text", QPlainTextEdit).toPlainText()
    assert text.index("first") < text.index("second")


def test_after_closing_the_next_error_has_a_new_dialog(report, qtbot):
    dialog = report("first")
    with qtbot.waitSignal(dialog.destroyed):
        dialog.close()
    assert "first" not in find(report("second"), "report_text", QPlainTextEdit).toPlainText()


def test_the_dialog_speaks_the_language_of_the_window(open_coffee, capsys):
    window = open_coffee()
    click(find(window, "language_switch_nl"))
    window.faults.report(ValueError, ValueError("fout"), None)
    dialog = find(window, "report_dialog")
    assert dialog.windowTitle() != "Something went wrong"
    dialog.close()
    QApplication.processEvents()
    assert "fout" in capsys.readouterr().err


def test_notices_are_kept_under_each_other(open_coffee):
    window = open_coffee()
    window.show_notice("one")
    window.show_notice("two", ["a:1: x; y"])
    assert text_of(window, "notice_text") == "one\ntwo"
    assert find(window, "notice_toggle").isVisible()
    click(find(window, "notice_close"))
    window.show_notice("three")
    assert text_of(window, "notice_text") == "three"
    click(find(window, "notice_close"))
