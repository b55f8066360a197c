"""Plots of the studies' own numbers. Only here are pyqtgraph and numpy known.

They take about a quarter of a second to load, so nothing outside imports this package's modules
before a plot is asked for. Warming up loads them ahead of that, when the program is idle.
"""

from __future__ import annotations  # a start names only the function below

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QObject


def warm_up(*also: Callable[[], object]) -> None:
    """Load everything that plots need, at once.

    Args:
        also: further steps.
    """
    from explorer.plots.warming import steps

    for step in steps(also):
        step()


def warm_up_when_idle(parent: QObject, *also: Callable[[], object]) -> None:
    """Load everything that plots need in steps, each when the pointer is at rest.

    Args:
        parent: ends the warming when it goes.
        also: further steps.
    """
    from explorer.plots.warming import WarmUp, steps

    WarmUp(steps(also), parent)
