"""Every region has its four cells, and every cell says something, be it that nobody knows."""

from itertools import product

from explorer.domain.problem import Problem
from explorer.domain.vocabulary import Phase, Use
from explorer.pack.draft import Draft
from explorer.pack.gather import CLAIMS, PLACES


def regions_have_four_cells(draft: Draft) -> list[Problem]:
    """Each use with each phase."""
    if PLACES not in draft.read or _lacks_claim_files(draft):
        return []
    there = {
        (part.value.region, part.value.summary.use, part.value.summary.phase)
        for part in draft.cells
    }
    found: list[Problem] = []
    for region in draft.regions:
        for use, phase in product(Use, Phase):
            name = region.value.id
            if (name, use, phase) in there or cell_name(name, use, phase) in draft.rejected:
                continue
            what = f"the region `{name}` has no cell for {use}, {phase}"
            mend = f"add it under `cells:` in claims/{name}.yaml"
            found.append(region.problem("id", what=what, mend=mend))
    return found


def cells_are_unique(draft: Draft) -> list[Problem]:
    """One summary for each section."""
    seen: dict[tuple[str, Use, Phase], str] = {}
    found: list[Problem] = []
    for part in draft.cells:
        region, summary = part.value
        place = f"{part.document.file}, line {part.document.line(part.path)}"
        first = seen.setdefault((region, summary.use, summary.phase), place)
        if first != place:
            what = f"the cell {region}, {summary.use}, {summary.phase} is there twice"
            found.append(part.problem(what=what, mend=f"keep one; the first is in {first}"))
    return found


def cells_have_a_claim(draft: Draft) -> list[Problem]:
    """A gap counts: it says that nobody knows."""
    if _lacks_claim_files(draft):
        return []
    said = {(part.value.about, part.value.use, part.value.phase) for part in draft.claims}
    found: list[Problem] = []
    for part in draft.cells:
        region, summary = part.value
        cell = (region, summary.use, summary.phase)
        if cell in said or cell_name(*cell) in draft.rejected:
            continue
        what = f"the cell {region}, {summary.use}, {summary.phase} has no claim about {region}"
        mend = "add a claim, or a gap (effect: unknown) that says nobody has measured it"
        found.append(part.problem(what=what, mend=mend))
    return found


def _lacks_claim_files(draft: Draft) -> bool:
    """Whether a file could not be used at all, so that nobody knows what it holds."""
    return any(name.startswith(f"{CLAIMS}/") for name in draft.unread)


def cell_name(region: str, use: str, phase: str) -> str:
    """Return how `Draft.rejected` names a cell of which an entry was left out."""
    return f"{region}/{use}/{phase}"


CHECKS = (regions_have_four_cells, cells_are_unique, cells_have_a_claim)
