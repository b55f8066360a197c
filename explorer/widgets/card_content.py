"""What a claim card says: from a claim and the view state to finished sentences."""

from typing import NamedTuple

from explorer.domain.claim import Claim, Evidence, Figure
from explorer.domain.library import Library
from explorer.domain.reference import Reference
from explorer.domain.vocabulary import (
    Effect,
    Language,
    Level,
    ReferenceStatus,
    Spread,
    Strength,
    Verification,
)
from explorer.export.citations import short_citation
from explorer.i18n import Words


class Source(NamedTuple):
    """A reference as the card shows it.

    Attributes:
        reference: the work itself, for copying.
        short: author, year and journal.
        title: title of the work.
        identifier: "doi 10.…", or why there is none.
        link: address that a click opens, or empty.
        mark: "Retracted" or "Corrected" in the reader's language, or empty.
    """

    reference: Reference
    short: str
    title: str
    identifier: str
    link: str
    mark: str


class CardContent(NamedTuple):
    """A claim, ready to show in one language and at one level.

    Attributes:
        id: id of the claim.
        place: name of the place when it is another than the panel's region, else empty.
        effect: direction, for colour and sign.
        effect_word: its word.
        statement: the claim.
        strength: step of evidence.
        strength_word: its word.
        who: who was studied.
        mark: "Retracted" or "Corrected" when a source is, else empty.
        facts: label and text of each line of the details.
        why_title: "Why “Limited”?"
        why: the reasons, and what would change the step.
        sources: references.
    """

    id: str
    place: str
    effect: Effect
    effect_word: str
    statement: str
    strength: Strength
    strength_word: str
    who: str
    mark: str
    facts: tuple[tuple[str, str], ...]
    why_title: str
    why: str
    sources: tuple[Source, ...]

    @property
    def spoken(self) -> str:
        """The closed card in one breath, for assistive tools."""
        parts = (self.place, self.effect_word, self.statement, self.strength_word, self.who)
        return ". ".join(part.rstrip(".") for part in (*parts, self.mark) if part) + "."


def card_content(
    library: Library, claim: Claim, region_id: str, words: Words, level: Level
) -> CardContent:
    """Write out a claim.

    Args:
        library: the pack.
        claim: one of its claims.
        region_id: the region whose panel shows the card.
        words: interface texts; their language is the card's.
        level: plain or clinical.
    """
    language = words.language
    verdict = library.verdict(claim)
    strength_word = words(f"strength.{verdict.strength.name.lower()}")
    reasons = [words(f"why.{reason}", n=_count(claim)) for reason in verdict.reasons]
    sources = tuple(source_of(library.reference(key), words) for key in claim.references)
    return CardContent(
        id=claim.id,
        place="" if claim.about == region_id else library.place_name(claim.about).at(language),
        effect=claim.effect,
        effect_word=words(f"effect.{claim.effect}"),
        statement=claim.statement.at(language, level),
        strength=verdict.strength,
        strength_word=strength_word,
        who=_who(claim, library, words),
        mark=next((source.mark for source in sources if source.mark), ""),
        facts=tuple(_facts(claim, words, level)),
        why_title=words("card.why", strength=strength_word),
        why=" ".join([*reasons, words(f"why.{verdict.change}")]),
        sources=sources,
    )


def _count(claim: Claim) -> str:
    if claim.evidence is None or claim.evidence.n is None:
        return "?"
    return str(claim.evidence.n)


def _who(claim: Claim, library: Library, words: Words) -> str:
    if claim.evidence is not None:
        return claim.evidence.who.at(words.language)
    date = claim.search.date if claim.search else library.info.searched
    return words("card.searched", date=words.month(date))


def _facts(claim: Claim, words: Words, level: Level) -> list[tuple[str, str]]:
    language = words.language
    facts = [(words("card.measure"), claim.measure.at(language))]
    if claim.search is not None:
        facts.append((words("card.sought"), claim.search.sought.at(language)))
    if claim.evidence is not None:
        facts += _evidence_facts(claim.evidence, words)
    if claim.figures:
        figures = "\n".join(figure_text(figure, words) for figure in claim.figures)
        facts.append((words("card.figures"), figures))
    if claim.caveat is not None:
        label = words("card.why_empty" if claim.is_gap else "card.caveat")
        facts.append((label, claim.caveat.at(language, level)))
    return facts


def _evidence_facts(evidence: Evidence, words: Words) -> list[tuple[str, str]]:
    n = words("card.n_unknown") if evidence.n is None else f"n = {evidence.n}"
    who = f"{evidence.who.at(words.language)} ({n})"
    design = words(f"design.{evidence.design}")
    if evidence.verified is Verification.SECONDARY:
        design = f"{design}. {words('card.secondary')}"
    facts = [(words("card.who"), who), (words("card.design"), design)]
    if evidence.dose is not None:
        facts.append((words("card.dose"), evidence.dose.at(words.language)))
    return facts


def figure_text(figure: Figure, words: Words) -> str:
    """Write one number with its unit, spread, n and p value."""
    language = words.language
    unit = figure.unit.at(language)
    glue = "" if unit == "%" and language is Language.EN else " "
    text = f"{figure.label.at(language)}: {words.number(figure.value)}{glue}{unit}".rstrip()
    extra = []
    if figure.spread is not None:
        extra.append(_spread_text(figure, figure.spread, words))
    if figure.n is not None:
        extra.append(f"n = {figure.n}")
    if figure.p:
        p = figure.p.replace(".", ",") if language is Language.NL else figure.p
        extra.append(f"p {p}" if p[0] in "<>" else f"p = {p}")
    return f"{text} ({'; '.join(extra)})" if extra else text


def _spread_text(figure: Figure, spread: Spread, words: Words) -> str:
    name = words(f"spread.{spread}")
    if figure.low is not None and figure.high is not None:
        between = words("spread.to")
        return f"{name} {words.number(figure.low)} {between} {words.number(figure.high)}"
    return f"{name} {words.number(figure.spread_value or 0.0)}"


def source_of(reference: Reference, words: Words) -> Source:
    """Write out a reference."""
    short = short_citation(reference, words("card.others"))
    if reference.journal and reference.authors:
        short = f"{short} · {reference.journal}"
    marks = {
        ReferenceStatus.RETRACTED: words("card.retracted"),
        ReferenceStatus.CORRECTED: words("card.corrected"),
        ReferenceStatus.OK: "",
    }
    if reference.doi:
        identifier = f"doi {reference.doi}"
    elif reference.pmid:
        identifier = f"PMID {reference.pmid}"
    else:
        identifier = reference.pmcid or words("card.no_doi")
    return Source(
        reference, short, reference.title, identifier, reference.link, marks[reference.status]
    )
