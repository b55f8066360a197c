"""The faces of the window: Inter in a few sizes."""

from enum import Enum
from functools import cache, lru_cache

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontDatabase, QFontMetrics

from explorer import assets

_FAMILY = "Inter"
_FILES = ("Inter-Regular.otf", "Inter-SemiBold.otf")


class Role(Enum):
    """What a text is for: size in px and weight."""

    NAME = (28, QFont.Weight.DemiBold)
    HEADING = (21, QFont.Weight.DemiBold)
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


@cache
def font(role: Role) -> QFont:
    """Return the font for a role; shared, so copy it before changing it."""
    size, weight = role.value
    face = QFont(_FAMILY)
    face.setPixelSize(size)
    face.setWeight(weight)
    return face


@lru_cache(maxsize=4096)
def wrapped_height(role: Role, width: int, text: str) -> int:
    """Return the height of a text that wraps at a width, both px."""
    room = QRect(0, 0, width, 100_000)
    return QFontMetrics(font(role)).boundingRect(room, Qt.TextFlag.TextWordWrap, text).height()


@lru_cache(maxsize=4096)
def text_width(role: Role, text: str) -> int:
    """Return the width of a text on one line, px."""
    return QFontMetrics(font(role)).horizontalAdvance(text)
