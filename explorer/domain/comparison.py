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
        species: who was studied, with the number of claims of each, in the order of `Species`.
        hidden: claims that the lens hides.
    """

    claims: int
    species: tuple[tuple[Species, int], ...]
    hidden: int

    @property
    def has_people(self) -> bool:
        """Whether any of the claims is about people."""
        return any(species is Species.HUMAN for species, _ in self.species)


class Comparison(NamedTuple):
    """Two cells side by side.

    Attributes:
        contrast: how their directions compare.
        backing: which one has the stronger evidence; None where a side has none.
        people: which one alone has studies in people, EQUAL for both or neither; None where a
            side has no evidence.
        left: evidence of the left one.
        right: evidence of the right one.
    """

    contrast: Contrast
    backing: Backing | None
    people: Backing | None
    left: Tally
    right: Tally


def compare(left: Cell, right: Cell) -> Comparison:
    """Compare two cells, whatever use, place or lens they are of."""
    knows_left, knows_right = is_known(left), is_known(right)
    here, there = _tally(left), _tally(right)
    backing = people = None
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
        people = _backing(here.has_people, there.has_people)
    return Comparison(contrast, backing, people, here, there)


def is_known(cell: Cell) -> bool:
    """Whether anything is known of a cell; what the lens hides is not."""
    return cell.effect is not Effect.UNKNOWN and cell.strength > Strength.GAP


def _backing(left: int, right: int) -> Backing:
    if left == right:
        return Backing.EQUAL
    return Backing.LEFT if left > right else Backing.RIGHT


def _tally(cell: Cell) -> Tally:
    found = [claim.evidence.species for claim in cell.claims if claim.evidence is not None]
    species = tuple((one, found.count(one)) for one in Species if one in found)
    return Tally(len(found), species, cell.hidden)
