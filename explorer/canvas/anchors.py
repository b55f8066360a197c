"""Where signs stand and leader lines and links end, also in a picture of both halves."""

from PySide6.QtCore import QPointF

from explorer.canvas.drawing import Drawing
from explorer.domain.vocabulary import Side

Spot = tuple[Side | None, QPointF]
"""A point that stands for a region, and the half that it lies in when there are two."""

_APART = 60.0
"""Two signs closer than this would be in each other's way, in scene units."""


class Anchors:
    """Finds the anchors of a drawing; those of halves only when they are first asked for.

    Args:
        drawing: outlines and anchors.
    """

    def __init__(self, drawing: Drawing) -> None:
        self._drawing = drawing
        self._spots: dict[str, tuple[Spot, ...]] = {}

    def spots(self, place_id: str) -> tuple[Spot, ...]:
        """Return one anchor, or one in each half; none for a place that is not drawn."""
        if place_id not in self._drawing.halves:
            anchor = self._drawing.anchors.get(place_id)
            return () if anchor is None else ((None, anchor),)
        if place_id not in self._spots:
            sides = self._drawing.halves[place_id]
            found = tuple((side, self._in_half(place_id, side)) for side in Side if side in sides)
            self._spots[place_id] = found
        return self._spots[place_id]

    def _in_half(self, region_id: str, side: Side) -> QPointF:
        given = self._drawing.anchors[region_id]
        turned = QPointF(2 * self._drawing.view_box.center().x() - given.x(), given.y())
        outline = self._drawing.halves[region_id][side]
        # The anchor was chosen with care; but beside the midline both would fall together.
        points = (given, turned) if abs(given.x() - turned.x()) > _APART else ()
        for point in points:
            if outline.contains(*point.toTuple()) and not self._is_covered(region_id, point):
                return point
        return QPointF(*outline.pole())  # takes a millisecond

    def _is_covered(self, region_id: str, point: QPointF) -> bool:
        ids = list(self._drawing.outlines)
        above = ids[ids.index(region_id) + 1 :]
        return any(self._drawing.outlines[key].contains(*point.toTuple()) for key in above)
