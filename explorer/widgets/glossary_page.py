"""Every technical word of the pack, and what it means."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from explorer.canvas.palette import Palette
from explorer.domain.library import Library
from explorer.domain.term import Term
from explorer.domain.vocabulary import Language
from explorer.i18n import Words
from explorer.state.view_state import ViewState
from explorer.widgets.reading_page import ReadingArea, ReadingPage, reading_label
from explorer.widgets.row_view import Row
from explorer.widgets.search_list import SearchList, folded
from explorer.widgets.term_text import TermText
from explorer.widgets.typeface import Role

_PAD = 22
_LIST_SHARE = 0.36
_LIST_WIDEST = 440


class GlossaryPage(ReadingPage):
    """A list of terms at the left, the definition of the selected one at the right.

    Args:
        library: the pack.
        parent: Qt owner.
    """

    def __init__(self, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(library, parent)
        self.setObjectName("glossary_page")
        self._terms = {term.id: term for term in library.glossary}
        self._title = reading_label(Role.NAME, "", self)
        self._title.setObjectName("glossary_title")
        self._list = SearchList("glossary", self)
        self._list.picked.connect(self._on_picked)
        self._definition = ReadingArea("glossary_definition", self)
        self._list.entered.connect(self._on_entered)
        self.setFocusProxy(self._list.field)
        both = QHBoxLayout()
        both.setSpacing(0)
        both.addWidget(self._list)
        both.addWidget(self._definition, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(_PAD, 16, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addLayout(both, 1)

    @property
    def term(self) -> str:
        """Id of the term that is shown; empty when the search finds none."""
        return self._list.current

    def show_term(self, term_id: str) -> None:
        """Show a term; a search that hides it is dropped. An unknown id changes nothing."""
        self._list.select(term_id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width."""
        super().resizeEvent(event)
        self._list.setFixedWidth(min(round(self.width() * _LIST_SHARE), _LIST_WIDEST))

    def _write(self, words: Words, palette: Palette, state: ViewState) -> None:
        del state  # a definition is the same at both levels
        self._title.setText(words("glossary.title"))
        self._list.set_palette(palette)
        search, rows = words("glossary.search"), words("glossary.list")
        self._list.set_texts(search, rows, words("glossary.count"))
        names = {term.id: term.name.at(words.language) for term in self._terms.values()}
        ordered = sorted(self._terms.values(), key=lambda term: folded(names[term.id]))
        self._list.show_rows([_row(term, words.language) for term in ordered])
        self._show_definition(self._list.current)

    def _show_definition(self, term_id: str) -> None:
        words, palette = self._words, self._palette
        if words is None or palette is None:
            return
        column = self._definition.new_column()
        if not term_id:
            self._definition.setAccessibleName(words("glossary.none"))
            column.add(reading_label(Role.BODY, words("glossary.none"), column))
            self._definition.show_column(column)
            return
        term, language = self._terms[term_id], words.language
        name, definition = term.name.at(language), term.definition.at(language)
        self._definition.setAccessibleName(name)
        self._definition.setAccessibleDescription(definition)
        title = reading_label(Role.SECTION, name, column)
        title.setObjectName("glossary_term")
        column.add(title)
        text = TermText(Role.BODY, column)
        text.setObjectName("glossary_text")
        column.add(text)
        text.show_text(definition)
        others = [form for form in _forms(term, language) if form != name]
        if others:
            said = words("glossary.forms", forms=", ".join(others))
            column.add(reading_label(Role.META, said, column, palette.soft))
        other = Language.EN if language is Language.NL else Language.NL
        said = words("glossary.other", name=term.name.at(other))
        column.add(reading_label(Role.META, said, column, palette.soft))
        self._definition.show_column(column)

    def _on_entered(self) -> None:
        self._definition.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_picked(self, term_id: str) -> None:
        self._show_definition(term_id)

    def _on_term_wished(self, term_id: str) -> None:
        """A word in a definition leads to its own."""
        self.show_term(term_id)


def _forms(term: Term, language: Language) -> tuple[str, ...]:
    return term.forms_nl if language is Language.NL else term.forms_en


def _row(term: Term, language: Language) -> Row:
    name, definition = term.name.at(language), term.definition.at(language)
    names = " ".join((name, *_forms(term, language)))
    return Row(term.id, name, "", name, names, definition)
