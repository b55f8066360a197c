"""Colours: from the palette, seen on both grounds, told apart by people who confuse some."""

import itertools

import pytest
from PySide6.QtGui import QColor, QFont

from explorer.canvas.palette import DARK, LIGHT
from explorer.plots.style import PlotStyle
from tests.plots.reading import count_color

# Machado, Oliveira and Fernandes 2009, severity 1, on linear light.
CONFUSIONS = {
    "none": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


def linear(color):
    parts = (color.redF(), color.greenF(), color.blueF())
    return [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]


def seen(color, confusion):
    rgb = linear(color)
    mixed = [sum(k * c for k, c in zip(row, rgb, strict=True)) for row in CONFUSIONS[confusion]]
    return [min(max(value, 0.0), 1.0) for value in mixed]


def lab(rgb):
    rows = (
        (0.4124, 0.3576, 0.1805, 0.9505),
        (0.2126, 0.7152, 0.0722, 1.0),
        (0.0193, 0.1192, 0.9505, 1.089),
    )
    x, y, z = (
        cube_root(sum(k * c for k, c in zip(row[:3], rgb, strict=True)) / row[3]) for row in rows
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def cube_root(part):
    return part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116


def contrast(one, other):
    def light(color):
        return sum(k * c for k, c in zip((0.2126, 0.7152, 0.0722), linear(color), strict=True))

    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def style_of(palette):
    face = QFont()
    face.setPixelSize(13)
    return PlotStyle(palette, face)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("confusion", CONFUSIONS)
def test_first_two_series_are_told_apart_by_colour(palette, confusion):
    first, second = (style_of(palette).series(at).color for at in (0, 1))
    distance = (
        sum(
            (a - b) ** 2
            for a, b in zip(lab(seen(first, confusion)), lab(seen(second, confusion)), strict=True)
        )
        ** 0.5
    )
    assert distance > 20, f"{distance:.0f}"


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_series_stand_out_from_the_ground_and_differ_in_shape(palette):
    style = style_of(palette)
    looks = [style.series(at) for at in range(6)]
    for look in looks:
        assert contrast(look.color, palette.color("panel")) >= 3
    for one, other in itertools.combinations(looks, 2):
        assert one.symbol != other.symbol
        assert one.color != other.color


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("kind", ["bars", "course", "icons"])
def test_plots_are_painted_in_the_palette(plot, dataset, kind, palette):
    image = plot(dataset(kind), palette=palette).grab().toImage()
    assert image.pixelColor(5, 5) == palette.color("panel")
    for token in ("accent", "increase"):
        assert count_color(image, QColor(getattr(palette, token))) > 20, token


def test_everything_grows_with_the_text(plot, dataset):
    view = plot(dataset("points"))
    before = view.figure.graph.height_for(800)
    face = view.font()
    face.setPixelSize(26)
    view.setFont(face)
    assert view.figure.graph.height_for(800) > 1.7 * before
