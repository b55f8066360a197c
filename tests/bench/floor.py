"""In a process of its own: the least that a Qt program in Python must do to show something."""

import json
import os
import time

from PySide6.QtWidgets import QApplication, QLabel, QMainWindow


class _Label(QLabel):
    painted = False

    def paintEvent(self, event):
        super().paintEvent(event)
        self.painted = True


def main():
    app = QApplication([])
    window = QMainWindow()
    label = _Label("Brain")
    window.setCentralWidget(label)
    window.show()
    while not label.painted:
        app.processEvents()
    painted = time.perf_counter()
    from tests.bench.probe import resident_mib

    start = float(os.environ["BENCH_START"])
    print(json.dumps({"painted": 1000 * (painted - start), "memory": resident_mib()}))  # noqa: T201


main()
