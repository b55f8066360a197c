"""What the canvas says for a view state: labels, looks, and words for assistive tools."""

from explorer.canvas.label_layer import Label
from explorer.canvas.overlay import RegionLook, region_looks
from explorer.domain.library import Library
from explorer.domain.vocabulary import Use
from explorer.i18n import Words
from explorer.state.view_state import ViewState


def canvas_labels(library: Library, state: ViewState, words: Words) -> list[Label]:
    """Return the labels of all regions and landmarks, with both ends of the slider."""
    therapeutic = region_looks(library, Use.THERAPEUTIC, state.phase)
    chronic = region_looks(library, Use.CHRONIC, state.phase)
    labels = [
        Label(
            region.id,
            region.name.at(words.language),
            (look_text(therapeutic[region.id], words), look_text(chronic[region.id], words)),
            (therapeutic[region.id], chronic[region.id]),
        )
        for region in library.regions
    ]
    labels += [Label(mark.id, mark.name.at(words.language)) for mark in library.landmarks]
    return labels


def look_text(look: RegionLook, words: Words) -> str:
    """Say a look in words: direction and strength; a gap only says that it is one."""
    effect = words(f"effect.{look.effect}")
    if look.is_gap:
        return effect
    strength = words(f"strength.{look.strength.name.lower()}").lower()
    return words("label.note", effect=effect, strength=strength)


def region_texts(library: Library, state: ViewState, words: Words) -> dict[str, tuple[str, str]]:
    """Return name and one-line summary of each region."""
    return {
        region.id: (
            region.name.at(words.language),
            region.summary.at(words.language, state.level),
        )
        for region in library.regions
    }


def region_descriptions(library: Library, state: ViewState, words: Words) -> dict[str, str]:
    """Return what an assistive tool reads of each region: use, phase, effect, strength."""
    looks = region_looks(library, state.use, state.phase)
    use = next(note.name for note in library.info.uses if note.use is state.use)
    return {
        region.id: words(
            "region.description",
            use=use.at(words.language),
            phase=words(f"phase.{state.phase}"),
            look=look_text(looks[region.id], words),
            summary=region.summary.at(words.language, state.level),
        )
        for region in library.regions
    }


def selection_announcement(library: Library, state: ViewState, words: Words) -> str:
    """Return what is said aloud when the selection changes."""
    if state.region is None:
        return words("announce.cleared")
    looks = region_looks(library, state.use, state.phase)
    return words(
        "announce.selected",
        name=library.place(state.region).name.at(words.language),
        phase=words(f"phase.{state.phase}"),
        look=look_text(looks[state.region], words),
    )
