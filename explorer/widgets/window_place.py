"""Where the window stands: at first, and as it was left."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

_FIRST = (1440, 900)
_TITLE_BAR = 40


def first_size(screen: QSize) -> QSize:
    """Return how large the window is at first, on a screen with this much room."""
    return QSize(min(_FIRST[0], screen.width()), min(_FIRST[1], screen.height() - _TITLE_BAR))


def written(window: QWidget) -> str:
    """Return the place of a window as text, for the settings."""
    import base64

    return base64.b64encode(window.saveGeometry().data()).decode()


def restore(window: QWidget, text: str) -> None:
    """Put a window where it was left; an empty text leaves it where it is."""
    if text:
        import base64

        window.restoreGeometry(base64.b64decode(text))
