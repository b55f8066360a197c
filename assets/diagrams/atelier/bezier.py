"""Cubic curves through dense points (Schneider's algorithm, Graphics Gems, 1990)."""

import numpy as np

from atelier.grid import Field, Points
from atelier.outline import RING_SPACING, arc_length

Cubic = Points
"""Four control points, in mm."""

NEWTON_ROUNDS = 5
TANGENT_REACH = 4
"""Points looked ahead when a tangent is estimated."""
CORNER_REACH = 1.0
"""Arm length in mm over which a corner's angle is measured."""


def fit_open(points: Points, tolerance: float) -> list[Cubic]:
    """Fit an open line within a tolerance (mm)."""
    return _fit(points, _tangent(points), _tangent(points[::-1]), tolerance)


def fit_closed(ring: Points, tolerance: float, corner: float) -> list[Cubic]:
    """Fit a closed ring (last point equal to the first).

    Args:
        ring: evenly spaced points in mm.
        tolerance: largest distance to the curve in mm.
        corner: turns sharper than this angle (degrees) stay sharp.
    """
    body = ring[:-1]
    turn = _turning(body)
    reach = max(2, int(CORNER_REACH / RING_SPACING))
    corners = [
        index
        for index in range(len(body))
        if turn[index] > corner
        and turn[index] >= turn[np.arange(index - reach, index + reach + 1) % len(body)].max()
    ]
    if not corners:
        return _fit_loop(np.roll(body, -int(np.argmin(turn)), axis=0), tolerance)
    cubics: list[Cubic] = []
    for place, start in enumerate(corners):
        end = corners[(place + 1) % len(corners)]
        stop = end if end > start else end + len(body)
        piece = body[np.arange(start, stop + 1) % len(body)]
        halves = [piece]
        if len(corners) == 1:
            halves = [piece[: len(piece) // 2 + 1], piece[len(piece) // 2 :]]
        for half in halves:
            cubics += fit_open(half, tolerance) if len(half) > 2 else [straight(half[0], half[-1])]
    return cubics


def straight(start: Points, end: Points) -> Cubic:
    """Return a straight line as a cubic."""
    return np.array([start, start + (end - start) / 3, start + 2 * (end - start) / 3, end])


def _turning(body: Points) -> Field:
    reach = max(2, int(CORNER_REACH / RING_SPACING))
    before = body - np.roll(body, reach, axis=0)
    after = np.roll(body, -reach, axis=0) - body
    turn = np.arctan2(after[:, 1], after[:, 0]) - np.arctan2(before[:, 1], before[:, 0])
    return np.asarray(np.degrees(np.abs(np.angle(np.exp(1j * turn)))))


def _fit_loop(body: Points, tolerance: float) -> list[Cubic]:
    # A loop without corners is cut at its flattest place and opposite, with shared tangents.
    loop = np.vstack([body, body[:1]])
    start = _unit(body[3] - body[-3])
    middle = len(loop) // 2
    across = _unit(loop[middle - 3] - loop[middle + 3])
    return _fit(loop[: middle + 1], start, across, tolerance) + _fit(
        loop[middle:], -across, -start, tolerance
    )


def _fit(points: Points, first: Points, last: Points, tolerance: float) -> list[Cubic]:
    if len(points) == 2:
        arm = np.hypot(*(points[1] - points[0])) / 3
        ends = [points[0], points[0] + first * arm, points[1] + last * arm, points[1]]
        return [np.array(ends)]
    travelled = arc_length(points)
    place = travelled / travelled[-1]
    worst = len(points) // 2
    for _ in range(NEWTON_ROUNDS):
        cubic = _least_squares(points, place, first, last)
        error = ((_point(cubic, place) - points) ** 2).sum(axis=1)
        worst = int(error.argmax())
        if error[worst] < tolerance**2:
            return [cubic]
        place_again = _reparametrise(cubic, points, place)
        if place_again is None:
            break
        place = place_again
    worst = min(max(worst, 1), len(points) - 2)
    reach = min(TANGENT_REACH, worst, len(points) - 1 - worst)
    across = points[worst - reach] - points[worst + reach]
    across = _unit(across) if np.hypot(*across) > 1e-9 else -first
    return _fit(points[: worst + 1], first, across, tolerance) + _fit(
        points[worst:], -across, last, tolerance
    )


def _least_squares(points: Points, place: Field, first: Points, last: Points) -> Cubic:
    b0, b1, b2, b3 = _basis(place)
    start_arm, end_arm = first * b1[:, None], last * b2[:, None]
    rest = points - points[0] * (b0 + b1)[:, None] - points[-1] * (b2 + b3)[:, None]
    c00, c01, c11 = (
        float((start_arm * start_arm).sum()),
        float((start_arm * end_arm).sum()),
        float((end_arm * end_arm).sum()),
    )
    x0, x1 = float((start_arm * rest).sum()), float((end_arm * rest).sum())
    chord = float(np.hypot(*(points[-1] - points[0])))
    determinant = c00 * c11 - c01**2
    alpha = beta = 0.0
    if abs(determinant) > 1e-12:
        alpha = (x0 * c11 - x1 * c01) / determinant
        beta = (c00 * x1 - c01 * x0) / determinant
    if min(alpha, beta) < 1e-3 * chord or max(alpha, beta) > 4 * chord:
        alpha = beta = chord / 3
    return np.array([points[0], points[0] + first * alpha, points[-1] + last * beta, points[-1]])


def _reparametrise(cubic: Cubic, points: Points, place: Field) -> Field | None:
    rest = 1 - place
    speed = 3 * (
        (rest**2)[:, None] * (cubic[1] - cubic[0])
        + (2 * rest * place)[:, None] * (cubic[2] - cubic[1])
        + (place**2)[:, None] * (cubic[3] - cubic[2])
    )
    bend = 6 * (
        rest[:, None] * (cubic[2] - 2 * cubic[1] + cubic[0])
        + place[:, None] * (cubic[3] - 2 * cubic[2] + cubic[1])
    )
    gap = _point(cubic, place) - points
    slope = (speed**2).sum(axis=1) + (gap * bend).sum(axis=1)
    safe = np.where(np.abs(slope) > 1e-12, slope, 1.0)
    moved = np.where(np.abs(slope) > 1e-12, place - (gap * speed).sum(axis=1) / safe, place).clip(
        0.0, 1.0
    )
    return None if np.any(np.diff(moved) < 0) else np.asarray(moved)


def _basis(place: Field) -> tuple[Field, Field, Field, Field]:
    rest = 1 - place
    return rest**3, 3 * rest**2 * place, 3 * rest * place**2, place**3


def _point(cubic: Cubic, place: Field) -> Points:
    return np.asarray(np.stack(_basis(place), axis=1) @ cubic)


def _tangent(points: Points) -> Points:
    return _unit(points[min(TANGENT_REACH, len(points) - 1)] - points[0])


def _unit(vector: Points) -> Points:
    return np.asarray(vector / max(float(np.hypot(*vector)), 1e-9))
