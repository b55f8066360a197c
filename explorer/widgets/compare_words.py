"""What the compare page says: how two sides differ, in sentences made from the claims."""

from typing import NamedTuple

from explorer.domain.comparison import Contrast, Tally, compare
from explorer.domain.library import Cell, Library
from explorer.domain.vocabulary import Effect, Lens, Phase, Use
from explorer.i18n import Words


class SideShown(NamedTuple):
    """One side of a comparison.

    Attributes:
        place: id of its place, or None when nothing is selected.
        use: its end of the slider.
        name: what the sentences call it.
    """

    place: str | None
    use: Use
    name: str


class Told(NamedTuple):
    """What is said of one phase: its name, and the sentences under it."""

    heading: str
    sentences: tuple[str, ...]


def side(
    library: Library, place: str | None, use: Use, words: Words, *, by_place: bool
) -> SideShown:
    """Return a side, named after what tells it from the other."""
    language = words.language
    if by_place and place is not None:
        name = library.place(place).name.at(language)
    else:
        name = next(note.name.at(language) for note in library.info.uses if note.use is use)
    return SideShown(place, use, name)


def differences(
    library: Library, left: SideShown, right: SideShown, lens: Lens, words: Words
) -> list[Told]:
    """Return what is said of each phase; nothing when a side has no place."""
    told = []
    for phase in Phase:
        if left.place is None or right.place is None:
            break
        here = library.cell(left.place, left.use, phase, lens)
        there = library.cell(right.place, right.use, phase, lens)
        lines = [_line(left.name, here, words), _line(right.name, there, words)]
        lines += _contrast(left.name, here, right.name, there, words)
        told.append(Told(words(f"phase.{phase}"), tuple(lines)))
    return told


def _line(name: str, cell: Cell, words: Words) -> str:
    if cell.effect is Effect.UNKNOWN:
        return words("compare.line_gap", name=name)
    strength = words(f"strength.{cell.strength.name.lower()}").lower()
    return words(
        "compare.line", name=name, effect=words(f"effect.{cell.effect}"), strength=strength
    )


def _contrast(left: str, here: Cell, right: str, there: Cell, words: Words) -> list[str]:
    found = compare(here, there)
    said = [
        words(
            f"compare.{found.contrast}",
            left=_inside(left),
            right=_inside(right),
            effect=words(f"effect.{here.effect}"),
            left_effect=words(f"effect.{here.effect}"),
            right_effect=words(f"effect.{there.effect}"),
        )
    ]
    if found.backing is not None:
        key = f"compare.backing.{found.backing}"
        said.append(words(key, left=_inside(left), right=_inside(right)))
    if found.contrast is not Contrast.BOTH_UNKNOWN:
        said.append(_tally(left, found.left, right, found.right, words))
    return said


def _tally(left: str, here: Tally, right: str, there: Tally, words: Words) -> str:
    return words(
        "compare.tally",
        left=_inside(left),
        right=_inside(right),
        left_claims=here.claims,
        left_human=here.human,
        right_claims=there.claims,
        right_human=there.human,
    )


def _inside(name: str) -> str:
    """Return a name as it stands within a sentence."""
    return name if name[:2].isupper() else name[:1].lower() + name[1:]
