"""Keeps the brain in step with the view state: the right diagram, and what it says."""

from explorer.canvas.brain_canvas import BrainCanvas
from explorer.canvas.overlay import LinkLook
from explorer.canvas.picture_content import (
    canvas_labels,
    cell_state,
    hidden_groups,
    link_looks,
    resting_labels,
)
from explorer.domain.diagram import Diagram
from explorer.domain.library import Library
from explorer.domain.place import PlaceKind
from explorer.domain.vocabulary import Hemispheres
from explorer.i18n import Words
from explorer.state.view_state import ViewState
from explorer.widgets import canvas_content
from explorer.widgets.diagram_shelf import DiagramShelf


class BrainView:
    """Tells the canvas only what differs.

    Args:
        library: the pack.
        canvas: the brain.
        shelf: the diagrams.
        shown: the diagram with which the canvas was made.
    """

    def __init__(
        self, library: Library, canvas: BrainCanvas, shelf: DiagramShelf, shown: Diagram
    ) -> None:
        self._library = library
        self._canvas = canvas
        self._shelf = shelf
        self._shown = shown
        self._scan: str = ""
        self._hidden: frozenset[str] = frozenset()
        self._is_mirrored = False
        self._letters = ("", "")
        self._said: tuple[object, ...] = ()
        self._links: list[LinkLook] = []

    def show_state(self, old: ViewState | None, new: ViewState, words: Words) -> bool:
        """Show where the person is. Returns whether the buttons on the canvas are new ones.

        What is shown first has no links yet: `complete` adds them.

        Raises:
            PackError: when the drawing of the view cannot be used; the canvas stays as it was.
        """
        diagram = self._shelf.diagram(new)
        is_fresh = old is None
        if diagram.id != self._shown.id:
            drawing = self._shelf.sheet(diagram).drawing
            self._canvas.set_diagram(drawing, self._shelf.plate(diagram))
            self._shown, self._scan, self._hidden = diagram, "", frozenset()
            self._said, self._links = (), []
            is_fresh = True
        places = self._shelf.drawn(diagram)
        is_resting = _is_resting(diagram, new)
        if is_fresh or old is None or _texts(old) != _texts(new):
            say = canvas_content
            if old is not None:
                self._show_links(diagram, new, words)
            texts = say.region_texts(places, new, words)
            labels = canvas_labels(self._library, places, new, words)
            labels = resting_labels(labels) if is_resting else labels
            # While time is scrubbed, most moments look like the one before.
            if (texts, labels) != self._said:
                self._said = (texts, labels)
                self._canvas.set_regions(texts)
                self._canvas.set_labels(labels)
        self._canvas.describe_regions(
            canvas_content.resting_descriptions(places, new, words)
            if is_resting
            else canvas_content.region_descriptions(self._library, places, new, words)
        )
        self._show_picture(diagram, new)
        self._show_sides(diagram, new, words, is_fresh=is_fresh)
        self._canvas.show_selected(new.region)
        return is_fresh

    def complete(self, state: ViewState, words: Words) -> None:
        """Add the links, which the first sight of the brain does without."""
        diagram = self._shelf.diagram(state)
        places = self._shelf.drawn(diagram)
        if any(place.kind is PlaceKind.LINK for place in places):
            say = canvas_content
            self._show_links(diagram, state, words)
            self._canvas.set_regions(say.region_texts(places, state, words))
            self._canvas.describe_regions(
                say.region_descriptions(self._library, places, state, words)
            )
            self._canvas.show_selected(state.region)

    def _show_links(self, diagram: Diagram, state: ViewState, words: Words) -> None:
        links = []
        if not _is_resting(diagram, state):
            places = self._shelf.drawn(diagram)
            links = link_looks(self._library, places, state, words)
        if links != self._links:
            self._links = links
            self._canvas.set_links(links)

    def _show_picture(self, diagram: Diagram, state: ViewState) -> None:
        """Show the groups of the drawing that the state is about, or the scan."""
        hidden = hidden_groups(diagram, state)
        if hidden != self._hidden:
            self._hidden = hidden
            self._canvas.set_hidden_groups(hidden)
        scan = diagram.scan if state.scan else ""
        if scan != self._scan:
            self._scan = scan
            read = self._shelf.sheet(diagram).read_scan
            self._canvas.set_scan(read() if scan and read is not None else None)

    def _show_sides(
        self, diagram: Diagram, state: ViewState, words: Words, *, is_fresh: bool
    ) -> None:
        has_sides = diagram.side is Hemispheres.BOTH
        is_mirrored = has_sides and state.mirrored
        letters = ("", "")
        if has_sides:
            letters = (words("stage.side.left"), words("stage.side.right"))
        if is_fresh or is_mirrored is not self._is_mirrored:
            self._is_mirrored = is_mirrored
            self._canvas.set_mirrored(is_mirrored)
        if is_fresh or letters != self._letters:
            self._letters = letters
            self._canvas.set_side_letters(*letters)


def caption(diagram: Diagram, state: ViewState, words: Words) -> str:
    """Return the text under the picture: its convention, what it is, or what is to be seen."""
    language = words.language
    cell = cell_state(diagram, state)
    if cell is not None:
        return cell.note.at(language)
    text = diagram.caption
    if state.scan and diagram.scan and diagram.scan_caption is not None:
        text = diagram.scan_caption
    if diagram.side is not Hemispheres.BOTH:
        return text.at(language)
    way = "radiological" if state.mirrored else "anatomical"
    return f"{words(f'stage.{way}.note')} {text.at(language)}"


def _is_resting(diagram: Diagram, state: ViewState) -> bool:
    return state.resting and diagram.state(None, None) is not None


def _texts(state: ViewState) -> tuple[object, ...]:
    return state.language, state.level, state.phase, state.lens, state.resting, state.hour
