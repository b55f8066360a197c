"""What differs between two cells of the pack, as a rule that needs no words."""

from enum import StrEnum
from typing import NamedTuple

from explorer.domain.library import Cell
from explorer.domain.vocabulary import Effect, Species, Strength


class Contrast(StrEnum):
    """What two cells of the same phase have to do with each other."""

    BOTH_UNKNOWN = "both_unknown"
    ONLY_LEFT = "only_left"
    ONLY_RIGHT = "only_right"
    SAME_DIRECTION = "same_direction"
    OTHER_DIRECTION = "other_direction"


class Backing(StrEnum):
    """On which side the evidence is stronger, where both sides have any."""

    LEFT = "left"
    RIGHT = "right"
    EQUAL = "equal"


class Tally(NamedTuple):
    """How much evidence a cell rests on.

    Attributes:
        claims: claims with evidence.
        human: how many of them are about people.
    """

    claims: int
    human: int


class Comparison(NamedTuple):
    """Two cells side by side.

    Attributes:
        contrast: how their directions compare.
        backing: which one has the stronger evidence; None where a side has none.
        left: evidence of the left one.
        right: evidence of the right one.
    """

    contrast: Contrast
    backing: Backing | None
    left: Tally
    right: Tally


def compare(left: Cell, right: Cell) -> Comparison:
    """Compare two cells, whatever use, place or lens they are of."""
    knows_left, knows_right = _is_known(left), _is_known(right)
    backing = None
    if not knows_left and not knows_right:
        contrast = Contrast.BOTH_UNKNOWN
    elif not knows_right:
        contrast = Contrast.ONLY_LEFT
    elif not knows_left:
        contrast = Contrast.ONLY_RIGHT
    else:
        is_same = left.effect is right.effect
        contrast = Contrast.SAME_DIRECTION if is_same else Contrast.OTHER_DIRECTION
        backing = _backing(left.strength, right.strength)
    return Comparison(contrast, backing, _tally(left), _tally(right))


def _is_known(cell: Cell) -> bool:
    return cell.effect is not Effect.UNKNOWN and cell.strength > Strength.GAP


def _backing(left: Strength, right: Strength) -> Backing:
    if left == right:
        return Backing.EQUAL
    return Backing.LEFT if left > right else Backing.RIGHT


def _tally(cell: Cell) -> Tally:
    found = [claim.evidence for claim in cell.claims if claim.evidence is not None]
    return Tally(len(found), sum(evidence.species is Species.HUMAN for evidence in found))
