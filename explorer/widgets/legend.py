"""One line that says what sign and colour mean."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from explorer.canvas.glyph import glyph_path, hatch_brush
from explorer.canvas.palette import Palette
from explorer.domain.vocabulary import Effect
from explorer.i18n import Words
from explorer.widgets.typeface import Role, font

_SIGN = 12.0
_SIGN_GAP = 6.0
_ITEM_GAPS = (18.0, 9.0)
"""Between two items; the narrower one when that saves a row."""
_ROW = 22.0


class Legend(QWidget):
    """Names each direction of effect; wraps when there is no room for one line.

    Args:
        parent: Qt owner.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("legend")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._palette: Palette | None = None
        self._items: list[tuple[Effect | None, str]] = []

    def set_palette(self, palette: Palette) -> None:
        """Choose the colours."""
        self._palette = palette
        self.update()

    def set_words(self, words: Words) -> None:
        """Choose the language."""
        self._items = [(effect, words(f"effect.{effect}")) for effect in Effect]
        self._items.append((None, words("legend.density")))
        self.setAccessibleName(words("legend.name"))
        self.setAccessibleDescription(", ".join(text for _, text in self._items))
        self.setFixedHeight(self.heightForWidth(self.width()))
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take as many rows as the words need."""
        super().resizeEvent(event)
        self.setFixedHeight(self.heightForWidth(self.width()))

    def heightForWidth(self, width: int) -> int:
        """Return the height of all rows at a width, px."""
        places = self._places(width)
        return round(places[-1].y() + _ROW) if places else round(_ROW)

    def sizeHint(self) -> QSize:
        """One row."""
        return QSize(400, round(_ROW))

    def minimumSizeHint(self) -> QSize:
        """As narrow as the stage gets."""
        return QSize(200, round(_ROW))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint signs and words."""
        del event
        if self._palette is None:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setFont(font(Role.META))
            rows = zip(self._items, self._places(self.width()), strict=True)
            for (effect, text), place in rows:
                left = place.x()
                middle = place.y() + _ROW / 2
                if effect is not None:
                    self._paint_sign(painter, self._palette, effect, QPointF(left, middle))
                    left += _SIGN + _SIGN_GAP
                painter.setPen(
                    self._palette.effect(effect) if effect else self._palette.color("soft")
                )
                box = QRectF(left, place.y(), self.width(), _ROW)
                painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, text)

    def _paint_sign(
        self, painter: QPainter, palette: Palette, effect: Effect, left_middle: QPointF
    ) -> None:
        color = palette.effect(effect)
        painter.setPen(Qt.PenStyle.NoPen)
        if effect is Effect.UNKNOWN:
            box = QRectF(left_middle.x(), left_middle.y() - _SIGN / 2, _SIGN, _SIGN)
            painter.setPen(color)
            painter.setBrush(hatch_brush(color.name(), self.devicePixelRatioF()))
            painter.drawRoundedRect(box, 2, 2)
        else:
            painter.setBrush(color)
            painter.drawPath(glyph_path(effect, left_middle + QPointF(_SIGN / 2, 0), _SIGN))
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _places(self, width: int) -> list[QPointF]:
        wide, narrow = (self._flow(width, gap) for gap in _ITEM_GAPS)
        return narrow if narrow and narrow[-1].y() < wide[-1].y() else wide

    def _flow(self, width: int, gap: float) -> list[QPointF]:
        metrics = QFontMetricsF(font(Role.META))
        x = y = 0.0
        places = []
        for effect, text in self._items:
            needed = metrics.horizontalAdvance(text)
            if effect is not None:
                needed += _SIGN + _SIGN_GAP
            if x > 0 and x + needed > width:
                x, y = 0.0, y + _ROW
            places.append(QPointF(x, y))
            x += needed + gap
        return places
