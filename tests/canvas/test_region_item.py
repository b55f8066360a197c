"""How a region is painted: its direction as a colour, its strength as density, a gap as hatch."""

from itertools import product

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath

from explorer.canvas.overlay import RegionLook
from explorer.canvas.palette import DARK, LIGHT
from explorer.canvas.region_item import RegionItem
from explorer.domain.vocabulary import Effect, Strength

PALETTES = pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
MEASURED = [effect for effect in Effect if effect is not Effect.UNKNOWN]
GAP = RegionLook(Effect.UNKNOWN, Strength.GAP)
LESS = RegionLook(Effect.DECREASE, Strength.STRONG)
MORE = RegionLook(Effect.INCREASE, Strength.STRONG)


def painted(palette, looks, blend=0.0):
    """Return a square region of 60 px, painted on a grey ground."""
    path = QPainterPath()
    path.addRect(QRectF(10, 10, 60, 60))
    item = RegionItem("square", path, path)
    item.set_looks(*looks)
    image = QImage(80, 80, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor("#808080"))
    with QPainter(image) as painter:
        item.paint(painter, palette, blend)
    return image


def inside(image):
    return [image.pixelColor(x, y) for x in range(14, 66) for y in range(14, 66)]


def distance(first, second):
    return sum(abs(a - b) for a, b in zip(first.getRgb()[:3], second.getRgb()[:3], strict=True))


@PALETTES
@pytest.mark.parametrize("effect", MEASURED)
def test_each_direction_has_its_own_even_colour(palette, effect):
    pixels = inside(painted(palette, [RegionLook(effect, Strength.STRONG)] * 2))
    assert len({pixel.name() for pixel in pixels}) == 1
    nearest = min(Effect, key=lambda other: distance(pixels[0], palette.effect(other)))
    assert nearest is effect


@PALETTES
def test_a_gap_is_hatched_and_has_no_colour_of_a_direction(palette):
    pixels = inside(painted(palette, (GAP, GAP)))
    lines = sum(distance(pixel, palette.color("gap")) < 60 for pixel in pixels)
    assert 0.08 < lines / len(pixels) < 0.5
    assert len({pixel.name() for pixel in pixels}) > 4
    for direction, pixel in product((Effect.DECREASE, Effect.INCREASE), pixels):
        assert distance(pixel, palette.effect(direction)) > 60


@PALETTES
@pytest.mark.parametrize("effect", MEASURED)
def test_stronger_evidence_is_painted_denser(palette, effect):
    ground = QColor("#808080")
    steps = [step for step in Strength if step > Strength.GAP]
    seen = [
        distance(inside(painted(palette, [RegionLook(effect, step)] * 2))[0], ground)
        for step in steps
    ]
    assert seen == sorted(seen)
    assert len(set(seen)) == len(steps)


def test_between_the_ends_both_looks_are_mixed():
    ends = [inside(painted(LIGHT, (LESS, MORE), blend))[0] for blend in (0.0, 1.0)]
    between = inside(painted(LIGHT, (LESS, MORE), 0.5))[0]
    assert distance(ends[0], ends[1]) > 100
    assert distance(between, ends[0]) > 40
    assert distance(between, ends[1]) > 40


@pytest.mark.parametrize("blend", [0.0, 0.3, 0.5, 0.7, 1.0])
def test_the_same_look_at_both_ends_never_flickers(blend):
    assert painted(LIGHT, (LESS, LESS), blend) == painted(LIGHT, (LESS, LESS), 0.0)


def test_a_gap_fades_in_from_a_colour():
    shares = []
    for blend in (0.0, 0.5, 1.0):
        pixels = inside(painted(LIGHT, (LESS, GAP), blend))
        shares.append(len({pixel.name() for pixel in pixels}))
    assert shares[0] == 1
    assert shares[1] > 1
    assert shares[2] > 1


def test_nothing_is_painted_outside_the_region():
    image = painted(LIGHT, (LESS, LESS))
    outside = [image.pixelColor(x, y) for x in range(80) for y in (2, 5, 75, 78)]
    assert {pixel.name() for pixel in outside} == {"#808080"}


def outlined(selection, *, hovered=False):
    path = QPainterPath()
    path.addRect(QRectF(10, 10, 60, 60))
    item = RegionItem("square", path, path)
    image = QImage(80, 80, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    with QPainter(image) as painter:
        item.paint_outline(painter, LIGHT)
        if selection or hovered:
            item.paint_ring(painter, LIGHT, selection)
    return image


def accent_pixels(image):
    accent = QColor(LIGHT.accent)
    every = (image.pixelColor(x, y) for x in range(80) for y in range(80))
    return sum(pixel.alpha() > 200 and distance(pixel, accent) < 30 for pixel in every)


def test_selection_and_hover_are_drawn_in_the_accent_colour():
    assert accent_pixels(outlined(0.0)) == 0
    hovered = accent_pixels(outlined(0.0, hovered=True))
    selected = accent_pixels(outlined(1.0))
    assert selected > hovered > 100
