"""Every dialog of the program. Nothing here is needed for reading."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from explorer import __version__
from explorer.domain.library import Library
from explorer.i18n import Words


class ReportDialog(QDialog):
    """Tells that something went wrong, with a report that can be copied.

    Args:
        words: interface texts.
        parent: the window, which lives on.
    """

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("report_dialog")
        self.setWindowTitle(words("report.title"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        text = QLabel(words("report.text"), self)
        text.setWordWrap(True)
        self._report = QPlainTextEdit(self)
        self._report.setObjectName("report_text")
        self._report.setReadOnly(True)
        self._report.setAccessibleName(words("report.title"))
        copy = QPushButton(words("report.copy"), self)
        copy.setObjectName("report_copy")
        copy.clicked.connect(self._on_copy_clicked)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.button(QDialogButtonBox.StandardButton.Close).setText(words("notice.close"))
        buttons.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(text)
        column.addWidget(self._report)
        column.addWidget(buttons)
        self.resize(640, 380)

    @property
    def report(self) -> str:
        """The whole report."""
        return self._report.toPlainText()

    def add(self, report: str) -> None:
        """Add a report; several faults share one dialog."""
        self._report.appendPlainText(report)

    def _on_copy_clicked(self) -> None:
        QApplication.clipboard().setText(self.report)


def show_about(parent: QWidget, library: Library, words: Words) -> QMessageBox:
    """Open the box that tells what this is, who made the parts, and under which licences."""
    info = library.info
    box = QMessageBox(parent)
    box.setObjectName("about_box")
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowTitle(words("menu.about"))
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(f"{words('app.title')} {__version__}")
    captions = " ".join(diagram.caption.at(words.language) for diagram in info.diagrams)
    reviewed = info.reviewed_by or words("foot.not_reviewed")
    box.setInformativeText(
        words(
            "about.text",
            title=info.title.at(words.language),
            version=info.version,
            searched=words.month(info.searched),
            reviewed=reviewed,
            review_by=words.month(info.review_by),
            notice=info.notice.at(words.language),
            caption=captions,
        )
    )
    box.setStandardButtons(QMessageBox.StandardButton.Close)
    box.button(QMessageBox.StandardButton.Close).setText(words("notice.close"))
    box.open()
    return box
