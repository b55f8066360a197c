"""A tour leads to what is there, and says no more than the claims that it names."""

from collections.abc import Iterator
from decimal import Decimal

from explorer.domain.claim import Claim
from explorer.domain.diagram import Diagram
from explorer.domain.duration import hours
from explorer.domain.numbers import numbers_in, written
from explorer.domain.phrases import (
    forbidden_hedge,
    hedge_keys,
    missing_direction,
    missing_hedge,
)
from explorer.domain.place import Place, PlaceKind
from explorer.domain.problem import Problem
from explorer.domain.timeline import FIRST_HOUR, LAST_HOUR, Span
from explorer.domain.tour import TourStep
from explorer.domain.vocabulary import Effect, Language, Strength
from explorer.pack.checks.cells import lacks_claim_files
from explorer.pack.checks.evidence import lacks_support, retracted_works, step
from explorer.pack.checks.links import hint, ids
from explorer.pack.checks.passages import Passage
from explorer.pack.document import Placed
from explorer.pack.draft import Draft
from explorer.pack.gather import PACK, PLACES
from explorer.pack.rules import Rules
from explorer.pack.source import RefusedError

_STEPS = ("gap", "early", "limited", "moderate", "strong")


def claims_exist(draft: Draft) -> list[Problem]:
    """A step rests on claims of this pack, each named once."""
    if lacks_claim_files(draft):
        return []
    claims = ids(draft.claims)
    found: list[Problem] = []
    for part in draft.tour_steps:
        for position, claim in enumerate(part.value.claims):
            if claim in part.value.claims[:position]:
                what, mend = f"the claim `{claim}` is listed twice", "remove one"
            elif claim not in claims and claim not in draft.rejected:
                what, mend = f"the claim `{claim}` is not in this pack", hint(claim, claims)
            else:
                continue
            found.append(part.problem("claims", position, what=what, mend=mend))
    return found


def places_can_be_seen(draft: Draft) -> list[Problem]:
    """A step shows a view and plane of this pack, in which the place of the step is drawn."""
    info = draft.info
    if info is None or not draft.tours or not draft.is_faultless(PACK):
        return []
    views = info.value.views
    shapes: dict[str, set[str]] = {}
    found: list[Problem] = []
    for part in draft.tour_steps:
        here = part.value
        diagrams = views.get(here.view, ())
        if not diagrams:
            what = f"`view` is `{here.view}`, which is no view of this pack"
            found.append(part.problem("view", what=what, mend=hint(here.view, views)))
        elif here.plane >= len(diagrams):
            what = f"the view `{here.view}` has no plane {here.plane + 1}"
            mend = f"its last plane is {len(diagrams)}"
            found.append(part.problem("plane", what=what, mend=mend))
        elif here.region is not None and PLACES in draft.read:
            found += _place_faults(draft, part, here.region, shapes)
    return found


def _place_faults(
    draft: Draft, part: Placed[TourStep], region: str, shapes: dict[str, set[str]]
) -> Iterator[Problem]:
    """Say that a place is not where a step looks; of one that is drawn nowhere others say so."""
    places = {placed.value.id: placed.value for placed in draft.places}
    place, here = places.get(region), part.value
    if place is None:
        if region not in draft.rejected:
            what = f"`region` is `{region}`, which is no place of this pack"
            yield part.problem("region", what=what, mend=hint(region, places))
        return
    assert draft.info is not None, "its views are known"
    views = draft.info.value.views
    if _is_drawn(draft, place, views[here.view][here.plane], shapes):
        return
    others = [
        f"`view: {view}`, `plane: {plane}`"
        for view, diagrams in views.items()
        for plane, diagram in enumerate(diagrams, start=1)
        if _is_drawn(draft, place, diagram, shapes)
    ]
    if others:
        what = f"`{region}` is not in the view `{here.view}`, plane {here.plane + 1}"
        yield part.problem("view", what=what, mend=f"write {others[0]}")


def _is_drawn(draft: Draft, place: Place, diagram: Diagram, shapes: dict[str, set[str]]) -> bool:
    """Whether a diagram shows a place; an effect stands beside every one of them."""
    if place.kind is PlaceKind.EFFECT:
        return True
    if diagram.id not in shapes:
        shapes[diagram.id] = _shapes(draft, diagram)
    if place.kind is PlaceKind.LINK:
        drawn = shapes[diagram.id]
        return place.origin in drawn and not drawn.isdisjoint(place.targets)
    return place.id in shapes[diagram.id]


def _shapes(draft: Draft, diagram: Diagram) -> set[str]:
    """Return what a diagram shows; nothing when it cannot be used, which another check says."""
    from explorer.geometry.svg import read_diagram
    from explorer.geometry.svg_error import SvgError

    wanted = [part.value.id for part in draft.places if diagram.shows(part.value.kind)]
    try:
        drawing = read_diagram(draft.source.read(diagram.file), wanted, [], diagram.file)
    except (RefusedError, SvgError):
        return set()
    return set(drawing.shapes)


def claims_are_of_what_is_shown(draft: Draft) -> list[Problem]:
    """What a step says can be read in the panel: one of its claims stands in the cell shown."""
    claims, places = _claims(draft), ids(draft.places)
    found: list[Problem] = []
    for part in draft.tour_steps:
        here = part.value
        behind = [claims[name] for name in here.claims if name in claims]
        if here.region not in places or len(behind) < len(here.claims):
            continue
        if not any(_stands_in(claim, here) for claim in behind):
            what = f"no claim is about {here.region}, {here.use}, {here.phase}"
            mend = "name one that is, or show what the claims are about"
            found.append(part.problem("claims", what=what, mend=mend))
    return found


def _stands_in(claim: Claim, here: TourStep) -> bool:
    is_here = here.region == claim.about or here.region in claim.nearby
    return is_here and (claim.use, claim.phase) == (here.use, here.phase)


def moments_are_of_a_claim(draft: Draft) -> list[Problem]:
    """A moment lies on the line of time, and a claim of the step holds then."""
    claims = _claims(draft)
    found: list[Problem] = []
    for part in draft.tour_steps:
        here = part.value
        behind = [claims[name] for name in here.claims if name in claims]
        if here.hour is None or len(behind) < len(here.claims):
            continue
        if not FIRST_HOUR <= here.hour <= LAST_HOUR:
            what, mend = "`hour` is not on the line of time", "choose 10 minutes to 10 years"
        elif not any(_holds_at(claim, here.hour) for claim in behind):
            what, mend = "no claim of this step holds at `hour`", "see the `window` of its claims"
        else:
            continue
        found.append(part.problem("hour", what=what, mend=mend))
    return found


def _holds_at(claim: Claim, hour: float) -> bool:
    window = claim.window
    if window is None:
        return False
    start, end = (hours(text) if text else None for text in (window.onset, window.end))
    return Span(claim.id, claim.effect, Strength.GAP, start, end).holds_at(hour)


def numbers_stand_in_the_claims(draft: Draft) -> list[Problem]:
    """A tour brings no number that its claims do not have."""
    claims = _claims(draft)
    found: list[Problem] = []
    for part in draft.tour_steps:
        behind = [claims[name] for name in part.value.claims if name in claims]
        if len(behind) < len(part.value.claims):
            continue
        passage = Passage(part, "text", part.value.text)
        for language, level, text in part.value.text.every():
            known = {number for claim in behind for number in _numbers(claim, language)}
            extra = sorted(numbers_in(text, language) - known)
            if extra:
                said = " and ".join(written(number, language) for number in extra)
                what = f"has {said}, which none of its claims has"
                mend = "leave it out, or add the claim to `claims`"
                found.append(passage.problem(language, level, what, mend))
    return found


def _numbers(claim: Claim, language: Language) -> Iterator[Decimal]:
    """Return the numbers of a claim: of its texts, of who was studied, and of its figures."""
    for passage in (claim.statement, claim.caveat):
        for its_language, _, text in passage.every() if passage is not None else ():
            if its_language is language:
                yield from numbers_in(text, language)
    if claim.evidence is not None:
        yield from numbers_in(claim.evidence.who.at(language), language)
        if claim.evidence.n is not None:
            yield Decimal(claim.evidence.n)
    for figure in claim.figures:
        yield Decimal(str(figure.value)).normalize()


def texts_are_as_sure_as_their_claims(draft: Draft, rules: Rules) -> list[Problem]:
    """A step hedges as each of its claims does, points their ways, and sounds no surer."""
    claims, retracted = _claims(draft), retracted_works(draft)
    found: list[Problem] = []
    for part in draft.tour_steps:
        behind = [claims[name] for name in part.value.claims if name in claims]
        steps = [step(claim, retracted) for claim in behind]
        if len(behind) < len(part.value.claims) or any(map(lacks_support, behind, steps)):
            continue
        found += _sureness(part, rules, behind, steps)
    return found


def _sureness(
    part: Placed[TourStep], rules: Rules, behind: list[Claim], steps: list[Strength]
) -> Iterator[Problem]:
    passage = Passage(part, "text", part.value.text)
    keys = {
        claim.id: hedge_keys(its_step, [claim.evidence])
        for claim, its_step in zip(behind, steps, strict=True)
    }
    every = [key for its_keys in keys.values() for key in its_keys]
    for language, level, text in part.value.text.every():
        for claim, its_step in zip(behind, steps, strict=True):
            missing = missing_hedge(text, rules.bank, language, keys[claim.id])
            if missing:
                what = f"is surer than `{claim.id}`: step {its_step:d} ({_STEPS[its_step]})"
                yield passage.problem(language, level, what, _use(missing))
            if claim.effect is Effect.UNKNOWN:
                continue  # the hedge of a gap says it already
            missing = missing_direction(text, rules.bank, language, claim.effect)
            if missing:
                what = f"has no word for the direction of `{claim.id}` ({claim.effect})"
                yield passage.problem(language, level, what, _use(missing))
        forbidden = forbidden_hedge(text, rules.bank, language, every)
        if forbidden:
            what = f"says `{forbidden}`, which fits none of its claims"
            yield passage.problem(language, level, what, "say how sure they are")


def _use(phrases: tuple[str, ...]) -> str:
    return f"use one of: {', '.join(phrases)}"


def _claims(draft: Draft) -> dict[str, Claim]:
    return {part.value.id: part.value for part in draft.claims}


CHECKS = (
    claims_exist,
    places_can_be_seen,
    claims_are_of_what_is_shown,
    moments_are_of_a_claim,
    numbers_stand_in_the_claims,
)
RULES = (texts_are_as_sure_as_their_claims,)
