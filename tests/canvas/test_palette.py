"""Colours that can be read by everyone (WCAG 2.2 contrast), in light and in dark."""

from itertools import combinations

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from explorer.canvas.glyph import glyph_path, hatch_brush
from explorer.canvas.palette import DARK, LIGHT
from explorer.domain.vocabulary import Effect

PALETTES = pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
GROUNDS = pytest.mark.parametrize("ground", ["paper", "panel"])


def luminance(color: QColor) -> float:
    def linear(value: float) -> float:
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(part) for part in color.getRgbF()[:3])
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: QColor, second: QColor) -> float:
    dark, light = sorted((luminance(first), luminance(second)))
    return (light + 0.05) / (dark + 0.05)


def test_the_measure_itself():
    assert contrast(QColor("#000000"), QColor("#ffffff")) == pytest.approx(21)
    assert contrast(QColor("#777777"), QColor("#ffffff")) == pytest.approx(4.48, abs=0.01)


@PALETTES
@GROUNDS
@pytest.mark.parametrize(("token", "least"), [("ink", 7.0), ("soft", 4.5), ("accent", 4.5)])
def test_texts_can_be_read(palette, ground, token, least):
    assert contrast(palette.color(token), palette.color(ground)) >= least


@PALETTES
def test_texts_on_coloured_grounds_can_be_read(palette):
    for token, ground in (
        ("on_accent", "accent"),
        ("accent", "accent_wash"),
        ("ink", "accent_wash"),
        ("ink", "well"),
        ("soft", "well"),
    ):
        ratio = contrast(palette.color(token), palette.color(ground))
        assert ratio >= 4.5, f"{token} on {ground}: {ratio:.2f}"


@PALETTES
@GROUNDS
@pytest.mark.parametrize("effect", Effect)
def test_signs_and_their_words_stand_out(palette, ground, effect):
    assert contrast(palette.effect(effect), palette.color(ground)) >= 3.0


@PALETTES
@GROUNDS
@pytest.mark.parametrize("effect", Effect)
def test_the_words_beside_signs_can_be_read_small(palette, ground, effect):
    # The words of the labels and of the legend are 12 and 13 px: body text for WCAG.
    assert contrast(palette.effect(effect), palette.color(ground)) >= 4.5


@PALETTES
def test_each_direction_has_a_colour_of_its_own(palette):
    colors = [palette.effect(effect).name() for effect in Effect]
    assert len(set(colors)) == len(colors)


def test_both_palettes_name_real_colours():
    for palette in (LIGHT, DARK):
        for name, value in palette._asdict().items():
            if isinstance(value, str):
                assert QColor(value).isValid(), name
    assert luminance(LIGHT.color("paper")) > 0.5 > luminance(DARK.color("paper"))


def mask(effect: Effect) -> QImage:
    image = QImage(40, 40, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.white)
    with QPainter(image) as painter:
        painter.fillPath(glyph_path(effect, QPointF(20, 20), 30), Qt.GlobalColor.black)
    return image


def test_signs_differ_in_shape_not_only_in_colour(qapp):
    masks = {effect: mask(effect) for effect in Effect}
    for first, second in combinations(Effect, 2):
        differing = sum(
            masks[first].pixel(x, y) != masks[second].pixel(x, y)
            for x in range(40)
            for y in range(40)
        )
        assert differing > 100, f"{first} looks like {second}"


@pytest.mark.parametrize("effect", Effect)
def test_signs_stay_inside_their_box(effect):
    box = QRectF(5, 5, 30, 30).adjusted(-1, -1, 1, 1)
    assert box.contains(glyph_path(effect, QPointF(20, 20), 30).boundingRect())


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_the_hatch_is_lines_with_gaps(qapp, ratio):
    side = round(70 * ratio)
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.white)
    with QPainter(image) as painter:
        painter.fillRect(QRectF(0, 0, 70, 70), hatch_brush("#6b7480", ratio))
    dark = sum(image.pixelColor(x, y).lightness() < 190 for x in range(side) for y in range(side))
    assert 0.08 < dark / side**2 < 0.5
