"""What a pack says of itself."""

from typing import NamedTuple

from explorer.domain.diagram import Diagram
from explorer.domain.text import Name
from explorer.domain.vocabulary import Use


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
        default_region: id of the place that is selected at first.
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

    @property
    def views(self) -> dict[str, tuple[Diagram, ...]]:
        """The views in the order of the switch, each with its diagrams (planes)."""
        views: dict[str, tuple[Diagram, ...]] = {}
        for diagram in self.diagrams:
            views[diagram.view] = (*views.get(diagram.view, ()), diagram)
        return views
