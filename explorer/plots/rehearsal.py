"""Paints a small plot out of sight, so that everything a plot needs is loaded."""

from PySide6.QtCore import QPoint
from PySide6.QtGui import QFont, QImage, QPainter

from explorer.canvas.palette import LIGHT
from explorer.domain.dataset import PlotKind
from explorer.domain.vocabulary import Language, Spread
from explorer.i18n import words
from explorer.plots.content import AxisText, Mark, PlotContent
from explorer.plots.figure import Figure
from explorer.plots.style import NORMAL_TEXT, PlotStyle

_AXIS = AxisText("y", "u")


def rehearse() -> None:
    """Paint one plot of each family, and throw them away."""
    face = QFont()
    face.setPixelSize(round(NORMAL_TEXT))
    style, say = PlotStyle(LIGHT, face), words(Language.EN)
    figure = Figure()
    figure.resize(640, 420)
    marks = tuple(Mark(0, at, None, at, at - 1, at + 1, Spread.SD, 1.0, 9) for at in range(2))
    rows = PlotContent(
        "rows", PlotKind.BARS, "-", "-", "", None, _AXIS, 0.0, ("a",), ("b", "c"), marks, {}
    )
    over_time = tuple(mark._replace(row=None, x=mark.value) for mark in marks)
    course = rows._replace(
        id="course", kind=PlotKind.TIME_COURSE, x=_AXIS, categories=(), marks=over_time
    )
    for content in (rows, course):
        figure.show_content(content, style, say, figure.update)
        image = QImage(figure.size(), QImage.Format.Format_RGB32)
        with QPainter(image) as painter:
            figure.render(painter, QPoint())
    figure.deleteLater()
