"""Every id that is pointed at exists."""

import difflib
from collections.abc import Collection

from explorer.domain.claim import Claim
from explorer.domain.claim_check import ClaimCheck
from explorer.domain.place import PlaceKind
from explorer.domain.problem import Problem
from explorer.pack.document import Placed
from explorer.pack.draft import Draft
from explorer.pack.gather import PLACES, REFERENCES

_COMPARED = 1000  # more would take too long when everything is wrong
_LISTED = 20  # nobody would read more


def claims_are_about_a_place(draft: Draft) -> list[Problem]:
    """`about` is a place or a topic; so it is for the checks of common statements."""
    if PLACES not in draft.read:
        return []
    places = ids(draft.places) | ids(draft.topics)
    landmarks = ids(draft.landmarks)
    known = places | draft.rejected
    found: list[Problem] = []
    for part in _with_claims(draft):
        about = part.value.about
        if about in known:
            continue
        kind = "a landmark" if about in landmarks else "no place or topic of this pack"
        what = f"`about` is `{about}`, which is {kind}"
        found.append(part.problem("about", what=what, mend=hint(about, places)))
    return found


def nearby_are_places(draft: Draft) -> list[Problem]:
    """`nearby` holds places, and not the one that the claim is about already."""
    if PLACES not in draft.read:
        return []
    places = ids(draft.places)
    return [
        problem
        for part in draft.claims
        for position, place in enumerate(part.value.nearby)
        for problem in _nearby(part, position, place, places, draft.rejected)
    ]


def _nearby(
    part: Placed[Claim], position: int, place: str, places: set[str], rejected: Collection[str]
) -> list[Problem]:
    if place == part.value.about:
        what, mend = f"`nearby` names `{place}`, the place it is about", "remove it"
    elif place not in places and place not in rejected:
        what, mend = (
            f"`nearby` names `{place}`, which is no place of this pack",
            hint(place, places),
        )
    else:
        return []
    return [part.problem("nearby", position, what=what, mend=mend)]


def cells_are_of_a_place(draft: Draft) -> list[Problem]:
    """A cell's `region` is a place of any kind."""
    if PLACES not in draft.read:
        return []
    places = ids(draft.places)
    known = places | draft.rejected
    return [
        part.problem(
            "region",
            what=f"`region` is `{part.value.place}`, which is no place of this pack",
            mend=hint(part.value.place, places),
        )
        for part in draft.cells
        if part.value.place not in known
    ]


def references_exist(draft: Draft) -> list[Problem]:
    """Every citation key is in references.json, and none is cited twice by one claim or check."""
    if REFERENCES not in draft.read:
        return []
    keys = {part.value.key for part in draft.references}
    known = keys | draft.rejected
    found: list[Problem] = []
    for part in _with_claims(draft):
        for position, key in enumerate(part.value.references):
            if key not in known:
                what = f"the reference `{key}` is not in {REFERENCES}"
                mend = hint(key, keys)
            elif key in part.value.references[:position]:
                what, mend = f"the reference `{key}` is listed twice", "remove one"
            else:
                continue
            found.append(part.problem("references", position, what=what, mend=mend))
    return found


def default_region_exists(draft: Draft) -> list[Problem]:
    """The place that is selected at first."""
    info = draft.info
    if info is None or info.value.default_region is None or PLACES not in draft.read:
        return []
    place, places = info.value.default_region, ids(draft.places)
    if place in places | draft.rejected:
        return []
    what = f"`default_region` is `{place}`, which is no place of this pack"
    return [info.problem("default_region", what=what, mend=hint(place, places))]


def links_join_regions(draft: Draft) -> list[Problem]:
    """A link begins in one region and ends in others, each named once."""
    regions = ids(draft.regions)
    others = ids(draft.named()) - regions
    found: list[Problem] = []
    for part in draft.places:
        place = part.value
        ends: list[tuple[tuple[str | int, ...], str]] = [(("from",), place.origin)]
        ends += [(("to", position), target) for position, target in enumerate(place.targets)]
        if place.kind is not PlaceKind.LINK:
            continue
        for path, end in ends:
            if end not in regions and end not in draft.rejected:
                kind = "no region" if end in others else "not in this pack"
                what = f"the link `{place.id}` has the end `{end}`, which is {kind}"
                found.append(part.problem(*path, what=what, mend=hint(end, regions)))
            elif end in [other for at, other in ends if at < path]:
                what = f"the link `{place.id}` has the end `{end}` twice"
                found.append(part.problem(*path, what=what, mend="remove one"))
    return found


def _with_claims(draft: Draft) -> tuple[Placed[Claim] | Placed[ClaimCheck], ...]:
    return (*draft.claims, *draft.checks)


def ids(parts: Collection[Placed[object]]) -> set[str]:
    """Return the ids of entries."""
    return {str(getattr(part.value, "id", "")) for part in parts}


def hint(given: str, allowed: Collection[str]) -> str:
    """Say how to mend a name that does not exist."""
    if len(allowed) <= _COMPARED:
        close = difflib.get_close_matches(given, sorted(allowed), n=1)
        if close:
            return f"did you mean `{close[0]}`?"
    if len(allowed) > _LISTED:
        return "correct the spelling, or add it"
    return f"use one of: {', '.join(sorted(allowed))}"


CHECKS = (
    claims_are_about_a_place,
    nearby_are_places,
    cells_are_of_a_place,
    references_exist,
    default_region_exists,
    links_join_regions,
)
