"""Every figure of a place's claims that shares a measure, one under the other."""

from collections.abc import Iterable
from typing import NamedTuple

from explorer.domain.claim import Claim, Figure
from explorer.domain.dataset import PlotKind
from explorer.domain.lens import passes
from explorer.domain.library import Library
from explorer.domain.vocabulary import Language, Lens, ReferenceStatus, Species, Use
from explorer.export.citations import as_text, short_citation
from explorer.i18n import Words
from explorer.plots.content import AxisText, Mark, PlotContent, capital

_FEWEST = 2
"""One figure alone compares with nothing."""


class Forest(NamedTuple):
    """Figures that can stand on one axis.

    Attributes:
        place: the place that they are about.
        figures: each with the claim that gives it.
    """

    id: str
    place: str
    figures: tuple[tuple[Claim, Figure], ...]

    def name(self, words: Words) -> str:
        """Return the measure that they share."""
        return self.figures[0][0].measure.at(words.language)

    def unit(self, words: Words) -> str:
        """Return the unit that they share."""
        return self.figures[0][1].unit.at(words.language)

    @property
    def species(self) -> Species:
        """Who, or what, was studied; never people and animals together."""
        found = _species(self.figures[0][0])
        assert found is not None, "a claim without evidence has no figures"
        return found

    @property
    def is_human(self) -> bool:
        """Whether people were studied."""
        return self.species is Species.HUMAN


def forests_about(library: Library, place_id: str, lens: Lens = Lens.ALL) -> tuple[Forest, ...]:
    """Return the forests of a place: same measure, same unit, same species, seen by the lens.

    Figures from retracted works are left out. A number that several claims of one measure quote
    stands once.
    """
    groups: dict[tuple[str, str, Species], list[tuple[Claim, Figure]]] = {}
    for finding in library.claim_index.findings:
        if finding.about != place_id:
            continue
        claim = library.claim(finding.id)
        species = _species(claim)
        if species is None or not passes(claim.evidence, lens):
            continue
        for figure in claim.figures:
            if library.reference(figure.reference).status is ReferenceStatus.RETRACTED:
                continue
            group = groups.setdefault((claim.measure.en, figure.unit.en, species), [])
            if all(figure != known for _, known in group):
                group.append((claim, figure))
    found = (tuple(group) for group in groups.values() if len(group) >= _FEWEST)
    return tuple(
        Forest(f"forest-{place_id}-{number}", place_id, group)
        for number, group in enumerate(found, start=1)
    )


def forest_content(forest: Forest, library: Library, words: Words) -> PlotContent:
    """Write a forest in the reader's language."""
    language = words.language
    claims = [claim for claim, _ in forest.figures]
    keys = dict.fromkeys(figure.reference for _, figure in forest.figures)
    cited = {key: short_citation(library.reference(key), words("card.others")) for key in keys}
    uses = _use_names(library, (claim.use for claim in claims), words)
    names = [_row_name(claim, figure, uses, words) for claim, figure in forest.figures]
    marks = tuple(
        _mark(row, figure, cited[figure.reference], words)
        for row, (_, figure) in enumerate(forest.figures)
    )
    place = library.place_name(forest.place).at(language)
    return PlotContent(
        id=forest.id,
        kind=PlotKind.POINTS,
        who=" · ".join([words(f"numbers.species.{forest.species}"), *uses.values()]),
        title=words("numbers.forest_title", place=place, measure=forest.name(words)),
        caveat=words("numbers.forest_caveat"),
        x=None,
        y=AxisText(forest.name(words), forest.unit(words)),
        reference_line=_reference_line(forest.figures),
        series=(forest.name(words),),
        categories=tuple(names),
        marks=marks,
        sources={key: as_text(library.reference(key)) for key in keys},
    )


def _mark(row: int, figure: Figure, citation: str, words: Words) -> Mark:
    low, high = figure.low, figure.high
    if low is None and high is None and figure.spread_value is not None:
        low, high = figure.value - figure.spread_value, figure.value + figure.spread_value
    return Mark(
        series=0,
        row=row,
        x=None,
        value=figure.value,
        low=low,
        high=high,
        spread=figure.spread,
        spread_value=figure.spread_value,
        n=figure.n,
        reference=figure.reference,
        citation=citation,
        p=figure.p.replace(".", ",") if words.language is Language.NL else figure.p,
    )


def _row_name(claim: Claim, figure: Figure, uses: dict[Use, str], words: Words) -> str:
    """Name a row; the use is said where the forest holds both."""
    name = capital(figure.label.at(words.language))
    return f"{name} ({uses[claim.use]})" if len(uses) > 1 else name


def _use_names(library: Library, uses: Iterable[Use], words: Words) -> dict[Use, str]:
    wanted = set(uses)
    notes = (note for note in library.info.uses if note.use in wanted)
    return {note.use: note.name.at(words.language) for note in notes}


def _reference_line(figures: Iterable[tuple[Claim, Figure]]) -> float | None:
    """Return where there is no difference: 1 for ratios, 0 for what lies on both sides of it."""
    shown = [figure for _, figure in figures]
    if shown[0].unit.en.casefold().endswith("ratio"):
        return 1.0
    ends = [end for figure in shown for end in (figure.value, figure.low, figure.high)]
    known = [end for end in ends if end is not None]
    return 0.0 if min(known) < 0 else None


def _species(claim: Claim) -> Species | None:
    return claim.evidence.species if claim.evidence is not None else None
