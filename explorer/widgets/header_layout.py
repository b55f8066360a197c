"""Where the parts of a closed card lie. Worked out once for each text and width."""

from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect

from explorer.widgets.card_content import CardContent
from explorer.widgets.strength_meter import meter_size
from explorer.widgets.typeface import Role, text_width, wrapped_height

PAD_X = 14
PAD_Y = 10
_SIGN = 30
_CHEVRON = 22
_LINE_GAP = 6
_WHO_GAP = 12


class HeaderLayout(NamedTuple):
    """Boxes in px, relative to the header.

    Attributes:
        place: name of the place; without height when there is none.
        statement: the claim.
        strength: corner of the strength meter.
        who: who was studied: beside the strength or, when that is too long, below it.
        height: height of the whole header.
    """

    place: QRect
    statement: QRect
    strength: QPoint
    who: QRect
    height: int


def header_layout(content: CardContent, width: int) -> HeaderLayout:
    """Lay out a closed card at a width, px."""
    who = who_text(content)
    return _layout(content.place, content.statement, content.strength_word, who, width)


def closed_height(content: CardContent, width: int) -> int:
    """Return the height of a closed card at a width, both px."""
    return header_layout(content, width).height


def who_text(content: CardContent) -> str:
    """Return who was studied, with the mark of a retracted or corrected paper."""
    return " · ".join(part for part in (content.who, content.mark) if part)


@lru_cache(maxsize=4096)
def _layout(place: str, statement: str, strength_word: str, who: str, width: int) -> HeaderLayout:
    left = PAD_X + _SIGN
    text_room = max(width - left - _CHEVRON - PAD_X, 80)
    place_height = wrapped_height(Role.META_STRONG, text_room, place) if place else 0
    place_box = QRect(left, PAD_Y, text_room, place_height)
    top = PAD_Y + place_height
    statement_height = wrapped_height(Role.BODY, text_room, statement)
    statement_box = QRect(left, top, text_room, statement_height)
    top += statement_height + _LINE_GAP
    meter = meter_size(strength_word)
    beside = left + meter.width() + _WHO_GAP
    who_box = QRect(beside, top, width - beside - PAD_X, wrapped_height(Role.META, width, who))
    if text_width(Role.META, who) > who_box.width():
        below = top + meter.height() + 2
        who_box = QRect(left, below, text_room, wrapped_height(Role.META, text_room, who))
    bottom = max(who_box.bottom() + 1, top + meter.height())
    return HeaderLayout(place_box, statement_box, QPoint(left, top), who_box, bottom + PAD_Y)
