"""Where else a selected place is drawn, when the view in sight lacks it."""

from explorer.domain.library import Library
from explorer.i18n import Words
from explorer.state.view_state import ViewState
from explorer.widgets.diagram_shelf import DiagramShelf
from explorer.widgets.state_commands import view_name


def spots(
    library: Library, shelf: DiagramShelf, state: ViewState, words: Words
) -> list[tuple[str, int, str]]:
    """Return view, plane and name of each diagram that has the place; none when it is in sight."""
    if state.region is None or shelf.shows(state.region, state):
        return []
    found = []
    for view, plane in shelf.where(state.region):
        name = view_name(library, view, words)
        if len(library.info.views[view]) > 1:
            name = f"{name} {plane + 1}"
        found.append((view, plane, name))
    return found
