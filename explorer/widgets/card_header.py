"""The closed card: sign, statement, strength, who. A button that opens the details."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from explorer.canvas.glyph import glyph_path
from explorer.canvas.palette import Palette
from explorer.widgets.card_content import CardContent
from explorer.widgets.header_layout import PAD_X, PAD_Y, closed_height, header_layout, who_text
from explorer.widgets.shaped_text import ShapedText, shaped
from explorer.widgets.strength_meter import StrengthMeter
from explorer.widgets.term_marks import TermMarks
from explorer.widgets.typeface import Role, font

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
        self._measured: dict[int, int] = {}
        self._palette: Palette | None = None
        self._strength = StrengthMeter(self)
        self._shaped: tuple[str, int, ShapedText] | None = None
        self._marks = TermMarks(self, self._boxes)
        self._marks.changed.connect(self._on_marks_changed)
        self.setMouseTracking(True)

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
        self._measured.clear()
        self._strength.show_strength(content.strength, content.strength_word)
        self.setAccessibleName(content.spoken)
        self._marks.forget_boxes()
        self._marks.show_text(content.statement)
        self._place_strength()
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """The statement wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that shows everything at a width, both px."""
        if self._content is None:
            return 0
        if width not in self._measured:  # a layout asks for the same few widths many times
            self._measured[width] = closed_height(self._content, width)
        return self._measured[width]

    def sizeHint(self) -> QSize:
        """A comfortable width."""
        return QSize(320, self.heightForWidth(320))

    def minimumSizeHint(self) -> QSize:
        """As narrow as the panel gets."""
        return QSize(200, 40)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the strength under the statement."""
        super().resizeEvent(event)
        self._marks.forget_boxes()
        self._place_strength()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open and close with Enter as well as Space; the arrows explain the marked words."""
        if self._marks.spans and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            way = 1 if event.key() == Qt.Key.Key_Right else -1
            self._marks.step_to(self._marks.current + way)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Put the explanation away."""
        super().focusOutEvent(event)
        self._marks.put_away()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click opens the card; what explained a word goes."""
        self._marks.put_away()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Explain the word under the pointer."""
        super().mouseMoveEvent(event)
        if not event.buttons():
            self._marks.hover(event.position())

    def leaveEvent(self, event: QEvent) -> None:
        """Let the explanation go with the pointer."""
        super().leaveEvent(event)
        self._marks.leave()

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave no explanation behind."""
        super().hideEvent(event)
        self._marks.put_away()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint sign, place, statement, who and chevron."""
        del event
        content, palette = self._content, self._palette
        if content is None or palette is None:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            layout = header_layout(content, self.width())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.effect(content.effect))
            painter.drawPath(glyph_path(content.effect, QPointF(PAD_X + 8, PAD_Y + 10), 14))
            if content.place:
                painter.setFont(font(Role.META_STRONG))
                painter.setPen(palette.color("soft"))
                painter.drawText(layout.place, _WRAP, content.place)
            self._marks.paint_ground(painter, self.palette())
            painter.setPen(palette.color("ink"))
            shape = self._shape(layout.statement.width())
            shape.draw(painter, QPointF(layout.statement.topLeft()))
            self._marks.paint_lines(painter, self.palette())
            painter.setFont(font(Role.META))
            painter.setPen(palette.color("soft"))
            painter.drawText(layout.who, _WRAP, who_text(content))
            self._paint_chevron(painter, palette)
            if self.hasFocus():
                painter.setPen(QPen(palette.color("accent"), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(QRectF(self.rect()).adjusted(4, 3, -3, -3), 7, 7)

    def _shape(self, width: int) -> ShapedText:
        """Return the statement laid out; its height is that of `header_layout`."""
        statement = self._content.statement if self._content is not None else ""
        if self._shaped is None or self._shaped[:2] != (statement, width):
            self._shaped = (statement, width, shaped(statement, Role.BODY, width))
        return self._shaped[2]

    def _boxes(self, start: int, end: int) -> list[QRectF]:
        if self._content is None:
            return []
        box = header_layout(self._content, self.width()).statement
        boxes = self._shape(box.width()).boxes(start, end)
        return [each.translated(QPointF(box.topLeft())) for each in boxes]

    def _on_marks_changed(self) -> None:
        self.setAccessibleDescription(self._marks.hint())
        self.update()

    def _paint_chevron(self, painter: QPainter, palette: Palette) -> None:
        color = palette.color("ink" if self.underMouse() else "soft")
        painter.setPen(QPen(color, 1.6, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
        middle = QPointF(self.width() - PAD_X - 5, PAD_Y + 10)
        way = -2.5 if self.isChecked() else 2.5
        painter.drawPolyline(
            [
                middle + QPointF(-4.5, -way),
                middle + QPointF(0, way),
                middle + QPointF(4.5, -way),
            ]
        )

    def _place_strength(self) -> None:
        if self._content is not None:
            self._strength.move(header_layout(self._content, self.width()).strength)
