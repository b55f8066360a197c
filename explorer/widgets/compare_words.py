"""What the compare page says: how two sides differ, in sentences made from the claims."""

from typing import NamedTuple

from explorer.domain.comparison import Backing, Comparison, Contrast, Tally, compare, is_known
from explorer.domain.library import Cell, Library
from explorer.domain.vocabulary import Effect, Lens, Level, Phase, Species, Use
from explorer.i18n import Words
from explorer.widgets.panel_content import hidden_note

_STUDIED = {
    Species.HUMAN: "compare.in.human",
    Species.MONKEY: "compare.in.monkey",
    Species.RAT: "compare.in.rat",
    Species.MOUSE: "compare.in.mouse",
    Species.ZEBRAFISH: "compare.in.zebrafish",
    Species.CELLS: "compare.in.cells",
}
_PEOPLE: dict[Backing | None, str] = {
    Backing.LEFT: "compare.people.left",
    Backing.RIGHT: "compare.people.right",
}
# "Both point the same way" would be untrue of these.
_SAME = {Effect.MIXED: "compare.both_mixed", Effect.NO_CHANGE: "compare.both_no_change"}
# What the lens hides has been measured.
_HIDDEN = {
    Contrast.BOTH_UNKNOWN: "compare.both_unknown_lens",
    Contrast.ONLY_LEFT: "compare.only_left_lens",
    Contrast.ONLY_RIGHT: "compare.only_right_lens",
}


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


class SideTold(NamedTuple):
    """What is said of one side in one phase.

    Attributes:
        line: direction and strength.
        counts: number of claims, and in whom; empty for a gap.
        summary: what was found, or why nothing was; may be empty.
    """

    line: str
    counts: str
    summary: str


class Told(NamedTuple):
    """What is said of one phase.

    Attributes:
        heading: its name.
        difference: how the sides differ.
        left: the left side by itself.
        right: the right side by itself.
    """

    heading: str
    difference: str
    left: SideTold
    right: SideTold


def side(
    library: Library, place: str | None, use: Use, words: Words, *, by_place: bool
) -> SideShown:
    """Return a side, named after what tells it from the other."""
    if by_place and place is not None:
        name = library.place(place).name.at(words.language)
    else:
        name = use_name(library, use, words)
    return SideShown(place, use, name)


def use_name(library: Library, use: Use, words: Words) -> str:
    """Return what the pack calls a use."""
    return next(note.name for note in library.info.uses if note.use is use).at(words.language)


def differences(
    library: Library, left: SideShown, right: SideShown, lens: Lens, level: Level, words: Words
) -> tuple[Told, ...]:
    """Return what is said of each phase; nothing when a side has no place."""
    if left.place is None or right.place is None:
        return ()
    told = []
    for phase in Phase:
        here = library.cell(left.place, left.use, phase, lens)
        there = library.cell(right.place, right.use, phase, lens)
        found = compare(here, there)
        told.append(
            Told(
                words(f"section.{phase}"),
                _difference(left.name, here, right.name, there, found, words),
                _side_told(left.name, here, found.left, level, words),
                _side_told(right.name, there, found.right, level, words),
            )
        )
    return tuple(told)


def _side_told(name: str, cell: Cell, tally: Tally, level: Level, words: Words) -> SideTold:
    hidden = hidden_note(cell, words)
    if not is_known(cell):
        line = f"{name}: {hidden}" if hidden else words("compare.line_gap", name=name)
        return SideTold(line, "", "" if hidden else _why(cell, level, words))
    strength = words(f"strength.{cell.strength.name.lower()}").lower()
    effect = words(f"effect.{cell.effect}")
    line = words("compare.line", name=name, effect=effect, strength=strength)
    counts = f"{_counts(tally, words)} {hidden}".strip()
    # The opening sentence was written for all evidence: it does not hold for a part of it.
    return SideTold(line, counts, "" if hidden else _summary(cell, level, words))


def _summary(cell: Cell, level: Level, words: Words) -> str:
    return "" if cell.summary is None else cell.summary.at(words.language, level)


def _why(cell: Cell, level: Level, words: Words) -> str:
    """Return what is written of a gap."""
    if cell.gap is not None:
        return cell.gap.why.at(words.language)
    return _summary(cell, level, words)


def _counts(tally: Tally, words: Words) -> str:
    studied = ", ".join(words(_STUDIED[species], n=n) for species, n in tally.species)
    key = "compare.claims.one" if tally.claims == 1 else "compare.claims.many"
    return words(key, n=tally.claims, studied=studied)


def _difference(
    left: str, here: Cell, right: str, there: Cell, found: Comparison, words: Words
) -> str:
    names = {"left": _inside(left), "right": _inside(right)}
    is_hidden = any(cell.hidden and not is_known(cell) for cell in (here, there))
    if found.contrast is Contrast.SAME_DIRECTION:
        key = _SAME.get(here.effect, "compare.same_direction")
    elif is_hidden:
        key = _HIDDEN[found.contrast]
    else:
        key = f"compare.{found.contrast}"
    said = [
        words(
            key,
            **names,
            lens=words(f"lens.{here.lens}"),
            effect=words(f"effect.{here.effect}"),
            left_effect=words(f"effect.{here.effect}"),
            right_effect=words(f"effect.{there.effect}"),
        )
    ]
    if found.backing is not None:
        said.append(words(f"compare.backing.{found.backing}", **names))
    if (people := _PEOPLE.get(found.people)) is not None:
        said.append(words(people, **names))
    return " ".join(said)


def _inside(name: str) -> str:
    """Return a name as it stands within a sentence."""
    return name if name[:2].isupper() else name[:1].lower() + name[1:]
