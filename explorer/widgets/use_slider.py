"""The slider between the two uses. It rests at an end; in between there is only a cross-fade."""

from PySide6.QtCore import (
    QPointF,
    QRectF,
    QSize,
    Qt,
    QVariantAnimation,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from explorer.canvas.palette import Palette
from explorer.domain.vocabulary import Use
from explorer.widgets.typeface import Role, font

_STEPS = 1000
_SETTLE_MS = 220
_KNOB = 12.0
_PAD = 20.0
_TRACK_GAP = 20.0
_CLICK_SLACK = 4.0
_HEIGHT = 66
_STACKED_HEIGHT = 98
_COMPACT_HEIGHT = 44
_SHORTEST_TRACK = 110.0
_SHADES = 48


class UseSlider(QSlider):
    """A two-ended slider with its labels inside.

    Its minimum is therapeutic use and its maximum chronic use, also for assistive tools that set
    the value: any value set from outside goes to the nearer end.

    Args:
        parent: Qt owner.
    """

    use_picked = Signal(Use)
    """The person chose an end."""
    blend_changed = Signal(float)
    """Where the cross-fade is, 0 (therapeutic) to 1 (chronic): emitted on every move."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setObjectName("use_slider")
        self.setRange(0, _STEPS)
        self.setSingleStep(_STEPS)
        self.setPageStep(_STEPS)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._palette: Palette | None = None
        self._ends: dict[Use, tuple[str, str]] = dict.fromkeys(Use, ("", ""))
        self._use = Use.THERAPEUTIC
        self._animated = True
        self._is_compact = False
        self._following = False
        self._track_key: tuple[Palette, float, float] | None = None
        self._track_picture = QPixmap()
        self._press: QPointF | None = None
        self._dragged = False
        self._settle = QVariantAnimation(self)
        self._settle.setDuration(_SETTLE_MS)
        self._settle.setStartValue(0.0)
        self._settle.setEndValue(1.0)
        self._settle_from = self._settle_to = 0
        self._settle.valueChanged.connect(self._on_settle_step)
        self.valueChanged.connect(self._on_value_changed)
        self.sliderReleased.connect(self._pick_nearer_end)

    @property
    def blend(self) -> float:
        """Position between the ends: 0 is therapeutic, 1 is chronic."""
        return self.value() / _STEPS

    def set_ends(self, name: str, ends: dict[Use, tuple[str, str]]) -> None:
        """Set the accessible name, and label and note of each end."""
        self._ends = ends
        self.setAccessibleName(name)
        self.setToolTip("\n".join(f"{end}: {note}" for end, note in ends.values() if note))
        self._describe()
        self.setFixedHeight(self.heightForWidth(self.width()))
        self.update()

    def set_palette(self, palette: Palette) -> None:
        """Choose the colours."""
        self._palette = palette
        self.update()

    def set_animated(self, animated: bool) -> None:  # noqa: FBT001 - a Qt-style setter
        """Honour a wish for less motion: the knob then jumps."""
        self._animated = animated

    def set_compact(self, *, is_compact: bool) -> None:
        """Leave the notes below the names to the tip, where height is scarce."""
        if is_compact is not self._is_compact:
            self._is_compact = is_compact
            self.setFixedHeight(self.heightForWidth(self.width()))
            self.update()

    def show_use(self, use: Use) -> None:
        """Go to an end because the view state says so."""
        self._use = use
        self._describe()
        self._go_to(use)

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room beside the labels, the track goes below them."""
        super().resizeEvent(event)
        self.setFixedHeight(self.heightForWidth(self.width()))

    def heightForWidth(self, width: int) -> int:
        """Return the height at a width, px."""
        if self._is_compact:
            return _COMPACT_HEIGHT + (_STACKED_HEIGHT - _HEIGHT) * self._is_stacked(width)
        return _STACKED_HEIGHT if self._is_stacked(width) else _HEIGHT

    def sizeHint(self) -> QSize:
        """Two lines of text, and a track that is worth dragging."""
        return QSize(560, self.heightForWidth(560))

    def minimumSizeHint(self) -> QSize:
        """Labels are never cut off."""
        return QSize(round(sum(self._label_widths()) + 3 * _PAD), self.heightForWidth(self.width()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the knob, or remember where the click began."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._press = event.position()
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the knob."""
        if self._press is None:
            return
        if not self._dragged:
            if (event.position() - self._press).manhattanLength() <= _CLICK_SLACK:
                return
            self._dragged = True
            self._settle.stop()
            self.setSliderDown(True)
        self._move_to(self._value_at(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Go to the nearer end."""
        if event.button() != Qt.MouseButton.LeftButton or self._press is None:
            return
        self._press = None
        was_dragged, self._dragged = self._dragged, False
        if was_dragged:
            self.setSliderDown(False)  # emits sliderReleased
        else:
            is_right = event.position().x() >= self._track().center().x()
            self._pick(Use.CHRONIC if is_right else Use.THERAPEUTIC)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Page keys, Home and End go from end to end."""
        to_left = (Qt.Key.Key_Left, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_PageDown)
        to_right = (Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_End, Qt.Key.Key_PageUp)
        if event.key() in to_left:
            self._pick(Use.THERAPEUTIC)
        elif event.key() in to_right:
            self._pick(Use.CHRONIC)
        else:
            event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel alone: a scroll in passing must not change the subject."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint card, labels, track and knob."""
        del event
        if self._palette is None:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._palette.color("line"), 1))
            painter.setBrush(self._palette.color("panel"))
            card = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(card, 14, 14)
            if self.hasFocus():
                painter.setPen(QPen(self._palette.color("accent"), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(card.adjusted(1.5, 1.5, -1.5, -1.5), 12, 12)
            self._paint_end(painter, self._palette, Use.THERAPEUTIC, 1.0 - self.blend)
            self._paint_end(painter, self._palette, Use.CHRONIC, self.blend)
            self._paint_track(painter, self._palette)

    # Inside

    def _paint_end(self, painter: QPainter, palette: Palette, use: Use, weight: float) -> None:
        name, note = self._ends[use]
        height = _COMPACT_HEIGHT if self._is_compact else _HEIGHT
        box = QRectF(_PAD, 11, self.width() - 2 * _PAD, height - 22)
        is_left = use is Use.THERAPEUTIC
        side = Qt.AlignmentFlag.AlignLeft if is_left else Qt.AlignmentFlag.AlignRight
        painter.setFont(font(Role.SECTION))
        painter.setPen(palette.color("ink" if weight > 0.5 else "soft"))
        painter.drawText(box, side | Qt.AlignmentFlag.AlignTop, name)
        if self._is_compact:
            return
        painter.setFont(font(Role.META))
        painter.setPen(palette.color("soft"))
        painter.drawText(box, side | Qt.AlignmentFlag.AlignBottom, note)

    def _paint_track(self, painter: QPainter, palette: Palette) -> None:
        track = self._track()
        ratio = self.devicePixelRatioF()
        key = (palette, track.width(), ratio)
        if key != self._track_key:
            self._track_key, self._track_picture = key, _track_picture(palette, track, ratio)
        painter.drawPixmap(track, self._track_picture, QRectF(self._track_picture.rect()))
        middle = QPointF(track.left() + self.blend * track.width(), track.center().y())
        painter.setPen(QPen(palette.color("accent"), 3))
        painter.setBrush(palette.color("panel"))
        painter.drawEllipse(middle, _KNOB, _KNOB)

    def _label_widths(self) -> tuple[float, float]:
        names, notes = QFontMetricsF(font(Role.SECTION)), QFontMetricsF(font(Role.META))
        left, right = (
            max(
                names.horizontalAdvance(name),
                0.0 if self._is_compact else notes.horizontalAdvance(note),
            )
            for name, note in (self._ends[Use.THERAPEUTIC], self._ends[Use.CHRONIC])
        )
        return left, right

    def _is_stacked(self, width: int) -> bool:
        needed = sum(self._label_widths()) + 2 * (_PAD + _TRACK_GAP + _KNOB) + _SHORTEST_TRACK
        return width < needed

    def _track(self) -> QRectF:
        if self._is_stacked(self.width()):
            return QRectF(
                _PAD + _KNOB, self.height() - 26.5, self.width() - 2 * (_PAD + _KNOB), 7.0
            )
        left, right = self._label_widths()
        start = _PAD + left + _TRACK_GAP + _KNOB
        end = self.width() - _PAD - right - _TRACK_GAP - _KNOB
        return QRectF(start, self.height() / 2 - 3.5, max(end - start, 20.0), 7.0)

    def _value_at(self, x: float) -> int:
        track = self._track()
        return round((x - track.left()) / track.width() * _STEPS)

    def _pick(self, use: Use) -> None:
        """Ask for an end; go there at once if the state is there already."""
        if use is self._use:
            self._go_to(use)
        else:
            self.use_picked.emit(use)

    def _go_to(self, use: Use) -> None:
        end = _STEPS if use is Use.CHRONIC else 0
        self._settle.stop()
        if self.value() == end:
            return
        if self._animated and self.isVisible():
            self._settle_from, self._settle_to = self.value(), end
            self._settle.start()
        else:
            self._move_to(end)

    def _move_to(self, value: int) -> None:
        """Move the knob ourselves, as opposed to somebody setting the value."""
        self._following = True
        self.setValue(value)
        self._following = False

    def _on_settle_step(self, way: float) -> None:
        start, end = self._settle_from, self._settle_to
        self._move_to(round(end + (start - end) * (1.0 - way) ** 3))  # fast first, then calm

    def _on_value_changed(self, value: int) -> None:
        self.blend_changed.emit(value / _STEPS)
        if not self._following and not self.isSliderDown():
            self._pick_nearer_end()

    def _pick_nearer_end(self) -> None:
        self._pick(Use.CHRONIC if self.blend >= 0.5 else Use.THERAPEUTIC)

    def _describe(self) -> None:
        name, note = self._ends[self._use]
        self.setAccessibleDescription(f"{name}: {note}" if note else name)


def _track_picture(palette: Palette, track: QRectF, ratio: float) -> QPixmap:
    """Paint the track once for a size: a hundred shades are too many for every frame."""
    picture = QPixmap(round(track.width() * ratio), round(track.height() * ratio))
    picture.fill(Qt.GlobalColor.transparent)
    whole = QRectF(picture.rect())
    shape = QPainterPath()
    shape.addRoundedRect(whole, whole.height() / 2, whole.height() / 2)
    width = whole.width() / _SHADES
    with QPainter(picture) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipPath(shape)
        painter.setPen(Qt.PenStyle.NoPen)
        for shade in range(_SHADES):
            painter.setBrush(_shade(palette, (shade + 0.5) / _SHADES))
            # A little wider than its share, so that no seam shows between two shades.
            painter.drawRect(QRectF(shade * width, 0, width + 1, whole.height()))
    return picture


def _shade(palette: Palette, way: float) -> QColor:
    """Return the colour of the track at a place: 0 is the therapeutic end, 1 the chronic end.

    Blended here, because one QLinearGradient loads the two hundred names of Qt's preset gradients.
    """
    ends = ("accent", "line") if way < 0.5 else ("line", "increase")
    first, second = (palette.color(token) for token in ends)
    part = way * 2 if way < 0.5 else way * 2 - 1
    return QColor.fromRgbF(
        first.redF() + (second.redF() - first.redF()) * part,
        first.greenF() + (second.greenF() - first.greenF()) * part,
        first.blueF() + (second.blueF() - first.blueF()) * part,
    )
