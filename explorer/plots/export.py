"""Plots as files: PNG and SVG of the whole figure, and CSV with the works inside."""

import csv
import io
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QImage, QImageWriter, QPainter, QPicture
from PySide6.QtSvg import QSvgGenerator

from explorer.canvas.fill import fill_box
from explorer.canvas.palette import LIGHT
from explorer.i18n import Words
from explorer.plots.content import Mark, PlotContent
from explorer.plots.figure import Figure
from explorer.plots.style import PlotStyle

SCALES = (1, 2, 3, 4)
"""How many pixels a picture may have for each point."""

_WIDTH, _LEAST_HEIGHT = 960, 540
_DOTS_PER_METRE = 96 / 0.0254
_HEADER = (
    "series",
    "category",
    "x",
    "value",
    "n",
    "spread",
    "spread_value",
    "low",
    "high",
    "reference",
    "source",
    "note",
    "citation",
)
_PLACES = 10
"""So many that no printed number is touched, yet no error of adding shows."""
_FORMULA = ("=", "+", "@", "\t", "\r")


def as_png(content: PlotContent, style: PlotStyle, words: Words, scale: int) -> bytes:
    """Return a picture of the figure, on white whatever the window's colours are.

    Args:
        content: what is plotted.
        style: its face and size of text are kept.
        words: interface texts.
        scale: one of `SCALES`.
    """
    figure = _figure(content, style, words)
    image = QImage(figure.size() * scale, QImage.Format.Format_RGB32)
    image.setDotsPerMeterX(round(_DOTS_PER_METRE * scale))
    image.setDotsPerMeterY(round(_DOTS_PER_METRE * scale))
    image.setText("Title", content.title)
    image.setText("Source", "; ".join(content.sources.values()))
    image.setDevicePixelRatio(scale)
    with QPainter(image) as painter:
        _paint(figure, painter)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())


def as_svg(content: PlotContent, style: PlotStyle, words: Words) -> bytes:
    """Return the figure as a drawing that can be edited, on white."""
    figure = _figure(content, style, words)
    buffer = QBuffer()
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(figure.size())
    generator.setViewBox(QRect(0, 0, figure.width(), figure.height()))
    generator.setTitle(content.title)
    generator.setDescription("; ".join(content.sources.values()))
    with QPainter(generator) as painter:
        _paint(figure, painter)
    return bytes(buffer.data().data())


def as_shapes(
    content: PlotContent, style: PlotStyle, words: Words, width: int
) -> tuple[Callable[[QPainter, QRectF], None], QSize]:
    """Return what paints the figure into any box as shapes and text, and its size in px.

    Args:
        content: what is plotted.
        style: its face and size of text are kept.
        words: interface texts.
        width: of the figure with text of the normal size, px.
    """
    figure = _figure(content, style, words, width)
    picture = QPicture()
    with QPainter(picture) as painter:
        _paint(figure, painter)
    size = figure.size()

    def paint(painter: QPainter, box: QRectF) -> None:
        # Qt sizes a recorded picture by the dots per inch of both.
        dots = picture.logicalDpiX() / painter.device().logicalDpiX()
        scale = box.width() / size.width() * dots
        painter.save()
        painter.translate(box.topLeft())
        painter.scale(scale, scale)
        painter.drawPicture(QPointF(), picture)
        painter.restore()

    return paint, size


def as_csv(content: PlotContent) -> str:
    """Return the numbers as the pack has them, with the works in comment lines and in a column."""
    text = io.StringIO()
    units = [f"{axis}" for axis in (content.x, content.y) if axis is not None]
    comments = [content.title, content.who, "; ".join(units), content.caveat]
    comments += [f"{key}: {source}" for key, source in content.sources.items()]
    for comment in comments:
        if comment:
            text.write(f"# {' '.join(comment.split())}\n")
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow(_HEADER)
    for mark in content.marks:
        rows.writerow(_row(content, mark))
    return text.getvalue()


def write(path: Path, data: bytes) -> None:
    """Write a file as a whole or not at all. Raises OSError when it cannot be written."""
    unfinished = path.with_name(f"{path.name}.part")
    try:
        unfinished.write_bytes(data)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


def _figure(
    content: PlotContent, style: PlotStyle, words: Words, normal_width: int = _WIDTH
) -> Figure:
    """Return a figure of its own, never shown, so that the size of the window does not matter."""
    figure = Figure()
    figure.ensurePolished()
    width = round(normal_width * max(style.scale, 1.0))
    least = 0 if content.x is None else round(width * _LEAST_HEIGHT / _WIDTH)

    def fit() -> None:
        figure.resize(width, max(figure.height_for(width), least))

    figure.show_content(content, PlotStyle(LIGHT, style.text), words, fit)
    figure.graph.draw_exactly()
    return figure


def _paint(figure: Figure, painter: QPainter) -> None:
    fill_box(painter, QRectF(figure.rect()), LIGHT.color("panel"))
    figure.render(painter, QPoint())
    figure.deleteLater()


def _row(content: PlotContent, mark: Mark) -> list[str]:
    category = "" if mark.row is None else content.categories[mark.row]
    cells = [
        content.series[mark.series],
        category,
        _number(mark.x),
        _number(mark.value),
        "" if mark.n is None else str(mark.n),
        "" if mark.spread is None else str(mark.spread),
        _number(mark.spread_value),
        _number(mark.low),
        _number(mark.high),
        mark.reference,
        mark.found_in,
        mark.note,
        content.sources.get(mark.reference, ""),
    ]
    # A spreadsheet must not take a text of a pack for a formula.
    return [f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in cells]


def _number(value: float | None) -> str:
    return "" if value is None else repr(round(value, _PLACES)).removesuffix(".0")
