"""Two columns of labels beside a picture: which side, in which order, how far apart.

This is boundary labelling with straight leader lines. When all left anchors lie left of all right
ones, lines of different columns cannot cross; and lines of one column do not cross when each place,
from the top, takes the anchor that no other remaining anchor lies above (seen from that place).
"""

from collections.abc import Sequence
from math import atan2

from explorer.canvas.label_geometry import LabelRequest

_ROUNDS = 6


def choose_sides(
    requests: Sequence[LabelRequest], middle: float, near: float, height: float, gap: float
) -> tuple[list[LabelRequest], list[LabelRequest]]:
    """Return the labels of the left and of the right column.

    Each goes to the side that its anchor is nearer to. What has an anchor on both sides, or one
    close to the middle, goes where there is more room; so does what a full column cannot hold.

    Args:
        requests: the labels.
        middle: of the picture, px.
        near: anchors no further from the middle may go to either side, px.
        height: of the columns, px.
        gap: least distance between two labels, px.
    """
    left = [request for request in requests if not request.twin and request.anchor[0] < middle]
    right = [request for request in requests if not request.twin and request.anchor[0] >= middle]
    for request in sorted(requests, key=lambda request: request.anchor[1]):
        if request.twin:
            (left if _load(left, gap) <= _load(right, gap) else right).append(request)

    def off_middle(request: LabelRequest) -> float:
        return 0.0 if request.twin else abs(request.anchor[0] - middle)

    for full, free in ((left, right), (right, left)):
        for request in sorted(full, key=off_middle):
            load, other = _load(full, gap), _load(free, gap)
            more = request.height + gap
            is_near = off_middle(request) <= near and other + more < load
            is_too_much = load - gap > height and other - gap + more <= height
            if not (is_near or is_too_much):
                break
            full.remove(request)
            free.append(request)
    return left, right


def fill_column(
    requests: Sequence[LabelRequest],
    elbow: float,
    span: tuple[float, float],
    gap: float,
    *,
    on_left: bool,
) -> list[tuple[LabelRequest, float]]:
    """Return the labels of one column from the top, each with the height of its upper edge.

    Args:
        requests: the labels.
        elbow: where their leader lines bend, px.
        span: highest and lowest edge of the column, px.
        gap: least distance between two labels, px.
        on_left: whether the picture lies to the right of the column.
    """
    ends = {request.id: request.end(on_left=on_left) for request in requests}
    order = sorted(requests, key=lambda request: ends[request.id][1])
    tops: list[float] = []
    for _ in range(_ROUNDS):
        heights = [request.height for request in order]
        targets = [ends[request.id][1] - request.height / 2 for request in order]
        tops = spread(targets, heights, gap, span)
        rest, turned = list(order), []
        for top, high in zip(tops, heights, strict=True):
            middle = top + high / 2

            def slope(request: LabelRequest, middle: float = middle) -> float:
                x, y = ends[request.id]
                return atan2(y - middle, max(x - elbow if on_left else elbow - x, 1.0))

            best = min(rest, key=slope)
            rest.remove(best)
            turned.append(best)
        if turned == order:
            break
        order = turned
    else:  # no order suits its own places: take the last one with places of its own
        heights = [request.height for request in order]
        targets = [ends[request.id][1] - request.height / 2 for request in order]
        tops = spread(targets, heights, gap, span)
    return list(zip(order, tops, strict=True))


def spread(
    targets: Sequence[float], heights: Sequence[float], gap: float, span: tuple[float, float]
) -> list[float]:
    """Return upper edges in this order, without overlap, as near to their targets as can be.

    Least squares (isotonic regression): neighbours that push each other move as one block. Where
    they do not fit at all, the gaps shrink, and at last the labels overlap evenly.

    Args:
        targets: wished upper edges.
        heights: heights of the labels.
        gap: least distance between two labels.
        span: highest and lowest edge.
    """
    if not targets:
        return []
    first, last = span
    spare = last - first - sum(heights)
    if len(heights) > 1:
        gap = min(gap, spare / (len(heights) - 1))
    offsets = [0.0]
    for height in heights[:-1]:
        offsets.append(offsets[-1] + height + gap)
    blocks: list[tuple[float, int]] = []
    for target, offset in zip(targets, offsets, strict=True):
        total, count = target - offset, 1
        while blocks and blocks[-1][0] / blocks[-1][1] > total / count:
            above, many = blocks.pop()
            total, count = total + above, count + many
        blocks.append((total, count))
    lowest = max(last - offsets[-1] - heights[-1], first)
    shifts: list[float] = []
    for total, count in blocks:
        shifts += [min(max(total / count, first), lowest)] * count
    return [shift + offset for shift, offset in zip(shifts, offsets, strict=True)]


def _load(requests: Sequence[LabelRequest], gap: float) -> float:
    return sum(request.height + gap for request in requests)
