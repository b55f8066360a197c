"""Everything a pack says, checked and ready to show."""

from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from explorer.domain.claim import Claim
from explorer.domain.place import CellSummary, Landmark, Region, Topic
from explorer.domain.reference import Reference
from explorer.domain.strength import Verdict, judge
from explorer.domain.text import Name, Text
from explorer.domain.vocabulary import Effect, Phase, ReferenceStatus, Strength, Use


class Diagram(NamedTuple):
    """One drawn view: `file` is a path inside the pack."""

    id: str
    file: str
    title: Name
    caption: Name


class UseNote(NamedTuple):
    """What one end of the slider means in this pack."""

    use: Use
    name: Name
    note: Name


class PackInfo(NamedTuple):
    """What the pack says of itself.

    Attributes:
        searched: month of the last literature search, `YYYY-MM`.
        reviewed_by: who reviewed the content; None is a valid, visible answer.
        review_by: date after which the content must be looked at again, `YYYY-MM-DD`.
        notice: the line at the foot of the window.
    """

    id: str
    title: Name
    version: str
    licence: str
    searched: str
    reviewed_by: str | None
    review_by: str
    notice: Name
    uses: tuple[UseNote, ...]
    diagrams: tuple[Diagram, ...]
    default_region: str | None = None


class Term(NamedTuple):
    """A technical word with its definition; `forms` are the spellings to recognise."""

    id: str
    name: Name
    forms_nl: tuple[str, ...]
    forms_en: tuple[str, ...]
    definition: Name


class Cell(NamedTuple):
    """One region, one use, one phase: what a section of the panel shows.

    Attributes:
        effect: the direction that the overlay shows.
        strength: the strongest step among the claims behind that direction.
        claims: claims about the region itself; a gap is a claim too.
        nearby: claims about other places that are the nearest thing known.
    """

    region: str
    use: Use
    phase: Phase
    summary: Text
    effect: Effect
    strength: Strength
    claims: tuple[Claim, ...]
    nearby: tuple[Claim, ...]


class _Contents(NamedTuple):
    """What a library is made of."""

    info: PackInfo
    regions: tuple[Region, ...]
    landmarks: tuple[Landmark, ...]
    topics: tuple[Topic, ...]
    claims: tuple[Claim, ...]
    references: tuple[Reference, ...]
    glossary: tuple[Term, ...]


class Library(_Contents):
    """A whole pack. All ids inside it are known to resolve."""

    @cached_property
    def _regions(self) -> dict[str, Region]:
        return {region.id: region for region in self.regions}

    @cached_property
    def _references(self) -> dict[str, Reference]:
        return {reference.key: reference for reference in self.references}

    @cached_property
    def _names(self) -> dict[str, Name]:
        places: tuple[Topic | Landmark | Region, ...]
        places = (*self.topics, *self.landmarks, *self.regions)
        return {place.id: place.name for place in places}

    @cached_property
    def _verdicts(self) -> dict[str, Verdict]:
        return {
            claim.id: judge(
                claim.evidence,
                sum(
                    self._references[key].status is not ReferenceStatus.RETRACTED
                    for key in claim.references
                ),
            )
            for claim in self.claims
        }

    @cached_property
    def _cells(self) -> dict[tuple[str, Use, Phase], Cell]:
        return {
            (region.id, cell.use, cell.phase): self._build_cell(region, cell)
            for region in self.regions
            for cell in region.cells
        }

    def region(self, region_id: str) -> Region:
        """Return a region by id. Raises KeyError when the pack has none of that id."""
        return self._regions[region_id]

    def has_region(self, region_id: str) -> bool:
        """Whether the pack has a clickable region of that id."""
        return region_id in self._regions

    def reference(self, key: str) -> Reference:
        """Return a reference by its citation key. Raises KeyError when unknown."""
        return self._references[key]

    def place_name(self, place_id: str) -> Name:
        """Return the name of a region, landmark or topic. Raises KeyError when unknown."""
        return self._names[place_id]

    def verdict(self, claim: Claim) -> Verdict:
        """Return the step of a claim of this library, with its reasons."""
        return self._verdicts[claim.id]

    def cell(self, region_id: str, use: Use, phase: Phase) -> Cell:
        """Return one cell. Raises KeyError when the pack has no such region."""
        return self._cells[region_id, use, phase]

    def _build_cell(self, region: Region, summary: CellSummary) -> Cell:
        use, phase = summary.use, summary.phase
        here = [claim for claim in self.claims if claim.use is use and claim.phase is phase]
        claims = sorted(
            (claim for claim in here if claim.about == region.id), key=self._strongest_first
        )
        nearby = sorted(
            (claim for claim in here if region.id in claim.nearby), key=self._strongest_first
        )
        effect, strength = overall((claim.effect, self.verdict(claim).strength) for claim in claims)
        return Cell(
            region.id, use, phase, summary.text, effect, strength, tuple(claims), tuple(nearby)
        )

    def _strongest_first(self, claim: Claim) -> int:
        return -self.verdict(claim).strength


def overall(findings: Iterable[tuple[Effect, Strength]]) -> tuple[Effect, Strength]:
    """Sum up the findings of one cell in one direction and one step.

    Findings in people come first: early findings (step 1, animals above all) count only where there
    is nothing else, so that a rat never overrules a person. Within what counts, one direction is
    shown as it is and two opposite ones as mixed; "no change" is shown only when nothing changed.

    Args:
        findings: direction and step of each claim in the cell.

    Returns:
        The direction, and the strongest step among the findings that have it (for a mixed cell:
        among all that changed). `(UNKNOWN, GAP)` when nothing was found.
    """
    known = [(effect, step) for effect, step in findings if step > Strength.GAP]
    counted = [pair for pair in known if pair[1] > Strength.EARLY] or known
    changed = [pair for pair in counted if pair[0] is not Effect.NO_CHANGE]
    if not counted:
        return Effect.UNKNOWN, Strength.GAP
    if not changed:
        return Effect.NO_CHANGE, max(step for _, step in counted)
    directions = {effect for effect, _ in changed}
    effect = directions.pop() if len(directions) == 1 else Effect.MIXED
    return effect, max(step for _, step in changed)
