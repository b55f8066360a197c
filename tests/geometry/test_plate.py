"""The built-in plate: its regions are where Qt paints them, and each can be clicked."""

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtSvg import QSvgRenderer

from explorer.geometry.hit_index import HitIndex
from explorer.geometry.svg import read_diagram
from explorer.geometry.visible import places

REGIONS = ("hippocampus", "amygdala", "hypothalamus")
LANDMARKS = ("thalamus", "corpus-callosum", "brainstem", "cerebellum", "pituitary", "raphe-nuclei")


@pytest.fixture(scope="module")
def diagram(plate):
    return read_diagram(plate, REGIONS, LANDMARKS, "medial.svg")


@pytest.fixture(scope="module")
def renderer(plate, qapp):
    # A stroke is part of an element's bounds in Qt, and not of an outline here.
    return QSvgRenderer(QByteArray(plate.replace(b" stroke=", b" data-stroke=")))


@pytest.mark.parametrize("name", REGIONS + LANDMARKS)
def test_bounds_are_those_of_qt(diagram, renderer, name):
    outline = {**diagram.shapes, **diagram.landmarks}[name]
    judged = renderer.transformForElement(name).mapRect(renderer.boundsOnElement(name))
    ours = outline.bounds
    theirs = (judged.left(), judged.top(), judged.right(), judged.bottom())
    assert (ours.x, ours.y, ours.right, ours.bottom) == pytest.approx(theirs, abs=0.01)


def test_regions_are_in_order_of_painting(diagram):
    assert tuple(diagram.shapes) == REGIONS


def test_view_box_is_read(diagram):
    assert diagram.view_box == (0, 0, 905, 755)


@pytest.mark.parametrize("name", REGIONS)
def test_middle_of_the_button_hits_the_region(diagram, name):
    index = HitIndex(diagram.shapes)
    where = places(index)[name]
    assert index.at(*where.button.centre) == name
    assert index.at(*where.anchor) == name
    assert diagram.shapes[name].bounds.holds(*where.anchor)
