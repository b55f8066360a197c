"""What one window leaves for the next: language, level, colours, motion and size."""

import json

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtGui import QAction, QColor

from explorer.canvas.palette import DARK, LIGHT
from tests.widgets.person import click, find, slider_of, text_of


@pytest.fixture
def file():
    from pathlib import Path

    place = QStandardPaths.StandardLocation.GenericConfigLocation
    return Path(QStandardPaths.writableLocation(place)) / "mdma-brain-explorer" / "settings.json"


def choose(window, command):
    find(window, f"action_{command}", QAction).trigger()


def action(window, command):
    return next(a for a in window.findChildren(QAction) if a.objectName() == f"action_{command}")


def ground(window):
    image = window.grab().toImage()
    return image.pixelColor(4, image.height() // 2)


def near(first, second):
    return all(abs(a - b) < 12 for a, b in zip(first.getRgb(), second.getRgb(), strict=True))


def test_language_level_and_size_are_remembered(open_window, open_coffee, coffee, file):
    # No wider: Qt restores no window that is wider than the screen, and this one is small.
    first = open_coffee(size=(1024, 720))
    click(find(first, "language_switch_nl"))
    click(find(first, "level_switch_clinical"))
    first.close()
    assert json.loads(file.read_text("utf-8"))["language"] == "nl"
    from explorer.app import build_window

    second = build_window(["--pack", str(coffee), "--region", "eiland"])
    open_window.windows.append(second)
    assert (second.width(), second.height()) == (1024, 720)
    second.show()
    assert text_of(second, "region_name") == "eiland"
    assert text_of(second, "region_summary") == "Het eiland proeft. Klinisch."
    assert find(second, "language_switch_nl").isChecked()
    assert find(second, "level_switch_clinical").isChecked()


def test_the_command_line_comes_before_what_is_remembered(open_window, coffee):
    first = open_window("--pack", str(coffee))
    click(find(first, "language_switch_nl"))
    first.close()
    second = open_window("--pack", str(coffee), "--language", "en")
    assert text_of(second, "start_title") == "Click a region of the brain"


def test_a_client_is_never_remembered(open_window, click_region, coffee, file):
    first = open_window("--pack", str(coffee))
    click_region("eiland")
    slider_of(first).setValue(slider_of(first).maximum())
    first.close()
    assert set(json.loads(file.read_text("utf-8"))) <= {
        "language",
        "level",
        "theme",
        "motion",
        "geometry",
    }
    second = open_window("--pack", str(coffee))
    assert find(second, "start_hint").isVisible()
    assert slider_of(second).value() == slider_of(second).minimum()


def test_colours_change_at_once_and_are_remembered(open_window, coffee):
    first = open_window("--pack", str(coffee))
    assert near(ground(first), QColor(LIGHT.paper))
    action(first, "theme_dark").trigger()
    assert near(ground(first), QColor(DARK.paper))
    assert action(first, "theme_dark").isChecked()
    assert not action(first, "theme_light").isChecked()
    first.close()
    second = open_window("--pack", str(coffee))
    assert near(ground(second), QColor(DARK.paper))
    action(second, "theme_light").trigger()
    assert near(ground(second), QColor(LIGHT.paper))
    action(second, "theme_system").trigger()
    assert action(second, "theme_system").isChecked()


def test_less_motion_is_remembered(open_window, coffee):
    first = open_window("--pack", str(coffee), animated=True)
    assert not action(first, "less_motion").isChecked()
    action(first, "less_motion").trigger()
    assert action(first, "less_motion").isChecked()
    blends = []
    slider_of(first).blend_changed.connect(blends.append)
    slider_of(first).setFocus()
    action(first, "use_chronic").trigger()
    assert blends == [1.0], "the slider jumps"
    first.close()
    second = open_window("--pack", str(coffee), animated=True)
    assert action(second, "less_motion").isChecked()


def test_a_change_is_written_without_closing(qtbot, open_window, coffee, file):
    window = open_window("--pack", str(coffee))
    click(find(window, "language_switch_nl"))
    qtbot.waitUntil(file.exists, timeout=5000)
    assert json.loads(file.read_text("utf-8")) == {"language": "nl"}


def test_settings_that_cannot_be_read_are_told_and_kept(open_window, coffee, file):
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(b"\xff garbage")
    window = open_window("--pack", str(coffee), "--language", "en")
    (kept,) = file.parent.glob("*unreadable*")
    assert kept.read_bytes() == b"\xff garbage"
    assert text_of(window, "notice_text") == (
        f"The settings file could not be read. It is kept as {kept}; you start with the defaults."
    )


def test_a_window_that_cannot_be_remembered_still_closes(open_window, coffee, file):
    window = open_window("--pack", str(coffee))
    file.parent.parent.mkdir(parents=True, exist_ok=True)
    file.parent.write_text("a file where the folder should be")
    click(find(window, "language_switch_nl"))
    assert window.close()


@pytest.mark.parametrize("geometry", ["AAAA", "", "####", "AdnQywADAAD/////"])
def test_a_size_that_makes_no_sense_is_ignored(open_window, coffee, file, geometry):
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps({"geometry": geometry}), "utf-8")
    window = open_window("--pack", str(coffee))
    assert window.width() >= 1024
    assert window.isVisible()
