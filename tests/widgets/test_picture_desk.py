"""The picture in sight leaves the window: as a file and on the clipboard."""

from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QAction, QImage
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from explorer.canvas.palette import DARK, LIGHT
from explorer.canvas.portrait import SIZE
from explorer.domain.vocabulary import Effect, Language
from explorer.i18n import words
from tests.canvas.easel import count_exact
from tests.widgets.person import canvas_of, find, press, shown, text_of

KEY = Qt.Key
BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def window(open_window, qtbot):
    return opened(open_window, qtbot, "--language", "en", "--region", "amygdala")


@pytest.fixture(autouse=True)
def empty_clipboard(qapp):
    yield
    qapp.clipboard().clear()


def opened(open_window, qtbot, *arguments):
    window = open_window(*arguments)
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    return window


@pytest.fixture
def choose(monkeypatch):
    """Return a function that answers the next question: a file, and a kind by how it begins."""

    def answer(path, kind="PNG, 1"):
        def give(dialog):
            chosen = next(name for name in dialog.nameFilters() if name.startswith(kind))
            dialog.selectNameFilter(chosen)
            dialog.fileSelected.emit(str(path))
            dialog.deleteLater()

        monkeypatch.setattr(QFileDialog, "open", give)

    return answer


def copy(window):
    press(QApplication.focusWidget() or window, KEY.Key_C, BOTH)
    return QApplication.clipboard().mimeData()


def save(window):
    press(QApplication.focusWidget() or window, KEY.Key_S, BOTH)


def root_of(svg):
    return ET.fromstring(bytes(svg.data()) if isinstance(svg, QByteArray) else svg)


def title_of(svg):
    return root_of(svg).find(f"{SVG}title").text


def texts_of(svg):
    return ["".join(text.itertext()).strip() for text in root_of(svg).iter(f"{SVG}text")]


def test_the_key_copies_the_picture_with_its_legend(window, announced):
    data = copy(window)
    image = data.imageData()
    assert image.size() == SIZE * 2
    strip = image.copy(0, image.height() - 130, image.width(), 130)
    assert all(count_exact(strip, LIGHT.effect(effect)) > 20 for effect in Effect)
    svg = data.data("image/svg+xml")
    assert title_of(svg) == "Amygdala · Medial view · Therapeutic use · During"
    assert "denser = stronger evidence" in texts_of(svg)
    assert announced[-1] == "The picture is on the clipboard, with its legend."
    assert text_of(window, "toast") == announced[-1]


def test_the_picture_is_the_one_in_sight(window):
    before = copy(window).imageData()
    canvas = canvas_of(window)
    for key in (KEY.Key_C, KEY.Key_A, KEY.Key_2, KEY.Key_E):
        press(canvas, key)
    data = copy(window)
    title = title_of(data.data("image/svg+xml"))
    assert title.startswith("Amygdala · Coronal")
    assert "Chronic use · Afterwards" in title
    assert title.endswith(words(Language.EN)("lens.human.tip"))
    assert data.imageData() != before


def test_language_and_colours_are_those_of_the_window(open_window, qtbot, announced):
    window = opened(open_window, qtbot, "--language", "nl", "--region", "hippocampus")
    find(window, "action_theme_dark", QAction).trigger()
    data = copy(window)
    assert title_of(data.data("image/svg+xml")).startswith("Hippocampus · Mediaal aanzicht")
    assert data.imageData().pixelColor(2, 2) == DARK.color("paper")
    assert announced[-1] == "Het beeld staat op het klembord, met legenda."


def test_a_moment_rest_and_the_scan_are_told_and_shown(window):
    canvas = canvas_of(window)
    whole = copy(window).data("image/svg+xml")
    window._store.set_timeline(True)
    window._store.set_hour(0.5)
    moment = copy(window).data("image/svg+xml")
    assert title_of(moment).endswith("30 min after intake or last use")
    assert texts_of(moment)[1:] != texts_of(whole)[1:]
    window._store.set_hour(None)
    press(canvas, KEY.Key_S)
    scan = copy(window).data("image/svg+xml")
    assert title_of(scan).endswith("Scan")
    assert list(root_of(scan).iter(f"{SVG}image"))
    press(canvas, KEY.Key_4)
    press(canvas, KEY.Key_R)
    resting = copy(window).data("image/svg+xml")
    assert title_of(resting) == "Serotonin synapse · At rest"
    effect = words(Language.EN)("effect.increase")
    assert texts_of(resting).count(effect) == 1, "only the legend speaks of it"


@pytest.mark.parametrize("scale", [1, 2, 3, 4])
def test_the_key_saves_pixels(window, choose, tmp_path, announced, scale):
    choose(tmp_path / "mine.png", f"PNG, {scale}")
    save(window)
    image = QImage(str(tmp_path / "mine.png"), "png")
    assert image.size() == SIZE * scale
    assert image.text("Title") == "Amygdala · Medial view · Therapeutic use · During"
    assert announced[-1] == text_of(window, "toast") == "Saved as mine.png."


@pytest.mark.parametrize("kind", ["SVG", "PNG, 3"])
def test_a_name_that_ends_in_svg_makes_a_drawing(window, choose, tmp_path, kind):
    choose(tmp_path / "mine.svg", kind)
    save(window)
    assert title_of((tmp_path / "mine.svg").read_bytes()).startswith("Amygdala")


def test_the_dialog_asks_for_kind_and_size(window, qtbot):
    save(window)
    dialog = find(window, "picture_dialog", QFileDialog)
    assert dialog.isVisible()
    kinds = [name.partition(" (")[0] for name in dialog.nameFilters()]
    assert kinds == [
        "PNG, 1 x",
        "PNG, 2 x",
        "PNG, 3 x",
        "PNG, 4 x",
        "SVG, a drawing that can be edited",
    ]
    name = find(dialog, "fileNameEdit", QLineEdit)
    assert name.text() == "picture.png"
    dialog.selectNameFilter(dialog.nameFilters()[-1])
    dialog.filterSelected.emit(dialog.nameFilters()[-1])
    assert name.text() == "picture.svg"
    assert dialog.defaultSuffix() == "svg"
    dialog.reject()
    qtbot.waitUntil(lambda: not window.findChildren(QFileDialog))


def test_a_place_that_cannot_be_written_is_told(window, choose, tmp_path):
    choose(tmp_path / "none" / "mine.png")
    save(window)
    assert text_of(window, "toast").startswith("mine.png could not be saved: ")


def test_the_menu_does_it_too(window, choose, tmp_path):
    choose(tmp_path / "mine.png")
    find(window, "action_save_picture", QAction).trigger()
    assert (tmp_path / "mine.png").exists()
    find(window, "action_copy_picture", QAction).trigger()
    assert QApplication.clipboard().mimeData().hasImage()


def test_the_keys_work_on_a_page_too(window):
    press(window, KEY.Key_F1)
    assert copy(window).hasImage()
    assert shown(window, "glossary_page")
