"""A pack that has been read but not yet cross-checked: every part with its place in a file."""

from dataclasses import dataclass, field
from typing import NamedTuple

from explorer.domain.claim import Claim, Gap
from explorer.domain.claim_check import ClaimCheck
from explorer.domain.dataset import Dataset
from explorer.domain.pack_info import PackInfo
from explorer.domain.place import CellSummary, Landmark, Place, Topic
from explorer.domain.problem import Problem
from explorer.domain.reference import Reference
from explorer.domain.teach_back import TeachBack
from explorer.domain.term import Term
from explorer.domain.tour import Tour, TourStep
from explorer.pack.document import Document, Placed
from explorer.pack.source import Source


class PlaceCell(NamedTuple):
    """A cell summary, and the place that it belongs to."""

    place: str
    summary: CellSummary


class PlacedDataset(NamedTuple):
    """A data set where datasets.yaml has it, and the file of its numbers.

    Without points that file has faults, so nothing can be said of what it lacks.

    Attributes:
        table: that file; the path of a point is its position.
    """

    entry: Placed[Dataset]
    table: Document

    def row_problem(self, at: int, column: str, what: str, mend: str) -> Problem:
        """Return a fault in the row of a point."""
        return self.table.problem((at,), f"row {self.table.line((at,))}, {column}: {what}", mend)


@dataclass(frozen=True, slots=True)
class Draft:
    """What could be read of a pack. Ids need not resolve yet.

    Attributes:
        source: the files, for what only a check needs to open.
        read: names of the files that could be used at least in part; a check that needs a file
            stays silent when it is not there, since that has been reported already.
        unread: names of the files that are missing or could not be used at all.
        rejected: ids and keys of entries that were left out for a fault of their own, and their
            cells as `place/use/phase` (of gaps: `place/gap`), so that nobody is told that they do
            not exist.
        problems: faults found so far.
        retractions_as_of: date of the newest list of retracted works that was used.
    """

    source: Source
    info: Placed[PackInfo] | None = None
    places: tuple[Placed[Place], ...] = ()
    landmarks: tuple[Placed[Landmark], ...] = ()
    topics: tuple[Placed[Topic], ...] = ()
    cells: tuple[Placed[PlaceCell], ...] = ()
    gaps: tuple[Placed[Gap], ...] = ()
    claims: tuple[Placed[Claim], ...] = ()
    terms: tuple[Placed[Term], ...] = ()
    checks: tuple[Placed[ClaimCheck], ...] = ()
    teach_backs: tuple[Placed[TeachBack], ...] = ()
    references: tuple[Placed[Reference], ...] = ()
    datasets: tuple[PlacedDataset, ...] = ()
    tours: tuple[Placed[Tour], ...] = ()
    retractions_as_of: str = ""
    read: frozenset[str] = frozenset()
    unread: frozenset[str] = frozenset()
    rejected: frozenset[str] = frozenset()
    problems: tuple[Problem, ...] = field(default=())

    def is_faultless(self, name: str) -> bool:
        """Whether a file was read whole, with no entry left out."""
        return name in self.read and all(problem.file != name for problem in self.problems)

    @property
    def regions(self) -> tuple[Placed[Place], ...]:
        """Main and context regions."""
        return tuple(part for part in self.places if part.value.kind.is_region)

    @property
    def tour_steps(self) -> tuple[Placed[TourStep], ...]:
        """The steps of all tours, each where its tour has it."""
        return tuple(
            Placed(step, tour.document, (*tour.path, "steps", at))
            for tour in self.tours
            for at, step in enumerate(tour.value.steps)
        )

    def named(self) -> tuple[Placed[Place] | Placed[Landmark] | Placed[Topic], ...]:
        """Return everything that has a name on or beside the picture."""
        return (*self.places, *self.landmarks, *self.topics)
