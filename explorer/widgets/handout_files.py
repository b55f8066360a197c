"""Saving, opening and giving away a handout: asks where, does it, and says what became of it."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from explorer.domain.handout import Handout
from explorer.domain.library import Library
from explorer.i18n import Words
from explorer.state.handout_file import ENDING, HandoutFileError, read_handout, write_handout
from explorer.widgets.diagram_shelf import DiagramShelf
from explorer.widgets.pin_rows import missing_count

_ENDINGS = {"pdf": ".pdf", "web": ".html", "save": ENDING, "open": ENDING}


class HandoutFiles(QObject):
    """Works on the handout that it is given with each wish.

    Args:
        library: the pack.
        shelf: its diagrams.
        parent: the page, over which it asks.
    """

    opened = Signal(Handout)
    """A file was read."""
    said = Signal(str)
    """What became of a wish, in one line."""

    def __init__(self, library: Library, shelf: DiagramShelf, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self._library = library
        self._shelf = shelf
        self._wish: tuple[str, Handout, str, Words] | None = None

    def ask(self, output: str, handout: Handout, paper: str, words: Words) -> None:
        """Ask for a file, then do with it what is wished.

        Args:
            output: `pdf`, `web`, `save` or `open`.
            handout: what is saved.
            paper: for a PDF.
            words: texts in the language of the window.
        """
        ending = _ENDINGS[output]
        dialog = QFileDialog(self._over, words(f"handout.{output}"))
        dialog.setObjectName("handout_dialog")
        dialog.setNameFilter(f"{words(f'handout.files_{output}')} (*{ending})")
        if output == "open":
            dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        else:
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            dialog.setDefaultSuffix(ending.removeprefix("."))
            dialog.selectFile(f"{words('handout.file_name')}{ending}")
        dialog.fileSelected.connect(self._on_file)
        dialog.finished.connect(dialog.deleteLater)
        self._wish = (output, handout, paper, words)
        dialog.open()

    def _on_file(self, name: str) -> None:
        assert self._wish is not None, "it was asked for"
        output, handout, paper, words = self._wish
        path = Path(name)
        if output == "open":
            self._open(path, words)
            return
        try:
            self._write(output, path, handout, paper)
        except OSError as error:
            why = error.strerror or str(error)
            self.said.emit(words("handout.not_saved", file=path.name, why=why))
        else:
            self.said.emit(words("handout.saved", file=path.name))

    def _write(self, output: str, path: Path, handout: Handout, paper: str) -> None:
        if output == "save":
            write_handout(path, handout)
            return
        from explorer.widgets import handout_output

        if output == "pdf":
            handout_output.save_pdf(path, self._library, self._shelf, handout, paper)
        else:
            handout_output.save_web_page(path, self._library, self._shelf, handout)

    def _open(self, path: Path, words: Words) -> None:
        try:
            handout = read_handout(path)
        except HandoutFileError as error:
            self.said.emit(fault_text(error, words))
            return
        self.opened.emit(handout)
        gone = missing_count(self._library, handout)
        key = "handout.opened_missing" if gone else "handout.opened"
        self.said.emit(words(key, file=path.name, n=len(handout.pins), missing=gone))


def fault_text(error: HandoutFileError, words: Words) -> str:
    """Say in the person's language which file cannot be opened, where, why, and what to do."""
    problem = error.problem
    return words(
        f"handout.fault.{error.kind}",
        file=problem.file,
        line=problem.line,
        part=error.part,
    )
