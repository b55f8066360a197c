"""What a claim can be about, and what the picture names."""

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from explorer.domain.text import Name, Text
from explorer.domain.vocabulary import Phase, Use


class PlaceKind(StrEnum):
    """What a place is, and so how it is drawn."""

    MAIN = "main"
    CONTEXT = "context"
    LINK = "link"
    PART = "part"
    EFFECT = "effect"

    @property
    def is_region(self) -> bool:
        """Whether it is a region of the brain: a shape on an anatomical diagram."""
        return self is PlaceKind.MAIN or self is PlaceKind.CONTEXT


class EffectGroup(StrEnum):
    """Which strip beside the brain shows an effect."""

    BODY = "body"
    THERAPY = "therapy"


class TopicKind(StrEnum):
    """What a topic stands for; it is never drawn inside a region."""

    LINK = "link"
    BODY = "body"
    THERAPY = "therapy"
    CONTEXT = "context"


class CellSummary(NamedTuple):
    """The one sentence that opens a section: a place, a use, a phase."""

    use: Use
    phase: Phase
    text: Text


class Place(NamedTuple):
    """Anything that can be selected.

    A main or context region has a shape of the same id on an anatomical diagram, a part one on a
    diagram of the synapse. A link is a curve between regions. An effect was located nowhere in the
    brain by any study, so it stands beside it.

    Attributes:
        cells: summaries; a cell of which nothing is known may have none.
        origin: for a link, id of the region where it begins; else empty.
        targets: for a link, ids of the regions where it ends.
        bend: for a link, how far it bows sideways, as a share of its length; the sign is the side.
        group: for an effect, the strip that it belongs to.
    """

    id: str
    kind: PlaceKind
    name: Name
    summary: Text
    cells: Sequence[CellSummary] = ()
    origin: str = ""
    targets: tuple[str, ...] = ()
    bend: float = 0.0
    group: EffectGroup | None = None


class Landmark(NamedTuple):
    """A structure that is named quietly on the picture, for orientation only."""

    id: str
    name: Name


class Topic(NamedTuple):
    """Something that claims are about though nobody can select it."""

    id: str
    kind: TopicKind
    name: Name
