"""What the overlay says of each region: a table from library and view state to looks."""

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from explorer.domain.library import Library
from explorer.domain.vocabulary import Effect, Lens, Phase, Side, Strength, Use

_DENSITY = {
    Strength.GAP: 0.0,
    Strength.EARLY: 0.34,
    Strength.LIMITED: 0.52,
    Strength.MODERATE: 0.70,
    Strength.STRONG: 0.88,
}


class RegionLook(NamedTuple):
    """How one region is painted.

    Attributes:
        effect: direction; gives the colour and the glyph.
        strength: step of the evidence; gives the density.
    """

    effect: Effect
    strength: Strength

    @property
    def density(self) -> float:
        """Opacity of the colour, 0 to 1: denser is stronger evidence. A gap is hatched instead."""
        return _DENSITY[self.strength]

    @property
    def is_gap(self) -> bool:
        """Whether nothing was found, which is drawn as a hatched, uncoloured area."""
        return self.effect is Effect.UNKNOWN


Looks = tuple[RegionLook, RegionLook]
"""What is shown at the therapeutic and at the chronic end of the slider."""


class Rank(StrEnum):
    """How loud a region is on the picture."""

    MAIN = "main"
    """What the pack is about; a part of a synapse is main too."""
    CONTEXT = "context"


class LinkLook(NamedTuple):
    """How one link between regions is painted.

    Attributes:
        id: the link.
        origin: region where it begins.
        targets: regions where it ends; an end that the diagram lacks is left out.
        bend: how far it bows sideways, as a share of its length; the sign is the side.
        looks: what it shows at the therapeutic and the chronic end of the slider.
        name: what its label says while it is selected.
        notes: the label's second line at either end of the slider.
    """

    id: str
    origin: str
    targets: tuple[str, ...]
    bend: float
    looks: Looks
    name: str = ""
    notes: tuple[str, str] = ("", "")


def region_looks(
    library: Library, use: Use, phase: Phase, lens: Lens = Lens.ALL
) -> dict[str, RegionLook]:
    """Return the look of every region for one end of the slider and one phase."""
    return place_looks(library, (region.id for region in library.regions), use, phase, lens)


def place_looks(
    library: Library, places: Iterable[str], use: Use, phase: Phase, lens: Lens = Lens.ALL
) -> dict[str, RegionLook]:
    """Return the look of places of any kind, in the order in which they are given."""
    return {place: RegionLook(*library.summed_up(place, use, phase, lens)) for place in places}


def side_looks(
    library: Library, phase: Phase, lens: Lens = Lens.ALL
) -> dict[str, dict[Side, Looks]]:
    """Return the looks of the left and the right of each region of which they differ.

    Each side has what both ends of the slider show, as `Label.sides` takes it.
    """
    found = {}
    for region in library.regions:
        sides = {
            side: (
                RegionLook(*library.summed_up(region.id, Use.THERAPEUTIC, phase, lens, side)),
                RegionLook(*library.summed_up(region.id, Use.CHRONIC, phase, lens, side)),
            )
            for side in Side
        }
        if sides[Side.LEFT] != sides[Side.RIGHT]:
            found[region.id] = sides
    return found
