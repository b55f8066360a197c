"""Two pictures side by side: what they show, that they move together, what is said of them."""

from itertools import product

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QScrollArea, QWidget

from explorer.canvas.brain_canvas import BrainCanvas
from explorer.domain.vocabulary import Effect, Language, Lens, Level, Phase, Use
from explorer.i18n import words
from explorer.widgets.compare_words import differences, side
from tests.widgets.person import canvas_of, find, press

KEY = Qt.Key


@pytest.fixture
def window(open_window, qtbot):
    window = open_window("--language", "en", "--region", "hippocampus")
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    press(canvas_of(window), KEY.Key_F8)
    return window


def sides(window):
    return [window.findChild(BrainCanvas, f"compare_{at}") for at in ("left", "right")]


def names(window):
    return [window.findChild(QLabel, f"compare_{at}_name").text() for at in ("left", "right")]


def said(window):
    QApplication.processEvents()
    page = window.findChild(object, "compare_page")
    return [
        label.text() for label in page.findChildren(QLabel, "compare_text") if label.isVisible()
    ]


def looks(canvas):
    """Return what is painted, without the label that tells the name of the side."""
    return canvas.grab().toImage()


def test_both_uses_are_shown_of_the_same_place(window):
    assert names(window) == ["Therapeutic use", "Chronic use"]
    left, right = sides(window)
    for canvas in (left, right):
        chosen = canvas.findChild(QAbstractButton, "region_hippocampus")
        assert chosen.isChecked()
    assert looks(left) != looks(right), "both pictures show the same use"


def test_words_come_from_the_cells(window):
    library, say = window.library, words(Language.EN)
    texts = said(window)
    assert texts[0] == "Hippocampus"
    for phase in Phase:
        assert say(f"section.{phase}") in texts
        for use, name in ((Use.THERAPEUTIC, "Therapeutic use"), (Use.CHRONIC, "Chronic use")):
            cell = library.cell("hippocampus", use, phase)
            line = next(text for text in texts if text.startswith(f"{name}: "))
            texts.remove(line)
            assert say(f"effect.{cell.effect}") in line
            if cell.summary is not None:
                assert cell.summary.at(Language.EN, Level.PLAIN) in texts
            species = [claim.evidence.species for claim in cell.claims if claim.evidence]
            if species:
                counts = next(text for text in texts if f"{len(species)} claim" in text)
                texts.remove(counts)
                for one in set(species):
                    assert say(f"compare.in.{one}", n=species.count(one)) in counts


def test_what_the_lens_hides_is_not_called_unmeasured(window):
    library, say = window.library, words(Language.EN)
    for place in library.places:
        window._store.select_region(place.id)
        window._store.set_lens(Lens.CONTROLLED)
        texts = said(window)
        for phase in Phase:
            cells = [library.cell(place.id, use, phase, Lens.CONTROLLED) for use in Use]
            for cell, name in zip(cells, ("Therapeutic use", "Chronic use"), strict=True):
                line = next(text for text in texts if text.startswith(f"{name}: "))
                texts.remove(line)
                is_gap = cell.effect is Effect.UNKNOWN
                assert ("not measured" in line) == (is_gap and not cell.hidden), place.id
                assert ("hidden by the lens" in line) == (is_gap and cell.hidden > 0), place.id
            heading = texts.index(say(f"section.{phase}"))
            has_hidden = any(cell.effect is Effect.UNKNOWN and cell.hidden for cell in cells)
            if has_hidden:
                assert "no study was found" not in texts[heading + 1].lower(), place.id


def test_every_difference_can_be_said_in_both_languages(window):
    library = window.library
    for language, level, lens, place in product(Language, Level, Lens, library.places):
        say = words(language)
        left, right = (side(library, place.id, use, say, by_place=False) for use in Use)
        for told in differences(library, left, right, lens, level, say):
            assert told.difference.endswith(".")
            assert "{" not in told.difference


def test_the_reader_stays_in_the_text_when_nothing_new_is_said(window):
    area = window.findChild(QScrollArea, "compare_texts")
    QApplication.processEvents()
    area.verticalScrollBar().setValue(20)
    window._store.set_phase(Phase.LONG_TERM)
    QApplication.processEvents()
    assert area.verticalScrollBar().value() == 20


def test_x_swaps_and_swaps_back(window):
    left, _ = sides(window)
    before = looks(left)
    QTest.keyClick(left, KEY.Key_X)
    QApplication.processEvents()
    assert names(window) == ["Chronic use", "Therapeutic use"]
    assert looks(left) != before
    QTest.keyClick(left, KEY.Key_X)
    assert names(window) == ["Therapeutic use", "Chronic use"]


@pytest.mark.parametrize("name", ["compare_other", "compare_leave", "compare_texts"])
def test_x_swaps_wherever_the_focus_is_on_the_page(window, name):
    window.findChild(object, "compare_mode").picked.emit("places")
    before = names(window)
    part = window.findChild(QWidget, name)
    part.setFocus()
    QTest.keyClick(part, KEY.Key_X)
    assert names(window) == before[::-1]


def test_tab_walks_both_pictures_before_the_words(window):
    window.findChild(QWidget, "compare_leave").setFocus()
    walked = []
    for _ in range(60):
        QTest.keyClick(QApplication.focusWidget(), KEY.Key_Tab)
        walked.append(QApplication.focusWidget())
    left, right = (walked.index(canvas) for canvas in sides(window))
    texts = walked.index(window.findChild(QWidget, "compare_texts"))
    first = walked.index(sides(window)[0].findChild(QAbstractButton, "region_amygdala"))
    second = walked.index(sides(window)[1].findChild(QAbstractButton, "region_amygdala"))
    assert left < first < right < second < texts
    assert all(widget.accessibleName() for widget in walked[left : texts + 1])


def test_escape_leaves_and_keeps_the_place(window):
    left, _ = sides(window)
    QTest.keyClick(left, KEY.Key_Escape)
    assert not window.findChild(object, "compare_page").isVisible()
    assert find(canvas_of(window), "region_hippocampus").isChecked()


def test_a_click_selects_on_both_sides(window):
    left, right = sides(window)
    box = left.findChild(QAbstractButton, "region_amygdala").geometry()
    QTest.mouseClick(
        left.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, box.center()
    )
    QApplication.processEvents()
    for canvas in (left, right):
        assert canvas.findChild(QAbstractButton, "region_amygdala").isChecked()
    assert said(window)[0] == "Amygdala"


@pytest.mark.parametrize("at", [0, 1])
def test_both_zoom_together(window, at):
    moved, other = sides(window)[at], sides(window)[1 - at]
    where = QPointF(moved.viewport().rect().center()) + QPointF(40, 10)
    wheel = QWheelEvent(
        where,
        moved.viewport().mapToGlobal(where),
        QPoint(),
        QPoint(0, 360),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(moved.viewport(), wheel)
    assert moved.zoom_factor > 1.2
    assert other.zoom_factor == moved.zoom_factor
    gap = other.scene_point(where) - moved.scene_point(where)
    assert gap.manhattanLength() < 4


def test_two_places_with_the_same_use(window):
    switch = window.findChild(object, "compare_mode")
    switch.picked.emit("places")
    chooser = window.findChild(QComboBox, "compare_other")
    assert chooser.isVisible()
    chooser.setCurrentIndex(chooser.findData("hypothalamus"))
    chooser.activated.emit(chooser.currentIndex())
    assert names(window) == ["Hippocampus", "Hypothalamus"]
    left, right = sides(window)
    assert left.findChild(QAbstractButton, "region_hippocampus").isChecked()
    assert right.findChild(QAbstractButton, "region_hypothalamus").isChecked()
    assert any(text.startswith("Hypothalamus: ") for text in said(window))


def test_a_place_is_never_compared_with_itself(window):
    window.findChild(object, "compare_mode").picked.emit("places")
    chooser = window.findChild(QComboBox, "compare_other")
    chooser.setCurrentIndex(chooser.findData("amygdala"))
    chooser.activated.emit(chooser.currentIndex())
    assert names(window) == ["Hippocampus", "Amygdala"]
    window._store.select_region("amygdala")
    assert names(window) == ["Amygdala", "Hippocampus"]
    chooser.setCurrentIndex(chooser.findData("amygdala"))
    chooser.activated.emit(chooser.currentIndex())
    assert names(window)[0] == "Amygdala"
    assert names(window)[1] != "Amygdala"


def test_language_and_nothing_selected(open_window):
    window = open_window("--language", "nl")
    window.complete()
    press(canvas_of(window), KEY.Key_F8)
    assert said(window) == [words(Language.NL)("compare.none")]
