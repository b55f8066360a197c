"""The closed card: sign, statement, strength, who. A button that opens the details."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from explorer.canvas.glyph import glyph_path
from explorer.canvas.palette import Palette
from explorer.widgets.card_content import CardContent
from explorer.widgets.strength_meter import StrengthMeter
from explorer.widgets.typeface import Role, font, text_width, wrapped_height

_PAD_X = 14
_PAD_Y = 10
_SIGN = 30
_CHEVRON = 22
_LINE_GAP = 6
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class CardHeader(QAbstractButton):
    """Paints the whole header in one go, because cards are many and clicks must be instant.

    It is checkable: checked means that the card is open.

    Args:
        parent: the card.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("claim_header")
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        # Not Fixed: that would hold the height at the hint's, whatever the width.
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._content: CardContent | None = None
        self._palette: Palette | None = None
        self._heights: dict[int, int] = {}
        self._strength = StrengthMeter(self)

    def set_palette(self, palette: Palette) -> None:
        """Choose the colours."""
        self._palette = palette
        self._strength.set_palette(palette)
        self.update()

    def show_content(self, content: CardContent) -> None:
        """Show a claim."""
        if content == self._content:
            return
        self._content = content
        self._heights.clear()
        self._strength.show_strength(content.strength, content.strength_word)
        self.setAccessibleName(content.spoken)
        self._place_strength()
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """The statement wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that shows everything at a width, both px."""
        if width not in self._heights:
            self._heights[width] = self._meta_box(width).bottom() + 1 + _PAD_Y
        return self._heights[width]

    def sizeHint(self) -> QSize:
        """A comfortable width."""
        return QSize(320, self.heightForWidth(320))

    def minimumSizeHint(self) -> QSize:
        """As narrow as the panel gets."""
        return QSize(200, 40)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the strength under the statement."""
        super().resizeEvent(event)
        self._place_strength()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open and close with Enter as well as Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint sign, place, statement, who and chevron."""
        del event
        content, palette = self._content, self._palette
        if content is None or palette is None:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            width = self.width()
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.effect(content.effect))
            painter.drawPath(glyph_path(content.effect, QPointF(_PAD_X + 8, _PAD_Y + 10), 14))
            if content.place:
                painter.setFont(font(Role.META_STRONG))
                painter.setPen(palette.color("soft"))
                painter.drawText(self._place_box(width), _WRAP, content.place)
            painter.setFont(font(Role.BODY))
            painter.setPen(palette.color("ink"))
            painter.drawText(self._statement_box(width), _WRAP, content.statement)
            painter.setFont(font(Role.META))
            painter.setPen(palette.color("soft"))
            painter.drawText(self._who_box(width), _WRAP, self._who_text())
            self._paint_chevron(painter, palette)
            if self.hasFocus():
                painter.setPen(QPen(palette.color("accent"), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(QRectF(self.rect()).adjusted(4, 3, -3, -3), 7, 7)

    def _paint_chevron(self, painter: QPainter, palette: Palette) -> None:
        color = palette.color("ink" if self.underMouse() else "soft")
        painter.setPen(QPen(color, 1.6, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
        middle = QPointF(self.width() - _PAD_X - 5, _PAD_Y + 10)
        way = -2.5 if self.isChecked() else 2.5
        painter.drawPolyline(
            [
                middle + QPointF(-4.5, -way),
                middle + QPointF(0, way),
                middle + QPointF(4.5, -way),
            ]
        )

    def _who_text(self) -> str:
        assert self._content is not None, "callers checked it"
        return " · ".join(part for part in (self._content.who, self._content.mark) if part)

    def _place_strength(self) -> None:
        if self._content is not None:
            meta = self._meta_box(self.width())
            self._strength.move(meta.left(), meta.top())

    def _text_width(self, width: int) -> int:
        return max(width - _PAD_X - _SIGN - _CHEVRON - _PAD_X, 80)

    def _place_box(self, width: int) -> QRect:
        left = _PAD_X + _SIGN
        if self._content is None or not self._content.place:
            return QRect(left, _PAD_Y, self._text_width(width), 0)
        return _wrapped(
            Role.META_STRONG, left, _PAD_Y, self._text_width(width), self._content.place
        )

    def _statement_box(self, width: int) -> QRect:
        top = self._place_box(width).bottom() + 1
        text = self._content.statement if self._content else ""
        return _wrapped(Role.BODY, _PAD_X + _SIGN, top, self._text_width(width), text)

    def _meta_box(self, width: int) -> QRect:
        """The strength, with who beside it or, when that is too long, below it."""
        top = self._statement_box(width).bottom() + 1 + _LINE_GAP
        meter = self._strength.sizeHint()
        who = self._who_box(width, top)
        bottom = max(who.bottom(), top + meter.height() - 1)
        return QRect(QPointF(_PAD_X + _SIGN, top).toPoint(), QPointF(width, bottom).toPoint())

    def _who_box(self, width: int, top: int | None = None) -> QRect:
        if top is None:
            top = self._statement_box(width).bottom() + 1 + _LINE_GAP
        if self._content is None:
            return QRect(_PAD_X + _SIGN, top, 0, 0)
        meter = self._strength.sizeHint()
        text = self._who_text()
        room = width - _PAD_X - _SIGN - meter.width() - 12 - _PAD_X
        beside = _PAD_X + _SIGN + meter.width() + 12
        if text_width(Role.META, text) <= room:
            return _wrapped(Role.META, beside, top, room, text)
        below = top + meter.height() + 2
        return _wrapped(Role.META, _PAD_X + _SIGN, below, self._text_width(width), text)


def _wrapped(role: Role, left: int, top: int, width: int, text: str) -> QRect:
    """Return the box of a wrapped text; as wide as it may be."""
    return QRect(left, top, width, wrapped_height(role, width, text))
