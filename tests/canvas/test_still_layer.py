"""Layers that are kept as pictures: drawn seldom, and mixed between the ends of the slider."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QWidget

from explorer.canvas.still_layer import BlendLayer, StillLayer

WHOLE = QRect(0, 0, 40, 20)


@pytest.fixture
def viewport(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.resize(WHOLE.size())
    return widget


def ground():
    image = QImage(WHOLE.size(), QImage.Format.Format_RGB32)
    image.fill(QColor("#ffffff"))
    return image


def test_a_layer_is_drawn_twice_and_then_kept(viewport):
    count = []

    def draw(painter):
        count.append(1)
        painter.fillRect(0, 0, 20, 20, QColor("#204060"))

    layer = StillLayer()
    images = []
    for _ in range(4):
        image = ground()
        with QPainter(image) as painter:
            layer.paint(painter, viewport, WHOLE, "key", draw)
        images.append(image)
    assert len(count) == 2, "directly, and once for the picture"
    assert all(image == images[0] for image in images)
    image = ground()
    with QPainter(image) as painter:
        layer.paint(painter, viewport, WHOLE, "other key", draw)
    assert len(count) == 3


def draw_ends(painter, end):
    """Half-covering blue that stays, and a patch that turns from red to green."""
    painter.fillRect(0, 0, 20, 20, QColor(0, 0, 255, 128))
    painter.fillRect(20, 0, 20, 20, QColor(255, 0, 0) if end == 0 else QColor(0, 255, 0))


def blended(viewport, layer, blend):
    image = ground()
    with QPainter(image) as painter:
        layer.paint(painter, viewport, WHOLE, "key", blend, draw_ends)
    return image


@pytest.mark.parametrize("blend", [0.01, 0.3, 0.5, 0.77, 0.99])
def test_what_is_the_same_at_both_ends_stays_as_it_is(viewport, blend):
    layer = BlendLayer()
    expected = blended(viewport, layer, 0.0).pixelColor(5, 5)
    seen = blended(viewport, layer, blend).pixelColor(5, 5)
    parts = zip(expected.getRgb(), seen.getRgb(), strict=True)
    assert max(abs(a - b) for a, b in parts) <= 1


def test_what_differs_is_mixed_in_proportion(viewport):
    layer = BlendLayer()
    for blend in (0.0, 0.25, 0.5, 0.75, 1.0):
        color = blended(viewport, layer, blend).pixelColor(30, 10)
        assert color.red() == pytest.approx(255 * (1 - blend), abs=2)
        assert color.green() == pytest.approx(255 * blend, abs=2)


def test_only_what_is_exposed_is_painted(viewport):
    layer = BlendLayer()
    image = ground()
    with QPainter(image) as painter:
        layer.paint(painter, viewport, QRect(20, 0, 20, 20), "key", 0.5, draw_ends)
    assert image.pixelColor(5, 5) == QColor(Qt.GlobalColor.white)
    assert image.pixelColor(30, 10) != QColor(Qt.GlobalColor.white)
