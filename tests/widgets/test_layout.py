"""Nothing is cut off, covered or too small to hit, from the smallest window to a wide one."""

from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QScrollArea, QSlider, QWidget

from explorer.domain.vocabulary import Language, Level
from tests.app.coffee import NAMES
from tests.widgets.person import cards_of, click, find, header_of, shown

SIZES = pytest.mark.parametrize("size", [(1024, 640), (1366, 768), (1920, 1080)])
LANGUAGES = pytest.mark.parametrize("language", list(Language))
LEAST_TARGET = 24


def comes_to_rest(qtbot, window):
    """Wait until everything has its room; a layout may take a few turns of the event loop."""

    def nothing_is_cut_off():
        assert clipped(window) == []
        assert outside(window) == []

    qtbot.waitUntil(nothing_is_cut_off, timeout=1000)


def clipped(window):
    """Name every text that has less room than it needs."""
    found = []
    for part in window.findChildren(QWidget):
        if not part.isVisible() or not isinstance(part, QLabel | QAbstractButton):
            continue
        wrong = label_fault(part) if isinstance(part, QLabel) else button_fault(part)
        if wrong:
            found.append(f"{type(part).__name__} {part.objectName()} {part.text()!r}: {wrong}")
    return found


def label_fault(label):
    if not label.text():
        return ""
    if label.wordWrap():
        needed = label.heightForWidth(label.width())
        return f"{label.height()} high, needs {needed}" if label.height() < needed else ""
    needed = label.sizeHint()
    return f"{label.size()} < {needed}" if not fits(label, needed) else ""


def button_fault(button):
    if button.hasHeightForWidth():
        needed = button.heightForWidth(button.width())
        return f"{button.height()} high, needs {needed}" if button.height() < needed else ""
    if not button.text():
        return ""
    metrics = QFontMetrics(button.font())
    needed = QSize(metrics.horizontalAdvance(button.text()) + 4, metrics.height() + 2)
    return f"{button.size()} < {needed}" if not fits(button, needed) else ""


def fits(part, needed):
    return part.width() >= needed.width() and part.height() >= needed.height()


def outside(window):
    """Name every visible part that sticks out of its parent, save what scrolls."""
    scrolled = [area.viewport() for area in window.findChildren(QScrollArea)]
    return [
        f"{type(part).__name__} {part.objectName()} {part.geometry()} in {part.parent().rect()}"
        for part in window.findChildren(QWidget)
        if part.isVisible()
        and not part.isWindow()
        and isinstance(part, QLabel | QAbstractButton | QSlider)
        and part.parent() not in scrolled
        and not part.parent().rect().contains(part.geometry())
    ]


@SIZES
@LANGUAGES
def test_nothing_is_clipped(qtbot, open_coffee, click_region, size, language):
    window = open_coffee("--language", language, "--level", Level.CLINICAL, size=size)
    comes_to_rest(qtbot, window)
    for region in NAMES:
        click_region(region)
        for section in ("acute_section", "long_term_section"):
            for more in shown(find(window, section), "show_more"):
                click(more)
            card = cards_of(window, section)[0]
            click(header_of(card), QPoint(60, 12))
            click(shown(card, "pin_open")[0])
        comes_to_rest(qtbot, window)


def test_the_check_for_clipping_finds_it(window_of_coffee):
    name = find(window_of_coffee, "app_title", QLabel)
    name.setFixedWidth(20)
    assert any("app_title" in line for line in clipped(window_of_coffee))


@pytest.fixture
def window_of_coffee(open_coffee):
    return open_coffee(size=(1024, 640))


def test_the_window_is_never_smaller_than_it_can_be(window_of_coffee):
    window_of_coffee.resize(300, 200)
    assert (window_of_coffee.width(), window_of_coffee.height()) == (1024, 640)


@LANGUAGES
def test_every_target_is_large_enough(qtbot, open_coffee, click_region, language):
    window = open_coffee("--language", language, size=(1024, 640))
    for region in (None, *NAMES):
        if region is not None:
            click_region(region)
            click(header_of(cards_of(window, "acute_section")[0]), QPoint(60, 12))
        QApplication.processEvents()
        small = [
            f"{part.objectName()} {part.width()}x{part.height()}"
            for part in window.findChildren(QWidget)
            if part.isVisible()
            and isinstance(part, QAbstractButton | QSlider)
            and min(part.width(), part.height()) < LEAST_TARGET
        ]
        assert small == []


@SIZES
def test_parts_of_the_window_lie_beside_each_other(open_coffee, click_region, size):
    window = open_coffee(size=size)
    click_region("thalamus")
    names = ("top_bar", "brain_canvas", "use_slider", "legend", "region_panel", "foot_bar")
    places = {}
    for name in names:
        part = find(window, name)
        assert part.isVisible(), name
        places[name] = QRect(part.mapTo(window, QPoint(0, 0)), part.size())
        assert window.rect().contains(places[name]), f"{name} sticks out"
    for (first, one), (second, other) in combinations(places.items(), 2):
        assert not one.intersects(other), f"{first} covers {second}"
    assert places["brain_canvas"].width() > places["region_panel"].width()
    assert places["brain_canvas"].height() >= 300


@SIZES
def test_the_regions_stay_on_the_stage(open_coffee, size):
    window = open_coffee(size=size)
    stage = find(window, "brain_canvas").viewport().rect()
    for region in NAMES:
        assert stage.contains(find(window, f"region_{region}").geometry())


@LANGUAGES
def test_large_text_is_not_clipped(qtbot, open_coffee, click_region, monkeypatch, language):
    # The program has no text size of its own; a larger font of the system must not cut words off.
    window = open_coffee("--language", language, size=(1440, 900))
    click_region("thalamus")
    for label in window.findChildren(QLabel):
        font = label.font()
        font.setPixelSize(round(font.pixelSize() * 1.3))
        label.setFont(font)

    def words_fit():
        assert [line for line in clipped(window) if "Label" in line] == []

    qtbot.waitUntil(words_fit, timeout=1000)


def test_the_panel_scrolls_but_never_sideways(qtbot, open_coffee, click_region):
    window = open_coffee(size=(1024, 640))
    click_region("thalamus")
    for more in shown(find(window, "acute_section"), "show_more"):
        click(more)
    area = find(window, "panel_scroll", QScrollArea)
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)
    assert area.horizontalScrollBar().maximum() == 0
    assert area.widget().width() <= area.viewport().width()
    assert area.verticalScrollBar().orientation() is Qt.Orientation.Vertical
