"""What the handout becomes: a PDF or a web page. Loaded when one is first wanted."""

import time
from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from explorer.canvas.palette import LIGHT
from explorer.domain.handout import Handout
from explorer.domain.library import Library
from explorer.i18n import Words
from explorer.i18n import words as words_of
from explorer.state.whole_file import replace_file
from explorer.widgets.diagram_shelf import DiagramShelf

Paint = Callable[[QPainter, QRectF], None]


def save_pdf(
    path: Path, library: Library, shelf: DiagramShelf, handout: Handout, paper: str
) -> None:
    """Write the handout as a PDF.

    Raises:
        OSError: when the place cannot be written.
    """
    words = words_of(handout.language)
    sheet = import_module("explorer.export.sheet").compose(library, handout, words, _today())
    pictures = _pictures(sheet, library, shelf, handout, words)
    write_pdf = import_module("explorer.export.pdf").write_pdf
    write_pdf(sheet, pictures, path, paper=paper, words=words)


def save_web_page(path: Path, library: Library, shelf: DiagramShelf, handout: Handout) -> None:
    """Write the handout as one web page.

    Raises:
        OSError: when the place cannot be written.
    """
    write_web = import_module("explorer.export.web").write_web
    diagrams = {
        diagram.id: shelf.sheet(diagram).read_svg()
        for diagram in library.info.diagrams
        if diagram.id == library.info.diagrams[0].id
    }
    text = write_web(library, handout, diagrams, words_of(handout.language), _today())
    replace_file(path, text.encode())


def _pictures(
    sheet: Any, library: Library, shelf: DiagramShelf, handout: Handout, words: Words
) -> Mapping[Any, Paint]:
    """Return for each block that is a picture or a plot what paints it."""
    painted: dict[Any, Paint] = {}
    for block in sheet.blocks:
        kind = type(block).__name__
        if kind == "PictureBlock":
            painted[block] = _portrait(block.sight, library, shelf, words)
        elif kind == "PlotBlock":
            painted[block] = _plot(block.dataset, library, handout, words)
    return painted


def _portrait(sight: Any, library: Library, shelf: DiagramShelf, words: Words) -> Paint:
    paint_portrait = import_module("explorer.canvas.portrait").paint_portrait
    sheet = shelf.sheet(library.info.views[sight.view][sight.plane])

    def paint(painter: QPainter, box: QRectF) -> None:
        paint_portrait(painter, box, library, sheet, sight, words, LIGHT)

    return paint


def _plot(dataset_id: str, library: Library, handout: Handout, words: Words) -> Paint:
    from PySide6.QtCore import QByteArray, Qt
    from PySide6.QtSvg import QSvgRenderer

    from explorer.plots.export import as_svg
    from explorer.plots.from_dataset import dataset_content
    from explorer.plots.style import PlotStyle
    from explorer.widgets.typeface import Role, font

    content = dataset_content(library.dataset(dataset_id), library, words, handout.level)
    drawing = QSvgRenderer(QByteArray(as_svg(content, PlotStyle(LIGHT, font(Role.META)), words)))
    drawing.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
    return drawing.render


def _today() -> str:
    return time.strftime("%Y-%m-%d")
