"""The top of the panel, and what it shows before anything is selected."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QVBoxLayout, QWidget

from explorer.canvas.palette import Palette
from explorer.i18n import Words
from explorer.widgets.quiet_button import QuietButton
from explorer.widgets.typeface import Role, font

_CHIP_GAP = 12


class UseChip(QLabel):
    """A rounded tag that names the use.

    Args:
        parent: Qt owner.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("use_chip")
        self.setFont(font(Role.META_STRONG))
        self._palette: Palette | None = None

    def set_palette(self, palette: Palette) -> None:
        """Choose the colours."""
        self._palette = palette
        self.update()

    def sizeHint(self) -> QSize:
        """The text with its rounded ends."""
        metrics = QFontMetrics(self.font())
        return QSize(metrics.horizontalAdvance(self.text()) + 24, metrics.height() + 10)

    def minimumSizeHint(self) -> QSize:
        """Names are never cut off."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the tag."""
        del event
        if self._palette is None:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._palette.color("accent_wash"))
            box = QRectF(self.rect())
            painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
            painter.setPen(self._palette.color("accent"))
            painter.setFont(self.font())
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())


class PanelTop(QWidget):
    """Name of the region, the use, and what the region does.

    Args:
        parent: the panel.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._name = QLabel(self)
        self._name.setObjectName("region_name")
        self._name.setFont(font(Role.NAME))
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        self._chip = UseChip(self)
        self._summary = QLabel(self)
        self._summary.setObjectName("region_summary")
        self._summary.setFont(font(Role.BODY))
        self._summary.setWordWrap(True)
        self._summary.setTextFormat(Qt.TextFormat.PlainText)
        self._summary.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        # The name's own width must not hold the panel open: `_place_chip` sees to the room.
        self._name.setMinimumWidth(1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(_CHIP_GAP)
        self._row.addWidget(self._name, 1)
        self._row.addWidget(self._chip, alignment=Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._row)
        column.addWidget(self._summary)

    def set_palette(self, palette: Palette) -> None:
        """Choose the colours."""
        self._chip.set_palette(palette)
        colors = self._summary.palette()
        colors.setColor(self._summary.foregroundRole(), palette.color("soft"))
        self._summary.setPalette(colors)

    def show_texts(self, name: str, use: str, summary: str) -> None:
        """Show a region."""
        self._name.setText(name)
        self._chip.setText(use)
        self._chip.updateGeometry()
        self._chip.update()
        self._summary.setText(summary)
        self._place_chip()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Names are never cut off: the use goes below the name where there is no room beside it."""
        super().resizeEvent(event)
        self._place_chip()

    def _place_chip(self) -> None:
        needed = self._name.sizeHint().width() + _CHIP_GAP + self._chip.sizeHint().width()
        is_beside = needed <= self.width()
        self._row.setDirection(
            QBoxLayout.Direction.LeftToRight if is_beside else QBoxLayout.Direction.TopToBottom
        )
        side = Qt.AlignmentFlag.AlignVCenter if is_beside else Qt.AlignmentFlag.AlignLeft
        self._row.setAlignment(self._chip, side)


class StartHint(QWidget):
    """How to begin: shown while nothing is selected.

    Args:
        parent: the panel.
    """

    region_picked = Signal(str)
    """The person chose a region by its name."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("start_hint")
        self._title = QLabel(self)
        self._title.setObjectName("start_title")
        self._title.setFont(font(Role.NAME))
        self._title.setWordWrap(True)
        self._lines = [QLabel(self) for _ in range(3)]
        self._buttons: dict[str, QuietButton] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self._column.addWidget(self._title)
        self._column.addWidget(self._lines[0])
        for line in self._lines:
            line.setFont(font(Role.BODY))
            line.setWordWrap(True)
        self._column.addSpacing(8)
        for line in self._lines[1:]:
            self._column.addWidget(line)
        self._column.addStretch(1)

    def set_palette(self, palette: Palette) -> None:
        """Choose the colours."""
        for line in self._lines:
            colors = line.palette()
            colors.setColor(line.foregroundRole(), palette.color("soft"))
            line.setPalette(colors)

    def show_texts(self, words: Words, regions: dict[str, str]) -> None:
        """Write the hint, with a button for each region (id to name)."""
        self._title.setText(words("start.title"))
        for number, line in enumerate(self._lines, start=1):
            line.setText(words(f"start.line_{number}"))
        for place, (region_id, name) in enumerate(regions.items()):
            button = self._buttons.get(region_id) or self._add_button(region_id, place)
            button.setText(name)

    def tab_stops(self) -> list[QWidget]:
        """The buttons, in order."""
        return list(self._buttons.values())

    def _add_button(self, region_id: str, place: int) -> QuietButton:
        button = QuietButton(self, Role.LEAD)
        button.setObjectName(f"start_{region_id}")
        button.setMinimumHeight(40)
        button.setProperty("region", region_id)
        button.clicked.connect(self._on_clicked)
        self._column.insertWidget(2 + place, button)
        self._buttons[region_id] = button
        return button

    def _on_clicked(self) -> None:
        self.region_picked.emit(str(self.sender().property("region")))
