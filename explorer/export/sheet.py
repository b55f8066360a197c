"""What stands on a handout, as plain data: words in one language, ready to be set."""

import re
from collections.abc import Callable
from typing import NamedTuple
from urllib.parse import urlsplit

from explorer.domain.handout import Handout, Pin, PinKind, Sight, Tick
from explorer.domain.library import Library
from explorer.domain.pinned import is_known
from explorer.domain.reference import Reference
from explorer.domain.vocabulary import Language, Lens, Level, ReferenceStatus, Use
from explorer.export.citations import as_text, short_citation
from explorer.export.wording import Wording


class SourceLine(NamedTuple):
    """A work in one line.

    Attributes:
        text: who and when, or all of it.
        identifier: DOI or other number, which is what can be clicked; may be empty.
        link: address; may be empty.
        mark: that it was retracted or corrected; else empty.
    """

    text: str
    identifier: str
    link: str
    mark: str = ""


class ClaimBlock(NamedTuple):
    """A claim.

    Attributes:
        where: place, use and phase.
        direction: word of its effect.
        strength: word of its step.
        who: who was studied.
        caveat: what must be kept in mind; empty for none.
    """

    statement: str
    where: str
    direction: str
    strength: str
    who: str
    caveat: str
    sources: tuple[SourceLine, ...]


class CheckBlock(NamedTuple):
    """A common statement with its verdict."""

    statement: str
    verdict: str
    answer: str
    sources: tuple[SourceLine, ...]


class SourceBlock(NamedTuple):
    """A work in full."""

    source: SourceLine
    note: str


class PlotBlock(NamedTuple):
    """A plot; who sets the sheet paints it from its data set."""

    title: str
    dataset: str
    caveat: str


class PictureBlock(NamedTuple):
    """A picture; who sets the sheet paints its sight."""

    sight: Sight
    caption: str
    note: str


class TeachBlock(NamedTuple):
    """A topic that needs another word, with what was asked about it."""

    title: str
    prompts: tuple[str, ...]


Block = TeachBlock | ClaimBlock | CheckBlock | SourceBlock | PlotBlock | PictureBlock


class Sheet(NamedTuple):
    """A handout in words.

    Attributes:
        date: `YYYY-MM-DD`.
        pack: title and version of the pack.
        notice: "Education, not medical advice", as the pack says it.
        blocks: what needs another word first, then what was pinned, in order.
        missing: what was pinned and is not in the pack any more.
    """

    language: Language
    title: str
    note: str
    date: str
    pack: str
    notice: str
    blocks: tuple[Block, ...]
    missing: tuple[str, ...]


def compose(library: Library, handout: Handout, words: Wording, date: str) -> Sheet:
    """Write a handout out.

    Args:
        library: the pack.
        handout: what is on it; its level counts, its language is that of `words`.
        words: interface texts.
        date: today, `YYYY-MM-DD`.
    """
    language, level = words.language, handout.level
    info = library.info
    again = {topic for topic, tick in handout.ticks if tick is Tick.AGAIN}
    blocks: list[Block] = [
        TeachBlock(topic.title.at(language), tuple(prompt.at(language) for prompt in topic.prompts))
        for topic in library.teach_backs
        if topic.id in again
    ]
    known = [pin for pin in handout.pins if is_known(library, pin)]
    blocks += [_BLOCKS[pin.kind](library, pin, words, level) for pin in known]
    version = words("export.version", title=info.title.at(language), version=info.version)
    return Sheet(
        language,
        handout.title.strip() or words("export.title"),
        handout.note.strip(),
        date,
        version,
        info.notice.at(language),
        tuple(blocks),
        tuple(
            f"{words(f'export.kind.{pin.kind}')}: {pin.id}"
            for pin in handout.pins
            if pin not in known
        ),
    )


def _claim(library: Library, pin: Pin, words: Wording, level: Level) -> ClaimBlock:
    claim = library.claim(pin.id)
    language = words.language
    strength = library.verdict(claim).strength.name.lower()
    where = (
        library.place_name(claim.about).at(language),
        _use(library, claim.use, language),
        words(f"phase.{claim.phase}"),
    )
    if claim.evidence is not None:
        who = _counted(claim.evidence.who.at(language), claim.evidence.n)
    else:
        searched = claim.search.date if claim.search else library.info.searched
        who = words("card.searched", date=words.month(searched))
    return ClaimBlock(
        claim.statement.at(language, level),
        " · ".join(where),
        words(f"effect.{claim.effect}"),
        words(f"strength.{strength}"),
        who,
        claim.caveat.at(language, level) if claim.caveat is not None else "",
        _sources(library, claim.references, words),
    )


def _check(library: Library, pin: Pin, words: Wording, level: Level) -> CheckBlock:
    check = next(check for check in library.checks if check.id == pin.id)
    language = words.language
    return CheckBlock(
        words("checks.quoted", statement=check.statement.at(language)),
        words(f"verdict.{check.verdict}"),
        check.answer.at(language, level),
        _sources(library, check.references, words),
    )


def _source(library: Library, pin: Pin, words: Wording, level: Level) -> SourceBlock:
    del level
    work = library.reference(pin.id)
    text = as_text(work).removeprefix("RETRACTED: ")
    number = _number(work) or work.url
    short = text.removesuffix(number).rstrip() if number else text
    line = SourceLine(short, number, work.link, _mark(work, words))
    note = work.retraction.at(words.language) if work.retraction is not None else ""
    return SourceBlock(line, note)


def _plot(library: Library, pin: Pin, words: Wording, level: Level) -> PlotBlock:
    dataset = library.dataset(pin.id)
    language = words.language
    return PlotBlock(
        dataset.title.at(language, level), dataset.id, dataset.caveat.at(language, level)
    )


def _picture(library: Library, pin: Pin, words: Wording, level: Level) -> PictureBlock:
    del level
    sight, language = pin.sight, words.language
    assert sight is not None, "a picture has a sight"
    diagram = library.info.views[sight.view][sight.plane]
    parts = [
        diagram.title.at(language),
        _use(library, sight.use, language),
        words(f"phase.{sight.phase}"),
    ]
    if sight.region is not None:
        parts.insert(0, library.place_name(sight.region).at(language))
    if sight.lens is not Lens.ALL:
        parts.append(words(f"lens.{sight.lens}.tip"))
    state = diagram.state(sight.use, sight.phase) or diagram.state(None, None)
    note = (state.note if state is not None else diagram.caption).at(language)
    return PictureBlock(sight, " · ".join(parts), note)


_Compose = Callable[[Library, Pin, Wording, Level], Block]
_BLOCKS: dict[PinKind, _Compose] = {
    PinKind.CLAIM: _claim,
    PinKind.CHECK: _check,
    PinKind.SOURCE: _source,
    PinKind.PLOT: _plot,
    PinKind.PICTURE: _picture,
}


def _sources(library: Library, keys: tuple[str, ...], words: Wording) -> tuple[SourceLine, ...]:
    lines = []
    for key in keys:
        work = library.reference(key)
        short = short_citation(work, words("card.others"))
        number = _number(work) or urlsplit(work.url).netloc.removeprefix("www.")
        lines.append(SourceLine(short, number, work.link, _mark(work, words)))
    return tuple(lines)


def _number(work: Reference) -> str:
    if work.doi:
        return f"doi:{work.doi}"
    return f"PMID {work.pmid}" if work.pmid else work.pmcid


def _counted(who: str, n: int | None) -> str:
    """Say how many were studied, unless that has been said."""
    if n is None or re.search(rf"(?<![\d.,]){n}(?![\d.,]\d)", who):
        return who
    count = f"n\u00a0=\u00a0{n}"
    return f"{who[:-1]}; {count})" if who.endswith(")") else f"{who} ({count})"


def _mark(work: Reference, words: Wording) -> str:
    return {
        ReferenceStatus.RETRACTED: words("card.retracted"),
        ReferenceStatus.CORRECTED: words("card.corrected"),
        ReferenceStatus.OK: "",
    }[work.status]


def _use(library: Library, use: Use, language: Language) -> str:
    return next(note.name for note in library.info.uses if note.use is use).at(language)
