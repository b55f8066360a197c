"""Each region as a real button, so that keyboards and assistive tools can reach it."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from explorer.canvas.palette import Palette

_SHOWS_RING = frozenset(
    {
        Qt.FocusReason.TabFocusReason,
        Qt.FocusReason.BacktabFocusReason,
        Qt.FocusReason.ShortcutFocusReason,
        Qt.FocusReason.OtherFocusReason,
    }
)
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}


class RegionButton(QAbstractButton):
    """A checkable, focusable button that lies over its region and lets the mouse through.

    The mouse is handled by the canvas, which knows the exact outline; this button gives the region
    a name, a state, a rectangle and actions in the accessible tree, a place in the tab order and a
    focus ring.

    Args:
        region_id: the region; the object name is `region_<id>`.
        parent: the canvas's viewport.
    """

    wished = Signal(str, bool)
    """`(region id, selected)`: a key or an assistive tool asks to select or deselect."""
    step_wished = Signal(str, int)
    """`(region id, -1 or 1)`: an arrow key asks for the previous or next region."""
    focused = Signal(str, bool)
    """`(region id, has focus)`."""

    def __init__(self, region_id: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.region_id = region_id
        self._palette: Palette | None = None
        self._shows_ring = False
        self.setObjectName(f"region_{region_id}")
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.toggled.connect(self._on_toggled)

    def set_palette(self, palette: Palette) -> None:
        """Choose the colour of the focus ring."""
        self._palette = palette
        self.update()

    def show_selected(self, selected: bool) -> None:  # noqa: FBT001 - a Qt-style setter
        """Follow the view state without asking for anything."""
        self.blockSignals(True)
        self.setChecked(selected)
        self.blockSignals(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Select on Enter, step on arrows; Space is the button's own."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in _STEPS:
            self.step_wished.emit(self.region_id, _STEPS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring when the focus came by keyboard or assistive tool."""
        self._shows_ring = event.reason() in _SHOWS_RING
        super().focusInEvent(event)
        self.update()
        self.focused.emit(self.region_id, True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the ring."""
        super().focusOutEvent(event)
        self.update()
        self.focused.emit(self.region_id, False)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint only the focus ring: the region itself is painted by the canvas."""
        if self._palette is None or not (self.hasFocus() and self._shows_ring):
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            box = QRectF(self.rect()).adjusted(2, 2, -2, -2)
            for token, width in (("panel", 4.5), ("accent", 2.0)):
                painter.setPen(QPen(self._palette.color(token), width))
                painter.drawRoundedRect(box, 8, 8)

    def _on_toggled(self, checked: bool) -> None:  # noqa: FBT001 - Qt's signature
        self.wished.emit(self.region_id, checked)
