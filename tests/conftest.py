"""Shared by all tests: a screen in memory, folders of their own, and the real window.

`open_window(*arguments)` builds the window as the command line does and shows it; `window` is one
that was opened in English with nothing selected. Short verbs such as `click_region` act on it as
a person would.
"""

import os
import time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Reading text must not depend on the language of the machine that runs the tests.
os.environ["LC_ALL"] = "C.UTF-8"

import pytest
from PySide6.QtCore import (
    QAbstractAnimation,
    QCoreApplication,
    QEvent,
    QLocale,
    QPoint,
    QPointF,
    QStandardPaths,
    Qt,
    QTimer,
    QTranslator,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

_SIZE = (1440, 900)
_QUIET_SECONDS = 2.0


@pytest.fixture(autouse=True)
def own_folders(tmp_path_factory, monkeypatch):
    """Send settings and caches to a folder of this test's own, and let the system speak English."""
    home = tmp_path_factory.mktemp("home")
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(home))
    for name, folder in (("CONFIG", ".config"), ("CACHE", ".cache"), ("DATA", ".local/share")):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / folder))
    QStandardPaths.setTestModeEnabled(True)
    monkeypatch.setattr(QLocale, "system", staticmethod(lambda: QLocale("en_US")))
    return home


@pytest.fixture
def open_window(qapp, monkeypatch):
    """Return a function that builds and shows the window.

    Called as `open_window("--language", "nl")`. Motion is off unless `animated=True`. After the
    test every window is closed, and the test fails when something else is still open or moving.
    """
    from explorer import app
    from explorer.widgets import main_window

    opened = []

    def open_one(*arguments, animated=False, size=_SIZE):
        monkeypatch.setattr(main_window, "system_reduces_motion", lambda: not animated)
        window = app.build_window(arguments)
        opened.append(window)
        window.resize(*size)
        window.show()
        window.complete()  # what waits until the window has been seen
        QTest.qWaitForWindowExposed(window)
        qapp.processEvents()
        return window

    open_one.windows = opened
    yield open_one
    left = _left_open(qapp, opened) + [thing for window in opened for thing in _close(window)]
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.processEvents()
    assert not left, f"the test left behind: {', '.join(left)}"


@pytest.fixture
def window(open_window):
    return open_window("--language", "en")


@pytest.fixture
def click_region(open_window):
    """Return a function that clicks a region of the window that was opened last."""

    def click(region_id, window=None):
        canvas = _canvas(window or open_window.windows[-1])
        _click(canvas.viewport(), _anchor(canvas, region_id))

    return click


@pytest.fixture
def click_beside(open_window):
    """Return a function that clicks the stage where there is no region."""

    def click(window=None):
        viewport = _canvas(window or open_window.windows[-1]).viewport()
        _click(viewport, viewport.rect().topLeft() + viewport.rect().center() / 40)

    return click


def _canvas(window):
    from explorer.canvas.brain_canvas import BrainCanvas

    return window.findChild(BrainCanvas, "brain_canvas")


def _anchor(canvas, region_id):
    """Return the point inside a region that is nearest to the middle of its button."""
    box = canvas.findChild(QAbstractButton, f"region_{region_id}").geometry()
    middle = box.center()
    points = (
        QPoint(x, y)
        for x in range(box.left(), box.right() + 1, 4)
        for y in range(box.top(), box.bottom() + 1, 4)
    )
    inside = [point for point in (middle, *points) if canvas.region_at(QPointF(point)) == region_id]
    return min(inside, key=lambda point: (point - middle).manhattanLength())


def _click(viewport, point):
    """Click the viewport: a click on the view itself is not taken."""
    QTest.mouseMove(viewport, point)
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=point)
    QCoreApplication.processEvents()


def _left_open(qapp, opened):
    """Name every top-level widget that is still to be seen and is not a window of the test."""
    found = [widget for widget in qapp.topLevelWidgets() if widget.isVisible()]
    strange = [widget for widget in found if widget not in opened]
    names = [f"{type(widget).__name__} {widget.objectName()!r}" for widget in strange]
    for widget in strange:
        widget.close()
    return names


def _close(window):
    """Close and delete a window; name what still moved in it when it should have come to rest."""
    window.close()
    until = time.monotonic() + _QUIET_SECONDS
    while _moving(window) and time.monotonic() < until:
        QTest.qWait(10)
    moving = _moving(window)
    window.deleteLater()
    return moving


def _moving(window):
    """Name what moves. A timer that fires once ends by itself, and with its owner."""
    timers = [timer for timer in window.findChildren(QTimer) if timer.isActive()]
    running = [timer for timer in timers if not timer.isSingleShot()] + [
        animation
        for animation in window.findChildren(QAbstractAnimation)
        if animation.state() is QAbstractAnimation.State.Running
    ]
    return [
        f"{type(thing).__name__} of {type(thing.parent()).__name__} still runs" for thing in running
    ]
