"""What one label says."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from explorer.canvas.overlay import Looks, Rank
from explorer.domain.vocabulary import Side


class NoteRow(NamedTuple):
    """One line below a name: what it says and how it looks, at both ends of the slider."""

    notes: tuple[str, str]
    looks: Looks


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
        side_notes: for the same region, the notes of either.
        is_silent: whether a region is only named and outlined, and nothing is said of it.
    """

    id: str
    name: str
    notes: tuple[str, str] = ("", "")
    looks: Looks | None = None
    rank: Rank = Rank.MAIN
    sides: Mapping[Side, Looks] | None = None
    side_notes: Mapping[Side, tuple[str, str]] | None = None
    is_silent: bool = False

    def looks_at(self, side: Side | None) -> Looks | None:
        """Return what the sign in one half shows; None is a region that is drawn as one."""
        if self.sides is None or side is None:
            return self.looks
        return self.sides.get(side, self.looks)

    def rows(self, halves: Sequence[Side]) -> tuple[NoteRow, ...]:
        """Return the lines below the name: one, or one for each half of which they differ.

        Args:
            halves: those in which the diagram draws it; fewer than two for what it draws as one.
        """
        if self.looks is None or self.is_silent:
            return ()
        if self.sides is None or self.side_notes is None or len(halves) < len(Side):
            return (NoteRow(self.notes, self.looks),)
        return tuple(NoteRow(self.side_notes[side], self.sides[side]) for side in halves)
