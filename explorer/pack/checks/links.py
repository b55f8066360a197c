"""Every id that is pointed at exists."""

import difflib
from collections.abc import Collection

from explorer.domain.claim import Claim
from explorer.domain.problem import Problem
from explorer.pack.document import Placed
from explorer.pack.draft import Draft
from explorer.pack.gather import PLACES, REFERENCES

_COMPARED = 1000  # more would take too long when everything is wrong
_LISTED = 20  # nobody would read more


def claims_are_about_a_place(draft: Draft) -> list[Problem]:
    """`about` is a region or a topic."""
    if PLACES not in draft.read:
        return []
    places = _ids(draft.regions) | _ids(draft.topics)
    landmarks = _ids(draft.landmarks)
    known = places | draft.rejected
    found: list[Problem] = []
    for part in draft.claims:
        about = part.value.about
        if about in known:
            continue
        kind = "a landmark" if about in landmarks else "no region or topic of this pack"
        what = f"`about` is `{about}`, which is {kind}"
        found.append(part.problem("about", what=what, mend=_hint(about, places)))
    return found


def nearby_are_regions(draft: Draft) -> list[Problem]:
    """`nearby` holds regions, and not the one that the claim is about already."""
    if PLACES not in draft.read:
        return []
    regions = _ids(draft.regions)
    return [
        problem
        for part in draft.claims
        for position, place in enumerate(part.value.nearby)
        for problem in _nearby(part, position, place, regions, draft.rejected)
    ]


def _nearby(
    part: Placed[Claim], position: int, place: str, regions: set[str], rejected: Collection[str]
) -> list[Problem]:
    if place == part.value.about:
        what, mend = f"`nearby` names `{place}`, the place it is about", "remove it"
    elif place not in regions and place not in rejected:
        what, mend = f"`nearby` names `{place}`, which is no region", _hint(place, regions)
    else:
        return []
    return [part.problem("nearby", position, what=what, mend=mend)]


def cells_are_of_a_region(draft: Draft) -> list[Problem]:
    """A cell's `region` is a region."""
    if PLACES not in draft.read:
        return []
    regions = _ids(draft.regions)
    known = regions | draft.rejected
    return [
        part.problem(
            "region",
            what=f"`region` is `{part.value.region}`, which is no region of this pack",
            mend=_hint(part.value.region, regions),
        )
        for part in draft.cells
        if part.value.region not in known
    ]


def references_exist(draft: Draft) -> list[Problem]:
    """Every citation key is in references.json, and none is cited twice by one claim."""
    if REFERENCES not in draft.read:
        return []
    keys = {part.value.key for part in draft.references}
    known = keys | draft.rejected
    found: list[Problem] = []
    for part in draft.claims:
        for position, key in enumerate(part.value.references):
            if key not in known:
                what = f"the reference `{key}` is not in {REFERENCES}"
                mend = _hint(key, keys)
            elif key in part.value.references[:position]:
                what, mend = f"the reference `{key}` is listed twice", "remove one"
            else:
                continue
            found.append(part.problem("references", position, what=what, mend=mend))
    return found


def default_region_exists(draft: Draft) -> list[Problem]:
    """The region that is open at first."""
    info = draft.info
    if info is None or info.value.default_region is None or PLACES not in draft.read:
        return []
    region, regions = info.value.default_region, _ids(draft.regions)
    if region in regions | draft.rejected:
        return []
    what = f"`default_region` is `{region}`, which is no region of this pack"
    return [info.problem("default_region", what=what, mend=_hint(region, regions))]


def _ids(parts: Collection[Placed[object]]) -> set[str]:
    return {str(getattr(part.value, "id", "")) for part in parts}


def _hint(given: str, allowed: Collection[str]) -> str:
    if len(allowed) <= _COMPARED:
        close = difflib.get_close_matches(given, sorted(allowed), n=1)
        if close:
            return f"did you mean `{close[0]}`?"
    if len(allowed) > _LISTED:
        return "correct the spelling, or add it"
    return f"use one of: {', '.join(sorted(allowed))}"


CHECKS = (
    claims_are_about_a_place,
    nearby_are_regions,
    cells_are_of_a_region,
    references_exist,
    default_region_exists,
)
