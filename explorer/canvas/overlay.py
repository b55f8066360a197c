"""What the overlay says of each region: a table from library and view state to looks."""

from typing import NamedTuple

from explorer.domain.library import Library
from explorer.domain.vocabulary import Effect, Phase, Strength, Use

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


def region_looks(library: Library, use: Use, phase: Phase) -> dict[str, RegionLook]:
    """Return the look of every region for one end of the slider and one phase."""
    looks = {}
    for region in library.regions:
        looks[region.id] = RegionLook(*library.summed_up(region.id, use, phase))
    return looks
