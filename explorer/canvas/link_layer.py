"""All links of the drawing that is shown."""

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPainterPath, QTransform

from explorer.canvas.anchors import Anchors, Spot
from explorer.canvas.link_item import LinkItem, link_curve
from explorer.canvas.overlay import LinkLook
from explorer.canvas.palette import Palette
from explorer.domain.vocabulary import Side


class LinkLayer:
    """Lays the links between the anchors that the drawing has, and paints and finds them.

    Args:
        links: what they show.
        regions: the box of each region that is drawn; signs keep off its middle.
        anchors: where they lie.
        midline: between the halves of a picture of both, in scene units.
    """

    def __init__(
        self,
        links: list[LinkLook],
        regions: Mapping[str, QRectF],
        anchors: Anchors,
        midline: float,
    ) -> None:
        crowd = [point for region in regions for _, point in anchors.spots(region)]
        crowd += [box.center() for box in regions.values()]
        self.items: dict[str, LinkItem] = {}
        for look in links:
            curves = [
                _curve(start, end, look.bend, midline)
                for target in look.targets
                for start, end in _ends(look, target, anchors)
                if look.origin in regions and target in regions
            ]
            if curves:
                item = LinkItem(look, curves, crowd)
                self.items[look.id] = item
                crowd.append(item.middle)

    def follow(self, links: list[LinkLook]) -> bool:
        """Take over new looks. Returns False, and does nothing, when the links are others."""
        here = [item.look for item in self.items.values()]
        same = [link for link in links if link.id in self.items]
        if (
            not here
            or len(same) != len(here)
            or any(
                link._replace(looks=now.looks, notes=now.notes) != now
                for link, now in zip(same, here, strict=True)
            )
        ):
            return False
        for link in same:
            self.items[link.id].look = link
        return True

    def link_at(self, point: QPointF, scale: float) -> str | None:
        """Return the link at a point, the last one first: it lies on top."""
        for link_id, item in reversed(self.items.items()):
            if item.is_at(point, scale):
                return link_id
        return None

    def boxes(self) -> dict[str, QRectF]:
        """Return a place for each link's button: an empty box at its sign, in scene units."""
        return {key: QRectF(item.middle, item.middle) for key, item in self.items.items()}

    def moving_bounds(self) -> list[QRectF]:
        """Return the boxes of the links that change with the slider, in scene units."""
        return [item.bounds for item in self.items.values() if item.is_moving]

    def paint(self, painter: QPainter, palette: Palette, blend: float) -> None:
        """Paint the lines, in scene units."""
        for item in self.items.values():
            item.paint(painter, palette, blend)

    def paint_signs(
        self, painter: QPainter, palette: Palette, to_view: QTransform, blend: float
    ) -> None:
        """Paint the signs, in viewport pixels."""
        for item in self.items.values():
            item.paint_sign(painter, palette, to_view.map(item.middle), blend)


def _ends(look: LinkLook, target: str, anchors: Anchors) -> Iterator[tuple[Spot, Spot]]:
    """Yield the ends of a link in each half that has both."""
    for start in anchors.spots(look.origin):
        for end in anchors.spots(target):
            if start[0] is None or end[0] is None or start[0] is end[0]:
                yield start, end


def _curve(start: Spot, end: Spot, bend: float, midline: float) -> QPainterPath:
    """Return the curve in one half: alike in both, and never across the midline and back."""
    side = start[0] or end[0]
    if side is not None:
        bend = bend if side is Side.LEFT else -bend
        middle = link_curve(start[1], end[1], bend).pointAtPercent(0.5).x()
        at = (start[1].x() + end[1].x()) / 2
        if (middle - midline) * (at - midline) < 0:
            bend = -bend
    return link_curve(start[1], end[1], bend)
