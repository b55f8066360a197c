"""Topics of the teach-back: each is about places of this pack, and no place has two of them."""

from explorer.domain.problem import Problem
from explorer.pack.checks.links import hint, ids
from explorer.pack.draft import Draft
from explorer.pack.gather import PLACES


def places_exist(draft: Draft) -> list[Problem]:
    """`about` holds places that can be selected."""
    if PLACES not in draft.read:
        return []
    places = ids(draft.places)
    return [
        part.problem(
            "about",
            position,
            what=f"`about` names `{place}`, which is no place of this pack",
            mend=hint(place, places),
        )
        for part in draft.teach_backs
        for position, place in enumerate(part.value.about)
        if place not in places and place not in draft.rejected
    ]


def places_have_one_topic(draft: Draft) -> list[Problem]:
    """The panel shows one topic under a place."""
    seen: dict[str, str] = {}
    found: list[Problem] = []
    for part in draft.teach_backs:
        for position, place in enumerate(part.value.about):
            if place in seen:
                what = f"`{place}` has a topic already: `{seen[place]}`"
                found.append(part.problem("about", position, what=what, mend="remove one"))
            seen.setdefault(place, part.value.id)
    return found


CHECKS = (places_exist, places_have_one_topic)
