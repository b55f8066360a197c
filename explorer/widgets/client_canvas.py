"""The picture of the client view: few names, large letters, a pointer that everybody sees."""

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from explorer.canvas.brain_canvas import BrainCanvas
from explorer.canvas.drawing import Drawing
from explorer.canvas.overlay import LinkLook
from explorer.canvas.palette import Palette
from explorer.canvas.plate import Plate

_LETTERS = (15, 24)
"""Size of the names on the picture, at least and at most, px."""
_WIDTH_OF_LETTERS = 36
"""The picture is so many times as wide as its letters are high."""
_NAMELESS = 480
"""A picture narrower than this has no names on it, px."""
_POINTER = 84


class PointerMark(QWidget):
    """A ring around what is pointed at. It never takes the mouse.

    Args:
        parent: the viewport of the picture.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("client_pointer")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFixedSize(_POINTER, _POINTER)
        self._palette: Palette | None = None
        self.hide()

    def set_palette(self, palette: Palette) -> None:
        """Choose the colours."""
        self._palette = palette
        self.update()

    def point_at(self, point: QPointF) -> None:
        """Move to a point of the parent, px."""
        self.move(point.toPoint() - self.rect().center())
        self.raise_()
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a ring that stands out on any ground."""
        del event
        if self._palette is None:
            return
        box = QRectF(self.rect()).adjusted(7, 7, -7, -7)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for token, width in (("panel", 12), ("accent", 7)):
                painter.setPen(QPen(self._palette.color(token), width))
                painter.drawEllipse(box)


class ClientCanvas(BrainCanvas):
    """A picture on which nothing is said in small letters.

    Args:
        drawing: outlines and anchors.
        plate: the picture behind the overlay.
        named: places that have their name on it, beside the one that is selected.
        parent: Qt owner.
    """

    pointed = Signal(QPointF)
    """The mouse moved to a point of the viewport, px."""

    def __init__(
        self, drawing: Drawing, plate: Plate, named: frozenset[str], parent: QWidget
    ) -> None:
        super().__init__(drawing, plate, parent)
        self._always = named
        self._links: list[LinkLook] = []
        self.pointer = PointerMark(self.viewport())
        self.setObjectName("client_canvas")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.set_animated(False)
        self.set_named(named)

    def set_palette(self, palette: Palette) -> None:
        """Choose the colours."""
        super().set_palette(palette)
        self.pointer.set_palette(palette)

    def set_regions(self, names: dict[str, tuple[str, str]]) -> None:
        """Set the names; a card that follows the mouse says no more than them."""
        super().set_regions({key: (name, "") for key, (name, _) in names.items()})

    def set_links(self, links: list[LinkLook]) -> None:
        """Set the links; only the one that is selected is drawn."""
        self._links = links
        super().set_links([link for link in links if link.id == self._selected])
        self._name_few()

    def show_selected(self, region_id: str | None) -> None:
        """Mark and name the selected region, or draw the selected link and name its ends."""
        if region_id != self._selected:
            super().show_selected(region_id)
            self.set_links(self._links)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell where the mouse is."""
        super().mouseMoveEvent(event)
        self.pointed.emit(event.position())

    def _name_few(self) -> None:
        """Name what matters now; where letters would hide the picture, the words name it alone."""
        if self.width() < _NAMELESS:
            self.set_named(frozenset())
            return
        shown = [link for link in self._links if link.id == self._selected]
        chosen = {self._selected} if self._selected is not None else set()
        ends = {end for link in shown for end in (link.origin, *link.targets)}
        self.set_named(self._always | chosen | ends)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the names grow with the picture."""
        least, most = _LETTERS
        face = self.font()
        size = min(max(event.size().width() // _WIDTH_OF_LETTERS, least), most)
        if face.pixelSize() != size:
            face.setPixelSize(size)
            self.setFont(face)
        super().resizeEvent(event)
        self._name_few()
