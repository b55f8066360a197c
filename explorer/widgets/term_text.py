"""A text of the pack in which known technical words are underlined and explained."""

import re

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QTextCharFormat,
    QTextLayout,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from explorer.domain.term_match import TermSpan
from explorer.widgets.lexicon import Lexicon
from explorer.widgets.shaped_text import ShapedText, char_range
from explorer.widgets.typeface import Role, font

_LEFT = Qt.MouseButton.LeftButton
_TAB_BACK = Qt.FocusReason.BacktabFocusReason
_BY_MOUSE = (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.PopupFocusReason)
_NARROW = 120
_WORD = re.compile(r"\w+")
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class TermText(QLabel):
    """Stands where a wrapping `QLabel` with plain text would; nothing in the text is markup.

    A dotted line marks a known word. The pointer on it, or the focus, shows what it means; a click
    keeps that open, Enter opens the glossary. Tab reaches the text, the left and right arrow go
    from word to word. It finds its `Lexicon` by looking up the window; without one it is a text
    like any other.

    It is laid out by hand: one layout for each width serves height, paint, pointer and selection,
    where a label with markup would be parsed and laid out anew for each question.

    Args:
        role: face of the text.
        parent: Qt owner.
    """

    def __init__(self, role: Role, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lead = 0
        self._lexicon: Lexicon | None = None
        self._spans: tuple[TermSpan, ...] = ()
        self._shaped: tuple[int, ShapedText] | None = None
        self._heights: dict[int, int] = {}
        self._current = -1
        self._anchor = self._end = 0
        self.setFont(font(role))
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_text(self, text: str, lead: str = "") -> None:
        """Show a text.

        Args:
            text: as the pack has it; a newline starts a new line.
            lead: stands before it, strong and in the accent colour; no word in it is marked.
        """
        whole = f"{lead} {text}" if lead else text
        if whole != self.text() or self._lead != len(lead):
            self._lead = len(lead)
            self._shaped = None
            self._heights.clear()
            self._anchor = self._end = 0
            super().setText(whole)
        self._find_terms()

    def setText(self, text: str) -> None:  # noqa: N802 - stands for Qt's own
        """Show a text without a lead, as `QLabel` does."""
        self.show_text(text)

    @property
    def terms(self) -> tuple[str, ...]:
        """Ids of the terms that are marked, in order."""
        return tuple(span.term for span in self._spans)

    def term_box(self, at: int) -> QRect:
        """Return where the marked word of that number is, in the widget's pixels."""
        boxes = self._boxes(at)
        return boxes[0].toAlignedRect() if boxes else QRect()

    def selectedText(self) -> str:  # noqa: N802 - stands for Qt's own
        """What was selected."""
        return self.text()[slice(*sorted((self._anchor, self._end)))]

    # Size

    def hasHeightForWidth(self) -> bool:
        """The text wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the text at a width, both px."""
        if width not in self._heights:
            self._heights[width] = self._shape(width).height
        return self._heights[width]

    def sizeHint(self) -> QSize:
        """As wide as it is."""
        width = max(self.width(), _NARROW)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """As narrow as a panel gets; the height is a matter of the width."""
        return QSize(_NARROW, 0)

    def changeEvent(self, event: QEvent) -> None:
        """Lay out anew in another face."""
        if event.type() == QEvent.Type.FontChange:
            self._shaped = None
            self._heights.clear()
        super().changeEvent(event)

    # Paint

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint text, selection and marks."""
        del event
        colors = self.palette()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colors.alternateBase())
            if self._current >= 0:
                for box in self._boxes(self._current):
                    painter.drawRoundedRect(box.adjusted(-2, 0, 2, 0), 3, 3)
            painter.setPen(colors.color(self.foregroundRole()))
            shape = self._shape(self.width())
            shape.draw(painter, QPointF(0, 0), self._painted_ranges())
            for place in range(len(self._spans)):
                is_current = place == self._current
                style = Qt.PenStyle.SolidLine if is_current else Qt.PenStyle.DotLine
                painter.setPen(QPen(colors.accent(), 2 if is_current else 1.3, style))
                for box in self._boxes(place):
                    below = box.adjusted(0, 0, 0, -0.5)
                    painter.drawLine(below.bottomLeft(), below.bottomRight())

    def _painted_ranges(self) -> list[QTextLayout.FormatRange]:
        colors = self.palette()
        ranges = []
        if self._lead:
            lead = QTextCharFormat()
            lead.setForeground(colors.accent())
            ranges.append(char_range(0, self._lead, lead))
        start, end = sorted((self._anchor, self._end))
        if start < end:
            selected = QTextCharFormat()
            selected.setForeground(colors.highlightedText())
            selected.setBackground(colors.highlight())
            ranges.append(char_range(start, end - start, selected))
        return ranges

    def _shape(self, width: int) -> ShapedText:
        """Return the text laid out at a width."""
        if self._shaped is None or self._shaped[0] != width:
            self._shaped = (width, ShapedText(self.text(), self.font(), width, self._lead))
        return self._shaped[1]

    def _boxes(self, place: int) -> list[QRectF]:
        span = self._spans[place]
        return self._shape(self.width()).boxes(span.start, span.end)

    # Words

    def _find_terms(self) -> None:
        if self._lexicon is None:
            self._lexicon = Lexicon.around(self)
            if self._lexicon is not None:
                self._lexicon.changed.connect(self._find_terms)
        lexicon = self._lexicon
        spans: tuple[TermSpan, ...] = ()
        if lexicon is not None:
            gap = self._lead + 1 if self._lead else 0
            found = lexicon.spans(self.text()[gap:])
            spans = tuple(TermSpan(start + gap, end + gap, term) for start, end, term in found)
        if spans == self._spans:
            return
        self._close_card()
        self._spans, self._current = spans, -1
        policy = Qt.FocusPolicy.StrongFocus if spans else Qt.FocusPolicy.ClickFocus
        self.setFocusPolicy(policy)
        self._describe()
        self.update()

    def _describe(self) -> None:
        """Tell assistive tools which words are explained, and how to get there."""
        words = self._lexicon.words if self._lexicon is not None else None
        said = ""
        if self._spans and words is not None:
            marked = ", ".join(self.text()[span.start : span.end] for span in self._spans)
            said = words("terms.hint", terms=marked)
        self.setAccessibleDescription(said)

    def _term_at(self, point: QPointF) -> int:
        """Return the number of the marked word under a point, or -1."""
        for place in range(len(self._spans)):
            if any(box.adjusted(-1, 0, 1, 1).contains(point) for box in self._boxes(place)):
                return place
        return -1

    def _explain(self, place: int, *, is_soon: bool = False, is_kept: bool = False) -> None:
        lexicon = self._lexicon
        if lexicon is None or lexicon.words is None:
            return
        term = self._spans[place].term
        corner = self.mapToGlobal(self.term_box(place).topLeft())
        box = QRect(corner, self.term_box(place).size())
        name, definition = lexicon.explain(term)
        lexicon.card().explain(
            self, box, (term, name, definition), lexicon.words, is_soon=is_soon, is_kept=is_kept
        )

    def _close_card(self) -> None:
        if self._lexicon is not None:
            self._lexicon.put_away(self)

    def _step_to(self, place: int) -> None:
        """Let the focus rest on a word: show what it means, and let assistive tools say it."""
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

        self._current = place
        self._explain(place, is_kept=True)
        self.update()
        if self._lexicon is not None:
            said = ". ".join(self._lexicon.explain(self._spans[place].term))
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))

    # Keys and pointer

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Explain the first word; coming from behind, the last."""
        if self._spans and event.reason() not in _BY_MOUSE:
            self._step_to(len(self._spans) - 1 if event.reason() == _TAB_BACK else 0)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Put the explanation away."""
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._close_card()
            self._current = -1
            self.update()

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave no explanation behind."""
        self._close_card()
        super().hideEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from word to word, open the glossary, copy."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self._select(0, len(self.text()))
        elif self._spans and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            way = 1 if event.key() == Qt.Key.Key_Right else -1
            self._step_to(min(max(self._current + way, 0), len(self._spans) - 1))
        elif self._current >= 0 and event.key() in _ENTER and self._lexicon is not None:
            term = self._spans[self._current].term
            self._close_card()
            self._lexicon.term_wished.emit(term)
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Keep the explanation of a word, or begin to select."""
        if event.button() != _LEFT:
            event.ignore()
            return
        place = self._term_at(event.position())
        if place >= 0:
            self._explain(place, is_kept=True)
        else:
            self._close_card()
        at = self._shape(self.width()).cursor_at(event.position())
        self._select(at, at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Explain the word under the pointer, or select on."""
        if event.buttons() & _LEFT:
            self._select(self._anchor, self._shape(self.width()).cursor_at(event.position()))
            return
        place = self._term_at(event.position())
        is_word = place >= 0
        self.setCursor(Qt.CursorShape.PointingHandCursor if is_word else Qt.CursorShape.IBeamCursor)
        if is_word:
            self._explain(place, is_soon=True)
        else:
            self._leave()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Offer the selection to the middle button, where the system has that."""
        del event
        clipboard = QGuiApplication.clipboard()
        if self.selectedText() and clipboard.supportsSelection():
            clipboard.setText(self.selectedText(), clipboard.Mode.Selection)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select a word."""
        at = self._shape(self.width()).cursor_at(event.position())
        for word in _WORD.finditer(self.text()):
            if word.start() <= at <= word.end():
                self._select(*word.span())

    def leaveEvent(self, event: QEvent) -> None:
        """Let the explanation go with the pointer."""
        del event
        self._leave()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to copy."""
        words = self._lexicon.words if self._lexicon is not None else None
        if words is None:
            event.ignore()
            return
        from PySide6.QtWidgets import QMenu

        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(words("terms.copy")).triggered.connect(self._copy)
        menu.popup(event.globalPos())

    def _leave(self) -> None:
        if self._lexicon is not None:
            self._lexicon.leave(self)

    def _select(self, anchor: int, end: int) -> None:
        self._anchor, self._end = anchor, end
        self.update()

    def _copy(self) -> None:
        """Copy what is selected; without a selection, all."""
        QGuiApplication.clipboard().setText(self.selectedText() or self.text())
