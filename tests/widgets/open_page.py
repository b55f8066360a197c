"""Opens one page of the window by itself, and what a person does at its table."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from explorer.domain.vocabulary import Language
from explorer.i18n import words
from explorer.opening import open_built_in
from explorer.state.view_state import ViewState
from explorer.widgets.page_table import PageTable
from explorer.widgets.theme import Theme

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
SIGNALS = ("jump_wished", "page_wished", "link_wished", "text_copied")


class Opened:
    """A page that is shown, with everything that it has wished for since.

    Attributes:
        wishes: `(signal, argument)`, in order.
    """

    def __init__(self, page, library, state, palette):
        self.page = page
        self.library = library
        self.state = state
        self.palette = palette
        self.wishes = []
        for name in SIGNALS:
            getattr(page, name).connect(lambda wish, name=name: self.wishes.append((name, wish)))

    @property
    def table(self) -> PageTable:
        (table,) = self.page.findChildren(PageTable)
        return table

    def words(self):
        return words(self.state.language)

    def follow(self, **fields):
        """Let the window's state change."""
        old, self.state = self.state, self.state._replace(**fields)
        if old.language is not self.state.language:
            self.page.set_words(words(self.state.language))
        self.page.show_state(self.state)
        QCoreApplication.processEvents()

    def point(self, row: int, column: int) -> QPoint:
        index = self.table.model().index(row, column)
        self.table.scrollTo(index)
        QCoreApplication.processEvents()
        return self.table.visualRect(index).center()

    def click(self, row: int, column: int, modifier=NONE) -> None:
        QTest.mouseClick(self.table.viewport(), LEFT, modifier, self.point(row, column))
        QCoreApplication.processEvents()

    def hover(self, row: int, column: int) -> None:
        QTest.mouseMove(self.table.viewport(), self.point(row, column))
        QCoreApplication.processEvents()

    def text(self, row: int, column: int) -> str:
        return str(self.table.model().index(row, column).data())

    def column_texts(self, column: int) -> list[str]:
        return [self.text(row, column) for row in range(self.table.model().rowCount())]

    def label(self, name: str) -> str:
        (label,) = (part for part in self.page.findChildren(object, name) if not part.isHidden())
        return label.text()


@pytest.fixture
def open_page(qapp):
    """Return a function that shows a page: `open_page(GapPage, language="nl", theme="dark")`."""
    opened = []

    def open_one(page_class, *, theme="light", size=(1300, 800), **fields):
        fields["language"] = Language(fields.get("language", "en"))
        state = ViewState(**fields)
        dress = Theme(qapp, theme)
        library = open_built_in().library
        page = page_class(library)
        page.set_words(words(state.language))
        page.set_palette(dress.palette)
        page.resize(*size)
        page.show_state(state)
        page.show()
        QTest.qWaitForWindowExposed(page)
        qapp.processEvents()
        opened.append((page, dress))
        return Opened(page, library, state, dress.palette)

    yield open_one
    for page, dress in opened:
        page.close()
        page.deleteLater()
        dress.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.processEvents()


def cells_of(table):
    """Return every cell of a table as an assistive tool meets it, also those out of sight."""
    top = QAccessible.queryAccessibleInterface(table)
    children = [top.child(place) for place in range(top.childCount())]
    return [node for node in children if node.role() == QAccessible.Role.Cell]
