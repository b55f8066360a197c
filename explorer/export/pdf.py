"""A handout as a PDF: shapes and text, no pixels; loaded when one is first wanted."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor, QPageSize, QPainter, QPdfWriter, QPen

from explorer.export import pdf_text
from explorer.export.atomic import write_atomically
from explorer.export.pdf_finish import finish_pdf
from explorer.export.pdf_layout import (
    DOTS,
    Drawn,
    Look,
    Paint,
    Picture,
    Piece,
    Placed,
    Rule,
    Text,
    document,
    height_of,
    lay_out,
    lines_of,
)
from explorer.export.sheet import Block, PictureBlock, PlotBlock, Sheet
from explorer.export.wording import Wording

PAPERS = {"A4": QPageSize.PageSizeId.A4, "Letter": QPageSize.PageSizeId.Letter}

_SIDE, _TOP, _BOTTOM = 50.0 * DOTS, 42.0 * DOTS, 24.0 * DOTS
_FOOT_GAP = 10.0 * DOTS
_ASPECT = 0.75
"""Height of a picture for its width, where whoever paints it does not say."""
_SIZES, _LARGE = (1.0, 0.95, 0.9, 0.85, 0.8, 0.75), 4
"""Shares of the full size; so many of them are large enough to spare a page."""
_MOST_PAGES, _MANY = 2, Look(0.9, is_beside=True)
"""How long a handout may be, and how one looks that is longer at any size."""
_FAR = 8
"""So many pages are never made two by smaller letters."""
_LINE = "#c9d1d8"


def write_pdf(
    sheet: Sheet,
    pictures: Mapping[Block, Paint | Picture],
    path: Path,
    *,
    paper: str = "A4",
    words: Wording,
    force: bool = True,
) -> None:
    """Write a handout as a PDF, as a whole or not at all.

    Args:
        sheet: what stands on it.
        pictures: what paints each block that is a picture or a plot, into any box.
        path: the file.
        paper: one of `PAPERS`.
        words: interface texts in the language of the sheet.
        force: whether a file that is there already may be replaced.

    Raises:
        OSError: when the place cannot be written.
    """
    write_atomically(path, as_pdf(sheet, pictures, paper=paper, words=words), force=force)


def as_pdf(
    sheet: Sheet, pictures: Mapping[Block, Paint | Picture], *, paper: str = "A4", words: Wording
) -> bytes:
    """Return a handout as a PDF; see `write_pdf`."""
    size = QPageSize(PAPERS[paper])
    page = size.rect(QPageSize.Unit.Point).size() * DOTS
    width = page.width() - 2 * _SIDE
    under = height_of(document(pdf_text.foot(sheet, words, 1, 1), width))
    room = QSizeF(width, page.height() - _TOP - _BOTTOM - under - _FOOT_GAP)
    pages = _fitted(list(_pieces(sheet, pictures, words)), room)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(size)
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setResolution(72 * DOTS)
    writer.setTitle(pdf_text.title_text(sheet.title).strip())
    writer.setCreator("MDMA Brain Explorer")
    with QPainter(writer) as painter:
        for number, placed in enumerate(pages):
            if number:
                writer.newPage()
            painter.save()
            painter.translate(_SIDE, _TOP)
            for part in placed:
                _paint(painter, part)
            y = page.height() - _TOP - _BOTTOM - under
            _paint(painter, Rule(0, y - _FOOT_GAP / 2, width))
            text = document(pdf_text.foot(sheet, words, number + 1, len(pages)), width)
            _paint(painter, Text(text, 0, y, 0, height_of(text)))
            painter.restore()
    return finish_pdf(bytes(buffer.data().data()), str(sheet.language))


def _pieces(
    sheet: Sheet, pictures: Mapping[Block, Paint | Picture], words: Wording
) -> Iterator[Piece]:
    yield Piece(pdf_text.head(sheet, words))
    before: Block | None = None
    for block in sheet.blocks:
        paint = pictures.get(block)
        if paint is not None and isinstance(block, PictureBlock | PlotBlock):
            picture = paint if isinstance(paint, Picture) else Picture(paint, _ASPECT)
            below = pdf_text.below_picture(block, words)
            yield Piece(pdf_text.above_picture(block), below, picture)
        else:
            yield Piece(pdf_text.text_of(block, words, is_next=type(before) is type(block)))
        before = block
    if sheet.missing:
        yield Piece(pdf_text.missing(sheet, words))


def _fitted(pieces: list[Piece], room: QSizeF) -> list[list[Placed]]:
    """Lay a handout out on one page if it can be read well there, else as large as two allow."""
    large = looks = [Look(scale) for scale in _SIZES[:_LARGE]]
    if any(piece.picture is not None for piece in pieces):
        # Beside its text a picture is small, but that is better than small letters.
        looks = looks + [Look(scale, is_beside=True) for scale in _SIZES]
    else:
        looks = [Look(scale) for scale in _SIZES]
    tried = [(look, 1) for look in large] + [(look, _MOST_PAGES) for look in looks]
    for look, most in tried:
        pages = lay_out(pieces, room, look)
        if len(pages) <= most:
            return pages
        if len(pages) > _FAR:
            break
    return lay_out(pieces, room, _MANY)


def _paint(painter: QPainter, part: Placed) -> None:
    painter.save()
    if isinstance(part, Rule):
        painter.setPen(QPen(QColor(_LINE), DOTS / 2))
        painter.drawLine(QPointF(part.x, part.y), QPointF(part.x + part.width, part.y))
    elif isinstance(part, Drawn):
        part.paint(painter, QRectF(QPointF(part.x, part.y), part.size))
    else:
        painter.translate(part.x, part.y - part.top)
        _paint_text(painter, part)
    painter.restore()


def _paint_text(painter: QPainter, part: Text) -> None:
    if part.top == 0 and part.bottom >= height_of(part.document):
        part.document.drawContents(painter)
        return
    for top, line, place in lines_of(part.document):
        # Qt's own way would add the line before, clipped but there for whoever reads it aloud.
        if part.top - 0.5 <= top < part.bottom - 0.5:
            line.draw(painter, place)
