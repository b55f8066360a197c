"""What a wish comes to: which claims, which works, which picture, which handout."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NoReturn

from explorer.domain.claim import Claim
from explorer.domain.diagram import Diagram
from explorer.domain.finding import PASSED_BY
from explorer.domain.handout import Handout, Pin, PinKind, Sight
from explorer.domain.library import Library
from explorer.domain.pinned import is_known
from explorer.domain.reference import Reference
from explorer.domain.vocabulary import Language, Lens, Level, Phase, Use
from explorer.headless.options import Wish
from explorer.options import OptionError
from explorer.state.handout_file import read_handout
from explorer.state.view_state import ViewState
from explorer.widgets.diagram_shelf import DiagramShelf


def check(wish: Wish, library: Library) -> None:
    """Refuse a place or a view that the pack does not have. Raises OptionError."""
    for place in wish.regions:
        if not library.has_place(place):
            _refuse("--region", "region", place, (place.id for place in library.places))
    views = library.info.views
    diagrams = [diagram.id for diagram in library.info.diagrams]
    if wish.view is not None and wish.view not in (*views, *diagrams):
        _refuse("--view", "view", wish.view, dict.fromkeys((*views, *diagrams)))


def handout(wish: Wish, library: Library, shelf: DiagramShelf, language: Language) -> Handout:
    """Return the handout that a wish is about.

    Raises:
        HandoutFileError: when the pins file cannot be read.
    """
    if wish.pins is not None:
        return pinned(wish, wish.pins)
    places = wish.regions or tuple(place.id for place in library.main_regions)
    pins = []
    for place in places:
        sight = sight_of(wish, library, shelf, place)
        if shelf.where(place):
            diagram = library.info.views[sight.view][sight.plane]
            pins.append(Pin(PinKind.PICTURE, diagram.id, sight))
        pins += [Pin(PinKind.CLAIM, claim.id) for claim in claims(wish, library, (place,))]
    title = ", ".join(library.place_name(place).at(language) for place in places)
    return Handout(language, wish.level or Level.PLAIN, title, pins=tuple(pins))


def pinned(wish: Wish, path: Path) -> Handout:
    """Return a handout that was saved, in the language and wording asked for.

    Raises:
        HandoutFileError: when it cannot be read.
    """
    read = read_handout(path)
    return read._replace(language=wish.language or read.language, level=wish.level or read.level)


def claims(wish: Wish, library: Library, places: Sequence[str] = ()) -> list[Claim]:
    """Return the claims that a wish lets pass: of each place the acute ones first, else all."""
    if not places:
        found = zip(library.claim_index.findings, library.claims, strict=True)
        return [
            claim
            for finding, claim in found
            if wish.lens in PASSED_BY[finding.lens]
            and wish.use in (None, claim.use)
            and wish.phase in (None, claim.phase)
        ]
    return [
        claim
        for place in places
        for use in Use
        if wish.use in (None, use)
        for phase in Phase
        if wish.phase in (None, phase)
        for claim in library.cell(place, use, phase, wish.lens).claims
    ]


def claims_on(handout: Handout, library: Library) -> list[Claim]:
    """Return the claims that are pinned."""
    pins = (pin for pin in handout.pins if pin.kind is PinKind.CLAIM and is_known(library, pin))
    return [library.claim(pin.id) for pin in pins]


def works(wish: Wish, library: Library) -> list[Reference]:
    """Return the works behind what a wish is about, in the order of the pack.

    Raises:
        HandoutFileError: when the pins file cannot be read.
    """
    if wish.pins is not None:
        keys = _keys(pinned(wish, wish.pins), library)
    elif wish.regions or wish.use or wish.phase or wish.lens is not Lens.ALL:
        keys = {key for claim in claims(wish, library, wish.regions) for key in claim.references}
    else:
        return list(library.references)
    return [work for work in library.references if work.key in keys]


def missing(handout: Handout, library: Library) -> list[str]:
    """Return the ids of what is pinned and not in the pack."""
    return [pin.id for pin in handout.pins if not is_known(library, pin)]


def sight_of(wish: Wish, library: Library, shelf: DiagramShelf, place: str | None) -> Sight:
    """Return what a picture shows: the place in a view that has it, unless a view is asked for."""
    views = library.info.views
    view, plane = _spot(library, wish.view)
    use, phase = wish.use or Use.THERAPEUTIC, wish.phase or Phase.ACUTE
    state = ViewState(place, use, phase, view=view, plane=plane)
    is_diagram = wish.view is not None and wish.view not in views
    if place is not None and not is_diagram:
        near = shelf.nearest(place, state)
        view, plane = near if wish.view in (None, near[0]) else (view, plane)
    return Sight(view, plane, place, use, phase, wish.lens)


def picture(wish: Wish, library: Library, shelf: DiagramShelf) -> Sight:
    """Return what the one picture that is asked for shows.

    Raises:
        OptionError: when its place is not drawn in the view that is asked for.
    """
    place = wish.regions[0] if wish.regions else None
    sight = sight_of(wish, library, shelf, place)
    if place is not None and (sight.view, sight.plane) not in shelf.where(place):
        views = dict.fromkeys(view for view, _ in shelf.where(place))
        _refuse("--view", f"{place} in", wish.view or sight.view, views or ("none",))
    return sight


def _spot(library: Library, wanted: str | None) -> tuple[str, int]:
    """Return view and plane of a view or diagram; of the first when none is wanted."""
    views = library.info.views
    if wanted is None or wanted in views:
        return wanted or next(iter(views)), 0
    every: list[tuple[str, int, Diagram]] = [
        (view, plane, diagram)
        for view, diagrams in views.items()
        for plane, diagram in enumerate(diagrams)
    ]
    return next((view, plane) for view, plane, diagram in every if diagram.id == wanted)


def _keys(handout: Handout, library: Library) -> set[str]:
    keys: set[str] = set()
    for pin in handout.pins:
        if not is_known(library, pin):
            continue
        match pin.kind:
            case PinKind.CLAIM:
                keys.update(library.claim(pin.id).references)
            case PinKind.CHECK:
                keys.update(*(each.references for each in library.checks if each.id == pin.id))
            case PinKind.PLOT:
                keys.update(library.dataset(pin.id).references)
            case PinKind.SOURCE:
                keys.add(pin.id)
            case PinKind.PICTURE:
                pass
    return keys


def _refuse(option: str, what: str, wrong: str, known: Iterable[str]) -> NoReturn:
    raise OptionError(f"argument {option}: no {what} {wrong!r} (choose from {', '.join(known)})")
