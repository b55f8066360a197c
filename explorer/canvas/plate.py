"""The picture behind the overlay: the drawing or a scan, painted once per size, then only copied.

Painting the SVG takes tens of milliseconds, far more than a frame. So the first frame uses a
picture that was baked, and a sharp one is painted when the program is idle, one layer of the
drawing per turn of the event loop, so that a click is never kept waiting.
"""

from collections.abc import Callable
from pathlib import Path
from threading import Thread
from typing import NamedTuple

from PySide6.QtCore import QObject, QPointF, QRectF, QSize, QTimer, Signal
from PySide6.QtGui import QImage, QPainter, QPixmap, QTransform

from explorer.canvas.fill import fill_box
from explorer.canvas.palette import Palette
from explorer.canvas.svg_picture import paint_svg, recolor, svg_layers

_REST_MS = 120
SCAN_ON_DARK = 0.82
"""How much of a scan's brightness is left on a dark ground."""


class _Wish(NamedTuple):
    """Everything that a sharp picture depends on, besides the palette."""

    to_view: QTransform
    size: QSize
    ratio: float
    hidden: frozenset[str]
    is_scan: bool

    def fits(self, other: "_Wish") -> bool:
        """Whether the other picture lies on the stage in the same way."""
        return self[:3] == other[:3]


class Plate(QObject):
    """Paints the picture behind the overlay.

    Args:
        read_svg: gives the SVG's bytes; called when first needed.
        view_box: the drawing's own coordinate box, in scene units.
        first_pictures: baked picture of the whole view box, by whether the ground is dark.
        parent: Qt owner.
        is_scheme: whether it shows something else than the brain, in colours that tell its parts
            apart.
    """

    refreshed = Signal()
    """A sharper picture is ready: paint again."""

    def __init__(
        self,
        read_svg: Callable[[], bytes],
        view_box: QRectF,
        first_pictures: dict[bool, Path] | None = None,
        parent: QObject | None = None,
        *,
        is_scheme: bool = False,
    ) -> None:
        super().__init__(parent)
        self._read_svg = read_svg
        self._view_box = view_box
        self._first_pictures = first_pictures or {}
        self._is_scheme = is_scheme
        self._palette: Palette | None = None
        self._hidden: frozenset[str] = frozenset()
        self._scan: QImage | None = None
        self._first: QPixmap | None = None
        self._reading: _PictureFile | None = None
        self._sharp: dict[_Wish, QPixmap] = {}
        self._shown: _Wish | None = None
        self._wanted: _Wish | None = None
        self._pending: list[bytes] = []
        self._canvas: QImage | None = None
        self._layers: dict[frozenset[str], list[bytes]] = {}
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._begin)
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._paint_layer)

    @property
    def is_settled(self) -> bool:
        """Whether the sharp picture for the last size asked for is there."""
        return self._wanted is not None and self._wanted in self._sharp

    def set_palette(self, palette: Palette) -> None:
        """Choose the ground. The picture is painted anew."""
        if palette == self._palette:
            return
        self._palette = palette
        self._stop()
        self._layers = {}
        self._sharp = {}
        self._shown = self._wanted = None
        path = self._first_pictures.get(palette.is_dark)
        self._reading = None if path is None else _PictureFile(path)
        self._first = None

    def set_hidden(self, groups: frozenset[str]) -> None:
        """Leave groups of the drawing out, by their ids. Each set is kept once it was painted."""
        self._hidden = groups

    def set_scan(self, picture: bytes | None) -> None:
        """Show a scan that fills the same view box, or the drawing. What is no picture is none."""
        scan = None if picture is None else QImage.fromData(picture)
        self._scan = None if scan is None or scan.isNull() else scan
        self._sharp = {wish: kept for wish, kept in self._sharp.items() if not wish.is_scan}
        if self._shown not in self._sharp:
            self._shown = None
        if self._wanted not in self._sharp:
            self._wanted = None
            self._stop()

    def paint(
        self, painter: QPainter, exposed: QRectF, to_view: QTransform, size: QSize, ratio: float
    ) -> None:
        """Paint the part of the plate that lies in `exposed`.

        Args:
            painter: paints in viewport pixels (no transform set).
            exposed: part of the viewport to paint, px.
            to_view: from scene units to viewport pixels; it may mirror.
            size: size of the viewport, px.
            ratio: device pixels per pixel.
        """
        assert self._palette is not None, "set_palette comes first"
        hidden = frozenset() if self._scan is not None else self._hidden
        wish = _Wish(to_view, size, ratio, hidden, self._scan is not None)
        if wish != self._wanted:
            is_resized = self._wanted is None or not wish.fits(self._wanted)
            self._wanted = wish
            self._stop()
            if wish not in self._sharp:
                # While a window is dragged to another size, painting each would be in vain.
                self._rest.start(_REST_MS if is_resized and not hidden else 0)
        sharp = self._sharp.get(wish)
        if sharp is not None:
            self._shown = wish
            source = QRectF(
                exposed.x() * ratio,
                exposed.y() * ratio,
                exposed.width() * ratio,
                exposed.height() * ratio,
            )
            painter.drawPixmap(exposed, sharp, source)
            return
        fill_box(painter, exposed, self._palette.color("paper"))
        self._paint_meanwhile(painter, exposed, wish)

    def _paint_meanwhile(self, painter: QPainter, exposed: QRectF, wish: _Wish) -> None:
        """Stretch the picture that was shown last, or the baked one, to where the drawing is."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setClipRect(exposed)
        shown = None if self._shown is None else self._sharp.get(self._shown)
        if self._shown is not None and shown is not None:
            painter.setTransform(self._shown.to_view.inverted()[0] * wish.to_view)
            box = QRectF(QPointF(0, 0), self._shown.size.toSizeF())
            painter.drawPixmap(box, shown, QRectF(shown.rect()))
        elif not wish.hidden and not wish.is_scan:
            self._take_first_picture()
            if self._first is not None:
                painter.setTransform(wish.to_view)
                painter.drawPixmap(self._view_box, self._first, QRectF(self._first.rect()))
        painter.restore()

    def _take_first_picture(self) -> None:
        if self._reading is not None:
            picture = QPixmap.fromImage(self._reading.image())
            self._first = None if picture.isNull() else picture
            self._reading = None

    def _stop(self) -> None:
        self._rest.stop()
        self._turn.stop()
        self._pending = []
        self._canvas = None

    def _begin(self) -> None:
        if self._wanted is None or self._palette is None:
            return
        self._canvas = QImage(self._wanted.size * self._wanted.ratio, QImage.Format.Format_RGB32)
        self._canvas.setDevicePixelRatio(self._wanted.ratio)
        self._canvas.fill(self._palette.color("paper"))
        if self._scan is not None:
            self._paint_scan(self._canvas, self._scan, self._palette, self._wanted.to_view)
            self._finish(self._canvas, self._wanted)
            return
        if self._hidden not in self._layers:
            svg = recolor(self._read_svg(), self._palette, is_scheme=self._is_scheme)
            self._layers[self._hidden] = svg_layers(svg, self._hidden)
        self._pending = list(self._layers[self._hidden])
        self._turn.start()

    def _paint_layer(self) -> None:
        if self._canvas is None or self._wanted is None:
            return
        if self._pending:
            layer = self._pending.pop(0)
            paint_svg(self._canvas, layer, self._view_box, self._wanted.to_view)
        if self._pending:
            self._turn.start()
        else:
            self._finish(self._canvas, self._wanted)

    def _paint_scan(
        self, canvas: QImage, scan: QImage, palette: Palette, to_view: QTransform
    ) -> None:
        with QPainter(canvas) as painter:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.setTransform(to_view)
            painter.setOpacity(SCAN_ON_DARK if palette.is_dark else 1.0)
            painter.drawImage(self._view_box, scan)

    def _finish(self, canvas: QImage, wish: _Wish) -> None:
        self._reading = self._first = None
        picture = QPixmap.fromImage(canvas)
        # A plain pixel grid: `paint` maps device pixels itself.
        picture.setDevicePixelRatio(1.0)
        self._sharp = {old: kept for old, kept in self._sharp.items() if old.fits(wish)}
        self._sharp[wish] = picture
        self._shown = wish
        self._canvas = None
        self.refreshed.emit()


class _PictureFile:
    """A picture that is decoded on a thread of its own, while the window is being built.

    Args:
        path: the file; one that cannot be read gives an empty picture.
    """

    def __init__(self, path: Path) -> None:
        self._image = QImage()
        self._thread = Thread(target=self._image.load, args=(str(path),), daemon=True)
        self._thread.start()

    def image(self) -> QImage:
        """Return the picture as soon as it is there."""
        self._thread.join()
        return self._image
