"""What a start may load and may not do."""

import sys

from PySide6.QtWidgets import QLabel

from explorer.domain.vocabulary import Language
from explorer.i18n import words

HEAVY = ("pyqtgraph", "numpy", "yaml", "pydantic", "svgelements", "defusedxml")


def test_start_loads_nothing_heavy(start, root):
    modules = start(root)["modules"]
    packages = {name.partition(".")[0] for name in modules}
    assert packages.isdisjoint(HEAVY), sorted(packages.intersection(HEAVY))
    assert "explorer.widgets.main_window" in modules


def test_start_opens_no_socket(start, root):
    found = start(root)
    assert found["sockets"] == []
    assert not {"socket", "ssl", "PySide6.QtNetwork"}.intersection(found["modules"])


def test_start_reads_the_fast_copies(start, root):
    assert words(Language.EN)("notice.not_baked") not in start(root)["notices"]


def test_calls_into_qt_leave_none_alone(qapp):
    # PySide6 6.12.0 on CPython 3.11 takes one reference to None with each such call.
    label = QLabel()
    before = sys.getrefcount(None)
    for _ in range(2000):
        label.setNum(7)
    assert sys.getrefcount(None) > before - 500
    label.deleteLater()
