"""How the drawing lies on the stage: fitted, zoomed, panned, and never lost."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QTransform, QWheelEvent
from PySide6.QtWidgets import QWidget

_MOST = 6.0
_MARGIN = 12.0
_SIDE = (0.125, 0.23)
"""Share of the stage's width kept free on either side for labels: at least, and at most."""
_BARE = 0.02
"""That share where there are no labels."""
_LABEL = 168.0
"""Width that labels would like to have on either side, px."""


class Zoom:
    """A clamped zoom and pan, and whether left and right are swapped.

    Args:
        view_box: box of the drawing in scene units.
    """

    def __init__(self, view_box: QRectF) -> None:
        self._view_box = view_box
        self._stage = QSize(1, 1)
        self._fit_scale = 1.0
        self._center = view_box.center()
        self.factor = 1.0
        self.mirrored = False
        self.has_labels = True

    @property
    def scale(self) -> float:
        """Pixels in one scene unit."""
        return self._fit_scale * self.factor

    @property
    def visible(self) -> QRectF:
        """The part of the scene that the stage shows, in scene units as they lie on the stage.

        While the picture is mirrored, x counts from the right edge of the view box.
        """
        size = QSizeF(self._stage.width() / self.scale, self._stage.height() / self.scale)
        box = QRectF(QPointF(0, 0), size)
        box.moveCenter(self._center)
        return box

    @property
    def to_view(self) -> QTransform:
        """From scene units to pixels of the stage."""
        corner = self.visible.topLeft()
        scale, left, top = self.scale, corner.x() * self.scale, corner.y() * self.scale
        if self.mirrored:
            return QTransform(-scale, 0, 0, scale, self._turn * scale - left, -top)
        return QTransform(scale, 0, 0, scale, -left, -top)

    @property
    def _turn(self) -> float:
        """What x and its mirror image add up to."""
        return 2 * self._view_box.center().x()

    def to_scene(self, point: QPointF) -> QPointF:
        """Return the scene point under a pixel of the stage."""
        at = self._at(point)
        return QPointF(self._turn - at.x(), at.y()) if self.mirrored else at

    def _at(self, point: QPointF) -> QPointF:
        """Return the point under a pixel of the stage, in the units of `visible`."""
        return self.visible.topLeft() + point / self.scale

    def fit(self, stage: QSize) -> None:
        """Fit the drawing into a stage of this size; the zoom factor stays."""
        self._stage = stage
        side = min(max(_LABEL / max(stage.width(), 1), _SIDE[0]), _SIDE[1])
        side = side if self.has_labels else _BARE
        width = stage.width() * (1 - 2 * side)
        height = stage.height() - 2 * _MARGIN
        self._fit_scale = max(
            min(width / self._view_box.width(), height / self._view_box.height()), 0.05
        )
        self._clamp()

    def follow(self, other: "Zoom") -> None:
        """Show what another zoom of the same drawing shows, as far as this stage has room."""
        self.factor = other.factor
        self._center = QPointF(other._center)  # noqa: SLF001 - of the same class
        self._clamp()

    @property
    def sight(self) -> tuple[float, QPointF]:
        """What is shown, for `return_to`."""
        return self.factor, QPointF(self._center)

    def return_to(self, sight: tuple[float, QPointF]) -> None:
        """Show what was shown before, as far as this stage has room."""
        self.factor, self._center = sight[0], QPointF(sight[1])
        self._clamp()

    def reset(self) -> None:
        """Show the whole drawing."""
        self.factor = 1.0
        self._clamp()

    def zoom_at(self, point: QPointF, factor: float) -> None:
        """Multiply the zoom and keep the scene point under `point` where it is."""
        fixed = self._at(point)
        self.factor = min(max(self.factor * factor, 1.0), _MOST)
        if abs(self.factor - 1.0) < 0.02:
            self.factor = 1.0
        self._center += fixed - self._at(point)
        self._clamp()

    def pan(self, pixels: QPointF) -> None:
        """Move the drawing with the pointer."""
        self._center -= pixels / self.scale
        self._clamp()

    def follow_wheel(self, event: QEvent) -> None:
        """Zoom at the pointer by a wheel step, or smoothly by a touchpad."""
        assert isinstance(event, QWheelEvent), "only wheel events come here"
        self.zoom_at(event.position(), 1.0015 ** event.angleDelta().y())

    def follow_pinch(self, event: QEvent, stage: QWidget) -> bool:
        """Zoom by a pinch. Returns whether the gesture was one."""
        from PySide6.QtWidgets import QGestureEvent, QPinchGesture

        assert isinstance(event, QGestureEvent), "only gesture events come here"
        pinch = event.gesture(Qt.GestureType.PinchGesture)
        if not isinstance(pinch, QPinchGesture):
            return False
        middle = stage.mapFromGlobal(pinch.centerPoint().toPoint())
        self.zoom_at(QPointF(middle), pinch.scaleFactor())
        event.accept(pinch)
        return True

    def _clamp(self) -> None:
        """Keep the middle of the stage on the drawing; at factor 1, keep the drawing centred."""
        box = self._view_box
        if self.factor == 1.0:
            self._center = box.center()
            return
        slack_x = box.width() / 2 * (1 - 1 / self.factor)
        slack_y = box.height() / 2 * (1 - 1 / self.factor)
        middle = box.center()
        self._center = QPointF(
            min(max(self._center.x(), middle.x() - slack_x), middle.x() + slack_x),
            min(max(self._center.y(), middle.y() - slack_y), middle.y() + slack_y),
        )
