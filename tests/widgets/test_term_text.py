"""Known words in a text: marked, explained by pointer and keys, and cheap until then."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QEnterEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QVBoxLayout, QWidget

from explorer.canvas.palette import DARK, LIGHT
from explorer.domain.term import Term
from explorer.domain.text import Name
from explorer.domain.vocabulary import Language
from explorer.i18n import words
from explorer.widgets.lexicon import Lexicon
from explorer.widgets.term_text import TermText
from explorer.widgets.theme import Theme
from explorer.widgets.typeface import Role
from tests.widgets.person import LEFT, cards_of, click, count_color, find, header_of, press, shown

TEXT = "The amygdala and the hippocampus answer to cortisol."
TERMS = (
    Term(
        "amygdala",
        Name("amandelkern", "amygdala"),
        ("amandelkern",),
        ("amygdala",),
        Name("Merkt dreiging op.", "Picks up <b>threat</b>."),
    ),
    Term("hippo", Name("hippocampus", "hippocampus"), (), (), Name("Geheugen.", "Memory.")),
)


class Watched(Sequence):
    """A glossary that tells how often it was opened."""

    def __init__(self):
        self.opened = 0

    def __len__(self):
        return len(TERMS)

    def __getitem__(self, at):
        self.opened += 1
        return TERMS[at]


class Room(QWidget):
    """A window with a text, served by a lexicon, and a field before it."""

    def __init__(self, text, lead=""):
        super().__init__()
        self.glossary = Watched()
        self.lexicon = Lexicon(self.glossary, self)
        self.lexicon.set_words(words(Language.EN))
        self.field = QLineEdit(self)
        self.text = TermText(Role.BODY, self)
        column = QVBoxLayout(self)
        column.addWidget(self.field)
        column.addWidget(self.text)
        column.addStretch(1)
        self.text.show_text(text, lead)
        self.resize(360, 300)


@pytest.fixture
def open_room(qapp):
    rooms = []

    def open_one(text=TEXT, lead="", theme="light"):
        room = Room(text, lead)
        rooms.append(room)
        Theme(qapp, theme, room)
        room.show()
        room.activateWindow()
        QTest.qWaitForWindowExposed(room)
        return room

    yield open_one
    for room in rooms:
        room.close()
        room.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert [one for one in qapp.topLevelWidgets() if one.isVisible()] == []


@pytest.fixture
def room(open_room, qtbot):
    room = open_room()
    qtbot.waitUntil(lambda: room.text.terms != ())
    return room


def card_of(room):
    return find(room, "term_card")


def card_says(room):
    card = card_of(room)
    return [label.text() for label in card.findChildren(QLabel)] if card.isVisible() else None


def hover(room, at):
    point = room.text.term_box(at).center()
    QTest.mouseMove(room.text, point)


def leave(room):
    QTest.mouseMove(room.field, QPoint(5, 5))
    QCoreApplication.sendEvent(room.text, QEvent(QEvent.Type.Leave))


def test_the_glossary_is_opened_after_the_text_is_on_the_screen(open_room, qtbot):
    room = open_room()
    assert room.text.terms == ()
    assert room.glossary.opened == 0
    assert room.text.text() == TEXT
    qtbot.waitUntil(lambda: room.text.terms == ("amygdala", "hippo"))


def test_marks_move_no_letter(open_room, qtbot):
    room = open_room()
    height, before = room.text.height(), room.text.grab().toImage()
    qtbot.waitUntil(lambda: room.text.terms != ())
    QCoreApplication.processEvents()
    after = room.text.grab().toImage()
    assert room.text.height() == height == room.text.heightForWidth(room.text.width())
    changed = {
        y
        for x in range(before.width())
        for y in range(before.height())
        if before.pixelColor(x, y) != after.pixelColor(x, y)
    }
    box = room.text.term_box(0)
    assert changed, "nothing marks the words"
    assert all(y % box.height() > box.height() - 4 or y % box.height() < 2 for y in changed)


@pytest.mark.parametrize(("theme", "palette"), [("light", LIGHT), ("dark", DARK)])
def test_the_mark_has_the_accent_colour_below_the_word_only(open_room, qtbot, theme, palette):
    room = open_room(theme=theme)
    qtbot.waitUntil(lambda: room.text.terms != ())
    accent = palette.color("accent")
    picture = room.text.grab().toImage()
    box = room.text.term_box(0)
    under = picture.copy(box.left(), box.bottom() - 2, box.width(), 4)
    beside = picture.copy(0, box.bottom() - 2, box.left() - 3, 4)
    assert count_color(under, accent, 60) > box.width() / 4
    assert count_color(beside, accent, 60) == 0


def test_the_pointer_on_a_word_explains_it(room, qtbot):
    hover(room, 0)
    assert not card_of(room).isVisible(), "it waits for the pointer to rest"
    qtbot.waitUntil(lambda: card_says(room) is not None)
    assert card_says(room) == ["amygdala", "Picks up <b>threat</b>."]
    assert card_of(room).accessibleName() == "amygdala"
    hover(room, 1)
    assert card_says(room)[0] == "hippocampus"
    leave(room)
    qtbot.waitUntil(lambda: card_says(room) is None)


def test_the_pointer_may_rest_on_the_card(room, qtbot):
    hover(room, 0)
    qtbot.waitUntil(lambda: card_says(room) is not None)
    leave(room)
    here = QPointF(5, 5)
    QCoreApplication.sendEvent(card_of(room), QEnterEvent(here, here, here))
    QTest.qWait(450)
    assert card_says(room) is not None
    QCoreApplication.sendEvent(card_of(room), QEvent(QEvent.Type.Leave))
    qtbot.waitUntil(lambda: card_says(room) is None)


def test_a_click_keeps_the_explanation_until_one_elsewhere(room):
    click(room.text, room.text.term_box(0).center())
    leave(room)
    QTest.qWait(450)
    assert card_says(room) is not None
    click(room.field)
    assert card_says(room) is None


def test_escape_puts_the_card_away_and_does_nothing_else(room, qtbot):
    escaped = []
    room.keyPressEvent = lambda event: escaped.append(event.key())
    click(room.text, room.text.term_box(0).center())
    press(room.text, Qt.Key.Key_Escape)
    assert card_says(room) is None
    assert escaped == []
    press(room.text, Qt.Key.Key_Escape)
    assert escaped == [Qt.Key.Key_Escape], "the next one is the window's"


def test_the_card_lies_inside_the_window_beside_its_word(room):
    room.resize(330, 120)
    QCoreApplication.processEvents()
    for at in (0, 1):
        click(room.text, room.text.term_box(at).center())
        assert room.rect().contains(card_of(room).geometry())


def test_the_focus_explains_and_the_arrows_go_on(room, qtbot):
    room.field.setFocus()
    QTest.keyClick(room.field, Qt.Key.Key_Tab)
    assert room.text.hasFocus()
    assert card_says(room)[0] == "amygdala"
    QTest.keyClick(room.text, Qt.Key.Key_Right)
    assert card_says(room)[0] == "hippocampus"
    QTest.keyClick(room.text, Qt.Key.Key_Right)
    assert card_says(room)[0] == "hippocampus"
    QTest.keyClick(room.text, Qt.Key.Key_Left)
    assert card_says(room)[0] == "amygdala"
    with qtbot.waitSignal(room.lexicon.term_wished) as blocker:
        QTest.keyClick(room.text, Qt.Key.Key_Return)
    assert blocker.args == ["amygdala"]
    room.field.setFocus()
    assert card_says(room) is None


def test_the_word_with_the_focus_looks_different(room):
    before = room.text.grab().toImage()
    room.text.setFocus(Qt.FocusReason.TabFocusReason)
    QCoreApplication.processEvents()
    box = room.text.term_box(0)
    assert before.copy(box) != room.text.grab().toImage().copy(box)


def test_the_card_leads_to_the_glossary(room, qtbot):
    click(room.text, room.text.term_box(1).center())
    with qtbot.waitSignal(room.lexicon.term_wished) as blocker:
        click(find(room, "term_card_more"))
    assert blocker.args == ["hippo"]
    assert card_says(room) is None


def test_a_text_without_known_words_lets_tab_pass(open_room, qtbot):
    room = open_room("Nothing to explain.")
    room.lexicon.open()
    room.field.setFocus()
    QTest.keyClick(room.field, Qt.Key.Key_Tab)
    assert not room.text.hasFocus()
    assert room.text.accessibleDescription() == ""


def test_assistive_tools_hear_which_words_are_explained(room):
    assert room.text.accessibleDescription().startswith("Explained: amygdala, hippocampus.")
    room.lexicon.set_words(words(Language.NL))
    room.text.show_text("De amandelkern.")
    room.lexicon.open()
    assert room.text.terms == ("amygdala",)
    assert room.text.accessibleDescription().startswith("Uitgelegd: amandelkern.")


def test_text_is_no_markup(open_room, qtbot):
    room = open_room("<b>amygdala</b> &amp; <img src='x'>")
    qtbot.waitUntil(lambda: room.text.terms == ("amygdala",))
    assert room.text.text() == "<b>amygdala</b> &amp; <img src='x'>"
    assert room.text.textFormat() is Qt.TextFormat.PlainText


def test_a_lead_is_said_but_not_explained(open_room, qtbot):
    room = open_room("The amygdala again.", "Amygdala")
    qtbot.waitUntil(lambda: room.text.terms != ())
    assert room.text.text() == "Amygdala The amygdala again."
    assert room.text.term_box(0).left() > 100


def test_lines_of_a_text_stay_lines(open_room):
    room = open_room("one")
    single = room.text.heightForWidth(300)
    room.text.show_text("one\ntwo\nthree")
    assert room.text.heightForWidth(300) == 3 * single


def test_text_is_selected_and_copied(room):
    text = room.text
    QTest.mouseDClick(text, LEFT, pos=text.term_box(0).center())
    assert text.selectedText() == "amygdala"
    press(text, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "amygdala"
    QTest.mousePress(text, LEFT, pos=QPoint(0, 5))
    QTest.mouseMove(text, QPoint(text.width() - 1, text.height() - 2))
    QTest.mouseRelease(text, LEFT, pos=QPoint(text.width() - 1, text.height() - 2))
    press(text, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert text.selectedText() == QGuiApplication.clipboard().text() == TEXT


def test_everything_is_selected_by_key(room):
    press(room.text, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert room.text.selectedText() == TEXT


def test_without_a_lexicon_it_is_a_text_like_any_other(qapp):
    text = TermText(Role.BODY)
    text.show_text(TEXT)
    assert text.terms == ()
    assert text.heightForWidth(2000) < text.heightForWidth(100)
    text.deleteLater()


def test_the_details_of_a_card_explain_their_words(open_window, click_region, qtbot):
    window = open_window("--language", "en")
    click_region("amygdala", window)
    card = cards_of(window, "acute_section")[0]
    click(header_of(card), QPoint(60, 12))
    texts = shown(card, None, TermText)
    assert len(texts) >= 4
    qtbot.waitUntil(lambda: any(text.terms for text in texts))
    header_of(card).setFocus(Qt.FocusReason.TabFocusReason)
    marked = [text for text in texts if text.terms]
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is marked[0]
    assert find(window, "term_card").isVisible()
    with qtbot.waitSignal(find(window, "region_panel").lexicon.term_wished) as blocker:
        QTest.keyClick(marked[0], Qt.Key.Key_Return)
    assert blocker.args == [marked[0].terms[0]]


@pytest.fixture
def header(open_window, click_region, qtbot):
    """The header of a closed card with a known word in its statement."""
    window = open_window("--language", "en")
    click_region("amygdala", window)
    lexicon = find(window, "region_panel").lexicon
    qtbot.waitUntil(lambda: bool(lexicon.spans("amygdala")))
    cards = cards_of(window, "acute_section")
    return next(header_of(card) for card in cards if header_of(card)._marks.spans)


def card_in(header):
    return find(header.window(), "term_card")


def test_a_closed_card_marks_and_explains_words_under_the_pointer(header, qtbot):
    QTest.mouseMove(header, header._marks.box(0).center())
    qtbot.waitUntil(lambda: bool(header.window().findChildren(QWidget, "term_card")))
    qtbot.waitUntil(lambda: card_in(header).isVisible())
    assert "Explained: " in header.accessibleDescription()
    click(header, header._marks.box(0).center())
    assert not card_in(header).isVisible(), "a click opens the claim instead"
    assert header.isChecked()


def test_a_closed_card_explains_words_by_key(header):
    header.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(header, Qt.Key.Key_Right)
    assert card_in(header).isVisible()
    assert header._marks.current == 0
    QTest.keyClick(header, Qt.Key.Key_Escape)
    assert not card_in(header).isVisible()
    QTest.keyClick(header, Qt.Key.Key_Return)
    assert header.isChecked()


def test_the_statement_of_every_claim_needs_the_height_that_its_card_has(qapp):
    from explorer.pack.baked import open_builtin
    from explorer.widgets.shaped_text import shaped
    from explorer.widgets.typeface import load_fonts, wrapped_height

    load_fonts()
    for claim in open_builtin()[0].claims:
        for _, _, text in claim.statement.every():
            for width in (300, 411):
                needed = shaped(text, Role.BODY, width).height
                assert needed == wrapped_height(Role.BODY, width, text)


def test_who_keeps_asking_does_not_put_the_glossary_off(room, qtbot):
    room.lexicon.set_words(words(Language.NL))
    qtbot.waitUntil(lambda: room.lexicon.spans("amandelkern") != (), timeout=1000)


def test_a_word_in_the_panel_opens_the_glossary_and_escape_comes_back(header):
    window = header.window()
    header.setFocus(Qt.FocusReason.TabFocusReason)
    wanted = header._marks.spans[0].term
    QTest.keyClick(header, Qt.Key.Key_Right)
    click(find(window, "term_card_more"))
    assert find(window, "glossary_page").isVisible()
    assert find(window, "glossary_page").term == wanted
    press(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert header.isVisible()


def test_a_word_in_an_answer_opens_the_glossary(open_window, qtbot):
    window = open_window("--language", "nl")
    window._store.show_page("checks")
    QCoreApplication.processEvents()
    page = find(window, "check_page")
    page.show_check("receptor-changes-last")
    text = find(page, "check_text", TermText)
    wanted = text.terms[0]
    text.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(text, Qt.Key.Key_Return)
    assert find(window, "glossary_page").isVisible()
    assert find(window, "glossary_page").term == wanted
