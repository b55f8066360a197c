"""Finds dark furrows in a cut and turns them into strokes.

A furrow is a valley of the tissue map or of the T1 image. Its largest second derivative is high,
whatever its direction; hysteresis keeps faint stretches that continue clear ones, a skeleton makes
lines of them, and at a crossing the two straightest branches become one stroke.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
import sknw
from scipy import ndimage
from skimage.feature import hessian_matrix, hessian_matrix_eigvals
from skimage.filters import apply_hysteresis_threshold
from skimage.morphology import remove_small_objects, skeletonize

from atelier.grid import STEP, U_AXIS, V_AXIS, Field, Mask, Points
from atelier.outline import arc_length
from atelier.strokes import Stroke

PRUNE_ROUNDS = 3
DIRECTION_REACH = 14
"""Grid steps over which the direction of a branch is measured at a crossing."""
STRAIGHT_ENOUGH = -0.5
"""Cosine between two branches (seen from the crossing) at which they may be joined."""


@dataclass(frozen=True)
class RidgeSettings:
    """How furrows become strokes."""

    high: float
    """A furrow must reach this strength somewhere."""
    low: float
    """It is followed as long as it stays above this."""
    spur: float
    """Side branches shorter than this (mm) are pruned."""
    shortest: float
    """Strokes shorter than this (mm) are dropped."""
    smoothing: float
    """Gaussian sigma (mm) along a stroke; larger makes calmer curves."""


def ridge_strength(field: Field, scale: float) -> Field:
    """Return how much a field looks like a valley of the given width (sigma in mm)."""
    sigma = scale / STEP
    hessian = hessian_matrix(field, sigma=sigma, order="rc", use_gaussian_derivatives=False)
    return np.asarray(np.clip(hessian_matrix_eigvals(hessian)[0], 0.0, None) * sigma**2)


def ridge_strokes(strength: Field, where: Mask, settings: RidgeSettings) -> list[Stroke]:
    """Return the furrows of a strength field as strokes."""
    furrows = apply_hysteresis_threshold(
        np.where(where, strength, 0.0), settings.low, settings.high
    )
    furrows = remove_small_objects(furrows, max_size=int(1.5 / STEP**2) - 1)
    graph = _pruned_graph(skeletonize(furrows), settings.spur / STEP)
    strokes = []
    for line in _joined_lines(graph):
        if arc_length(line)[-1] * STEP < settings.shortest:
            continue
        strokes.append(_stroke(line, strength, settings.smoothing))
    return strokes


def _stroke(line: Points, strength: Field, smoothing: float) -> Stroke:
    travelled = arc_length(line)
    stations = np.arange(0.0, travelled[-1], 1.0)
    even = np.c_[
        np.interp(stations, travelled, line[:, 0]), np.interp(stations, travelled, line[:, 1])
    ]
    calm = ndimage.gaussian_filter1d(even, smoothing / STEP, axis=0, mode="nearest")
    values = ndimage.map_coordinates(strength, calm.T, order=1)
    values = ndimage.gaussian_filter1d(values, 2.0 / STEP, mode="nearest")
    points = np.c_[U_AXIS[0] + calm[:, 1] * STEP, V_AXIS[0] + calm[:, 0] * STEP]
    return Stroke(points, values.clip(0.0, 1.0))


def _pruned_graph(skeleton: Mask, spur: float) -> Any:
    for _ in range(PRUNE_ROUNDS):
        graph = sknw.build_sknw(skeleton.astype(np.uint16), multi=True)
        spurs = [
            (start, end, key)
            for start, end, key, edge in graph.edges(keys=True, data=True)
            if edge["weight"] < spur and (graph.degree(start) == 1) != (graph.degree(end) == 1)
        ]
        if not spurs:
            break
        for start, end, key in spurs:
            line = graph[start][end][key]["pts"]
            skeleton[line[:, 0], line[:, 1]] = False
            for node in (start, end):
                if graph.degree(node) == 1:
                    dots = graph.nodes[node]["pts"]
                    skeleton[dots[:, 0], dots[:, 1]] = False
        skeleton = skeletonize(skeleton)
    return sknw.build_sknw(skeleton.astype(np.uint16), multi=True)


End = tuple[int, int]
"""A branch and which of its ends: 0 is where its points start."""


def _joined_lines(graph: Any) -> list[Points]:
    branches = _branches(graph)
    partner = _partners(branches, [(start, end) for start, end, _ in graph.edges(keys=True)])
    free = [
        (branch, end)
        for branch in range(len(branches))
        for end in (0, 1)
        if (branch, end) not in partner
    ]
    used: set[int] = set()
    lines = []
    for start in [*free, *((branch, 0) for branch in range(len(branches)))]:
        if start[0] in used:
            continue
        chain: list[Points] = []
        here: End | None = start
        while here is not None and here[0] not in used:
            branch, end = here
            used.add(branch)
            points = branches[branch] if end == 0 else branches[branch][::-1]
            chain.append(points[1:] if chain else points)
            here = partner.get((branch, 1 - end))
        lines.append(np.vstack(chain))
    return lines


def _branches(graph: Any) -> list[Points]:
    branches = []
    for start, end, edge in graph.edges(data=True):
        first, last, inner = graph.nodes[start]["o"], graph.nodes[end]["o"], edge["pts"]
        if len(inner) and np.hypot(*(inner[0] - first)) > np.hypot(*(inner[-1] - first)):
            inner = inner[::-1]
        branches.append(np.vstack([first, inner, last]).astype(np.float64))
    return branches


def _partners(branches: list[Points], nodes: list[tuple[int, int]]) -> dict[End, End]:
    meeting: dict[int, list[End]] = {}
    for branch, (start, end) in enumerate(nodes):
        meeting.setdefault(start, []).append((branch, 0))
        meeting.setdefault(end, []).append((branch, 1))
    partner: dict[End, End] = {}
    for ends in meeting.values():
        left = list(ends)
        while len(left) >= 2:
            cosine, one, other = min(
                (float(np.dot(_direction(branches, a), _direction(branches, b))), a, b)
                for index, a in enumerate(left)
                for b in left[:index]
            )
            if cosine > (STRAIGHT_ENOUGH if len(left) > 2 else 0.0):
                break
            partner[one], partner[other] = other, one
            left = [end for end in left if end not in (one, other)]
    return partner


def _direction(branches: list[Points], end: End) -> Points:
    points = branches[end[0]] if end[1] == 0 else branches[end[0]][::-1]
    step = points[min(DIRECTION_REACH, len(points) - 1)] - points[0]
    return np.asarray(step / max(float(np.hypot(*step)), 1e-6))
