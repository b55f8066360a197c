"""What a cell says of which nothing is known: that, what was looked for, when, and why."""

from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QWidget

from explorer.canvas.glyph import hatch_brush
from explorer.canvas.palette import Palette
from explorer.domain.claim import Gap
from explorer.i18n import Words
from explorer.widgets.column import Column
from explorer.widgets.typeface import Role, font

_RADIUS = 10.0
_BAR = 8.0


class GapContent(NamedTuple):
    """A gap, written out.

    Attributes:
        title: that no study was found.
        why: why there is none.
        sought: what was looked for.
        date: when the literature was searched.
    """

    title: str
    why: str
    sought: str
    date: str


def gap_content(gap: Gap, words: Words) -> GapContent:
    """Write out a gap."""
    return GapContent(
        words("panel.gap"),
        gap.why.at(words.language),
        f"{words('card.sought')}: {gap.sought.at(words.language)}",
        words("card.searched", date=words.month(gap.date)),
    )


class GapNote(Column):
    """A hatched card: the same sign as on the brain.

    Args:
        parent: the section.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, margins=(16, 10, 14, 12), spacing=5)
        self.setObjectName("gap_note")
        self._palette: Palette | None = None
        self._title = self._label("gap_note_title", Role.LEAD)
        self._why = self._label("gap_note_why", Role.BODY)
        self._sought = self._label("gap_note_sought", Role.META)
        self._date = self._label("gap_note_date", Role.META)

    def set_palette(self, palette: Palette) -> None:
        """Choose the colours."""
        self._palette = palette
        for label in (self._sought, self._date):
            colors = label.palette()
            colors.setColor(label.foregroundRole(), palette.color("soft"))
            label.setPalette(colors)
        self.update()

    def show_content(self, content: GapContent) -> None:
        """Show a gap."""
        self._title.setText(content.title)
        self._why.setText(content.why)
        self._sought.setText(content.sought)
        self._date.setText(content.date)
        self.setAccessibleName(content.title)
        self.setAccessibleDescription(f"{content.why} {content.sought}. {content.date}.")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card."""
        del event
        if self._palette is None:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            shape = QPainterPath()
            shape.addRoundedRect(box, _RADIUS, _RADIUS)
            line = self._palette.color("line")
            painter.fillPath(shape, hatch_brush(line.name(), self.devicePixelRatioF()))
            # The words stand on a calm ground; the hatch shows around them.
            inner = box.adjusted(_BAR, 5, -5, -5)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._palette.color("panel"))
            painter.drawRoundedRect(inner, _RADIUS - 4, _RADIUS - 4)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(line, 1))
            painter.drawPath(shape)

    def _label(self, name: str, role: Role) -> QLabel:
        label = QLabel(self)
        label.setObjectName(name)
        label.setFont(font(role))
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.add(label)
        return label
