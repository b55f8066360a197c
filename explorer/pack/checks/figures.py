"""Numbers with their spread, and windows in time, that make sense in themselves."""

from collections.abc import Iterator

from explorer.domain.claim import Claim, Figure
from explorer.domain.duration import hours
from explorer.domain.problem import Problem
from explorer.domain.vocabulary import Spread
from explorer.pack.document import Placed
from explorer.pack.draft import Draft

_INTERVALS = frozenset({Spread.CI95, Spread.IQR, Spread.RANGE})


def figures_cite_the_claim(draft: Draft) -> list[Problem]:
    """The source of a number is one of the claim's own."""
    return [
        part.problem(
            "figures",
            position,
            "reference",
            what=f"the figure's reference `{figure.reference}` is not among the claim's references",
            mend="add it to `references`, or correct it",
        )
        for part in draft.claims
        for position, figure in enumerate(part.value.figures)
        if figure.reference not in part.value.references
    ]


def spreads_are_whole(draft: Draft) -> list[Problem]:
    """An interval has two ends in order; a deviation has a value."""
    return [
        part.problem("figures", position, "spread", what=what, mend=mend)
        for part in draft.claims
        for position, figure in enumerate(part.value.figures)
        for what, mend in _spread(figure)
    ]


def _spread(figure: Figure) -> Iterator[tuple[str, str]]:
    low, high = figure.low, figure.high
    if figure.spread is None:
        return
    if (low is None) != (high is None):
        yield "the spread has only one end", "give both `low` and `high`"
    elif low is None and (figure.spread in _INTERVALS or figure.spread_value is None):
        needs = "`low` and `high`" if figure.spread in _INTERVALS else "`value`"
        yield f"the spread {figure.spread} lacks {needs}", f"add {needs}"
    elif low is not None and high is not None:
        yield from _ends(figure, low, high)


def _ends(figure: Figure, low: float, high: float) -> Iterator[tuple[str, str]]:
    if low > high:
        yield "`low` is above `high`", "swap them"
    elif figure.spread in _INTERVALS - {Spread.IQR} and not low <= figure.value <= high:
        # A mean may lie outside the quartiles, but not outside its own confidence interval.
        yield "the value lies outside its own interval", "correct `value`, `low` or `high`"


def windows_run_forward(draft: Draft) -> list[Problem]:
    """An effect does not end before it begins."""
    return [
        part.problem(
            "window", "end", what="`window.end` is before `window.onset`", mend="swap them"
        )
        for part in draft.claims
        if _runs_back(part)
    ]


def _runs_back(part: Placed[Claim]) -> bool:
    window = part.value.window
    if window is None or not window.onset or not window.end:
        return False
    return hours(window.end) < hours(window.onset)


CHECKS = (figures_cite_the_claim, spreads_are_whole, windows_run_forward)
