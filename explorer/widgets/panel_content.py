"""What the panel says for a view state."""

from typing import NamedTuple

from explorer.domain.library import Library
from explorer.domain.vocabulary import Phase, Use
from explorer.i18n import Words
from explorer.state.view_state import ViewState
from explorer.widgets.card_content import card_content
from explorer.widgets.effect_section import SectionContent


class PanelContent(NamedTuple):
    """A selected region, written out.

    Attributes:
        region_id: the region.
        name: its name.
        use: name of the use.
        summary: what the region does.
        sections: one for each phase.
    """

    region_id: str
    name: str
    use: str
    summary: str
    sections: dict[Phase, SectionContent]


def panel_content(library: Library, state: ViewState, use: Use, words: Words) -> PanelContent:
    """Write out the selected region for one use.

    Args:
        library: the pack.
        state: where the person is; a region must be selected.
        use: which end of the slider (the state's own, or the other one for a cross-fade).
        words: interface texts in the state's language.
    """
    assert state.region is not None, "only for a selected region"
    region = library.place(state.region)
    sections = {}
    for phase in Phase:
        cell = library.cell(region.id, use, phase)
        claims, nearby = (
            tuple(card_content(library, claim, region.id, words, state.level) for claim in claims)
            for claims in (cell.claims, cell.nearby)
        )
        sections[phase] = SectionContent(
            words(f"section.{phase}"),
            cell.summary.at(state.language, state.level) if cell.summary else "",
            claims,
            nearby,
        )
    use_name = next(note.name for note in library.info.uses if note.use is use)
    return PanelContent(
        region.id,
        region.name.at(state.language),
        use_name.at(state.language),
        region.summary.at(state.language, state.level),
        sections,
    )
