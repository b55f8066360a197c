"""What the panel says for a view state."""

from collections.abc import Sequence
from typing import NamedTuple

from explorer.domain.claim import Claim
from explorer.domain.deferred import Deferred
from explorer.domain.library import Cell, Library
from explorer.domain.place import Place, PlaceKind
from explorer.domain.vocabulary import Lens, Phase, Use
from explorer.i18n import Words
from explorer.state.view_state import ViewState
from explorer.widgets.card_content import CardContent, card_content
from explorer.widgets.effect_section import CardPile, SectionContent
from explorer.widgets.gap_note import gap_content


class PanelContent(NamedTuple):
    """A selected place, written out.

    Attributes:
        region_id: the place.
        name: its name.
        kind: what kind of place it is; empty for a main region.
        use: name of the use.
        summary: what the place is or does.
        sections: one for each phase.
    """

    region_id: str
    name: str
    kind: str
    use: str
    summary: str
    sections: dict[Phase, SectionContent]


def panel_content(library: Library, state: ViewState, use: Use, words: Words) -> PanelContent:
    """Write out the selected place for one use.

    Args:
        library: the pack.
        state: where the person is; a place must be selected.
        use: which end of the slider (the state's own, or the other one for a cross-fade).
        words: interface texts in the state's language.
    """
    assert state.region is not None, "only for a selected place"
    place = library.place(state.region)
    sections = {
        phase: _section(
            library, library.cell_at(place.id, use, phase, state.lens, state.hour), state, words
        )
        for phase in Phase
    }
    use_name = next(note.name for note in library.info.uses if note.use is use)
    return PanelContent(
        place.id,
        place.name.at(state.language),
        _kind(place, words),
        use_name.at(state.language),
        place.summary.at(state.language, state.level),
        sections,
    )


def _section(library: Library, cell: Cell, state: ViewState, words: Words) -> SectionContent:
    claims, nearby = (
        _pile(library, claims, cell.place, state, words)
        for claims in (cell.claims, cell.untimed or cell.nearby)
    )
    # The opening sentence was written for all evidence: it does not hold for a part of it.
    has_summary = cell.summary is not None and not cell.hidden and cell.hour is None
    return SectionContent(
        words(f"section.{cell.phase}"),
        cell.summary.at(state.language, state.level) if cell.summary and has_summary else "",
        claims,
        nearby,
        gap_content(cell.gap, words) if cell.gap is not None and not claims.ids else None,
        " ".join(text for text in (hidden_note(cell, words), _elsewhen(cell, words)) if text),
        words("time.untimed") if cell.untimed else "",
        words("time.all") if cell.elsewhen and not cell.hidden else "",
    )


def _pile(
    library: Library, claims: Sequence[Claim], place: str, state: ViewState, words: Words
) -> CardPile:
    def write(at: int) -> CardContent:
        return card_content(library, claims[at], place, words, state.level)

    return CardPile(
        tuple(claim.id for claim in claims),
        Deferred(len(claims), write),
        only_gaps=all(claim.is_gap for claim in claims),
    )


def held(library: Library, state: ViewState, use: Use) -> tuple[tuple[str, ...], ...] | None:
    """Return the ids of what the panel shows at a moment, by phase; None for all times."""
    if state.hour is None or state.region is None:
        return None
    cells = (library.cell_at(state.region, use, phase, state.lens, state.hour) for phase in Phase)
    return tuple(tuple(claim.id for claim in cell.claims) for cell in cells)


def hidden_note(cell: Cell, words: Words) -> str:
    """Say how many claims the lens hides; empty when it hides none."""
    if cell.lens is Lens.ALL or not cell.hidden:
        return ""
    lens = words(f"lens.{cell.lens}")
    if cell.hidden == 1:
        return words("panel.hidden_one", lens=lens)
    return words("panel.hidden", n=cell.hidden, lens=lens)


def _elsewhen(cell: Cell, words: Words) -> str:
    if not cell.elsewhen:
        return ""
    key = "time.elsewhen.one" if cell.elsewhen == 1 else "time.elsewhen.many"
    return words(key, n=cell.elsewhen)


def _kind(place: Place, words: Words) -> str:
    return "" if place.kind is PlaceKind.MAIN else words(f"panel.kind.{place.kind}")
