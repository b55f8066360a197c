"""The line of time, driven as a person does."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from explorer.canvas.palette import DARK, LIGHT
from explorer.domain.timeline import Span
from explorer.domain.vocabulary import Effect, Language, Strength
from explorer.i18n import words
from explorer.widgets.time_bar import TimeBar
from explorer.widgets.time_strip import moment

SPANS = [
    Span("hours", Effect.INCREASE, Strength.STRONG, 0.5, 8.0),
    Span("moment", Effect.DECREASE, Strength.STRONG, 48.0, 48.0),
    Span("open", Effect.MIXED, Strength.LIMITED, None, 8760.0),
]


@pytest.fixture(params=[LIGHT, DARK], ids=["light", "dark"])
def palette(request):
    return request.param


@pytest.fixture
def bar(qtbot, palette):
    bar = TimeBar()
    bar.set_palette(palette)
    bar.set_words(words(Language.EN))
    bar.show_spans(SPANS, 7)
    bar.hour_picked.connect(bar.show_hour)  # as the window does, by way of the store
    bar.resize(700, 110)
    qtbot.addWidget(bar)
    bar.show()
    qtbot.waitExposed(bar)
    return bar


def x_of(bar, hour):
    return round(bar.strip._x(hour))


def click_at(bar, hour):
    QTest.mouseClick(
        bar.strip, Qt.MouseButton.LeftButton, pos=QPoint(x_of(bar, hour), bar.strip.height() // 2)
    )


def test_a_click_chooses_the_moment_under_it(qtbot, bar):
    with qtbot.waitSignal(bar.hour_picked) as blocker:
        click_at(bar, 24.0)
    assert blocker.args == [pytest.approx(24.0, rel=0.05)]
    assert bar.findChild(object, "time_readout").text().startswith("24 hours after intake")


def test_dragging_scrubs(qtbot, bar):
    picked = []
    bar.hour_picked.connect(picked.append)
    y = bar.strip.height() // 2
    QTest.mousePress(bar.strip, Qt.MouseButton.LeftButton, pos=QPoint(x_of(bar, 1.0), y))
    for hour in (2.0, 4.0, 8.0):
        QTest.mouseMove(bar.strip, QPoint(x_of(bar, hour), y))
    QTest.mouseRelease(bar.strip, Qt.MouseButton.LeftButton, pos=QPoint(x_of(bar, 8.0), y))
    assert picked == sorted(picked)
    assert picked[-1] == pytest.approx(8.0, rel=0.05)
    assert len(picked) >= 4


def test_arrows_step_and_backspace_shows_all_times(bar):
    bar.strip.setFocus()
    QTest.keyClick(bar.strip, Qt.Key.Key_Home)
    first = bar.strip.hour
    QTest.keyClick(bar.strip, Qt.Key.Key_Right)
    assert bar.strip.hour > first
    QTest.keyClick(bar.strip, Qt.Key.Key_End)
    assert bar.strip.hour == pytest.approx(24 * 3652.5)
    assert bar.findChild(object, "time_readout").text().startswith("10 years after intake")
    QTest.keyClick(bar.strip, Qt.Key.Key_Backspace)
    assert bar.strip.hour is None
    assert not bar.findChild(object, "time_all").isEnabled()


def test_an_assistive_tool_can_set_it(qtbot, bar):
    with qtbot.waitSignal(bar.hour_picked):
        bar.strip.setValue(500)
    assert bar.strip.hour is not None
    assert bar.strip.accessibleDescription().startswith(moment(bar.strip.hour, words(Language.EN)))


def test_it_plays_at_two_speeds_and_pauses(qtbot, bar):
    button = bar.findChild(object, "time_play")
    seen = []
    bar.hour_picked.connect(seen.append)
    assert button.text() == "Play"
    button.click()
    assert button.text() == "Faster"
    qtbot.waitUntil(lambda: len(seen) > 3)
    button.click()
    assert button.text() == "Pause"
    button.click()
    assert button.text() == "Play"
    count = len(seen)
    QTest.qWait(60)
    assert len(seen) == count


def colour_at(bar, hour, lane):
    image = bar.strip.grab().toImage()
    at = QPointF(x_of(bar, hour), 6 + lane * 8) * image.devicePixelRatio()
    return QColor(image.pixel(at.toPoint()))


def test_spans_are_drawn_where_they_hold_and_nowhere_else(bar, palette):
    assert colour_at(bar, 3.0, 0).name() == palette.increase
    assert colour_at(bar, 48.0, 0).name() == palette.decrease
    assert colour_at(bar, 14.0, 0).name() not in (palette.increase, palette.decrease)


def test_what_has_no_time_is_counted_not_drawn(bar):
    assert "7 claims: time not studied" in bar.findChild(object, "time_legend").text()


@pytest.mark.parametrize(
    ("hour", "language", "said"),
    [
        (0.5, Language.EN, "30 min after intake"),
        (1.0, Language.EN, "1 hour after intake"),
        (72.0, Language.NL, "3 dagen na inname"),
        (24 * 30, Language.NL, "4 weken na inname"),
        (24 * 365.25 * 3, Language.EN, "3 years after intake"),
    ],
)
def test_moments_are_said_in_a_unit_that_suits_them(hour, language, said):
    assert moment(hour, words(language)).startswith(said)


def ink_in_band(bar):
    image = bar.strip.grab().toImage()
    places = [(x, y) for x in range(40, image.width() - 40, 2) for y in range(4, 34)]
    band = [image.pixel(*place) for place in places]
    return len(band) - band.count(max(set(band), key=band.count))


def test_a_line_without_spans_says_why_it_is_empty(bar):
    bar.show_spans([], untimed=3)
    assert ink_in_band(bar) > 100
    assert "No claim shown here has a time" in bar.strip.accessibleDescription()
    bar.show_spans([Span("late", Effect.DECREASE, Strength.MODERATE, 3e4, 3e4)], untimed=2)
    assert ink_in_band(bar) < 100
    assert "No claim" not in bar.strip.accessibleDescription()


@pytest.mark.parametrize("language", Language)
def test_the_legend_is_whole_in_the_smallest_window(bar, language):
    bar.set_words(words(language))
    bar.resize(616, 90)
    legend = bar.findChild(object, "time_legend")
    assert "…" not in legend.text()
    assert legend.heightForWidth(legend.width()) <= legend.height()
