"""A guided walk: steps that each show something of the brain and say what is known of it."""

from typing import NamedTuple

from explorer.domain.text import Name, Text
from explorer.domain.vocabulary import Lens, Phase, Use


class TourStep(NamedTuple):
    """One step: where it leads, and what it says there.

    Attributes:
        text: what is said.
        claims: ids of the claims that the text rests on; it says no more than they do.
        view: id of the view.
        plane: which diagram of the view, counted from 0.
        region: id of the place that is selected, or None for none.
        hour: moment after intake for the line of time, or None for all times.
        timeline: whether the line of time is shown.
        resting: whether a synapse is shown at rest.
    """

    text: Text
    claims: tuple[str, ...]
    use: Use
    phase: Phase
    view: str
    plane: int = 0
    region: str | None = None
    lens: Lens = Lens.ALL
    hour: float | None = None
    timeline: bool = False
    resting: bool = False


class Tour(NamedTuple):
    """A sequence of steps, at least one."""

    id: str
    title: Name
    steps: tuple[TourStep, ...]
