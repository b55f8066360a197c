"""The known words of one text: where they are, their marks, and the card that explains them."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPalette, QPen
from PySide6.QtWidgets import QWidget

from explorer.domain.term_match import TermSpan
from explorer.widgets.lexicon import Lexicon

_WIDTH = 1.3
_WIDTH_CURRENT = 2


class TermMarks(QObject):
    """Serves a widget that lays out and paints a text itself.

    It finds the widget's `Lexicon` by looking up the window; without one no word is known.

    Args:
        owner: the widget.
        boxes_of: returns where the letters from one place to another are, in the owner's pixels:
            one box on each line.
    """

    changed = Signal()
    """Other words are marked now."""

    def __init__(self, owner: QWidget, boxes_of: Callable[[int, int], list[QRectF]]) -> None:
        super().__init__(owner)
        self._owner = owner
        self._boxes_of = boxes_of
        self._lexicon: Lexicon | None = None
        self._text = ""
        self._offset = 0
        self._marked = ""
        self._boxes: dict[int, list[QRectF]] = {}
        self.spans: tuple[TermSpan, ...] = ()
        self.current = -1

    def show_text(self, text: str, offset: int = 0) -> None:
        """Look for the known words of a text.

        Args:
            text: where to look.
            offset: so many letters stand before it.
        """
        self._text, self._offset = text, offset
        if self._lexicon is None:
            self._lexicon = Lexicon.around(self._owner)
            if self._lexicon is not None:
                self._lexicon.changed.connect(self._find)
        self._find()

    def _find(self) -> None:
        spans: tuple[TermSpan, ...] = ()
        if self._lexicon is not None:
            found, gap = self._lexicon.spans(self._text), self._offset
            spans = tuple(TermSpan(start + gap, end + gap, term) for start, end, term in found)
        if (spans, bool(spans) and self._text) != (self.spans, bool(self.spans) and self._marked):
            self.put_away()
            self._boxes.clear()
            self.spans, self.current, self._marked = spans, -1, self._text
            self.changed.emit()

    def boxes(self, place: int) -> list[QRectF]:
        """Return where the marked word of that number is."""
        if place not in self._boxes:
            span = self.spans[place]
            self._boxes[place] = self._boxes_of(span.start, span.end)
        return self._boxes[place]

    def forget_boxes(self) -> None:
        """The owner laid its text out anew, or elsewhere."""
        self._boxes.clear()

    def box(self, place: int) -> QRect:
        """Return where the marked word of that number begins."""
        boxes = self.boxes(place)
        return boxes[0].toAlignedRect() if boxes else QRect()

    def at(self, point: QPointF) -> int:
        """Return the number of the marked word under a point, or -1."""
        for place in range(len(self.spans)):
            if any(box.adjusted(-1, 0, 1, 1).contains(point) for box in self.boxes(place)):
                return place
        return -1

    def hint(self) -> str:
        """Tell for assistive tools which words are explained, and how to get there."""
        words = self._lexicon.words if self._lexicon is not None else None
        if not self.spans or words is None:
            return ""
        gap = self._offset
        marked = [self._text[start - gap : end - gap] for start, end, _ in self.spans]
        return words("terms.hint", terms=", ".join(marked))

    # Paint

    def paint_ground(self, painter: QPainter, colors: QPalette) -> None:
        """Paint what lies below the word that the keys have come to."""
        if self.current < 0:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colors.alternateBase())
        for box in self.boxes(self.current):
            painter.drawRoundedRect(box.adjusted(-2, 0, 2, 0), 3, 3)

    def paint_lines(self, painter: QPainter, colors: QPalette) -> None:
        """Underline the marked words."""
        for place in range(len(self.spans)):
            is_current = place == self.current
            style = Qt.PenStyle.SolidLine if is_current else Qt.PenStyle.DotLine
            width = _WIDTH_CURRENT if is_current else _WIDTH
            painter.setPen(QPen(colors.accent(), width, style))
            for box in self.boxes(place):
                below = box.adjusted(0, 0, 0, -0.5)
                painter.drawLine(below.bottomLeft(), below.bottomRight())

    # The card

    def explain(self, place: int, *, is_soon: bool = False, is_kept: bool = False) -> None:
        """Show what a word means (see `TermCard.explain`)."""
        lexicon = self._lexicon
        if lexicon is None or lexicon.words is None:
            return
        box = self.box(place)
        there = QRect(self._owner.mapToGlobal(box.topLeft()), box.size())
        term = self.spans[place].term
        lexicon.card().explain(
            self._owner,
            there,
            (term, *lexicon.explain(term)),
            lexicon.words,
            is_soon=is_soon,
            is_kept=is_kept,
        )

    def hover(self, point: QPointF) -> bool:
        """Follow the pointer; tells whether it is on a marked word."""
        place = self.at(point)
        if place >= 0:
            self.explain(place, is_soon=True)
        else:
            self.leave()
        return place >= 0

    def leave(self) -> None:
        """Follow the pointer away."""
        if self._lexicon is not None:
            self._lexicon.leave(self._owner)

    def step_to(self, place: int) -> None:
        """Let the keys rest on a word: show what it means, and let assistive tools say it."""
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # 8 ms, not at start

        self.current = min(max(place, 0), len(self.spans) - 1)
        self.explain(self.current, is_kept=True)
        self._owner.update()
        if self._lexicon is not None:
            said = ". ".join(self._lexicon.explain(self.spans[self.current].term))
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._owner, said))

    def wish(self) -> None:
        """Ask for the glossary at the word that the keys have come to."""
        term = self.spans[self.current].term
        self.put_away()
        if self._lexicon is not None:
            self._lexicon.term_wished.emit(term)

    def put_away(self) -> None:
        """Close the card if it explains a word of this text; the keys are on no word."""
        if self._lexicon is not None:
            self._lexicon.put_away(self._owner)
        if self.current >= 0:
            self.current = -1
            self._owner.update()
