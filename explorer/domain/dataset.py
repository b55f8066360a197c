"""Numbers of studies that can be drawn: what they are of, and each with where it comes from."""

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from explorer.domain.text import Name, Text
from explorer.domain.vocabulary import Phase, Species, Spread, Use


class PlotKind(StrEnum):
    """How a data set is drawn."""

    BARS = "bars"
    POINTS = "points"
    TIME_COURSE = "time_course"
    ICON_ARRAY = "icon_array"


class Axis(NamedTuple):
    """What an axis shows, and in which unit."""

    name: Name
    unit: Name


class Series(NamedTuple):
    """Points that belong together, such as one arm of a trial."""

    id: str
    name: Name
    species: Species


class Category(NamedTuple):
    """What points are about that do not stand on an axis of numbers: a region, a trial."""

    id: str
    name: Name


class Point(NamedTuple):
    """One number of one study.

    Attributes:
        series: id of a series of the data set.
        category: id of a category, or empty in a data set with an x axis.
        x: where it stands on the x axis, or None in a data set with categories.
        n: how many people or animals, or None when the source does not say.
        spread: meaning of the interval, or None when the source gives none.
        spread_value: one-number spread (SD, SE) as the source gives it, or None.
        low: lower end of the interval, absolute, on the y axis; also of an SD or SE.
        high: upper end of the interval.
        reference: citation key of the work that gives the number.
        source: where in that work: a table, a figure, the abstract; empty when not noted.
        note: what a reader must know of this one number, or None.
    """

    series: str
    category: str
    x: float | None
    value: float
    n: int | None
    spread: Spread | None
    spread_value: float | None
    low: float | None
    high: float | None
    reference: str
    source: str = ""
    note: Name | None = None


class Dataset(NamedTuple):
    """One plot: people alone or animals alone, one measure, one unit.

    Attributes:
        about: ids of the places under which it is offered.
        title: what it shows, as a sentence no surer than its evidence.
        caveat: what must be kept in mind.
        measure: what was measured; data sets with the same measure can share an axis.
        x: the x axis, or None when the points are of categories.
        y: the axis of the values.
        reference_line: a value to compare with, such as 0 for no change, or None.
        series: in the order in which they are named.
        categories: in the order in which they stand; empty with an x axis.
        points: in the order of the file; made when asked for.
    """

    id: str
    kind: PlotKind
    about: tuple[str, ...]
    use: Use
    phase: Phase
    title: Text
    caveat: Text
    measure: Name
    x: Axis | None
    y: Axis
    reference_line: float | None
    series: tuple[Series, ...]
    categories: tuple[Category, ...]
    points: Sequence[Point]

    @property
    def is_human(self) -> bool:
        """Whether people were studied; otherwise animals or cells, never both."""
        return all(series.species is Species.HUMAN for series in self.series)

    @property
    def references(self) -> tuple[str, ...]:
        """Keys of the works that the numbers come from, each once, in order of appearance."""
        return tuple(dict.fromkeys(point.reference for point in self.points))
