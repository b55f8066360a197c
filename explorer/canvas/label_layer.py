"""Paints the names on the picture, their leader lines and the signs inside the regions."""

from enum import StrEnum
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from explorer.canvas.glyph import glyph_path
from explorer.canvas.labels import LabelRequest, PlacedLabel, Scene, place_labels
from explorer.canvas.overlay import RegionLook
from explorer.canvas.palette import Palette
from explorer.domain.vocabulary import Side

_BADGE = 9.0
_DOT = 2.4


class Rank(StrEnum):
    """How loud a region is on the picture."""

    MAIN = "main"
    """What the pack is about; a part of a synapse is main too."""
    CONTEXT = "context"


class Label(NamedTuple):
    """What one label says.

    Attributes:
        id: region or landmark.
        name: first line.
        notes: for a region, the second line at either end of the slider; empty for a landmark.
        looks: for a region, what its sign shows at either end; None for a landmark.
        rank: for a region, how loud it is.
        sides: for a region of which left and right differ, the looks of either (the patient's own
            left and right); it counts only where the diagram draws both halves.
    """

    id: str
    name: str
    notes: tuple[str, str] = ("", "")
    looks: tuple[RegionLook, RegionLook] | None = None
    rank: Rank = Rank.MAIN
    sides: dict[Side, tuple[RegionLook, RegionLook]] | None = None


class LabelLayer:
    """Lays the labels out once per size or text, and paints them every frame."""

    def __init__(self) -> None:
        self._labels: dict[str, Label] = {}
        self._placed: list[PlacedLabel] = []
        self._anchors: dict[str, QPointF] = {}
        self._name_font = QFont()
        self._note_font = QFont()
        self._quiet_font = QFont()

    @property
    def placed(self) -> list[PlacedLabel]:
        """Where each label is now, in viewport pixels."""
        return self._placed

    def set_font(self, font: QFont) -> None:
        """Derive the three faces from the canvas's font."""
        size = font.pixelSize() if font.pixelSize() > 0 else 13
        self._name_font = QFont(font)
        self._name_font.setPixelSize(size + 1)
        self._name_font.setWeight(QFont.Weight.DemiBold)
        self._note_font = QFont(font)
        self._note_font.setPixelSize(size - 1)
        self._quiet_font = QFont(font)
        self._quiet_font.setPixelSize(size - 1)

    def set_labels(self, labels: list[Label]) -> None:
        """Set what the labels say. Call `lay_out` afterwards."""
        self._labels = {label.id: label for label in labels}

    def lay_out(self, anchors: dict[str, QPointF], scene: Scene) -> None:
        """Find a place for each label.

        Args:
            anchors: where each leader line ends, viewport px; labels without one are left out.
            scene: what to keep clear of.
        """
        self._anchors = anchors
        requests = [
            LabelRequest(
                label.id, anchors[label.id].toTuple(), *self._size(label), bool(label.looks)
            )
            for label in self._labels.values()
            if label.id in anchors
        ]
        self._placed = place_labels(requests, scene)

    def label_at(self, point: QPointF) -> str | None:
        """Return the region whose label holds a point, so that names can be clicked too."""
        for place in self._placed:
            box = place.box
            if self._labels[place.id].looks and QRectF(
                box.x, box.y, box.width, box.height
            ).contains(point):
                return place.id
        return None

    def boxes(self, region_id: str) -> list[QRectF]:
        """Return the parts of the viewport that change when the slider moves."""
        boxes = [
            QRectF(place.box.x, place.box.y, place.box.width, place.box.height)
            for place in self._placed
            if place.id == region_id
        ]
        if region_id in self._anchors:
            reach = QPointF(_BADGE + 2, _BADGE + 2)
            anchor = self._anchors[region_id]
            boxes.append(QRectF(anchor - reach, anchor + reach))
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
        for place in self._placed:
            if self._labels[place.id].looks:
                is_strong = place.id in (selected, hovered)
                self._paint_leader(painter, palette, place, is_strong=is_strong)
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
            looks = self._labels[place.id].looks
            if looks is not None:
                self._paint_note(painter, palette, place, looks, blend)
        for label in self._labels.values():
            if label.looks and label.id in self._anchors:
                self._paint_badge(painter, palette, self._anchors[label.id], label.looks, blend)

    def _size(self, label: Label) -> tuple[float, float]:
        if not label.looks:
            metrics = QFontMetricsF(self._quiet_font)
            return metrics.horizontalAdvance(label.name), metrics.height()
        names = QFontMetricsF(self._name_font)
        notes = QFontMetricsF(self._note_font)
        widest = max(notes.horizontalAdvance(note) for note in label.notes)
        return max(names.horizontalAdvance(label.name), widest), names.height() + notes.height()

    def _paint_leader(
        self,
        painter: QPainter,
        palette: Palette,
        place: PlacedLabel,
        *,
        is_strong: bool,
    ) -> None:
        is_region = bool(self._labels[place.id].looks)
        start, elbow, anchor = (QPointF(*point) for point in place.leader)
        for color, extra in ((palette.color("paper"), 2.0), (None, 0.0)):
            line = color or palette.color("ink" if is_region else "soft")
            line.setAlphaF(0.55 if color else 1.0 if is_region else 0.75)
            width = (1.8 if is_strong else 1.2 if is_region else 0.8) + extra
            painter.setPen(QPen(line, width, c=Qt.PenCapStyle.RoundCap))
            painter.drawLine(start, elbow)
            painter.drawLine(elbow, anchor)
        if not is_region:
            painter.setPen(QPen(palette.color("ink"), 0.8))
            painter.setBrush(palette.color("panel"))
            painter.drawEllipse(anchor, _DOT, _DOT)
            painter.setBrush(Qt.BrushStyle.NoBrush)

    def _paint_name(
        self, painter: QPainter, palette: Palette, place: PlacedLabel, *, is_selected: bool
    ) -> None:
        label = self._labels[place.id]
        is_region = bool(label.looks)
        painter.setFont(self._name_font if is_region else self._quiet_font)
        token = "accent" if is_selected else "ink" if is_region else "soft"
        painter.setPen(palette.color(token))
        painter.drawText(_text_box(place), _side(place) | Qt.AlignmentFlag.AlignTop, label.name)

    def _paint_note(
        self,
        painter: QPainter,
        palette: Palette,
        place: PlacedLabel,
        looks: tuple[RegionLook, RegionLook],
        blend: float,
    ) -> None:
        painter.setFont(self._note_font)
        notes = self._labels[place.id].notes
        weights = (1.0, 0.0) if looks[0] == looks[1] else (1.0 - blend, blend)
        for note, weight, look in zip(notes, weights, looks, strict=True):
            if weight > 0.0:
                color = palette.effect(look.effect)
                color.setAlphaF(weight)
                painter.setPen(color)
                side = _side(place) | Qt.AlignmentFlag.AlignBottom
                painter.drawText(_text_box(place), side, note)

    def _paint_badge(
        self,
        painter: QPainter,
        palette: Palette,
        anchor: QPointF,
        looks: tuple[RegionLook, RegionLook],
        blend: float,
    ) -> None:
        for look, weight in zip(looks, (1.0 - blend, blend), strict=True):
            if weight <= 0.0:
                continue
            color: QColor = palette.effect(look.effect)
            painter.setOpacity(weight if looks[0] != looks[1] else 1.0)
            painter.setPen(QPen(color, 1.6))
            painter.setBrush(palette.color("panel"))
            painter.drawEllipse(anchor, _BADGE, _BADGE)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color)
            painter.drawPath(glyph_path(look.effect, anchor, _BADGE))
            painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setOpacity(1.0)


def _text_box(place: PlacedLabel) -> QRectF:
    return QRectF(place.box.x, place.box.y, place.box.width + 1, place.box.height)


def _side(place: PlacedLabel) -> Qt.AlignmentFlag:
    return Qt.AlignmentFlag.AlignRight if place.on_left else Qt.AlignmentFlag.AlignLeft
