"""What a claim rests on: evidence, sources that still stand, a caveat; or an honest gap."""

from collections.abc import Container, Iterable, Iterator

from explorer.domain.claim import Claim
from explorer.domain.problem import Problem
from explorer.domain.reference import Reference
from explorer.domain.strength import judge
from explorer.domain.vocabulary import Design, ReferenceStatus, Species, Strength
from explorer.pack.document import Placed
from explorer.pack.draft import Draft


def step(claim: Claim, retracted: Container[str]) -> Strength:
    """Return a claim's step. A reference that is not there, reported elsewhere, still counts."""
    return judge(claim.evidence, sum(key not in retracted for key in claim.references)).strength


def retracted_works(draft: Draft) -> dict[str, Reference]:
    """Return the works that no longer stand, by key."""
    works: Iterable[Reference] = (part.value for part in draft.references)
    return {work.key: work for work in works if work.status is ReferenceStatus.RETRACTED}


def lacks_support(claim: Claim, strength: Strength) -> bool:
    """Whether a claim has no step of its own, for want of evidence or of a source that stands.

    That is a fault which is reported as such; what follows from the step cannot be judged.
    """
    return not claim.is_gap and strength is Strength.GAP


def gaps_are_gaps(draft: Draft) -> list[Problem]:
    """A gap has a search and nothing else; every other claim has evidence and no search."""
    return [problem for part in draft.claims for problem in _gap(part)]


def _gap(part: Placed[Claim]) -> Iterator[Problem]:
    claim = part.value
    if not claim.is_gap:
        if claim.evidence is None:
            mend = "add `evidence`, or say `effect: unknown` if nobody has measured it"
            yield part.problem(what=f"the claim `{claim.id}` has no `evidence`", mend=mend)
        if claim.search is not None:
            what = "`search` is only for a gap (effect: unknown)"
            yield part.problem("search", what=what, mend="remove it")
        return
    if claim.search is None:
        mend = "add `search` with `date` and `sought`"
        yield part.problem(what=f"the gap `{claim.id}` has no `search`", mend=mend)
    for field in ("evidence", "references", "figures", "window"):
        if getattr(claim, field):
            mend = f"remove it, or give `effect` the direction that the {field} support"
            yield part.problem(field, what=f"a gap cannot have `{field}`", mend=mend)


def claims_have_references(draft: Draft) -> list[Problem]:
    """No claim without a source."""
    return [
        part.problem(
            what=f"the claim `{part.value.id}` has no reference",
            mend="add a key to `references`, or make the claim a gap",
        )
        for part in draft.claims
        if not part.value.is_gap and not part.value.references
    ]


def claims_have_caveats(draft: Draft) -> list[Problem]:
    """Whatever is below the highest step says why."""
    retracted = retracted_works(draft)
    found: list[Problem] = []
    for part in draft.claims:
        claim = part.value
        strength = step(claim, retracted)
        if lacks_support(claim, strength):
            continue
        if claim.caveat is None and strength < Strength.STRONG:
            what = f"the claim `{claim.id}` needs a `caveat` (its step is {strength:d})"
            found.append(part.problem(what=what, mend="add the four texts of a caveat"))
    return found


def no_retracted_support(draft: Draft) -> list[Problem]:
    """No claim and no number rests on a retracted paper."""
    retracted = retracted_works(draft)
    found: list[Problem] = []
    for part in draft.claims:
        cited: list[tuple[tuple[str | int, ...], str]] = [
            (("references", position), key) for position, key in enumerate(part.value.references)
        ]
        cited += [
            (("figures", position, "reference"), figure.reference)
            for position, figure in enumerate(part.value.figures)
        ]
        for path, key in cited:
            if key in retracted:
                what = f"the reference `{key}` ({retracted[key].doi or 'no DOI'}) is retracted"
                found.append(part.problem(*path, what=what, mend="remove it as support"))
    return found


def used_references_can_be_found(draft: Draft) -> list[Problem]:
    """A cited work has a DOI, or a note that says why it has none."""
    used = {key for part in draft.claims for key in part.value.references}
    used |= {key for part in draft.checks for key in part.value.references}
    used |= {key for part in draft.datasets for key in part.entry.value.references}
    return [
        part.problem(
            what=f"the work `{part.value.key}` is cited but has neither DOI nor note",
            mend="add `DOI`, or a `note` in `custom` that says why there is none",
        )
        for part in draft.references
        if part.value.key in used and not part.value.doi and not part.value.note
    ]


def designs_fit_species(draft: Draft) -> list[Problem]:
    """Animal work is not in people, and cells in a dish are cells or tissue."""
    return [
        part.problem(
            "evidence",
            "species",
            what=f"the design {part.value.evidence.design} does not fit the species human",
            mend="correct `design` or `species`",
        )
        for part in draft.claims
        if part.value.evidence is not None
        and part.value.evidence.design is Design.ANIMAL
        and part.value.evidence.species is Species.HUMAN
    ]


CHECKS = (
    gaps_are_gaps,
    claims_have_references,
    claims_have_caveats,
    no_retracted_support,
    used_references_can_be_found,
    designs_fit_species,
)
