"""A handout as a PDF: shapes and text, no pixels; loaded when one is first wanted."""

from collections.abc import Callable, Mapping
from html import escape
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPageSize, QPainter, QPdfWriter, QTextDocument

from explorer.export.atomic import write_atomically
from explorer.export.pdf_finish import finish_pdf
from explorer.export.sheet import (
    Block,
    CheckBlock,
    ClaimBlock,
    PictureBlock,
    PlotBlock,
    Sheet,
    SourceBlock,
    SourceLine,
    TeachBlock,
)
from explorer.export.wording import Wording

Paint = Callable[[QPainter, QRectF], None]


class Picture(NamedTuple):
    """What paints a block, and how high that is for its width."""

    paint: Paint
    aspect: float


PAPERS = {"A4": QPageSize.PageSizeId.A4, "Letter": QPageSize.PageSizeId.Letter}

_FAMILY = "Inter"
_DOTS = 288
"""Per inch; four to a point, so that letters stand where they belong."""
_POINTS = 72
_SIDE, _TOP, _BOTTOM = 50.0, 44.0, 46.0
_GAP = 8.0
_PICTURE_ASPECT, _PLOT_ASPECT = 0.66, 0.56
_SHARE = {PictureBlock: 0.82, PlotBlock: 0.70}
"""How much of the width of the page a picture takes."""
_SIZES = (1.0, 0.94, 0.88, 0.82)
"""Sizes of text and pictures, as a share of the full ones, until all fits on `_MOST_PAGES`."""
_MOST_PAGES = 2
_TEXT = {"title": 20, "big": 11, "": 10, "strong": 10, "head": 9, "soft": 9, "small": 8}
"""Size of each kind of paragraph, in points."""
_INK, _SOFT, _ACCENT = "#1d2733", "#4d5864", "#0f6470"


class _Piece(NamedTuple):
    """What stays together on a page: a picture, a text under it, or only one of them."""

    html: str
    paint: Paint | None = None
    size: tuple[float, float] = (0.0, 0.0)


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
        pictures: what paints each block that is a picture or a plot, into a box in points.
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
    room = size.rect(QPageSize.Unit.Point)
    width = room.width() - 2 * _SIDE
    pages: list[list[_Placed]] = []
    for scale in _SIZES:
        pieces = [_Piece(_head(sheet, words))]
        pieces += [
            _piece(block, pictures.get(block), width * scale**2, words) for block in sheet.blocks
        ]
        if sheet.missing:
            pieces.append(_Piece(_missing(sheet, words)))
        pages = _pages(pieces, width, room.height() - _TOP - _BOTTOM, scale)
        if len(pages) <= _MOST_PAGES:
            break
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(size)
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setResolution(_DOTS)
    writer.setTitle(sheet.title)
    writer.setCreator("MDMA Brain Explorer")
    with QPainter(writer) as painter:
        for number, page in enumerate(pages):
            if number:
                writer.newPage()
            painter.save()
            painter.scale(_DOTS / _POINTS, _DOTS / _POINTS)
            for document, piece, top in page:
                _paint_piece(painter, document, piece, QPointF(_SIDE, _TOP + top), width)
            foot = _foot(sheet, words, number + 1, len(pages))
            _paint_foot(painter, foot, room, width)
            painter.restore()
    return finish_pdf(bytes(buffer.data().data()), str(sheet.language))


_Placed = tuple[QTextDocument, _Piece, float]


def _pages(
    pieces: list[_Piece], width: float, height: float, scale: float
) -> list[list[_Placed]]:
    """Put the pieces on pages; one that is longer than a page goes on overleaf."""
    pages: list[list[_Placed]] = [[]]
    top = 0.0
    for piece in pieces:
        document = _document(piece.html, width, scale)
        needed = document.size().height() + (piece.size[1] + 4 if piece.paint else 0.0)
        if pages[-1] and top + needed > height:
            pages.append([])
            top = 0.0
        for part in _parts(piece, document, needed, (width, height), scale):
            if pages[-1] and top + part[2] > height:
                pages.append([])
                top = 0.0
            pages[-1].append((part[0], part[1], top))
            top += part[2] + _GAP
    return pages


def _parts(
    piece: _Piece,
    document: QTextDocument,
    needed: float,
    room: tuple[float, float],
    scale: float,
) -> list[tuple[QTextDocument, _Piece, float]]:
    """Cut a text that no page can hold at the ends of its paragraphs."""
    if needed <= room[1]:
        return [(document, piece, needed)]
    parts = []
    for paragraph in _paragraphs(piece.html):
        part = _document(paragraph, room[0], scale)
        parts.append((part, _Piece(paragraph), part.size().height()))
    return parts


def _paragraphs(html: str) -> list[str]:
    return [f"{part}</p>" for part in html.split("</p>") if part.strip()]


def _document(html: str, width: float, scale: float = 1.0) -> QTextDocument:
    document = QTextDocument()
    document.setDocumentMargin(0)
    face = QFont(_FAMILY)
    face.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    document.setDefaultFont(face)
    document.setDefaultStyleSheet(
        f"p {{ margin: 0; color: {_INK}; }} .head, a {{ color: {_ACCENT}; }}"
        f" .soft, .small {{ color: {_SOFT}; }} a {{ text-decoration: none; }}"
        " .title, .big, .head, .strong { font-weight: 600; }"
    )
    for kind, size in _TEXT.items():
        html = html.replace(f"{{{kind}}}", f"{size * scale:.2f}px")
    document.setHtml(html)
    document.setTextWidth(width)
    return document


def _paint_piece(
    painter: QPainter, document: QTextDocument, piece: _Piece, at: QPointF, width: float
) -> None:
    painter.save()
    painter.translate(at)
    if piece.paint is not None:
        wide, high = piece.size
        piece.paint(painter, QRectF((width - wide) / 2, 0, wide, high))
        painter.translate(0, high + 4)
    document.drawContents(painter)
    painter.restore()


def _paint_foot(painter: QPainter, html: str, room: QRectF, width: float) -> None:
    document = _document(html, width)
    painter.save()
    painter.setPen(Qt.GlobalColor.lightGray)
    top = room.height() - 16 - document.size().height()
    painter.drawLine(QPointF(_SIDE, top - 3), QPointF(_SIDE + width, top - 3))
    painter.translate(_SIDE, top)
    document.drawContents(painter)
    painter.restore()


def _piece(block: Block, paint: Paint | None, width: float, words: Wording) -> _Piece:
    match block:
        case TeachBlock():
            html = _p("head", escape(words("export.again")))
            html += _p("big", escape(block.title))
            return _Piece(html + "".join(_p("", escape(prompt)) for prompt in block.prompts))
        case ClaimBlock():
            return _Piece(_claim(block, words))
        case CheckBlock():
            html = _p("head", escape(words("export.kind.check")))
            html += _p("big", escape(block.statement))
            html += _p("strong", escape(words("export.verdict", verdict=block.verdict)))
            return _Piece(html + _p("", escape(block.answer)) + _sources(block.sources, words))
        case SourceBlock():
            html = _p("head", escape(words("export.kind.source"))) + _p("", _line(block.source))
            return _Piece(html + _p("soft", escape(block.note)))
        case PlotBlock():
            html = _p("strong", escape(block.title))
            return _pictured(block, html, block.caveat, paint, width * _PLOT_ASPECT, width)
        case PictureBlock():
            html = _p("strong", escape(block.caption))
            return _pictured(block, html, block.note, paint, width * _PICTURE_ASPECT, width)


def _pictured(
    block: PlotBlock | PictureBlock,
    html: str,
    note: str,
    paint: Paint | None,
    height: float,
    width: float,
) -> _Piece:
    html += _p("soft", escape(note))
    share = _SHARE[type(block)]
    return _Piece(html, paint, (width * share, height * share))


def _claim(block: ClaimBlock, words: Wording) -> str:
    evidence = words("export.evidence", strength=block.strength, direction=block.direction)
    html = _p("head", escape(block.where)) + _p("big", escape(block.statement))
    html += _p("strong", escape(evidence))
    html += _p("", escape(words("export.who", who=block.who)))
    if block.caveat:
        html += _p("", escape(words("export.caveat", text=block.caveat)))
    return html + _sources(block.sources, words)


def _sources(sources: tuple[SourceLine, ...], words: Wording) -> str:
    if not sources:
        return ""
    lines = "; ".join(_line(source) for source in sources)
    return _p("small", f"{escape(words('export.sources'))} {lines}")


def _line(source: SourceLine) -> str:
    text = escape(f"{source.mark}: {source.text}" if source.mark else source.text)
    if not source.identifier:
        return text
    number = escape(source.identifier)
    if source.link:
        number = f'<a href="{escape(source.link)}">{number}</a>'
    return f"{text} {number}"


def _head(sheet: Sheet, words: Wording) -> str:
    html = _p("title", escape(sheet.title))
    html += _p("soft", escape(words.month(sheet.date)))
    for paragraph in sheet.note.split("\n"):
        html += _p("", escape(paragraph))
    return html


def _foot(sheet: Sheet, words: Wording, number: int, count: int) -> str:
    made = words("export.made", date=words.month(sheet.date), pack=sheet.pack)
    page = words("export.page", n=number, all=count)
    return _p("small", escape(sheet.notice)) + _p("small", escape(f"{made} · {page}"))


def _missing(sheet: Sheet, words: Wording) -> str:
    html = _p("head", escape(words("export.missing")))
    return html + "".join(_p("soft", escape(pin)) for pin in sheet.missing)


def _p(kind: str, content: str) -> str:
    """Write a paragraph; nothing for one without content."""
    return f'<p class="{kind}">{content}</p>' if content else ""
