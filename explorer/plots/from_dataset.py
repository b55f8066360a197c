"""A data set of the pack as the content of a plot."""

from explorer.domain.dataset import Axis, Dataset, Point
from explorer.domain.library import Library
from explorer.domain.vocabulary import Language, Level
from explorer.export.citations import as_text, short_citation
from explorer.i18n import Words
from explorer.plots.content import AxisText, Mark, PlotContent, capital
from explorer.plots.wording import found_text


def dataset_content(dataset: Dataset, library: Library, words: Words, level: Level) -> PlotContent:
    """Write a data set in the reader's language and wording.

    Args:
        dataset: the data set.
        library: it knows the works that the numbers come from, and what the uses are called.
        words: interface texts.
        level: plain or clinical.
    """
    language = words.language
    series = {entry.id: at for at, entry in enumerate(dataset.series)}
    rows = {entry.id: at for at, entry in enumerate(dataset.categories)}
    cited = {
        key: short_citation(library.reference(key), words("card.others"))
        for key in dataset.references
    }

    def mark(point: Point) -> Mark:
        return Mark(
            series=series[point.series],
            row=rows[point.category] if point.category else None,
            x=point.x,
            value=point.value,
            low=point.low,
            high=point.high,
            spread=point.spread,
            spread_value=point.spread_value,
            n=point.n,
            reference=point.reference,
            citation=cited[point.reference],
            found_in=found_text(point.source, words),
            note=point.note.at(language) if point.note is not None else "",
        )

    return PlotContent(
        id=dataset.id,
        kind=dataset.kind,
        who=_who(dataset, library, words),
        title=dataset.title.at(language, level),
        caveat=dataset.caveat.at(language, level),
        x=_axis(dataset.x, language) if dataset.x is not None else None,
        y=_axis(dataset.y, language),
        reference_line=dataset.reference_line,
        series=tuple(capital(entry.name.at(language)) for entry in dataset.series),
        categories=tuple(capital(entry.name.at(language)) for entry in dataset.categories),
        marks=tuple(mark(point) for point in dataset.points),
        sources={key: as_text(library.reference(key)) for key in cited},
    )


def _who(dataset: Dataset, library: Library, words: Words) -> str:
    """Say who was studied, with the use and the phase."""
    studied = dict.fromkeys(entry.species for entry in dataset.series)
    names = [words(f"numbers.species.{species}") for species in studied]
    uses = [note.name.at(words.language) for note in library.info.uses if note.use is dataset.use]
    return " · ".join([*names, *uses, words(f"section.{dataset.phase}")])


def _axis(axis: Axis, language: Language) -> AxisText:
    """Write an axis; a unit that only says the name again, as in votes (votes), is left out."""
    name, unit = axis.name.at(language), axis.unit.at(language)
    return AxisText(name, "" if name.casefold() in unit.casefold() else unit)
