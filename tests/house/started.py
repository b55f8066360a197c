"""Run in a process of its own: starts the program until it is painted, and tells what that took.

Prints one line of JSON. The audit hook stands before any import, so that nothing slips by.
"""

import sys

SOCKETS: list[str] = []


def _note(event: str, _arguments: tuple[object, ...]) -> None:
    if event.startswith("socket."):
        SOCKETS.append(event)


sys.addaudithook(_note)


def main() -> None:
    before = set(sys.modules)
    from PySide6.QtCore import QCoreApplication
    from PySide6.QtWidgets import QApplication

    from explorer import assets
    from explorer.app import build_window
    from explorer.canvas.brain_canvas import BrainCanvas

    app = QApplication([])
    window = build_window(["--language", "en", "--region", "amygdala"])
    painted = []
    paint = BrainCanvas.paintEvent

    def paint_and_note(canvas: BrainCanvas, event: object) -> None:
        paint(canvas, event)
        painted.append(True)

    BrainCanvas.paintEvent = paint_and_note
    window.show()
    while not painted:
        QCoreApplication.processEvents()
    modules = sorted(set(sys.modules) - before)
    notices = [bar.text() for bar in window.findChildren(object, "notice_text") if bar.isVisible()]
    import json

    found = {
        "modules": modules,
        "sockets": SOCKETS,
        "assets": str(assets.folder()),
        "notices": notices,
    }
    print(json.dumps(found))  # noqa: T201
    window.close()
    app.quit()


main()
