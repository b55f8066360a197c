"""One claim: a header that is always there, and details that open in place."""

from __future__ import annotations  # the details are loaded when a card is first opened

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from explorer.canvas.fill import fill_box
from explorer.canvas.glyph import hatch_brush
from explorer.canvas.palette import Palette
from explorer.domain.reference import Reference
from explorer.domain.vocabulary import Effect, Language
from explorer.i18n import Words
from explorer.widgets.card_content import CardContent
from explorer.widgets.card_header import CardHeader
from explorer.widgets.column import Column

if TYPE_CHECKING:
    from explorer.widgets.claim_details import ClaimDetails

_RADIUS = 10.0
_BAR = 4.0


class ClaimCard(Column):
    """Shows a claim. Cards are reused: `show_content` replaces what they say.

    Args:
        parent: the section.
    """

    open_wished = Signal(str, bool)
    """`(claim id, open)`: the header was pressed."""
    pin_wished = Signal(str, bool)
    """`(claim id, pinned)`: keep this card open when another is opened, or not."""
    link_wished = Signal(str)
    """Address to open in the person's browser."""
    copy_wished = Signal(Reference, str)
    """`(reference, form)`: citation for the clipboard."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("claim_card")
        self._content: CardContent | None = None
        self._words: Words | None = None
        self._palette: Palette | None = None
        self._is_open = False
        self._is_pinned = False
        self._header = CardHeader(self)
        self._header.clicked.connect(self._on_header_clicked)
        self._details: ClaimDetails | None = None
        self._written: tuple[CardContent, Language, Palette] | None = None
        self.add(self._header)

    @property
    def content(self) -> CardContent | None:
        """What the card says now."""
        return self._content

    @property
    def is_open(self) -> bool:
        """Whether its details can be read."""
        return self._is_open

    def tab_stops(self) -> list[QWidget]:
        """What Tab walks: the header, then what the open card offers."""
        inside = self._details.tab_stops() if self._details is not None else []
        return [self._header, *inside]

    def set_palette(self, palette: Palette) -> None:
        """Choose the colours."""
        self._palette = palette
        self._header.set_palette(palette)
        self._write_details()
        self.update()

    def show_content(
        self, content: CardContent, words: Words, *, is_open: bool, is_pinned: bool
    ) -> None:
        """Show a claim, open or closed."""
        self._content, self._words = content, words
        self._is_open, self._is_pinned = is_open, is_pinned
        self._header.show_content(content)
        self._header.setChecked(is_open)
        self._write_details()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card and the coloured bar at its left."""
        del event
        if self._palette is None or self._content is None:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            shape = QPainterPath()
            shape.addRoundedRect(box, _RADIUS, _RADIUS)
            painter.fillPath(shape, self._palette.color("panel"))
            color = self._palette.effect(self._content.effect)
            if self._content.effect is Effect.UNKNOWN:
                faint = self._palette.color("line")
                painter.fillPath(shape, hatch_brush(faint.name(), self.devicePixelRatioF()))
            painter.save()
            painter.setClipPath(shape)
            if self._content.effect is Effect.UNKNOWN:
                painter.setPen(QPen(color, _BAR * 2, Qt.PenStyle.DashLine))
                painter.drawLine(box.topLeft(), box.bottomLeft())
            else:
                bar = QRectF(box.left(), box.top(), _BAR, box.height())
                fill_box(painter, bar, color)
            painter.restore()
            painter.setPen(QPen(self._palette.color("line"), 1))
            painter.drawPath(shape)

    def _write_details(self) -> None:
        """Write the details when first opened, and anew when what they say has changed."""
        if self._content is None or self._words is None or self._palette is None:
            return
        written = (self._content, self._words.language, self._palette)
        if self._details is not None and (not self._is_open or written != self._written):
            self.remove(self._details)
            self._details.hide()
            self._details.setParent(None)
            self._details.deleteLater()
            self._details = None
        if self._is_open and self._details is None:
            from explorer.widgets.claim_details import ClaimDetails

            self._written = written
            self._details = ClaimDetails(self._content, self._words, self._palette, self)
            self._details.link_wished.connect(self.link_wished)
            self._details.copy_wished.connect(self.copy_wished)
            self._details.pin_wished.connect(self._on_pin_wished)
            self.add(self._details)
            self._details.show()
        if self._details is not None:
            self._details.show_pinned(self._is_pinned)

    def _on_header_clicked(self, checked: bool) -> None:  # noqa: FBT001 - Qt's signature
        if self._content is not None:
            self.open_wished.emit(self._content.id, checked)

    def _on_pin_wished(self, pinned: bool) -> None:  # noqa: FBT001 - Qt's signature
        if self._content is not None:
            self.pin_wished.emit(self._content.id, pinned)
