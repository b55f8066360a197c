"""What happens to an exception that no one else caught."""

import sys
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, qVersion
from PySide6.QtWidgets import QApplication, QWidget

from explorer import __version__
from explorer.i18n import Words

if TYPE_CHECKING:
    from explorer.widgets.messages import ReportDialog


class FaultReporter(QObject):
    """Catches what no one else caught: one dialog, and the window lives on.

    Args:
        window: parent of the dialog.
        words: interface texts.
    """

    def __init__(self, window: QWidget, words: Words) -> None:
        super().__init__(window)
        self._window = window
        self._words = words
        self._dialog: ReportDialog | None = None

    def set_words(self, words: Words) -> None:
        """Choose the language of the next dialog."""
        self._words = words

    def install(self) -> None:
        """Become the interpreter's last resort for exceptions."""
        sys.excepthook = self.report

    def report(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Show an exception, with what is needed to find its cause."""
        sys.__excepthook__(kind, error, trace)
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        import platform
        import traceback

        from explorer.widgets.messages import ReportDialog

        lines = traceback.format_exception(kind, error, trace)
        head = (
            f"MDMA Brain Explorer {__version__}, Qt {qVersion()}, "
            f"Python {platform.python_version()}, {platform.platform()}\n"
        )
        if self._dialog is None:
            self._dialog = ReportDialog(self._words, self._window)
            self._dialog.destroyed.connect(self._on_dialog_destroyed)
            self._dialog.add(head)
            self._dialog.show()
        self._dialog.add("".join(lines))

    def _on_dialog_destroyed(self) -> None:
        self._dialog = None
