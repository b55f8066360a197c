"""Where everything of a handout stands on its pages. All measures are dots of the paper."""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QPainter, QTextDocument, QTextLine

from explorer.export.face import face
from explorer.export.pdf_text import KINDS

DOTS = 4
"""To a point, so that letters stand where they belong."""

_GAP, _RULE = 9.0, 4.5
_BETWEEN = 4.0
"""Between a picture and the text above or below it, points."""
_WIDE, _NARROW = 0.86, 0.5
"""Share of the width that a picture takes: over its text, and beside it."""

Paint = Callable[[QPainter, QRectF], None]


class Picture(NamedTuple):
    """What paints a block.

    Attributes:
        paint: paints it into any box.
        aspect: how high it is for its width.
        has_words: whether it holds its own title and caveat, so that they need no repeating where
            it is shown large.
    """

    paint: Paint
    aspect: float
    has_words: bool = False


class Piece(NamedTuple):
    """What stays together on a page: text, or a picture with text above and below it."""

    text: str
    below: str = ""
    picture: Picture | None = None


class Look(NamedTuple):
    """How a handout is laid out.

    Attributes:
        scale: size of the text, as a share of the full one.
        is_beside: whether the text of a picture stands beside it.
    """

    scale: float = 1.0
    is_beside: bool = False


class Text(NamedTuple):
    """A text on a page, of which the part from `top` to `bottom` is shown."""

    document: QTextDocument
    x: float
    y: float
    top: float
    bottom: float


class Drawn(NamedTuple):
    """A picture on a page."""

    paint: Paint
    x: float
    y: float
    size: QSizeF


class Rule(NamedTuple):
    """A line that tells one block from the next."""

    x: float
    y: float
    width: float


Placed = Text | Drawn | Rule
_Block = tuple[float, list[Placed]]


def lay_out(pieces: Sequence[Piece], room: QSizeF, look: Look) -> list[list[Placed]]:
    """Put pieces on pages. One that no page can hold is cut between its lines.

    Args:
        pieces: in their order.
        room: what a page has for them.
        look: how they are laid out.
    """
    pages: list[list[Placed]] = [[]]
    y = 0.0
    for piece in pieces:
        height, parts = _block(piece, room.width(), look)
        if pages[-1] and y + height > room.height():
            pages.append([])
            y = 0.0
        if height <= room.height():
            if pages[-1]:
                pages[-1].append(Rule(0, y - _RULE * DOTS, room.width()))
            pages[-1] += [_moved(part, y) for part in parts]
            y += height + _GAP * DOTS
            continue
        for high, part in _slices(parts):
            if pages[-1] and y + high > room.height():
                pages.append([])
                y = 0.0
            pages[-1].append(_moved(part, y))
            y += high
        y += _GAP * DOTS
    return pages


def document(html: str, width: float, scale: float = 1.0) -> QTextDocument:
    """Return a text, set in the shipped face."""
    text = QTextDocument()
    text.setDocumentMargin(0)
    text.setDefaultFont(face(10 * DOTS))
    text.setDefaultStyleSheet(
        "".join(
            f"p.{name} {{ margin: 0; margin-top: {round(kind.above * scale * DOTS)}px;"
            f" font-size: {round(kind.size * scale * DOTS)}px; {kind.style} }}\n"
            for name, kind in KINDS.items()
        )
    )
    text.setHtml(html)
    text.setTextWidth(width)
    return text


def height_of(text: QTextDocument) -> float:
    """Return how high a text is."""
    return text.documentLayout().documentSize().height()


def _block(piece: Piece, width: float, look: Look) -> _Block:
    """Return height and parts of a piece, as if it stood at the top of a page."""
    if piece.picture is None:
        return _stacked([_text(piece.text, width, look)])
    gap = _BETWEEN * DOTS
    paint, aspect, has_words = piece.picture
    if look.is_beside:
        wide = width * _NARROW * look.scale
        beside = document(piece.text + piece.below, width - wide - 3 * gap, look.scale)
        parts: list[Placed] = [
            Drawn(paint, 0, 0, QSizeF(wide, wide * aspect)),
            Text(beside, wide + 3 * gap, 0, 0, height_of(beside)),
        ]
        return max(wide * aspect, height_of(beside)), parts
    wide = width * _WIDE * look.scale
    drawn = Drawn(paint, (width - wide) / 2, 0, QSizeF(wide, wide * aspect))
    if has_words:
        return _stacked([drawn])
    rows: list[Text | Drawn] = [_text(piece.text, width, look), drawn]
    if piece.below:
        rows.append(_text(piece.below, width, look))
    return _stacked(rows, gap)


def _text(html: str, width: float, look: Look) -> Text:
    text = document(html, width, look.scale)
    return Text(text, 0, 0, 0, height_of(text))


def _stacked(rows: Sequence[Text | Drawn], gap: float = 0.0) -> _Block:
    y = 0.0
    parts: list[Placed] = []
    for row in rows:
        parts.append(_moved(row, y))
        y += gap + (row.size.height() if isinstance(row, Drawn) else row.bottom - row.top)
    return y - gap, parts


def _slices(parts: Sequence[Placed]) -> Iterator[tuple[float, Placed]]:
    """Cut what is too long for a page; each slice comes as if it stood at the top."""
    for part in parts:
        if isinstance(part, Text):
            for top, bottom in _lines(part.document):
                yield bottom - top, Text(part.document, part.x, 0, top, bottom)
        elif isinstance(part, Drawn):
            yield part.size.height(), part._replace(y=0)


def _lines(text: QTextDocument) -> Iterator[tuple[float, float]]:
    """Return where each line of a text begins and ends."""
    tops = [top for top, _ in groupby(top for top, _, _ in lines_of(text))]
    tops[:1] = [0.0]
    yield from zip(tops, [*tops[1:], height_of(text)], strict=True)


def lines_of(text: QTextDocument) -> Iterator[tuple[float, QTextLine, QPointF]]:
    """Return each line of a text: where it begins, the line, and where its paragraph stands."""
    block = text.begin()
    while block.isValid():
        place = text.documentLayout().blockBoundingRect(block).topLeft()
        layout = block.layout()
        for at in range(layout.lineCount()):
            line = layout.lineAt(at)
            yield place.y() + line.y(), line, place
        block = block.next()


def _moved(part: Text | Drawn | Rule, y: float) -> Placed:
    return part._replace(y=part.y + y)
