"""The pages of the window: opened by key, tab and menu; Escape goes back to where one was."""

import subprocess
import sys

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea

from explorer.widgets.page_stack import PAGE_CLASSES
from tests.widgets.person import (
    button_of,
    canvas_of,
    cards_of,
    click,
    find,
    header_of,
    open_ids,
    press,
    shown,
    text_of,
)

KEY = Qt.Key
KEYS = {
    "glossary": KEY.Key_F1,
    "gaps": KEY.Key_F2,
    "checks": KEY.Key_F3,
    "sources": KEY.Key_F4,
    "rating": KEY.Key_F6,
    "numbers": KEY.Key_F7,
    "compare": KEY.Key_F8,
    "handout": KEY.Key_F5,
}
NAMES = {
    "glossary": "glossary_page",
    "gaps": "gap_page",
    "checks": "check_page",
    "sources": "sources_page",
    "rating": "rating_page",
    "numbers": "numbers_page",
    "compare": "compare_page",
    "handout": "handout_page",
}


@pytest.fixture
def window(open_window, qtbot):
    window = open_window("--language", "en", "--region", "amygdala")
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    return window


def test_each_page_has_a_key():
    assert set(KEYS) == set(PAGE_CLASSES) == set(NAMES)


@pytest.mark.parametrize("page", NAMES)
@pytest.mark.parametrize("way", ["key", "tab", "menu"])
def test_a_page_opens_and_escape_returns(window, page, way):
    if way == "key":
        press(canvas_of(window), KEYS[page])
    elif way == "tab":
        click(find(window, f"page_tab_{page}"))
    else:
        find(window, f"action_page_{page}", object).trigger()
    opened = find(window, NAMES[page])
    assert opened.isVisible()
    assert not canvas_of(window).isVisible()
    assert find(window, f"page_tab_{page}").isChecked()
    assert find(window, f"action_page_{page}", object).isChecked()
    focus = QApplication.focusWidget()
    assert focus is opened or opened.isAncestorOf(focus), "the focus goes along"
    press(focus, KEY.Key_Escape)
    if opened.isVisible():  # the first Escape may have emptied a search
        press(focus, KEY.Key_Escape)
    assert canvas_of(window).isVisible()
    assert find(window, "page_tab_explore").isChecked()
    assert text_of(window, "region_name") == "Amygdala"


def test_a_key_of_a_page_acts_everywhere(window):
    press(header_of(cards_of(window, "acute_section")[0]), KEY.Key_F4)
    press(QApplication.focusWidget(), KEY.Key_F3)
    assert find(window, "check_page").isVisible()
    assert not find(window, "sources_page").isVisible()


def test_selection_scroll_and_focus_are_kept(qtbot, window):
    click(header_of(cards_of(window, "acute_section")[0]), QPoint(60, 12))
    bar = find(window, "panel_scroll", QScrollArea).verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 60)
    bar.setValue(57)
    opened = open_ids(window)
    button = button_of(window, "hippocampus")
    press(button, KEY.Key_F6)
    press(QApplication.focusWidget(), KEY.Key_Escape)
    assert bar.value() == 57
    assert open_ids(window) == opened
    assert button_of(window, "amygdala").isChecked()
    assert QApplication.focusWidget() is button


def test_focus_that_is_gone_does_no_harm(qtbot, window):
    guest = QPushButton(find(window, "explore_page"))
    guest.show()
    press(guest, KEY.Key_F2)
    guest.deleteLater()
    qtbot.wait(1)
    press(QApplication.focusWidget(), KEY.Key_Escape)
    assert canvas_of(window).isVisible()


def test_escape_on_the_brain_then_lets_the_selection_go(window):
    press(canvas_of(window), KEY.Key_F6)
    press(QApplication.focusWidget(), KEY.Key_Escape)
    press(canvas_of(window), KEY.Key_Escape)
    assert find(window, "start_hint").isVisible()


def test_a_page_follows_language_and_colours(window):
    press(canvas_of(window), KEY.Key_F6)
    page = find(window, "rating_page")
    english = page.accessibleName()
    light = page.grab().toImage().pixelColor(4, page.height() - 4)
    click(find(window, "language_switch_nl"))
    assert page.accessibleName() != english
    find(window, "action_theme_dark", object).trigger()
    assert page.grab().toImage().pixelColor(4, page.height() - 4).lightness() < light.lightness()


def test_wishes_of_a_page_reach_the_window(window, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    press(canvas_of(window), KEY.Key_F3)
    page = find(window, "check_page")
    page.link_wished.emit("https://example.org/")
    assert opened == ["https://example.org/"]
    page.text_copied.emit("A text.")
    assert QApplication.clipboard().text() == "A text."
    page.page_wished.emit("sources")
    assert find(window, "sources_page").isVisible()


def test_narrow_windows_fold_the_tabs_but_keep_the_way_back(open_window):
    window = open_window("--language", "nl", size=(1024, 640))
    assert shown(find(window, "page_tabs"), None) == []
    press(canvas_of(window), KEY.Key_F2)
    back = find(window, "page_tab_explore")
    assert back.isVisible()
    click(back)
    assert canvas_of(window).isVisible()


def test_pages_are_loaded_when_they_are_first_opened():
    script = (
        "import os, sys; os.environ['QT_QPA_PLATFORM'] = 'offscreen'\n"
        "from PySide6.QtWidgets import QApplication; app = QApplication([])\n"
        "from explorer.app import build_window\n"
        "window = build_window(); window.show(); app.processEvents(); window.complete()\n"
        f"modules = {[module for module, _ in PAGE_CLASSES.values()]}\n"
        "print([module for module in modules if module in sys.modules])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.strip() == "[]"
