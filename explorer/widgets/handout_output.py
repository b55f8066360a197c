"""What the handout becomes: a PDF or a web page. Loaded when one is first wanted."""

import time
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from explorer.canvas.palette import LIGHT
from explorer.canvas.portrait import paint_portrait
from explorer.domain.handout import Handout, Sight
from explorer.domain.library import Library
from explorer.domain.pinned import is_known
from explorer.export.atomic import write_atomically
from explorer.export.face import face
from explorer.export.pdf import as_pdf
from explorer.export.pdf_layout import Picture
from explorer.export.sheet import Block, PictureBlock, PlotBlock, compose
from explorer.export.web import write_web
from explorer.i18n import Words
from explorer.i18n import words as words_of
from explorer.pack.pack_error import PackError
from explorer.widgets.diagram_shelf import DiagramShelf

_PRINT = LIGHT._replace(paper=LIGHT.panel)
"""Paper is white."""
_PICTURE_WIDTH, _PICTURE_ASPECT = 600.0, 0.66
_PLOT_WIDTH = 560
"""Less than on the screen, so that their letters can be read on paper, px."""


def save_pdf(
    path: Path, library: Library, shelf: DiagramShelf, handout: Handout, paper: str
) -> None:
    """Write the handout as a PDF.

    Raises:
        OSError: when the place cannot be written.
    """
    write_atomically(path, pdf_of(library, shelf, handout, paper), force=True)


def save_web_page(path: Path, library: Library, shelf: DiagramShelf, handout: Handout) -> None:
    """Write the handout as one web page.

    Raises:
        OSError: when the place cannot be written.
    """
    write_atomically(path, web_page_of(library, shelf, handout).encode(), force=True)


def pdf_of(library: Library, shelf: DiagramShelf, handout: Handout, paper: str) -> bytes:
    """Return the handout as a PDF."""
    words = words_of(handout.language)
    sheet = compose(library, handout, words, _today())
    pictures: dict[Block, Picture] = {}
    for block in sheet.blocks:
        if isinstance(block, PictureBlock):
            with suppress(PackError):  # without its drawing, what it says is left
                pictures[block] = _portrait(block.sight, library, shelf, words)
        elif isinstance(block, PlotBlock):
            pictures[block] = _plot(block.dataset, library, handout, words)
    return as_pdf(sheet, pictures, paper=paper, words=words)


def web_page_of(library: Library, shelf: DiagramShelf, handout: Handout) -> str:
    """Return the handout as one web page, with the first drawing and those of pinned pictures."""
    known = [pin.sight for pin in handout.pins if pin.sight is not None and is_known(library, pin)]
    shown = [library.info.views[sight.view][sight.plane] for sight in known]
    diagrams: dict[str, bytes] = {}
    for diagram in (library.info.diagrams[0], *shown):
        with suppress(PackError):  # the page does without; what it says is left
            diagrams[diagram.id] = shelf.sheet(diagram).read_svg()
    return write_web(library, handout, diagrams, words_of(handout.language), _today())


def _portrait(sight: Sight, library: Library, shelf: DiagramShelf, words: Words) -> Picture:
    sheet = shelf.sheet(library.info.views[sight.view][sight.plane])

    def paint(painter: QPainter, box: QRectF) -> None:
        paint_portrait(painter, box, library, sheet, sight, words, _PRINT, width=_PICTURE_WIDTH)

    return Picture(paint, _PICTURE_ASPECT)


def _plot(dataset_id: str, library: Library, handout: Handout, words: Words) -> Picture:
    from explorer.plots.export import as_shapes
    from explorer.plots.from_dataset import dataset_content
    from explorer.plots.style import NORMAL_TEXT, PlotStyle

    content = dataset_content(library.dataset(dataset_id), library, words, handout.level)
    style = PlotStyle(_PRINT, face(round(NORMAL_TEXT)))
    paint, size = as_shapes(content, style, words, _PLOT_WIDTH)
    return Picture(paint, size.height() / size.width(), has_words=True)


def _today() -> str:
    return time.strftime("%Y-%m-%d")
