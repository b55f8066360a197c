"""The pictures of a web page: the one that can be clicked, and those that stay as they are."""

from explorer.domain.handout import Sight
from explorer.domain.library import Library
from explorer.domain.vocabulary import Lens
from explorer.export import web_shapes
from explorer.export.markup import Markup, join, tag
from explorer.export.web_drawing import CELLS, Drawn, put_plate, put_shapes
from explorer.export.web_names import letters, names
from explorer.export.web_once import Once
from explorer.export.web_overlay import has_sides, looks, signs
from explorer.export.web_signs import cell_class, look_text
from explorer.export.wording import Wording
from explorer.geometry.box import Point


def explorable(library: Library, drawn: Drawn, words: Wording, chosen: str, once: Once) -> Markup:
    """Write the picture that can be clicked: all uses and phases, one of which is seen.

    Args:
        library: the pack.
        drawn: the drawing.
        words: interface texts.
        chosen: the region that is chosen at first, or nothing.
        once: gets what is used more than once.
    """
    put_shapes(drawn, drawn.shapes, once)
    plate = tag("use", href=f"#{put_plate(drawn, None, once)}")
    return tag(
        "div",
        _ground(drawn, plate),
        tag(
            "svg",
            *looks(library, drawn.shapes, CELLS, Lens.ALL),
            tag("g", *_buttons(library, drawn, words, chosen), class_="buttons"),
            signs(library, drawn, drawn.shapes, CELLS, Lens.ALL, _same),
            names(library, drawn, CELLS, Lens.ALL, words),
            letters(drawn, words, mirrored=False),
            id="picture",
            viewBox=drawn.wide_box,
            role="group",
            aria_label=words("canvas.name"),
        ),
        class_="layers",
    )


def still(library: Library, drawn: Drawn, sight: Sight, words: Wording, once: Once) -> Markup:
    """Write a picture that shows one thing and stays so.

    Args:
        library: the pack.
        drawn: the drawing.
        sight: what it shows.
        words: interface texts.
        once: gets what is used more than once.
    """
    box, cell = drawn.box, (sight.use, sight.phase)
    regions = [shape.region for shape in drawn.shapes]
    sided = [region for region in regions if has_sides(library, region, cell, sight.lens)]
    shapes = web_shapes.sided_shapes(drawn.outlines, drawn.shapes, sided)
    put_shapes(drawn, drawn.shapes, once)
    put_shapes(drawn, shapes, once)
    plate = tag("use", href=f"#{put_plate(drawn, cell, once)}")
    ringed = [shape for shape in drawn.shapes if shape.region == sight.region]
    picture = join(
        [
            *looks(library, shapes, (cell,), sight.lens),
            *(tag("use", href=f"#{shape.name}", class_="edge") for shape in drawn.shapes),
            *(tag("use", href=f"#{shape.name}", class_="halo ring") for shape in ringed),
        ]
    )
    turn = _same
    if sight.mirrored:
        flip = f"translate({2 * box.x + box.width:g} 0) scale(-1 1)"
        plate, picture = tag("g", plate, transform=flip), tag("g", picture, transform=flip)

        def turn(point: Point) -> Point:
            return Point(2 * box.x + box.width - point.x, point.y)

    turned = drawn._replace(anchors={name: turn(at) for name, at in drawn.anchors.items()})
    return tag(
        "div",
        _ground(drawn, plate),
        tag(
            "svg",
            picture,
            signs(library, drawn, shapes, (cell,), sight.lens, turn),
            names(library, turned, (cell,), sight.lens, words, sided),
            letters(drawn, words, mirrored=sight.mirrored),
            viewBox=drawn.wide_box,
            role="img",
            aria_label=drawn.diagram.title.at(words.language),
        ),
        class_="layers still",
    )


def status(library: Library, regions: list[str], words: Wording) -> Markup:
    """Write for each region and cell what is found there, in one line that is read aloud."""
    uses = {note.use: note.name.at(words.language) for note in library.info.uses}
    found = []
    for region in regions:
        name = library.place_name(region).at(words.language)
        said = {
            f"data-{cell_class(use, phase)}": words(
                "web.status",
                name=name,
                use=uses[use],
                phase=words(f"phase.{phase}"),
                look=look_text(library.summed_up(region, use, phase), words),
            )
            for use, phase in CELLS
        }
        first = next(iter(said.values()))
        found.append(tag("span", first, id=f"about-{region}", **said))
    return tag("div", *found, hidden=True)


def _ground(drawn: Drawn, plate: Markup) -> Markup:
    # A picture of its own: not every browser quietens colours inside one.
    return tag("svg", plate, class_="plate", viewBox=drawn.wide_box, aria_hidden="true")


def _buttons(library: Library, drawn: Drawn, words: Wording, chosen: str) -> list[Markup]:
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


def _same(point: Point) -> Point:
    return point
