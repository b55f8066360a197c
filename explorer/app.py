"""Builds the window, and runs it."""

from __future__ import annotations  # Qt is loaded by whoever asks for a window

import sys
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from explorer.quick_start import quick_start, settle

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QMainWindow

    from explorer.widgets.main_window import MainWindow

_SETTLED_MS = 1000
_IDLE_MS = 3000


def build_window(arguments: Sequence[str] = ()) -> QMainWindow:
    """Build the whole window from command-line arguments.

    The caller owns the `QApplication`, which must exist.

    Args:
        arguments: as on the command line, without the program's name.

    Returns:
        The window, not yet shown.

    Raises:
        OptionError: for a wrong option or value.
        PackError: when the program's own pack cannot be used.
    """
    with quick_start():
        from PySide6.QtWidgets import QApplication

        from explorer.assembly import assemble, prepare
        from explorer.options import parse

        app = QApplication.instance()
        assert isinstance(app, QApplication), "the caller makes the QApplication"
        return assemble(app, prepare(parse(arguments)))


class Started(NamedTuple):
    """A program that has begun.

    Attributes:
        application: Qt's.
        window: the window, not yet shown.
        settle: to be called once the window has been used for a moment: it ends the hurry.
    """

    application: QApplication
    window: MainWindow
    settle: Callable[[], None]


def start(arguments: Sequence[str]) -> Started:
    """Make application and window, in the way that takes the least time in a new process.

    Args:
        arguments: as on the command line, without the program's name.

    Raises:
        OptionError: for a wrong option or value.
        PackError: when the program's own pack cannot be used.
    """
    from explorer.options import NAME, parse

    options = parse(arguments)
    with ExitStack() as hurry:
        hurry.callback(settle)
        hurry.enter_context(quick_start())
        from PySide6.QtWidgets import QApplication

        from explorer.assembly import assemble, prepare

        prepared = prepare(options)
        # Asked for here, because QApplication.setStyle would load all enumerations of QStyle.
        app = QApplication([NAME, "-style", "fusion"])
        app.setApplicationName(NAME)
        app.setApplicationDisplayName("MDMA Brain Explorer")
        app.setDesktopFileName(NAME)
        return Started(app, assemble(app, prepared), hurry.pop_all().close)


def run(arguments: Sequence[str]) -> int:
    """Show the window and run the event loop. Returns the exit code."""
    from explorer.options import NAME, OptionError
    from explorer.pack.pack_error import PackError

    try:
        app, window, settle_down = start(arguments)
    except OptionError as error:
        sys.stderr.write(f"{NAME}: {error}\n")
        return 2
    except PackError as error:
        sys.stderr.write(f"{NAME}: the program's own content cannot be used\n{error}\n")
        return 1
    from PySide6.QtCore import QTimer

    window.faults.install()
    window.show()
    QTimer.singleShot(_SETTLED_MS, settle_down)  # a first click still loads modules
    QTimer.singleShot(_IDLE_MS, window, partial(_prepare_plots, window))
    return app.exec()


def _prepare_plots(window: MainWindow) -> None:
    """Load what the page of numbers needs, so that the first plot is there at once."""
    from importlib import import_module

    from explorer.plots import warm_up_when_idle

    library = window.library
    page = partial(import_module, "explorer.widgets.numbers_page")
    warm_up_when_idle(window, page, partial(list, library.datasets), partial(list, library.claims))
