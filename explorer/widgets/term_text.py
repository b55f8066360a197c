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
    QTextCharFormat,
    QTextLayout,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from explorer.widgets.lexicon import Lexicon
from explorer.widgets.shaped_text import ShapedText, char_range, shaped
from explorer.widgets.term_marks import TermMarks
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
        self._role = role
        self._lead = 0
        self._marks = TermMarks(self, self._boxes)
        self._marks.changed.connect(self._on_marks_changed)
        self._shaped: tuple[int, ShapedText] | None = None
        self._heights: dict[int, int] = {}
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
        self._marks.show_text(text, self._lead + 1 if lead else 0)

    def setText(self, text: str) -> None:  # noqa: N802 - stands for Qt's own
        """Show a text without a lead, as `QLabel` does."""
        self.show_text(text)

    @property
    def terms(self) -> tuple[str, ...]:
        """Ids of the terms that are marked, in order."""
        return tuple(span.term for span in self._marks.spans)

    def term_box(self, at: int) -> QRect:
        """Return where the marked word of that number is, in the widget's pixels."""
        return self._marks.box(at)

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

    # Paint

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint text, selection and marks."""
        del event
        colors = self.palette()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._marks.paint_ground(painter, colors)
            painter.setPen(colors.color(self.foregroundRole()))
            shape = self._shape(self.width())
            shape.draw(painter, QPointF(0, 0), self._painted_ranges())
            self._marks.paint_lines(painter, colors)

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
            self._marks.forget_boxes()
            self._shaped = (width, shaped(self.text(), self._role, width, self._lead))
        return self._shaped[1]

    def _boxes(self, start: int, end: int) -> list[QRectF]:
        return self._shape(self.width()).boxes(start, end)

    def _on_marks_changed(self) -> None:
        has_marks = bool(self._marks.spans)
        policy = Qt.FocusPolicy.StrongFocus if has_marks else Qt.FocusPolicy.ClickFocus
        self.setFocusPolicy(policy)
        self.setAccessibleDescription(self._marks.hint())
        self.update()

    # Keys and pointer

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Explain the first word; coming from behind, the last."""
        if self._marks.spans and event.reason() not in _BY_MOUSE:
            self._marks.step_to(len(self._marks.spans) if event.reason() == _TAB_BACK else 0)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Put the explanation away."""
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._marks.put_away()

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave no explanation behind."""
        self._marks.put_away()
        super().hideEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from word to word, open the glossary, copy."""
        marks = self._marks
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self._select(0, len(self.text()))
        elif marks.spans and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            marks.step_to(marks.current + (1 if event.key() == Qt.Key.Key_Right else -1))
        elif marks.current >= 0 and event.key() in _ENTER:
            marks.wish()
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Keep the explanation of a word, or begin to select."""
        if event.button() != _LEFT:
            event.ignore()
            return
        place = self._marks.at(event.position())
        if place >= 0:
            self._marks.explain(place, is_kept=True)
        else:
            self._marks.put_away()
        at = self._shape(self.width()).cursor_at(event.position())
        self._select(at, at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Explain the word under the pointer, or select on."""
        if event.buttons() & _LEFT:
            self._select(self._anchor, self._shape(self.width()).cursor_at(event.position()))
            return
        is_word = self._marks.hover(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if is_word else Qt.CursorShape.IBeamCursor)

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
        self._marks.leave()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to copy."""
        lexicon = Lexicon.around(self)
        words = lexicon.words if lexicon is not None else None
        if words is None:
            event.ignore()
            return
        from PySide6.QtWidgets import QMenu

        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(words("terms.copy")).triggered.connect(self._copy)
        menu.popup(event.globalPos())

    def _select(self, anchor: int, end: int) -> None:
        self._anchor, self._end = anchor, end
        self.update()

    def _copy(self) -> None:
        """Copy what is selected; without a selection, all."""
        QGuiApplication.clipboard().setText(self.selectedText() or self.text())
