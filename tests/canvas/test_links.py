"""Links: curves between regions that can be seen, clicked, and reached by keyboard."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from explorer.canvas.label_layer import LabelLayer
from explorer.canvas.link_item import link_curve
from explorer.canvas.palette import LIGHT
from explorer.domain.vocabulary import Effect
from tests.canvas.easel import (
    GAP,
    HALVES,
    LESS,
    LINK_NAMES,
    MORE,
    WHOLE,
    count_exact,
    easel,
    hover,
    labels_of,
    link,
    picture,
)
from tests.widgets.person import click, count_color, press

__all__ = ["easel"]

REGIONS = {"stem": (GAP, GAP), "tip": (GAP, GAP), "core": (GAP, GAP)}


@pytest.fixture
def linked(easel):
    """A canvas with a link from stem to tip, which is "less" at one end and "more" at the other."""
    return easel(WHOLE, labels_of(REGIONS), links=[link(looks=(LESS, MORE))])


def line_point(canvas, share=0.3, link_id="stem-tip") -> QPoint:
    """Return a pixel on the line."""
    path = canvas._stage._links.items[link_id]._path
    return canvas._zoom.to_view.map(path.pointAtPercent(share)).toPoint()


def along(canvas, image, color: QColor, link_id="stem-tip") -> float:
    """Return which share of the line between the signs has a colour."""
    spots = [line_point(canvas, share / 100, link_id) for share in range(20, 40)]
    near = [image.copy(spot.x() - 1, spot.y() - 1, 3, 3) for spot in spots]
    return sum(count_color(part, color, 40) > 0 for part in near) / len(near)


def test_a_link_is_painted_in_the_colour_of_its_direction(linked):
    for blend, effect in ((0.0, Effect.DECREASE), (1.0, Effect.INCREASE)):
        linked.set_blend(blend)
        assert along(linked, picture(linked), LIGHT.effect(effect)) == 1.0
    linked.set_links([])
    assert count_exact(picture(linked), LIGHT.effect(Effect.INCREASE)) == 0


def test_its_sign_tells_up_from_down(linked):
    images = []
    for blend in (0.0, 1.0):
        linked.set_blend(blend)
        middle = linked.findChild(QWidget, "region_stem-tip").geometry().center()
        images.append(picture(linked).copy(middle.x() - 6, middle.y() - 6, 13, 13))
    for image, effect in zip(images, (Effect.DECREASE, Effect.INCREASE), strict=True):
        assert count_color(image, LIGHT.effect(effect), 25) > 10


def changes_along(canvas, color: QColor) -> int:
    """Return how often the line begins or ends on the way."""
    image = picture(canvas)
    spots = [line_point(canvas, share / 400) for share in range(60, 340)]
    near = [image.copy(at.x() - 1, at.y() - 1, 3, 3) for at in spots]
    is_on = [count_color(part, color, 70) > 0 for part in near]
    return sum(first != second for first, second in pairwise(is_on))


def test_a_link_that_was_not_measured_is_dashed_and_has_no_sign(easel):
    canvas = easel(WHOLE, labels_of(REGIONS), links=[link(looks=(GAP, GAP))])
    assert changes_along(canvas, LIGHT.effect(Effect.UNKNOWN)) > 16
    middle = canvas.findChild(QWidget, "region_stem-tip").geometry().center()
    sign = picture(canvas).copy(middle.x() - 4, middle.y() - 4, 9, 9)
    assert count_color(sign, LIGHT.color("panel"), 2) == 0
    canvas.set_links([link(looks=(LESS, LESS))])
    assert changes_along(canvas, LIGHT.effect(Effect.DECREASE)) < 8


def test_a_click_on_the_line_picks_the_link(linked, qtbot):
    at = line_point(linked)
    with qtbot.waitSignal(linked.region_picked) as picked:
        click(linked.viewport(), at)
    assert picked.args == ["stem-tip"]
    assert linked.region_at(QPointF(at + QPoint(3, -3))) == "stem-tip", "it is easy to hit"
    assert linked.region_at(QPointF(at + QPoint(14, -14))) is None


def test_the_target_is_at_least_ten_pixels_wide_at_any_zoom(linked):
    for _ in range(3):
        path = linked._stage._links.items["stem-tip"]._path
        to_view = linked._zoom.to_view
        at = to_view.map(path.pointAtPercent(0.3))
        way = to_view.map(path.pointAtPercent(0.301)) - at
        across = QPointF(-way.y(), way.x()) / (way.x() ** 2 + way.y() ** 2) ** 0.5
        hits = [linked.region_at(at + across * step) for step in range(-8, 9)]
        assert 10 <= hits.count("stem-tip") <= 14
        linked.zoom_in()


def test_regions_keep_their_signs(linked):
    for name in ("stem", "tip"):
        middle = linked.findChild(QWidget, f"region_{name}").geometry().center()
        assert linked.region_at(QPointF(middle)) == name


def test_tab_reaches_links_after_the_regions_and_enter_picks_them(linked, qtbot):
    stops = [stop.objectName() for stop in linked.tab_stops()]
    assert stops == ["region_stem", "region_tip", "region_core", "region_stem-tip"]
    linked.activateWindow()
    press(linked.tab_stops()[2], Qt.Key.Key_Tab)
    button = linked.tab_stops()[-1]
    assert button.hasFocus()
    assert button.accessibleName() == LINK_NAMES["stem-tip"][0]
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        with qtbot.waitSignal(linked.region_picked) as picked:
            QTest.keyClick(button, key)
        assert picked.args == ["stem-tip"]
        linked.show_selected("stem-tip")
        linked.show_selected(None)


def test_arrows_walk_from_regions_to_links(linked):
    press(linked.tab_stops()[2], Qt.Key.Key_Right)
    assert linked.tab_stops()[3].hasFocus()


def test_a_link_is_described(linked):
    linked.describe_regions({"stem-tip": "Coupling was lower."})
    assert linked.tab_stops()[3].accessibleDescription() == "Coupling was lower."


def test_focus_and_pointer_show_its_name(linked):
    hover(linked, line_point(linked))
    card = linked.findChild(QWidget, "hover_card")
    assert card.isVisible()
    assert card.text == "Stem to tip. They touch."
    hover(linked, QPoint(3, 3))
    assert not card.isVisible()


def test_a_selected_link_stands_out_and_has_a_label(linked):
    before = count_exact(picture(linked), LIGHT.color("accent"))
    linked.show_selected("stem-tip")
    image = picture(linked)
    assert count_exact(image, LIGHT.color("accent")) > before + 300
    assert linked.findChild(QWidget, "region_stem-tip").isChecked()
    placed = {place.id: place for place in linked._stage.labels.placed}
    assert set(placed) == {*REGIONS, "stem-tip"}
    box = placed["stem-tip"].box
    assert linked.region_at(QPointF(box.x + 5, box.y + 5)) == "stem-tip"
    linked.show_selected("stem")
    picture(linked)
    assert {place.id for place in linked._stage.labels.placed} == set(REGIONS)


def test_a_hovered_link_stands_out(linked):
    before = count_exact(picture(linked), LIGHT.color("accent"))
    hover(linked, line_point(linked))
    assert count_exact(picture(linked), LIGHT.color("accent")) > before + 150


def test_a_link_without_an_end_on_the_drawing_is_left_out(easel):
    lonely = link("stem-far", targets=("far",))
    both = link("stem-tip", targets=("far", "tip"))
    canvas = easel(WHOLE, labels_of(REGIONS), links=[lonely, both])
    assert canvas.findChild(QWidget, "region_stem-far") is None
    assert canvas.findChild(QWidget, "region_stem-tip") is not None
    canvas.show_selected("stem-far")  # selected elsewhere; nothing to mark here
    picture(canvas)


def test_links_that_go_take_their_buttons_along(linked):
    at = line_point(linked)
    assert linked.region_at(QPointF(at)) == "stem-tip"
    linked.set_links([])
    QCoreApplication.processEvents()
    assert linked.findChild(QWidget, "region_stem-tip") is None
    assert linked.region_at(QPointF(at)) is None
    linked.set_links([link()])
    assert linked.findChild(QWidget, "region_stem-tip").isVisible()


def test_new_looks_keep_the_button_and_its_focus(linked):
    button = linked.tab_stops()[3]
    button.setFocus()
    linked.set_links([link(looks=(MORE, MORE))])
    assert linked.tab_stops()[3] is button
    assert along(linked, picture(linked), LIGHT.effect(Effect.INCREASE)) == 1.0


def test_a_link_of_paired_regions_is_drawn_in_both_halves(easel):
    looks = {"kernel": (GAP, GAP), "stem": (GAP, GAP)}
    both = link(origin="stem", targets=("kernel",), bend=0.2)
    canvas = easel(HALVES, labels_of(looks), links=[both])
    bounds = canvas._stage._links.items["stem-tip"].bounds
    assert bounds.left() < 160
    assert bounds.right() > 440
    assert bounds.center().x() == pytest.approx(300, abs=1), "they are alike"


@pytest.mark.parametrize("bend", [0.3, -0.3])
def test_the_sign_of_the_bend_is_the_side_to_which_it_bows(bend):
    middle = link_curve(QPointF(0, 0), QPointF(100, 0), bend).pointAtPercent(0.5)
    assert middle.x() == pytest.approx(50, abs=1)
    assert middle.y() == pytest.approx(100 * bend, abs=1)


def test_a_mirrored_link_can_be_clicked_where_it_is(linked):
    linked.set_mirrored(True)
    assert linked.region_at(QPointF(line_point(linked))) == "stem-tip"


NEAR_MIDLINE = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 400">
<circle data-region="kernel" data-side="left" id="a" cx="260" cy="60" r="30"/>
<circle data-region="kernel" data-side="right" id="b" cx="340" cy="60" r="30"/>
<circle data-region="tip" data-side="left" id="c" cx="260" cy="340" r="30"/>
<circle data-region="tip" data-side="right" id="d" cx="340" cy="340" r="30"/>
</svg>
"""


@pytest.mark.parametrize("bend", [0.4, -0.4])
def test_links_within_a_half_stay_in_it(easel, bend):
    looks = {"kernel": (GAP, GAP), "tip": (GAP, GAP)}
    within = link(origin="kernel", targets=("tip",), bend=bend)
    canvas = easel(NEAR_MIDLINE, labels_of(looks), links=[within])
    curves = canvas._stage._links.items["stem-tip"]._path.toSubpathPolygons()
    boxes = sorted((curve.boundingRect() for curve in curves), key=lambda box: box.left())
    assert len(boxes) == 2
    assert boxes[0].right() < 300 < boxes[1].left()


def test_names_are_not_placed_again_for_a_link_that_was_selected_before(linked, monkeypatch):
    def names():
        return {place.id: place.box for place in linked._stage.labels.placed}

    bare = names()
    linked.show_selected("stem-tip")
    named = names()
    assert set(named) == {*bare, "stem-tip"}
    monkeypatch.setattr(LabelLayer, "lay_out", None)  # whoever lays out now fails
    linked.show_selected(None)
    assert names() == bare
    linked.show_selected("stem-tip")
    assert names() == named
    monkeypatch.undo()
    linked.resize(linked.width() + 160, linked.height())
    QCoreApplication.processEvents()
    assert names() != named, "another size needs other places"
