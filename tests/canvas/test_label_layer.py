"""How labels are written: what goes first where there is little room, and where signs stand."""

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QFontMetricsF

from explorer.canvas.anchors import Anchors
from explorer.canvas.label_faces import LabelFaces
from explorer.canvas.label_layer import Label, LabelLayer, Rank
from explorer.canvas.labels import Scene
from explorer.opening import open_built_in
from tests.canvas.easel import LESS

LONG = "a rather long name (and what it means)"


@pytest.fixture(scope="module")
def built_in():
    return open_built_in()


def heights(stage_height, width=900.0):
    """Return the heights of six main and six context labels on a stage."""
    layer = LabelLayer()
    layer.set_font(QFont("Inter", 10))
    labels = [
        Label(f"{rank}{number}", "Name", ("note", "note"), (LESS, LESS), rank)
        for rank in Rank
        for number in range(6)
    ]
    layer.set_labels(labels)
    spots = {
        label.id: ((None, QPointF(300 + 60 * (at % 6), 10 + 10 * at)),)
        for at, label in enumerate(labels)
    }
    scene = Scene(width, stage_height, lambda top, bottom: (250.0, width - 250.0), {})
    layer.lay_out(spots, scene, is_whole=True)
    found = {rank: {p.box.height for p in layer.placed if p.id.startswith(rank)} for rank in Rank}
    assert len(layer.placed) == 12
    return found[Rank.MAIN], found[Rank.CONTEXT]


def test_on_a_low_stage_second_lines_go_those_of_context_regions_first(qapp):
    (full_main,), (full_context,) = heights(800)
    (main,), (context,) = heights(265)
    assert main == full_main
    assert context < full_context
    (lowest_main,), (lowest_context,) = heights(180)
    assert lowest_main < full_main
    assert lowest_context == context


def test_long_names_are_broken_and_nothing_is_lost(qapp):
    faces = LabelFaces()
    faces.set_font(QFont("Inter", 10))
    for width in (500.0, 1200.0):
        faces.fit(width)
        label = Label("a", LONG, ("note", "note"), (LESS, LESS))
        lines = faces.lines(label)
        assert len(lines) > 1
        assert " ".join(lines) == LONG
        widest = max(QFontMetricsF(faces.name(label)).horizontalAdvance(line) for line in lines)
        assert faces.size(label)[0] >= widest
        assert faces.lines(label._replace(name="short")) == ("short",)


def test_only_a_word_that_is_much_too_long_is_broken_at_its_hyphen(qapp):
    faces = LabelFaces()
    faces.set_font(QFont("Inter", 10))
    faces.fit(500.0)
    long = Label("a", "Vasopressine-receptorwoorden V1A", ("", ""), (LESS, LESS))
    assert faces.lines(long)[0] == "Vasopressine-"
    assert faces.lines(long)[1].startswith("receptorwoorden")
    assert faces.lines(long._replace(name="5-HT1A")) == ("5-HT1A",)


def test_main_regions_are_written_louder_than_context_and_those_than_landmarks(qapp):
    faces = LabelFaces()
    faces.set_font(QFont("Inter", 10))
    main, context = (Label("a", "A", ("", ""), (LESS, LESS), rank) for rank in Rank)
    landmark = Label("a", "A")
    assert faces.name(main).weight() > faces.name(context).weight()
    sizes = [faces.name(label).pixelSize() for label in (main, context, landmark)]
    assert sizes == sorted(sizes, reverse=True)
    assert len(set(sizes)) == 3


@pytest.mark.parametrize("diagram", ["coronal", "coronal-front", "axial", "axial-upper"])
def test_signs_of_both_halves_are_in_their_half_and_apart(built_in, diagram):
    drawing = built_in.open_diagram(diagram).drawing
    anchors = Anchors(drawing)
    assert drawing.halves
    for region_id, sides in drawing.halves.items():
        spots = dict(anchors.spots(region_id))
        assert set(spots) == set(sides)
        for side, point in spots.items():
            assert sides[side].contains(point.x(), point.y()), f"{region_id}, {side}"
            later = list(drawing.outlines)[list(drawing.outlines).index(region_id) + 1 :]
            for other in later:
                assert not drawing.outlines[other].contains(point.x(), point.y())
        first, second = spots.values()
        assert (first - second).manhattanLength() > 24, f"the signs of {region_id} overlap"
        assert abs(first.y() - second.y()) < 12, f"{region_id} is drawn alike on both sides"


def test_a_region_that_is_drawn_once_has_one_sign(built_in):
    anchors = Anchors(built_in.drawing)
    for region_id, anchor in built_in.drawing.anchors.items():
        assert anchors.spots(region_id) == ((None, anchor),)
    assert anchors.spots("nowhere") == ()
