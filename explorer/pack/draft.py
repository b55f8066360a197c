"""A pack that has been read but not yet cross-checked: every part with its place in a file."""

from dataclasses import dataclass, field
from typing import NamedTuple

from explorer.domain.claim import Claim
from explorer.domain.library import PackInfo, Term
from explorer.domain.place import CellSummary, Landmark, Region, Topic
from explorer.domain.problem import Problem
from explorer.domain.reference import Reference
from explorer.pack.document import Placed
from explorer.pack.source import Source


class RegionCell(NamedTuple):
    """A cell summary, and the region that it belongs to."""

    region: str
    summary: CellSummary


@dataclass(frozen=True, slots=True)
class Draft:
    """What could be read of a pack. Ids need not resolve yet.

    Attributes:
        source: the files, for what only a check needs to open.
        read: names of the files that could be used at least in part; a check that needs a file
            stays silent when it is not there, since that has been reported already.
        unread: names of the files that are missing or could not be used at all.
        rejected: ids and keys of entries that were left out for a fault of their own, and their
            cells as `region/use/phase`, so that nobody is told that they do not exist.
        problems: faults found so far.
    """

    source: Source
    info: Placed[PackInfo] | None = None
    regions: tuple[Placed[Region], ...] = ()
    landmarks: tuple[Placed[Landmark], ...] = ()
    topics: tuple[Placed[Topic], ...] = ()
    cells: tuple[Placed[RegionCell], ...] = ()
    claims: tuple[Placed[Claim], ...] = ()
    terms: tuple[Placed[Term], ...] = ()
    references: tuple[Placed[Reference], ...] = ()
    read: frozenset[str] = frozenset()
    unread: frozenset[str] = frozenset()
    rejected: frozenset[str] = frozenset()
    problems: tuple[Problem, ...] = field(default=())

    def is_faultless(self, name: str) -> bool:
        """Whether a file was read whole, with no entry left out."""
        return name in self.read and all(problem.file != name for problem in self.problems)

    def drawn(self) -> tuple[Placed[Region] | Placed[Landmark], ...]:
        """Return everything that the picture names."""
        return (*self.regions, *self.landmarks)

    def places(self) -> tuple[Placed[Region] | Placed[Landmark] | Placed[Topic], ...]:
        """Return everything that has a name on or beside the picture."""
        return (*self.regions, *self.landmarks, *self.topics)
