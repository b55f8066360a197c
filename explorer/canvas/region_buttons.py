"""The row of buttons over the regions: their order, their places, and who has the focus."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QTransform
from PySide6.QtWidgets import QWidget

from explorer.canvas.palette import Palette
from explorer.canvas.region_button import RegionButton

_SMALLEST = 28


class RegionButtons(QObject):
    """Owns one button for each region.

    Args:
        boxes: box of each region's visible part, in scene units.
        viewport: parent of the buttons.
    """

    picked = Signal(str)
    """A key or an assistive tool selects a region."""
    cleared = Signal()
    """A key or an assistive tool deselects."""
    focused = Signal(str, bool)
    """`(region id, has focus)`."""

    def __init__(self, boxes: Mapping[str, QRectF], viewport: QWidget) -> None:
        super().__init__(viewport)
        self._boxes = boxes
        self._viewport = viewport
        self._buttons: dict[str, RegionButton] = {}
        self._selected: str | None = None

    def set_names(self, names: Mapping[str, str]) -> None:
        """Name the buttons; this is the order in which arrows and Tab walk them."""
        for region_id, name in names.items():
            if region_id not in self._boxes:
                continue
            button = self._buttons.get(region_id) or self._add(region_id)
            button.setAccessibleName(name)
            button.show_selected(region_id == self._selected)

    def set_boxes(self, boxes: Mapping[str, QRectF]) -> None:
        """Change what there are boxes of; buttons without one go."""
        self._boxes = boxes
        for region_id in [key for key in self._buttons if key not in boxes]:
            self._remove(self._buttons.pop(region_id))

    def describe(self, descriptions: Mapping[str, str]) -> None:
        """Set what assistive tools read of each region."""
        for region_id, button in self._buttons.items():
            button.setAccessibleDescription(descriptions.get(region_id, ""))

    def set_palette(self, palette: Palette) -> None:
        """Choose the colour of the focus ring."""
        for button in self._buttons.values():
            button.set_palette(palette)

    def show_selected(self, region_id: str | None) -> None:
        """Follow the view state."""
        self._selected = region_id
        for key, button in self._buttons.items():
            button.show_selected(key == region_id)

    def place(self, to_view: QTransform) -> None:
        """Lay the buttons over their regions.

        Args:
            to_view: from scene units to viewport pixels.
        """
        for region_id, button in self._buttons.items():
            box = to_view.mapRect(self._boxes[region_id]).toAlignedRect()
            wide = QRect(0, 0, max(box.width(), _SMALLEST), max(box.height(), _SMALLEST))
            wide.moveCenter(box.center())
            button.setGeometry(wide)

    def focus(self, region_id: str | None) -> None:
        """Give a region the focus, or the first one."""
        button = self._buttons.get(region_id or next(iter(self._buttons), ""))
        if button is not None:
            button.setFocus(Qt.FocusReason.TabFocusReason)

    def tab_stops(self) -> list[QWidget]:
        """The buttons, in order."""
        return list(self._buttons.values())

    def discard(self) -> None:
        """Take all buttons away: they belong to a drawing that is no longer shown."""
        for button in self._buttons.values():
            self._remove(button)
        self._buttons = {}
        self.deleteLater()

    def _remove(self, button: RegionButton) -> None:
        button.hide()
        button.setParent(None)
        button.deleteLater()

    def _add(self, region_id: str) -> RegionButton:
        button = RegionButton(region_id, self._viewport)
        button.wished.connect(self._on_wished)
        button.step_wished.connect(self._on_step_wished)
        button.focused.connect(self.focused)
        button.show()
        self._buttons[region_id] = button
        return button

    def _on_wished(self, region_id: str, selected: bool) -> None:  # noqa: FBT001 - Qt's signature
        if selected:
            self.picked.emit(region_id)
        else:
            self.cleared.emit()

    def _on_step_wished(self, region_id: str, step: int) -> None:
        ids = list(self._buttons)
        self.focus(ids[(ids.index(region_id) + step) % len(ids)])
