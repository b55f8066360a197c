"""Everything that is painted on the stage, in layers by how often it changes.

From the back, with what changes them: the plate (size, theme, state), the overlay of the regions
with their outlines, landmarks, letters of the sides and links (slider), names and leader lines of
regions (selection, hover), the ring around what stands out (selection, hover), signs and second
lines (slider).
"""

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPainterPath, QPicture
from PySide6.QtWidgets import QWidget

from explorer.canvas.anchors import Anchors, Spot
from explorer.canvas.drawing import Drawing, painter_path
from explorer.canvas.label import Label
from explorer.canvas.label_layer import LabelLayer
from explorer.canvas.labels import MARGIN, Scene
from explorer.canvas.overlay import LinkLook, Rank
from explorer.canvas.palette import Palette
from explorer.canvas.plate import Plate
from explorer.canvas.region_item import RegionItem
from explorer.canvas.silhouette import Silhouette
from explorer.canvas.still_layer import BlendLayer, StillLayer
from explorer.canvas.zoom import Zoom

if TYPE_CHECKING:
    from explorer.canvas.link_layer import LinkLayer

_EDGE = 4
_CORNERS = 40
_LETTER = 17
"""Size of the letters that tell left from right, px."""


_MIDDLE = 8.0
"""This near to the middle of a region, a line that runs there is not meant, px."""


class Emphasis(NamedTuple):
    """What stands out.

    Attributes:
        selected: selected region or link, or None.
        amount: how far its selection is shown, 0 to 1.
        hovered: region or link under the pointer or with the focus, or an empty string.
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
        self._anchors = Anchors(drawing)
        self._laid_out: dict[str | None, LabelLayer] = {}
        self._font = QFont()
        self._said: list[Label] = []
        self._links: LinkLayer | None = None
        self._named_link: str | None = None
        self._named: frozenset[str] | None = None
        self._letters = ("", "")
        self._letter_font = QFont()
        self._picture_layer = BlendLayer()
        self._name_layer = StillLayer()
        self._sign_layer = BlendLayer()
        self._ring_layer = BlendLayer()
        self._layout = 0
        self._shows_landmarks = False
        self._items: dict[str, RegionItem] = {}
        paths = {key: painter_path(outline) for key, outline in drawing.outlines.items()}
        above: list[tuple[QRectF, QPainterPath]] = []
        for region_id, path in reversed(paths.items()):
            halves = {
                side: painter_path(outline)
                for side, outline in drawing.halves.get(region_id, {}).items()
            }
            self._items[region_id] = RegionItem(region_id, path, _visible(path, above), halves)
            above.append((path.controlPointRect(), path))
        self._polygons = {key: _polygon(path) for key, path in paths.items()}

    @property
    def labels(self) -> LabelLayer:
        """The labels, laid out. As long as nothing else moves, each link's are kept."""
        if self._named_link not in self._laid_out:
            self._laid_out[self._named_link] = self._lay_out()
        return self._laid_out[self._named_link]

    def set_palette(self, palette: Palette) -> None:
        """Choose the colours."""
        self._palette = palette
        self._plate.set_palette(palette)

    def set_font(self, font: QFont) -> None:
        """Choose the face of the labels."""
        self._font = QFont(font)
        self._letter_font = QFont(font)
        self._letter_font.setPixelSize(_LETTER)
        self._letter_font.setWeight(QFont.Weight.DemiBold)
        self.lay_out()

    def set_labels(self, labels: list[Label]) -> None:
        """Set the labels, with what each region's overlay shows at both ends of the slider."""
        self._said = labels
        for label in labels:
            item = self._items.get(label.id)
            if label.looks and item is not None:
                item.rank = label.rank
                if label.is_silent:
                    item.clear_looks()
                else:
                    item.set_looks(*label.looks, label.sides)
        self.lay_out()

    def set_links(self, links: list[LinkLook]) -> None:
        """Set the links; those that have no end on this drawing are left out."""
        if links or self._links is not None:
            from explorer.canvas.link_layer import LinkLayer  # not at start

            if self._links is not None and links and self._links.follow(links):
                self.lay_out()
                return
            midline = self._drawing.view_box.center().x()
            self._links = LinkLayer(links, self._drawing.boxes, self._anchors, midline)
            self.lay_out()

    def link_boxes(self) -> dict[str, QRectF]:
        """Return a place for each link's button, in scene units."""
        return {} if self._links is None else self._links.boxes()

    def set_letters(self, left: str, right: str) -> None:
        """Set the letters of the patient's left and right."""
        self._letters = (left, right)
        self.lay_out()

    def show_landmarks(self) -> None:
        """Name the landmarks too. Until then there are only the regions, which takes less time."""
        self._shows_landmarks = True
        self.lay_out()

    def set_named(self, ids: frozenset[str] | None) -> None:
        """Name and sign only these regions and landmarks; None names all of them."""
        if ids != self._named:
            self._named = ids
            self.lay_out()

    def show_selected(self, place_id: str | None) -> None:
        """Name a link while it is selected; regions always have their names."""
        self._named_link = place_id if self._links and place_id in self._links.items else None

    def lay_out(self) -> None:
        """Find new places for the labels when they are needed next.

        To be called after a change of size, zoom, font or text.
        """
        self._layout += 1
        self._laid_out.clear()

    def region_at(self, point: QPointF) -> str | None:
        """Return the region or link whose sign, label or line is at a point of the viewport."""
        named = self.labels.badge_at(point) or self.labels.label_at(point)
        if named is not None or self._links is None:
            return named
        at = self._zoom.to_scene(point)
        reach = _MIDDLE / self._zoom.scale
        for region_id, box in self._drawing.boxes.items():
            if (box.center() - at).manhattanLength() <= reach:
                return region_id  # its middle is its own, whatever line runs through it
        return self._links.link_at(at, self._zoom.scale)

    def box_of(self, place_id: str) -> QRect:
        """Return the box of a region, or of the sign of a link, in viewport pixels."""
        if place_id in self._items:
            box = self._zoom.to_view.mapRect(self._items[place_id].bounds)
        else:
            box = self._zoom.to_view.mapRect(self.link_boxes()[place_id]).adjusted(-8, -8, 8, 8)
        return box.toAlignedRect()

    def _lay_out(self) -> LabelLayer:
        to_view = self._zoom.to_view
        is_whole = self._zoom.factor == 1
        room = QRectF(self._viewport.rect()).adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        spots: dict[str, tuple[Spot, ...]] = {}
        labels = list(self._said)
        for label in labels:
            if not self._is_named(label.id):
                continue
            if label.id in self._items or (self._shows_landmarks and not label.looks):
                found = [(side, to_view.map(at)) for side, at in self._anchors.spots(label.id)]
                spots[label.id] = tuple(spot for spot in found if room.contains(spot[1]))
        link = self._named_link
        if self._links is not None and link in self._links.items and self._is_named(link):
            item = self._links.items[link]
            look = item.look
            labels.append(Label(look.id, look.name, look.notes, look.looks))
            spots[look.id] = ((None, to_view.map(item.middle)),)
        layer = LabelLayer()
        layer.set_font(self._font)
        layer.set_labels(labels)
        regions = {
            key: [to_view.map(point).toTuple() for point in points]
            for key, points in self._polygons.items()
        }
        extent = Silhouette(self._drawing, self._zoom).extent
        width, height = self._viewport.width(), self._viewport.height()
        top = MARGIN + (_LETTER + 4 if any(self._letters) else 0)
        layer.lay_out(spots, Scene(width, height, extent, regions, top), is_whole=is_whole)
        return layer

    def _is_named(self, place_id: str) -> bool:
        return self._named is None or place_id in self._named

    def moving_boxes(self) -> list[QRect]:
        """Return the parts of the viewport that change with the slider."""
        to_view = self._zoom.to_view
        boxes = []
        for region_id, item in self._items.items():
            if item.is_moving:
                boxes.append(to_view.mapRect(item.bounds).toAlignedRect())
                boxes += [box.toAlignedRect() for box in self.labels.boxes(region_id)]
        if self._links is not None:
            for bounds in self._links.moving_bounds():
                box = to_view.mapRect(bounds).adjusted(-9, -9, 9, 9)
                boxes.append(box.toAlignedRect())
            if self._named_link is not None:
                boxes += [box.toAlignedRect() for box in self.labels.boxes(self._named_link)]
        return boxes

    def region_area(self) -> QRect:
        """Return the part of the viewport that holds all regions, their labels and leader lines."""
        area = self.labels.region_area()
        bounds = [item.bounds for item in self._items.values()]
        if self._links is not None:
            bounds += [item.bounds for item in self._links.items.values()]
        for box in bounds:
            area = area.united(self._zoom.to_view.mapRect(box))
        return area.adjusted(-10, -10, 10, 10).toAlignedRect()

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

        def draw_picture(inner: QPainter, end: float) -> None:
            self._draw_picture(inner, palette, end)
            self._paint_letters(inner, palette)

        def draw_names(inner: QPainter) -> None:
            self.labels.paint_landmarks(inner, palette)
            self.labels.paint_regions(inner, palette, emphasis.selected, emphasis.hovered)

        def draw_rings(inner: QPainter, end: float) -> None:
            self._paint_rings(inner, palette, emphasis, end)

        def draw_signs(inner: QPainter, end: float) -> None:
            if self._links is not None:
                self._links.paint_signs(inner, palette, self._zoom.to_view, end)
            self.labels.paint_moving(inner, palette, end)

        view = self._viewport
        size, ratio = view.size(), view.devicePixelRatioF()
        self._plate.paint(painter, QRectF(exposed), self._zoom.to_view, size, ratio)
        still = (palette, self._layout)
        self._picture_layer.paint(painter, view, exposed, still, blend, draw_picture)
        self._paint_louder(painter, palette, emphasis, blend)
        named = (*still, self._named_link, emphasis.selected, emphasis.hovered)
        self._name_layer.paint(painter, view, exposed, named, draw_names)
        if emphasis.amount in (0.0, 1.0):  # at rest, so it need not be drawn in every frame
            ringed = (*still, emphasis)
            self._ring_layer.paint(painter, view, exposed, ringed, blend, draw_rings)
        else:
            draw_rings(painter, blend)
        signed = (*still, self._named_link)  # a link's name moves the others, not the picture
        self._sign_layer.paint(painter, view, exposed, signed, blend, draw_signs)

    def draw(self, painter: QPainter, emphasis: Emphasis, end: float) -> None:
        """Draw everything but the plate, once and as shapes, for a picture that leaves the program.

        Args:
            painter: paints in viewport pixels, perhaps turned into other ones.
            emphasis: what stands out.
            end: end of the slider, 0 or 1.
        """
        palette = self._palette
        assert palette is not None, "set_palette comes first"
        below, rings = QPicture(), QPicture()
        with QPainter(below) as inner:
            self._draw_picture(inner, palette, end)
            self._paint_louder(inner, palette, emphasis, end)
        with QPainter(rings) as inner:
            self._paint_rings(inner, palette, emphasis, end)
        _play(below, painter)
        # Texts are not kept in such a picture: it would lay them out a second time.
        self._paint_letters(painter, palette)
        self.labels.paint_landmarks(painter, palette)
        self.labels.paint_regions(painter, palette, emphasis.selected, emphasis.hovered)
        _play(rings, painter)
        if self._links is not None:
            self._links.paint_signs(painter, palette, self._zoom.to_view, end)
        self.labels.paint_moving(painter, palette, end)

    def _paint_louder(
        self, painter: QPainter, palette: Palette, emphasis: Emphasis, blend: float
    ) -> None:
        if emphasis.selected in self._items and emphasis.amount > 0.0:
            painter.setTransform(self._zoom.to_view)
            chosen = self._items[emphasis.selected]
            chosen.paint_louder(painter, palette, blend, emphasis.amount)
            painter.resetTransform()

    def _draw_picture(self, painter: QPainter, palette: Palette, end: float) -> None:
        """Draw what lies between plate and names, as it is at one end of the slider."""
        painter.setTransform(self._zoom.to_view)
        for region_id in self._drawing.outlines:  # in paint order
            item = self._items[region_id]
            item.paint(painter, palette, end)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for rank in (Rank.CONTEXT, Rank.MAIN):
            for item in self._items.values():
                if item.rank is rank:
                    item.paint_outline(painter, palette)
        if self._links is not None:
            self._links.paint(painter, palette, end)
        painter.resetTransform()

    def _paint_letters(self, painter: QPainter, palette: Palette) -> None:
        """Paint the letters above the columns of labels, at the sides of the picture."""
        if not any(self._letters):
            return
        letters = reversed(self._letters) if self._zoom.mirrored else self._letters
        box = self._zoom.to_view.mapRect(self._drawing.view_box)
        edge = MARGIN + _LETTER / 2
        xs = (max(box.left(), edge), min(box.right(), self._viewport.width() - edge))
        painter.setFont(self._letter_font)
        painter.setPen(palette.color("ink"))
        for x, letter in zip(xs, letters, strict=True):
            place = QRectF(x - _LETTER, MARGIN / 2, 2 * _LETTER, 1.3 * _LETTER)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, letter)

    def _paint_rings(
        self, painter: QPainter, palette: Palette, emphasis: Emphasis, blend: float
    ) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setTransform(self._zoom.to_view)
        shown = [(emphasis.selected, emphasis.amount)] if emphasis.amount > 0.0 else []
        if emphasis.hovered != emphasis.selected:
            shown.insert(0, (emphasis.hovered, 0.0))
        for place_id, amount in shown:
            # What is selected need not be a shape on this diagram.
            if place_id in self._items:
                self._items[place_id].paint_ring(painter, palette, amount)
            elif self._links is not None and place_id in self._links.items:
                self._links.items[place_id].paint_ring(painter, palette, blend, amount)
        painter.resetTransform()


def _play(picture: QPicture, painter: QPainter) -> None:
    """Paint a picture in the painter's units; Qt would size it by the dots per inch of both."""
    painter.save()
    dots = painter.device().logicalDpiX()
    painter.scale(picture.logicalDpiX() / dots, picture.logicalDpiY() / dots)
    painter.drawPicture(QPointF(), picture)
    painter.restore()


def _visible(path: QPainterPath, above: list[tuple[QRectF, QPainterPath]]) -> QPainterPath:
    """Return the part of a shape that no later one covers; each of those comes with its box."""
    box, visible = path.controlPointRect(), path
    for other_box, other in above:
        # Cutting takes a hundred times as long as asking whether there is anything to cut.
        if other_box.intersects(box) and path.intersects(other):
            visible = visible.subtracted(other)
    return visible


def _polygon(path: QPainterPath) -> list[QPointF]:
    """Return an outline as a few dozen corners: enough to tell what a leader line crosses."""
    points = path.toFillPolygon().toList()
    return points[:: max(len(points) // _CORNERS, 1)]
