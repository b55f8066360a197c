"""What a person does at the window and reads from it."""

from PySide6.QtCore import QCoreApplication, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QSlider, QWidget

from explorer.canvas.brain_canvas import BrainCanvas

LEFT = Qt.MouseButton.LeftButton
SECTIONS = ("acute_section", "long_term_section")


def find(window: QWidget, name: str, kind: type = QWidget):
    """Return the one part of that name."""
    found = window.findChildren(kind, name)
    assert len(found) == 1, f"{len(found)} parts are called {name}"
    return found[0]


def shown(window: QWidget, name: str | None, kind: type = QWidget) -> list:
    """Return the parts of that name (None for any) that can be seen."""
    found = window.findChildren(kind) if name is None else window.findChildren(kind, name)
    return [part for part in found if part.isVisible()]


def canvas_of(window: QWidget) -> BrainCanvas:
    return find(window, "brain_canvas", BrainCanvas)


def slider_of(window: QWidget) -> QSlider:
    return find(window, "use_slider", QSlider)


def button_of(window: QWidget, region_id: str) -> QAbstractButton:
    return find(window, f"region_{region_id}", QAbstractButton)


def click(widget: QWidget, at: QPoint | None = None) -> None:
    QTest.mouseClick(widget, LEFT, pos=at if at is not None else widget.rect().center())
    QCoreApplication.processEvents()


def press(widget: QWidget, key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the focus is (`widget` gets it first)."""
    if not widget.hasFocus():
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
    QTest.keyClick(widget, key, modifier)
    QCoreApplication.processEvents()


def drag(widget: QWidget, start: QPoint, *points: QPoint, release: bool = True) -> None:
    """Press, move over the points in small steps, and release at the last."""
    QTest.mousePress(widget, LEFT, pos=start)
    here = start
    for point in points:
        for step in range(1, 9):
            QTest.mouseMove(widget, here + (point - here) * step / 8)
            QCoreApplication.processEvents()
        here = point
    if release:
        QTest.mouseRelease(widget, LEFT, pos=here)
        QCoreApplication.processEvents()


def wheel(widget: QWidget, at: QPoint, delta: int) -> None:
    """Turn the wheel; 120 is one notch away from the person."""
    none = (Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier)
    still = Qt.ScrollPhase.NoScrollPhase
    there = QPointF(widget.mapToGlobal(at))
    event = QWheelEvent(QPointF(at), there, QPoint(), QPoint(0, delta), *none, still, False)
    QCoreApplication.sendEvent(widget, event)
    QCoreApplication.processEvents()


def points_of_label(canvas: BrainCanvas, region_id: str) -> list[QPoint]:
    """Return points beside a region that still mean it: those of its label."""
    box = canvas.findChild(QAbstractButton, f"region_{region_id}").geometry()
    around = box.adjusted(-12, -12, 12, 12)
    stage = canvas.viewport().rect()
    every = (QPoint(x, y) for x in range(0, stage.width(), 14) for y in range(0, stage.height(), 9))
    return [
        point
        for point in every
        if not around.contains(point) and canvas.region_at(QPointF(point)) == region_id
    ]


def text_of(window: QWidget, name: str) -> str:
    label = find(window, name, QLabel)
    assert label.isVisible(), f"{name} cannot be seen"
    return label.text()


def cards_of(window: QWidget, section: str, part: str = "claims") -> list[QWidget]:
    """Return the visible cards of one part (`claims` or `nearby`) of a section."""
    return shown(find(window, f"{section}_{part}"), "claim_card")


def header_of(card: QWidget) -> QAbstractButton:
    return find(card, "claim_header", QAbstractButton)


def drawn(window: QWidget) -> list[str]:
    """Return the ids of the places that have a button on the diagram, in the order of Tab."""
    buttons = canvas_of(window).tab_stops()
    return [button.objectName().removeprefix("region_") for button in buttons]


def picture(qtbot, window: QWidget) -> QImage:
    """Return what the diagram looks like once its sharp picture is there."""
    canvas = canvas_of(window)
    qtbot.waitUntil(lambda: canvas.grab() is not None and canvas._plate.is_settled, timeout=3000)
    QCoreApplication.processEvents()
    return canvas.grab().toImage()


def color_at(qtbot, window: QWidget, x: float, y: float) -> QColor:
    """Return the colour at a point of the drawing (units of its view box)."""
    image = picture(qtbot, window)
    at = canvas_of(window)._zoom.to_view.map(QPointF(x, y)).toPoint()
    return image.pixelColor(at)


def open_ids(window: QWidget) -> list[str]:
    """Return the ids of the cards whose details can be seen."""
    return [card.content.id for card in shown(window, "claim_card") if shown(card, "claim_details")]


def count_color(image: QImage, color: QColor, tolerance: int = 12) -> int:
    """Return how many pixels have a colour, or nearly."""
    wanted = (color.red(), color.green(), color.blue())

    def is_near(pixel: QColor) -> bool:
        parts = (pixel.red(), pixel.green(), pixel.blue())
        return all(abs(a - b) <= tolerance for a, b in zip(parts, wanted, strict=True))

    return sum(
        is_near(image.pixelColor(x, y)) for x in range(image.width()) for y in range(image.height())
    )


def difference(first: QImage, second: QImage) -> float:
    """Return the mean difference of two pictures, 0 to 255, from every fifth byte."""
    assert first.size() == second.size()
    form = QImage.Format.Format_RGB32
    one, other = (bytes(image.convertToFormat(form).constBits())[::5] for image in (first, second))
    return sum(abs(a - b) for a, b in zip(one, other, strict=True)) / max(len(one), 1)
