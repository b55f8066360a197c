"""The faces of the window: Inter in four sizes."""

from enum import Enum

from PySide6.QtGui import QFont, QFontDatabase

from explorer import assets

_FAMILY = "Inter"
_FILES = ("Inter-Regular.otf", "Inter-SemiBold.otf")


class Role(Enum):
    """What a text is for: size in px and weight."""

    NAME = (28, QFont.Weight.DemiBold)
    SECTION = (16, QFont.Weight.DemiBold)
    LEAD = (15, QFont.Weight.DemiBold)
    BODY = (15, QFont.Weight.Normal)
    META = (13, QFont.Weight.Normal)
    META_STRONG = (13, QFont.Weight.DemiBold)
    SMALL = (12, QFont.Weight.Normal)


def load_fonts() -> None:
    """Make the shipped faces known. Where a file is missing, the system's own face is used."""
    for name in _FILES:
        QFontDatabase.addApplicationFont(str(assets.path("fonts", name)))


def font(role: Role) -> QFont:
    """Return the font for a role."""
    size, weight = role.value
    face = QFont(_FAMILY)
    face.setPixelSize(size)
    face.setWeight(weight)
    return face
