"""The drawn views of a pack."""

from typing import NamedTuple

from explorer.domain.place import PlaceKind
from explorer.domain.text import Name
from explorer.domain.vocabulary import Hemispheres, Phase, Use

SYNAPSE = "synapse"
"""The view whose diagrams show parts of a synapse; every other view is anatomical."""


class DiagramState(NamedTuple):
    """Which switchable groups of a diagram are shown when.

    Attributes:
        use: the use, or None for the state at rest; then `phase` is None too.
        show: ids of groups in the drawing. A group that no state names is always shown.
        note: what there is to be seen.
    """

    use: Use | None
    phase: Phase | None
    show: tuple[str, ...]
    note: Name


class Diagram(NamedTuple):
    """One drawing.

    Attributes:
        file: path inside the pack.
        view: id of the view that it belongs to; a view may have several diagrams (planes).
        side: which half of the brain it shows, or None for a diagram of something else.
        scan: path of a scan with the same view box, or empty.
        states: what it shows at rest and in each cell; empty when it never changes.
    """

    id: str
    file: str
    title: Name
    caption: Name
    view: str
    side: Hemispheres | None = None
    scan: str = ""
    scan_caption: Name | None = None
    states: tuple[DiagramState, ...] = ()

    @property
    def is_synapse(self) -> bool:
        """Whether its shapes are parts of a synapse rather than regions."""
        return self.view == SYNAPSE

    def shows(self, kind: PlaceKind) -> bool:
        """Whether places of a kind are shapes on this diagram."""
        return kind is PlaceKind.PART if self.is_synapse else kind.is_region

    def state(self, use: Use | None, phase: Phase | None) -> DiagramState | None:
        """Return the state for a cell, or with None and None the one at rest, if there is one."""
        for state in self.states:
            if state.use is use and state.phase is phase:
                return state
        return None
