"""Parts beside each other that go on below where there is no more room."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget


class FlowRow(QWidget):
    """Each part is as large as it wants to be.

    Args:
        parent: Qt owner.
        spacing: between parts and between rows, px.
    """

    def __init__(self, parent: QWidget, spacing: int = 6) -> None:
        super().__init__(parent)
        self._spacing = spacing
        self._parts: list[QWidget] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, part: QWidget) -> None:
        """Add a part at the end."""
        part.setParent(self)
        self._parts.append(part)
        self.updateGeometry()

    def remove(self, part: QWidget) -> None:
        """Take a part out, for good."""
        self._parts.remove(part)
        part.hide()
        part.deleteLater()
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        """Narrower means more rows."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all rows at a width, both px."""
        return self._place(width, is_real=False)

    def sizeHint(self) -> QSize:
        """As wide as it is."""
        return QSize(max(self.width(), 200), self.heightForWidth(max(self.width(), 200)))

    def minimumSizeHint(self) -> QSize:
        """As narrow as its widest part."""
        return QSize(max((part.sizeHint().width() for part in self._parts), default=0), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the rows anew."""
        super().resizeEvent(event)
        self._place(self.width(), is_real=True)

    def event(self, event: QEvent) -> bool:
        """Follow a part that needs another size."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._place(self.width(), is_real=True)
            self.updateGeometry()
        return super().event(event)

    def _place(self, width: int, *, is_real: bool) -> int:
        left = top = row = 0
        for part in (part for part in self._parts if not part.isHidden()):
            size = part.sizeHint()
            if left and left + size.width() > width:
                left, top, row = 0, top + row + self._spacing, 0
            if is_real:
                part.setGeometry(left, top, size.width(), size.height())
            left += size.width() + self._spacing
            row = max(row, size.height())
        return top + row
