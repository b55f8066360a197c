"""What the overlay of a web page's picture shows of each region."""

from collections.abc import Callable, Sequence

from explorer.domain.finding import Overall
from explorer.domain.library import Library
from explorer.domain.place import PlaceKind
from explorer.domain.vocabulary import Effect, Lens, Side
from explorer.export import web_shapes
from explorer.export.markup import Markup, tag
from explorer.export.web_drawing import Cell, Drawn
from explorer.export.web_shapes import Shape
from explorer.export.web_signs import cell_class
from explorer.geometry.box import Point

_SIGN = 0.0013
"""A tenth of half a sign, as a share of the picture's width."""


def looks(
    library: Library, shapes: Sequence[Shape], cells: Sequence[Cell], lens: Lens
) -> list[Markup]:
    """Write what the overlay shows of each shape, for each use and phase."""
    above = web_shapes.covers(shapes)
    written = []
    for shape in shapes:
        layers = []
        for use, phase in cells:
            look = library.summed_up(shape.region, use, phase, lens, shape.side)
            name = f"look {cell_class(use, phase)} {look.effect} s{int(look.strength)}"
            layers.append(tag("g", *_paint(shape, look), class_=name))
        is_quiet = library.place(shape.region).kind is PlaceKind.CONTEXT
        inner = tag("g", *layers, class_="quiet" if is_quiet else None)
        seen = f"url(#{shape.name}-seen)" if above[shape.name] else None
        written.append(tag("g", inner, mask=seen, class_="overlay"))
    return written


def signs(
    library: Library,
    drawn: Drawn,
    shapes: Sequence[Shape],
    cells: Sequence[Cell],
    lens: Lens,
    turn: Callable[[Point], Point],
) -> Markup:
    """Write the sign of each shape that has an effect.

    Args:
        library: the pack.
        drawn: the drawing.
        shapes: the regions, or their sides.
        cells: uses and phases that can be shown.
        lens: evidence that counts.
        turn: where a point of the drawing is in the picture.
    """
    written = []
    for shape in shapes:
        at = turn(drawn.anchors[shape.region] if shape.side is None else shape.outline.pole())
        place = f"translate({at.x:g} {at.y:g}) scale({_SIGN * drawn.box.width:.3g})"
        for use, phase in cells:
            look = library.summed_up(shape.region, use, phase, lens, shape.side)
            if look.effect is not Effect.UNKNOWN:
                sign = tag("use", href=f"#sign-{look.effect}", class_="mark")
                name = f"look {cell_class(use, phase)} {look.effect}"
                written.append(tag("g", sign, class_=name, transform=place))
    return tag("g", *written, class_="signs", aria_hidden="true")


def has_sides(library: Library, region: str, cell: Cell, lens: Lens) -> bool:
    """Whether left and right of a region show something else."""
    left, right = (library.summed_up(region, *cell, lens, side) for side in Side)
    return left != right


def _paint(shape: Shape, look: Overall) -> list[Markup]:
    href = f"#{shape.name}"
    if look.effect is not Effect.UNKNOWN:
        return [tag("use", href=href, class_="tint")]
    return [
        tag("use", href=href, class_="wash"),
        tag("use", href=href, fill="url(#hatch)"),
    ]
