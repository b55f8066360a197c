"""Opens the client view on two screens, and tells what happened as one line of JSON."""

import json

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from explorer.app import build_window


def main() -> None:
    app = QApplication([])
    window = build_window(["--language", "en", "--region", "hippocampus"])
    window.setScreen(app.screens()[0])
    window.show()
    window.complete()
    QTest.qWaitForWindowExposed(window)
    window.activateWindow()
    canvas = window.findChild(QWidget, "brain_canvas")
    canvas.setFocus()
    app.processEvents()
    QTest.keyClick(canvas, Qt.Key.Key_F11)
    app.processEvents()
    view = window.findChild(QWidget, "client_view")
    told = {"first": _where(window, view), "focus stays": canvas.hasFocus()}
    QTest.keyClick(canvas, Qt.Key.Key_B)
    told["b on the diagram blanks"] = not view.text.isVisible()
    QTest.keyClick(canvas, Qt.Key.Key_B)
    QTest.keyClick(canvas, Qt.Key.Key_X)
    app.processEvents()
    told["swapped"] = _where(window, view)
    window._store.select_region("amygdala")
    QTest.keyClick(canvas, Qt.Key.Key_F11)
    app.processEvents()
    told["ended"] = [window.screen().name(), view.isVisible()]
    told["place stays"] = window._store.state.region
    print(json.dumps(told))  # noqa: T201
    window.close()


def _where(window: QWidget, view: QWidget) -> list[str]:
    return [window.screen().name(), view.screen().name()]


main()
