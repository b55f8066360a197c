"""The four states: what moves in each, and nothing that evidence does not say (see README.md)."""

from collections.abc import Mapping
from dataclasses import dataclass

from shapely import LineString, Point, Polygon
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from atelier.synapse import palette, stage
from atelier.synapse.curves import Pair, circle, outline
from atelier.synapse.molecules import (
    across_vesicle,
    arrow,
    mdma,
    scattered,
    serotonin,
    through_sert,
)
from atelier.synapse.sheet import Sheet, group, path

FEW_IN_CLEFT: tuple[Pair, ...] = ((306, 458), (414, 436), (428, 466), (508, 452))
WAITING: tuple[Pair, ...] = ((184, 318), (264, 350), (570, 350), (592, 322), (650, 350))
MDMA_IN_CLEFT: tuple[Pair, ...] = ((172, 446), (246, 432), (300, 466), (584, 434), (664, 446))
MDMA_IN_TERMINAL: tuple[Pair, ...] = (
    (244, 356), (270, 250), (326, 350), (496, 240), (580, 344), (612, 218),
)  # fmt: skip
MDMA_IN_VESICLE: tuple[Pair, ...] = ((400, 205), (428, 240), (392, 252))
IN_BIG, IN_SMALL = 13, 6
"""Serotonin in a full vesicle."""
LEFT_ACUTE = {0: 3, 1: 2, 3: 2, 4: 1, 5: 2, 7: 1, 8: 2, 9: 1}
LEFT_AFTER = {0: 3, 2: 1, 4: 3, 7: 2}
"""Serotonin that is left, by vesicle."""
BLOCKED_IN_STUDIES = ("ht1a", "ht2a")
"""Receptors whose blocker weakened an effect of MDMA; the others have no data."""


@dataclass(frozen=True)
class Scene:
    """Where things are, for the molecules keep clear of them."""

    terminal: Polygon
    cleft: BaseGeometry
    shapes: Mapping[str, BaseGeometry]
    serts: Mapping[float, BaseGeometry]
    mitochondrion: BaseGeometry

    @property
    def proteins(self) -> BaseGeometry:
        """Return all proteins as one shape."""
        return unary_union(list(self.shapes.values()))

    @property
    def arrow_ways(self) -> BaseGeometry:
        """Return the ways of the arrows through the transporters."""
        return unary_union([LineString([(x, 325), (x, 475)]).buffer(21) for x in stage.SERT_X])


def states(sheet: Sheet, scene: Scene) -> list[str]:
    """Return the groups ``state-rest``, ``state-acute``, ``state-after``, ``state-chronic``."""
    stores = _stores(scene)
    return [
        group("state-rest", *_rest(sheet, stores)),
        group("state-acute", *_acute(sheet, scene, stores)),
        group("state-after", *_after(sheet, scene, stores)),
        group("state-chronic", *_chronic(sheet, scene, stores)),
    ]


def _stores(scene: Scene) -> list[list[Pair]]:
    """Return the places of serotonin in each vesicle when it is full."""
    near = scene.shapes["vmat2"].buffer(5)
    places = []
    for index, (x, y, radius) in enumerate(stage.VESICLES):
        big = index == 0
        room = circle(x, y, radius - (19.0 if big else 10.5)).difference(near)
        places.append(scattered(room, IN_BIG if big else IN_SMALL, 11 + index, 11.2))
    return places


def _made(sheet: Sheet) -> str:
    """Show that TPH2 makes serotonin."""
    x, y = stage.TPH2_PLACE
    way = [(x + 24.0, y + 24.0), (x + 45.0, y + 43.0)]
    return arrow(way, palette.SEROTONIN_INK, 1.8, 7.5) + serotonin(sheet, [(x + 53, y + 50)])


def _filled(*, left_only: bool = False) -> str:
    angles = (148.0,) if left_only else (148.0, 32.0)
    ink = palette.SEROTONIN_INK
    return "".join(across_vesicle(stage.BIG_VESICLE, one, ink, outward=False) for one in angles)


def _taken_up(serts: tuple[float, ...], width: float = 2.6) -> str:
    ink = palette.SEROTONIN_INK
    return "".join(through_sert(x, ink, outward=False, width=width) for x in serts)


def _rest(sheet: Sheet, stores: list[list[Pair]]) -> list[str]:
    full = [place for vesicle in stores for place in vesicle]
    balls = serotonin(sheet, [*full, *FEW_IN_CLEFT, *WAITING])
    return [balls, _taken_up(stage.SERT_X), _filled(), _made(sheet)]


def _acute(sheet: Sheet, scene: Scene, stores: list[list[Pair]]) -> list[str]:
    lit = ""
    for name in BLOCKED_IN_STUDIES:
        shape = scene.shapes[name]
        glow, ring = outline(shape.buffer(6.5), 0.9), outline(shape.buffer(2.2), 0.8)
        lit += path(
            glow, fill="none", stroke=palette.LIT_GLOW, stroke_opacity=0.42, stroke_width=8.0
        )
        lit += path(ring, fill="#fff7dc", fill_opacity=0.16, stroke=palette.LIT, stroke_width=2.8)
    taken = unary_union([Point(one).buffer(14) for one in (*MDMA_IN_CLEFT, *MDMA_IN_TERMINAL)])
    taken = taken.union(scene.arrow_ways)
    between = scene.cleft.buffer(-8).difference(scene.proteins.buffer(9)).difference(taken)
    vesicles = unary_union([circle(x, y, r + 7) for x, y, r in stage.VESICLES])
    blocked = unary_union(
        [vesicles, scene.mitochondrion.buffer(8), scene.proteins.buffer(7), taken]
    )
    room = scene.terminal.buffer(-16).difference(blocked)
    room = room.intersection(Polygon([(90, 210), (740, 190), (740, 400), (90, 400)]))
    rest = [place for index, count in LEFT_ACUTE.items() for place in stores[index][:count]]
    balls = [*scattered(between, 40, 5, 13.5), *scattered(room, 20, 9, 15.0), *rest]
    outer = (stage.SERT_X[0], stage.SERT_X[-1])
    ink = palette.SEROTONIN_INK
    out = [
        through_sert(x, ink, outward=True, aside=8.0 if x in outer else 0.0) for x in stage.SERT_X
    ]
    into = [through_sert(x, palette.MDMA_INK, outward=False, aside=-8.5, width=2.2) for x in outer]
    big = stage.BIG_VESICLE
    return [
        lit,
        serotonin(sheet, balls),
        *out,
        *into,
        across_vesicle(big, 148.0, palette.MDMA_INK, outward=False),
        across_vesicle(big, 32.0, ink, outward=True),
        mdma([*MDMA_IN_CLEFT, *MDMA_IN_TERMINAL, *MDMA_IN_VESICLE]),
        _made(sheet),
    ]


def _after(sheet: Sheet, scene: Scene, stores: list[list[Pair]]) -> list[str]:
    left = [place for index, count in LEFT_AFTER.items() for place in stores[index][:count]]
    pale = outline(scene.shapes["tph2"].buffer(1.5), 0.4)
    ink = palette.PROTEINS["tph2"].ink
    return [
        serotonin(sheet, [*left, FEW_IN_CLEFT[1]]),
        _taken_up(stage.SERT_X[1:3], 2.0),
        path(pale, fill="#f1e2d9", fill_opacity=0.7),
        path(pale, fill="none", stroke=ink, stroke_width=1.4, stroke_dasharray="4 3.2"),
    ]


def _chronic(sheet: Sheet, scene: Scene, stores: list[list[Pair]]) -> list[str]:
    ink = palette.PROTEINS["sert"].ink
    parts = []
    for x in stage.VARIABLE_SERT_X:
        # QtSvg leaves dashes of no length out; a tenth with round caps is a dot.
        parts.append(
            path(
                outline(scene.serts[x].buffer(-1), 0.6), fill=palette.WHITE, fill_opacity=0.42,
                stroke=ink, stroke_width=1.8, stroke_dasharray="0.1 4.4", stroke_linecap="round",
            )
        )  # fmt: skip
        bow = [(x - 38, 352), (x - 34, 336), (x - 18, 327), (x - 3, 335), (x + 1, 355)]
        parts.append(arrow(bow, ink, 1.8, 7.5, "5 3.4"))
    full = [place for vesicle in stores for place in vesicle]
    kept = tuple(x for x in stage.SERT_X if x not in stage.VARIABLE_SERT_X)
    balls = serotonin(sheet, [*full, *FEW_IN_CLEFT, WAITING[1], WAITING[2]])
    return [balls, *parts, _taken_up(kept), _filled(), _made(sheet)]
