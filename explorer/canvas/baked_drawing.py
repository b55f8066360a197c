"""The fast form of a drawing: its outlines as numbers, its plate as two pictures.

Made by `mdma-brain-explorer bake`; read only when it fits the SVG that it was made from.
"""

import json
from collections.abc import Collection
from pathlib import Path

from PySide6.QtCore import QSize

from explorer.canvas.drawing import (
    Drawing,
    drawing_from_plain,
    drawing_to_plain,
    prepare_drawing,
)
from explorer.canvas.palette import DARK, LIGHT
from explorer.canvas.svg_picture import bake_picture
from explorer.domain.digest import blake2b

_PICTURE_WIDTH = 905
_PICTURE_QUALITY = 92  # shown for a fifth of a second; JPEG is read in a third of PNG's time


class StaleDrawingError(Exception):
    """The baked drawing is missing, damaged, or made from another SVG."""


def write_baked(
    folder: Path,
    name: str,
    svg: bytes,
    regions: Collection[str],
    landmarks: Collection[str],
    file: str,
    *,
    is_scheme: bool = False,
) -> None:
    """Bake a drawing. Raises SvgError when it cannot be used, OSError when it cannot be written."""
    drawing = prepare_drawing(svg, regions, landmarks, file)
    body = json.dumps(drawing_to_plain(drawing), separators=(",", ":"))
    baked = {"svg": _digest(svg), "body": _digest(body.encode()), "drawing": body}
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.json").write_text(json.dumps(baked) + "\n", "utf-8")
    height = round(_PICTURE_WIDTH * drawing.view_box.height() / drawing.view_box.width())
    for palette in (LIGHT, DARK):
        size = QSize(_PICTURE_WIDTH, height)
        picture = bake_picture(svg, palette, size, palette.paper, is_scheme=is_scheme)
        path = _picture_path(folder, name, is_dark=palette.is_dark)
        picture.save(str(path), quality=_PICTURE_QUALITY)


def load_baked(folder: Path, name: str, svg: bytes) -> Drawing:
    """Load a baked drawing.

    Raises:
        StaleDrawingError: when it is missing, damaged, or not made from this SVG.
    """
    try:
        baked = json.loads((folder / f"{name}.json").read_text("utf-8"))
        body = baked["drawing"]
        if baked["svg"] != _digest(svg) or baked["body"] != _digest(body.encode()):
            raise StaleDrawingError("not made from this drawing")
        return drawing_from_plain(json.loads(body))
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise StaleDrawingError(str(error)) from error


def first_pictures(folder: Path, name: str) -> dict[bool, Path]:
    """Return the baked pictures for a light (False) and a dark (True) ground."""
    return {is_dark: _picture_path(folder, name, is_dark=is_dark) for is_dark in (False, True)}


def _picture_path(folder: Path, name: str, *, is_dark: bool) -> Path:
    return folder / f"{name}-{'dark' if is_dark else 'light'}.jpg"


def _digest(data: bytes) -> str:
    return blake2b(data, digest_size=16).hexdigest()
