"""The picture of a web page: the drawing, what the overlay says of it, and names beside it."""

from collections.abc import Sequence
from typing import NamedTuple

from explorer.domain.diagram import Diagram as PackDiagram
from explorer.domain.finding import Overall
from explorer.domain.handout import Sight
from explorer.domain.library import Library
from explorer.domain.place import PlaceKind
from explorer.domain.vocabulary import Effect, Hemispheres, Lens, Phase, Side, Use
from explorer.export import web_labels, web_shapes
from explorer.export.markup import Markup, join, tag
from explorer.export.web_plate import plate
from explorer.export.web_shapes import Shape
from explorer.export.web_signs import cell_class, look_text
from explorer.export.wording import Wording
from explorer.geometry.box import Box, Point
from explorer.geometry.diagram import Diagram
from explorer.geometry.hit_index import HitIndex
from explorer.geometry.svg import read_diagram
from explorer.geometry.svg_safety import Element, read_safe
from explorer.geometry.visible import places

Cell = tuple[Use, Phase]
CELLS: tuple[Cell, ...] = tuple((use, phase) for use in Use for phase in Phase)

_SIGN = 0.0011
"""Half a unit of a sign, as a share of the picture's width."""


class Drawn(NamedTuple):
    """A drawing, read.

    Attributes:
        diagram: what the pack says of it.
        root: its elements.
        shapes: the regions that can be seen, in the order of painting.
        outlines: all that was found in it.
        anchors: a point well inside each region.
    """

    diagram: PackDiagram
    root: Element
    shapes: list[Shape]
    outlines: Diagram
    anchors: dict[str, Point]


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
    return Drawn(diagram, read_safe(svg, diagram.file), shapes, outlines, anchors)


def explorable(library: Library, drawn: Drawn, words: Wording, chosen: str | None) -> Markup:
    """Write the picture that can be clicked: all uses and phases, one of which is seen.

    Args:
        library: the pack.
        drawn: the drawing.
        words: interface texts.
        chosen: the region that is chosen at first.
    """
    box = drawn.outlines.view_box
    return tag(
        "svg",
        _ground(drawn, drawn.shapes),
        *_looks(library, drawn.shapes, CELLS, Lens.ALL),
        tag("g", *_buttons(library, drawn, words, chosen), class_="buttons"),
        _signs(library, drawn, drawn.shapes, CELLS, Lens.ALL),
        _names(library, drawn, CELLS, Lens.ALL, words),
        id="picture",
        viewBox=_wide(box),
        role="group",
        aria_label=words("canvas.name"),
    )


def still(library: Library, drawn: Drawn, sight: Sight, words: Wording) -> Markup:
    """Write a picture that shows one thing and stays so.

    Args:
        library: the pack.
        drawn: the drawing.
        sight: what it shows.
        words: interface texts.
    """
    box = drawn.outlines.view_box
    cell = ((sight.use, sight.phase),)
    sided = [shape.region for shape in drawn.shapes if _has_sides(library, shape, cell, sight)]
    shapes = web_shapes.sided_shapes(drawn.outlines, drawn.shapes, sided)
    picture = join(
        [
            _ground(drawn, shapes, cell[0]),
            *_looks(library, shapes, cell, sight.lens),
            *(tag("use", href=f"#{shape.name}", class_="edge") for shape in drawn.shapes),
            *(
                tag("use", href=f"#{shape.name}", class_="ring")
                for shape in drawn.shapes
                if shape.region == sight.region
            ),
        ]
    )
    signs = _signs(library, drawn, shapes, cell, sight.lens, turn=sight.mirrored)
    if sight.mirrored:
        turn = f"translate({2 * box.x + box.width:g} 0) scale(-1 1)"
        picture = tag("g", picture, transform=turn)
        drawn = drawn._replace(
            anchors={name: _turned(at, box) for name, at in drawn.anchors.items()}
        )
    return tag(
        "svg",
        picture,
        signs,
        _names(library, drawn, cell, sight.lens, words),
        _letters(drawn.diagram, box, words, mirrored=sight.mirrored),
        class_="still",
        viewBox=_wide(box),
        role="img",
        aria_label=drawn.diagram.title.at(words.language),
    )


def _ground(drawn: Drawn, shapes: Sequence[Shape], cell: Cell | None = None) -> Markup:
    """Write the drawing itself, and what is used of it more than once."""
    box = drawn.outlines.view_box
    above = web_shapes.covers(shapes)
    prefix = f"{drawn.diagram.id}-plate-"
    defined = {shape.name: shape for shape in (*drawn.shapes, *shapes)}.values()
    return join(
        [
            tag(
                "defs",
                *(web_shapes.definition(shape, max(box.width, box.height)) for shape in defined),
                *(web_shapes.mask(shape, above[shape.name], box) for shape in shapes),
            ),
            tag("g", plate(drawn.root, prefix, _hidden(drawn.diagram, cell)), class_="plate"),
        ]
    )


def _hidden(diagram: PackDiagram, cell: Cell | None) -> set[str]:
    """Return the groups of a drawing that belong to other states than the one shown."""
    shown = {
        name
        for state in diagram.states
        if cell is not None and (state.use, state.phase) == cell
        for name in state.show
    }
    return {name for state in diagram.states for name in state.show} - shown


def _looks(
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
        inner = tag("g", *layers, class_="quiet" if is_quiet else None, data_of=shape.region)
        seen = f"url(#{shape.name}-seen)" if above[shape.name] else None
        written.append(tag("g", inner, mask=seen, class_="overlay"))
    return written


def _paint(shape: Shape, look: Overall) -> list[Markup]:
    href = f"#{shape.name}"
    if look.effect is not Effect.UNKNOWN:
        return [tag("use", href=href, class_="tint")]
    return [
        tag("use", href=href, class_="wash"),
        tag("use", href=href, class_="hatched", fill="url(#hatch)"),
    ]


def _has_sides(library: Library, shape: Shape, cells: Sequence[Cell], sight: Sight) -> bool:
    return any(
        library.summed_up(shape.region, use, phase, sight.lens, Side.LEFT)
        != library.summed_up(shape.region, use, phase, sight.lens, Side.RIGHT)
        for use, phase in cells
    )


def _buttons(library: Library, drawn: Drawn, words: Wording, chosen: str | None) -> list[Markup]:
    """Write the regions as buttons, in the order of reading."""
    order = [place.id for place in library.places]
    return [
        tag(
            "g",
            *(tag("use", href=f"#{shape.name}", class_=name) for name in ("edge", "halo", "ring")),
            id=f"region-{shape.region}",
            class_="region",
            tabindex="0",
            role="button",
            aria_label=library.place_name(shape.region).at(words.language),
            aria_pressed="true" if shape.region == chosen else "false",
            aria_describedby=f"about-{shape.region}",
            data_region=shape.region,
        )
        for shape in web_shapes.reading_order(drawn.shapes, order)
    ]


def _signs(
    library: Library,
    drawn: Drawn,
    shapes: Sequence[Shape],
    cells: Sequence[Cell],
    lens: Lens,
    *,
    turn: bool = False,
) -> Markup:
    """Write the sign of each shape that has an effect."""
    box = drawn.outlines.view_box
    signs = []
    for shape in shapes:
        at = drawn.anchors[shape.region] if shape.side is None else shape.outline.pole()
        at = _turned(at, box) if turn else at
        for use, phase in cells:
            look = library.summed_up(shape.region, use, phase, lens, shape.side)
            if look.effect is not Effect.UNKNOWN:
                signs.append(
                    tag(
                        "use",
                        href=f"#sign-{look.effect}",
                        class_=f"look {cell_class(use, phase)} mark {look.effect}",
                        transform=f"translate({at.x:g} {at.y:g}) scale({_SIGN * box.width:.3g})",
                    )
                )
    return tag("g", *signs, class_="signs", aria_hidden="true")


def _turned(at: Point, box: Box) -> Point:
    return Point(2 * box.x + box.width - at.x, at.y)


def _names(
    library: Library, drawn: Drawn, cells: Sequence[Cell], lens: Lens, words: Wording
) -> Markup:
    """Write the names beside the picture, each with what is found there."""
    box = drawn.outlines.view_box
    line, note = web_labels.Measures.of(box)
    names = [
        (shape.region, library.place_name(shape.region).at(words.language), point)
        for shape in drawn.shapes
        if (point := drawn.anchors.get(shape.region)) is not None
    ]
    written = []
    for spot in web_labels.spots(names, box):
        baseline = spot.top + line * 0.8
        end = "end" if spot.is_left else "start"
        place = {"x": f"{spot.x:g}", "text_anchor": end}
        reach = f"{spot.x + (0.3 if spot.is_left else -0.3) * line:g}"
        texts = [
            tag(
                "line",
                x1=reach,
                y1=f"{spot.top + line * 0.5:g}",
                x2=f"{spot.anchor.x:g}",
                y2=f"{spot.anchor.y:g}",
                class_="leader",
            )
        ]
        for row, said in enumerate(spot.lines):
            height = f"{baseline + row * line:g}"
            texts.append(tag("text", said, **place, y=height, class_="name"))
        below = f"{baseline + (len(spot.lines) - 1) * line + note:g}"
        for use, phase in cells:
            look = library.summed_up(spot.region, use, phase, lens)
            name = f"look {cell_class(use, phase)} note {look.effect}"
            said = words(f"effect.{look.effect}")
            texts.append(tag("text", said, **place, y=below, class_=name))
        written.append(tag("g", *texts, class_="label", data_region=spot.region))
    return tag("g", *written, class_="labels", aria_hidden="true")


def _letters(diagram: PackDiagram, box: Box, words: Wording, *, mirrored: bool) -> Markup:
    """Write which side of the picture is which side of the person."""
    if diagram.side is not Hemispheres.BOTH:
        return Markup()
    sides = (Side.RIGHT, Side.LEFT) if mirrored else (Side.LEFT, Side.RIGHT)
    ends = (box.x + 0.03 * box.width, box.x + 0.97 * box.width)
    return join(
        tag(
            "text",
            words(f"stage.side.{side}"),
            x=f"{x:g}",
            y=f"{box.y + 0.06 * box.width:g}",
            text_anchor="middle",
            class_="name",
        )
        for side, x in zip(sides, ends, strict=True)
    )


def descriptions(library: Library, drawn: Drawn, words: Wording) -> Markup:
    """Write for each region and cell what is found there, in one line that is read aloud."""
    uses = {note.use: note.name.at(words.language) for note in library.info.uses}
    found = []
    for shape in drawn.shapes:
        name = library.place_name(shape.region).at(words.language)
        said = {
            f"data-{cell_class(use, phase)}": words(
                "web.status",
                name=name,
                use=uses[use],
                phase=words(f"phase.{phase}"),
                look=look_text(library.summed_up(shape.region, use, phase), words),
            )
            for use, phase in CELLS
        }
        first = next(iter(said.values()))
        found.append(tag("span", first, id=f"about-{shape.region}", **said))
    return tag("div", *found, class_="unseen", id="about")


def _wide(box: Box) -> str:
    margin = web_labels.MARGIN * box.width
    return f"{box.x - margin:g} {box.y:g} {box.width + 2 * margin:g} {box.height:g}"
