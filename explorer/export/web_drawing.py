"""A drawing, read for a web page."""

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from explorer.domain.diagram import Diagram as PackDiagram
from explorer.domain.library import Library
from explorer.domain.vocabulary import Phase, Use
from explorer.export import web_shapes
from explorer.export.markup import tag
from explorer.export.web_labels import MARGIN
from explorer.export.web_once import Once
from explorer.export.web_plate import plate
from explorer.export.web_shapes import Shape
from explorer.geometry.box import Box, Point
from explorer.geometry.diagram import Diagram
from explorer.geometry.hit_index import HitIndex
from explorer.geometry.svg import read_diagram
from explorer.geometry.svg_safety import Element, read_safe
from explorer.geometry.visible import places

Cell = tuple[Use, Phase]
CELLS: tuple[Cell, ...] = tuple((use, phase) for use in Use for phase in Phase)


class Drawn(NamedTuple):
    """A drawing, read.

    Attributes:
        diagram: what the pack says of it.
        root: its elements.
        shapes: the regions that can be seen, in the order of painting.
        outlines: all that was found in it.
        anchors: a point well inside each region.
        prefix: goes before every name that it gets on the page.
    """

    diagram: PackDiagram
    root: Element
    shapes: list[Shape]
    outlines: Diagram
    anchors: dict[str, Point]
    prefix: str

    @property
    def box(self) -> Box:
        """The part of the plane that the drawing shows."""
        return self.outlines.view_box

    @property
    def wide_box(self) -> str:
        """The same with room for names on either side, as an SVG attribute."""
        margin = MARGIN * self.box.width
        x, y, width, height = self.box
        return f"{x - margin:g} {y:g} {width + 2 * margin:g} {height:g}"


def read_drawing(library: Library, diagram: PackDiagram, svg: bytes, prefix: str) -> Drawn:
    """Read a drawing.

    Args:
        library: the pack.
        diagram: which drawing it is.
        svg: its bytes.
        prefix: goes before every name that it gets on the page.

    Raises:
        SvgError: the drawing cannot be used.
    """
    names = [place.id for place in library.places if diagram.shows(place.kind)]
    outlines = read_diagram(svg, names, (), diagram.file)
    anchors = {name: place.anchor for name, place in places(HitIndex(outlines.shapes)).items()}
    shapes = web_shapes.whole_shapes(outlines, anchors, prefix)
    root = read_safe(svg, diagram.file)
    return Drawn(diagram, root, shapes, outlines, anchors, prefix)


def put_shapes(drawn: Drawn, shapes: Sequence[Shape], once: Once) -> None:
    """Write shapes, and what hides a part of them, for use in pictures."""
    box = drawn.box
    above = web_shapes.covers(shapes)
    size = max(box.width, box.height)
    for shape in shapes:
        once.add(shape.name, partial(web_shapes.definition, shape, size))
    for shape in shapes:
        if above[shape.name]:
            mask = partial(web_shapes.mask, shape, above[shape.name], box)
            once.add(f"{shape.name}-seen", mask)


def put_plate(drawn: Drawn, cell: Cell | None, once: Once) -> str:
    """Write the drawing itself for use in pictures.

    Args:
        drawn: the drawing.
        cell: use and phase, for a drawing that changes with them.
        once: what it is added to.

    Returns:
        Its name.
    """
    every = {name for state in drawn.diagram.states for name in state.show}
    shown = {
        name
        for state in drawn.diagram.states
        if cell is not None and (state.use, state.phase) == cell
        for name in state.show
    }
    at = "-".join(map(str, cell)).replace("_", "-") if cell and every else "rest"
    name = f"{drawn.prefix}{at}"
    once.add(name, lambda: tag("g", plate(drawn.root, f"{name}-", every - shown), id=name))
    return name
