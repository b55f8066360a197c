"""One value for where the person is."""

from typing import NamedTuple

from explorer.domain.vocabulary import Language, Level, Phase, Use


class ViewState(NamedTuple):
    """Everything that decides what the window shows. Frozen, so it can be kept, compared, hashed.

    Attributes:
        region: id of the selected region, or None when nothing is selected.
        use: the end of the slider at which the window rests.
        phase: the phase whose effect the overlay shows. The panel always shows both.
        language: language of every text.
        level: plain or clinical wording of every text of the pack.
    """

    region: str | None = None
    use: Use = Use.THERAPEUTIC
    phase: Phase = Phase.ACUTE
    language: Language = Language.EN
    level: Level = Level.PLAIN
