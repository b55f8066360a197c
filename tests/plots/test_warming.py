"""Loading the plotting library when nobody acts."""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = """
import sys, json, time
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication
app = QApplication([])
from explorer.plots import warm_up_when_idle
from explorer.widgets import page_stack, main_window
before = "pyqtgraph" in sys.modules
warm_up_when_idle(app)
at_once = "pyqtgraph" in sys.modules
until = time.monotonic() + 20
def is_warming():
    return any(type(child).__name__ == "WarmUp" for child in app.children())
while is_warming() and time.monotonic() < until:
    QCoreApplication.processEvents()
    app.sendPostedEvents(None, 52)
    time.sleep(0.01)
is_loaded = "explorer.plots.plot_view" in sys.modules
print(json.dumps([before, at_once, is_loaded, is_warming()]))
"""


def test_plots_are_loaded_in_steps_and_only_after_being_asked():
    environment = os.environ | {"PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", SCRIPT],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    before, at_once, is_loaded, is_warming = json.loads(done.stdout.splitlines()[-1])
    assert (before, at_once, is_loaded, is_warming) == (False, False, True, False)


def test_a_rehearsal_leaves_no_widget(qapp):
    from explorer.plots import warm_up

    before = set(qapp.topLevelWidgets())
    warm_up()
    qapp.sendPostedEvents(None, 52)
    assert set(qapp.topLevelWidgets()) <= before
