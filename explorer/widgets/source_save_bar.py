"""Copies the selected sources, or saves them for a reference manager."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QSizePolicy, QWidget

from explorer.domain.reference import Reference
from explorer.export.citations import as_bibtex, as_text
from explorer.export.csl import as_csl_json
from explorer.export.ris import as_ris
from explorer.export.save import save_text
from explorer.i18n import Words
from explorer.widgets.quiet_button import QuietButton
from explorer.widgets.typeface import Role, font


class Form(QuietButton):
    """Asks for the selection in one form.

    Args:
        form: name of the form.
        ending: how the name of a file of this form ends.
        write: makes the file's text.
        parent: Qt owner.
    """

    wished = Signal(QuietButton)
    """The person wants this form; comes with the button itself."""

    def __init__(
        self, form: str, ending: str, write: Callable[[Sequence[Reference]], str], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName(f"sources_save_{ending}")
        self.form = form
        self.ending = ending
        self.write = write
        self.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        self.wished.emit(self)


class SourceSaveBar(QWidget):
    """Buttons for the selection, and one line that says what became of it.

    Args:
        parent: Qt owner.
    """

    text_copied = Signal(str)
    """Citations for the clipboard."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._works: list[Reference] = []
        self._words: Words | None = None
        self._copy = QuietButton(self)
        self._copy.setObjectName("sources_copy")
        self._copy.clicked.connect(self._on_copy)
        self._forms = (
            Form("BibTeX", "bib", _all_bibtex, self),
            Form("RIS", "ris", _all_ris, self),
            Form("CSL-JSON", "json", as_csl_json, self),
        )
        self._message = QLabel(self)
        self._message.setObjectName("sources_message")
        self._message.setFont(font(Role.META))
        self._message.setWordWrap(True)
        self._message.setTextFormat(Qt.TextFormat.PlainText)
        self._message.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._message.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._copy)
        for button in self._forms:
            button.wished.connect(self._on_wished)
            row.addWidget(button)
        row.addWidget(self._message, 1)

    def set_words(self, words: Words) -> None:
        """Choose the language."""
        self._words = words
        self._message.clear()
        self.show_works(self._works)

    def show_works(self, works: list[Reference]) -> None:
        """Offer these works; without any, nothing can be pressed."""
        if works != self._works:
            self._message.clear()
        self._works = works
        if self._words is None:
            return
        count = len(works)
        self._copy.setText(self._words("sources.copy"))
        for form in self._forms:
            form.setText(self._words("sources.save", form=form.form))
        buttons: tuple[QuietButton, ...] = (self._copy, *self._forms)
        for button in buttons:
            button.setEnabled(bool(works))
            button.setAccessibleDescription(self._words("sources.selected", n=count))
            button.updateGeometry()
        if not self._message.text():
            key = "sources.selected" if count else "sources.select_first"
            self._message.setText(self._words(key, n=count))

    def _on_copy(self) -> None:
        self.text_copied.emit("\n".join(as_text(work) for work in self._works))

    def _on_wished(self, button: QuietButton) -> None:
        """Ask where to save; the dialog itself asks before it replaces a file."""
        if self._words is None or not isinstance(button, Form):
            return
        dialog = QFileDialog(self, self._words("sources.save_title", form=button.form))
        dialog.setObjectName("sources_dialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(f"{button.form} (*.{button.ending})")
        dialog.setDefaultSuffix(button.ending)
        dialog.selectFile(f"{self._words('sources.file_name')}.{button.ending}")
        dialog.fileSelected.connect(self._on_file)
        self._wished = button
        dialog.open()

    def _on_file(self, path: str) -> None:
        assert self._words is not None, "the dialog was opened in a language"
        works = self._works
        failed = save_text(path, self._wished.write(works))
        name = Path(path).name
        if failed:
            text = self._words("sources.not_saved", file=name, why=failed)
        else:
            text = self._words("sources.saved", n=len(works), file=name)
        self._message.setText(text)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))


def _all_bibtex(works: Sequence[Reference]) -> str:
    return "\n".join(as_bibtex(work) for work in works)


def _all_ris(works: Sequence[Reference]) -> str:
    return "\n".join(as_ris(work) for work in works)
