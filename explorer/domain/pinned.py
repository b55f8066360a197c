"""Whether a pack still has what was pinned. A handout may be older than the pack."""

from explorer.domain.handout import Pin, PinKind, Sight
from explorer.domain.library import Library


def is_known(library: Library, pin: Pin) -> bool:
    """Return whether the pack has what a pin stands for."""
    if pin.kind is PinKind.PICTURE:
        return pin.sight is not None and _is_drawn(library, pin.id, pin.sight)
    try:
        match pin.kind:
            case PinKind.CLAIM:
                library.claim(pin.id)
            case PinKind.PLOT:
                library.dataset(pin.id)
            case PinKind.SOURCE:
                library.reference(pin.id)
            case PinKind.CHECK:
                return any(check.id == pin.id for check in library.checks)
    except KeyError:
        return False
    return True


def _is_drawn(library: Library, diagram_id: str, sight: Sight) -> bool:
    diagrams = library.info.views.get(sight.view, ())
    has_plane = 0 <= sight.plane < len(diagrams) and diagrams[sight.plane].id == diagram_id
    return has_plane and (sight.region is None or library.has_place(sight.region))
