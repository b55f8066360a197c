"""A canvas with small drawings about walnuts, driven as a person drives it."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from explorer.canvas.brain_canvas import BrainCanvas
from explorer.canvas.drawing import prepare_drawing
from explorer.canvas.label_layer import Label, Rank
from explorer.canvas.overlay import LinkLook, RegionLook
from explorer.canvas.palette import LIGHT
from explorer.canvas.plate import Plate
from explorer.domain.vocabulary import Effect, Strength

SIZE = (900, 600)
LESS = RegionLook(Effect.DECREASE, Strength.STRONG)
MORE = RegionLook(Effect.INCREASE, Strength.STRONG)
GAP = RegionLook(Effect.UNKNOWN, Strength.GAP)

HALVES = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 400">
<ellipse id="shell" cx="300" cy="200" rx="290" ry="190" fill="#e8e0d0"/>
<circle id="a" data-region="kernel" data-side="left" cx="150" cy="200" r="60" fill="#ddccbb"/>
<circle id="b" data-region="kernel" data-side="right" cx="450" cy="200" r="60" fill="#ddccbb"/>
<circle id="stem" cx="300" cy="300" r="40" fill="#ccbbaa"/>
<path id="wing" d="M20 180h60v40h-60z" fill="#bbaa99"/>
</svg>
"""
"""Two kernels, a stem on the midline, and a wing on the left side of the picture."""

WHOLE = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 400">
<rect id="shell" x="20" y="20" width="560" height="360" fill="#e8e0d0"/>
<circle id="stem" cx="140" cy="120" r="40" fill="#ccbbaa"/>
<circle id="tip" cx="460" cy="280" r="40" fill="#ccbbaa"/>
<circle id="core" cx="300" cy="200" r="40" fill="#ccbbaa"/>
<g id="morning"><rect x="40" y="320" width="60" height="40" fill="#ff0000"/></g>
<g id="evening"><rect x="40" y="320" width="60" height="40" fill="#0000ff"/></g>
</svg>
"""
"""Three shapes, and a patch that is red in the morning and blue in the evening."""

NAMES = {name: (name.title(), f"What the {name} is.") for name in ("kernel", "stem", "tip", "core")}
LINK_NAMES = {"stem-tip": ("Stem to tip", "They touch."), "stem-far": ("Stem to far", "None.")}


def drawing_of(svg):
    return prepare_drawing(svg.encode(), list(NAMES), ["wing"], "walnut.svg")


def plate_of(svg, **options):
    return Plate(svg.encode, drawing_of(svg).view_box, **options)


def link(link_id="stem-tip", looks=(LESS, LESS), origin="stem", targets=("tip",), bend=0.3):
    return LinkLook(link_id, origin, targets, bend, looks, "Stem to tip", ("less", "less"))


def labels_of(looks, **options):
    """Return a label for each region that has looks."""
    return [
        Label(name, NAMES[name][0], ("note", "note"), pair, **options)
        for name, pair in looks.items()
    ]


@pytest.fixture
def easel(qtbot):
    """Return a function that shows a drawing on a canvas. Nothing moves by itself."""

    def put(svg, labels=(), size=SIZE, links=()):
        canvas = BrainCanvas(drawing_of(svg), plate_of(svg))
        qtbot.addWidget(canvas)
        canvas.set_animated(False)
        canvas.set_palette(LIGHT)
        canvas.set_regions(NAMES | LINK_NAMES)
        canvas.set_labels(list(labels))
        if links:
            canvas.set_links(list(links))
        canvas.resize(*size)
        canvas.show()
        canvas.setFocus()
        settle(qtbot, canvas)
        return canvas

    return put


def settle(qtbot, canvas):
    """Wait until plate and landmarks are there."""
    QTest.qWait(80)
    qtbot.waitUntil(lambda: canvas._plate.is_settled)
    QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def picture(canvas) -> QImage:
    QCoreApplication.processEvents()
    return canvas.viewport().grab().toImage()


def point_of(canvas, x, y) -> QPoint:
    """Return the pixel of the viewport that shows a point of the drawing."""
    best = canvas.viewport().rect().center()
    for _ in range(4):  # the way there is straight, so a step or two is enough
        here, beside = (
            canvas.scene_point(QPointF(best)),
            canvas.scene_point(QPointF(best.x() + 1, 0)),
        )
        per_pixel = beside.x() - here.x()
        step = QPointF((x - here.x()) / per_pixel, (y - here.y()) / abs(per_pixel))
        best = (QPointF(best) + step).toPoint()
    return best


def color_at(canvas, x, y) -> QColor:
    return picture(canvas).pixelColor(point_of(canvas, x, y))


def count_exact(image: QImage, color: QColor) -> int:
    """Return how many pixels have just this colour, fast."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)  # kept: the bits are its own
    return memoryview(plain.constBits()).cast("I").tolist().count(color.rgb())


def is_like(color: QColor, effect: Effect) -> bool:
    """Whether a colour is nearer to that of a direction than to the drawing's own."""

    def apart(other):
        return sum(abs(a - b) for a, b in zip(color.getRgb(), other.getRgb(), strict=True))

    others = [LIGHT.effect(other) for other in (Effect.DECREASE, Effect.INCREASE)]
    nearest = min([*others, QColor("#ddccbb")], key=apart)
    return nearest == LIGHT.effect(effect)


def buttons_of(canvas) -> list[QAbstractButton]:
    return canvas.findChildren(QAbstractButton)


def hover(canvas, at: QPoint) -> None:
    QTest.mouseMove(canvas.viewport(), QPoint(1, 1))
    QTest.mouseMove(canvas.viewport(), at)
    QCoreApplication.processEvents()


__all__ = ["Rank", "easel"]
