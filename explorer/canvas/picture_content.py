"""What a picture of the brain says for a view state: its places, their names and looks."""

from collections.abc import Collection, Sequence

from explorer.canvas.label import Label
from explorer.canvas.overlay import LinkLook, Looks, Rank, RegionLook, place_looks, side_looks
from explorer.domain.diagram import Diagram, DiagramState
from explorer.domain.library import Library
from explorer.domain.place import Place, PlaceKind
from explorer.domain.vocabulary import Lens, Side, Use
from explorer.i18n import Words
from explorer.state.view_state import ViewState


def drawn_places(library: Library, shapes: Collection[str]) -> tuple[Place, ...]:
    """Return the places that a drawing with these shapes shows: in reading order, then links."""
    return tuple(
        place
        for place in (*library.regions, *library.parts, *library.links)
        if _is_drawn(place, shapes)
    )


def cell_state(diagram: Diagram, state: ViewState) -> DiagramState | None:
    """Return what a diagram shows now; where it has nothing for a cell, what it shows at rest."""
    rest = diagram.state(None, None)
    if state.resting and rest is not None:
        return rest
    return diagram.state(state.use, state.phase) or rest


def hidden_groups(diagram: Diagram, state: ViewState) -> frozenset[str]:
    """Return the groups of a drawing that are left out now."""
    cell = cell_state(diagram, state)
    shown = set(cell.show) if cell is not None else set()
    switchable = {group for each in diagram.states for group in each.show}
    return frozenset(switchable - shown)


def canvas_labels(
    library: Library, places: Sequence[Place], state: ViewState, words: Words
) -> list[Label]:
    """Return the labels of regions or parts, and of landmarks, with both ends of the slider.

    Args:
        library: the pack.
        places: what the diagram shows; links among them have no label here.
        state: where the person is.
        words: interface texts.
    """
    shapes = [place for place in places if place.kind is not PlaceKind.LINK]
    ends = _both_ends(library, shapes, state)
    sides = side_looks(library, state.phase, state.lens, state.hour)
    labels = [
        Label(
            place.id,
            place.name.at(words.language),
            _notes(ends[place.id], words, state),
            ends[place.id],
            Rank.CONTEXT if place.kind is PlaceKind.CONTEXT else Rank.MAIN,
            sides.get(place.id),
            {
                side: _side_notes(looks, side, words, state)
                for side, looks in sides.get(place.id, {}).items()
            },
        )
        for place in shapes
    ]
    labels += [Label(mark.id, mark.name.at(words.language)) for mark in library.landmarks]
    return labels


def resting_labels(labels: list[Label]) -> list[Label]:
    """Return labels that only name: at rest nothing has an effect yet."""
    return [label._replace(is_silent=label.looks is not None) for label in labels]


def link_looks(
    library: Library, places: Sequence[Place], state: ViewState, words: Words
) -> list[LinkLook]:
    """Return how the links among some places are drawn."""
    links = [place for place in places if place.kind is PlaceKind.LINK]
    ends = _both_ends(library, links, state)
    return [
        LinkLook(
            link.id,
            link.origin,
            link.targets,
            link.bend,
            ends[link.id],
            link.name.at(words.language),
            _notes(ends[link.id], words, state),
        )
        for link in links
    ]


def look_text(
    look: RegionLook, words: Words, hour: float | None = None, lens: Lens = Lens.ALL
) -> str:
    """Say a look in words: direction and strength; a gap only says that it is one.

    Args:
        look: what is painted.
        words: interface texts.
        hour: the moment after intake that it is about, or None for all times.
        lens: the evidence that it is about. What a narrow one leaves out may have been measured.
    """
    effect = words(f"effect.{look.effect}")
    if look.is_gap:
        if hour is not None:
            return words("label.not_then")
        return effect if lens is Lens.ALL else words(f"label.not_{lens}")
    strength = words(f"strength.{look.strength.name.lower()}").lower()
    return words("label.note", effect=effect, strength=strength)


def _both_ends(library: Library, places: Sequence[Place], state: ViewState) -> dict[str, Looks]:
    ids = [place.id for place in places]
    first, second = (
        place_looks(library, ids, use, state.phase, state.lens, state.hour)
        for use in (Use.THERAPEUTIC, Use.CHRONIC)
    )
    return {place: (first[place], second[place]) for place in ids}


def _notes(ends: Looks, words: Words, state: ViewState) -> tuple[str, str]:
    first, second = (look_text(look, words, state.hour, state.lens) for look in ends)
    return first, second


def _side_notes(looks: Looks, side: Side, words: Words, state: ViewState) -> tuple[str, str]:
    first, second = (words(f"label.side.{side}", note=note) for note in _notes(looks, words, state))
    return first, second


def _is_drawn(place: Place, shapes: Collection[str]) -> bool:
    if place.kind is not PlaceKind.LINK:
        return place.id in shapes
    return place.origin in shapes and any(target in shapes for target in place.targets)
