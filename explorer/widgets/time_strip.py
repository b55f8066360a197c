"""The line of time: which claims hold when, from minutes to years after intake."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from explorer.canvas.palette import Palette
from explorer.domain.timeline import MARKS, Span, hour_at, hours_of, lanes, place_of
from explorer.i18n import Words
from explorer.widgets.typeface import Role, font

_STEPS = 1000
_KEY_STEP = 10
_PAD = 16.0
_ROOM = 38.0
_LANE = 8.0
_BAR = 5.0
_AXIS = 20.0
_TICK = 5.0
_KNOB = 6.0
_NAME_GAP = 10.0
_EDGE = 5.0
_UNTIL = {"minute": 1.0, "hour": 48.0, "day": 14 * 24.0, "week": 2 * 365 * 24.0}
"""Up to which hour a moment is told in which unit; later ones in years."""
_DENSITY = (0.0, 0.45, 0.62, 0.8, 1.0)


class TimeStrip(QSlider):
    """Shows spans on a logarithmic line, and lets a person choose a moment on it.

    Without a moment everything counts. A value set from outside, such as by an assistive tool,
    chooses one.

    Args:
        parent: Qt owner.
    """

    hour_picked = Signal(object)
    """The person chose a moment, in hours after intake."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setObjectName("time_strip")
        self.setRange(0, _STEPS)
        self.setSingleStep(_KEY_STEP)
        self.setPageStep(10 * _KEY_STEP)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._palette: Palette | None = None
        self._words: Words | None = None
        self._lanes: list[list[Span]] = []
        self._hour: float | None = None
        self._following = False
        self._is_held = False
        self.valueChanged.connect(self._on_value_changed)

    @property
    def hour(self) -> float | None:
        """The moment that is chosen, in hours after intake; None for all of them."""
        return self._hour

    def set_palette(self, palette: Palette) -> None:
        """Choose the colours."""
        self._palette = palette
        self.update()

    def set_words(self, words: Words) -> None:
        """Choose the language."""
        self._words = words
        self.setAccessibleName(words("time.name"))
        self._describe()
        self.update()

    def show_spans(self, spans: Sequence[Span]) -> None:
        """Show when claims hold."""
        self._lanes = lanes(spans)
        self._describe()
        self.update()

    def show_hour(self, hour: float | None) -> None:
        """Follow the view state."""
        if hour == self._hour:
            return
        self._hour = hour
        if hour is not None:
            self._following = True
            self.setValue(round(place_of(hour) * _STEPS))
            self._following = False
        self._describe()
        self.update()

    def step(self, count: int) -> None:
        """Go on by so many thousandths of the line, from its beginning after its end."""
        start = -count if self._hour is None else self.value()
        self._pick((start + count) % (_STEPS + 1))

    # Qt overrides

    def sizeHint(self) -> QSize:
        """A few lanes over the axis."""
        return QSize(560, round(_ROOM + _AXIS))

    def minimumSizeHint(self) -> QSize:
        """As narrow as the stage gets."""
        return QSize(320, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw the marks that fit."""
        super().resizeEvent(event)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the moment under the pointer."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._is_held = True
            self._pick(self._value_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Scrub."""
        if self._is_held:
            self._pick(self._value_at(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Stay where the pointer was let go."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._is_held = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows step, Page keys stride, Home and End go to the ends, Backspace shows all times."""
        strides = {
            Qt.Key.Key_Left: -_KEY_STEP,
            Qt.Key.Key_Down: -_KEY_STEP,
            Qt.Key.Key_Right: _KEY_STEP,
            Qt.Key.Key_Up: _KEY_STEP,
            Qt.Key.Key_PageDown: -10 * _KEY_STEP,
            Qt.Key.Key_PageUp: 10 * _KEY_STEP,
            Qt.Key.Key_Home: -_STEPS,
            Qt.Key.Key_End: _STEPS,
        }
        key = Qt.Key(event.key())
        if key in strides:
            start = 0 if self._hour is None else self.value()
            self._pick(start + strides[key])
        elif key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self.hour_picked.emit(None)
        else:
            event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel alone: a scroll in passing must not change the subject."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint spans, axis and the chosen moment."""
        del event
        if self._palette is None or self._words is None:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self.hasFocus():
                painter.setPen(QPen(self._palette.color("accent"), 2))
                painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 7, 7)
            self._paint_axis(painter, self._palette, self._words)
            height = min(_LANE, (_ROOM - 4) / max(len(self._lanes), 1))
            for number, lane in enumerate(self._lanes):
                for span in lane:
                    y = 6 + number * height
                    self._paint_span(painter, self._palette, span, y, min(_BAR, height))
            if not self._lanes:
                self._paint_nothing(painter, self._palette, self._words)
            if self._hour is not None:
                self._paint_moment(painter, self._palette, self._hour)

    # Inside

    def _x(self, hour: float) -> float:
        return _PAD + place_of(hour) * (self.width() - 2 * _PAD)

    def _value_at(self, x: float) -> int:
        return round((x - _PAD) / max(self.width() - 2 * _PAD, 1) * _STEPS)

    def _paint_axis(self, painter: QPainter, palette: Palette, words: Words) -> None:
        y = self.height() - _AXIS
        painter.setPen(QPen(palette.color("line"), 1))
        painter.drawLine(QPointF(_PAD, y), QPointF(self.width() - _PAD, y))
        painter.setFont(font(Role.SMALL))
        metrics = QFontMetricsF(font(Role.SMALL))
        free_from = 0.0
        for count, unit in MARKS:
            x = self._x(hours_of(count, unit))
            painter.setPen(QPen(palette.color("soft"), 1))
            painter.drawLine(QPointF(x, y), QPointF(x, y + _TICK))
            name = amount(count, unit, words)
            width = metrics.horizontalAdvance(name)
            left = min(max(x - width / 2, _EDGE), self.width() - width - _EDGE)
            if left >= free_from:  # a name that has no room is left out
                painter.drawText(QPointF(left, self.height() - 4.0), name)
                free_from = left + width + _NAME_GAP

    def _paint_nothing(self, painter: QPainter, palette: Palette, words: Words) -> None:
        painter.setPen(palette.color("soft"))
        painter.setFont(font(Role.SMALL))
        band = QRectF(_PAD, 0, self.width() - 2 * _PAD, self.height() - _AXIS)
        painter.drawText(band, Qt.AlignmentFlag.AlignCenter, words("time.none"))

    def _paint_span(
        self, painter: QPainter, palette: Palette, span: Span, y: float, thick: float
    ) -> None:
        color = palette.effect(span.effect)
        color.setAlphaF(_DENSITY[span.strength])
        known = [self._x(hour) for hour in (span.start, span.end) if hour is not None]
        left, right = min(known), max(known)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        if span.is_moment:
            painter.drawEllipse(QPointF(left, y), thick / 2 + 0.8, thick / 2 + 0.8)
        elif span.start is None or span.end is None:  # one end is known: a line that fades out
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(color, 1.6, Qt.PenStyle.DotLine))
            far = left + (28 if span.end is None else -28)
            painter.drawLine(QPointF(left, y), QPointF(far, y))
            painter.setPen(QPen(color, 2))
            painter.drawLine(QPointF(left, y - 3), QPointF(left, y + 3))
        else:
            painter.drawRoundedRect(
                QRectF(left, y - thick / 2, max(right - left, thick), thick), 2, 2
            )

    def _paint_moment(self, painter: QPainter, palette: Palette, hour: float) -> None:
        x, bottom = self._x(hour), self.height() - _AXIS
        painter.setPen(QPen(palette.color("accent"), 2))
        painter.drawLine(QPointF(x, 2), QPointF(x, bottom))
        painter.setBrush(palette.color("panel"))
        painter.drawEllipse(QPointF(x, bottom), _KNOB, _KNOB)

    def _pick(self, value: int) -> None:
        hour = hour_at(min(max(value, 0), _STEPS) / _STEPS)
        if hour != self._hour:
            self.hour_picked.emit(hour)

    def _on_value_changed(self, value: int) -> None:
        if not self._following:
            self._pick(value)

    def _describe(self) -> None:
        if self._words is None:
            return
        count = sum(len(lane) for lane in self._lanes)
        when = self._words("time.all") if self._hour is None else moment(self._hour, self._words)
        said = self._words("time.description", when=when, n=count)
        none = self._words("time.none")
        self.setAccessibleDescription(said if count else f"{when}. {none}")


def amount(count: int, unit: str, words: Words) -> str:
    """Say a number of minutes, hours, days, weeks or years."""
    return words(f"time.{unit}.one" if count == 1 else f"time.{unit}.many", n=count)


def moment(hour: float, words: Words) -> str:
    """Say a moment in the unit that suits it, such as "2 hours after intake"."""
    unit = next((unit for unit, end in _UNTIL.items() if hour < end), "year")
    count = max(round(hour / hours_of(1, unit)), 1)
    return words("time.after", moment=amount(count, unit, words))
