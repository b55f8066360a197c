"""Opens a pack with its drawings: fast when they were baked, safely when they were not."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from explorer import assets
from explorer.canvas.baked_drawing import StaleDrawingError, first_pictures, load_baked
from explorer.canvas.drawing import Drawing, prepare_drawing
from explorer.domain.diagram import Diagram
from explorer.domain.library import Library
from explorer.domain.problem import Problem
from explorer.pack.baked import open_builtin, open_pack
from explorer.pack.pack_error import PackError


class OpenedDiagram(NamedTuple):
    """One diagram, ready for the canvas.

    Attributes:
        diagram: what the pack says of it.
        drawing: its outlines and anchors.
        read_svg: gives its bytes.
        pictures: baked pictures of it, by whether the ground is dark; may be empty.
        read_scan: gives the bytes of its scan (JPEG or PNG), or None when it has none.
        is_baked: whether the fast copy could be used.
    """

    diagram: Diagram
    drawing: Drawing
    read_svg: Callable[[], bytes]
    pictures: dict[bool, Path]
    read_scan: Callable[[], bytes] | None
    is_baked: bool


class Opened(NamedTuple):
    """A pack, ready for a window.

    Attributes:
        library: its content.
        drawing: outlines and anchors of its first diagram.
        read_svg: gives that diagram's bytes.
        pictures: baked pictures of that diagram, by whether the ground is dark; may be empty.
        is_baked: whether the fast copies could be used.
        open_diagram: opens any diagram of the pack by its id; see `diagram_by_id`. It may take a
            tenth of a second for a drawing that was not baked, so keep what it returns.
        first: its first diagram, opened.
    """

    library: Library
    drawing: Drawing
    read_svg: Callable[[], bytes]
    pictures: dict[bool, Path]
    is_baked: bool
    open_diagram: Callable[[str], OpenedDiagram]
    first: OpenedDiagram


def open_built_in() -> Opened:
    """Open the pack that comes with the program.

    Raises:
        PackError: when the installation itself is broken.
    """
    library, remark = open_builtin()
    baked = assets.path("baked")

    def open_diagram(diagram_id: str) -> OpenedDiagram:
        return _open_diagram(library, diagram_by_id(library, diagram_id), _read_asset, baked)

    first = open_diagram(library.info.diagrams[0].id)
    return _opened(library, first, open_diagram, is_baked=first.is_baked and remark is None)


def open_given(path: Path, cache_folder: Path) -> Opened:
    """Open somebody's pack.

    Args:
        path: a folder or a zip.
        cache_folder: where its fast form may be kept.

    Raises:
        PackError: with every fault of the pack and its first diagram.
    """
    from explorer.pack.source import RefusedError, open_source

    library = open_pack(path, cache_folder)
    source = open_source(path)

    def read(name: str) -> bytes:
        try:
            return source.read(name)
        except RefusedError as error:
            raise PackError([error.problem]) from error

    def open_diagram(diagram_id: str) -> OpenedDiagram:
        return _open_diagram(library, diagram_by_id(library, diagram_id), read, None)

    first = open_diagram(library.info.diagrams[0].id)
    # Of a drawing of the person's own there never is a fast copy, so nothing is amiss.
    return _opened(library, first, open_diagram, is_baked=True)


def diagram_by_id(library: Library, diagram_id: str) -> Diagram:
    """Return a diagram of a pack. Raises KeyError when it has none of that id."""
    for diagram in library.info.diagrams:
        if diagram.id == diagram_id:
            return diagram
    raise KeyError(diagram_id)


def shape_ids(library: Library, diagram: Diagram) -> list[str]:
    """Return the ids of the places that may be shapes on a diagram."""
    return [place.id for place in library.places if diagram.shows(place.kind)]


def _opened(
    library: Library,
    first: OpenedDiagram,
    open_diagram: Callable[[str], OpenedDiagram],
    *,
    is_baked: bool,
) -> Opened:
    return Opened(
        library, first.drawing, first.read_svg, first.pictures, is_baked, open_diagram, first
    )


def _open_diagram(
    library: Library, diagram: Diagram, read: Callable[[str], bytes], baked: Path | None
) -> OpenedDiagram:
    """Open a diagram, from its fast copy in a folder if there is one.

    Raises:
        PackError: when the drawing cannot be read or used.
    """
    svg = read(diagram.file)
    drawing = _fast_copy(baked, diagram, svg)
    is_baked = drawing is not None
    return OpenedDiagram(
        diagram=diagram,
        drawing=drawing or _prepare(library, diagram, svg),
        read_svg=lambda: read(diagram.file),
        pictures=first_pictures(baked, diagram.id) if baked and is_baked else {},
        read_scan=(lambda: read(diagram.scan)) if diagram.scan else None,
        is_baked=is_baked,
    )


def _fast_copy(baked: Path | None, diagram: Diagram, svg: bytes) -> Drawing | None:
    if baked is None:
        return None
    try:
        return load_baked(baked, diagram.id, svg)
    except StaleDrawingError:
        return None


def _read_asset(name: str) -> bytes:
    try:
        return assets.path(*name.split("/")).read_bytes()
    except OSError as error:
        problem = Problem(name, 1, f"cannot be read ({error})", "reinstall the program")
        raise PackError([problem]) from error


def _prepare(library: Library, diagram: Diagram, svg: bytes) -> Drawing:
    from explorer.geometry.svg_error import SvgError

    landmarks = [landmark.id for landmark in library.landmarks]
    try:
        return prepare_drawing(svg, shape_ids(library, diagram), landmarks, diagram.file)
    except SvgError as error:
        raise PackError(error.problems) from error
