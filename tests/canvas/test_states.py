"""What the plate shows: the groups of a state, a scan, and other drawings in its place."""

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QTransform
from PySide6.QtWidgets import QWidget

from explorer import assets
from explorer.canvas.palette import DARK, LIGHT
from explorer.canvas.svg_picture import recolor, svg_layers
from explorer.domain.vocabulary import Effect
from tests.canvas.easel import (
    HALVES,
    LESS,
    MORE,
    NAMES,
    WHOLE,
    buttons_of,
    color_at,
    drawing_of,
    easel,
    is_like,
    labels_of,
    link,
    picture,
    plate_of,
    settle,
)

__all__ = ["easel"]

PATCH = (70, 340)
RED, BLUE = QColor("#ff0000"), QColor("#0000ff")
MORNING, EVENING = frozenset({"evening"}), frozenset({"morning"})
"""What is hidden then."""


def shown_state(canvas, qtbot, hidden):
    canvas.set_hidden_groups(hidden)
    QCoreApplication.processEvents()
    qtbot.waitUntil(lambda: canvas._plate.is_settled)
    return color_at(canvas, *PATCH)


def test_hidden_groups_are_not_painted(easel, qtbot):
    canvas = easel(WHOLE)
    assert color_at(canvas, *PATCH) == BLUE, "the evening lies on top"
    assert shown_state(canvas, qtbot, MORNING) == RED
    assert shown_state(canvas, qtbot, EVENING) == BLUE
    both = shown_state(canvas, qtbot, MORNING | EVENING)
    assert both == QColor("#e8e0d0")
    assert shown_state(canvas, qtbot, frozenset()) == BLUE


def test_a_state_that_was_seen_is_there_at_once(easel, qtbot):
    canvas = easel(WHOLE)
    for hidden in (MORNING, EVENING):
        shown_state(canvas, qtbot, hidden)
    with qtbot.assertNotEmitted(canvas._plate.refreshed, wait=200):
        canvas.set_hidden_groups(MORNING)
        assert color_at(canvas, *PATCH) == RED


def test_a_group_inside_a_group_and_copies_can_be_hidden(qapp):
    nested = b"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">
    <g id="outer"><g id="inner"><path id="a" d="M0 0z"/></g><path id="b" d="M0 0z"/></g>%s</svg>"""
    for more in (b"", b'<use href="#b"/>'):
        (layer, *_) = svg_layers(nested % more, {"inner"})
        assert b'id="a"' not in layer
        assert b'id="b"' in layer


def test_each_state_of_the_built_in_synapse_is_another_picture(qapp):
    svg = assets.path("diagrams", "synapse.svg").read_bytes()
    every = {"state-rest", "state-acute", "state-after", "state-chronic"}
    pictures = {b"".join(svg_layers(svg, every - {state})) for state in every}
    assert len(pictures) == 4
    assert all(b"state-rest" not in layer for layer in svg_layers(svg, every))


def test_a_baked_picture_never_stands_in_for_a_state(qapp, tmp_path):
    path = tmp_path / "all.png"
    baked = QImage(60, 40, QImage.Format.Format_RGB32)
    baked.fill(QColor("#ff00ff"))
    assert baked.save(str(path))
    plate = plate_of(WHOLE, first_pictures={False: path})
    plate.set_palette(LIGHT)
    for hidden, expected in ((MORNING, QColor(LIGHT.paper)), (frozenset(), QColor("#ff00ff"))):
        plate.set_hidden(hidden)
        image = QImage(600, 400, QImage.Format.Format_RGB32)
        with QPainter(image) as painter:
            plate.paint(painter, QRectF(image.rect()), QTransform(), image.size(), 1.0)
        assert image.pixelColor(300, 200) == expected


def scan_of(color) -> bytes:
    """Return a picture of one colour with a white left half."""
    image = QImage(60, 40, QImage.Format.Format_RGB32)
    image.fill(QColor(color))
    with QPainter(image) as painter:
        painter.fillRect(0, 0, 30, 40, Qt.GlobalColor.white)
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, "PNG")
    return data.data()


def show_scan(canvas, qtbot, data):
    canvas.set_scan(data)
    QCoreApplication.processEvents()
    qtbot.waitUntil(lambda: canvas._plate.is_settled)


def test_a_scan_lies_under_outlines_and_overlay(easel, qtbot):
    canvas = easel(WHOLE, labels_of({"core": (LESS, LESS)}))
    drawn = color_at(canvas, 400, 100)
    show_scan(canvas, qtbot, scan_of("#224466"))
    assert color_at(canvas, 400, 100) == QColor("#224466")
    assert color_at(canvas, 100, 100) == QColor("#ffffff")
    assert is_like(color_at(canvas, 300, 178), Effect.DECREASE), "the overlay stays"
    show_scan(canvas, qtbot, None)
    assert color_at(canvas, 400, 100) == drawn


def test_a_scan_is_mirrored_too(easel, qtbot):
    canvas = easel(WHOLE)
    canvas.set_mirrored(True)
    show_scan(canvas, qtbot, scan_of("#224466"))
    image = picture(canvas)
    middle = canvas.viewport().rect().center()
    assert image.pixelColor(middle.x() - 60, middle.y()) == QColor("#224466")
    assert image.pixelColor(middle.x() + 60, middle.y()) == QColor("#ffffff")


def test_another_scan_takes_the_place_of_the_first(easel, qtbot):
    canvas = easel(WHOLE)
    for color in ("#224466", "#446622"):
        show_scan(canvas, qtbot, scan_of(color))
        assert color_at(canvas, 400, 100) == QColor(color)


def test_what_is_no_picture_leaves_the_drawing(easel, qtbot):
    canvas = easel(WHOLE)
    drawn = color_at(canvas, 400, 100)
    show_scan(canvas, qtbot, b"no picture")
    assert color_at(canvas, 400, 100) == drawn


def test_a_scheme_keeps_more_of_its_colours_on_a_dark_ground():
    svg = b'<path fill="#ff8844"/>'
    brain, scheme = (
        QColor(recolor(svg, DARK, is_scheme=is_scheme).split(b'"')[1].decode())
        for is_scheme in (False, True)
    )
    assert scheme.hslSaturationF() > brain.hslSaturationF() + 0.1
    assert scheme.lightnessF() > brain.lightnessF()
    assert recolor(svg, LIGHT, is_scheme=True) == svg


@pytest.fixture
def swapped(easel, qtbot):
    """A canvas that showed one drawing, with everything, and then was given another."""
    looks = {"stem": (LESS, LESS), "tip": (MORE, MORE), "core": (LESS, MORE)}
    canvas = easel(WHOLE, labels_of(looks), links=[link()])
    canvas.set_hidden_groups(MORNING)
    canvas.show_selected("stem")
    canvas.zoom_in()
    canvas.tab_stops()[0].setFocus()
    picture(canvas)
    canvas.set_diagram(drawing_of(HALVES), plate_of(HALVES))
    return canvas


def test_nothing_stays_of_the_old_drawing(swapped, qtbot):
    settle(qtbot, swapped)
    assert buttons_of(swapped) == []
    assert swapped.tab_stops() == []
    assert swapped.zoom_factor == 1.0
    assert swapped.hasFocus()
    assert not swapped._stage.labels.placed
    middle = QPointF(swapped.viewport().rect().center())
    assert swapped.region_at(middle) is None


def test_the_new_drawing_works_like_the_first(swapped, qtbot):
    swapped.set_regions(NAMES)
    swapped.set_labels(labels_of({"kernel": (MORE, MORE), "stem": (LESS, LESS)}))
    settle(qtbot, swapped)
    assert is_like(color_at(swapped, 125, 165), Effect.INCREASE)
    assert [button.objectName() for button in swapped.tab_stops()] == [
        "region_kernel",
        "region_stem",
    ]
    assert swapped.findChild(QWidget, "region_stem").isChecked(), "the selection stays"
    assert not swapped.findChild(QWidget, "region_kernel").isChecked()


def test_mirroring_stays_when_the_drawing_changes(easel, qtbot):
    canvas = easel(WHOLE)
    canvas.set_mirrored(True)
    canvas.set_diagram(drawing_of(HALVES), plate_of(HALVES))
    settle(qtbot, canvas)
    left = canvas.scene_point(QPointF(canvas.viewport().rect().center() * 0.5))
    assert left.x() > 300
