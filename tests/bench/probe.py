"""Looks at a running window: when it was painted, and how much memory its process holds.

Only what the program itself imports at start is imported here, so that looking costs nothing.
"""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton


class PaintWatch:
    """Counts how often widgets of a class were painted. Make it before their first paint.

    Args:
        widget_class: the class.
    """

    def __init__(self, widget_class):
        self.count = 0
        paint = widget_class.paintEvent

        def paint_and_count(widget, event):
            paint(widget, event)
            self.count += 1

        widget_class.paintEvent = paint_and_count

    def wait(self, act):
        """Act, and run the event loop until a paint that follows is on the screen."""
        before = self.count
        act()
        while self.count == before:
            # Paints of one window happen in one go, so when this returns all of them are done.
            QCoreApplication.processEvents()


def send_mouse(widget: QWidget, kind: QEvent.Type, point: QPointF, button=NONE, held=NONE):
    """Let a mouse event reach a widget on the way that Qt's own events take."""
    where = widget.mapToGlobal(point)
    event = QMouseEvent(kind, point, where, button, held, Qt.KeyboardModifier.NoModifier)
    QCoreApplication.sendEvent(widget, event)


def click(widget: QWidget, point: QPointF):
    """Press and release the left button."""
    send_mouse(widget, QEvent.Type.MouseButtonPress, point, LEFT, LEFT)
    send_mouse(widget, QEvent.Type.MouseButtonRelease, point, LEFT, NONE)


def region_point(canvas, region_id: str) -> QPointF:
    """Return a point of the canvas's viewport that lies in a region."""
    box = canvas.findChild(QAbstractButton, f"region_{region_id}").geometry()
    columns, rows = range(box.left(), box.right(), 4), range(box.top(), box.bottom(), 4)
    points = [box.center(), *(QPoint(x, y) for x in columns for y in rows)]
    return next(QPointF(at) for at in points if canvas.region_at(QPointF(at)) == region_id)


def shows_picture(widget: QWidget) -> bool:
    """Whether there is more on a widget than flat colours and lines."""
    image = widget.grab().toImage()
    colors = {
        image.pixel(x, y) for x in range(0, image.width(), 5) for y in range(0, image.height(), 5)
    }
    return len(colors) > 300


def resident_mib() -> float | None:
    """Return the resident memory of this process; None where it cannot be asked for simply."""
    status = Path("/proc/self/status")
    if status.exists():
        line = next(text for text in status.read_text().splitlines() if text.startswith("VmRSS"))
        return int(line.split()[1]) / 1024
    if sys.platform == "darwin":
        import subprocess

        asked = subprocess.run(
            ["ps", "-o", "rss=", "-p", str(os.getpid())], capture_output=True, check=True
        )
        return int(asked.stdout) / 1024
    return None
