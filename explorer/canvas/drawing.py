"""Everything the canvas must know of a drawing, worked out once and baked.

Coordinates are those of the drawing's view box (SVG user units, y down).
"""

from collections.abc import Collection
from typing import Any, NamedTuple, cast

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainterPath

from explorer.canvas.palette import LIGHT
from explorer.canvas.svg_picture import bake_picture
from explorer.domain.vocabulary import Side
from explorer.geometry.outline import FillRule, Outline

_ROWS = 180


class Drawing(NamedTuple):
    """The clickable and nameable parts of a drawing.

    Attributes:
        view_box: the drawing's box.
        outlines: region id to outline, in paint order (what comes later lies on top).
        boxes: region id to the box of its visible part; the middle of it is on the region.
        anchors: region or landmark id to a point well inside its visible part.
        silhouette: left and right edge of the whole drawing for each of equally high rows from the
            top to the bottom of the view box; None for an empty row.
        halves: for each region that is drawn left and right, the outline of each side; in
            `outlines` both are one.
    """

    view_box: QRectF
    outlines: dict[str, Outline]
    boxes: dict[str, QRectF]
    anchors: dict[str, QPointF]
    silhouette: tuple[tuple[float, float] | None, ...]
    halves: dict[str, dict[Side, Outline]]

    def extent(self, top: float, bottom: float) -> tuple[float, float] | None:
        """Return the left and right edge of the drawing between two heights; None where empty."""
        height = self.view_box.height() / len(self.silhouette)
        first = max(int((top - self.view_box.top()) / height), 0)
        last = int((bottom - self.view_box.top()) / height) + 1
        rows = [row for row in self.silhouette[first : max(last, 0)] if row is not None]
        if not rows:
            return None
        return min(left for left, _ in rows), max(right for _, right in rows)


def prepare_drawing(
    svg: bytes, regions: Collection[str], landmarks: Collection[str], file: str
) -> Drawing:
    """Read a drawing from its SVG.

    Args:
        svg: content of the file.
        regions: ids that can be clicked.
        landmarks: ids that are only named; those that the drawing lacks are left out.
        file: name to use in problems.

    Raises:
        SvgError: with every problem found, when the file cannot be used.
    """
    from explorer.geometry.hit_index import HitIndex
    from explorer.geometry.svg import read_diagram
    from explorer.geometry.visible import places

    diagram = read_diagram(svg, regions, landmarks, file)
    regions_only = places(HitIndex(diagram.shapes))
    everything = places(HitIndex(diagram.landmarks | diagram.shapes))
    anchors = {key: place.anchor for key, place in everything.items()}
    anchors |= {key: place.anchor for key, place in regions_only.items()}
    view_box = QRectF(*diagram.view_box)
    return Drawing(
        view_box=view_box,
        outlines={key: diagram.shapes[key] for key in regions_only},
        boxes={key: QRectF(*place.button) for key, place in regions_only.items()},
        anchors={key: QPointF(*point) for key, point in anchors.items()},
        silhouette=_silhouette(svg, view_box),
        halves=diagram.halves,
    )


def drawing_to_plain(drawing: Drawing) -> dict[str, Any]:
    """Return the drawing as lists and numbers, for the baked file."""
    return {
        "view_box": drawing.view_box.getRect(),
        "outlines": {key: outline.to_plain() for key, outline in drawing.outlines.items()},
        "boxes": {key: box.getRect() for key, box in drawing.boxes.items()},
        "anchors": {key: point.toTuple() for key, point in drawing.anchors.items()},
        "silhouette": drawing.silhouette,
        "halves": {
            key: {side: outline.to_plain() for side, outline in sides.items()}
            for key, sides in drawing.halves.items()
        },
    }


def drawing_from_plain(plain: dict[str, Any]) -> Drawing:
    """Rebuild a drawing. Raises KeyError, TypeError or ValueError when something is missing."""
    return Drawing(
        view_box=QRectF(*plain["view_box"]),
        outlines={key: Outline.from_plain(value) for key, value in plain["outlines"].items()},
        boxes={key: QRectF(*box) for key, box in plain["boxes"].items()},
        anchors={key: QPointF(*point) for key, point in plain["anchors"].items()},
        silhouette=tuple(
            None if row is None else (float(row[0]), float(row[1])) for row in plain["silhouette"]
        ),
        halves={
            key: {Side(side): Outline.from_plain(value) for side, value in sides.items()}
            for key, sides in plain["halves"].items()
        },
    )


def painter_path(outline: Outline) -> QPainterPath:
    """Return an outline as Qt paints it."""
    whole = QPainterPath()
    for part in outline.parts:
        path = QPainterPath()
        is_nonzero = part.rule is FillRule.NONZERO
        path.setFillRule(Qt.FillRule.WindingFill if is_nonzero else Qt.FillRule.OddEvenFill)
        for numbers in part.subpaths:
            path.moveTo(numbers[0], numbers[1])
            for at in range(2, len(numbers), 6):
                path.cubicTo(*numbers[at : at + 6])
            path.closeSubpath()
        # Parts that overlap never cut holes in each other.
        whole = path if whole.isEmpty() else whole.united(path)
    return whole


def _silhouette(svg: bytes, view_box: QRectF) -> tuple[tuple[float, float] | None, ...]:
    """Measure the painted drawing: one row of pixels for each row of the silhouette."""
    columns = max(round(_ROWS * view_box.width() / view_box.height()), 1)
    image = bake_picture(svg, LIGHT, QSize(columns, _ROWS))
    alpha = image.convertToFormat(QImage.Format.Format_Alpha8)
    unit = view_box.width() / columns
    rows: list[tuple[float, float] | None] = []
    for row in range(_ROWS):
        pixels = bytes(cast("memoryview", alpha.constScanLine(row)))[:columns]
        if not pixels.strip(b"\0"):
            rows.append(None)
            continue
        left = columns - len(pixels.lstrip(b"\0"))
        right = len(pixels.rstrip(b"\0"))
        rows.append(
            (round(view_box.left() + left * unit, 1), round(view_box.left() + right * unit, 1))
        )
    return tuple(rows)
