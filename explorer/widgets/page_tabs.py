"""The pages of the window as a row of quiet tabs."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from explorer.canvas.palette import Palette
from explorer.i18n import Words
from explorer.widgets.segmented import Segment
from explorer.widgets.typeface import Role, font, text_width

_PAD = 8
_HEIGHT = 34


class PageTab(Segment):
    """One tab: the page that is shown has a line under its name."""

    def sizeHint(self) -> QSize:
        """Room for the name at its boldest."""
        return QSize(text_width(Role.META_STRONG, self.text()) + 2 * _PAD, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint name, line and focus ring."""
        del event
        if self._palette is None:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            accent = self._palette.color("accent")
            if self.hasFocus():
                painter.setPen(QPen(accent, 2))
                painter.drawRoundedRect(box, 7, 7)
            is_strong = self.isChecked() or self.underMouse()
            painter.setPen(self._palette.color("ink" if is_strong else "soft"))
            painter.setFont(font(Role.META_STRONG if self.isChecked() else Role.META))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
            if self.isChecked() and not self.hasFocus():
                painter.setPen(QPen(accent, 2))
                below = box.bottom() - 2
                painter.drawLine(
                    box.bottomLeft().toPoint().x() + _PAD,
                    round(below),
                    box.bottomRight().toPoint().x() - _PAD,
                    round(below),
                )


class PageTabs(QWidget):
    """Lets a person go to any page; folds to the way back to the brain.

    Args:
        pages: ids in order; the first is the brain.
        parent: Qt owner.
    """

    picked = Signal(str)
    """The person chose a page: its id."""

    def __init__(self, pages: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("page_tabs")
        self._tabs = {page: PageTab(page, self) for page in pages}
        self._shown = pages[0]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for page, tab in self._tabs.items():
            tab.setObjectName(f"page_tab_{page}")
            tab.toggled.connect(self._on_toggled)
            row.addWidget(tab)

    @property
    def whole_width(self) -> int:
        """Width of all tabs beside each other, px."""
        return sum(tab.sizeHint().width() + 2 for tab in self._tabs.values())

    def set_words(self, words: Words) -> None:
        """Choose the language."""
        self.setAccessibleName(words("page.name"))
        for page, tab in self._tabs.items():
            tab.setText(words(f"page.{page}"))
            tab.setAccessibleName(words(f"page.{page}"))
            tab.updateGeometry()

    def set_palette(self, palette: Palette) -> None:
        """Choose the colours."""
        for tab in self._tabs.values():
            tab.set_palette(palette)

    def show_page(self, page: str) -> bool:
        """Follow the view state without asking for anything. Returns whether that was news."""
        if self._tabs[page].isChecked():
            return False
        self._shown = page
        for tab in self._tabs.values():
            tab.blockSignals(True)
        self._tabs[page].setChecked(True)
        for tab in self._tabs.values():
            tab.blockSignals(False)
            tab.update()
        return True

    def fold(self, *, is_folded: bool) -> None:
        """Show all tabs, or only the way back where there is something to go back from."""
        first = next(iter(self._tabs))
        for page, tab in self._tabs.items():
            is_wanted = not is_folded or (page == first and self._shown != first)
            if tab.isHidden() is is_wanted:
                tab.setVisible(is_wanted)

    def tab_stops(self) -> list[QWidget]:
        """The tabs, in order."""
        return list(self._tabs.values())

    def _on_toggled(self, checked: bool) -> None:  # noqa: FBT001 - Qt's signature
        tab = self.sender()
        if checked and isinstance(tab, PageTab):
            self.picked.emit(tab.value)
