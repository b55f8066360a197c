"""The items that draw numbers. Each holds the numbers themselves, so that a test can read them."""

from typing import NamedTuple

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from explorer.domain.dataset import PlotKind
from explorer.plots.content import PlotContent
from explorer.plots.geometry import MarkArrays, Numbers, Positions
from explorer.plots.row_plan import RowPlan
from explorer.plots.style import PlotStyle, SeriesLook

_MANY = 400
"""With more marks than this they are drawn small and without caps: there is no room for more."""

_SIZE, _SMALL_SIZE = 10, 4
_BAR_ALPHA = 70
_BAR_HEIGHT = 15
_CAP = 8
_CAP_SHARE = 1 / 90


class Scene(NamedTuple):
    """Items, and where each mark is between the axes."""

    items: list[pg.GraphicsObject]
    x: Numbers
    y: Numbers


def row_items(content: PlotContent, arrays: MarkArrays, plan: RowPlan, style: PlotStyle) -> Scene:
    """Draw marks in rows: the value lies on the horizontal axis."""
    y = np.array([plan.middles[at] for at in range(len(content.marks))], dtype=np.float64)
    items = _reference(content, style, angle=90)
    if content.kind is PlotKind.BARS and content.reference_line != 0:  # what the bars stand on
        items.append(pg.InfiniteLine(0, angle=90, pen=_pen(style.palette.color("soft"), 1, style)))
    for series in range(len(content.series)):
        at = arrays.of_series(series)
        look = style.series(series)
        if content.kind is PlotKind.BARS and len(at):
            items.append(_bars(arrays.values[at], y[at], look, style))
        known = at[arrays.has_interval[at]]
        if len(known):
            items.append(
                pg.ErrorBarItem(
                    x=arrays.values[known],
                    y=y[known],
                    left=arrays.values[known] - arrays.low[known],
                    right=arrays.high[known] - arrays.values[known],
                    beam=style.px(_CAP),
                    pen=_pen(look.color, 1.6, style),
                )
            )
        items += _dots(arrays.values, y, at, arrays, look, style)
    return Scene(items, arrays.values, y)


def course_items(
    content: PlotContent, arrays: MarkArrays, style: PlotStyle, across: tuple[float, float]
) -> Scene:
    """Draw marks over a number axis, joined by lines in a time course."""
    items = _reference(content, style, angle=0)
    for series in range(len(content.series)):
        at = arrays.of_series(series)
        look = style.series(series)
        known = at[arrays.has_interval[at]]
        is_many = len(arrays.values) > _MANY
        if len(known):
            items.append(
                pg.ErrorBarItem(
                    x=arrays.x[known],
                    y=arrays.values[known],
                    bottom=arrays.values[known] - arrays.low[known],
                    top=arrays.high[known] - arrays.values[known],
                    beam=None if is_many else (across[1] - across[0]) * _CAP_SHARE,
                    pen=_pen(look.color, 0 if is_many else 1.4, style),
                )
            )
        if content.kind is PlotKind.TIME_COURSE and len(at) > 1:
            ordered = at[np.argsort(arrays.x[at], kind="stable")]
            pen = _pen(look.color, 0 if is_many else 2, style)
            pen.setStyle(Qt.PenStyle.SolidLine if is_many else look.dash)
            curve = pg.PlotCurveItem(
                arrays.x[ordered], arrays.values[ordered], pen=pen, antialias=not is_many
            )
            items.append(curve)
        items += _dots(arrays.x, arrays.values, at, arrays, look, style)
    return Scene(items, arrays.x, arrays.values)


def _bars(values: Numbers, y: Numbers, look: SeriesLook, style: PlotStyle) -> pg.BarGraphItem:
    wash = QColor(look.color)
    wash.setAlpha(_BAR_ALPHA)
    pen = _pen(look.color, 1, style)
    height = style.px(_BAR_HEIGHT)
    return pg.BarGraphItem(x0=0, width=values, y=y, height=height, pen=pen, brush=wash)


def _dots(
    x: Numbers,
    y: Numbers,
    at: Positions,
    arrays: MarkArrays,
    look: SeriesLook,
    style: PlotStyle,
) -> list[pg.ScatterPlotItem]:
    """Draw what has an interval filled, and what has none open."""
    is_many = len(arrays.values) > _MANY
    size = style.px(_SMALL_SIZE if is_many else _SIZE)
    fills = ((True, look.color), (False, style.palette.color("panel")))
    dots = []
    for has_interval, fill in fills:
        some = at[arrays.has_interval[at] == has_interval]
        if len(some):
            dot = pg.ScatterPlotItem(
                x=x[some],
                y=y[some],
                data=some,
                size=size,
                symbol=look.symbol,
                pen=_pen(look.color, 1 if is_many else 1.8, style),
                brush=pg.mkBrush(fill),
                pxMode=True,
                antialias=True,
                useCache=is_many,
            )
            dot.setZValue(20)
            dots.append(dot)
    return dots


def _reference(content: PlotContent, style: PlotStyle, angle: int) -> list[pg.GraphicsObject]:
    if content.reference_line is None:
        return []
    pen = _pen(style.palette.color("soft"), 1.2, style)
    pen.setStyle(Qt.PenStyle.DashLine)
    return [pg.InfiniteLine(content.reference_line, angle=angle, pen=pen)]


def _pen(color: QColor, width: float, style: PlotStyle) -> pg.QtGui.QPen:
    return pg.mkPen(color, width=style.px(width))
