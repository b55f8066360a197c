"""What no study located in the brain: a row of chips beside it, never inside a region."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from explorer.canvas.glyph import glyph_path, hatch_brush
from explorer.canvas.overlay import RegionLook
from explorer.canvas.palette import Palette
from explorer.widgets.quiet_button import QuietButton
from explorer.widgets.typeface import Role, font, text_width

_HEIGHT = 36
_CHIP_HEIGHT = 28
_SIGN = 10.0
_PAD = 10
_GAP = 6
_GROUP_GAP = 18
_ARROW = 26
_WASH = 0.16


class ChipContent(NamedTuple):
    """What one chip says.

    Attributes:
        id: the effect.
        name: its name.
        note: direction and strength, in words.
        look: direction and strength, for sign and colour.
    """

    id: str
    name: str
    note: str
    look: RegionLook


class EffectChip(QAbstractButton):
    """One effect: a checkable button with the sign of its direction.

    Args:
        effect_id: the effect.
        parent: what scrolls.
    """

    wished = Signal(str, bool)
    """`(effect, selected)`: the person, or an assistive tool, chose it or let it go."""
    walked = Signal(int)
    """The person pressed an arrow: one step to the left (-1) or to the right (1)."""
    reached = Signal()
    """It has the focus now."""

    def __init__(self, effect_id: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(f"region_{effect_id}")
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFont(font(Role.META))
        self._id = effect_id
        self._palette: Palette | None = None
        self._content: ChipContent | None = None
        self.toggled.connect(self._on_toggled)

    def set_palette(self, palette: Palette) -> None:
        """Choose the colours."""
        self._palette = palette
        self.update()

    def show_content(self, content: ChipContent, description: str) -> None:
        """Show an effect; assistive tools read the description."""
        if content != self._content:
            self._content = content
            self.setText(content.name)
            self.setAccessibleName(content.name)
            self.setToolTip(f"{content.name}: {content.note}")
            self.update()
        self.setAccessibleDescription(description)

    def show_selected(self, *, is_selected: bool) -> None:
        """Follow the view state without asking for anything."""
        self.blockSignals(True)
        self.setChecked(is_selected)
        self.blockSignals(False)
        self.update()

    def sizeHint(self) -> QSize:
        """Sign and name with some air."""
        width = text_width(Role.META_STRONG, self.text()) + 2 * _PAD + round(_SIGN) + 7
        return QSize(width, _CHIP_HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk the chips with the arrows; Enter selects as Space does."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
        step = steps.get(Qt.Key(event.key()))
        if step is not None:
            self.walked.emit(step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Tell that the focus came here, and look warm under the pointer."""
        if event.type() == QEvent.Type.FocusIn:
            self.reached.emit()
        elif event.type() in (QEvent.Type.Enter, QEvent.Type.Leave):
            self.update()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the chip."""
        del event
        if self._palette is None or self._content is None:
            return
        palette, look = self._palette, self._content.look
        color = palette.effect(look.effect)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            is_warm = self.underMouse() or self.isDown()
            edge = palette.color("accent" if self.isChecked() or self.hasFocus() else "line")
            if is_warm and not self.isChecked():
                edge = palette.color("soft")
            painter.setPen(QPen(edge, 2 if self.isChecked() or self.hasFocus() else 1))
            painter.setBrush(
                palette.color("accent_wash") if self.isChecked() else self._wash(palette, look)
            )
            painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
            middle = QPointF(_PAD + _SIGN / 2, box.center().y())
            self._paint_sign(painter, look, color, middle)
            painter.setPen(palette.color("accent" if self.isChecked() else "ink"))
            painter.setFont(font(Role.META_STRONG if self.isChecked() else Role.META))
            left = _PAD + round(_SIGN) + 7
            room = self.rect().adjusted(left, 0, 0, 0)
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self.text())

    def _paint_sign(
        self, painter: QPainter, look: RegionLook, color: QColor, middle: QPointF
    ) -> None:
        if look.is_gap:
            box = QRectF(middle.x() - _SIGN / 2, middle.y() - _SIGN / 2, _SIGN, _SIGN)
            painter.setPen(color)
            painter.setBrush(hatch_brush(color.name(), self.devicePixelRatioF()))
            painter.drawRoundedRect(box, 2, 2)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color)
            painter.drawPath(glyph_path(look.effect, middle, _SIGN))

    def _wash(self, palette: Palette, look: RegionLook) -> QColor:
        """Return the ground: the direction's colour, denser with stronger evidence."""
        ground, color = palette.color("panel"), palette.effect(look.effect)
        share = look.density * _WASH
        return QColor.fromRgbF(
            ground.redF() + (color.redF() - ground.redF()) * share,
            ground.greenF() + (color.greenF() - ground.greenF()) * share,
            ground.blueF() + (color.blueF() - ground.blueF()) * share,
        )

    def _on_toggled(self, is_checked: bool) -> None:  # noqa: FBT001 - Qt's signature
        self.wished.emit(self._id, is_checked)


class EffectStrip(QWidget):
    """One row of chips that scrolls, in groups with a name.

    Args:
        parent: Qt owner.
    """

    region_picked = Signal(str)
    """An effect was chosen: its id."""
    region_cleared = Signal()
    """The chosen effect was let go."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("effect_strip")
        self.setFixedHeight(_HEIGHT)
        self._palette: Palette | None = None
        self._view = QWidget(self)
        self._row = QWidget(self._view)
        self._labels: dict[str, QLabel] = {}
        self._chips: dict[str, EffectChip] = {}
        self._groups: dict[str, list[str]] = {}
        self._offset = 0
        self._back = self._arrow("strip_back", "\u2039")
        self._on = self._arrow("strip_on", "\u203a")
        self._back.clicked.connect(self._on_back)
        self._on.clicked.connect(self._on_on)

    @property
    def is_filled(self) -> bool:
        """Whether the chips are there."""
        return bool(self._chips)

    def set_palette(self, palette: Palette) -> None:
        """Choose the colours."""
        self._palette = palette
        for chip in self._chips.values():
            chip.set_palette(palette)
        for label in self._labels.values():
            colors = label.palette()
            colors.setColor(label.foregroundRole(), palette.color("soft"))
            label.setPalette(colors)

    def set_names(self, name: str, back: str, on: str) -> None:
        """Set what assistive tools call the strip and its two arrows."""
        self.setAccessibleName(name)
        self.setToolTip(name)
        for button, text in ((self._back, back), (self._on, on)):
            button.setAccessibleName(text)
            button.setToolTip(text)

    def show_effects(
        self,
        groups: Sequence[tuple[str, Sequence[ChipContent]]],
        descriptions: Mapping[str, str],
    ) -> None:
        """Show the effects.

        Args:
            groups: name of each group, with its chips in order.
            descriptions: by effect, what assistive tools read.
        """
        for at, (name, contents) in enumerate(groups):
            label = self._labels.get(str(at)) or self._add_label(str(at))
            label.setText(name)
            self._groups[str(at)] = [content.id for content in contents]
            for content in contents:
                chip = self._chips.get(content.id) or self._add_chip(content.id)
                chip.show_content(content, descriptions[content.id])
        self._lay_out()

    def show_selected(self, region_id: str | None) -> None:
        """Mark the selected effect and bring it into sight."""
        for effect_id, chip in self._chips.items():
            if chip.isChecked() is not (effect_id == region_id):
                chip.show_selected(is_selected=effect_id == region_id)
        if region_id in self._chips:
            self._reveal(self._chips[region_id])

    def tab_stops(self) -> list[QWidget]:
        """What Tab walks, in reading order."""
        return [self._back, *self._chips.values(), self._on]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fill the width."""
        super().resizeEvent(event)
        self._lay_out()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll along."""
        delta = event.angleDelta()
        step = delta.x() if abs(delta.x()) > abs(delta.y()) else delta.y()
        self._scroll_to(self._offset - step)
        event.accept()

    def _lay_out(self) -> None:
        x = 0
        for at, chips in self._groups.items():
            label = self._labels[at]
            size = label.sizeHint()
            label.setGeometry(x, (_HEIGHT - size.height()) // 2, size.width(), size.height())
            x += size.width() + _GAP
            for effect_id in chips:
                chip = self._chips[effect_id]
                size = chip.sizeHint()
                chip.setGeometry(x, (_HEIGHT - size.height()) // 2, size.width(), size.height())
                x += size.width() + _GAP
            x += _GROUP_GAP - _GAP
        whole = max(x - _GROUP_GAP, 0)
        self._row.resize(whole, _HEIGHT)
        scrolls = whole > self.width()
        side = _ARROW + _GAP if scrolls else 0
        self._view.setGeometry(side, 0, self.width() - 2 * side, _HEIGHT)
        top = (_HEIGHT - _ARROW) // 2
        self._back.setGeometry(0, top, _ARROW, _ARROW)
        self._on.setGeometry(self.width() - _ARROW, top, _ARROW, _ARROW)
        for arrow in (self._back, self._on):
            arrow.setVisible(scrolls)
        self._scroll_to(self._offset)

    def _scroll_to(self, offset: int) -> None:
        most = max(self._row.width() - self._view.width(), 0)
        self._offset = min(max(offset, 0), most)
        self._row.move(QPoint(-self._offset, 0))
        self._back.setEnabled(self._offset > 0)
        self._on.setEnabled(self._offset < most)

    def _reveal(self, chip: QWidget) -> None:
        left, right = chip.x(), chip.x() + chip.width()
        if left - 20 < self._offset:
            self._scroll_to(left - 20)
        elif right + 20 > self._offset + self._view.width():
            self._scroll_to(right + 20 - self._view.width())

    def _arrow(self, name: str, sign: str) -> QuietButton:
        button = QuietButton(self, Role.LEAD)
        button.setObjectName(name)
        button.setText(sign)
        button.hide()
        return button

    def _add_label(self, at: str) -> QLabel:
        label = QLabel(self._row)
        label.setFont(font(Role.META_STRONG))
        label.setTextFormat(Qt.TextFormat.PlainText)
        self._labels[at] = label
        label.show()
        if self._palette is not None:
            self.set_palette(self._palette)
        return label

    def _add_chip(self, effect_id: str) -> EffectChip:
        chip = EffectChip(effect_id, self._row)
        chip.wished.connect(self._on_wished)
        chip.walked.connect(self._on_walked)
        chip.reached.connect(self._on_reached)
        if self._palette is not None:
            chip.set_palette(self._palette)
        self._chips[effect_id] = chip
        chip.show()
        return chip

    def _on_wished(self, effect_id: str, is_selected: bool) -> None:  # noqa: FBT001
        if is_selected:
            self.region_picked.emit(effect_id)
        else:
            self.region_cleared.emit()

    def _on_walked(self, step: int) -> None:
        chips = list(self._chips.values())
        at = chips.index(self.sender()) + step  # type: ignore[arg-type]
        chips[at % len(chips)].setFocus(Qt.FocusReason.TabFocusReason)

    def _on_reached(self) -> None:
        chip = self.sender()
        if isinstance(chip, QWidget):
            self._reveal(chip)

    def _on_back(self) -> None:
        self._scroll_to(self._offset - self._view.width() * 3 // 4)

    def _on_on(self) -> None:
        self._scroll_to(self._offset + self._view.width() * 3 // 4)
