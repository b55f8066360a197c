"""A region that is drawn left and right is one region with two halves."""

import pytest

from explorer.domain.vocabulary import Side
from explorer.geometry.svg import read_diagram
from explorer.geometry.svg_error import SvgError
from explorer.geometry.svg_groups import group_ids

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">'
LEFT = '<path data-region="a" data-side="left" d="M1 1h2v2h-2z"/>'
RIGHT = '<g data-region="a" data-side="right"><path d="M7 1h1v2h-1z"/><path d="M8 1h1v2h-1z"/></g>'
OTHER = '<path id="b" d="M4 6h2v2h-2z"/>'


def read(*shapes):
    return read_diagram(f"{HEAD}{''.join(shapes)}</svg>".encode(), ["a", "b"])


@pytest.mark.parametrize("order", [(LEFT, RIGHT), (RIGHT, LEFT), (LEFT, OTHER, RIGHT)])
def test_both_halves_are_one_region(order):
    diagram = read(*order, OTHER if OTHER not in order else "")
    assert set(diagram.shapes) == {"a", "b"}
    assert tuple(diagram.shapes["a"].bounds) == (1, 1, 8, 2)
    assert set(diagram.halves) == {"a"}
    halves = {side: tuple(outline.bounds) for side, outline in diagram.halves["a"].items()}
    assert halves == {Side.LEFT: (1, 1, 2, 2), Side.RIGHT: (7, 1, 2, 2)}


def test_one_half_alone_is_a_region():
    diagram = read(LEFT, OTHER)
    assert tuple(diagram.shapes["a"].bounds) == tuple(diagram.halves["a"][Side.LEFT].bounds)


def test_what_has_no_side_has_no_halves():
    assert read(OTHER).halves == {}


@pytest.mark.parametrize(
    "more",
    [
        LEFT.replace("M1", "M5"),
        '<path id="a" d="M5 5h1v1z"/>',
        '<path data-region="a" data-side="right" d="M5 5h1v1z"/>' * 2,
    ],
)
def test_a_half_is_there_once(more):
    with pytest.raises(SvgError, match="is there twice"):
        read(LEFT, more)


def test_a_third_half_is_refused():
    with pytest.raises(SvgError, match="is there twice"):
        read(LEFT, RIGHT, LEFT)


def test_groups_are_found_at_any_depth():
    svg = f'{HEAD}<g id="x"><path id="p" d="M0 0h1v1z"/><g id="y"/></g><g/></svg>'
    assert group_ids(svg.encode(), "x.svg") == {"x", "y"}
