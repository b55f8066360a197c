"""What the list of numbers holds, for a place, a lens and a text to look for."""

from collections import Counter
from functools import cached_property

from explorer.domain.dataset import Dataset
from explorer.domain.library import Library
from explorer.domain.text import Name
from explorer.domain.vocabulary import Lens
from explorer.i18n import Words
from explorer.plots.content import capital
from explorer.plots.forest import Forest, forests_about
from explorer.state.view_state import ViewState
from explorer.widgets.numbers_list import Entry

_MOST_PARTS = 3


class NumbersEntries:
    """Finds data sets and forests, and names them.

    Args:
        library: the pack.
    """

    def __init__(self, library: Library) -> None:
        self._library = library
        self._forests: dict[tuple[str, Lens], tuple[Forest, ...]] = {}

    def dataset(self, entry_id: str) -> Dataset | None:
        """Return the data set of an entry, or None for a forest."""
        known = (dataset for dataset in self._library.datasets if dataset.id == entry_id)
        return next(known, None)

    def forest(self, entry_id: str, state: ViewState) -> Forest | None:
        """Return the forest of an entry."""
        return next((found for found in self._of_place(state) if found.id == entry_id), None)

    def entries(self, state: ViewState, sought: str, words: Words) -> list[Entry]:
        """Return headings and entries: about the place first, then all data sets."""
        seen = [dataset for dataset in self._library.datasets if _passes(dataset, state.lens)]
        entries: list[Entry] = []
        if state.region is not None:
            place = self._library.place_name(state.region).at(words.language)
            about = [dataset for dataset in seen if state.region in dataset.about]
            found = [self._dataset_entry(dataset, words) for dataset in about]
            found += [_forest_entry(forest, words) for forest in self._of_place(state)]
            found = _matching(found, sought)
            key = "numbers.about" if found else "numbers.none_about"
            entries += [Entry("", words(key, place=place)), *found]
        every = _matching([self._dataset_entry(dataset, words) for dataset in seen], sought)
        if every:
            entries += [Entry("", words("numbers.every")), *every]
        elif sought:
            entries.append(Entry("", words("numbers.none")))
        hidden = len(self._library.datasets) - len(seen)
        if hidden:
            entries.append(Entry("", words("numbers.hidden", n=hidden)))
        return entries

    def _of_place(self, state: ViewState) -> tuple[Forest, ...]:
        if state.region is None:
            return ()
        key = (state.region, state.lens)
        if key not in self._forests:
            self._forests[key] = forests_about(self._library, *key)
        return self._forests[key]

    def _dataset_entry(self, dataset: Dataset, words: Words) -> Entry:
        language = words.language
        species = dict.fromkeys(series.species for series in dataset.series)
        parts = [words(f"numbers.kind.{dataset.kind}")]
        parts += [words(f"numbers.species.{kind}") for kind in species]
        uses = [note for note in self._library.info.uses if note.use is dataset.use]
        parts += [note.name.at(language) for note in uses]
        if self._measures[dataset.measure] > 1:  # the measure alone would not tell them apart
            parts.insert(0, _told_apart(dataset, words))
        return Entry(dataset.id, capital(dataset.measure.at(language)), " · ".join(parts))

    @cached_property
    def _measures(self) -> Counter[Name]:
        """How many data sets there are of each measure."""
        return Counter(dataset.measure for dataset in self._library.datasets)


def _told_apart(dataset: Dataset, words: Words) -> str:
    """Return what a data set is of, in a few words: its categories, or else its groups."""
    parts = dataset.categories or dataset.series
    return capital(", ".join(part.name.at(words.language) for part in parts[:_MOST_PARTS]))


def _forest_entry(forest: Forest, words: Words) -> Entry:
    parts = [words("numbers.kind.forest"), forest.unit(words)]
    if not forest.is_human:
        parts.append(words(f"numbers.species.{forest.species}"))
    return Entry(forest.id, capital(forest.name(words)), " · ".join(parts))


def _passes(dataset: Dataset, lens: Lens) -> bool:
    """Whether a data set is seen: every narrower lens leaves only people.

    A data set does not say how its studies were designed, so the narrowest hides no more.
    """
    return lens is Lens.ALL or dataset.is_human


def _matching(entries: list[Entry], sought: str) -> list[Entry]:
    """Return the entries that hold every word that is looked for."""
    parts = sought.casefold().split()
    return [
        entry
        for entry in entries
        if all(part in f"{entry.name} {entry.detail}".casefold() for part in parts)
    ]
