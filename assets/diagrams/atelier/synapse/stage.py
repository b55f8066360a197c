"""The lie of the land: page, membranes, cells. Page units, y down."""

import math

import numpy as np
from shapely import Polygon
from shapely.ops import unary_union

from atelier.synapse.curves import Pair, spline

WIDTH, HEIGHT = 905, 690
CENTRE_X, HALF_WIDTH, GAP = 412.0, 262.0, 98.0
LEFT_X, RIGHT_X = 150.0, 676.0
"""Where the two facing membranes begin and end."""
MEMBRANE = 11.0
FOOT_Y = 672.0
"""Height of the cut ends below."""
AXON_CUT = (33.0, 112.0, 13.0, 51.0)
SPINE_CUT = (424.0, FOOT_Y, 96.0, 11.0)
NEIGHBOUR_CUT = (830.0, FOOT_Y, 56.0, 9.0)
"""Centre and half axes of each cut end."""
STATIONS = np.arange(LEFT_X, RIGHT_X, 6.0)

BIG_VESICLE = (412.0, 226.0, 66.0)
SMALL_VESICLES = (
    (182.0, 250.0, 27.0), (236.0, 312.0, 27.0), (305.0, 300.0, 26.0), (374.0, 361.0, 27.0),
    (450.0, 361.0, 27.0), (528.0, 304.0, 26.0), (586.0, 262.0, 26.0), (650.0, 306.0, 27.0),
    (690.0, 244.0, 26.0),
)  # fmt: skip
VESICLES = (BIG_VESICLE, *SMALL_VESICLES)
SERT_X = (205.0, 285.0, 545.0, 625.0)
VARIABLE_SERT_X = (205.0, 625.0)
"""These two are left out where fewer transporters were measured."""
RECEPTOR_X = {"ht1a": 245.0, "ht3": 352.0, "ht2a": 470.0, "ht2c": 585.0}
TPH2_PLACE = (306.0, 112.0)
KINASE_Y = 590.0


def upper_membrane(x: float) -> float:
    """Return the outer face of the terminal at x."""
    return 392.0 + 12.0 * (1.0 - ((x - CENTRE_X) / HALF_WIDTH) ** 2)


def lower_membrane(x: float) -> float:
    """Return the outer face of the receiving cell at x."""
    return upper_membrane(x) + GAP


def slope(x: float) -> float:
    """Return how much both membranes lean at x, in degrees."""
    return math.degrees(math.atan(-24.0 * (x - CENTRE_X) / HALF_WIDTH**2))


def terminal() -> Polygon:
    """Return the end of the axon, with the bouton."""
    top = spline(
        [
            (33, 61), (95, 62), (160, 66), (222, 54), (292, 34), (400, 22), (520, 22), (640, 42),
            (722, 92), (763, 168), (770, 252), (750, 322), (716, 366),
            (RIGHT_X, upper_membrane(RIGHT_X)),
        ],
        closed=False,
    )  # fmt: skip
    left = spline(
        [
            (LEFT_X, upper_membrane(LEFT_X)), (113, 356), (92, 312), (88, 264), (101, 224),
            (108, 200), (92, 180), (62, 168), (33, 163),
        ],
        closed=False,
    )  # fmt: skip
    x, y, wide, high = AXON_CUT
    end = [(x - wide * math.sin(t), y + high * math.cos(t)) for t in np.linspace(0, math.pi, 20)]
    face = [(u, upper_membrane(u)) for u in STATIONS[::-1]]
    whole = Polygon([*map(tuple, top), *face, *map(tuple, left), *end]).buffer(0)
    return whole.buffer(3).buffer(-3).buffer(-22).buffer(22).buffer(3).buffer(-3)


def spine() -> Polygon:
    """Return the receiving cell: the head of a spine and its neck."""
    right = spline(
        [
            (RIGHT_X, lower_membrane(RIGHT_X)), (698, 504), (709, 534), (700, 580), (656, 618),
            (590, 642), (540, 656), (520, FOOT_Y),
        ],
        closed=False,
    )  # fmt: skip
    left = spline(
        [
            (328, FOOT_Y), (308, 656), (256, 642), (180, 620), (122, 582), (107, 536), (120, 504),
            (LEFT_X, lower_membrane(LEFT_X)),
        ],
        closed=False,
    )  # fmt: skip
    face = [(u, lower_membrane(u)) for u in STATIONS]
    whole = Polygon([*face, *map(tuple, right), *cut_arc(SPINE_CUT), *map(tuple, left)]).buffer(0)
    body = whole.intersection(_above(636)).buffer(-22).buffer(22)
    neck = whole.intersection(Polygon([(0, 612), (WIDTH, 612), (WIDTH, 760), (0, 760)]))
    return unary_union([body, neck]).buffer(1).buffer(-1)


def neighbour() -> Polygon:
    """Return the process of another cell beside the synapse."""
    wall = spline(
        [
            (774, FOOT_Y), (764, 618), (750, 570), (748, 528), (772, 490), (824, 473), (874, 486),
            (897, 524), (899, 568), (891, 618), (886, FOOT_Y),
        ],
        closed=False,
    )  # fmt: skip
    return (
        Polygon([*map(tuple, wall), *cut_arc(NEIGHBOUR_CUT)])
        .buffer(0)
        .buffer(-2)
        .buffer(4)
        .buffer(-2)
    )


def cut_arc(cut: tuple[float, float, float, float]) -> list[Pair]:
    """Return the lower edge of a cut end, from right to left."""
    x, y, wide, high = cut
    return [(x + wide * math.cos(t), y + high * math.sin(t)) for t in np.linspace(0, math.pi, 24)]


def cleft(margin: float) -> Polygon:
    """Return the gap between the membranes with rounded ends that reach out by a margin."""
    middle = (upper_membrane(RIGHT_X) + lower_membrane(RIGHT_X)) / 2
    half = GAP / 2 + 4
    turns = np.linspace(-math.pi / 2 + 0.02, math.pi / 2 - 0.02, 30)
    bow = [((16 + margin) * math.cos(t) ** 0.8, middle + half * math.sin(t)) for t in turns]
    upper = [(u, upper_membrane(u) - 4) for u in STATIONS]
    lower = [(u, lower_membrane(u) + 4) for u in STATIONS[::-1]]
    right = [(RIGHT_X + x, y) for x, y in bow]
    left = [(LEFT_X - x, y) for x, y in bow[::-1]]
    return Polygon([*upper, *right, *lower, *left]).buffer(0)


def _above(y: float) -> Polygon:
    return Polygon([(0, 0), (WIDTH, 0), (WIDTH, y), (0, y)])
