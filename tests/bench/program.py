"""In a process of its own: start the program, and click as soon as there is something to click."""

import gc

gc.disable()  # as the command line does before anything else

# ruff: noqa: E402
import json
import os
import time

from explorer.app import start

_REST_SECONDS = 1.0


def main():
    app, window, settle = start(["--language", "en"])
    stages = {"built": time.perf_counter()}
    from PySide6.QtCore import QCoreApplication
    from PySide6.QtWidgets import QLabel, QWidget

    from tests.bench.probe import PaintWatch, click, region_point, resident_mib, shows_picture

    canvas = window.findChild(QWidget, "brain_canvas")
    region_panel = window.findChild(QWidget, "region_panel")
    brain, panel = PaintWatch(type(canvas)), PaintWatch(type(region_panel))
    brain.wait(window.show)
    stages["painted"] = time.perf_counter()
    panel.wait(lambda: click(canvas.viewport(), region_point(canvas, "amygdala")))
    stages["interactive"] = time.perf_counter()
    settle()
    # What follows proves that the moments above were what they are called, and costs no time there.
    until = time.perf_counter() + _REST_SECONDS
    while time.perf_counter() < until:
        QCoreApplication.processEvents()
        time.sleep(0.005)
    memory = resident_mib()
    notices = [label.text() for label in window.findChildren(QLabel, "notice_text")]
    from explorer.domain.vocabulary import Language
    from explorer.i18n import words

    is_baked = words(Language.EN)("notice.not_baked") not in notices
    heading = region_panel.findChild(object, "acute_section")
    assert heading.isVisible(), "the click did not show what is known"
    assert shows_picture(canvas), "there is no brain in the picture"
    begin = float(os.environ["BENCH_START"])
    spent = {name: 1000 * (moment - begin) for name, moment in stages.items()}
    print(json.dumps(spent | {"memory": memory, "baked": is_baked}))  # noqa: T201
    window.close()
    app.quit()


main()
