"""Reading a drawing (SVG) into a diagram."""

from collections.abc import Collection
from dataclasses import dataclass
from math import ceil, hypot, log10

from explorer.domain.problem import Problem
from explorer.domain.vocabulary import Side
from explorer.geometry.box import Box
from explorer.geometry.diagram import Diagram
from explorer.geometry.outline import FillRule, Outline, Part
from explorer.geometry.svg_copies import copy_faults
from explorer.geometry.svg_error import SvgError
from explorer.geometry.svg_safety import Element, read_safe
from explorer.geometry.svg_shape import ShapeError, subpaths
from explorer.geometry.svg_syntax import numbers
from explorer.geometry.svg_walk import Drawn, Setting, Walk

_LARGEST = 1e6
_PRECISION = 6  # significant digits of the picture's size that are kept
_THINNEST = 1e-5  # of the picture; a shape that is nowhere thicker cannot be clicked


def read_diagram(
    data: bytes,
    region_ids: Collection[str],
    landmark_ids: Collection[str] = (),
    file: str = "diagram.svg",
) -> Diagram:
    """Read the wanted shapes of a drawing.

    An element is a region when its `id` or its `data-region` is one of the ids; a group stands for
    all shapes in it, save those of another region inside it. A region that is drawn left and right
    is two elements with the same `data-region` and another `data-side`. Coordinates are rounded to
    about a millionth of the picture. Nothing but `data` is read.

    Args:
        data: the whole SVG file.
        region_ids: regions to look for; not all need be there.
        landmark_ids: elements whose place is wanted though they cannot be clicked.
        file: what to call the drawing in a refusal.

    Returns:
        The regions and landmarks that occur.

    Raises:
        SvgError: the drawing is unsafe, or a region's shape could be misread; with every fault.
    """
    root = read_safe(data, file)
    return _Reading(file).diagram(root, region_ids, landmark_ids)


@dataclass(frozen=True, slots=True)
class _Piece:
    """One shape read."""

    part: Part
    filled: bool


class _Reading:
    """The state of reading one drawing: the faults so far and the picture's size."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []

    def diagram(
        self, root: Element, region_ids: Collection[str], landmark_ids: Collection[str]
    ) -> Diagram:
        for line, what, mend in copy_faults(root):
            self._note(line, what, mend)
        self._stop_if_faulty()
        view_box = self._view_box(root)
        starts: dict[str, Element] = {}
        walk = Walk(frozenset(region_ids), frozenset(landmark_ids), self._note, starts)
        found = list(walk.shapes(root, Setting()))
        regions = {name: element for name, element in starts.items() if name in walk.regions}
        if not regions:
            wanted = ", ".join(sorted(region_ids)[:3])
            mend = f"give a shape the id of its region, such as {wanted}"
            self._note(root.line, "no region is in the drawing", mend)
        shapes, landmarks, halves = self._read(found, view_box)
        for name, element in regions.items():
            fault = _region_fault(shapes.get(name), view_box)
            if fault:
                self._note(element.line, f"region {name!r} {fault[0]}", fault[1])
        self._stop_if_faulty()
        return Diagram(view_box, shapes, landmarks, halves)

    def _view_box(self, root: Element) -> Box:
        text = root.attributes.get("viewBox")
        try:
            x, y, width, height = numbers(text or "")
        except ValueError:
            x = y = width = height = 0
        if min(width, height) <= 0 or max(map(abs, (x, y, width, height))) > _LARGEST:
            what = "there is no viewBox" if text is None else f'viewBox="{text[:40]}" is no size'
            mend = 'write viewBox="0 0 WIDTH HEIGHT" in the <svg> element, at most a million each'
            self._note(root.line, what, mend)
            self._stop_if_faulty()
        return Box(x, y, width, height)

    def _read(
        self, found: list[Drawn], view_box: Box
    ) -> tuple[dict[str, Outline], dict[str, Outline], dict[str, dict[Side, Outline]]]:
        """Return the outlines of regions, topmost last, of landmarks and of halves of regions."""
        self._stop_if_faulty()  # the transforms must be right before they are used
        digits = max(0, _PRECISION - ceil(log10(max(view_box.width, view_box.height))))
        regions: dict[str, list[_Piece]] = {}
        landmarks: dict[str, list[_Piece]] = {}
        halves: dict[str, dict[Side, list[_Piece]]] = {}
        for drawn in found:
            piece = self._piece(drawn, digits)
            if piece is None:
                continue
            name = drawn.setting.region
            if name is not None and drawn.setting.shown:
                # Taken out and put back at the end: the last shape of a group says how high it is.
                regions[name] = [*regions.pop(name, ()), piece]
                if drawn.setting.side is not None:
                    sides = halves.setdefault(name, {})
                    sides.setdefault(drawn.setting.side, []).append(piece)
            for name in drawn.setting.landmarks:
                landmarks.setdefault(name, []).append(piece)
        self._stop_if_faulty()
        return (
            {name: _outline(pieces) for name, pieces in regions.items()},
            {name: _outline(pieces) for name, pieces in landmarks.items()},
            {
                name: {side: _outline(pieces) for side, pieces in sides.items()}
                for name, sides in halves.items()
            },
        )

    def _piece(self, drawn: Drawn, digits: int) -> _Piece | None:
        """Return one shape, or None when it has no curve or cannot be read, which is noted."""
        element, setting = drawn.element, drawn.setting
        try:
            curves = subpaths(element.tag, element.attributes, setting.transform, digits)
        except ShapeError as error:
            self._note(element.line, error.what, error.mend)
            return None
        rule = FillRule.EVENODD if setting.rule == "evenodd" else FillRule.NONZERO
        return _Piece(Part(rule, curves), setting.filled) if curves else None

    def _note(self, line: int, what: str, mend: str) -> None:
        self.problems.append(Problem(self.file, line, what, mend))

    def _stop_if_faulty(self) -> None:
        if self.problems:
            raise SvgError(self.problems)


def _outline(pieces: list[_Piece]) -> Outline:
    """Join shapes; lines without a fill do not count as area where something is filled."""
    filled = [piece.part for piece in pieces if piece.filled]
    return Outline.of(tuple(filled or (piece.part for piece in pieces)))


def _region_fault(outline: Outline | None, view_box: Box) -> tuple[str, str] | None:
    """Say why nobody could click on a region's shape."""
    if outline is None:
        return "has no shape in it", "draw its shape, or take its id away"
    bounds = outline.bounds
    if not bounds.meets(view_box):
        return "lies outside the viewBox", "move it into the picture"
    size = hypot(view_box.width, view_box.height)
    if max(map(abs, bounds)) > 1000 * (size + abs(view_box.x) + abs(view_box.y)):
        return "reaches far out of the picture", "draw the shape again"
    if not _has_inside(outline, _THINNEST * size):
        return "is a line without an inside", "draw the outline of its area"
    return None


def _has_inside(outline: Outline, thinnest: float) -> bool:
    # Area is quick to tell, but a figure of eight can have none; only then look closer.
    for ring in outline.polygon(max(outline.bounds.width, outline.bounds.height) / 50 or 1.0):
        area = sum(
            ring[i - 1][0] * ring[i][1] - ring[i][0] * ring[i - 1][1] for i in range(len(ring))
        )
        if abs(area) > 2 * thinnest * (outline.bounds.width + outline.bounds.height):
            return True
    return outline.distance_inside(*outline.pole()) >= thinnest
