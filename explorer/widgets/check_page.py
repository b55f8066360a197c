"""Common statements, and what the literature says of each."""

from collections import Counter

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from explorer.canvas.palette import Palette
from explorer.domain.claim_check import ClaimCheck
from explorer.domain.library import Library
from explorer.i18n import Words
from explorer.state.view_state import ViewState
from explorer.widgets.check_answer import CheckAnswer
from explorer.widgets.reading_page import ReadingPage, reading_label
from explorer.widgets.row_view import Row
from explorer.widgets.search_list import SearchList
from explorer.widgets.typeface import Role
from explorer.widgets.verdict_filter import VerdictFilter

_PAD = 22
_LIST_SHARE = 0.42
_LIST_WIDEST = 560


class CheckPage(ReadingPage):
    """A list of statements at the left, the answer to the selected one at the right.

    Args:
        library: the pack.
        parent: Qt owner.
    """

    def __init__(self, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(library, parent)
        self.setObjectName("check_page")
        self._checks = {check.id: check for check in library.checks}
        self._title = reading_label(Role.NAME, "", self)
        self._title.setObjectName("check_title")
        self._intro = reading_label(Role.META, "", self)
        self._filter = VerdictFilter(self)
        self._filter.picked.connect(self._on_verdict_picked)
        self._list = SearchList("check", self)
        self._list.picked.connect(self._on_picked)
        self._answer = CheckAnswer(library, self)
        self._answer.jump_wished.connect(self.jump_wished)
        self._answer.link_wished.connect(self.link_wished)
        self._answer.text_copied.connect(self.text_copied)
        self._list.entered.connect(self._on_entered)
        self.setFocusProxy(self._list)
        both = QHBoxLayout()
        both.setSpacing(0)
        both.addWidget(self._list)
        both.addWidget(self._answer, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(_PAD, 16, 0, 0)
        column.setSpacing(8)
        for part in (self._title, self._intro, self._filter):
            column.addWidget(part)
        column.addLayout(both, 1)

    def show_check(self, check_id: str) -> None:
        """Select a check; filter and search give way when they hide it."""
        check = self._checks.get(check_id)
        if check is None:
            return
        if self._filter.verdict not in (None, check.verdict):
            self._filter.choose_all()
        self._list.select(check_id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width."""
        super().resizeEvent(event)
        self._list.setFixedWidth(min(round(self.width() * _LIST_SHARE), _LIST_WIDEST))

    def _write(self, words: Words, palette: Palette, state: ViewState) -> None:
        self._title.setText(words("checks.title"))
        self._intro.setText(words("checks.intro"))
        colors = self._intro.palette()
        colors.setColor(self._intro.foregroundRole(), palette.color("soft"))
        self._intro.setPalette(colors)
        self._filter.set_palette(palette)
        counts = Counter(check.verdict for check in self._checks.values())
        self._filter.set_texts(words, counts)
        self._list.set_palette(palette)
        self._list.set_texts(words("checks.search"), words("checks.list"), words("checks.count"))
        self._show_rows(words, state)
        self._show_answer(self._list.current)

    def _show_rows(self, words: Words, state: ViewState) -> None:
        verdict = self._filter.verdict
        shown = [check for check in self._checks.values() if verdict in (None, check.verdict)]
        self._list.show_rows([self._row(check, words, state) for check in shown])

    def _row(self, check: ClaimCheck, words: Words, state: ViewState) -> Row:
        statement = check.statement.at(words.language)
        word = words(f"verdict.{check.verdict}")
        quoted = words("checks.quoted", statement=statement)
        place = self._library.place_name(check.about).at(words.language)
        more = f"{check.answer.at(words.language, state.level)} {place} {word}"
        return Row(check.id, quoted, word, f"{word}. {quoted}", statement, more, check.verdict)

    def _show_answer(self, check_id: str) -> None:
        words, palette, state = self._words, self._palette, self._state
        if words is None or palette is None or state is None:
            return
        if check_id:
            self._answer.show_check(self._checks[check_id], words, palette, state.level)
        else:
            self._answer.show_nothing(words)

    def _on_entered(self) -> None:
        self._answer.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_picked(self, check_id: str) -> None:
        self._show_answer(check_id)

    def _on_verdict_picked(self) -> None:
        if self._words is not None and self._state is not None:
            self._show_rows(self._words, self._state)
