"""Opens a pack with its drawing: fast when it was baked, safely when it was not."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from explorer import assets
from explorer.canvas.baked_drawing import StaleDrawingError, first_pictures, load_baked
from explorer.canvas.drawing import Drawing, prepare_drawing
from explorer.domain.library import Library
from explorer.domain.problem import Problem
from explorer.pack.baked import open_builtin, open_pack
from explorer.pack.pack_error import PackError


class Opened(NamedTuple):
    """A pack, ready for a window.

    Attributes:
        library: its content.
        drawing: outlines and anchors of its first diagram.
        read_svg: gives the diagram's bytes.
        pictures: baked pictures of the diagram, by whether the ground is dark; may be empty.
        is_baked: whether the fast copies could be used.
    """

    library: Library
    drawing: Drawing
    read_svg: Callable[[], bytes]
    pictures: dict[bool, Path]
    is_baked: bool


def open_built_in() -> Opened:
    """Open the pack that comes with the program.

    Raises:
        PackError: when the installation itself is broken.
    """
    library, remark = open_builtin()
    diagram = library.info.diagrams[0]
    path = assets.path(*diagram.file.split("/"))
    try:
        svg = path.read_bytes()
    except OSError as error:
        problem = Problem(diagram.file, 1, f"cannot be read ({error})", "reinstall the program")
        raise PackError([problem]) from error
    baked = assets.path("baked")
    try:
        drawing = load_baked(baked, diagram.id, svg)
    except StaleDrawingError:
        drawing = _prepare(library, svg, diagram.file)
        return Opened(library, drawing, path.read_bytes, {}, is_baked=False)
    pictures = first_pictures(baked, diagram.id)
    return Opened(library, drawing, path.read_bytes, pictures, is_baked=remark is None)


def open_given(path: Path, cache_folder: Path) -> Opened:
    """Open somebody's pack.

    Args:
        path: a folder or a zip.
        cache_folder: where its fast form may be kept.

    Raises:
        PackError: with every fault of the pack and its diagram.
    """
    from explorer.pack.source import open_source

    library = open_pack(path, cache_folder)
    diagram = library.info.diagrams[0]
    svg = open_source(path).read(diagram.file)
    drawing = _prepare(library, svg, diagram.file)
    return Opened(library, drawing, lambda: svg, {}, is_baked=True)


def _prepare(library: Library, svg: bytes, file: str) -> Drawing:
    from explorer.geometry.svg_error import SvgError

    regions = [region.id for region in library.regions]
    landmarks = [landmark.id for landmark in library.landmarks]
    try:
        return prepare_drawing(svg, regions, landmarks, file)
    except SvgError as error:
        raise PackError(error.problems) from error
