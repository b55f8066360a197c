"""Pictures of both halves: a finding on one side is painted on that side of the patient."""

import pytest
from PySide6.QtCore import QPointF

from explorer.canvas.label_layer import Label, Rank
from explorer.canvas.palette import LIGHT
from explorer.canvas.silhouette import Silhouette
from explorer.domain.vocabulary import Effect, Side
from tests.canvas.easel import (
    GAP,
    HALVES,
    LESS,
    MORE,
    color_at,
    easel,
    is_like,
    labels_of,
    picture,
    point_of,
)
from tests.widgets.person import count_color

__all__ = ["easel"]

LEFT_AT, RIGHT_AT = (125, 165), (475, 165)
"""Points in either kernel, away from the sign in its middle. The file shows left at the left."""


def only_left():
    """Return labels for a finding on the patient's left; nothing was measured on the right."""
    sides = {Side.LEFT: (LESS, LESS), Side.RIGHT: (GAP, GAP)}
    label = Label("kernel", "Kernel", ("less", "less"), (LESS, LESS), Rank.MAIN, sides)
    return [label, *labels_of({"stem": (MORE, MORE)})]


def test_a_finding_on_the_left_is_painted_on_the_left_of_the_patient(easel):
    canvas = easel(HALVES, only_left())
    assert point_of(canvas, *LEFT_AT).x() < 450, "unmirrored, left is at the viewer's left"
    assert is_like(color_at(canvas, *LEFT_AT), Effect.DECREASE)
    assert not is_like(color_at(canvas, *RIGHT_AT), Effect.DECREASE)


def test_mirrored_it_is_at_the_other_side_of_the_screen(easel):
    canvas = easel(HALVES, only_left())
    before = point_of(canvas, *LEFT_AT)
    canvas.set_mirrored(True)
    after = point_of(canvas, *LEFT_AT)
    assert after.x() > 450 > before.x()
    assert after.y() == before.y()
    image = picture(canvas)
    assert is_like(image.pixelColor(after), Effect.DECREASE)
    assert not is_like(image.pixelColor(before), Effect.DECREASE), "the right is a gap"
    canvas.set_mirrored(False)
    assert is_like(picture(canvas).pixelColor(before), Effect.DECREASE)


@pytest.mark.parametrize("mirrored", [False, True])
def test_each_half_has_its_sign(easel, mirrored):
    canvas = easel(HALVES, labels_of({"kernel": (LESS, LESS)}))
    canvas.set_mirrored(mirrored)
    image = picture(canvas)
    for x in (150, 450):
        middle = point_of(canvas, x, 200)
        near = image.copy(middle.x() - 12, middle.y() - 12, 24, 24)
        assert count_color(near, LIGHT.color("panel")) > 60, "there is no sign"


@pytest.mark.parametrize("blend", [0.0, 0.4, 1.0])
def test_sides_hold_at_each_place_of_the_slider(easel, blend):
    canvas = easel(HALVES, only_left())
    canvas.set_blend(blend)
    assert is_like(color_at(canvas, *LEFT_AT), Effect.DECREASE)
    assert not is_like(color_at(canvas, *RIGHT_AT), Effect.DECREASE)


def test_sides_do_not_matter_where_there_are_no_halves(easel):
    sides = {Side.LEFT: (LESS, LESS), Side.RIGHT: (MORE, MORE)}
    label = Label("stem", "Stem", ("less", "less"), (MORE, MORE), Rank.MAIN, sides)
    canvas = easel(HALVES, [label])
    for x in (280, 320):
        assert is_like(color_at(canvas, x, 275), Effect.INCREASE)


@pytest.mark.parametrize("mirrored", [False, True])
def test_everything_can_be_hit_where_it_is_painted(easel, mirrored):
    canvas = easel(HALVES, only_left())
    canvas.set_mirrored(mirrored)
    for x, y in (LEFT_AT, RIGHT_AT):
        assert canvas.region_at(QPointF(point_of(canvas, x, y))) == "kernel"
    assert canvas.region_at(QPointF(point_of(canvas, 300, 300))) == "stem"
    button = canvas.findChild(object, "region_stem")
    assert button.geometry().contains(point_of(canvas, 300, 300))


def test_what_lies_aside_is_not_hit_at_its_old_place(easel):
    canvas = easel(HALVES, only_left())
    canvas.set_mirrored(True)
    canvas.zoom_in()
    middle = canvas.viewport().rect().center()
    assert canvas.scene_point(QPointF(middle)).x() == pytest.approx(300, abs=2)


def test_the_plate_is_mirrored_and_the_text_is_not(easel, qtbot):
    canvas = easel(HALVES, only_left())
    wing = point_of(canvas, 50, 200)
    mirrored_wing = point_of(canvas, 550, 200)
    plain = picture(canvas)
    assert plain.pixelColor(wing) != plain.pixelColor(mirrored_wing)
    canvas.set_mirrored(True)
    first = picture(canvas)
    qtbot.waitUntil(lambda: canvas._plate.is_settled)
    for image in (first, picture(canvas)):  # the old picture turned over, then a sharp one
        assert image.pixelColor(mirrored_wing) == plain.pixelColor(wing)
        assert image.pixelColor(wing) == plain.pixelColor(mirrored_wing)


def letters(image):
    """Return where something is written in the strip above the picture."""
    ink, strip = LIGHT.color("ink"), range(28)
    columns = range(image.width())
    return [x for x in columns if any(image.pixelColor(x, y) == ink for y in strip)]


def test_letters_stand_at_the_sides_as_the_mirror_says(easel):
    canvas = easel(HALVES, only_left())
    assert letters(picture(canvas)) == [], "nobody gave letters"
    canvas.set_side_letters("L", "")
    (left,) = {x // 450 for x in letters(picture(canvas))}
    canvas.set_mirrored(True)
    (mirrored,) = {x // 450 for x in letters(picture(canvas))}
    assert (left, mirrored) == (0, 1)
    canvas.set_side_letters("L", "R")
    assert {x // 450 for x in letters(picture(canvas))} == {0, 1}


ONE_SIDED = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 600">
<circle id="stem" cx="100" cy="30" r="25"/><rect x="60" y="100" width="80" height="480"/>
</svg>
"""


def test_labels_leave_the_letters_alone(easel):
    canvas = easel(ONE_SIDED, labels_of({"stem": (LESS, LESS)}))
    (place,) = canvas._stage.labels.placed
    assert place.box.y < 28, "without letters the label lies beside the stem"
    canvas.set_side_letters("L", "R")
    picture(canvas)
    (place,) = canvas._stage.labels.placed
    assert place.box.y > 28


def test_labels_keep_clear_of_the_mirrored_picture(easel):
    canvas = easel(ONE_SIDED, labels_of({"stem": (LESS, LESS)}))
    for mirrored, x in ((False, 60), (True, 140)):
        canvas.set_mirrored(mirrored)
        extent = Silhouette(canvas._drawing, canvas._zoom).extent(300, 310)
        assert extent[0] == pytest.approx(point_of(canvas, x, 300).x(), abs=4)
        assert extent[1] - extent[0] == pytest.approx(80 * canvas._zoom.scale, abs=4)


def test_a_context_region_is_fainter_until_it_is_selected(easel):
    shades = {}
    for rank in Rank:
        canvas = easel(HALVES, labels_of({"kernel": (LESS, LESS)}, rank=rank))
        shades[rank] = color_at(canvas, *LEFT_AT).saturation()
        canvas.show_selected("kernel")
        shades[rank, "selected"] = color_at(canvas, *LEFT_AT).saturation()
    assert shades[Rank.CONTEXT] < shades[Rank.MAIN] - 20
    assert shades[Rank.MAIN, "selected"] == shades[Rank.MAIN]
    assert shades[Rank.CONTEXT, "selected"] == pytest.approx(shades[Rank.MAIN], abs=3)


def test_a_name_is_there_for_each_region(easel):
    canvas = easel(HALVES, only_left())
    placed = {place.id for place in canvas._stage.labels.placed}
    assert placed == {"kernel", "stem"}
