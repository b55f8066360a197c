"""Data sets: people apart from animals, axes that fit the plot, works that still stand."""

from collections.abc import Iterator

from explorer.domain.dataset import Dataset, PlotKind, Point
from explorer.domain.numbers import numbers_in
from explorer.domain.problem import Problem
from explorer.domain.vocabulary import Language, Species
from explorer.pack.checks.evidence import retracted_works
from explorer.pack.checks.links import hint, ids
from explorer.pack.draft import Draft, PlacedDataset
from explorer.pack.gather import PLACES, REFERENCES

_MOST = 100.0  # what an icon array of a hundred can show


def datasets_are_about_places(draft: Draft) -> list[Problem]:
    """`about` holds places of any kind, each once."""
    if PLACES not in draft.read:
        return []
    places = ids(draft.places)
    found: list[Problem] = []
    for part in draft.datasets:
        about = part.entry.value.about
        for at, place in enumerate(about):
            if place in about[:at]:
                what, mend = f"`about` names `{place}` twice", "remove one"
            elif place not in places and place not in draft.rejected:
                what = f"`about` names `{place}`, which is no place of this pack"
                mend = hint(place, places)
            else:
                continue
            found.append(part.entry.problem("about", at, what=what, mend=mend))
    return found


def people_stand_alone(draft: Draft) -> list[Problem]:
    """Human and animal numbers never share an axis."""
    found: list[Problem] = []
    for part in draft.datasets:
        human = [series.species is Species.HUMAN for series in part.entry.value.series]
        if len(set(human)) > 1:
            at = human.index(not human[0])
            what = "people and animals are in one data set"
            mend = "make two data sets of it"
            found.append(part.entry.problem("series", at, what=what, mend=mend))
    return found


def axes_fit_the_kind(draft: Draft) -> list[Problem]:
    """A time course runs along an axis; bars and icons stand side by side; points do either."""
    return [
        part.entry.problem("kind", what=what, mend=mend)
        for part in draft.datasets
        for what, mend in _axes(part.entry.value)
    ]


def _axes(dataset: Dataset) -> Iterator[tuple[str, str]]:
    has_x, has_categories = dataset.x is not None, bool(dataset.categories)
    if has_x and has_categories:
        yield "the data set has both `x` and `categories`", "remove one of the two"
    elif not (has_x or has_categories):
        yield "the data set has neither `x` nor `categories`", "add one of the two"
    elif dataset.kind is PlotKind.TIME_COURSE and not has_x:
        yield "a time course needs an x axis", "describe `x` instead of `categories`"
    elif dataset.kind in {PlotKind.BARS, PlotKind.ICON_ARRAY} and has_x:
        yield f"`{dataset.kind}` stand side by side, not on an x axis", "list `categories` instead"


def works_stand(draft: Draft) -> list[Problem]:
    """Each number comes from a work of this pack that was not retracted."""
    if REFERENCES not in draft.read:
        return []
    keys = {part.value.key for part in draft.references}
    known, retracted = keys | draft.rejected, retracted_works(draft)
    found: list[Problem] = []
    for part in draft.datasets:
        for at, point in enumerate(part.entry.value.points):
            key = point.reference
            if key in retracted:
                what = f"`{key}` ({retracted[key].doi or 'no DOI'}) is retracted"
                mend = "remove the row"
            elif key not in known:
                what, mend = f"`{key}` is not in {REFERENCES}", hint(key, keys)
            else:
                continue
            found.append(part.row_problem(at, "column `reference`", what, mend))
    return found


def rows_are_there_once(draft: Draft) -> list[Problem]:
    """One value for each place in the plot; single points may come from several works."""
    found: list[Problem] = []
    for part in draft.datasets:
        seen: dict[tuple[object, ...], int] = {}
        for at, point in enumerate(part.entry.value.points):
            place = _place(part.entry.value, point)
            first = seen.setdefault(place, at)
            if first != at:
                line = part.table.line((first,))
                what = f"the same place in the plot as row {line}"
                found.append(part.row_problem(at, "column `value`", what, "keep one of the two"))
    return found


def _place(dataset: Dataset, point: Point) -> tuple[object, ...]:
    place = (point.series, point.category, point.x)
    return (*place, point.reference) if dataset.kind is PlotKind.POINTS else place


def icons_are_of_a_hundred(draft: Draft) -> list[Problem]:
    """An icon array shows how many of a hundred."""
    return [
        part.row_problem(
            at, "column `value`", f"{point.value:g} is not between 0 and 100", "write it as a share"
        )
        for part in draft.datasets
        if part.entry.value.kind is PlotKind.ICON_ARRAY
        for at, point in enumerate(part.entry.value.points)
        if not 0 <= point.value <= _MOST
    ]


def nothing_is_described_in_vain(draft: Draft) -> list[Problem]:
    """Each series and each category has a row."""
    found: list[Problem] = []
    for part in draft.datasets:
        dataset = part.entry.value
        used = {point.series for point in dataset.points}
        found += _unused(part, "series", [one.id for one in dataset.series], used)
        used = {point.category for point in dataset.points}
        found += _unused(part, "categories", [one.id for one in dataset.categories], used)
    return found


def _unused(part: PlacedDataset, field: str, there: list[str], used: set[str]) -> list[Problem]:
    return [
        part.entry.problem(
            field, at, what=f"no row has `{name}`, one of the `{field}`", mend="remove it"
        )
        for at, name in enumerate(there)
        if used and name not in used
    ]


def notes_hold_the_same_numbers(draft: Draft) -> list[Problem]:
    """The notes of a row say the same in both languages."""
    return [
        part.row_problem(
            at,
            "column `note_en`",
            "has other numbers than `note_nl`",
            "write the same numbers in both, as digits",
        )
        for part in draft.datasets
        for at, point in enumerate(part.entry.value.points)
        if point.note is not None
        and numbers_in(point.note.nl, Language.NL) != numbers_in(point.note.en, Language.EN)
    ]


CHECKS = (
    datasets_are_about_places,
    people_stand_alone,
    axes_fit_the_kind,
    works_stand,
    rows_are_there_once,
    icons_are_of_a_hundred,
    nothing_is_described_in_vain,
    notes_hold_the_same_numbers,
)
