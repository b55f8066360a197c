"""One region of the drawing: its overlay, and its outline."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPicture

from explorer.canvas.glyph import fill_with_hatch
from explorer.canvas.overlay import Looks, Rank, RegionLook
from explorer.canvas.palette import Palette
from explorer.domain.vocabulary import Side

_QUIET = 0.5
"""How dense a context region is beside a main one."""


class _Patch(NamedTuple):
    """A part of the region with looks of its own."""

    path: QPainterPath
    looks: Looks


class RegionItem:
    """Paints the overlay of one region between two looks: one for each end of the slider.

    The outline is painted apart (`paint_outline`), because it stays while the slider moves.

    Args:
        region_id: the region.
        path: its outline in scene units.
        visible: the part of it that no other region covers.
        halves: the outline of either side, where it is drawn left and right.
    """

    def __init__(
        self,
        region_id: str,
        path: QPainterPath,
        visible: QPainterPath,
        halves: Mapping[Side, QPainterPath] | None = None,
    ) -> None:
        self.region_id = region_id
        self.rank = Rank.MAIN
        self._path = path
        self._visible = visible
        self._halves = halves or {}
        self._visible_halves: dict[Side, QPainterPath] = {}
        self._bounds = path.boundingRect().adjusted(-1, -1, 1, 1)
        self._patches: list[_Patch] = []

    @property
    def is_moving(self) -> bool:
        """Whether it changes with the slider."""
        return any(patch.looks[0] != patch.looks[1] for patch in self._patches)

    def clear_looks(self) -> None:
        """Show only the outline."""
        self._patches = []

    def set_looks(
        self,
        therapeutic: RegionLook,
        chronic: RegionLook,
        sides: Mapping[Side, Looks] | None = None,
    ) -> None:
        """Set what both ends of the slider show.

        Args:
            therapeutic: look at one end.
            chronic: look at the other end.
            sides: both looks of the left and of the right, where they differ. They count only
                where both halves are drawn.
        """
        if not sides or not self._halves:
            self._patches = [_Patch(self._visible, (therapeutic, chronic))]
            return
        if not self._visible_halves:
            self._visible_halves = {
                side: self._visible.intersected(half) for side, half in self._halves.items()
            }
        self._patches = [
            _Patch(half, sides.get(side, (therapeutic, chronic)))
            for side, half in self._visible_halves.items()
        ]

    @property
    def bounds(self) -> QRectF:
        """Box of everything that is painted, in scene units."""
        return self._bounds

    def paint(self, painter: QPainter, palette: Palette, blend: float) -> None:
        """Paint the overlay.

        Args:
            painter: paints in scene units.
            palette: colours.
            blend: position of the slider: 0 is therapeutic, 1 is chronic.
        """
        self._paint_blend(painter, palette, blend, 1.0 if self.rank is Rank.MAIN else _QUIET)

    def paint_louder(
        self, painter: QPainter, palette: Palette, blend: float, selection: float
    ) -> None:
        """Paint over a context region what makes it as dense as a main one.

        Args:
            painter: paints in scene units.
            palette: colours.
            blend: position of the slider, 0 to 1.
            selection: how far the region is selected, 0 to 1.
        """
        if self.rank is Rank.CONTEXT:
            self._paint_blend(painter, palette, blend, selection, _remainder)

    def _paint_blend(
        self,
        painter: QPainter,
        palette: Palette,
        blend: float,
        share: float,
        opacity: Callable[[float], float] = float,
    ) -> None:
        """Paint the looks of both ends, as far as the slider is at each."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for path, (first, second) in self._patches:
            if first == second or blend <= 0.0:
                self._paint_look(painter, palette, path, first, share, opacity)
            elif blend >= 1.0:
                self._paint_look(painter, palette, path, second, share, opacity)
            else:
                self._paint_look(painter, palette, path, first, share * (1.0 - blend), opacity)
                self._paint_look(painter, palette, path, second, share * blend, opacity)

    def paint_outline(self, painter: QPainter, palette: Palette) -> None:
        """Paint the outline of the visible part, in scene units."""
        width, opacity = (1.3, 0.9) if self.rank is Rank.MAIN else (0.8, 0.55)
        self._stroke(painter, palette.color("ink"), width, opacity)

    def paint_ring(self, painter: QPainter, palette: Palette, selection: float) -> None:
        """Paint what makes the region stand out.

        Args:
            painter: paints in scene units.
            palette: colours.
            selection: how far the region is selected, 0 to 1 (in between while animated); 0 is a
                region that is only hovered.
        """
        if selection > 0.0:
            self._stroke(painter, palette.color("panel"), 3.0 + 6.0 * selection, selection)
            self._stroke(painter, palette.color("accent"), 2.0 + 3.0 * selection, selection)
        else:
            self._stroke(painter, palette.color("panel"), 4.5, 0.8)
            self._stroke(painter, palette.color("accent"), 3.0, 1.0)

    def _paint_look(
        self,
        painter: QPainter,
        palette: Palette,
        path: QPainterPath,
        look: RegionLook,
        weight: float,
        opacity: Callable[[float], float],
    ) -> None:
        color = palette.effect(look.effect)
        if not look.is_gap:
            color.setAlphaF(opacity(look.density) * weight)
            painter.fillPath(path, color)
            return
        wash = palette.color("panel")
        wash.setAlphaF(opacity(0.62) * weight)
        painter.fillPath(path, wash)
        painter.setOpacity(weight)
        fill_with_hatch(painter, path, color)
        painter.setOpacity(1.0)

    def _stroke(self, painter: QPainter, color: QColor, width: float, opacity: float) -> None:
        stroke(painter, self._visible, color, width, opacity)


def _remainder(density: float) -> float:
    """Return the opacity that makes a quiet region as dense as a main one, painted over it."""
    return density * (1.0 - _QUIET) / (1.0 - _QUIET * density)


def stroke(
    painter: QPainter, path: QPainterPath, color: QColor, width: float, opacity: float
) -> None:
    """Stroke a path that is given in scene units.

    Args:
        painter: paints in scene units.
        path: the path.
        color: of the line; its own opacity is replaced.
        width: of the line, px.
        opacity: 0 to 1.
    """
    color.setAlphaF(opacity)
    pen = QPen(color)
    set_width(pen, painter, width)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.strokePath(path, pen)


def set_width(pen: QPen, painter: QPainter, width: float) -> None:
    """Let a pen that draws in scene units be so many px wide, however far the brain is zoomed."""
    if isinstance(painter.device(), QPicture):
        # It is painted later at a size of its own, with which its lines are to grow.
        turn = painter.worldTransform()
        pen.setWidthF(width / abs(turn.determinant()) ** 0.5)
        return
    # A cosmetic pen is as wide as so many pixels of the screen, which may be finer than ours.
    pen.setWidthF(width * painter.device().devicePixelRatioF())
    pen.setCosmetic(True)
