"""Gaps that cover several cells: of a place, true, and each said once."""

from explorer.domain.place import PlaceKind
from explorer.domain.problem import Problem
from explorer.pack.checks.cells import CellKey, claims_by_cell
from explorer.pack.checks.links import hint, ids
from explorer.pack.draft import Draft
from explorer.pack.gather import PLACES


def gaps_are_about_a_place(draft: Draft) -> list[Problem]:
    """A main region says what it lacks with claims of its own."""
    if PLACES not in draft.read:
        return []
    kinds = {part.value.id: part.value.kind for part in draft.places}
    found: list[Problem] = []
    for part in draft.gaps:
        about = part.value.about
        if about in draft.rejected:
            continue
        if about not in kinds:
            what = f"`about` is `{about}`, which is no place of this pack"
            found.append(part.problem("about", what=what, mend=hint(about, ids(draft.places))))
        elif kinds[about] is PlaceKind.MAIN:
            what = f"`about` is `{about}`, a main region, whose gaps are claims"
            mend = "write a claim with `effect: unknown` for each cell"
            found.append(part.problem("about", what=what, mend=mend))
    return found


def gaps_are_true(draft: Draft) -> list[Problem]:
    """A cell of which something was found is no gap, and neither is one that a claim calls so."""
    claims = claims_by_cell(draft)
    found: list[Problem] = []
    for part in draft.gaps:
        for position, (use, phase) in enumerate(part.value.cells):
            for claim in claims.get((part.value.about, use, phase), ())[:1]:
                what = f"the gap covers {use}/{phase}, of which the claim `{claim.value.id}` speaks"
                mend = f"take {use}/{phase} out of this gap"
                found.append(part.problem("cells", position, what=what, mend=mend))
    return found


def gaps_are_unique(draft: Draft) -> list[Problem]:
    """One gap for each cell."""
    seen: dict[CellKey, str] = {}
    found: list[Problem] = []
    for part in draft.gaps:
        for position, (use, phase) in enumerate(part.value.cells):
            cell = (part.value.about, use, phase)
            line = part.document.line((*part.path, "cells", position))
            first = seen.setdefault(cell, f"{part.document.file}, line {line}, {position}")
            if first != f"{part.document.file}, line {line}, {position}":
                what = f"the cell {part.value.about}, {use}, {phase} is a gap twice"
                mend = f"keep one; the first is in {first.rpartition(',')[0]}"
                found.append(part.problem("cells", position, what=what, mend=mend))
    return found


CHECKS = (gaps_are_about_a_place, gaps_are_true, gaps_are_unique)
