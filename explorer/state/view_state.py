"""One value for where the person is."""

from typing import NamedTuple

from explorer.domain.vocabulary import Language, Lens, Level, Phase, Use

PAGES = (
    *("explore", "gaps", "checks", "sources", "glossary", "rating", "numbers", "compare"),
    "handout",
)
"""The pages of the window."""


class ViewState(NamedTuple):
    """Everything that decides what the window shows. Frozen, so it can be kept, compared, hashed.

    Attributes:
        region: id of the selected place (of any kind), or None when nothing is selected.
        use: the end of the slider at which the window rests.
        phase: the phase whose effect the overlay shows. The panel always shows both.
        language: language of every text.
        level: plain or clinical wording of every text of the pack.
        lens: which evidence counts.
        view: id of the view.
        plane: which diagram of the view, counted from 0.
        scan: whether the scan is shown instead of the drawing, where there is one.
        resting: whether the synapse is shown at rest, before anybody took anything.
        mirrored: whether left and right of the picture are swapped.
        page: which page of the window is shown; one of `PAGES`.
        timeline: whether the line of time is shown under the brain.
        hour: moment after intake of which brain and panel tell, or None for all times.
        tour: id of the tour that the person is on, or None.
        step: which step of it, counted from 0. The person may have wandered from it.
    """

    region: str | None = None
    use: Use = Use.THERAPEUTIC
    phase: Phase = Phase.ACUTE
    language: Language = Language.EN
    level: Level = Level.PLAIN
    lens: Lens = Lens.ALL
    view: str = "medial"
    plane: int = 0
    scan: bool = False
    resting: bool = False
    mirrored: bool = False
    page: str = "explore"
    timeline: bool = False
    hour: float | None = None
    tour: str | None = None
    step: int = 0
