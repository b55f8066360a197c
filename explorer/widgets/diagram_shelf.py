"""The diagrams of the pack, opened when they are first needed, and what each of them shows."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from explorer.canvas.drawing import Drawing
from explorer.canvas.picture_content import drawn_places
from explorer.canvas.plate import Plate
from explorer.domain.diagram import Diagram
from explorer.domain.library import Library
from explorer.domain.place import Place, PlaceKind
from explorer.pack.pack_error import PackError
from explorer.state.view_state import ViewState


class Sheet(Protocol):
    """One opened diagram."""

    @property
    def diagram(self) -> Diagram:
        """What the pack says of it."""

    @property
    def drawing(self) -> Drawing:
        """Its outlines and anchors."""

    @property
    def read_svg(self) -> Callable[[], bytes]:
        """Gives its bytes."""

    @property
    def pictures(self) -> dict[bool, Path]:
        """Baked pictures of it, by whether the ground is dark."""

    @property
    def read_scan(self) -> Callable[[], bytes] | None:
        """Gives the bytes of its scan, if it has one."""


class DiagramShelf:
    """Finds the diagram of a view state, and the views in which a place is drawn.

    Args:
        library: the pack.
        open_diagram: opens a diagram by its id.
        first: a diagram that is open already.
    """

    def __init__(
        self, library: Library, open_diagram: Callable[[str], Sheet], first: Sheet
    ) -> None:
        self._library = library
        self._open_diagram = open_diagram
        self._views = library.info.views
        self._sheets: dict[str, Sheet] = {first.diagram.id: first}
        self._drawn: dict[str, tuple[Place, ...]] = {}

    def diagram(self, state: ViewState) -> Diagram:
        """Return what the pack says of the diagram in sight."""
        return self._views[state.view][state.plane]

    def sheet(self, diagram: Diagram) -> Sheet:
        """Return a diagram, opened. Raises PackError when its drawing cannot be used."""
        if diagram.id not in self._sheets:
            self._sheets[diagram.id] = self._open_diagram(diagram.id)
        return self._sheets[diagram.id]

    def plate(self, diagram: Diagram) -> Plate:
        """Return a new picture of a diagram."""
        sheet = self.sheet(diagram)
        box, is_scheme = sheet.drawing.view_box, diagram.is_synapse
        return Plate(sheet.read_svg, box, sheet.pictures, is_scheme=is_scheme)

    def drawn(self, diagram: Diagram) -> tuple[Place, ...]:
        """Return the places that a diagram shows: shapes in reading order, then links."""
        if diagram.id not in self._drawn:
            shapes = self.sheet(diagram).drawing.outlines
            self._drawn[diagram.id] = drawn_places(self._library, shapes)
        return self._drawn[diagram.id]

    def where(self, place_id: str) -> list[tuple[str, int]]:
        """Return view and plane of every diagram that shows a place, in the order of the pack.

        A diagram whose drawing cannot be used shows nothing.
        """
        kind = self._library.place(place_id).kind
        if kind is PlaceKind.EFFECT:
            return []
        found = []
        for view, diagrams in self._views.items():
            for plane, diagram in enumerate(diagrams):
                try:
                    places = self.drawn(diagram)
                except PackError:
                    continue
                if any(place.id == place_id for place in places):
                    found.append((view, plane))
        return found

    def nearest(self, place_id: str, state: ViewState) -> tuple[str, int]:
        """Return view and plane in which to show a place: those in sight whenever they have it."""
        here = (state.view, state.plane)
        spots = self.where(place_id) if not self.shows(place_id, state) else [here]
        same_view = [spot for spot in spots if spot[0] == state.view]
        return (same_view or spots or [here])[0]

    def shows(self, place_id: str, state: ViewState) -> bool:
        """Whether the diagram in sight shows a place."""
        return any(place.id == place_id for place in self.drawn(self.diagram(state)))
