"""What a person reads and does on a page."""

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListView, QWidget

from explorer.domain.vocabulary import Language
from explorer.i18n import words
from explorer.state.view_state import ViewState
from tests.accessibility.test_tree import ACTING, described, name_of, nodes
from tests.widgets.person import find

LEFT = Qt.MouseButton.LeftButton


def rows_of(page, name):
    """Return what each row of a list says, and what assistive tools say of it."""
    model = find(page, f"{name}_list", QListView).model()
    indexes = [model.index(row, 0) for row in range(model.rowCount())]
    spoken = Qt.ItemDataRole.AccessibleTextRole
    return [(index.data(), index.data(spoken)) for index in indexes]


def click_row(page, name, row):
    view = find(page, f"{name}_list", QListView)
    index = view.model().index(row, 0)
    view.scrollTo(index)
    QCoreApplication.processEvents()
    QTest.mouseClick(view.viewport(), LEFT, pos=view.visualRect(index).center())
    QCoreApplication.processEvents()


def type_in(page, name, text):
    field = find(page, f"{name}_search", QLineEdit)
    field.setFocus()
    QTest.keyClicks(field, text)
    QCoreApplication.processEvents()
    return field


def key(value, modifier=Qt.KeyboardModifier.NoModifier):
    """Press a key where the focus is."""
    QTest.keyClick(QApplication.focusWidget(), value, modifier)
    QCoreApplication.processEvents()


def focus_name():
    focused = QApplication.focusWidget()
    return focused.objectName() if focused is not None else ""


def tab_to(name, most=30):
    """Press Tab until a part has the focus; return what was passed."""
    passed = []
    while focus_name() != name:
        passed.append(focus_name())
        assert len(passed) < most, f"Tab never comes to {name}: {passed}"
        key(Qt.Key.Key_Tab)
    return passed


def said(page):
    """Return all that can be read on a page, top to bottom."""
    labels = [label for label in page.findChildren(QLabel) if label.isVisible()]
    return "\n".join(label.text() for label in labels)


def switch_language(page, language):
    page.set_words(words(Language(language)))
    page.show_state(ViewState(language=Language(language)))
    QCoreApplication.processEvents()


def unnamed(page):
    """Return what acts in the accessible tree and has no name, and how much acts at all."""
    tree = QAccessible.queryAccessibleInterface(page)
    acting = [node for node in nodes(tree) if node.role() in ACTING or _can_have_focus(node)]
    return [described(node) for node in acting if not name_of(node).strip()], len(acting)


def _can_have_focus(node):
    thing = node.object()
    hands_on = isinstance(thing, QWidget) and thing.focusProxy() is not None
    is_page = isinstance(thing, QWidget) and thing.isWindow()
    return bool(node.state().focusable) and not hands_on and not is_page


def cut_off(page):
    """Return texts that have less room than they need."""
    labels = [label for label in page.findChildren(QLabel) if label.isVisible()]
    found = []
    for label in labels:
        needed = label.heightForWidth(label.width()) if label.wordWrap() else 0
        needed = max(needed, label.minimumSizeHint().height() if not label.wordWrap() else 0)
        too_wide = not label.wordWrap() and label.sizeHint().width() > label.width()
        if needed > label.height() or too_wide:
            found.append(f"{label.objectName()} {label.text()[:40]!r}")
    return found


def middle_of(box):
    return QPoint(box.center().x(), box.center().y())
