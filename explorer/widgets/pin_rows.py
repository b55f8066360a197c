"""What is pinned, in words: one row of the list for each pin."""

from explorer.domain.claim import Claim
from explorer.domain.handout import Handout, Pin, PinKind, Sight, Tick
from explorer.domain.library import Library
from explorer.domain.pinned import is_known
from explorer.domain.vocabulary import Lens, Level, Use
from explorer.export.citations import short_citation
from explorer.i18n import Words
from explorer.widgets.row_view import Row


def pin_row(library: Library, pin: Pin, words: Words, level: Level) -> Row:
    """Return the row of a pin; what the pack has no longer says so, and stays.

    Args:
        library: the pack.
        pin: what is pinned.
        words: texts in the language of the row.
        level: level of the row.
    """
    note = words(f"handout.kind.{pin.kind}")
    if not is_known(library, pin):
        note = words("handout.missing", kind=note)
        title = pin.id
    elif pin.sight is not None:
        title = sight_text(library, pin.sight, words)
    else:
        title, more = _TEXTS[pin.kind](library, pin.id, words, level)
        note = " · ".join(part for part in (note, more) if part)
    return Row(f"{pin.kind}/{pin.id}", title, note, f"{note}. {title}", title, note)


def sight_text(library: Library, sight: Sight, words: Words) -> str:
    """Return what a pinned picture shows, in words."""
    language = words.language
    diagram = library.info.views[sight.view][sight.plane]
    parts = [diagram.title.at(language)]
    if sight.region is not None:
        parts.insert(0, library.place_name(sight.region).at(language))
    parts += [_use_name(library, sight.use, words), words(f"phase.{sight.phase}")]
    if sight.lens is not Lens.ALL:
        parts.append(words(f"lens.{sight.lens}.tip"))
    if sight.mirrored:
        parts.append(words("stage.radiological"))
    return " · ".join(parts)


def missing_count(library: Library, handout: Handout) -> int:
    """Return how many pins the pack has no longer."""
    return sum(not is_known(library, pin) for pin in handout.pins)


def again_titles(library: Library, handout: Handout, words: Words) -> list[str]:
    """Return the topics that need another word, which come first on the handout."""
    titles = {topic.id: topic.title for topic in getattr(library, "teach_backs", ())}
    wanted = [topic for topic, tick in handout.ticks if tick is Tick.AGAIN]
    return [titles[topic].at(words.language) if topic in titles else topic for topic in wanted]


def _claim_text(library: Library, pin_id: str, words: Words, level: Level) -> tuple[str, str]:
    claim: Claim = library.claim(pin_id)
    language = words.language
    about = library.place_name(claim.about).at(language)
    strength = library.verdict(claim).strength.name.lower()
    parts = (
        about,
        _use_name(library, claim.use, words),
        words(f"phase.{claim.phase}"),
        words(f"strength.{strength}"),
    )
    return claim.statement.at(language, level), " · ".join(parts)


def _plot_text(library: Library, pin_id: str, words: Words, level: Level) -> tuple[str, str]:
    del level
    dataset = library.dataset(pin_id)
    measure = dataset.measure.at(words.language)
    return measure[:1].upper() + measure[1:], words(f"numbers.kind.{dataset.kind}")


def _check_text(library: Library, pin_id: str, words: Words, level: Level) -> tuple[str, str]:
    del level
    check = next(check for check in library.checks if check.id == pin_id)
    quoted = words("checks.quoted", statement=check.statement.at(words.language))
    return quoted, words(f"verdict.{check.verdict}")


def _source_text(library: Library, pin_id: str, words: Words, level: Level) -> tuple[str, str]:
    del level
    work = library.reference(pin_id)
    return work.title, short_citation(work, words("card.others"))


def _use_name(library: Library, use: Use, words: Words) -> str:
    return next(note.name for note in library.info.uses if note.use is use).at(words.language)


_TEXTS = {
    PinKind.CLAIM: _claim_text,
    PinKind.PLOT: _plot_text,
    PinKind.CHECK: _check_text,
    PinKind.SOURCE: _source_text,
}
