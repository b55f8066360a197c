"""A switch with two or three segments, one of which is always chosen."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QRadioButton, QWidget

from explorer.canvas.palette import Palette
from explorer.widgets.typeface import Role, font

_PAD = 11
_HEIGHT = 28


class Segment(QRadioButton):
    """One segment: a radio button in everything but its looks.

    Args:
        value: what it stands for.
        parent: the switch.
    """

    def __init__(self, value: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.value = value
        self.is_faded = False
        self._palette: Palette | None = None
        self.setFont(font(Role.META))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_palette(self, palette: Palette) -> None:
        """Choose the colours."""
        self._palette = palette
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the text at its boldest."""
        metrics = QFontMetrics(font(Role.META_STRONG))
        return QSize(metrics.horizontalAdvance(self.text()) + 2 * _PAD, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Names are never cut off."""
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        """The whole segment can be clicked."""
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the segment."""
        del event
        if self._palette is None:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            is_chosen = self.isChecked() and not self.is_faded
            if is_chosen:
                painter.setPen(QPen(self._palette.color("line"), 1))
                painter.setBrush(self._palette.color("panel"))
                painter.drawRoundedRect(box, 7, 7)
            if self.hasFocus():
                painter.setPen(QPen(self._palette.color("accent"), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(box, 7, 7)
            is_strong = is_chosen or self.underMouse()
            painter.setFont(font(Role.META_STRONG if is_chosen else Role.META))
            painter.setPen(self._palette.color("ink" if is_strong else "soft"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())


class SegmentedSwitch(QWidget):
    """Lets a person choose one of a few values.

    Args:
        name: object name.
        values: the values, in order.
        parent: Qt owner.
    """

    picked = Signal(str)
    """The person chose another value."""

    def __init__(self, name: str, values: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._palette: Palette | None = None
        self._segments = {value: Segment(value, self) for value in values}
        row = QHBoxLayout(self)
        row.setContentsMargins(3, 3, 3, 3)
        row.setSpacing(2)
        for value, segment in self._segments.items():
            segment.setObjectName(f"{name}_{value}")
            segment.toggled.connect(self._on_toggled)
            segment.clicked.connect(self._on_clicked)
            row.addWidget(segment)

    def set_texts(self, name: str, texts: dict[str, str], tips: dict[str, str]) -> None:
        """Set the accessible name of the switch and the text and tip of each segment."""
        self.setAccessibleName(name)
        for value, segment in self._segments.items():
            segment.setText(texts[value])
            segment.setAccessibleName(f"{name}: {tips.get(value, texts[value])}")
            segment.setToolTip(tips.get(value, ""))
            segment.updateGeometry()

    def set_palette(self, palette: Palette) -> None:
        """Choose the colours."""
        self._palette = palette
        for segment in self._segments.values():
            segment.set_palette(palette)
        self.update()

    def tab_stops(self) -> list[QWidget]:
        """The segments, in order."""
        return list(self._segments.values())

    def show_value(self, value: str) -> None:
        """Follow the state without asking for anything."""
        if self._segments[value].isChecked():
            return
        for segment in self._segments.values():
            segment.blockSignals(True)
        self._segments[value].setChecked(True)
        for segment in self._segments.values():
            segment.blockSignals(False)
        self.update()

    def set_faded(self, *, is_faded: bool) -> None:
        """Let no segment look chosen, because something else is in force; a click picks again."""
        for segment in self._segments.values():
            if segment.is_faded is not is_faded:
                segment.is_faded = is_faded
                segment.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the well in which the segments lie."""
        del event
        if self._palette is None:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._palette.color("line"), 1))
            painter.setBrush(self._palette.color("well"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 9, 9)

    def _on_toggled(self, checked: bool) -> None:  # noqa: FBT001 - Qt's signature
        segment = self.sender()
        if checked and isinstance(segment, Segment):
            self.picked.emit(segment.value)

    def _on_clicked(self) -> None:
        segment = self.sender()
        if isinstance(segment, Segment) and segment.is_faded:
            self.picked.emit(segment.value)
