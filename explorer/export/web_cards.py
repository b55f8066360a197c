"""The cards of a web page: a claim, a claim check, a source, the numbers of a plot."""

from collections.abc import Iterable

from explorer.domain.claim import Claim
from explorer.domain.claim_check import ClaimCheck
from explorer.domain.dataset import Dataset, Point
from explorer.domain.library import Library
from explorer.domain.reference import Reference
from explorer.domain.vocabulary import CheckVerdict, Language, Level, ReferenceStatus, Verification
from explorer.export.citations import as_text, short_citation
from explorer.export.markup import Markup, join, tag
from explorer.export.web_signs import effect_line, strength_line
from explorer.export.wording import Wording

_MINUS = "\u2212"


class Cards:
    """Writes cards in one language and at one level.

    Args:
        library: the pack.
        words: interface texts.
        level: plain or clinical.
    """

    def __init__(self, library: Library, words: Wording, level: Level) -> None:
        self._library = library
        self._words = words
        self._language: Language = words.language
        self._level = level

    def claim(self, claim: Claim, *, is_folded: bool, where: bool = False) -> Markup:
        """Write a claim.

        Args:
            claim: the claim.
            is_folded: whether caveat and sources are seen only when asked for.
            where: whether to say which place, use and phase it is about.
        """
        words, strength = self._words, self._library.verdict(claim).strength
        more = [self._caveat(claim), self._sources(claim.references)]
        if any(more) and is_folded:
            summary = words("card.why_empty" if claim.is_gap else "web.more")
            more = [tag("details", tag("summary", summary), *more)]
        return tag(
            "article",
            tag("p", self._where(claim), class_="where") if where else None,
            tag(
                "div",
                effect_line(claim.effect, words),
                strength_line(strength, words),
                class_="verdicts",
            ),
            tag("p", claim.statement.at(self._language, self._level), class_="statement"),
            tag("p", self._who(claim), class_="who"),
            *more,
            class_=f"card claim {claim.effect}",
        )

    def check(self, check: ClaimCheck) -> Markup:
        """Write a claim check, with its sources."""
        words = self._words
        statement = words("checks.quoted", statement=check.statement.at(self._language))
        stands = check.verdict in (CheckVerdict.CORRECT, CheckVerdict.PARTLY)
        return tag(
            "article",
            tag("p", words("page.checks"), class_="where"),
            tag("h3", statement),
            tag(
                "p",
                tag("strong", words(f"verdict.{check.verdict}")),
                f". {words(f'verdict.{check.verdict}.tip')}",
                class_="verdict stands" if stands else "verdict",
            ),
            tag("p", check.answer.at(self._language, self._level), class_="statement"),
            self._sources(check.references),
            class_="card check",
        )

    def source(self, reference: Reference) -> Markup:
        """Write a source in full."""
        bare = reference._replace(doi="", pmid="", pmcid="", url="")  # these follow as a link
        return tag(
            "article",
            tag("p", self._words("handout.kind.source"), class_="where"),
            tag("p", f"{as_text(bare)}.", class_="statement"),
            self._address(reference),
            class_="card source",
        )

    def numbers(self, dataset: Dataset) -> Markup:
        """Write the numbers of a plot as a table."""
        words, language = self._words, self._language
        return tag(
            "article",
            tag("p", words("page.numbers"), class_="where"),
            tag("h3", dataset.title.at(language, self._level)),
            tag("div", self._table(dataset), class_="wide", tabindex="0", role="group",
                aria_label=words("numbers.table_name", title=dataset.measure.at(language))),
            self._labelled("card.who", self._people(dataset)),
            self._labelled("card.caveat", dataset.caveat.at(language, self._level)),
            self._sources(dataset.references),
            class_="card numbers",
        )  # fmt: skip

    def _where(self, claim: Claim) -> str:
        use = next(note.name for note in self._library.info.uses if note.use is claim.use)
        return " · ".join(
            (
                self._library.place_name(claim.about).at(self._language),
                use.at(self._language),
                self._words(f"phase.{claim.phase}"),
            )
        )

    def _who(self, claim: Claim) -> Markup:
        words = self._words
        if claim.evidence is None:
            date = claim.search.date if claim.search else self._library.info.searched
            return join([words("card.searched", date=words.month(date))])
        evidence = claim.evidence
        n = words("card.n_unknown") if evidence.n is None else f"n = {evidence.n}"
        said = f"{evidence.who.at(self._language)} ({n})"
        if evidence.verified is Verification.SECONDARY:
            said = f"{said}. {words('card.secondary')}"
        return join([tag("span", f"{words('card.who')}: ", class_="label"), said])

    def _caveat(self, claim: Claim) -> Markup | None:
        if claim.caveat is None:
            return None
        key = "card.why_empty" if claim.is_gap else "card.caveat"
        return self._labelled(key, claim.caveat.at(self._language, self._level))

    def _labelled(self, key: str, text: str) -> Markup:
        label = tag("span", f"{self._words(key)}: ", class_="label")
        return tag("p", label, text, class_="caveat")

    def _sources(self, keys: Iterable[str]) -> Markup | None:
        references = [self._library.reference(key) for key in keys]
        if not references:
            return None
        return tag("ul", *(tag("li", *self._cited(work)) for work in references), class_="sources")

    def _cited(self, work: Reference) -> list[Markup | str]:
        short = short_citation(work, self._words("card.others"))
        if work.journal and work.authors:
            short = f"{short} · {work.journal}"
        parts: list[Markup | str] = [tag("span", short, class_="short"), ". "]
        if work.title:
            parts += [work.title.rstrip("."), ". "]
        return [*parts, *self._identifier(work)]

    def _address(self, work: Reference) -> Markup:
        return tag("p", *self._identifier(work), class_="address")

    def _identifier(self, work: Reference) -> list[Markup | str]:
        """Write where a work is found, and whether it still stands."""
        if work.doi:
            said = f"doi\u00a0{work.doi}"
        elif work.pmid:
            said = f"PMID\u00a0{work.pmid}"
        else:
            said = work.pmcid or work.url or self._words("card.no_doi")
        parts: list[Markup | str] = [outside(work.link, said)]
        marks = {
            ReferenceStatus.RETRACTED: "card.retracted",
            ReferenceStatus.CORRECTED: "card.corrected",
        }
        if work.status in marks:
            parts += [" ", tag("strong", self._words(marks[work.status]), class_="status")]
        return parts

    def _people(self, dataset: Dataset) -> str:
        kinds = dict.fromkeys(series.species for series in dataset.series)
        names = (self._words(f"numbers.species.{kind}") for kind in kinds)
        return "; ".join(f"{name[:1].lower()}{name[1:]}" for name in names)

    def _table(self, dataset: Dataset) -> Markup:
        words, language = self._words, self._language
        unit = dataset.y.unit.at(language)
        value = dataset.y.name.at(language)
        heads = (
            words("numbers.column.category"),
            f"{value} ({unit})" if unit else value,
            words("numbers.column.spread"),
            "n",
            words("numbers.column.source"),
        )
        rows = [
            tag("tr", *(tag("td", text) for text in self._row(dataset, point)))
            for point in dataset.points
        ]
        head = tag("tr", *(tag("th", text, scope="col") for text in heads))
        return tag("table", tag("thead", head), tag("tbody", *rows))

    def _row(self, dataset: Dataset, point: Point) -> tuple[str, ...]:
        words, language = self._words, self._language
        what = [part.name.at(language) for part in dataset.categories if part.id == point.category]
        if len(dataset.series) > 1 or not what:
            what += [part.name.at(language) for part in dataset.series if part.id == point.series]
        if point.x is not None and dataset.x is not None:
            unit = dataset.x.unit.at(language)
            what.append(f"{dataset.x.name.at(language)} {self._number(point.x)} {unit}".rstrip())
        source = short_citation(self._library.reference(point.reference), words("card.others"))
        note = f" ({point.note.at(language)})" if point.note else ""
        return (
            f"{', '.join(what)}{note}",
            self._number(point.value),
            self._spread(point),
            words("numbers.n_unknown") if point.n is None else str(point.n),
            source,
        )

    def _spread(self, point: Point) -> str:
        words = self._words
        if point.spread is None:
            return words("numbers.no_spread")
        kind = words(f"spread.{point.spread}")
        if point.spread_value is not None:
            return f"{kind} {self._number(point.spread_value)}"
        if point.low is None or point.high is None:
            return words("numbers.no_spread")
        low, high = self._number(point.low), self._number(point.high)
        return f"{kind} {low} {words('spread.to')} {high}"

    def _number(self, value: float) -> str:
        return self._words.number(value).replace("-", _MINUS)


def outside(link: str, said: str) -> Markup:
    """Write a link that leaves the page, or only the text when there is nowhere to go.

    Only addresses of the web are links: a pack may say anything.
    """
    if not link.startswith(("https://", "http://")):
        return tag("span", said)
    return tag("a", said, href=link, target="_blank", rel="noopener noreferrer")
