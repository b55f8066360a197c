"""Common statements held against the literature: what they point at exists and still stands."""

from explorer.domain.problem import Problem
from explorer.domain.vocabulary import CheckVerdict
from explorer.pack.checks.cells import lacks_claim_files
from explorer.pack.checks.evidence import retracted_works
from explorer.pack.checks.links import hint, ids
from explorer.pack.draft import Draft


def claims_exist(draft: Draft) -> list[Problem]:
    """A check leads to claims of this pack, each named once."""
    if lacks_claim_files(draft):
        return []
    claims = ids(draft.claims)
    found: list[Problem] = []
    for part in draft.checks:
        for position, claim in enumerate(part.value.claims):
            if claim in part.value.claims[:position]:
                what, mend = f"the claim `{claim}` is listed twice", "remove one"
            elif claim not in claims and claim not in draft.rejected:
                what, mend = f"the claim `{claim}` is not in this pack", hint(claim, claims)
            else:
                continue
            found.append(part.problem("claims", position, what=what, mend=mend))
    return found


def checks_lead_somewhere(draft: Draft) -> list[Problem]:
    """Only a statement that stands may be background, without a claim to jump to."""
    return [
        part.problem(
            what=f"the check `{part.value.id}` ({part.value.verdict}) leads to no claim",
            mend="add ids of claims to `claims`",
        )
        for part in draft.checks
        if not part.value.claims and part.value.verdict is not CheckVerdict.CORRECT
    ]


def references_stand(draft: Draft) -> list[Problem]:
    """No answer rests on a retracted work, unless the retraction is the point."""
    retracted = retracted_works(draft)
    return [
        part.problem(
            "references",
            position,
            what=f"the reference `{key}` ({retracted[key].doi or 'no DOI'}) is retracted",
            mend="remove it, or say `about_retraction: true` when that is the point",
        )
        for part in draft.checks
        for position, key in enumerate(part.value.references)
        if key in retracted and not part.value.about_retraction
    ]


CHECKS = (claims_exist, checks_lead_somewhere, references_stand)
