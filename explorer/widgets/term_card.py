"""The small card with a definition, beside the word that it explains."""

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QObject,
    QPoint,
    QRect,
    QRectF,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from explorer.i18n import Words
from explorer.widgets.quiet_button import QuietButton
from explorer.widgets.typeface import Role, font

_WIDTH = 300
_DISTANCE = 4
_SHOW_MS = 180
_HIDE_MS = 300
"""Time to move the pointer from the word to the card."""
_KEYS = (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)
_ELSEWHERE = (QEvent.Type.MouseButtonPress, QEvent.Type.Wheel)


class TermCard(QFrame):
    """Lies over its window. Escape, a click elsewhere or the wheel put it away.

    Under the pointer it comes and goes with the pointer, which may rest on the card too; a click
    on the word keeps it there.

    Args:
        window: the window that it lies over.
    """

    term_wished = Signal(str)
    """The person wants the glossary, open at this term."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setObjectName("term_card")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._source: QWidget | None = None
        self._term = ""
        self._is_kept = False
        self._name = self._label(Role.META_STRONG, "term_card_name")
        self._definition = self._label(Role.META, "term_card_definition")
        self._more = QuietButton(self, is_link=True)
        self._more.setObjectName("term_card_more")
        self._more.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Enter on the word does the same
        self._more.clicked.connect(self._on_more_clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 8)
        column.setSpacing(3)
        for part in (self._name, self._definition):
            column.addWidget(part)
        column.addWidget(self._more, alignment=Qt.AlignmentFlag.AlignLeft)
        self._column = column
        self._box = QRect()
        self._show_soon = QTimer(self, singleShot=True, interval=_SHOW_MS)
        self._show_soon.timeout.connect(self._show_now)
        self._hide_soon = QTimer(self, singleShot=True, interval=_HIDE_MS)
        self._hide_soon.timeout.connect(self.close_card)
        self.hide()

    @property
    def is_kept(self) -> bool:
        """Whether the card stays when the pointer leaves."""
        return self._is_kept

    def shows(self, source: QWidget, term: str | None = None) -> bool:
        """Whether the card explains a word (or this word) of a text."""
        return self.isVisible() and self._source is source and term in (None, self._term)

    def explain(
        self,
        source: QWidget,
        box: QRect,
        term: tuple[str, str, str],
        words: Words,
        *,
        is_soon: bool = False,
        is_kept: bool = False,
    ) -> None:
        """Show a definition.

        Args:
            source: the text that asks.
            box: where the word is, on the screen.
            term: id, name and definition.
            words: interface texts.
            is_soon: wait for the pointer to rest.
            is_kept: stay when the pointer leaves.
        """
        self._hide_soon.stop()
        if self.shows(source, term[0]):
            self._is_kept = self._is_kept or is_kept
            return
        self._source, self._box, self._is_kept = source, box, is_kept
        self._term, name, definition = term
        self._name.setText(name)
        self._definition.setText(definition)
        self._more.setText(words("terms.more"))
        self._more.updateGeometry()
        self.setAccessibleName(name)
        self.setAccessibleDescription(definition)
        if is_soon and not self.isVisible():
            self._show_soon.start()
        else:
            self._show_now()

    def leave(self, source: QWidget) -> None:
        """The pointer left the word: go soon, unless it goes to the card or the card is kept."""
        if self._source is source:
            self._show_soon.stop()
            if self.isVisible() and not self._is_kept:
                self._hide_soon.start()

    def close_card(self) -> None:
        """Put the card away."""
        self._show_soon.stop()
        self._hide_soon.stop()
        self.hide()
        self._source = None
        self._is_kept = False

    def enterEvent(self, event: QEvent) -> None:
        """Stay while the pointer rests on the card."""
        del event
        self._hide_soon.stop()

    def leaveEvent(self, event: QEvent) -> None:
        """Go with the pointer."""
        del event
        if not self._is_kept:
            self._hide_soon.start()

    def showEvent(self, event: QEvent) -> None:
        """Watch for what puts the card away, only while it is there."""
        del event
        application = QCoreApplication.instance()
        assert application is not None, "there is a window"
        application.installEventFilter(self)

    def hideEvent(self, event: QEvent) -> None:
        """Watch no longer."""
        del event
        application = QCoreApplication.instance()
        if application is not None:
            application.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's
        """Put the card away with Escape, a click elsewhere, the wheel, or another window size."""
        kind = event.type()
        if kind in _KEYS and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            if kind == QEvent.Type.KeyPress:
                self.close_card()
            event.accept()  # Escape goes one step back: this step
            return True
        if kind in _ELSEWHERE and isinstance(watched, QWidget):
            is_ours = watched is self or self.isAncestorOf(watched)
            if kind == QEvent.Type.MouseButtonPress:
                is_ours = is_ours or watched is self._source  # that knows whether a word was hit
            if not is_ours:
                self.close_card()
        elif kind == QEvent.Type.Resize and watched is self._window:
            self.close_card()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card."""
        del event
        colors = self.palette()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(colors.accent(), 1))
            painter.setBrush(colors.base())
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 9, 9)

    def _show_now(self) -> None:
        window = self._window
        width = min(_WIDTH, window.width() - 16)
        self._column.invalidate()
        height = self._column.totalHeightForWidth(width)
        corner = window.mapFromGlobal(self._box.bottomLeft()) + QPoint(-14, _DISTANCE)
        if corner.y() + height > window.height() - 8:
            top = window.mapFromGlobal(self._box.topLeft()).y()
            corner.setY(max(top - _DISTANCE - height, 8))
        corner.setX(max(min(corner.x(), window.width() - width - 8), 8))
        self.setGeometry(QRect(corner.x(), corner.y(), width, height))
        self.raise_()
        self.show()

    def _on_more_clicked(self) -> None:
        term = self._term
        self.close_card()
        self.term_wished.emit(term)

    def _label(self, role: Role, name: str) -> QLabel:
        label = QLabel(self)
        label.setObjectName(name)
        label.setFont(font(role))
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        return label
