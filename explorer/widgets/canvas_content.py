"""What the brain and the strip beside it say for a view state: names, looks, descriptions."""

from collections.abc import Sequence

from explorer.canvas.overlay import RegionLook, place_looks
from explorer.canvas.picture_content import look_text
from explorer.domain.diagram import Diagram
from explorer.domain.library import Library
from explorer.domain.place import EffectGroup, Place
from explorer.domain.vocabulary import Language, Use
from explorer.i18n import Words
from explorer.state.view_state import ViewState
from explorer.widgets.effect_strip import ChipContent


def slider_ends(library: Library, language: Language) -> dict[Use, tuple[str, str]]:
    """Return name and one-line note of each use."""
    return {use.use: (use.name.at(language), use.note.at(language)) for use in library.info.uses}


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
            look=look_text(looks[place.id], words, state.hour, state.lens),
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
                    look_text(looks[place.id], words, state.hour, state.lens),
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
        look=look_text(look, words, state.hour, state.lens),
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
