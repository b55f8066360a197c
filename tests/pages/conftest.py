"""The pages for reading, each opened as a window of its own."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtTest import QTest

from explorer.domain.vocabulary import Language
from explorer.i18n import words
from explorer.pack.baked import open_builtin
from explorer.state.view_state import ViewState
from explorer.widgets.theme import Theme

SIZE = (1440, 820)


@pytest.fixture(scope="session")
def library():
    return open_builtin()[0]


@pytest.fixture
def open_page(qapp, library):
    """Return a function that builds a page and shows it, as the window does.

    Called as `open_page(CheckPage, "nl", "dark")`. After the test every page is closed, and the
    test fails when something else is still open.
    """
    opened = []

    def open_one(kind, language="en", theme="light", *, size=SIZE, content=library, **fields):
        page = kind(content, None)
        opened.append(page)
        page.resize(*size)
        dress = Theme(qapp, theme, page)
        page.set_words(words(Language(language)))
        page.set_palette(dress.palette)
        page.show_state(ViewState(language=Language(language), **fields))
        page.show()
        page.activateWindow()
        QTest.qWaitForWindowExposed(page)
        page.setFocus()
        qapp.processEvents()
        return page

    yield open_one
    for page in opened:
        page.close()
        page.deleteLater()
    left = [type(one).__name__ for one in qapp.topLevelWidgets() if one.isVisible()]
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.processEvents()
    assert left == []
