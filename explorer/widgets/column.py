"""Parts under each other, each as high as its text needs at the width there is."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

_NARROW = 200


class Column(QFrame):
    """Stacks its parts from the top; hidden ones take no room.

    Qt's box layouts do the same. But nested, with heights that depend on widths, they ask every
    text for its height many times over, which takes longer than everything else that a click does.

    Args:
        parent: Qt owner.
        margins: left, top, right and bottom, px.
        spacing: between two parts, px.
        widest: no part is wider than this, px, so that lines stay readable; None for no limit.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        margins: tuple[int, int, int, int] = (0, 0, 0, 0),
        spacing: int = 0,
        widest: int | None = None,
    ) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._margins = margins
        self._spacing = spacing
        self._widest = widest
        self._parts: list[tuple[QWidget, bool]] = []
        self._heights: dict[int, int] = {}
        self._label_heights: dict[QLabel, tuple[tuple[str, int, int], int]] = {}

    def add(self, part: QWidget, place: int | None = None, *, is_wide: bool = True) -> None:
        """Add a part at the end, or at a place.

        Args:
            part: becomes a child of the column.
            place: how many parts come before it.
            is_wide: as wide as the column, or else as wide as it wants to be.
        """
        if part.parentWidget() is not self:
            part.setParent(self)
        self._parts.insert(len(self._parts) if place is None else place, (part, is_wide))
        self.refit()

    def remove(self, part: QWidget) -> None:
        """Take a part out; it stays a child."""
        self._parts = [entry for entry in self._parts if entry[0] is not part]
        if isinstance(part, QLabel):
            self._label_heights.pop(part, None)
        self.refit()

    def hasHeightForWidth(self) -> bool:
        """Texts wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all parts at a width, both px."""
        if width not in self._heights:  # a layout asks for the same few widths many times
            _, top, _, bottom = self._margins
            inner = self._inner(width)
            heights = [self._height(part, inner) for part, _ in self._parts if not part.isHidden()]
            gaps = self._spacing * max(len(heights) - 1, 0)
            self._heights[width] = top + sum(heights) + gaps + bottom
        return self._heights[width]

    def sizeHint(self) -> QSize:
        """As wide as it is."""
        width = max(self.width(), _NARROW)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """As narrow as the panel gets; the height is a matter of the width."""
        return QSize(_NARROW, 0)

    def event(self, event: QEvent) -> bool:
        """Follow a part that needs another height."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._heights.clear()
            self._place()
            if self.heightForWidth(self.width()) != self.height():
                self.updateGeometry()
        return super().event(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Work the heights out anew: what changed out of sight told nobody."""
        super().showEvent(event)
        self.refit()
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the parts their width."""
        super().resizeEvent(event)
        self._place()

    def refit(self) -> None:
        """Work the heights out anew."""
        self._heights.clear()
        self.updateGeometry()

    def _inner(self, width: int) -> int:
        """Return the room for a part at a width of the whole, both px."""
        inner = width - self._margins[0] - self._margins[2]
        return inner if self._widest is None else min(inner, self._widest)

    def _place(self) -> None:
        left, top, _, _ = self._margins
        inner = self._inner(self.width())
        for part, is_wide in self._parts:
            if part.isHidden():
                continue
            height = self._height(part, inner)
            width = inner if is_wide else min(part.sizeHint().width(), inner)
            part.setGeometry(left, top, width, height)
            top += height + self._spacing

    def _height(self, part: QWidget, width: int) -> int:
        if isinstance(part, QLabel):  # each would lay its text out anew for every question
            key = (part.text(), part.font().pixelSize(), width)
            known = self._label_heights.get(part)
            if known is None or known[0] != key:
                known = self._label_heights[part] = (key, _fresh_height(part, width))
            return known[1]
        return _fresh_height(part, width)


def _fresh_height(part: QWidget, width: int) -> int:
    height = part.heightForWidth(width)
    return height if height >= 0 else part.sizeHint().height()
