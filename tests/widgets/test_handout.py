"""Pins and the handout page, as a person meets them."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QStandardPaths, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QFileDialog,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QWidget,
)

from explorer.domain.handout import Pin, PinKind, Sight, Tick
from explorer.domain.vocabulary import Language, Lens, Level, Phase, Use
from explorer.state.handout_file import read_handout
from tests.widgets.person import (
    canvas_of,
    cards_of,
    click,
    drag,
    find,
    header_of,
    press,
    shown,
    text_of,
)
from tests.widgets.reading import foreign_texts, wrong_words
from tests.widgets.test_layout import clipped, outside

KEY, CTRL, ALT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def window(open_window, qtbot):
    return opened(open_window, qtbot)


def opened(open_window, qtbot, *arguments, **options):
    given = arguments or ("--language", "en", "--region", "amygdala")
    window = open_window(*given, **options)
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    return window


def basket_file():
    place = QStandardPaths.StandardLocation.GenericDataLocation
    return Path(QStandardPaths.writableLocation(place)) / "mdma-brain-explorer" / "basket.json"


def pins(window):
    return window.handout.basket.handout.pins


def focused():
    return QApplication.focusWidget()


def pin_here(window):
    press(focused() or window, KEY.Key_D, CTRL)


def open_handout(window):
    press(focused() or window, KEY.Key_F5)
    page = find(window, "handout_page")
    assert page.isVisible()
    return page


def rows(window):
    model = find(window, "pin_list", QListView).model()
    return [str(model.index(at, 0).data()) for at in range(model.rowCount())]


def pin_three(window):
    """Pin three claims, and return their statements as the list shows them."""
    claims = [claim for claim in window.library.claims if claim.about == "amygdala"][:3]
    for claim in claims:
        window.handout.toggle(Pin(PinKind.CLAIM, claim.id))
    return [claim.statement.at(Language.EN, Level.PLAIN) for claim in claims]


# Pinning


def test_the_key_pins_the_picture_and_takes_it_off(window, announced):
    pin_here(window)
    sight = Sight("medial", 0, "amygdala", Use.THERAPEUTIC, Phase.ACUTE, Lens.ALL)
    assert pins(window) == (Pin(PinKind.PICTURE, "medial", sight),)
    assert announced == ["Picture pinned. On the handout: 1."]
    assert text_of(window, "toast") == announced[0]
    button = find(window, "pin_picture", QAbstractButton)
    assert button.isChecked()
    press(canvas_of(window), KEY.Key_C)
    assert not button.isChecked(), "another picture"
    press(canvas_of(window), KEY.Key_T)
    assert button.isChecked()
    pin_here(window)
    assert pins(window) == ()
    assert announced[-1] == "Picture taken off. On the handout: 0."
    assert not button.isChecked()


def test_the_key_pins_the_claim_that_has_the_focus(window):
    card = cards_of(window, "acute_section")[1]
    header_of(card).setFocus()
    pin_here(window)
    assert pins(window) == (Pin(PinKind.CLAIM, card.content.id),)


def test_the_key_pins_the_open_card_under_the_pointer(window):
    card = cards_of(window, "acute_section")[0]
    QTest.mouseMove(header_of(card), QPoint(60, 12))
    click(header_of(card), QPoint(60, 12))
    assert not card.isAncestorOf(focused()), "a click takes no focus"
    pin_here(window)
    assert pins(window) == (Pin(PinKind.CLAIM, card.content.id),)


def test_the_buttons_pin_too(window):
    click(find(window, "pin_picture"))
    card = cards_of(window, "acute_section")[0]
    header_of(card).click()
    button = find(card, "pin_button", QAbstractButton)
    assert button.text() == "Pin to the handout"
    click(button)
    assert pins(window)[-1] == Pin(PinKind.CLAIM, card.content.id)
    assert button.isChecked()
    assert button.text() == "Take off the handout"
    click(button)
    assert [pin.kind for pin in pins(window)] == [PinKind.PICTURE]
    assert not button.isChecked()


def test_a_card_that_is_opened_later_knows_that_it_is_pinned(window):
    card = cards_of(window, "acute_section")[0]
    window.handout.toggle(Pin(PinKind.CLAIM, card.content.id))
    header_of(card).click()
    assert find(card, "pin_button", QAbstractButton).isChecked()


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        (KEY.Key_F3, PinKind.CHECK),
        (KEY.Key_F4, PinKind.SOURCE),
        (KEY.Key_F7, PinKind.PLOT),
    ],
    ids=str,
)
def test_the_key_pins_what_a_page_shows(window, key, kind):
    press(canvas_of(window), key)
    if kind is PinKind.SOURCE:
        press(focused(), KEY.Key_Down)
    pin_here(window)
    (pin,) = pins(window)
    assert pin.kind is kind
    button = next(part for part in shown(window, "pin_button") if part.pin == pin)
    assert button.isChecked()
    click(button)
    assert pins(window) == ()


def test_the_key_pins_also_while_a_filter_has_the_focus(window):
    press(canvas_of(window), KEY.Key_F7)
    field = find(window, "numbers_filter", QLineEdit)
    press(field, KEY.Key_D, CTRL)
    assert [pin.kind for pin in pins(window)] == [PinKind.PLOT]


def test_where_nothing_can_be_pinned_the_key_says_so(window, announced):
    press(canvas_of(window), KEY.Key_F6)
    pin_here(window)
    assert pins(window) == ()
    assert announced[-1] == "There is nothing here to pin."


def test_assistive_tools_meet_a_toggle(window):
    button = find(window, "pin_picture")
    node = QAccessible.queryAccessibleInterface(button)
    assert node.text(QAccessible.Text.Name) == "Pin what is shown to the handout"
    assert node.state().checkable
    assert not node.state().checked
    pin_here(window)
    assert node.state().checked
    assert node.text(QAccessible.Text.Name) == "Take off the handout"


# The page


def test_the_page_lists_what_is_pinned(window):
    statements = pin_three(window)
    press(canvas_of(window), KEY.Key_D, CTRL)
    open_handout(window)
    assert rows(window) == [*statements, "Amygdala · Medial view · Therapeutic use · During"]
    assert text_of(window, "handout_count") == "4 pinned"
    index = find(window, "pin_list", QListView).model().index(0, 0)
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Claim · Amygdala · Therapeutic use · During · ")
    assert statements[0] in spoken


def test_keys_move_remove_and_undo(window):
    one, two, three = pin_three(window)
    open_handout(window)
    entries = find(window, "pin_list", QListView)
    assert focused() is entries
    press(entries, KEY.Key_Home)
    press(entries, KEY.Key_Down, ALT)
    assert rows(window) == [two, one, three]
    press(entries, KEY.Key_Down, ALT)
    press(entries, KEY.Key_Down, ALT)
    assert rows(window) == [two, three, one], "the row that moves stays the current one"
    press(entries, KEY.Key_Up, ALT)
    assert rows(window) == [two, one, three]
    press(entries, KEY.Key_Delete)
    assert rows(window) == [two, three]
    press(entries, KEY.Key_Z, CTRL)
    assert rows(window) == [two, one, three]
    for _ in range(9):
        press(entries, KEY.Key_Z, CTRL)
    assert rows(window) == []


def test_buttons_move_remove_and_undo(window):
    one, two, three = pin_three(window)
    open_handout(window)
    press(find(window, "pin_list", QListView), KEY.Key_Home)
    assert not find(window, "handout_up").isEnabled()
    click(find(window, "handout_down"))
    assert rows(window) == [two, one, three]
    click(find(window, "handout_up"))
    assert rows(window) == [one, two, three]
    click(find(window, "handout_remove"))
    assert rows(window) == [two, three]
    click(find(window, "handout_undo"))
    assert rows(window) == [one, two, three]


def test_a_row_is_dragged(window):
    one, two, three = pin_three(window)
    open_handout(window)
    entries = find(window, "pin_list", QListView)

    def middle(row):
        return entries.visualRect(entries.model().index(row, 0)).center()

    drag(entries.viewport(), middle(0), middle(2))
    assert rows(window) == [two, three, one]
    drag(entries.viewport(), middle(2), middle(0))
    assert rows(window) == [one, two, three]
    click(entries.viewport(), middle(1))
    assert rows(window) == [one, two, three], "a click moves nothing"
    press(entries, KEY.Key_Z, CTRL)
    assert rows(window) == [two, three, one], "a drag is one change"


def test_the_handout_has_a_language_and_a_wording_of_its_own(window):
    pin_three(window)
    claim = window.library.claim(pins(window)[0].id)
    open_handout(window)
    click(find(window, "handout_language_nl"))
    click(find(window, "handout_level_clinical"))
    assert rows(window)[0] == claim.statement.at(Language.NL, Level.CLINICAL)
    assert text_of(window, "handout_heading") == "Handout", "the window stays as it was"
    click(find(window, "language_switch_nl"))
    click(find(window, "language_switch_en"))
    assert window.handout.basket.handout.language is Language.NL


def test_until_it_is_chosen_the_language_is_that_of_the_window(window):
    click(find(window, "language_switch_nl"))
    click(find(window, "level_switch_clinical"))
    handout = window.handout.basket.handout
    assert (handout.language, handout.level) == (Language.NL, Level.CLINICAL)


def test_title_and_note_are_written(window):
    open_handout(window)
    QTest.keyClicks(find(window, "handout_title", QLineEdit), "Talk of Monday")
    QTest.keyClicks(find(window, "handout_note", QPlainTextEdit), "See you")
    handout = window.handout.basket.handout
    assert (handout.title, handout.note) == ("Talk of Monday", "See you")


def test_topics_that_need_another_word_come_first(window):
    open_handout(window)
    assert not find(window, "handout_first").isVisible()
    window.handout.basket.set_tick("some-topic", Tick.AGAIN)
    window.handout.basket.set_tick("another", Tick.EXPLAINED)
    assert "some-topic" in text_of(window, "handout_first")
    assert "another" not in text_of(window, "handout_first")


# On disk


def test_pins_are_offered_at_the_next_start(open_window, qtbot):
    first = opened(open_window, qtbot)
    statements = pin_three(first)
    first.close()
    assert basket_file().exists()
    again = opened(open_window, qtbot)
    assert text_of(again, "notice_text") == "3 pins from last time were not wiped."
    assert pins(again) == ()
    click(find(again, "notice_bring_back"))
    assert rows(again) == statements
    assert not shown(again, "notice_bar")


def test_what_was_offered_can_be_wiped_at_once(open_window, qtbot):
    first = opened(open_window, qtbot)
    pin_three(first)
    first.close()
    again = opened(open_window, qtbot)
    click(find(again, "notice_wipe"))
    assert not basket_file().exists()
    assert not shown(again, "notice_bar")
    third = opened(open_window, qtbot)
    assert not shown(third, "notice_bar")


def test_nothing_about_a_client_is_stored_unasked(window, qtbot, own_folders):
    pin_three(window)
    open_handout(window)
    QTest.keyClicks(find(window, "handout_title", QLineEdit), "Jane Roe")
    QTest.keyClicks(find(window, "handout_note", QPlainTextEdit), "Roe sleeps badly")
    window.handout.basket.set_tick("sleep-badly", Tick.AGAIN)
    window.close()
    files = [path for path in own_folders.rglob("*") if path.is_file()]
    assert basket_file() in files
    assert [path for path in files if b"Roe" in path.read_bytes()] == []
    assert [path for path in files if b"sleep-badly" in path.read_bytes()] == []


def test_title_and_note_are_kept_when_switched_on(open_window, qtbot):
    first = opened(open_window, qtbot)
    pin_three(first)
    open_handout(first)
    find(first, "handout_keep_note", QCheckBox).click()
    QTest.keyClicks(find(first, "handout_note", QPlainTextEdit), "Kept")
    first.close()
    assert read_handout(basket_file()).note == "Kept"
    again = opened(open_window, qtbot)
    click(find(again, "notice_bring_back"))
    assert find(again, "handout_note", QPlainTextEdit).toPlainText() == "Kept"
    box = find(again, "handout_keep_note", QCheckBox)
    assert box.isChecked()
    box.click()
    assert read_handout(basket_file()).note == ""


def test_wiping_asks_once_and_leaves_nothing(window, qtbot):
    pin_three(window)
    qtbot.waitUntil(basket_file().exists)
    open_handout(window)
    QTest.keyClicks(find(window, "handout_title", QLineEdit), "Jane Roe")
    wipe = find(window, "handout_wipe")
    click(wipe)
    assert wipe.text() == "Really wipe everything"
    assert len(pins(window)) == 3
    click(wipe)
    assert wipe.text() == "Wipe everything"
    assert rows(window) == []
    assert find(window, "handout_title", QLineEdit).text() == ""
    assert not find(window, "handout_undo").isEnabled()
    assert not basket_file().exists()
    window.close()
    assert not basket_file().exists()


def test_a_change_in_between_takes_the_question_back(window):
    pin_three(window)
    open_handout(window)
    wipe = find(window, "handout_wipe")
    click(wipe)
    click(find(window, "handout_down"))
    assert wipe.text() == "Wipe everything"
    click(wipe)
    assert len(pins(window)) == 3


def test_damaged_pins_are_told_and_kept_aside(open_window, qtbot):
    basket_file().parent.mkdir(parents=True)
    basket_file().write_text("{")
    window = opened(open_window, qtbot)
    aside = basket_file().with_name("basket.unreadable-1.json")
    assert str(aside) in text_of(window, "notice_text")
    details = find(window, "notice_details", QPlainTextEdit).toPlainText()
    assert "line 1" in details
    assert aside.read_text() == "{"


# Files


def test_the_dialog_really_asks(window, qtbot):
    open_handout(window)
    click(find(window, "handout_save"))
    dialog = find(window, "handout_dialog", QFileDialog)
    assert dialog.isVisible()
    assert dialog.selectedFiles()[0].endswith("handout.handout.json")
    dialog.reject()
    qtbot.waitUntil(lambda: not window.findChildren(QFileDialog))


# Looks


@pytest.mark.parametrize("size", [(1024, 640), (1920, 1080)])
@pytest.mark.parametrize("language", list(Language))
def test_nothing_is_cut_off_and_nothing_is_foreign(open_window, qtbot, size, language):
    given = ("--language", language, "--region", "amygdala")
    window = opened(open_window, qtbot, *given, size=size)
    for claim in window.library.claims[:12]:
        window.handout.toggle(Pin(PinKind.CLAIM, claim.id))
    pin_here(window)
    open_handout(window)
    window.handout.basket.set_tick("topic", Tick.AGAIN)
    click(find(window, "handout_wipe"))

    def rests():
        assert clipped(find(window, "handout_page")) == []
        assert outside(find(window, "handout_page")) == []

    qtbot.waitUntil(rests, timeout=1000)
    assert foreign_texts(window, wrong_words(window.library)[language]) == []


def test_every_part_can_be_reached_by_tab(window):
    pin_three(window)
    page = open_handout(window)
    seen = set()
    for _ in range(60):
        seen.add(focused().objectName())
        press(focused(), KEY.Key_Tab)
        if focused() is not None and not page.isAncestorOf(focused()):
            break
    wanted = {"pin_list", "handout_title", "handout_note", "handout_keep_note", "handout_wipe"}
    wanted |= {f"handout_{name}" for name in ("pdf", "web", "save", "open", "remove")}
    assert wanted - seen == set()


def test_every_part_has_a_name(window):
    pin_three(window)
    page = open_handout(window)
    for part in page.findChildren(QWidget):
        if part.isVisible() and part.focusPolicy() & Qt.FocusPolicy.TabFocus:
            node = QAccessible.queryAccessibleInterface(part)
            assert node.text(QAccessible.Text.Name), part.objectName()


def test_the_clipboard_is_left_alone(window):
    QGuiApplication.clipboard().setText("mine")
    pin_three(window)
    open_handout(window)
    assert QGuiApplication.clipboard().text() == "mine"
