"""The names beside a picture of a web page."""

from collections.abc import Collection, Sequence

from explorer.domain.library import Library
from explorer.domain.vocabulary import Hemispheres, Lens, Side
from explorer.export import web_labels
from explorer.export.markup import Markup, join, tag
from explorer.export.web_drawing import Cell, Drawn
from explorer.export.web_labels import Measures, Named, Spot
from explorer.export.web_signs import cell_class
from explorer.export.wording import Wording


def names(
    library: Library,
    drawn: Drawn,
    cells: Sequence[Cell],
    lens: Lens,
    words: Wording,
    sided: Collection[str] = (),
) -> Markup:
    """Write the names beside the picture, each with what is found there.

    They are for the eye: the regions themselves have the same names for assistive tools.

    Args:
        library: the pack.
        drawn: the drawing.
        cells: uses and phases that can be shown.
        lens: evidence that counts.
        words: interface texts.
        sided: regions of which left and right are drawn with what was found in each.
    """
    halves: dict[str, tuple[Side | None, ...]] = {}
    if drawn.diagram.side is Hemispheres.BOTH:
        # The names give directions only: a region of which but the strength differs needs one line.
        told = [region for region in sided if _goes_two_ways(library, region, cells, lens)]
        halves = dict.fromkeys(told, tuple(Side))
    named = [
        Named(
            shape.region,
            library.place_name(shape.region).at(words.language),
            point,
            halves.get(shape.region, (None,)),
        )
        for shape in drawn.shapes
        if (point := drawn.anchors.get(shape.region)) is not None
    ]
    sizes = Measures.of(drawn.box)
    written = [
        tag(
            "g",
            _leader(spot, sizes),
            *_lines(spot, sizes),
            *_notes(library, spot, sizes, cells, lens, words),
            class_="label",
            data_region=spot.region,
        )
        for spot in web_labels.spots(named, drawn.box)
    ]
    return tag("g", *written, class_="labels", aria_hidden="true")


def letters(drawn: Drawn, words: Wording, *, mirrored: bool) -> Markup:
    """Write which side of the picture is which side of the person."""
    if drawn.diagram.side is not Hemispheres.BOTH:
        return Markup()
    box = drawn.box
    sides = (Side.RIGHT, Side.LEFT) if mirrored else (Side.LEFT, Side.RIGHT)
    ends = (box.x + 0.03 * box.width, box.x + 0.97 * box.width)
    return join(
        tag(
            "text",
            words(f"stage.side.{side}"),
            x=f"{x:g}",
            y=f"{box.y + 0.06 * box.width:g}",
            text_anchor="middle",
            class_="letter",
        )
        for side, x in zip(sides, ends, strict=True)
    )


def _goes_two_ways(library: Library, region: str, cells: Sequence[Cell], lens: Lens) -> bool:
    """Whether left and right of a region have effects in another direction."""
    return any(
        len({library.summed_up(region, *cell, lens, side).effect for side in Side}) > 1
        for cell in cells
    )


def _leader(spot: Spot, sizes: Measures) -> Markup:
    way = 0.3 if spot.is_left else -0.3
    return tag(
        "line",
        x1=f"{spot.x + way * sizes.line:g}",
        y1=f"{spot.top + sizes.line * 0.5:g}",
        x2=f"{spot.anchor.x:g}",
        y2=f"{spot.anchor.y:g}",
        class_="leader",
    )


def _lines(spot: Spot, sizes: Measures) -> list[Markup]:
    return [
        tag("text", said, **_place(spot, sizes, row), class_="name")
        for row, said in enumerate(spot.lines)
    ]


def _notes(
    library: Library,
    spot: Spot,
    sizes: Measures,
    cells: Sequence[Cell],
    lens: Lens,
    words: Wording,
) -> list[Markup]:
    written = []
    for row, side in enumerate(spot.halves, start=1):
        place = _place(spot, sizes, len(spot.lines) - 1, below=row * sizes.note)
        for use, phase in cells:
            look = library.summed_up(spot.region, use, phase, lens, side)
            said = words(f"effect.{look.effect}")
            if side is not None:
                said = words("web.side", side=words(f"stage.side.{side}"), effect=said)
            name = f"look {cell_class(use, phase)} note {look.effect}"
            written.append(tag("text", said, **place, class_=name))
    return written


def _place(spot: Spot, sizes: Measures, row: int, below: float = 0.0) -> dict[str, str]:
    return {
        "x": f"{spot.x:g}",
        "y": f"{spot.top + sizes.line * (0.8 + row) + below:g}",
        "text_anchor": "end" if spot.is_left else "start",
    }
