"""Reads the numbers back from the items that draw them."""

import numpy as np
import pyqtgraph as pg
from PySide6.QtGui import QImage


def dots(graph):
    """Return `{position of the mark: (x, y, is_filled)}` from the symbols."""
    found = {}
    for item in graph.plot_items:
        if isinstance(item, pg.ScatterPlotItem):
            panel = graph.backgroundBrush().color()
            for spot in item.points():
                filled = spot.brush().color() != panel
                found[int(spot.data())] = (spot.pos().x(), spot.pos().y(), filled)
    return found


def intervals(graph):
    """Return `{(x, y): (low, high)}` from the error bars, whichever way they lie."""
    found = {}
    for item in graph.plot_items:
        if isinstance(item, pg.ErrorBarItem):
            opts = item.opts
            is_lying = opts["left"] is not None
            along = opts["x"] if is_lying else opts["y"]
            less, more = ("left", "right") if is_lying else ("bottom", "top")
            ends = zip(along - opts[less], along + opts[more], strict=True)
            for x, y, end in zip(opts["x"], opts["y"], ends, strict=True):
                found[float(x), float(y)] = tuple(float(value) for value in end)
    return found


def bars(graph):
    """Return the lengths of all bars, in the order in which they were drawn."""
    items = [item for item in graph.plot_items if isinstance(item, pg.BarGraphItem)]
    return [float(value) for item in items for value in np.atleast_1d(item.opts["width"])]


def curves(graph):
    """Return the points of each line."""
    items = [item for item in graph.plot_items if isinstance(item, pg.PlotCurveItem)]
    return [
        list(zip(*(map(float, part) for part in item.getData()), strict=True)) for item in items
    ]


def count_color(image, color, tolerance=12):
    """Return how many pixels have a colour, or nearly."""
    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    lines = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), -1)
    pixels = lines[:, : 3 * plain.width()].reshape(-1, 3).astype(int)
    wanted = (color.red(), color.green(), color.blue())
    return int((np.abs(pixels - wanted) <= tolerance).all(axis=1).sum())
