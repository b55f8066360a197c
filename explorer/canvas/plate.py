"""The drawn plate: painted from its SVG once per size, then only copied.

Painting the SVG takes tens of milliseconds, far more than a frame. So the first frame uses a
picture that was baked, and a sharp one is painted when the program is idle, one layer of the
drawing per turn of the event loop, so that a click is never kept waiting.
"""

import re
from collections.abc import Callable
from pathlib import Path
from threading import Thread

from PySide6.QtCore import QByteArray, QObject, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap, QTransform

from explorer.canvas.fill import fill_box
from explorer.canvas.palette import Palette

_SVG = "http://www.w3.org/2000/svg"
_HEX_COLOR = re.compile(rb"#([0-9A-Fa-f]{6})\b")
_REST_MS = 120


def recolor(svg: bytes, palette: Palette) -> bytes:
    """Quieten every colour of an SVG as the palette asks, such as darker on a dark ground."""
    if palette.plate_saturation == 1.0 and palette.plate_lightness == 1.0:
        return svg

    def quieten(match: re.Match[bytes]) -> bytes:
        color = QColor(f"#{match[1].decode()}")
        changed = QColor.fromHslF(
            max(color.hslHueF(), 0.0),
            color.hslSaturationF() * palette.plate_saturation,
            color.lightnessF() * palette.plate_lightness,
        )
        return changed.name().encode()

    return _HEX_COLOR.sub(quieten, svg)


def svg_layers(svg: bytes) -> list[bytes]:
    """Split a drawing into one document per child of its root, in paint order.

    Definitions (gradients) go into each. A drawing that copies shapes with `use` stays whole.
    """
    if b"<use" in svg:
        return [svg]
    from xml.etree import ElementTree as ET  # reads only what passed the safety checks

    ET.register_namespace("", _SVG)
    root = ET.fromstring(svg)
    shared = [child for child in root if child.tag == f"{{{_SVG}}}defs"]
    quiet = {f"{{{_SVG}}}{name}" for name in ("defs", "title", "desc", "metadata")}
    layers = []
    for child in root:
        if child.tag in quiet:
            continue
        layer = ET.Element(root.tag, root.attrib)
        layer.extend([*shared, child])
        layers.append(ET.tostring(layer))
    return layers


class Plate(QObject):
    """Paints the drawing behind the overlay.

    Args:
        read_svg: gives the SVG's bytes; called when first needed.
        view_box: the drawing's own coordinate box, in scene units.
        first_pictures: baked PNG of the whole view box, by whether the ground is dark.
        parent: Qt owner.
    """

    refreshed = Signal()
    """A sharper picture is ready: paint again."""

    def __init__(
        self,
        read_svg: Callable[[], bytes],
        view_box: QRectF,
        first_pictures: dict[bool, Path] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._read_svg = read_svg
        self._view_box = view_box
        self._first_pictures = first_pictures or {}
        self._palette: Palette | None = None
        self._picture: QPixmap | None = None
        self._reading: _PictureFile | None = None
        self._picture_box = QRectF()
        self._ready_for: tuple[QTransform, QSize, float] | None = None
        self._wanted: tuple[QTransform, QSize, float] | None = None
        self._pending: list[bytes] = []
        self._canvas: QImage | None = None
        self._layers: list[bytes] = []
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._begin)
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._paint_layer)

    @property
    def is_settled(self) -> bool:
        """Whether the sharp picture for the last size asked for is there."""
        return self._wanted is not None and self._wanted == self._ready_for

    def set_palette(self, palette: Palette) -> None:
        """Choose the ground. The picture is painted anew."""
        if palette == self._palette:
            return
        self._palette = palette
        self._stop()
        self._layers = []
        self._ready_for = self._wanted = None
        self._load_first_picture(palette)

    def paint(
        self, painter: QPainter, exposed: QRectF, to_view: QTransform, size: QSize, ratio: float
    ) -> None:
        """Paint the part of the plate that lies in `exposed`.

        Args:
            painter: paints in viewport pixels (no transform set).
            exposed: part of the viewport to paint, px.
            to_view: from scene units to viewport pixels.
            size: size of the viewport, px.
            ratio: device pixels per pixel.
        """
        assert self._palette is not None, "set_palette comes first"
        wanted = (to_view, size, ratio)
        if wanted != self._wanted:
            self._wanted = wanted
            self._stop()
            if wanted != self._ready_for:
                self._rest.start()
        if self._picture is not None and wanted == self._ready_for:
            source = QRectF(
                exposed.x() * ratio,
                exposed.y() * ratio,
                exposed.width() * ratio,
                exposed.height() * ratio,
            )
            painter.drawPixmap(exposed, self._picture, source)
            return
        fill_box(painter, exposed, self._palette.color("paper"))
        self._take_first_picture()
        if self._picture is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.setClipRect(exposed)
            target = to_view.mapRect(self._picture_box)
            painter.drawPixmap(target, self._picture, QRectF(self._picture.rect()))
            painter.setClipping(False)

    def _load_first_picture(self, palette: Palette) -> None:
        path = self._first_pictures.get(palette.is_dark)
        self._reading = None if path is None else _PictureFile(path)
        self._picture = None
        self._picture_box = self._view_box

    def _take_first_picture(self) -> None:
        if self._reading is not None:
            picture = QPixmap.fromImage(self._reading.image())
            self._picture = None if picture.isNull() else picture
            self._reading = None

    def _stop(self) -> None:
        self._rest.stop()
        self._turn.stop()
        self._pending = []
        self._canvas = None

    def _begin(self) -> None:
        if self._wanted is None or self._palette is None:
            return
        if not self._layers:
            self._layers = svg_layers(recolor(self._read_svg(), self._palette))
        _, size, ratio = self._wanted
        self._canvas = QImage(size * ratio, QImage.Format.Format_RGB32)
        self._canvas.setDevicePixelRatio(ratio)
        self._canvas.fill(self._palette.color("paper"))
        self._pending = list(self._layers)
        self._turn.start()

    def _paint_layer(self) -> None:
        if self._canvas is None or self._wanted is None:
            return
        to_view, size, _ = self._wanted
        paint_svg(self._canvas, self._pending.pop(0), to_view.mapRect(self._view_box))
        if self._pending:
            self._turn.start()
            return
        self._reading = None
        self._picture = QPixmap.fromImage(self._canvas)
        # A plain pixel grid: `paint` maps device pixels itself.
        self._picture.setDevicePixelRatio(1.0)
        self._picture_box = to_view.inverted()[0].mapRect(
            QRectF(QPointF(0, 0), QRectF(0, 0, size.width(), size.height()).size())
        )
        self._ready_for = self._wanted
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


def paint_svg(image: QImage, svg: bytes, target: QRectF) -> None:
    """Paint a drawing into a box of an image (in the image's own pixels, not device pixels)."""
    from PySide6.QtSvg import QSvgRenderer  # 4 ms that the first frame need not pay

    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        QSvgRenderer(QByteArray(svg)).render(painter, target)


def bake_picture(svg: bytes, palette: Palette, size: QSize, ground: str | None = None) -> QImage:
    """Paint the whole drawing, for the first frame or for measuring.

    Args:
        svg: the drawing.
        palette: colours of the plate.
        size: size of the picture, px.
        ground: colour behind the drawing; transparent when None.
    """
    form = QImage.Format.Format_RGB32 if ground else QImage.Format.Format_ARGB32_Premultiplied
    image = QImage(size, form)
    image.fill(QColor(ground) if ground else Qt.GlobalColor.transparent)
    paint_svg(image, recolor(svg, palette), QRectF(0, 0, size.width(), size.height()))
    return image
