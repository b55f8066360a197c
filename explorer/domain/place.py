"""What a claim can be about, and what the picture names."""

from enum import StrEnum
from typing import NamedTuple

from explorer.domain.text import Name, Text
from explorer.domain.vocabulary import Phase, Use


class TopicKind(StrEnum):
    """What a topic stands for; it is never drawn inside a region."""

    LINK = "link"
    BODY = "body"
    THERAPY = "therapy"
    CONTEXT = "context"


class CellSummary(NamedTuple):
    """The one sentence that opens a section: a region, a use, a phase."""

    use: Use
    phase: Phase
    text: Text


class Region(NamedTuple):
    """A part of the brain that can be clicked. Its shape has the same id in a diagram."""

    id: str
    name: Name
    summary: Text
    cells: tuple[CellSummary, ...]


class Landmark(NamedTuple):
    """A structure that is named quietly on the picture, for orientation only."""

    id: str
    name: Name


class Topic(NamedTuple):
    """A place of claims that is no clickable region: a link, the body, therapy trials."""

    id: str
    kind: TopicKind
    name: Name
