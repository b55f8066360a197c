"""Writing a text to a file: all of it, or nothing."""

from PySide6.QtCore import QIODevice, QSaveFile


def save_text(path: str, text: str) -> str:
    """Write a text as UTF-8. What was there stays as it was when this fails.

    Returns:
        Why it failed, in the system's words; empty when it did not.
    """
    file = QSaveFile(path)
    if not file.open(QIODevice.OpenModeFlag.WriteOnly):
        return file.errorString()
    if file.write(text.encode()) < 0 or not file.commit():
        return file.errorString()
    return ""
