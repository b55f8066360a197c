"""A part of the picture that seldom changes, kept as a pixmap."""

from collections.abc import Callable, Hashable

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QWidget


class StillLayer:
    """Paints through a picture that is drawn anew only when its key changes.

    The first time for a key it paints directly, for it may be the only time.
    """

    def __init__(self) -> None:
        self._key: Hashable = None
        self._seen: Hashable = None
        self._picture = QPixmap()

    def paint(
        self,
        painter: QPainter,
        viewport: QWidget,
        exposed: QRect,
        key: Hashable,
        draw: Callable[[QPainter], None],
    ) -> None:
        """Paint the layer.

        Args:
            painter: paints in viewport pixels.
            viewport: gives size and pixel ratio of the layer.
            exposed: part of the viewport to paint, px.
            key: everything that the layer depends on.
            draw: draws the whole layer in viewport pixels.
        """
        size, ratio = viewport.size(), viewport.devicePixelRatioF()
        whole = (key, size.toTuple(), ratio)
        if whole != self._key:
            if whole != self._seen:
                self._seen = whole
                painter.save()
                draw(painter)
                painter.restore()
                return
            if self._picture.size() != size * ratio:
                self._picture = QPixmap(size * ratio)
            self._picture.setDevicePixelRatio(ratio)
            self._picture.fill(Qt.GlobalColor.transparent)
            with QPainter(self._picture) as inner:
                draw(inner)
            self._key = whole
        source = QRectF(
            exposed.x() * ratio,
            exposed.y() * ratio,
            exposed.width() * ratio,
            exposed.height() * ratio,
        )
        painter.drawPixmap(QRectF(exposed), self._picture, source)
