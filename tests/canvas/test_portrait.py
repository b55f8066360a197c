"""Pictures that leave the program: as a drawing, as pixels, and on any painter."""

from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QTransform

from explorer.canvas.overlay import RegionLook
from explorer.canvas.palette import DARK, LIGHT
from explorer.canvas.picture_content import look_text
from explorer.canvas.portrait import (
    SCALES,
    SIZE,
    paint_portrait,
    portrait_image,
    portrait_png,
    portrait_svg,
    sight_title,
)
from explorer.domain.handout import Sight
from explorer.domain.vocabulary import Effect, Language, Lens, Phase, Side, Use
from explorer.i18n import words
from explorer.opening import open_built_in
from explorer.widgets.typeface import load_fonts
from tests.canvas.easel import count_exact

SIGHT = Sight("medial", 0, "amygdala", Use.CHRONIC, Phase.LONG_TERM, Lens.ALL)
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def opened():
    return open_built_in()


@pytest.fixture
def portrait(qapp, opened):
    """Return a function that gives the picture of a sight in one of its forms."""
    load_fonts()

    def make(form, sight=SIGHT, language=Language.EN, palette=LIGHT, **options):
        diagram = opened.library.info.views[sight.view][sight.plane]
        sheet = opened.open_diagram(diagram.id)
        return form(opened.library, sheet, sight, words(language), palette, **options)

    return make


def texts_of(svg):
    root = ET.fromstring(svg)
    return [" ".join("".join(text.itertext()).split()) for text in root.iter(f"{SVG}text")]


@pytest.mark.parametrize("language", list(Language))
def test_a_drawing_has_title_names_and_legend(portrait, opened, language):
    library, say = opened.library, words(language)
    svg = portrait(portrait_svg, language=language)
    root = ET.fromstring(svg)
    assert root.find(f"{SVG}title").text == sight_title(library, SIGHT, say)
    assert root.find(f"{SVG}desc").text == library.info.diagrams[0].caption.at(language)
    assert root.get("viewBox") == f"0 0 {SIZE.width()} {SIZE.height()}"
    texts = texts_of(svg)
    assert sight_title(library, SIGHT, say) in texts
    for place in ("amygdala", "hippocampus", "hypothalamus"):
        assert library.place_name(place).at(language) in texts
    legend = [say(f"effect.{effect}") for effect in Effect] + [say("legend.density")]
    assert [text for text in texts if text in legend][-len(legend) :] == legend
    info = library.info
    pack = say("export.version", title=info.title.at(language), version=info.version)
    assert texts[-1] == say("export.origin", pack=pack)


def test_a_drawing_holds_no_pixels(portrait):
    root = ET.fromstring(portrait(portrait_svg))
    assert not list(root.iter(f"{SVG}image"))
    assert len(list(root.iter(f"{SVG}path"))) > 100


@pytest.mark.parametrize("scale", SCALES)
def test_pixels_come_in_four_sizes(portrait, opened, scale):
    image = QImage.fromData(portrait(portrait_png, scale=scale), "png")
    assert image.size() == SIZE * scale
    assert image.dotsPerMeterX() == pytest.approx(96 * scale / 0.0254, abs=1)
    assert image.text("Title") == sight_title(opened.library, SIGHT, words(Language.EN))


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_pixels_have_the_legend(portrait, palette):
    image = portrait(portrait_image, palette=palette, scale=2)
    strip = image.copy(0, image.height() - 130, image.width(), 130)
    assert strip.pixelColor(1, 1) == palette.color("paper")
    for effect in Effect:
        assert count_exact(strip, palette.effect(effect)) > 20, effect


def test_the_picture_follows_the_sight(portrait):
    shown = SIGHT._replace(view="coronal", region="amygdala")
    changes = [
        {"region": "hippocampus"},
        {"region": None},
        {"use": Use.THERAPEUTIC},
        {"phase": Phase.ACUTE},
        {"lens": Lens.CONTROLLED},
        {"mirrored": True},
        {"plane": 1},
        {"view": "medial"},
        {"view": "synapse"},
    ]
    pictures = [portrait(portrait_svg, shown._replace(**change)) for change in [{}, *changes]]
    assert len(set(pictures)) == len(pictures)


def test_left_and_right_change_sides_with_the_mirror(portrait):
    def letters(mirrored):
        svg = portrait(portrait_svg, SIGHT._replace(view="coronal", mirrored=mirrored))
        return [text for text in texts_of(svg) if text in ("L", "R")]

    images = [
        portrait(portrait_image, SIGHT._replace(view="coronal", mirrored=mirrored))
        for mirrored in (False, True)
    ]
    assert letters(False) == ["L", "R"]
    assert images[0] != images[1]


def test_the_synapse_shows_what_happens_then(portrait):
    acute = SIGHT._replace(view="synapse", region=None, use=Use.THERAPEUTIC, phase=Phase.ACUTE)
    later = acute._replace(phase=Phase.LONG_TERM)
    paths = [
        len(list(ET.fromstring(portrait(portrait_svg, sight)).iter(f"{SVG}path")))
        for sight in (acute, later)
    ]
    assert paths[0] != paths[1], "groups of the drawing come and go"


def test_a_title_says_what_is_left_out(opened):
    say = words(Language.NL)
    title = sight_title(opened.library, SIGHT._replace(lens=Lens.HUMAN), say)
    assert title.startswith("Amygdala · ")
    assert title.endswith(say("lens.human.tip"))


def test_a_painter_is_left_as_it_was_and_only_its_box_is_painted(portrait):
    image = QImage(500, 400, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    with QPainter(image) as painter:

        def paint(*given):
            paint_portrait(painter, QRectF(100, 50, 300, 240), *given, width=500.0)

        painter.setOpacity(1.0)
        portrait(paint)
        assert painter.transform() == QTransform()
        assert not painter.hasClipping()
    outside = image.copy(0, 0, 500, 48), image.copy(0, 0, 98, 400), image.copy(402, 0, 98, 400)
    for part in (*outside, image.copy(0, 292, 500, 108)):
        assert count_exact(part, QColor("red")) == part.width() * part.height()
    assert count_exact(image.copy(100, 50, 300, 240), QColor("red")) == 0


@pytest.mark.parametrize("language", list(Language))
def test_where_both_halves_are_drawn_left_and_right_are_told_apart(portrait, opened, language):
    library, say = opened.library, words(language)
    found = {
        side: library.summed_up("hippocampus", Use.THERAPEUTIC, Phase.ACUTE, side=side)
        for side in Side
    }
    assert found[Side.LEFT] != found[Side.RIGHT], "the pack tells them apart"
    lines = {
        say(f"label.side.{side}", note=look_text(RegionLook(*look), say))
        for side, look in found.items()
    }
    shown = SIGHT._replace(use=Use.THERAPEUTIC, phase=Phase.ACUTE)
    assert lines <= set(texts_of(portrait(portrait_svg, shown._replace(view="coronal"), language)))
    assert not lines & set(texts_of(portrait(portrait_svg, shown, language)))
