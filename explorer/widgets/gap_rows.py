"""What the grid of known and unknown says, without a widget."""

from typing import NamedTuple

from explorer.domain.claim import Claim, Gap
from explorer.domain.finding import Overall
from explorer.domain.library import Cell, Library
from explorer.domain.place import EffectGroup, Place, PlaceKind
from explorer.domain.vocabulary import Lens, Level, Phase, Strength, Use
from explorer.i18n import Words
from explorer.state.view_state import ViewState

COLUMNS = tuple((use, phase) for use in Use for phase in Phase)
"""Use and phase of each column after the first, which names the place."""


class GridRow(NamedTuple):
    """A place, or the name of a group of places."""

    group: str
    place: Place | None


class GridCell(NamedTuple):
    """One place, one use, one phase.

    Attributes:
        is_hidden: something is known, but the lens hides all of it.
    """

    found: Overall
    is_hidden: bool

    @property
    def is_known(self) -> bool:
        """Whether anything is known through the lens."""
        return self.found.strength > Strength.GAP


class Told(NamedTuple):
    """What is said of a cell below the grid."""

    title: str
    text: str


def grid_rows(library: Library) -> tuple[GridRow, ...]:
    """Return every place under the name of its group, in reading order."""
    groups: dict[str, list[Place]] = {
        kind: [] for kind in (PlaceKind.MAIN, PlaceKind.CONTEXT, PlaceKind.LINK, PlaceKind.PART)
    }
    groups |= {group: [] for group in EffectGroup}
    for place in library.places:
        groups[place.group or place.kind].append(place)
    return tuple(
        row
        for group, places in groups.items()
        if places
        for row in (GridRow(group, None), *(GridRow(group, place) for place in places))
    )


def grid_cells(library: Library, lens: Lens) -> dict[tuple[str, Use, Phase], GridCell]:
    """Sum up every cell through a lens. No claim is read for it."""
    cells = {}
    for place in library.places:
        for use, phase in COLUMNS:
            found = library.summed_up(place.id, use, phase, lens)
            everything = library.summed_up(place.id, use, phase)
            is_hidden = found.strength is Strength.GAP and everything.strength > Strength.GAP
            cells[place.id, use, phase] = GridCell(found, is_hidden)
    return cells


def cell_word(cell: GridCell, words: Words) -> str:
    """Return the word in a cell: how strong the evidence is."""
    strength = words(f"strength.{cell.found.strength.name.lower()}")
    return words("gaps.behind_lens", strength=strength) if cell.is_hidden else strength


def column_names(library: Library, words: Words) -> list[str]:
    """Return the name of each column."""
    uses = {note.use: note.name.at(words.language) for note in library.info.uses}
    names = [f"{uses[use]}\n{words(f'phase.{phase}')}" for use, phase in COLUMNS]
    return [words("gaps.place"), *names]


def tell_place(place: Place, state: ViewState, words: Words) -> Told:
    """Say what a place is."""
    summary = place.summary.at(words.language, state.level)
    return Told(place.name.at(words.language), summary)


def tell_cell(
    library: Library, place: Place, use: Use, phase: Phase, state: ViewState, words: Words
) -> Told:
    """Say in words what is known, or that nothing is, when that was looked up, and why."""
    cell = library.cell(place.id, use, phase, state.lens)
    uses = {note.use: note.name.at(words.language) for note in library.info.uses}
    title = f"{place.name.at(words.language)} · {uses[use]} · {words(f'phase.{phase}')}"
    lines = _known(cell, state, words)
    if cell.gap is not None:
        lines.append(_gap(cell.gap, words))
    lines += [_gap_claim(claim, words, state.level) for claim in cell.claims if claim.is_gap]
    return Told(title, "\n".join(lines))


def _known(cell: Cell, state: ViewState, words: Words) -> list[str]:
    known = sum(not claim.is_gap for claim in cell.claims)
    lines = []
    if cell.summary is not None and known and not cell.hidden:
        # Through a lens that hides some of the claims, the summary would say too much.
        lines.append(cell.summary.at(words.language, state.level))
    if known:
        lines.append(words("gaps.claim" if known == 1 else "gaps.claims", n=known))
    if cell.hidden:
        key = "gaps.hidden_one" if cell.hidden == 1 else "gaps.hidden"
        lines.append(words(key, n=cell.hidden))
    return lines


def _gap(gap: Gap, words: Words) -> str:
    language = words.language
    return _told(words("gaps.none"), gap.date, gap.sought.at(language), gap.why.at(language), words)


def _gap_claim(claim: Claim, words: Words, level: Level) -> str:
    language = words.language
    statement = claim.statement.at(language, level)
    why = claim.caveat.at(language, level) if claim.caveat else ""
    if claim.search is None:
        return f"{statement} {why}".rstrip()
    return _told(statement, claim.search.date, claim.search.sought.at(language), why, words)


def _told(statement: str, date: str, sought: str, why: str, words: Words) -> str:
    parts = [
        statement,
        words("gaps.searched", date=words.month(date)),
        words("gaps.sought", what=sought),
    ]
    if why:
        parts.append(words("gaps.why", why=why))
    return " ".join(parts)
