"""Title, note, language and wording of the handout, and what comes first on it."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPlainTextEdit, QScrollArea, QWidget

from explorer.canvas.palette import Palette
from explorer.domain.handout import Handout
from explorer.domain.vocabulary import Language, Level
from explorer.i18n import Words
from explorer.widgets.column import Column
from explorer.widgets.segmented import SegmentedSwitch
from explorer.widgets.slim_scroll_bar import SlimScrollBar
from explorer.widgets.typeface import Role, font

_FIELD_HEIGHT = 30
_NOTE_HEIGHT = 118
_LONGEST_TITLE = 120


class HandoutForm(QScrollArea):
    """Shows the handout; tells what a person writes and chooses.

    Args:
        parent: the page.
    """

    title_changed = Signal(str)
    """The person wrote another title."""
    note_changed = Signal(str)
    """The person wrote another note."""
    language_picked = Signal(Language)
    """The person chose a language for the handout."""
    level_picked = Signal(Level)
    """The person chose a wording for the handout."""
    keep_note_wished = Signal(bool)
    """Whether title and note outlast a crash too."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("handout_form")
        self.setFrameStyle(0)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBar(SlimScrollBar(self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        self._palette: Palette | None = None
        self._column = Column(margins=(0, 0, 18, 16), spacing=6)
        self._first_label = _label(Role.META_STRONG, self._column)
        self._first = _label(Role.BODY, self._column)
        self._first.setObjectName("handout_first")
        self._title_label = _label(Role.META_STRONG, self._column)
        self._title = QLineEdit(self._column)
        self._title.setObjectName("handout_title")
        self._title.setFont(font(Role.BODY))
        self._title.setMinimumHeight(_FIELD_HEIGHT)
        self._title.setMaxLength(_LONGEST_TITLE)
        self._title.textChanged.connect(self.title_changed)
        self._note_label = _label(Role.META_STRONG, self._column)
        self._note = NoteField(self._column)
        self._note.setObjectName("handout_note")
        self._note.setFont(font(Role.BODY))
        self._note.setTabChangesFocus(True)
        self._note.textChanged.connect(self._on_note_changed)
        self._keep = QCheckBox(self._column)
        self._keep.setObjectName("handout_keep_note")
        self._keep.setMinimumHeight(26)
        self._keep.clicked.connect(self.keep_note_wished)
        self._keep_tip = _label(Role.SMALL, self._column)
        self._language_label = _label(Role.META_STRONG, self._column)
        self._language = SegmentedSwitch("handout_language", list(Language), self._column)
        self._language.picked.connect(self._on_language_picked)
        self._level_label = _label(Role.META_STRONG, self._column)
        self._level = SegmentedSwitch("handout_level", list(Level), self._column)
        self._level.picked.connect(self._on_level_picked)
        top = (self._first_label, self._first, self._title_label, self._title)
        for part in (*top, self._note_label, self._note, self._keep, self._keep_tip):
            self._column.add(part)
        self._column.add(self._language_label)
        self._column.add(self._language, is_wide=False)
        self._column.add(self._level_label)
        self._column.add(self._level, is_wide=False)
        self.setWidget(self._column)
        self._column.setAutoFillBackground(False)

    def set_words(self, words: Words) -> None:
        """Choose the language of the form itself."""
        for label, key in (
            (self._first_label, "handout.first"),
            (self._title_label, "handout.title"),
            (self._note_label, "handout.note"),
            (self._keep_tip, "handout.keep_note.tip"),
            (self._language_label, "handout.language"),
            (self._level_label, "handout.level"),
        ):
            label.setText(words(key))
        self._title.setAccessibleName(words("handout.title"))
        self._title.setPlaceholderText(words("handout.title.hint"))
        self._note.setAccessibleName(words("handout.note"))
        self._note.setPlaceholderText(words("handout.note.hint"))
        self._keep.setText(words("handout.keep_note"))
        self._keep.setAccessibleDescription(words("handout.keep_note.tip"))
        self._language.set_texts(
            words("handout.language"),
            {language: words(f"language.{language}") for language in Language},
            {},
        )
        self._level.set_texts(
            words("handout.level"), {level: words(f"level.{level}") for level in Level}, {}
        )
        self._column.refit()

    def set_palette(self, palette: Palette) -> None:
        """Choose the colours."""
        self._palette = palette
        bar = self.verticalScrollBar()
        colors = bar.palette()  # the bar lies on the page, not on a panel
        colors.setColor(colors.ColorRole.Base, palette.color("paper"))
        bar.setPalette(colors)
        self._language.set_palette(palette)
        self._level.set_palette(palette)
        colors = self._keep_tip.palette()
        colors.setColor(self._keep_tip.foregroundRole(), palette.color("soft"))
        self._keep_tip.setPalette(colors)

    def show_handout(self, handout: Handout, first: Sequence[str]) -> None:
        """Follow the handout without asking for anything.

        Args:
            handout: all of it.
            first: titles of the topics that need another word.
        """
        if self._title.text() != handout.title:
            with QSignalBlocker(self._title):
                self._title.setText(handout.title)  # forgets what could be undone, too
        if self._note.toPlainText() != handout.note:
            with QSignalBlocker(self._note):
                self._note.setPlainText(handout.note)
        self._language.show_value(handout.language)
        self._level.show_value(handout.level)
        self._first.setText("\n".join(f"\u2013 {title}" for title in first))
        for part in (self._first_label, self._first):
            part.setVisible(bool(first))
        self._column.refit()

    def show_keep_note(self, is_kept: bool) -> None:  # noqa: FBT001 - a Qt-style setter
        """Follow the setting."""
        self._keep.setChecked(is_kept)

    def _on_note_changed(self) -> None:
        self.note_changed.emit(self._note.toPlainText())

    def _on_language_picked(self, value: str) -> None:
        self.language_picked.emit(Language(value))

    def _on_level_picked(self, value: str) -> None:
        self.level_picked.emit(Level(value))


class NoteField(QPlainTextEdit):
    """A field of a few lines; what is longer scrolls."""

    def sizeHint(self) -> QSize:
        """As wide as it gets."""
        return QSize(200, _NOTE_HEIGHT)


def _label(role: Role, parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setFont(font(role))
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
