"""The drawn plate: a first picture at once, a sharp one soon, and no work that nobody needs."""

import pytest
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QTransform

from explorer import assets
from explorer.canvas.palette import DARK, LIGHT
from explorer.canvas.plate import Plate
from explorer.canvas.svg_picture import bake_picture, paint_svg, recolor, svg_layers
from tests.app.coffee import SVG
from tests.widgets.person import difference

BOX = QRectF(0, 0, 600, 400)
SIZE = QSize(300, 200)
TO_VIEW = QTransform.fromScale(0.5, 0.5)

TRICKY = b"""<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"
 viewBox="0 0 600 400">
<metadata>none</metadata>
<defs><linearGradient id="a"><stop offset="0" stop-color="#ff0000"/><stop offset="1"
 stop-color="#0000ff"/></linearGradient><path id="bit" d="M0 0h60v60h-60z"/></defs>
<rect id="first" width="600" height="400" fill="#eeeeee"/>
<use xlink:href="#bit" x="400" y="40" fill="#00aa00"/>
<g transform="translate(100 50) rotate(20)" opacity="0.5"><rect width="200" height="100"
 fill="url(#a)"/><circle id="dot" cx="120" cy="90" r="60" style="fill:#880088"/></g>
<use xlink:href="#dot" x="200" y="150"/>
<path d="M0 300C100 200 200 400 300 300" stroke="#000000" stroke-width="6" fill="none"/>
</svg>"""


def painted(documents, size=SIZE):
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    for document in documents:
        paint_svg(image, document, QRectF(0, 0, size.width(), size.height()))
    return image


@pytest.mark.parametrize(
    "svg",
    [SVG.encode(), TRICKY, assets.path("diagrams", "medial.svg").read_bytes()],
    ids=["coffee", "tricky", "built-in"],
)
def test_layers_make_the_same_picture_as_the_whole(qapp, svg):
    layers = svg_layers(svg)
    assert layers
    assert difference(painted([svg]), painted(layers)) < 0.2


def test_the_built_in_drawing_is_painted_in_many_turns():
    svg = assets.path("diagrams", "medial.svg").read_bytes()
    assert len(svg_layers(svg)) > 3


def test_the_comparison_finds_what_is_missing(qapp):
    svg = SVG.encode()
    assert difference(painted([svg]), painted(svg_layers(svg)[1:])) > 0.2


def test_light_colours_are_left_alone():
    assert recolor(SVG.encode(), LIGHT) == SVG.encode()


def test_dark_colours_are_quieter_and_darker():
    changed = recolor(b'<path fill="#ff8844" stroke="#FFFFFF"/><!-- #12 #1234567 -->', DARK)
    first, second = (QColor(part.decode()) for part in changed.split(b'"')[1:4:2])
    assert first.hslSaturationF() < QColor("#ff8844").hslSaturationF()
    assert first.lightnessF() < QColor("#ff8844").lightnessF()
    assert second.lightnessF() == pytest.approx(DARK.plate_lightness, abs=0.01)
    assert b"#12 #1234567" in changed


class Reader:
    """Gives the drawing, and counts how often it was asked."""

    def __init__(self):
        self.asked = 0

    def __call__(self):
        self.asked += 1
        return SVG.encode()


@pytest.fixture
def reader():
    return Reader()


@pytest.fixture
def plate(qapp, reader):
    made = Plate(reader, BOX)
    made.set_palette(LIGHT)
    return made


def shown(plate, to_view=TO_VIEW, size=SIZE):
    """Return what the plate paints now."""
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(QColor("#ff00ff"))
    with QPainter(image) as painter:
        plate.paint(painter, QRectF(0, 0, size.width(), size.height()), to_view, size, 1.0)
    return image


def test_the_ground_comes_first_then_the_drawing(qtbot, plate, reader):
    first = shown(plate)
    assert first.pixelColor(150, 100) == QColor(LIGHT.paper)
    assert not plate.is_settled
    assert reader.asked == 0, "the first frame waits for nothing"
    with qtbot.waitSignal(plate.refreshed) as blocker:
        shown(plate)
    assert blocker.args == []
    assert plate.is_settled
    sharp = shown(plate)
    assert difference(first, sharp) > 5
    expected = QImage(SIZE, QImage.Format.Format_RGB32)
    expected.fill(QColor(LIGHT.paper))
    paint_svg(expected, SVG.encode(), QRectF(0, 0, 300, 200))
    assert difference(expected, sharp) < 1


def test_a_baked_picture_is_there_in_the_first_frame(qapp, reader, tmp_path):
    pictures = {}
    for palette in (LIGHT, DARK):
        path = tmp_path / f"{palette.is_dark}.png"
        assert bake_picture(SVG.encode(), palette, QSize(600, 400)).save(str(path))
        pictures[palette.is_dark] = path
    plate = Plate(reader, BOX, pictures)
    for palette in (LIGHT, DARK):
        plate.set_palette(palette)
        image = shown(plate)
        assert image.pixelColor(150, 100) != QColor(palette.paper)
        assert image.pixelColor(1, 1) == QColor(palette.paper)
    assert reader.asked == 0


def test_it_is_painted_once_for_each_size(qtbot, plate, reader):
    count = []
    plate.refreshed.connect(lambda: count.append(1))
    shown(plate)
    qtbot.waitUntil(lambda: plate.is_settled)
    for _ in range(5):
        shown(plate)
    assert plate.is_settled
    smaller = QTransform.fromScale(0.4, 0.4)
    for _ in range(3):
        shown(plate, smaller)
    assert not plate.is_settled
    qtbot.waitUntil(lambda: plate.is_settled)
    shown(plate, smaller)
    assert len(count) == 2
    assert reader.asked == 1, "the drawing is read once"


def test_while_the_size_changes_only_the_last_is_painted(qtbot, plate):
    count = []
    plate.refreshed.connect(lambda: count.append(1))
    for step in range(20):
        shown(plate, QTransform.fromScale(0.4 + step / 100, 0.4 + step / 100))
    qtbot.waitUntil(lambda: plate.is_settled)
    assert len(count) == 1


def test_a_size_that_comes_back_is_not_painted_again(qtbot, plate, reader):
    shown(plate)
    qtbot.waitUntil(lambda: plate.is_settled)
    sharp = shown(plate)
    shown(plate, QTransform.fromScale(0.3, 0.3))
    with qtbot.assertNotEmitted(plate.refreshed, wait=400):
        assert shown(plate) == sharp
        assert plate.is_settled


def test_between_two_sizes_the_old_picture_is_stretched(qtbot, plate):
    shown(plate)
    qtbot.waitUntil(lambda: plate.is_settled)
    stretched = shown(plate, QTransform.fromScale(0.25, 0.25))
    assert stretched.pixelColor(75, 50) != QColor(LIGHT.paper)
    assert stretched.pixelColor(290, 190) == QColor(LIGHT.paper)


def test_another_palette_paints_anew(qtbot, plate):
    shown(plate)
    qtbot.waitUntil(lambda: plate.is_settled)
    light = shown(plate)
    plate.set_palette(LIGHT)
    assert plate.is_settled, "the same palette changes nothing"
    plate.set_palette(DARK)
    assert not plate.is_settled
    shown(plate)
    qtbot.waitUntil(lambda: plate.is_settled)
    dark = shown(plate)
    assert dark.pixelColor(1, 1) == QColor(DARK.paper)
    assert dark.pixelColor(150, 100).lightness() < light.pixelColor(150, 100).lightness()


def test_only_what_is_exposed_is_painted(qtbot, plate):
    shown(plate)
    qtbot.waitUntil(lambda: plate.is_settled)
    whole = shown(plate)
    part = QImage(SIZE, QImage.Format.Format_RGB32)
    part.fill(QColor("#ff00ff"))
    with QPainter(part) as painter:
        plate.paint(painter, QRectF(100, 50, 60, 40), TO_VIEW, SIZE, 1.0)
    assert part.pixelColor(99, 60) == QColor("#ff00ff")
    assert part.pixelColor(161, 60) == QColor("#ff00ff")
    assert part.copy(100, 50, 60, 40) == whole.copy(100, 50, 60, 40)
