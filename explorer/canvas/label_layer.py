"""The names on the picture, their leader lines and the signs inside the regions."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPolygonF

from explorer.canvas.anchors import Spot
from explorer.canvas.glyph import glyph_path
from explorer.canvas.label import Label, NoteRow
from explorer.canvas.label_faces import LabelFaces
from explorer.canvas.labels import GAP, MARGIN, LabelRequest, PlacedLabel, Scene, place_labels
from explorer.canvas.overlay import Looks, Rank
from explorer.canvas.palette import Palette

__all__ = ["Label", "LabelLayer", "Rank"]

_BADGE = {Rank.MAIN: 9.0, Rank.CONTEXT: 7.0}
_DOT = 2.4
_FULL = 0.9
"""Share of the two columns that labels may fill before the second lines go."""
_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight


class LabelLayer:
    """Lays the labels out once per size or text, and paints them every frame."""

    def __init__(self) -> None:
        self._labels: dict[str, Label] = {}
        self._placed: list[PlacedLabel] = []
        self._spots: Mapping[str, tuple[Spot, ...]] = {}
        self._on_picture: set[str] = set()
        self._brief: frozenset[Rank] = frozenset()
        self._faces = LabelFaces()

    @property
    def placed(self) -> list[PlacedLabel]:
        """Where each label is now, in viewport pixels."""
        return self._placed

    def set_font(self, font: QFont) -> None:
        """Derive the faces from the canvas's font."""
        self._faces.set_font(font)

    def set_labels(self, labels: Iterable[Label]) -> None:
        """Set what the labels say. Call `lay_out` afterwards."""
        self._labels = {label.id: label for label in labels}

    def lay_out(
        self, spots: Mapping[str, tuple[Spot, ...]], scene: Scene, *, is_whole: bool
    ) -> None:
        """Find a place for each label.

        Args:
            spots: where the leader line of each label may end, viewport px; labels without one
                are left out.
            scene: what to keep clear of.
            is_whole: whether the whole picture is shown, with room beside it.
        """
        self._spots = spots
        self._faces.fit(scene.width)
        shown = [label for label in self._labels.values() if spots.get(label.id)]
        self._brief = self._too_much(shown, scene)
        self._placed = place_labels([self._request(label) for label in shown], scene)
        self._on_picture = {
            place.id for place in self._placed if not is_whole or _is_on_picture(place, scene)
        }

    def _request(self, label: Label) -> LabelRequest:
        first, *rest = (point.toTuple() for _, point in self._spots[label.id])
        size = self._faces.size(label, self._rows(label, self._brief))
        return LabelRequest(label.id, first, *size, bool(label.looks), rest[0] if rest else None)

    def _rows(self, label: Label, brief: frozenset[Rank]) -> tuple[NoteRow, ...]:
        """Return the lines below a name, unless its rank has to do without."""
        if label.rank in brief:
            return ()
        return label.rows([side for side, _ in self._spots[label.id] if side is not None])

    def _too_much(self, labels: list[Label], scene: Scene) -> frozenset[Rank]:
        """Return the ranks whose second lines go, for all to find a place on a low stage."""
        room = 2 * _FULL * (scene.height - scene.top - MARGIN)
        brief: frozenset[Rank] = frozenset()
        for rank in (Rank.CONTEXT, Rank.MAIN):
            sizes = (
                self._faces.size(label, self._rows(label, brief)) for label in labels if label.looks
            )
            if sum(height + GAP for _, height in sizes) <= room:
                break
            brief |= {rank}
        return brief

    def label_at(self, point: QPointF) -> str | None:
        """Return the region whose label holds a point, so that names can be clicked too."""
        for place in self._placed:
            if self._labels[place.id].looks and _box(place).contains(point):
                return place.id
        return None

    def badge_at(self, point: QPointF) -> str | None:
        """Return the region whose sign holds a point."""
        for label in self._labels.values():
            if label.looks:
                for _, spot in self._spots.get(label.id, ()):
                    way = point - spot
                    if QPointF.dotProduct(way, way) <= self._radius(label.rank) ** 2:
                        return label.id
        return None

    def boxes(self, region_id: str) -> list[QRectF]:
        """Return the parts of the viewport that change when the slider moves."""
        boxes = [_box(place) for place in self._placed if place.id == region_id]
        reach = QPointF(_BADGE[Rank.MAIN] + 2, _BADGE[Rank.MAIN] + 2)
        boxes += [QRectF(at - reach, at + reach) for _, at in self._spots.get(region_id, ())]
        return [box.adjusted(-2, -2, 2, 2) for box in boxes]

    def region_area(self) -> QRectF:
        """Return the box around the labels and leader lines of all regions, px."""
        area = QRectF()
        for place in self._placed:
            if self._labels[place.id].looks:
                points = [QPointF(*point) for point in place.leader]
                area = area.united(QPolygonF(points).boundingRect()).united(_text_box(place))
        return area

    def paint_landmarks(self, painter: QPainter, palette: Palette) -> None:
        """Paint leader lines and names of landmarks, in viewport pixels."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place in self._placed:
            if not self._labels[place.id].looks:
                self._paint_leader(painter, palette, place, is_strong=False)
                self._paint_name(painter, palette, place, is_selected=False)

    def paint_regions(
        self, painter: QPainter, palette: Palette, selected: str | None, hovered: str
    ) -> None:
        """Paint leader lines and names of regions, which stay while the slider moves.

        Args:
            painter: paints in viewport pixels.
            palette: colours.
            selected: selected region, or None.
            hovered: hovered region, or an empty string.
        """
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        named = [place for place in self._placed if self._labels[place.id].looks]
        for place in named:
            is_strong = place.id in (selected, hovered)
            self._paint_leader(painter, palette, place, is_strong=is_strong)
        for place in named:
            self._paint_name(painter, palette, place, is_selected=place.id == selected)

    def paint_moving(self, painter: QPainter, palette: Palette, blend: float) -> None:
        """Paint the signs in the regions and the second lines of their labels.

        Args:
            painter: paints in viewport pixels.
            palette: colours.
            blend: position of the slider, 0 to 1.
        """
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place in self._placed:
            rows = self._rows(self._labels[place.id], self._brief)
            for number, row in enumerate(reversed(rows)):
                self._paint_note(painter, palette, place, row, number, blend)
        # Main regions last, so that their signs lie on top.
        for rank in (Rank.CONTEXT, Rank.MAIN):
            for label in self._labels.values():
                for side, spot in self._spots.get(label.id, ()):
                    looks = label.looks_at(side)
                    if looks is not None and label.rank is rank and not label.is_silent:
                        _paint_badge(painter, palette, spot, self._radius(rank), looks, blend)

    def _radius(self, rank: Rank) -> float:
        return _BADGE[rank] * self._faces.badge_scale

    def _paint_leader(
        self, painter: QPainter, palette: Palette, place: PlacedLabel, *, is_strong: bool
    ) -> None:
        label = self._labels[place.id]
        is_main = bool(label.looks) and label.rank is Rank.MAIN
        start, elbow, anchor = (QPointF(*point) for point in place.leader)
        width = 1.8 if is_strong else 1.2 if is_main else 0.9 if label.looks else 0.8
        for color, extra in ((palette.color("paper"), 2.0), (None, 0.0)):
            line = color or palette.color("ink" if is_main or is_strong else "soft")
            line.setAlphaF(0.55 if color else 1.0 if label.looks else 0.75)
            painter.setPen(QPen(line, width + extra, c=Qt.PenCapStyle.RoundCap))
            painter.drawLine(start, elbow)
            painter.drawLine(elbow, anchor)
        if not label.looks:
            painter.setPen(QPen(palette.color("ink"), 0.8))
            painter.setBrush(palette.color("panel"))
            painter.drawEllipse(anchor, _DOT, _DOT)
            painter.setBrush(Qt.BrushStyle.NoBrush)

    def _paint_name(
        self, painter: QPainter, palette: Palette, place: PlacedLabel, *, is_selected: bool
    ) -> None:
        label = self._labels[place.id]
        box = _text_box(place)
        if place.id in self._on_picture:
            ground = palette.color("paper")
            ground.setAlphaF(0.85)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            painter.drawRoundedRect(box.adjusted(-4, -2, 4, 2), 4, 4)
            painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setFont(self._faces.name(label))
        token = "accent" if is_selected else "ink" if label.looks else "soft"
        painter.setPen(palette.color(token))
        high = self._faces.line_height(label)
        for number, line in enumerate(self._faces.lines(label)):
            row = QRectF(box.x(), box.y() + number * high, box.width(), high + 1)
            painter.drawText(row, _side(place) | Qt.AlignmentFlag.AlignTop, line)

    def _paint_note(
        self,
        painter: QPainter,
        palette: Palette,
        place: PlacedLabel,
        row: NoteRow,
        number: int,
        blend: float,
    ) -> None:
        """Paint a line below a name; `number` counts from the lowest."""
        painter.setFont(self._faces.note)
        notes, looks = row
        box = _text_box(place).adjusted(0, 0, 0, -number * self._faces.note_height)
        is_same = looks[0] == looks[1] and notes[0] == notes[1]
        weights = (1.0, 0.0) if is_same else (1.0 - blend, blend)
        for note, weight, look in zip(notes, weights, looks, strict=True):
            if weight > 0.0:
                color = palette.effect(look.effect)
                color.setAlphaF(weight)
                painter.setPen(color)
                side = _side(place) | Qt.AlignmentFlag.AlignBottom
                painter.drawText(box, side, note)


def _paint_badge(
    painter: QPainter,
    palette: Palette,
    spot: QPointF,
    radius: float,
    looks: Looks,
    blend: float,
) -> None:
    for look, weight in zip(looks, (1.0 - blend, blend), strict=True):
        if weight <= 0.0:
            continue
        color: QColor = palette.effect(look.effect)
        painter.setOpacity(weight if looks[0] != looks[1] else 1.0)
        painter.setPen(QPen(color, 1.6))
        painter.setBrush(palette.color("panel"))
        painter.drawEllipse(spot, radius, radius)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        painter.drawPath(glyph_path(look.effect, spot, radius))
        painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setOpacity(1.0)


def _is_on_picture(place: PlacedLabel, scene: Scene) -> bool:
    box = place.box
    extent = scene.extent(box.y, box.bottom)
    return extent is not None and box.right > extent[0] and box.x < extent[1]


def _box(place: PlacedLabel) -> QRectF:
    return QRectF(place.box.x, place.box.y, place.box.width, place.box.height)


def _text_box(place: PlacedLabel) -> QRectF:
    return _box(place).adjusted(0, 0, 1, 0)


def _side(place: PlacedLabel) -> Qt.AlignmentFlag:
    return _RIGHT if place.on_left else _LEFT
