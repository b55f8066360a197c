"""The top of the panel, and what it shows before anything is selected."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from explorer.canvas.palette import Palette
from explorer.i18n import Words
from explorer.widgets.column import Column
from explorer.widgets.quiet_button import QuietButton
from explorer.widgets.term_text import TermText
from explorer.widgets.typeface import Role, font, text_width
from explorer.widgets.wrap_row import WrapRow

_CHIP_GAP = 12
_LONG_NAME = 330
"""Names wider than this at their full size would not fit the narrowest panel, px."""


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


class NameRow(QWidget):
    """The name of the place with the use beside it, or below it where there is no room.

    Args:
        parent: the top of the panel.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._name = QLabel(self)
        self._name.setObjectName("region_name")
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        self._name.setWordWrap(True)
        self._chip = UseChip(self)

    def set_palette(self, palette: Palette) -> None:
        """Choose the colours."""
        self._chip.set_palette(palette)

    def show_texts(self, name: str, use: str) -> None:
        """Show a name; a long one is set smaller."""
        if name != self._name.text():
            is_long = text_width(Role.NAME, name) > _LONG_NAME
            self._name.setFont(font(Role.HEADING if is_long else Role.NAME))
            self._name.setText(name)
        self._chip.setText(use)
        self._chip.update()
        self._place()
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        """Long names wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height at a width, both px."""
        chip = self._chip.sizeHint()
        name = self._name_height(width)
        return max(name, chip.height()) if self._is_beside(width) else name + 6 + chip.height()

    def sizeHint(self) -> QSize:
        """As wide as it is."""
        return QSize(self.width(), self.heightForWidth(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fill the width."""
        super().resizeEvent(event)
        self._place()

    def event(self, event: QEvent) -> bool:
        """Follow a larger text."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._place()
            self.updateGeometry()
        return super().event(event)

    def _place(self) -> None:
        width, chip = self.width(), self._chip.sizeHint()
        name = self._name_height(width)
        if self._is_beside(width):
            height = max(name, chip.height())
            self._name.setGeometry(0, (height - name) // 2, width - chip.width() - _CHIP_GAP, name)
            corner = QPoint(width - chip.width(), (height - chip.height()) // 2)
        else:
            self._name.setGeometry(0, 0, width, name)
            corner = QPoint(0, name + 6)
        self._chip.setGeometry(QRect(corner, chip))

    def _is_beside(self, width: int) -> bool:
        return self._one_line() + _CHIP_GAP + self._chip.sizeHint().width() <= width

    def _name_height(self, width: int) -> int:
        if self._is_beside(width):
            width -= self._chip.sizeHint().width() + _CHIP_GAP
        return self._name.heightForWidth(max(width, 1))

    def _one_line(self) -> int:
        return QFontMetrics(self._name.font()).horizontalAdvance(self._name.text()) + 2


class PanelTop(Column):
    """Name of the place, the use, what the place is, and where else it is drawn.

    Args:
        parent: the panel.
        margins: left, top, right and bottom, px.
    """

    spot_wished = Signal(str, int)
    """`(view, plane)`: the person wants to see the place where it is drawn."""

    def __init__(self, parent: QWidget, margins: tuple[int, int, int, int]) -> None:
        super().__init__(parent, margins=margins, spacing=4)
        self._name = NameRow(self)
        self._kind = self._label("region_kind", Role.META)
        self._summary = TermText(Role.BODY, self)
        self._summary.setObjectName("region_summary")
        self._where = WrapRow(self, (0, 2, 0, 0))
        self._where.setObjectName("shown_in")
        self._where_label = QLabel(self._where)
        self._where_label.setFont(font(Role.META))
        self._where.add(self._where_label)
        self._spots: list[QuietButton] = []
        for part in (self._name, self._kind, self._summary, self._where):
            self.add(part)

    def set_palette(self, palette: Palette) -> None:
        """Choose the colours."""
        self._name.set_palette(palette)
        for label in (self._kind, self._summary, self._where_label):
            colors = label.palette()
            colors.setColor(label.foregroundRole(), palette.color("soft"))
            label.setPalette(colors)

    def show_texts(self, name: str, kind: str, use: str, summary: str) -> None:
        """Show a place."""
        self._name.show_texts(name, use)
        self._summary.setText(summary)
        self._kind.setText(kind)
        if self._kind.isHidden() is bool(kind):
            self._kind.setVisible(bool(kind))
        self.refit()

    def show_spots(self, label: str, spots: Sequence[tuple[str, int, str]]) -> None:
        """Offer the views in which the place is drawn: id, plane and name of each."""
        if not spots and self._where.isHidden():
            return
        self._where_label.setText(label)
        while len(self._spots) < len(spots):
            button = QuietButton(self, is_link=True)
            button.clicked.connect(self._on_spot_clicked)
            self._where.add(button)
            self._spots.append(button)
        for at, button in enumerate(self._spots):
            self._where.set_wanted(button, is_wanted=at < len(spots))
            if at < len(spots):
                view, plane, text = spots[at]
                button.setObjectName(f"spot_{view}_{plane}")
                button.setText(text)
                button.setProperty("spot", [view, plane])
        if self._where.isHidden() is bool(spots):
            self._where.setVisible(bool(spots))
        if spots:
            self._where.lay_out()
        self.refit()

    def tab_stops(self) -> list[QWidget]:
        """The text, for its known words, and the views in which the place is drawn."""
        return [self._summary, *self._spots]

    def _label(self, name: str, role: Role) -> QLabel:
        label = QLabel(self)
        label.setObjectName(name)
        label.setFont(font(role))
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label

    def _on_spot_clicked(self) -> None:
        view, plane = self.sender().property("spot")
        self.spot_wished.emit(str(view), int(plane))


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

    def show_texts(self, words: Words, regions: dict[str, str], *, is_synapse: bool) -> None:
        """Write the hint, with a button for each region (id to name)."""
        self._title.setText(words("start.title_synapse" if is_synapse else "start.title"))
        for number, line in enumerate(self._lines, start=1):
            line.setText(words(f"start.line_{number}"))
        for place, (region_id, name) in enumerate(regions.items()):
            button = self._buttons.get(region_id) or self._add_button(region_id, place)
            button.setText(name)
        for region_id, button in self._buttons.items():
            if button.isHidden() is (region_id in regions):
                button.setVisible(region_id in regions)

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
