"""Every cell of every place says something, be it that nobody knows."""

from collections import defaultdict
from itertools import product

from explorer.domain.claim import Claim
from explorer.domain.place import PlaceKind
from explorer.domain.problem import Problem
from explorer.domain.vocabulary import Phase, Use
from explorer.pack.document import Placed
from explorer.pack.draft import Draft
from explorer.pack.gather import CLAIMS, PLACES

CellKey = tuple[str, Use, Phase]


def regions_have_four_cells(draft: Draft) -> list[Problem]:
    """Each use with each phase, for the main regions."""
    if PLACES not in draft.read or lacks_claim_files(draft):
        return []
    there = _summed_up(draft)
    found: list[Problem] = []
    for region in draft.places:
        if region.value.kind is not PlaceKind.MAIN:
            continue
        for use, phase in product(Use, Phase):
            name = region.value.id
            if (name, use, phase) in there or cell_name(name, use, phase) in draft.rejected:
                continue
            what = f"the region `{name}` has no cell for {use}, {phase}"
            mend = f"add it under `cells:` in claims/{name}.yaml"
            found.append(region.problem("id", what=what, mend=mend))
    return found


def findings_have_a_cell(draft: Draft) -> list[Problem]:
    """Where something was found, a summary says what; of main regions this is known already."""
    if PLACES not in draft.read or lacks_claim_files(draft):
        return []
    there = _summed_up(draft)
    others = {part.value.id for part in draft.places if part.value.kind is not PlaceKind.MAIN}
    found: list[Problem] = []
    for cell, claims in claims_by_cell(draft).items():
        place, use, phase = cell
        findings = [part for part in claims if not part.value.is_gap]
        if place not in others or not findings:
            continue
        if cell in there or cell_name(*cell) in draft.rejected:
            continue
        what = f"the claim `{findings[0].value.id}` has no cell {place}, {use}, {phase} to open it"
        mend = "add a summary of that cell under `cells:`"
        found.append(findings[0].problem("about", what=what, mend=mend))
    return found


def cells_are_unique(draft: Draft) -> list[Problem]:
    """One summary for each section."""
    seen: dict[CellKey, str] = {}
    found: list[Problem] = []
    for part in draft.cells:
        name, summary = part.value
        place = f"{part.document.file}, line {part.document.line(part.path)}"
        first = seen.setdefault((name, summary.use, summary.phase), place)
        if first != place:
            what = f"the cell {name}, {summary.use}, {summary.phase} is there twice"
            found.append(part.problem(what=what, mend=f"keep one; the first is in {first}"))
    return found


def cells_have_a_claim(draft: Draft) -> list[Problem]:
    """A gap of a main region counts: it is a claim that nobody knows."""
    if lacks_claim_files(draft):
        return []
    said = claims_by_cell(draft)
    main = {part.value.id for part in draft.places if part.value.kind is PlaceKind.MAIN}
    found: list[Problem] = []
    for part in draft.cells:
        place, summary = part.value
        cell = (place, summary.use, summary.phase)
        if cell in said or cell_name(*cell) in draft.rejected:
            continue
        what = f"the cell {place}, {summary.use}, {summary.phase} has no claim about {place}"
        mend = "add a claim, or a gap (effect: unknown) that says nobody has measured it"
        if place not in main:
            mend = "add a claim, or remove this summary and list the cell under `gaps:`"
        found.append(part.problem(what=what, mend=mend))
    return found


def no_cell_is_silent(draft: Draft) -> list[Problem]:
    """Each use with each phase of a place that is no main region has a claim or a gap."""
    if PLACES not in draft.read or lacks_claim_files(draft):
        return []
    said = set(claims_by_cell(draft)) | {
        (part.value.about, use, phase) for part in draft.gaps for use, phase in part.value.cells
    }
    said |= _summed_up(draft)  # without a claim, a summary is a fault of its own
    found: list[Problem] = []
    for part in draft.places:
        place = part.value
        if place.kind is PlaceKind.MAIN or f"{place.id}/gap" in draft.rejected:
            continue
        silent = [
            f"{use}/{phase}"
            for use, phase in product(Use, Phase)
            if (place.id, use, phase) not in said
            and cell_name(place.id, use, phase) not in draft.rejected
        ]
        if silent:
            what = f"`{place.id}` has neither a claim nor a gap for {', '.join(silent)}"
            mend = "add a claim, or list the cell under `gaps:` in a file of claims"
            found.append(part.problem("id", what=what, mend=mend))
    return found


def claims_by_cell(draft: Draft) -> dict[CellKey, list[Placed[Claim]]]:
    """Return the claims about each cell; gaps of main regions are claims too."""
    by_cell: dict[CellKey, list[Placed[Claim]]] = defaultdict(list)
    for part in draft.claims:
        by_cell[part.value.about, part.value.use, part.value.phase].append(part)
    return dict(by_cell)


def lacks_claim_files(draft: Draft) -> bool:
    """Whether a file could not be used at all, so that nobody knows what it holds."""
    return any(name.startswith(f"{CLAIMS}/") for name in draft.unread)


def cell_name(place: str, use: str, phase: str) -> str:
    """Return how `Draft.rejected` names a cell of which an entry was left out."""
    return f"{place}/{use}/{phase}"


def _summed_up(draft: Draft) -> set[CellKey]:
    return {
        (part.value.place, part.value.summary.use, part.value.summary.phase) for part in draft.cells
    }


CHECKS = (
    regions_have_four_cells,
    findings_have_a_cell,
    cells_are_unique,
    cells_have_a_claim,
    no_cell_is_silent,
)
