"""The face in which things leave the program."""

from PySide6.QtGui import QFont

_FAMILY = "Inter"


def face(size: int) -> QFont:
    """Return the shipped face at a size in px, such that every sign in a PDF can be searched for.

    Signs that suit their neighbours, such as a hyphen between capitals, stand for no letter there.
    """
    found = QFont(_FAMILY)
    found.setPixelSize(size)
    found.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    found.setFeature(QFont.Tag("calt"), 0)
    return found
