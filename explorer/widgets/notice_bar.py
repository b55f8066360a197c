"""A message inside the window: one line, more on request, gone when dismissed."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from explorer.canvas.fill import fill_box
from explorer.canvas.palette import Palette
from explorer.i18n import Words
from explorer.widgets.quiet_button import QuietButton
from explorer.widgets.typeface import Role, font


class NoticeBar(QFrame):
    """Says what could not be used and what was done instead.

    Args:
        parent: Qt owner.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice_bar")
        self._palette: Palette | None = None
        self._text = QLabel(self)
        self._text.setObjectName("notice_text")
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._details = QPlainTextEdit(self)
        self._details.setObjectName("notice_details")
        self._details.setReadOnly(True)
        self._details.setTabChangesFocus(True)
        self._details.setMaximumHeight(150)
        self._details.hide()
        self._toggle = QuietButton(self)
        self._toggle.setObjectName("notice_toggle")
        self._toggle.setCheckable(True)
        self._toggle.toggled.connect(self._details.setVisible)
        self._offers: list[tuple[QuietButton, str]] = []
        self._words: Words | None = None
        self._close = QuietButton(self)
        self._close.setObjectName("notice_close")
        self._close.clicked.connect(self.hide)
        row = self._row = QHBoxLayout()
        row.addWidget(self._text, 1)
        row.addWidget(self._toggle)
        row.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 8, 18, 8)
        column.addLayout(row)
        column.addWidget(self._details)
        for widget in (self._text, self._details):
            widget.setFont(font(Role.META))
        self.hide()

    def set_palette(self, palette: Palette) -> None:
        """Choose the colours."""
        self._palette = palette
        self.update()

    def set_words(self, words: Words) -> None:
        """Choose the language of the buttons; the message itself stays."""
        self._words = words
        for button, key in self._offers:
            button.setText(words(key))
            button.updateGeometry()
        self._toggle.setText(words("notice.details"))
        self._close.setText(words("notice.close"))
        self._details.setAccessibleName(words("notice.details"))
        self.setAccessibleName(words("notice.name"))

    def show_notice(self, text: str, details: Sequence[str] = ()) -> None:
        """Show a message, adding to one that is still there.

        Args:
            text: one line.
            details: one line each; shown on request.
        """
        earlier = f"{self._text.text()}\n" if not self.isHidden() else ""
        self._text.setText(earlier + text)
        if details:
            self._details.setPlainText("\n".join(details))
        self._toggle.setVisible(bool(self._details.toPlainText()))
        self.setAccessibleDescription(self._text.text())
        self.show()

    def offer(self, key: str, act: Callable[[], None]) -> None:
        """Add a button to the message.

        Args:
            key: of its text, so that it follows the language; names the button too.
            act: what a press does.
        """
        button = QuietButton(self)
        button.setObjectName(f"notice_{key.rpartition('.')[2]}")
        button.clicked.connect(act)
        self._offers.append((button, key))
        self._row.insertWidget(self._row.indexOf(self._toggle), button)
        if self._words is not None:
            button.setText(self._words(key))

    def withdraw(self, text: str) -> None:
        """Take the buttons away, and the message to which they belong; others stay."""
        for button, _ in self._offers:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._offers.clear()
        self._text.setText(self._text.text().replace(text, "").replace("\n\n", "\n").strip())
        self.setVisible(bool(self._text.text()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a quiet ground with a mark at the left."""
        if self._palette is None:
            return
        with QPainter(self) as painter:
            fill_box(painter, event.rect(), self._palette.color("accent_wash"))
            fill_box(painter, QRect(0, 0, 4, self.height()), self._palette.color("increase"))
