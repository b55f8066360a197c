"""Parts beside each other, which go on in a next row where there is no room."""

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

_GAP = 10
_ROW_GAP = 6


class WrapRow(QWidget):
    """Lays its parts out in as few rows as the width allows.

    Args:
        parent: Qt owner.
        margins: left, top, right and bottom, px.
    """

    def __init__(self, parent: QWidget, margins: tuple[int, int, int, int]) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._margins = margins
        self._groups: list[tuple[QWidget, ...]] = []
        self._corner: tuple[QWidget, ...] = ()
        self._spare: list[QWidget] = []
        self._wanted: set[QWidget] = set()

    def add(self, *parts: QWidget) -> None:
        """Add parts that stay together in a row."""
        for part in parts:
            part.setParent(self)
            self._wanted.add(part)
        self._groups.append(parts)

    def set_corner(self, *parts: QWidget) -> None:
        """Set the parts at the right end of the first row."""
        self.add(*parts)
        self._corner = self._groups.pop()

    def set_spare(self, *parts: QWidget) -> None:
        """Name parts that are left out when that saves a row."""
        self._spare = list(parts)

    def set_wanted(self, part: QWidget, *, is_wanted: bool) -> None:
        """Show a part, or leave it out. Call `lay_out` afterwards."""
        if is_wanted:
            self._wanted.add(part)
        else:
            self._wanted.discard(part)

    def lay_out(self) -> None:
        """Place the parts for the width there is."""
        rows = self._rows(self._wanted)
        lean = self._rows(self._wanted - set(self._spare))
        if len(lean) < len(rows):
            rows = lean
        _, top, _, bottom = self._margins
        shown: set[QWidget] = set()
        for row in rows:
            shown.update(part for group in row for part in group)
            top += self._place_row(row, top) + _ROW_GAP
        for part in (part for group in (*self._groups, self._corner) for part in group):
            if part.isHidden() is (part in shown):
                part.setVisible(part in shown)
        height = top - _ROW_GAP + bottom if rows else 0
        if height != self.height():
            self.setFixedHeight(height)

    def _place_row(self, row: list[tuple[QWidget, ...]], top: int) -> int:
        """Place the parts of one row. Returns its height, px."""
        height = max(_size(part).height() for group in row for part in group)
        x = self._margins[0]
        for group in row:
            if group is self._corner:
                x = max(x, self.width() - self._margins[2] - _width(group))
            for part in group:
                size = _size(part)
                middle = top + (height - size.height()) // 2
                part.setGeometry(QRect(x, middle, size.width(), size.height()))
                x += size.width() + _GAP
        return height

    def sizeHint(self) -> QSize:
        """As wide as it gets; the height follows the width."""
        return QSize(400, self.height())

    def minimumSizeHint(self) -> QSize:
        """As narrow as the stage gets."""
        return QSize(200, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fill the width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.lay_out()

    def event(self, event: QEvent) -> bool:
        """Follow a part that needs another width."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.lay_out()
        return super().event(event)

    def _rows(self, wanted: set[QWidget]) -> list[list[tuple[QWidget, ...]]]:
        room = self.width() - self._margins[0] - self._margins[2]
        rows: list[list[tuple[QWidget, ...]]] = [[]]
        used = _width(self._corner) + _GAP if self._corner else 0
        for whole in self._groups:
            group = tuple(part for part in whole if part in wanted)
            if not group:
                continue
            needed = _width(group) + _GAP
            if rows[-1] and used + needed - _GAP > room:
                rows.append([])
                used = 0
            rows[-1].append(group)
            used += needed
        if self._corner:
            rows[0].append(self._corner)
        return [row for row in rows if row]


def _width(group: tuple[QWidget, ...]) -> int:
    return sum(_size(part).width() for part in group) + _GAP * (len(group) - 1)


def _size(part: QWidget) -> QSize:
    return part.sizeHint().expandedTo(part.minimumSize()).boundedTo(part.maximumSize())
