"""What leaves the window: an address to the person's browser, a citation to the clipboard."""

from explorer.domain.reference import Reference


def open_link(link: str) -> None:
    """Open an address in the person's browser; the program itself opens no connection."""
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDesktopServices

    QDesktopServices.openUrl(QUrl(link))


def citation(reference: Reference, form: str) -> str:
    """Return a citation as text, or as BibTeX when the form is `bibtex`."""
    from explorer.export.citations import as_bibtex, as_text

    return as_bibtex(reference) if form == "bibtex" else as_text(reference)
