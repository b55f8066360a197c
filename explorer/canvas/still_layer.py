"""Parts of the picture that seldom change, kept as pixmaps."""

from collections.abc import Callable, Hashable

from PySide6.QtCore import QRect, QRectF, QSize, Qt
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
        whole = _whole(key, viewport)
        if whole not in (self._key, self._seen):
            self._seen = whole
            painter.save()
            draw(painter)
            painter.restore()
            return
        picture = self.picture(viewport, key, draw)
        painter.drawPixmap(QRectF(exposed), picture, _source(exposed, viewport))

    def picture(
        self, viewport: QWidget, key: Hashable, draw: Callable[[QPainter], None]
    ) -> QPixmap:
        """Return the picture of the whole layer, drawn now if it must be."""
        whole = _whole(key, viewport)
        if whole != self._key:
            self._picture = _fitted(self._picture, viewport)
            self._picture.fill(Qt.GlobalColor.transparent)
            with QPainter(self._picture) as inner:
                draw(inner)
            self._key = whole
        return self._picture


class BlendLayer:
    """A layer with two ends, between which the slider moves.

    In between, the pictures of both ends are mixed pixel by pixel: what is the same at both does
    not change at all, and a step takes no longer however much there is to draw.
    """

    def __init__(self) -> None:
        self._ends = (StillLayer(), StillLayer())
        self._mixed = QPixmap()

    def paint(
        self,
        painter: QPainter,
        viewport: QWidget,
        exposed: QRect,
        key: Hashable,
        blend: float,
        draw: Callable[[QPainter, float], None],
    ) -> None:
        """Paint the layer.

        Args:
            painter: paints in viewport pixels.
            viewport: gives size and pixel ratio of the layer.
            exposed: part of the viewport to paint, px.
            key: everything that the layer depends on, besides the slider.
            blend: position of the slider, 0 to 1.
            draw: draws the whole layer in viewport pixels as it is at one end, 0 or 1.
        """

        def draw_first(inner: QPainter) -> None:
            draw(inner, 0.0)

        def draw_second(inner: QPainter) -> None:
            draw(inner, 1.0)

        first, second = self._ends
        if blend <= 0.0:
            first.paint(painter, viewport, exposed, key, draw_first)
            return
        if blend >= 1.0:
            second.paint(painter, viewport, exposed, key, draw_second)
            return
        source = _source(exposed, viewport)
        self._mixed = _fitted(self._mixed, viewport)
        with QPainter(self._mixed) as inner:
            # With an opacity this mode does not paint over what is there, but mixes with it.
            inner.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
            inner.drawPixmap(QRectF(exposed), first.picture(viewport, key, draw_first), source)
            inner.setOpacity(blend)
            inner.drawPixmap(QRectF(exposed), second.picture(viewport, key, draw_second), source)
        painter.drawPixmap(QRectF(exposed), self._mixed, source)


def _whole(key: Hashable, viewport: QWidget) -> Hashable:
    return (key, viewport.size().toTuple(), viewport.devicePixelRatioF())


def _fitted(picture: QPixmap, viewport: QWidget) -> QPixmap:
    """Return the picture if it has the size of the viewport, else a new one."""
    ratio = viewport.devicePixelRatioF()
    size: QSize = viewport.size() * ratio
    if picture.size() != size:
        picture = QPixmap(size)
        picture.fill(Qt.GlobalColor.transparent)
    picture.setDevicePixelRatio(ratio)
    return picture


def _source(exposed: QRect, viewport: QWidget) -> QRectF:
    """Return a part of the viewport in device pixels."""
    ratio = viewport.devicePixelRatioF()
    return QRectF(
        exposed.x() * ratio,
        exposed.y() * ratio,
        exposed.width() * ratio,
        exposed.height() * ratio,
    )
