"""A click on a region fills the panel; a click beside it empties it. On a pack about coffee."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from tests.app.coffee import NAMES
from tests.widgets.person import (
    SECTIONS,
    button_of,
    canvas_of,
    cards_of,
    click,
    drag,
    find,
    header_of,
    points_of_label,
    press,
    shown,
    text_of,
)

REGIONS = pytest.mark.parametrize("region", NAMES)


class Requests(QObject):
    """Counts how often a widget is asked to lay out its parts."""

    count = 0

    def eventFilter(self, watched, event):  # noqa: N802 - Qt's name
        self.count += event.type() == QEvent.Type.LayoutRequest
        return super().eventFilter(watched, event)


STRENGTHS = {"Strong", "Moderate", "Limited", "Early", "Gap"}


@pytest.fixture
def window(open_coffee):
    return open_coffee()


def shows_start(window):
    return find(window, "start_hint").isVisible() and not find(window, "region_name").isVisible()


def test_at_first_nothing_is_selected(window):
    assert shows_start(window)
    assert text_of(window, "start_title") == "Click a region of the brain"
    assert not any(button_of(window, region).isChecked() for region in NAMES)


@REGIONS
def test_a_click_shows_the_region_with_both_sections(qtbot, window, click_region, region):
    with qtbot.waitSignal(canvas_of(window).region_picked) as blocker:
        click_region(region)
    assert blocker.args == [region]
    assert text_of(window, "region_name") == NAMES[region]
    assert "thalamus passes" in text_of(window, "region_summary") or region == "eiland"
    assert text_of(window, "use_chip") == "One cup"
    assert not find(window, "start_hint").isVisible()
    headings = [text_of(window, f"{section}_heading") for section in SECTIONS]
    assert headings == ["During (acute)", "Afterwards (long-term)"]
    for section in SECTIONS:
        assert text_of(window, f"{section}_summary")
        cards = cards_of(window, section)
        assert cards, f"{section} has no card"
        for card in cards:
            words = [label.text() for label in shown(card, "strength", QLabel)]
            assert len(words) == 1
            assert words[0] in STRENGTHS
            assert words[0] == find(card, "strength").accessibleName()
            assert words[0] in header_of(card).accessibleName()


@REGIONS
def test_the_button_of_the_selected_region_is_checked(window, click_region, region):
    click_region(region)
    checked = [name for name in NAMES if button_of(window, name).isChecked()]
    assert checked == [region]


def test_another_click_selects_the_other_region(window, click_region):
    click_region("thalamus")
    click_region("eiland")
    assert text_of(window, "region_name") == "insula"
    click_region("eiland")
    assert text_of(window, "region_name") == "insula", "the same click again changes nothing"


def test_a_click_beside_clears(qtbot, window, click_region, click_beside):
    click_region("thalamus")
    with qtbot.waitSignal(canvas_of(window).region_cleared):
        click_beside()
    assert shows_start(window)
    assert not button_of(window, "thalamus").isChecked()


def test_a_click_on_the_drawing_outside_all_regions_clears(window, click_region):
    click_region("thalamus")
    between = [button_of(window, region).geometry().center() for region in NAMES]
    click(canvas_of(window).viewport(), (between[0] + between[1]) / 2 + QPoint(0, 40))
    assert shows_start(window)


@REGIONS
def test_escape_clears_wherever_the_focus_is(window, click_region, region):
    for owner in (canvas_of(window), button_of(window, region)):
        click_region(region)
        press(owner, Qt.Key.Key_Escape)
        assert shows_start(window)
    click_region(region)
    press(header_of(cards_of(window, "acute_section")[0]), Qt.Key.Key_Escape)
    assert shows_start(window), "Escape goes one step back from the panel too"


@REGIONS
def test_a_click_on_the_label_selects(window, region):
    points = points_of_label(canvas_of(window), region)
    assert points, "the region has no label"
    click(canvas_of(window).viewport(), points[len(points) // 2])
    assert text_of(window, "region_name") == NAMES[region]


@REGIONS
def test_the_start_hint_has_a_button_for_each_region(qtbot, window, region):
    button = find(window, f"start_{region}", QAbstractButton)
    assert button.text() == NAMES[region]
    with qtbot.waitSignal(find(window, "region_panel").region_picked) as blocker:
        click(button)
    assert blocker.args == [region]
    assert text_of(window, "region_name") == NAMES[region]


@REGIONS
def test_the_middle_of_each_button_is_on_its_region(window, region):
    middle = button_of(window, region).geometry().center()
    assert canvas_of(window).region_at(middle.toPointF()) == region


@pytest.mark.parametrize("button", [Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton])
def test_other_mouse_buttons_do_nothing(window, button):
    middle = button_of(window, "thalamus").geometry().center()
    QTest.mouseClick(canvas_of(window).viewport(), button, pos=middle)
    assert shows_start(window)


def test_a_press_that_moves_away_is_no_click(window, click_region):
    viewport = canvas_of(window).viewport()
    middle = button_of(window, "thalamus").geometry().center()
    drag(viewport, middle, middle + QPoint(12, 0))
    assert shows_start(window)
    click_region("thalamus")
    drag(viewport, QPoint(10, 10), QPoint(40, 10))
    assert text_of(window, "region_name") == "thalamus", "a drag beside keeps the selection"


def test_hover_names_the_region_and_goes_away(qtbot, window):
    viewport = canvas_of(window).viewport()
    QTest.mouseMove(viewport, QPoint(3, 3))  # the first move only enters the window
    box = button_of(window, "thalamus").geometry()
    QTest.mouseMove(viewport, box.center())
    qtbot.waitUntil(lambda: window.findChild(QWidget, "hover_card") is not None)
    card = find(window, "hover_card")
    qtbot.waitUntil(card.isVisible)
    assert card.accessibleName() == "thalamus"
    assert "passes signals on" in card.accessibleDescription()
    assert not card.geometry().intersects(box)
    assert viewport.rect().contains(card.geometry())
    QTest.mouseMove(viewport, QPoint(3, 3))
    qtbot.waitUntil(lambda: not card.isVisible())


def test_the_panel_never_covers_the_brain(window, click_region):
    click_region("thalamus")
    panel, canvas = find(window, "region_panel"), canvas_of(window)
    places = [part.rect().translated(part.mapTo(window, QPoint(0, 0))) for part in (panel, canvas)]
    assert not places[0].intersects(places[1])


def test_what_is_selected_is_said_aloud(window, click_region, click_beside, announced):
    click_region("eiland")
    assert announced[-1] == "insula selected. During: both found · limited."
    click_beside()
    assert announced[-1] == "Nothing selected."


def test_the_region_from_the_command_line_is_selected(open_coffee):
    window = open_coffee("--region", "eiland", "--use", "chronic")
    assert text_of(window, "region_name") == "insula"
    assert text_of(window, "use_chip") == "Many cups"


def test_a_click_does_not_lay_out_the_bar_above_the_brain(window, click_region):
    window.complete()
    first, second = list(NAMES)[:2]
    click_region(first)
    QCoreApplication.processEvents()
    requests = Requests()
    find(window, "stage_bar").installEventFilter(requests)
    click_region(second)
    QCoreApplication.processEvents()
    assert text_of(window, "region_name") == NAMES[second]
    assert requests.count == 0
