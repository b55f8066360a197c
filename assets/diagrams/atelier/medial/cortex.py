"""The medial wall of the cortex: its outline, and the sulci drawn on it.

The average of 152 brains shows many short radial furrows in front, all alike and all equally dark
near the midline. What separates a true sulcus from such a furrow is depth, so the strength of a
stroke also asks whether the furrow is still there further from the midline; shallow ones are drawn
thin, stop short of the sulcus they run into, and leave the margin whole.
"""

from dataclasses import dataclass, replace

import numpy as np
from scipy import ndimage
from shapely import LineString, Point, Polygon

from atelier.grid import Field, blur, cell_of, disk, rasterise, value_at
from atelier.outline import close_shape, largest, level_set, open_shape, smooth_polygon, union
from atelier.ridges import RidgeSettings, ridge_strength, ridge_strokes
from atelier.strokes import Stroke
from atelier.volumes import cut, tissue_cut

SURFACE_PLANES = (2.5, 3.0, 3.5)
"""x of the cuts that show the medial wall."""
DEPTH_PLANES = (5.0, 6.0, 7.0, 8.0)
"""x of the cuts that tell a deep sulcus from a shallow furrow."""
DEPTH_SLACK = 1.5
"""A furrow may wander this far (mm) between the two."""

TISSUE_FULL, T1_FULL = 0.26, 0.10
"""Ridge strengths that count as a complete furrow in the tissue map and in T1."""
SULCI = RidgeSettings(high=0.22, low=0.085, spur=3.5, shortest=6.5, smoothing=1.1)

MARGIN_REACH = 5.0
"""A sulcus that ends this close (mm) to the margin is continued to it."""
NOTCH_STRENGTH = 0.46
"""Only a sulcus this strong dents the margin."""
FAINT, FAINT_LENGTH = 0.20, 10.0
"""Furrows both weaker and shorter (mm) than this are left out."""
SHALLOW = 0.42
"""Below this mean strength a furrow is drawn as shallow."""
JUNCTION_GAP = 1.3
"""A shallow furrow stops this far (mm) before the sulcus it runs into."""

# Everything that is not cortex on this cut: the structures around the third ventricle, and all
# that lies under the tentorium. Drawn by hand along dark borders of the template.
NOT_CORTEX = Polygon(
    [
        (5.2, -60), (5.2, -4), (9, -1), (20, 0), (24, 8), (15, 18), (0, 23), (-20, 22), (-33, 16),
        (-37, 4), (-42, 4.5), (-46, 1.5), (-50, 4.5), (-53, 5.5), (-60, 2), (-75, -8), (-84, -19),
        (-100, -28), (-112, -72), (0, -72),
    ]
)  # fmt: skip


@dataclass(frozen=True)
class Cortex:
    """The medial wall."""

    outline: Polygon
    sulci: tuple[Stroke, ...]
    strength: Field
    """Furrow strength on the whole plane; the territories grow along it."""


def cortex(corpus_callosum: Polygon) -> Cortex:
    """Draw the medial wall around the corpus callosum."""
    surface = tissue_cut("sagittal", SURFACE_PLANES)
    whole = _outline(surface, corpus_callosum)
    strength = _strength(SURFACE_PLANES)
    found = ridge_strokes(strength, rasterise(whole.buffer(-0.9)), SULCI)
    deep = ndimage.grey_dilation(_strength(DEPTH_PLANES), footprint=disk(DEPTH_SLACK))
    weighed = [_weighed(stroke, deep) for stroke in found]
    clear = [s for s in weighed if s.mean_strength >= FAINT or s.length >= FAINT_LENGTH]
    reaching = [_to_margin(stroke, whole) for stroke in clear]
    outline = _notched(whole, reaching)
    inside = rasterise(outline.buffer(-0.4))
    sulci = []
    for index, stroke in enumerate(reaching):
        others = [other for place, other in enumerate(reaching) if place != index]
        row, column = cell_of(stroke.points)
        kept = np.nonzero(inside[row, column])[0]
        cut = replace(
            stroke,
            points=stroke.points[kept[0] : kept[-1] + 1],
            strength=stroke.strength[kept[0] : kept[-1] + 1],
        )
        sulci.append(_loosened(cut, others))
    return Cortex(outline, tuple(sulci), strength)


def _outline(surface: Field, corpus_callosum: Polygon) -> Polygon:
    # Closing bridges the mouths of the sulci: the margin runs over them, as the eye sees it.
    closed = ndimage.grey_closing(surface, footprint=disk(1.6))
    wall = level_set(blur(closed, 0.5), 0.48, 400.0, smallest_hole=40.0)
    wall = largest(wall.difference(NOT_CORTEX).difference(corpus_callosum.buffer(0.25)))
    rounded = largest(open_shape(close_shape(wall, 2.2), 1.6))
    return smooth_polygon(Polygon(rounded.exterior), 0.9)


def _strength(planes: tuple[float, ...]) -> Field:
    tissue = tissue_cut("sagittal", planes)
    t1 = cut("sagittal", "t1", planes)
    in_tissue = np.max([ridge_strength(tissue, scale) for scale in (0.8, 1.2, 1.6)], axis=0)
    in_t1 = np.max([ridge_strength(t1, scale) for scale in (0.8, 1.2)], axis=0)
    return np.asarray(np.clip((in_tissue / TISSUE_FULL + in_t1 / T1_FULL) / 2, 0.0, 1.0))


def _weighed(stroke: Stroke, deep: Field) -> Stroke:
    depth = ndimage.gaussian_filter1d(value_at(deep, stroke.points), 12, mode="nearest")
    return replace(stroke, strength=np.sqrt(stroke.strength * depth.clip(0.0, 1.0)))


def _to_margin(stroke: Stroke, outline: Polygon) -> Stroke:
    """Continue a stroke straight on to the margin where it ends close by."""
    for _ in range(2):
        stroke = stroke.reversed()
        tip = stroke.points[-1]
        if outline.exterior.distance(Point(tip)) >= MARGIN_REACH:
            continue
        ahead = tip - stroke.points[-min(16, len(stroke.points))]
        ahead /= np.hypot(*ahead)
        ray = LineString([tip, tip + ahead * (MARGIN_REACH + 3.0)])
        crossing = ray.intersection(outline.exterior)
        if crossing.is_empty or crossing.distance(Point(tip)) > MARGIN_REACH + 1.5:
            continue
        way = np.arange(0.25, max(crossing.distance(Point(tip)) - 0.1, 0.3), 0.25)
        stroke = Stroke(
            np.vstack([stroke.points, tip + ahead * way[:, None]]),
            np.r_[stroke.strength, np.full(len(way), stroke.strength[-1])],
            (stroke.tapers[0], 0.0),
        )
    return stroke


def _notched(outline: Polygon, sulci: list[Stroke]) -> Polygon:
    """Dent the margin where a deep sulcus reaches it."""
    notches = []
    for sulcus in sulci:
        for stroke in (sulcus, sulcus.reversed()):
            if stroke.tapers[1] > 0 or stroke.strength[-1] < NOTCH_STRENGTH:
                continue
            tip = stroke.points[-1]
            ahead = tip - stroke.points[-min(10, len(stroke.points))]
            ahead /= np.hypot(*ahead)
            aside = np.array([-ahead[1], ahead[0]]) * (0.8 + 0.9 * float(stroke.strength[-1]))
            notches.append(
                Polygon(
                    [
                        tip + ahead * 1.5 + aside * 1.4,
                        tip + ahead * 1.5 - aside * 1.4,
                        tip - ahead * 0.2 - aside * 0.7,
                        tip - ahead * 1.9,
                        tip - ahead * 0.2 + aside * 0.7,
                    ]
                )
            )
    return smooth_polygon(largest(outline.difference(union(*notches))), 0.6)


def _loosened(stroke: Stroke, others: list[Stroke]) -> Stroke:
    """Let a shallow furrow stop before the sulcus it runs into; give every end its taper."""
    start_taper, end_taper = (taper or 1.2 for taper in stroke.tapers)
    if stroke.mean_strength >= SHALLOW:
        return replace(stroke, tapers=(start_taper, end_taper))
    gaps = []
    for tip in (stroke.points[0], stroke.points[-1]):
        nearest = min(float(np.hypot(*(other.points - tip).T).min()) for other in others)
        gaps.append(JUNCTION_GAP if nearest < 1.2 and stroke.length > 8.0 else 0.0)
    shorter = stroke.shortened(*gaps)
    return replace(shorter, tapers=(max(start_taper, 3.0), max(end_taper, 3.0)))
