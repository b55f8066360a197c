"""Where a page of the window wants to go on the brain."""

from typing import NamedTuple

from explorer.domain.vocabulary import Phase, Use


class Jump(NamedTuple):
    """A wish to leave a page for a place on the brain.

    Attributes:
        place: id of the place to select.
        use: the end of the slider to move to, or None to stay.
        phase: the phase that the overlay is to show, or None to stay.
        claim: id of the card to open, or None.
    """

    place: str
    use: Use | None = None
    phase: Phase | None = None
    claim: str | None = None
