"""The evidence lens: which claims a person sees who wants only some kinds of evidence.

A lens hides claims; it never changes one. A gap passes every lens, because what nobody measured
stays unmeasured.
"""

from explorer.domain.claim import Evidence
from explorer.domain.finding import PASSED_BY
from explorer.domain.strength import CONTROLLED
from explorer.domain.vocabulary import Design, Lens, Species

_CONTROLLED = CONTROLLED | {Design.META_ANALYSIS_CONTROLLED}


def narrowest_lens(evidence: Evidence | None) -> Lens:
    """Return the narrowest lens that evidence passes; None, the evidence of a gap, passes all."""
    if evidence is None:
        return Lens.CONTROLLED
    if evidence.species is not Species.HUMAN:
        return Lens.ALL
    return Lens.CONTROLLED if evidence.design in _CONTROLLED else Lens.HUMAN


def passes(evidence: Evidence | None, lens: Lens) -> bool:
    """Whether a claim with this evidence is seen through a lens."""
    return lens in PASSED_BY[narrowest_lens(evidence)]
