"""What stands first on a web page: what the handout holds, in its order."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from explorer.domain.handout import Handout, Pin, PinKind, Sight, Tick
from explorer.domain.library import Library
from explorer.domain.pinned import is_known
from explorer.domain.vocabulary import Phase, Use
from explorer.export.markup import Markup, paragraphs, tag
from explorer.export.web_cards import Cards
from explorer.export.web_signs import legend
from explorer.export.wording import Wording

Draw = Callable[[str, Sight], Markup | None]
"""Draws what a pinned picture shows, given the id of its diagram; None when that cannot be."""


def handout_part(
    library: Library, handout: Handout, words: Wording, draw: Draw
) -> list[Markup | None]:
    """Write the note, what needs another word and what was pinned.

    Args:
        library: the pack.
        handout: what to write.
        words: interface texts.
        draw: draws a pinned picture.
    """
    note = paragraphs(handout.note)
    return [
        _again(library, handout, words),
        tag("section", note, id="note", aria_label=words("handout.note")) if note else None,
        _pinned(library, handout, words, draw),
        _missing(library, handout, words),
    ]


class First(NamedTuple):
    """What the picture shows before anything is clicked."""

    region: str
    use: Use
    phase: Phase


def first_shown(library: Library, handout: Handout, regions: Iterable[str]) -> First:
    """Return what is shown at first: what was spoken of, if it can be seen."""
    seen = set(regions)
    for pin in handout.pins:
        about = _about(library, pin)
        if about is not None and about.region in seen:
            return about
    wanted = [library.info.default_region, *(place.id for place in library.main_regions)]
    region = next((place for place in wanted if place in seen), "") or ""
    return First(region, Use.THERAPEUTIC, Phase.ACUTE)


def _about(library: Library, pin: Pin) -> First | None:
    """Return what a pin is about, if that is a place."""
    if not is_known(library, pin):
        return None
    if pin.sight is not None:
        return First(pin.sight.region or "", pin.sight.use, pin.sight.phase)
    if pin.kind is not PinKind.CLAIM:
        return None
    claim = library.claim(pin.id)
    return First(claim.about, claim.use, claim.phase)


def _again(library: Library, handout: Handout, words: Wording) -> Markup | None:
    again = {topic for topic, tick in handout.ticks if tick is Tick.AGAIN}
    topics = [
        tag(
            "article",
            tag("h3", topic.title.at(words.language)),
            *(tag("p", prompt.at(words.language)) for prompt in topic.prompts),
            class_="card topic",
        )
        for topic in library.teach_backs
        if topic.id in again
    ]
    if not topics:
        return None
    heading = tag("h2", words("web.again"))
    return tag("section", heading, tag("div", *topics, class_="cards"), id="again")


def _pinned(library: Library, handout: Handout, words: Wording, draw: Draw) -> Markup | None:
    cards = Cards(library, words, handout.level)
    written = [
        _pin(library, pin, words, cards, draw) for pin in handout.pins if is_known(library, pin)
    ]
    if not written:
        return None
    heading = tag("h2", words("web.pinned"))
    return tag("section", heading, tag("div", *written, class_="cards"), id="pinned")


def _pin(library: Library, pin: Pin, words: Wording, cards: Cards, draw: Draw) -> Markup:
    match pin.kind:
        case PinKind.CLAIM:
            return cards.claim(library.claim(pin.id), is_folded=False, where=True)
        case PinKind.CHECK:
            return cards.check(next(check for check in library.checks if check.id == pin.id))
        case PinKind.SOURCE:
            return cards.source(library.reference(pin.id))
        case PinKind.PLOT:
            return cards.numbers(library.dataset(pin.id))
        case PinKind.PICTURE:
            return _picture(library, pin, words, draw)


def _picture(library: Library, pin: Pin, words: Wording, draw: Draw) -> Markup:
    assert pin.sight is not None  # a picture without one is not known to any pack
    language, sight = words.language, pin.sight
    diagram = next(found for found in library.info.diagrams if found.id == pin.id)
    use = next(note.name for note in library.info.uses if note.use is sight.use)
    region = [library.place_name(sight.region).at(language)] if sight.region else []
    caption = [
        *region,
        use.at(language),
        words(f"phase.{sight.phase}"),
        f"{words('stage.lens')}: {words(f'lens.{sight.lens}')}",
    ]
    picture = draw(pin.id, sight) or tag("p", words("web.no_picture"), class_="who")
    return tag(
        "figure",
        tag("p", diagram.title.at(language), class_="where"),
        picture,
        tag("figcaption", " · ".join(caption)),
        legend(words),
        tag("p", diagram.caption.at(language), class_="who"),
        class_="card picture",
    )


def _missing(library: Library, handout: Handout, words: Wording) -> Markup | None:
    lost = [
        tag("li", f"{words(f'handout.kind.{pin.kind}')}: {pin.id}")
        for pin in handout.pins
        if not is_known(library, pin)
    ]
    topics = {topic.id for topic in library.teach_backs}
    lost += [
        tag("li", f"{words('web.topic')}: {topic}")
        for topic, tick in handout.ticks
        if tick is Tick.AGAIN and topic not in topics
    ]
    if not lost:
        return None
    return tag("section", tag("h2", words("web.missing")), tag("ul", *lost), id="missing")
