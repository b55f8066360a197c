"""What the brain and the strip beside it say for a view state: names, looks, descriptions."""

from collections.abc import Sequence

from explorer.canvas.label_layer import Label, Rank
from explorer.canvas.overlay import LinkLook, RegionLook, place_looks, side_looks
from explorer.domain.diagram import Diagram
from explorer.domain.library import Library
from explorer.domain.place import EffectGroup, Place, PlaceKind
from explorer.domain.vocabulary import Use
from explorer.i18n import Words
from explorer.state.view_state import ViewState
from explorer.widgets.effect_strip import ChipContent

_Ends = tuple[RegionLook, RegionLook]


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
            _notes(ends[place.id], words, state.hour),
            ends[place.id],
            Rank.CONTEXT if place.kind is PlaceKind.CONTEXT else Rank.MAIN,
            sides.get(place.id),
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
            _notes(ends[link.id], words, state.hour),
        )
        for link in links
    ]


def look_text(look: RegionLook, words: Words, hour: float | None = None) -> str:
    """Say a look in words: direction and strength; a gap only says that it is one.

    Args:
        look: what is painted.
        words: interface texts.
        hour: the moment after intake that it is about, or None for all times.
    """
    effect = words(f"effect.{look.effect}")
    if look.is_gap:
        return effect if hour is None else words("label.not_then")
    strength = words(f"strength.{look.strength.name.lower()}").lower()
    return words("label.note", effect=effect, strength=strength)


def region_texts(
    places: Sequence[Place], state: ViewState, words: Words
) -> dict[str, tuple[str, str]]:
    """Return name and one-line summary of each place."""
    return {
        place.id: (place.name.at(words.language), place.summary.at(words.language, state.level))
        for place in places
    }


def region_descriptions(
    library: Library, places: Sequence[Place], state: ViewState, words: Words
) -> dict[str, str]:
    """Return what an assistive tool reads of each place: use, phase, effect, strength."""
    looks = _looks(library, places, state.use, state)
    use = next(note.name for note in library.info.uses if note.use is state.use)
    return {
        place.id: words(
            "region.description",
            use=use.at(words.language),
            phase=words(f"phase.{state.phase}"),
            look=look_text(looks[place.id], words, state.hour),
            summary=place.summary.at(words.language, state.level),
        )
        for place in places
    }


def resting_descriptions(places: Sequence[Place], state: ViewState, words: Words) -> dict[str, str]:
    """Return what an assistive tool reads of each place at rest: no effect yet."""
    return {
        place.id: f"{words('stage.rest')}. {place.summary.at(words.language, state.level)}"
        for place in places
    }


def effect_groups(
    library: Library, state: ViewState, words: Words
) -> list[tuple[str, list[ChipContent]]]:
    """Return the chips of the strip beside the brain, in their groups."""
    looks = _looks(library, library.effects, state.use, state)
    return [
        (
            words(f"strip.{group}"),
            [
                ChipContent(
                    place.id,
                    place.name.at(words.language),
                    look_text(looks[place.id], words, state.hour),
                    looks[place.id],
                )
                for place in library.effects
                if place.group is group
            ],
        )
        for group in EffectGroup
    ]


def selection_announcement(library: Library, state: ViewState, words: Words) -> str:
    """Return what is said aloud when the selection changes."""
    if state.region is None:
        return words("announce.cleared")
    place = library.place(state.region)
    look = _looks(library, [place], state.use, state)[place.id]
    return words(
        "announce.selected",
        name=place.name.at(words.language),
        phase=words(f"phase.{state.phase}"),
        look=look_text(look, words, state.hour),
    )


def strip_fields(state: ViewState) -> tuple[object, ...]:
    """Return the fields that the strip of effects depends on."""
    return state.use, state.phase, state.lens, state.language, state.level, state.hour


def announcement(
    library: Library, diagram: Diagram, old: ViewState, new: ViewState, words: Words
) -> str:
    """Return what assistive tools say of a change; empty when it speaks for itself."""
    if (old.tour, old.step) != (new.tour, new.step):
        return ""  # the tour speaks
    if (old.region, old.use) != (new.region, new.use):
        return selection_announcement(library, new, words)
    if (old.view, old.plane) != (new.view, new.plane):
        return diagram.title.at(new.language)
    if old.lens is not new.lens:
        return words("announce.lens", lens=words(f"lens.{new.lens}.tip"))
    return ""


def _looks(
    library: Library, places: Sequence[Place], use: Use, state: ViewState
) -> dict[str, RegionLook]:
    ids = (place.id for place in places)
    return place_looks(library, ids, use, state.phase, state.lens, state.hour)


def _both_ends(library: Library, places: Sequence[Place], state: ViewState) -> dict[str, _Ends]:
    first = _looks(library, places, Use.THERAPEUTIC, state)
    second = _looks(library, places, Use.CHRONIC, state)
    return {place.id: (first[place.id], second[place.id]) for place in places}


def _notes(ends: _Ends, words: Words, hour: float | None) -> tuple[str, str]:
    return look_text(ends[0], words, hour), look_text(ends[1], words, hour)
