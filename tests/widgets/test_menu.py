"""The menu has everything that the window can do, with its key."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QMenu, QMessageBox

from explorer.widgets.actions import MENU
from tests.widgets.person import canvas_of, click, find, shown, slider_of, text_of
from tests.widgets.reading import actions_of

COMMANDS = [command for group in MENU for command in group]


@pytest.fixture
def window(open_coffee, click_region):
    window = open_coffee()
    click_region("thalamus")
    return window


def action(window, command):
    return find(window, f"action_{command}", QAction)


def menu_texts(window):
    return [entry.text() for entry in actions_of(find(window, "main_menu", QMenu))]


def test_every_command_is_in_the_menu_with_its_key(window):
    entries = actions_of(find(window, "main_menu", QMenu))
    assert len(entries) == len(COMMANDS)
    for entry, command in zip(entries, COMMANDS, strict=True):
        assert entry.text()
        keys = [QKeySequence(key).toString() for key in command.shortcuts]
        text = entry.text().partition("\t")[2]
        shown_keys = [key.toString() for key in entry.shortcuts()] or [text]
        assert not keys or shown_keys[0] == keys[0]


def test_the_ends_of_the_slider_have_the_names_of_the_pack(window):
    assert [text.partition("\t")[0] for text in menu_texts(window)[:2]] == ["One cup", "Many cups"]
    click(find(window, "language_switch_nl"))
    names = [text.partition("\t")[0] for text in menu_texts(window)[:2]]
    assert names == ["Eén kopje", "Veel kopjes"]


def test_commands_do_what_they_say(window):
    action(window, "use_chronic").trigger()
    assert text_of(window, "use_chip") == "Many cups"
    assert slider_of(window).value() == slider_of(window).maximum()
    action(window, "use_therapeutic").trigger()
    assert text_of(window, "use_chip") == "One cup"
    action(window, "phase_long_term").trigger()
    assert find(window, "phase_switch_long_term").isChecked()
    action(window, "phase_acute").trigger()
    assert find(window, "phase_switch_acute").isChecked()
    action(window, "zoom_in").trigger()
    assert canvas_of(window).zoom_factor == pytest.approx(1.25)
    action(window, "zoom_out").trigger()
    action(window, "zoom_in").trigger()
    action(window, "zoom_reset").trigger()
    assert canvas_of(window).zoom_factor == 1.0
    action(window, "level").trigger()
    assert text_of(window, "region_summary").endswith("Clinical.")
    action(window, "language").trigger()
    assert text_of(window, "region_summary").endswith("Klinisch.")


@pytest.mark.parametrize(
    "pair", [("use_therapeutic", "use_chronic"), ("phase_acute", "phase_long_term")], ids=str
)
def test_check_marks_follow_the_state(window, pair):
    first, second = (action(window, name) for name in pair)
    assert (first.isChecked(), second.isChecked()) == (True, False)
    second.trigger()
    assert (first.isChecked(), second.isChecked()) == (False, True)
    second.trigger()
    assert (first.isChecked(), second.isChecked()) == (False, True), "a choice stays chosen"


def test_quit_closes_the_window(window):
    action(window, "quit").trigger()
    QApplication.processEvents()
    assert not window.isVisible()


def test_about_tells_what_this_is_and_who_made_it(window):
    action(window, "about").trigger()
    QApplication.processEvents()
    (box,) = shown(window, "about_box", QMessageBox)
    told = f"{box.text()} {box.informativeText()}"
    for part in (
        "MDMA Brain Explorer",
        "Coffee, version 2.5",
        "October 2026",
        "A. Barista",
        "1 January 2099",
        "This is about coffee.",
        "MIT",
        "CC BY 4.0",
        "ICBM152",
        "McConnell Brain Imaging Centre",
        "Inter",
    ):
        assert part in told, part
    box.close()
    QApplication.processEvents()


@pytest.mark.qt_log_ignore("This plugin does not support")  # popups, on a screen in memory
def test_the_menu_button_opens_the_menu(window, qtbot):
    menu = find(window, "main_menu", QMenu)
    seen = []
    menu.aboutToShow.connect(lambda: seen.append(1))
    menu.aboutToShow.connect(menu.close, Qt.ConnectionType.QueuedConnection)
    click(find(window, "menu_button"))
    qtbot.waitUntil(lambda: not menu.isVisible())
    assert seen
