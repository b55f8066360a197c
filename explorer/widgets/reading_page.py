"""What the pages for reading have in common."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QSizePolicy, QWidget

from explorer.canvas.fill import fill_box
from explorer.canvas.palette import Palette
from explorer.domain.library import Library
from explorer.i18n import Words
from explorer.state.view_state import ViewState
from explorer.widgets.column import Column
from explorer.widgets.jump import Jump
from explorer.widgets.lexicon import Lexicon
from explorer.widgets.slim_scroll_bar import SlimScrollBar
from explorer.widgets.typeface import Role, font

_PAD = 28
_WIDEST = 720
_BY_KEYS = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class ReadingPage(QWidget):
    """Writes itself once words, colours and state are known, and anew when one of them changes.

    Args:
        library: the pack.
        parent: Qt owner.
    """

    jump_wished = Signal(Jump)
    """Leave for a place on the brain."""
    page_wished = Signal(str)
    """Go to another page, by its id."""
    link_wished = Signal(str)
    """Open an address in the person's browser."""
    text_copied = Signal(str)
    """Put a text on the clipboard."""
    term_wished = Signal(str)
    """Show the glossary at this term; `page_wished("glossary")` follows."""

    def __init__(self, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._words: Words | None = None
        self._palette: Palette | None = None
        self._state: ViewState | None = None
        self.lexicon = Lexicon(library.glossary, self)
        self.lexicon.term_wished.connect(self._on_term_wished)

    def set_words(self, words: Words) -> None:
        """Choose the language."""
        self._words = words
        self.lexicon.set_words(words)
        self.lexicon.open()
        self._refresh()

    def set_palette(self, palette: Palette) -> None:
        """Choose the colours."""
        self._palette = palette
        self._refresh()
        self.update()

    def show_state(self, state: ViewState) -> None:
        """Follow language and level; what else is chosen on the brain changes nothing here."""
        old = self._state
        self._state = state
        if old is None or (old.language, old.level) != (state.language, state.level):
            self._refresh()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground."""
        if self._palette is not None:
            with QPainter(self) as painter:
                fill_box(painter, event.rect(), self._palette.color("paper"))

    def _refresh(self) -> None:
        words, palette, state = self._words, self._palette, self._state
        if words is None or palette is None or state is None:
            return
        if words.language is state.language:  # else the other of the two is about to follow
            self._write(words, palette, state)

    def _write(self, words: Words, palette: Palette, state: ViewState) -> None:
        """Write the page out."""
        raise NotImplementedError

    def _on_term_wished(self, term_id: str) -> None:
        self.term_wished.emit(term_id)
        self.page_wished.emit("glossary")


class ReadingArea(QScrollArea):
    """Scrolls one column of text, with the keys too, and shows that it has the focus.

    Args:
        name: object name.
        parent: Qt owner.
    """

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setFrameStyle(0)
        self.setWidgetResizable(True)
        self.viewport().setAutoFillBackground(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBar(SlimScrollBar(self))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._ring = FocusRing(self)

    def new_column(self) -> Column:
        """Return an empty column to write on; `show_column` puts it before the reader."""
        column = Column(self.viewport(), margins=(_PAD, 22, _PAD, _PAD), spacing=10, widest=_WIDEST)
        column.setObjectName(f"{self.objectName()}_column")
        column.setFont(font(Role.BODY))
        column.hide()
        return column

    def show_column(self, column: Column) -> None:
        """Show a column from its top; the one before goes."""
        old = self.takeWidget()
        if old is not None:  # perhaps one of its own words was clicked: let it finish
            focused: QWidget | None = self.focusWidget()
            if focused is not None and old.isAncestorOf(focused):
                self.setFocus()
            old.hide()
            old.deleteLater()
        colors = QPalette()  # the bar lies on the page, not on a panel
        colors.setColor(QPalette.ColorRole.Base, colors.window().color())
        self.verticalScrollBar().setPalette(colors)
        self.setWidget(column)
        column.setAutoFillBackground(False)
        column.show()
        self.verticalScrollBar().setValue(0)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring to who came with the keys."""
        super().focusInEvent(event)
        self._ring.setVisible(event.reason() in _BY_KEYS)
        self._ring.raise_()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the ring."""
        super().focusOutEvent(event)
        self._ring.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the ring around the whole area."""
        super().resizeEvent(event)
        self._ring.setGeometry(self.rect())


class FocusRing(QWidget):
    """A frame over a widget; it takes no mouse.

    Args:
        around: the widget.
    """

    def __init__(self, around: QWidget) -> None:
        super().__init__(around)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the frame."""
        del event
        with QPainter(self) as painter:
            pen = painter.pen()
            pen.setColor(self.palette().accent().color())
            pen.setWidth(2)
            painter.setPen(pen)
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))


def reading_label(role: Role, text: str, parent: QWidget, color: str = "") -> QLabel:
    """Return a text that wraps and can be selected.

    Args:
        role: face.
        text: plain text.
        parent: Qt owner.
        color: `#rrggbb`, or empty for the window's own.
    """
    label = QLabel(text, parent)
    label.setFont(font(role))
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    if color:
        colors = label.palette()
        colors.setColor(label.foregroundRole(), color)
        label.setPalette(colors)
    return label
