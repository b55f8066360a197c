"""Writes out how two sides differ: the difference first, then each side by itself."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from explorer.widgets.column import Column
from explorer.widgets.compare_words import SideTold, Told
from explorer.widgets.reading_page import reading_label
from explorer.widgets.typeface import Role

_GUTTER = 24


def write_differences(column: Column, about: str, told: Sequence[Told], closing: str) -> None:
    """Write on an empty column.

    Args:
        column: where to write.
        about: what both sides have in common; may be empty.
        told: one for each phase.
        closing: what is said at the end, or instead.
    """
    if about:
        column.add(_label(Role.HEADING, about, column))
    for part in told:
        column.add(_label(Role.SECTION, part.heading, column))
        column.add(_label(Role.BODY, part.difference, column))
        column.add(_pair(part, column))
    column.add(_label(Role.META if told else Role.BODY, closing, column))


def _pair(part: Told, parent: QWidget) -> QWidget:
    pair = QWidget(parent)
    row = QHBoxLayout(pair)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(_GUTTER)
    for told in (part.left, part.right):
        row.addWidget(_side(told, pair), 1)
    return pair


def _side(told: SideTold, parent: QWidget) -> Column:
    column = Column(parent, spacing=3)
    column.add(_label(Role.LEAD, told.line, column))
    for role, text in ((Role.BODY, told.summary), (Role.META, told.counts)):
        if text:
            column.add(_label(role, text, column))
    return column


def _label(role: Role, text: str, parent: QWidget) -> QLabel:
    label = reading_label(role, text, parent)
    label.setObjectName("compare_text")
    return label
