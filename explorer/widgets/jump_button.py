"""A button that leaves for a place on the brain, with a text that may wrap."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from explorer.canvas.glyph import glyph_path
from explorer.canvas.palette import Palette
from explorer.domain.vocabulary import Effect
from explorer.widgets.jump import Jump
from explorer.widgets.typeface import Role, font, wrapped_height

_PAD_X, _PAD_Y = 14, 9
_SIGN = 28
_ARROW = 26


class JumpButton(QAbstractButton):
    """Says where it goes and what is to be read there.

    Args:
        jump: the wish.
        where: place, use and phase.
        what: statement of the claim; may be empty.
        spoken: the whole button for assistive tools.
        effect: direction, for the sign; None without a claim.
        palette: colours.
        parent: Qt owner.
    """

    jump_wished = Signal(Jump)

    def __init__(
        self,
        jump: Jump,
        where: str,
        what: str,
        spoken: str,
        effect: Effect | None,
        palette: Palette,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._jump, self._where, self._what = jump, where, what
        self._effect, self._palette = effect, palette
        self.setObjectName(f"jump_{jump.claim or jump.place}")
        self.setText(what or where)
        self.setAccessibleName(spoken)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(self._on_clicked)

    def hasHeightForWidth(self) -> bool:
        """The statement wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that shows everything at a width, both px."""
        room = self._room(width)
        what = wrapped_height(Role.BODY, room, self._what) + 2 if self._what else 0
        return wrapped_height(Role.META_STRONG, room, self._where) + what + 2 * _PAD_Y

    def sizeHint(self) -> QSize:
        """A comfortable width."""
        width = max(self.width(), 320)
        return QSize(width, self.heightForWidth(width))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint frame, sign, texts and arrow."""
        del event
        palette = self._palette
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            is_warm = self.underMouse() or self.isDown() or self.hasFocus()
            width = 2 if self.hasFocus() else 1
            painter.setPen(QPen(palette.color("accent" if is_warm else "line"), width))
            painter.setBrush(palette.color("accent_wash" if self.isDown() else "panel"))
            painter.drawRoundedRect(box, 9, 9)
            if self._effect is not None:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(palette.effect(self._effect))
                middle = QRectF(_PAD_X, _PAD_Y + 2, 13, 13).center()
                painter.drawPath(glyph_path(self._effect, middle, 13))
            self._paint_texts(painter)
            self._paint_arrow(painter)

    def _paint_texts(self, painter: QPainter) -> None:
        room = self._room(self.width())
        height = wrapped_height(Role.META_STRONG, room, self._where)
        painter.setFont(font(Role.META_STRONG))
        painter.setPen(self._palette.color("accent"))
        left = self._left()
        painter.drawText(QRect(left, _PAD_Y, room, height), Qt.TextFlag.TextWordWrap, self._where)
        painter.setFont(font(Role.BODY))
        painter.setPen(self._palette.color("ink"))
        rest = QRect(left, _PAD_Y + height + 2, room, self.height())
        painter.drawText(rest, Qt.TextFlag.TextWordWrap, self._what)

    def _paint_arrow(self, painter: QPainter) -> None:
        painter.setPen(QPen(self._palette.color("accent"), 1.6, c=Qt.PenCapStyle.RoundCap))
        right, middle = self.width() - _PAD_X, self.height() / 2
        tip = QPointF(right, middle)
        painter.drawLine(tip - QPointF(12, 0), tip)
        for way in (-4, 4):
            painter.drawLine(tip, tip + QPointF(-4, way))

    def _left(self) -> int:
        return _PAD_X if self._effect is None else _PAD_X + _SIGN

    def _room(self, width: int) -> int:
        return max(width - self._left() - _ARROW - _PAD_X, 80)

    def _on_clicked(self) -> None:
        self.jump_wished.emit(self._jump)
