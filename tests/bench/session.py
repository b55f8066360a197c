"""In a process of its own: someone clicks through every cell and scrubs the slider."""

import itertools
import json
import os
import time

from PySide6.QtCore import QCoreApplication, QEvent, QPointF
from PySide6.QtWidgets import QApplication, QWidget

from explorer.app import build_window
from explorer.canvas.brain_canvas import BrainCanvas
from explorer.domain.vocabulary import Use
from explorer.quick_start import settle
from explorer.widgets.region_panel import RegionPanel
from explorer.widgets.use_slider import UseSlider
from tests.bench.probe import LEFT, NONE, PaintWatch, click, region_point, send_mouse

_SIZE = (1600, 1000)
_REST_SECONDS = 1.0


class Session:
    """A window with someone at it."""

    def __init__(self):
        self.panel_watch, self.slider_watch = PaintWatch(RegionPanel), PaintWatch(UseSlider)
        self.window = build_window(["--language", "en"])
        self.window.resize(*_SIZE)
        self.window.show()
        settle()  # as the program does once its window is there
        self.canvas = self.window.findChild(BrainCanvas)
        self.slider = self.window.findChild(UseSlider)
        rest()
        names = [button.objectName() for button in self.canvas.viewport().children()]
        ids = [name.removeprefix("region_") for name in names if name.startswith("region_")]
        self.points = [region_point(self.canvas, region_id) for region_id in ids]

    def clicks(self, count):
        """Return the time of each click, ms, with the use changed after each round."""
        times = []
        uses = itertools.cycle(reversed(Use))
        for number in range(count):
            if number % (2 * len(self.points)) == 0:
                self.slider.use_picked.emit(next(uses))
                rest(0.3)
            point = self.points[number % len(self.points)]
            start = time.perf_counter()
            self.panel_watch.wait(lambda at=point: click(self.canvas.viewport(), at))
            times.append(1000 * (time.perf_counter() - start))
        return times

    def scrubs(self, count):
        """Return the time of each frame, ms, while the knob is dragged to one end and back."""
        self.slider.use_picked.emit(Use.THERAPEUTIC)
        rest()
        track = self.slider._track()
        y = track.center().y()
        first = QPointF(track.left(), y)
        send_mouse(self.slider, QEvent.Type.MouseButtonPress, first, LEFT, LEFT)
        times = []
        for step in range(1, count + 1):
            way = 1 - abs(1 - 2 * step / count)
            at = QPointF(track.left() + 8 + (track.width() - 16) * way, y)
            start = time.perf_counter()
            self.drag_to(at)
            times.append(1000 * (time.perf_counter() - start))
        send_mouse(self.slider, QEvent.Type.MouseButtonRelease, first, LEFT, NONE)
        return times

    def moments(self, count):
        """Return the time of each frame, ms, while time is dragged from minutes to years."""
        self.window._store.select_region("amygdala")
        self.window._store.set_timeline(True)
        rest()
        strip = self.window.findChild(QWidget, "time_strip")
        y = strip.height() / 2
        points = [QPointF(strip.width() * step / count, y) for step in range(1, count)]
        send_mouse(strip, QEvent.Type.MouseButtonPress, points[0], LEFT, LEFT)
        times, hours = [], set()
        for point in points:
            start = time.perf_counter()
            send_mouse(strip, QEvent.Type.MouseMove, point, NONE, LEFT)
            QCoreApplication.processEvents()
            times.append(1000 * (time.perf_counter() - start))
            hours.add(self.window._store.state.hour)
        send_mouse(strip, QEvent.Type.MouseButtonRelease, points[-1], LEFT, NONE)
        assert len(hours) > 10, "time did not move"
        return times

    def drag_to(self, point):
        """Move the mouse and let everything that follows be painted."""
        before = self.slider.value()
        painted = self.slider_watch.count
        send_mouse(self.slider, QEvent.Type.MouseMove, point, NONE, LEFT)
        QCoreApplication.processEvents()
        while self.slider.value() != before and self.slider_watch.count == painted:
            QCoreApplication.processEvents()


def rest(seconds=_REST_SECONDS):
    """Let the program do what it does when nobody acts."""
    until = time.perf_counter() + seconds
    while time.perf_counter() < until:
        QCoreApplication.processEvents()
        time.sleep(0.002)


def main():
    app = QApplication([])
    session = Session()
    clicks = session.clicks(int(os.environ["BENCH_CLICKS"]))
    scrubs = session.scrubs(int(os.environ["BENCH_STEPS"]))
    moments = session.moments(int(os.environ["BENCH_STEPS"]))
    print(json.dumps({"clicks": clicks, "scrubs": scrubs, "moments": moments}))  # noqa: T201
    session.window.close()
    app.quit()


main()
