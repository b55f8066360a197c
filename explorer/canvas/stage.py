"""Everything that is painted on the stage, in layers by how often it changes.

From the back, with what changes them: the plate (size, theme), the overlay of each region (slider),
outlines, names and leader lines of landmarks (size, language, theme), names and leader lines of
regions (selection, hover), the ring around a region (selection, hover), signs and second lines
(slider).
"""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QFont, QPainter, QPainterPath
from PySide6.QtWidgets import QWidget

from explorer.canvas.drawing import Drawing, painter_path
from explorer.canvas.label_layer import Label, LabelLayer
from explorer.canvas.labels import Scene
from explorer.canvas.palette import Palette
from explorer.canvas.plate import Plate
from explorer.canvas.region_item import RegionItem
from explorer.canvas.still_layer import StillLayer
from explorer.canvas.zoom import Zoom

_EDGE = 4
_CORNERS = 40


class Emphasis(NamedTuple):
    """What stands out.

    Attributes:
        selected: selected region, or None.
        amount: how far its selection is shown, 0 to 1.
        hovered: region under the pointer or with the focus, or an empty string.
    """

    selected: str | None = None
    amount: float = 0.0
    hovered: str = ""


class Stage:
    """Owns the items and layers, and paints them into a viewport.

    Args:
        drawing: outlines and anchors.
        plate: the picture behind the overlay.
        viewport: what is painted on.
        zoom: how the drawing lies in it.
    """

    def __init__(self, drawing: Drawing, plate: Plate, viewport: QWidget, zoom: Zoom) -> None:
        self._drawing = drawing
        self._plate = plate
        self._viewport = viewport
        self._zoom = zoom
        self._palette: Palette | None = None
        self._labels = LabelLayer()
        self._overlay_layer = StillLayer()
        self._outline_layer = StillLayer()
        self._name_layer = StillLayer()
        self._layout = 0
        self._is_laid_out = False
        self._shows_landmarks = False
        self.items: dict[str, RegionItem] = {}
        paths = {key: painter_path(outline) for key, outline in drawing.outlines.items()}
        covered = QPainterPath()
        for region_id, path in reversed(paths.items()):
            self.items[region_id] = RegionItem(region_id, path, path.subtracted(covered))
            covered = covered.united(path)
        self._polygons = {key: _polygon(path) for key, path in paths.items()}

    @property
    def labels(self) -> LabelLayer:
        """The labels, laid out."""
        if not self._is_laid_out:
            self._is_laid_out = True
            self._lay_out()
        return self._labels

    def set_palette(self, palette: Palette) -> None:
        """Choose the colours."""
        self._palette = palette
        self._plate.set_palette(palette)

    def set_font(self, font: QFont) -> None:
        """Choose the face of the labels."""
        self._labels.set_font(font)
        self.lay_out()

    def set_labels(self, labels: list[Label]) -> None:
        """Set the labels, with what each region's overlay shows at both ends of the slider."""
        self._labels.set_labels(labels)
        for label in labels:
            if label.looks and label.id in self.items:
                self.items[label.id].set_looks(*label.looks)
        self.lay_out()

    def show_landmarks(self) -> None:
        """Name the landmarks too. Until then there are only the regions, which takes less time."""
        self._shows_landmarks = True
        self.lay_out()

    def lay_out(self) -> None:
        """Find new places for the labels when they are needed next.

        To be called after a change of size, zoom, font or text.
        """
        self._layout += 1
        self._is_laid_out = False

    def _lay_out(self) -> None:
        to_view = self._zoom.to_view
        silhouette = _Silhouette(self._drawing, self._zoom)
        room = QRectF(self._viewport.rect()).adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        anchors = {key: to_view.map(point) for key, point in self._drawing.anchors.items()}
        regions = {
            key: [to_view.map(point).toTuple() for point in points]
            for key, points in self._polygons.items()
        }
        self._labels.lay_out(
            {
                key: point
                for key, point in anchors.items()
                if room.contains(point) and (self._shows_landmarks or key in self.items)
            },
            Scene(self._viewport.width(), self._viewport.height(), silhouette.extent, regions),
        )

    def moving_boxes(self) -> list[QRect]:
        """Return the parts of the viewport that change with the slider."""
        boxes = []
        for region_id, item in self.items.items():
            if item.looks is not None and item.looks[0] != item.looks[1]:
                boxes.append(self._zoom.to_view.mapRect(item.bounds).toAlignedRect())
                boxes += [box.toAlignedRect() for box in self.labels.boxes(region_id)]
        return boxes

    def region_area(self) -> QRect:
        """Return the part of the viewport that holds all regions, their labels and leader lines."""
        area = self.labels.region_area()
        for item in self.items.values():
            area = area.united(self._zoom.to_view.mapRect(item.bounds))
        return area.adjusted(-8, -8, 8, 8).toAlignedRect()

    def paint(self, painter: QPainter, exposed: QRect, emphasis: Emphasis, blend: float) -> None:
        """Paint the stage.

        Args:
            painter: paints in viewport pixels.
            exposed: what to paint, px.
            emphasis: what stands out.
            blend: position of the slider, 0 to 1.
        """
        palette = self._palette
        if palette is None:
            return

        def draw_outlines(inner: QPainter) -> None:
            self._draw_outlines(inner, palette)

        def draw_names(inner: QPainter) -> None:
            self.labels.paint_regions(inner, palette, emphasis.selected, emphasis.hovered)

        def draw_overlay(inner: QPainter) -> None:
            inner.setTransform(self._zoom.to_view)
            for region_id in self._drawing.outlines:  # in paint order
                self.items[region_id].paint(inner, palette, blend)

        size, ratio = self._viewport.size(), self._viewport.devicePixelRatioF()
        self._plate.paint(painter, QRectF(exposed), self._zoom.to_view, size, ratio)
        still = (palette, self._layout)
        if blend in (0.0, 1.0):
            resting = (*still, blend)
            self._overlay_layer.paint(painter, self._viewport, exposed, resting, draw_overlay)
        else:
            draw_overlay(painter)
            painter.resetTransform()
        self._outline_layer.paint(painter, self._viewport, exposed, still, draw_outlines)
        named = (*still, emphasis.selected, emphasis.hovered)
        self._name_layer.paint(painter, self._viewport, exposed, named, draw_names)
        self._paint_ring(painter, palette, emphasis)
        self.labels.paint_moving(painter, palette, blend)

    def _draw_outlines(self, painter: QPainter, palette: Palette) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setTransform(self._zoom.to_view)
        for item in self.items.values():
            item.paint_outline(painter, palette)
        painter.resetTransform()
        self.labels.paint_landmarks(painter, palette)

    def _paint_ring(self, painter: QPainter, palette: Palette, emphasis: Emphasis) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setTransform(self._zoom.to_view)
        if emphasis.hovered and emphasis.hovered != emphasis.selected:
            self.items[emphasis.hovered].paint_ring(painter, palette, 0.0)
        # What is selected need not be a shape on this diagram.
        if emphasis.selected in self.items and emphasis.amount > 0.0:
            self.items[emphasis.selected].paint_ring(painter, palette, emphasis.amount)
        painter.resetTransform()


class _Silhouette:
    """The edges of the drawing in pixels of the stage.

    Args:
        drawing: gives the edges in scene units.
        zoom: how the drawing lies on the stage now.
    """

    def __init__(self, drawing: Drawing, zoom: Zoom) -> None:
        self._drawing = drawing
        self._scale = zoom.scale
        self._corner = zoom.visible.topLeft()
        self._is_whole = zoom.factor == 1

    def extent(self, top: float, bottom: float) -> tuple[float, float] | None:
        """Return the edges between two heights, px; None when zoomed in."""
        if not self._is_whole:
            return None  # then labels lie on the picture
        scale, x, y = self._scale, self._corner.x(), self._corner.y()
        extent = self._drawing.extent(top / scale + y, bottom / scale + y)
        return None if extent is None else ((extent[0] - x) * scale, (extent[1] - x) * scale)


def _polygon(path: QPainterPath) -> list[QPointF]:
    """Return an outline as a few dozen corners: enough to tell what a leader line crosses."""
    points = path.toFillPolygon().toList()
    return points[:: max(len(points) // _CORNERS, 1)]
