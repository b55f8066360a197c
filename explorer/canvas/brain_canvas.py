"""The brain: shows the regions, and tells which one a person wants."""

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QPointF,
    QSize,
    Qt,
    QTimer,
    QVariantAnimation,
    Signal,
)
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from explorer.canvas.drawing import Drawing
from explorer.canvas.label_layer import Label
from explorer.canvas.overlay import LinkLook
from explorer.canvas.palette import Palette
from explorer.canvas.plate import Plate
from explorer.canvas.region_buttons import RegionButtons
from explorer.canvas.stage import Emphasis, Stage
from explorer.canvas.zoom import Zoom

if TYPE_CHECKING:
    from explorer.canvas.hover_card import HoverCard
    from explorer.geometry.hit_index import HitIndex

_CLICK_SLACK = 4
"""A press that moves no further than this is a click, px."""
_HIT_SLACK = 4.0
"""A click this close to a region still means it, px."""
_SELECT_MS = 200
_MARK_MS = 5
"""The panel is painted before the mark on the brain, so late that nobody sees it."""
_CALM_MS = 60
"""What can wait until a first answer is on the screen waits this long."""


class BrainCanvas(QAbstractScrollArea):
    """Draws the plate, the overlay and the labels; wishes come out as signals.

    Args:
        drawing: outlines and anchors.
        plate: the picture behind the overlay.
        parent: Qt owner.
    """

    region_picked = Signal(str)
    """A region was clicked, or chosen by key or assistive tool: its id."""
    region_cleared = Signal()
    """Nothing was clicked, or Escape was pressed."""
    zoomed = Signal()
    """The person zoomed or moved the picture, or it was fitted to another size."""

    def __init__(self, drawing: Drawing, plate: Plate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plate = plate
        plate.setParent(self)
        plate.refreshed.connect(self._on_plate_refreshed)
        self._palette: Palette | None = None
        self._names: dict[str, tuple[str, str]] = {}
        self._selected: str | None = None
        self._hovered = ""
        self._named: frozenset[str] | None = None
        self._blend = 0.0
        self._press: QPointF | None = None
        self._last_drag: QPointF | None = None
        self._animated = True
        self._drawing = drawing
        self._hits: HitIndex | None = None
        self._zoom = Zoom(drawing.view_box)
        # A viewport of our own: asking for Qt's makes PySide load every widget class to name it.
        viewport = QWidget()
        viewport.setObjectName("qt_scrollarea_viewport")
        self.setViewport(viewport)
        viewport.setFocusProxy(self)
        self.setObjectName("brain_canvas")
        self.setFrameStyle(0)  # no frame; its name would load enumerations
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.viewport().setMouseTracking(True)
        self.viewport().grabGesture(Qt.GestureType.PinchGesture)
        self._buttons = self._build_buttons(drawing)
        self._stage = Stage(drawing, plate, self.viewport(), self._zoom)
        self._made_hover_card: HoverCard | None = None
        self._stage.set_font(self.font())
        # The panel answers a click first; the mark on the brain follows at once.
        self._mark_soon = QTimer(self, singleShot=True, interval=_MARK_MS)
        self._mark_soon.timeout.connect(self._on_mark_due)
        self._landmarks_soon = QTimer(self, singleShot=True, interval=_CALM_MS)
        self._landmarks_soon.timeout.connect(self._on_landmarks_due)
        self._message = ""
        self._announce_soon = QTimer(self, singleShot=True, interval=_CALM_MS)
        self._announce_soon.timeout.connect(self._on_announcement_due)
        self._selection = QVariantAnimation(self)
        self._selection.setDuration(_SELECT_MS)
        self._selection.setStartValue(0.0)
        self._selection.setEndValue(1.0)
        self._selection.valueChanged.connect(self._on_selection_step)

    # What to show

    def set_diagram(self, drawing: Drawing, plate: Plate) -> None:
        """Show another drawing, whole and without labels.

        Afterwards call `set_regions`, `set_labels`, `describe_regions` and, where there are any,
        `set_links`, `set_hidden_groups`, `set_scan` and `set_side_letters`. Palette, selection,
        mirroring and the place of the slider stay; the buttons of `tab_stops` are new ones.

        Args:
            drawing: outlines and anchors.
            plate: the picture behind the overlay; the canvas owns it from now on.
        """
        self._hover("")
        self._plate.deleteLater()
        self._plate = plate
        plate.setParent(self)
        plate.refreshed.connect(self._on_plate_refreshed)
        if any(button.hasFocus() for button in self._buttons.tab_stops()):
            self.setFocus()
        self._buttons.discard()
        self._drawing = drawing
        self._hits = None
        mirrored = self._zoom.mirrored
        self._zoom = Zoom(drawing.view_box)
        self._zoom.mirrored = mirrored
        self._fit_labels()
        self._buttons = self._build_buttons(drawing)
        self._buttons.show_selected(self._selected)
        self._stage = Stage(drawing, plate, self.viewport(), self._zoom)
        self._stage.set_named(self._named)
        self._stage.set_font(self.font())
        if self._palette is not None:
            self._stage.set_palette(self._palette)
        self._landmarks_soon.start()
        self._apply_zoom()

    def set_links(self, links: list[LinkLook]) -> None:
        """Set the links between regions; one with no end on this diagram is not drawn.

        Their names and summaries come with `set_regions`, after those of the regions.
        """
        self._stage.set_links(links)
        self._buttons.set_boxes(self._drawing.boxes | self._stage.link_boxes())
        self._name_buttons()
        self._stage.show_selected(self._selected)
        self.viewport().update()

    def set_hidden_groups(self, ids: frozenset[str]) -> None:
        """Leave these groups of the drawing out of the picture."""
        self._plate.set_hidden(ids)
        self.viewport().update()

    def set_scan(self, picture: bytes | None) -> None:
        """Show a scan (JPEG or PNG, same view box) instead of the drawing, or the drawing."""
        self._plate.set_scan(picture)
        self.viewport().update()

    def set_mirrored(self, mirrored: bool) -> None:  # noqa: FBT001 - a Qt-style setter
        """Swap left and right of the picture. Text stays as it is."""
        if mirrored != self._zoom.mirrored:
            self._hover("")
            self._zoom.mirrored = mirrored
            self._apply_zoom()

    def set_side_letters(self, left: str, right: str) -> None:
        """Set the letters for the patient's left and right; empty where the diagram has no sides.

        Which one stands at which side of the picture follows from `set_mirrored`.
        """
        self._stage.set_letters(left, right)
        self.viewport().update()

    def set_regions(self, names: dict[str, tuple[str, str]]) -> None:
        """Set name and one-line summary of each region, in the order in which Tab walks them."""
        self._names = names
        self._name_buttons()

    def set_labels(self, labels: list[Label]) -> None:
        """Set the labels, with what each region's overlay shows at both ends of the slider."""
        self._stage.set_labels(labels)
        self.viewport().update()

    def set_named(self, ids: frozenset[str] | None) -> None:
        """Put names and signs only on these places, for a picture that is to be calm; None on all.

        The others keep their colour and can still be picked.
        """
        if ids != self._named:
            self._named = ids
            self._stage.set_named(ids)
            self._fit_labels()
            self._apply_zoom()

    def describe_regions(self, descriptions: dict[str, str]) -> None:
        """Set what assistive tools read of each region: its effect and the strength of evidence."""
        self._buttons.describe(descriptions)

    def set_palette(self, palette: Palette) -> None:
        """Choose the colours."""
        self._palette = palette
        self._stage.set_palette(palette)
        if self._made_hover_card is not None:
            self._made_hover_card.set_palette(palette)
        self._buttons.set_palette(palette)
        self.viewport().update()

    def set_animated(self, animated: bool) -> None:  # noqa: FBT001 - a Qt-style setter
        """Honour a wish for less motion."""
        self._animated = animated

    def set_blend(self, blend: float) -> None:
        """Follow the slider: 0 is the therapeutic end, 1 the chronic end."""
        if blend == self._blend:
            return
        self._blend = blend
        for box in self._stage.moving_boxes():
            self.viewport().update(box)

    def show_selected(self, region_id: str | None) -> None:
        """Mark the selected region, calmly."""
        if region_id == self._selected:
            return
        self._selection.stop()
        self._selected = region_id
        self._buttons.show_selected(region_id)
        self._stage.show_selected(region_id)
        if region_id is not None:
            self._hide_hover_card()
            if self._animated and self.isVisible():
                self._selection.start()
            else:
                self._selection.setCurrentTime(_SELECT_MS)
        self._mark_soon.start()

    def tab_stops(self) -> list[QWidget]:
        """The regions, in order."""
        return self._buttons.tab_stops()

    def announce(self, message: str) -> None:
        """Let assistive tools say a sentence, once what it tells is on the screen."""
        self._message = message
        self._announce_soon.start()

    # Zoom

    def zoom_in(self) -> None:
        """Come closer, towards the middle of the stage."""
        self._zoom_at(QPointF(self.viewport().rect().center()), 1.25)

    def zoom_out(self) -> None:
        """Step back, no further than the whole brain."""
        self._zoom_at(QPointF(self.viewport().rect().center()), 0.8)

    def reset_zoom(self) -> None:
        """Show the whole brain."""
        self._zoom.reset()
        self._apply_zoom()

    @property
    def sight(self) -> tuple[float, QPointF]:
        """What part of the brain is shown, for `return_to_sight`."""
        return self._zoom.sight

    def return_to_sight(self, sight: tuple[float, QPointF]) -> None:
        """Show a part of the brain that was shown before, of the same drawing."""
        self._zoom.return_to(sight)
        self._apply_zoom()

    def follow_zoom(self, other: "BrainCanvas") -> None:
        """Zoom and move as another canvas that shows the same drawing."""
        self._zoom.follow(other._zoom)  # noqa: SLF001 - of the same class
        self._place()

    @property
    def zoom_factor(self) -> float:
        """How far the brain is zoomed in; 1 shows all of it."""
        return self._zoom.factor

    def scene_point(self, point: QPointF) -> QPointF:
        """Return the point of the drawing under a point of the viewport (px)."""
        return self._zoom.to_scene(point)

    def view_point(self, point: QPointF) -> QPointF:
        """Return the point of the viewport (px) over a point of the drawing."""
        return self._zoom.to_view.map(point)

    # Picking

    def region_at(self, point: QPointF) -> str | None:
        """Return what is at a point of the viewport (px): a region, its label, or a link."""
        if self._hits is None:
            from explorer.geometry.hit_index import HitIndex

            self._hits = HitIndex(self._drawing.outlines)
        at = self._zoom.to_scene(point)
        return self._stage.region_at(point) or self._hits.at(
            at.x(), at.y(), _HIT_SLACK / self._zoom.scale
        )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where the press was: it may become a click or a pan."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._press = self._last_drag = event.position()
            event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pan while a button is held, else show what lies under the pointer."""
        if self._press is None or self._last_drag is None:
            self._hover(self.region_at(event.position()) or "")
            return
        if (
            event.position() - self._press
        ).manhattanLength() > _CLICK_SLACK and self._zoom.factor > 1:
            self._hover("")
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            self._zoom.pan(event.position() - self._last_drag)
            self._apply_zoom()
        self._last_drag = event.position()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Select what was clicked, or nothing."""
        if event.button() != Qt.MouseButton.LeftButton or self._press is None:
            return
        moved = (event.position() - self._press).manhattanLength()
        self._press = self._last_drag = None
        self.viewport().unsetCursor()
        if moved > _CLICK_SLACK:
            return
        region_id = self.region_at(event.position())
        if region_id is None:
            self.region_cleared.emit()
        else:
            self.region_picked.emit(region_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk the regions with the arrows; clear the selection with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.region_cleared.emit()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._buttons.focus(self._selected)
        else:
            event.ignore()

    def viewportEvent(self, event: QEvent) -> bool:
        """Take wheel and pinch for zooming, and notice that the pointer left."""
        if event.type() == QEvent.Type.Leave:
            self._hover("")
        elif event.type() == QEvent.Type.Gesture and self._zoom.follow_pinch(
            event, self.viewport()
        ):
            self._apply_zoom()
            return True
        elif event.type() == QEvent.Type.Wheel:
            self._zoom.follow_wheel(event)
            self._apply_zoom()
            event.accept()
            return True
        return super().viewportEvent(event)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint plate, overlay, outlines, labels and signs."""
        amount = float(self._selection.currentValue())
        emphasis = Emphasis(self._selected, amount, self._hovered)
        with QPainter(self.viewport()) as painter:
            self._stage.paint(painter, event.rect(), emphasis, self._blend)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the brain into the stage."""
        super().resizeEvent(event)
        self._zoom.fit(QSize(event.size()))
        self._apply_zoom()

    def showEvent(self, event: QShowEvent) -> None:
        """Lay the labels out with the fonts of the screen."""
        super().showEvent(event)
        self._apply_zoom()
        self._landmarks_soon.start()

    def changeEvent(self, event: QEvent) -> None:
        """Let labels and hover card follow the font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._stage.set_font(self.font())
            if self._made_hover_card is not None:
                self._made_hover_card.setFont(self.font())

    # Inside

    def _name_buttons(self) -> None:
        self._buttons.set_names({key: name for key, (name, _) in self._names.items()})
        if self._palette is not None:
            self._buttons.set_palette(self._palette)
        self._buttons.place(self._zoom.to_view)

    def _build_buttons(self, drawing: Drawing) -> RegionButtons:
        buttons = RegionButtons(drawing.boxes, self.viewport())
        buttons.picked.connect(self.region_picked)
        buttons.cleared.connect(self.region_cleared)
        buttons.focused.connect(self._on_button_focused)
        return buttons

    def _on_button_focused(self, region_id: str, has_focus: bool) -> None:  # noqa: FBT001
        self._hover(region_id if has_focus and not self.viewport().underMouse() else "")

    def _on_selection_step(self, amount: float) -> None:
        if amount:  # `paintEvent` asks for it; at nought there is nothing new to see
            self.viewport().update(self._stage.region_area())

    def _on_mark_due(self) -> None:
        self.viewport().update(self._stage.region_area())

    def _on_landmarks_due(self) -> None:
        self._stage.show_landmarks()
        self.viewport().update()

    def _on_announcement_due(self) -> None:
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # 8 ms, not at start

        event = QAccessibleAnnouncementEvent(self, self._message)
        QAccessible.updateAccessibility(event)

    def _on_plate_refreshed(self) -> None:
        self.viewport().update()

    def _hover(self, region_id: str) -> None:
        if region_id == self._hovered:
            return
        self._hovered = region_id
        if region_id and region_id != self._selected:
            texts = self._names.get(region_id, ("", ""))
            self._hover_card.show_beside(self._stage.box_of(region_id), *texts)
        else:
            self._hide_hover_card()
        self.viewport().setCursor(
            Qt.CursorShape.PointingHandCursor if region_id else Qt.CursorShape.ArrowCursor
        )
        self.viewport().update(self._stage.region_area())

    @property
    def _hover_card(self) -> "HoverCard":
        if self._made_hover_card is None:
            from explorer.canvas.hover_card import HoverCard

            self._made_hover_card = HoverCard(self.viewport())
            self._made_hover_card.setFont(self.font())
            if self._palette is not None:
                self._made_hover_card.set_palette(self._palette)
        return self._made_hover_card

    def _hide_hover_card(self) -> None:
        if self._made_hover_card is not None:
            self._made_hover_card.hide()

    def _zoom_at(self, point: QPointF, factor: float) -> None:
        self._zoom.zoom_at(point, factor)
        self._apply_zoom()

    def _fit_labels(self) -> None:
        """Fit the drawing into the stage, with room at its sides where there are names."""
        self._zoom.has_labels = self._named is None or bool(self._named)
        self._zoom.fit(self.viewport().size())

    def _apply_zoom(self) -> None:
        """Let everything follow the zoom, and say so."""
        self._place()
        self.zoomed.emit()

    def _place(self) -> None:
        """Let the view, the buttons and the labels follow the zoom."""
        self._buttons.place(self._zoom.to_view)
        self._stage.lay_out()
        self.viewport().update()
