"""What a plot shows, in the reader's language: the same for a data set and for a forest."""

from typing import NamedTuple

from explorer.domain.dataset import PlotKind
from explorer.domain.vocabulary import Spread


def capital(text: str) -> str:
    """Return a text with a capital first; a name such as pH keeps its first letter."""
    return text if text[1:2].isupper() else text[:1].upper() + text[1:]


class AxisText(NamedTuple):
    """Name and unit of an axis; the unit is empty where there is none."""

    name: str
    unit: str

    def __str__(self) -> str:
        name = capital(self.name)
        return f"{name} ({self.unit})" if self.unit else name


class Mark(NamedTuple):
    """One number of one study.

    Attributes:
        series: position of its series.
        row: position of its category, or None on a number axis.
        x: place on the number axis, or None in a category.
        value: the number, in the unit of the value axis.
        low: lower end of its interval, or None when the source gives no spread.
        high: upper end of its interval.
        spread: what the interval means.
        spread_value: half of a symmetric interval, as the source prints it.
        reference: key of the work.
        citation: author and year.
        found_in: table or figure of the work.
        p: p value as printed, or empty.
    """

    series: int
    row: int | None
    x: float | None
    value: float
    low: float | None = None
    high: float | None = None
    spread: Spread | None = None
    spread_value: float | None = None
    n: int | None = None
    reference: str = ""
    citation: str = ""
    found_in: str = ""
    note: str = ""
    p: str = ""

    @property
    def has_interval(self) -> bool:
        """Whether the source gives a spread."""
        return self.low is not None and self.high is not None


class PlotContent(NamedTuple):
    """Everything that one plot says.

    Attributes:
        who: who was studied, with the use and the phase.
        title: the finding.
        caveat: what a reader must know before using it; empty without one.
        x: the number axis, or None when the marks stand in categories.
        y: the axis of the values.
        reference_line: value at which there is no difference, or None.
        series: names.
        categories: names.
        sources: full citations, by key.
    """

    id: str
    kind: PlotKind
    who: str
    title: str
    caveat: str
    x: AxisText | None
    y: AxisText
    reference_line: float | None
    series: tuple[str, ...]
    categories: tuple[str, ...]
    marks: tuple[Mark, ...]
    sources: dict[str, str]
