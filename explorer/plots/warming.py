"""Loads the plotting library ahead of the first plot, a step at a time while nobody acts."""

import logging
from collections.abc import Callable, Sequence
from functools import partial
from importlib import import_module

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QCursor, QGuiApplication

_LOG = logging.getLogger(__name__)
_LOOK_MS = 400


Step = Callable[[], object]


def steps(also: Sequence[Step] = ()) -> list[Step]:
    """Return what warming up consists of, in order; none takes longer than a fifth of a second.

    Args:
        also: further steps.
    """
    modules = ("numpy", "pyqtgraph", "explorer.plots.plot_view")
    return [*(partial(import_module, module) for module in modules), *also, _rehearse]


def _rehearse() -> None:
    from explorer.plots.rehearsal import rehearse

    rehearse()


class WarmUp(QObject):
    """Takes one step at each look that finds the pointer at rest; then it is done and goes.

    Args:
        left: what there is to do.
        parent: Qt owner.
    """

    def __init__(self, left: list[Step], parent: QObject) -> None:
        super().__init__(parent)
        self._left = left
        self._pointer = QCursor.pos()
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self._on_look)
        self._timer.start()

    def _on_look(self) -> None:
        pointer, self._pointer = self._pointer, QCursor.pos()
        is_pressed = QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton
        if is_pressed or pointer != self._pointer:
            return
        try:
            self._left.pop(0)()
        except Exception:
            # The page says what is wrong when somebody opens it; nobody asked for anything yet.
            _LOG.exception("plots could not be warmed up")
            self._left.clear()
        if not self._left:
            self._timer.stop()
            self.deleteLater()
