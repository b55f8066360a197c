"""What one label says."""

from collections.abc import Mapping
from typing import NamedTuple

from explorer.canvas.overlay import Looks, Rank
from explorer.domain.vocabulary import Side


class Label(NamedTuple):
    """What one label says.

    Attributes:
        id: region or landmark.
        name: first line.
        notes: for a region, the second line at either end of the slider; empty for a landmark.
        looks: for a region, what its sign shows at either end; None for a landmark.
        rank: for a region, how loud it is.
        sides: for a region of which left and right differ, the looks of either (the patient's own
            left and right); it counts only where the diagram draws both halves.
        is_silent: whether a region is only named and outlined, and nothing is said of it.
    """

    id: str
    name: str
    notes: tuple[str, str] = ("", "")
    looks: Looks | None = None
    rank: Rank = Rank.MAIN
    sides: Mapping[Side, Looks] | None = None
    is_silent: bool = False

    def looks_at(self, side: Side | None) -> Looks | None:
        """Return what the sign in one half shows; None is a region that is drawn as one."""
        if self.sides is None or side is None:
            return self.looks
        return self.sides.get(side, self.looks)
