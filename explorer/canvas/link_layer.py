"""All links of the drawing that is shown."""

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QTransform

from explorer.canvas.anchors import Anchors
from explorer.canvas.link_item import LinkItem, link_curve
from explorer.canvas.overlay import LinkLook
from explorer.canvas.palette import Palette
from explorer.domain.vocabulary import Side


class LinkLayer:
    """Lays the links between the anchors that the drawing has, and paints and finds them.

    Args:
        links: what they show.
        regions: ids of the regions that are drawn.
        anchors: where they lie.
    """

    def __init__(self, links: list[LinkLook], regions: list[str], anchors: Anchors) -> None:
        crowd = [point for region in regions for _, point in anchors.spots(region)]
        self.items: dict[str, LinkItem] = {}
        for look in links:
            curves = [
                link_curve(start, end, bend)
                for target in look.targets
                for start, end, bend in _ends(look, target, anchors)
                if look.origin in regions and target in regions
            ]
            if curves:
                item = LinkItem(look, curves, crowd)
                self.items[look.id] = item
                crowd.append(item.middle)

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


def _ends(
    look: LinkLook, target: str, anchors: Anchors
) -> Iterator[tuple[QPointF, QPointF, float]]:
    """Yield the ends of a link in each half that has both, with the bow that fits that half."""
    for start_side, start in anchors.spots(look.origin):
        for end_side, end in anchors.spots(target):
            if start_side is None or end_side is None or start_side is end_side:
                is_turned = Side.RIGHT in (start_side, end_side)
                yield start, end, -look.bend if is_turned else look.bend
