"""The panel of a web page: of each region, what is found during and afterwards."""

from explorer.domain.library import Cell, Library
from explorer.domain.place import Place
from explorer.domain.vocabulary import Level, Phase, Use
from explorer.export.markup import Markup, tag
from explorer.export.web_cards import Cards
from explorer.export.wording import Wording

_FIRST = 2
"""So many claims are seen at once, so that both phases are on the screen together."""


def panel(library: Library, places: list[Place], words: Wording, level: Level) -> Markup:
    """Write the panel: all regions and uses, one of which is seen at a time.

    Args:
        library: the pack.
        places: the regions of the picture.
        words: interface texts.
        level: plain or clinical.
    """
    cards = Cards(library, words, level)
    return tag(
        "section",
        tag("p", words("web.none"), id="nothing", hidden=True),
        *(_region(library, place, cards, words, level) for place in places),
        id="panel",
        aria_label=words("panel.name"),
    )


def _region(library: Library, place: Place, cards: Cards, words: Wording, level: Level) -> Markup:
    language = words.language
    return tag(
        "div",
        tag("h3", place.name.at(language)),
        tag("p", place.summary.at(language, level), class_="about"),
        *(_use(library, place, use, cards, words, level) for use in Use),
        class_="place",
        data_region=place.id,
    )


def _use(
    library: Library, place: Place, use: Use, cards: Cards, words: Wording, level: Level
) -> Markup:
    name = next(note.name for note in library.info.uses if note.use is use)
    sections = []
    for phase in Phase:
        cell = library.cell(place.id, use, phase)
        sections.append(
            tag(
                "section",
                tag("h4", words(f"section.{phase}")),
                *_cell(cell, cards, words, level),
                class_="phase",
                data_phase=str(phase).replace("_", "-"),
            )
        )
    return tag(
        "div",
        tag("p", name.at(words.language), class_="use-name"),
        *sections,
        class_="use",
        data_use=str(use),
    )


def _cell(cell: Cell, cards: Cards, words: Wording, level: Level) -> list[Markup]:
    language = words.language
    parts = []
    if cell.summary is not None:
        parts.append(tag("p", cell.summary.at(language, level), class_="summary"))
    written = [cards.claim(claim, is_folded=True) for claim in cell.claims]
    parts += written[:_FIRST]
    if rest := written[_FIRST:]:
        more = tag("summary", words("panel.more", n=len(rest)))
        parts.append(tag("details", more, *rest, class_="rest"))
    if cell.gap is not None and not cell.claims:
        gap = cell.gap
        parts.append(
            tag(
                "article",
                tag("p", tag("strong", words("panel.gap"))),
                tag("p", gap.why.at(language)),
                tag("p", f"{words('card.sought')}: {gap.sought.at(language)}", class_="who"),
                tag("p", words("card.searched", date=words.month(gap.date)), class_="who"),
                class_="card gap",
            )
        )
    return parts
