"""Puts the plate together: the fixed parts, and one group for each state."""

import math
from dataclasses import dataclass

from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from atelier.synapse import cells, palette, proteins, stage
from atelier.synapse.curves import circle, outline
from atelier.synapse.proteins import Drawn, Placing
from atelier.synapse.sheet import Sheet, group, path
from atelier.synapse.states import Scene, states

TITLE = "Serotonin terminal, receiving cell and a neighbouring cell"
DESCRIPTION = (
    "Schematic, not to scale: sizes, numbers, distances and places of molecules, proteins and "
    "cells are symbolic. Filled ball: serotonin. Open ring with a tail: MDMA. The groups "
    "state-rest, state-acute, state-after and state-chronic are states of which one is shown; "
    "sert-variable is hidden with state-chronic. Two of four transporters are a symbol, not a "
    "percentage. The oxytocin and vasopressin receptors stand on a neighbouring cell; AKT and ERK "
    "lie in the receiving cell; their places are symbolic and nothing is claimed about them. Not "
    "reviewed by a pharmacologist."
)
RIM = 1.6
"""A part's outline lies this far outside its drawing."""
LARGE_VMAT2 = (148.0, 32.0, 272.0)
"""Where transporters sit on the large vesicle (degrees)."""
SMALL_VMAT2 = ((0, 20.0), (1, 300.0), (2, 250.0), (5, 240.0), (6, 200.0), (7, 250.0), (8, 255.0))
"""(small vesicle, degrees)."""
MAO_AT: tuple[Placing, ...] = ((517.0, 167.0, 214.0), (588.0, 184.0, 174.0), (663.0, 167.0, 160.0))
MAO_SIZE = 1.35
OXTR_AT: Placing = (783.0, 489.0, -27.0)
AVPR1A_AT: Placing = (860.0, 484.0, 13.0)
AKT_AT, ERK_AT = (268.0, stage.KINASE_Y), (556.0, stage.KINASE_Y)


@dataclass(frozen=True)
class Part:
    """A part to click: its drawing and the outline around it."""

    art: str
    shape: BaseGeometry


def draw_synapse() -> str:
    """Return the plate as an SVG document."""
    sheet = Sheet(stage.WIDTH, stage.HEIGHT)
    terminal, spine, neighbour = stage.terminal(), stage.spine(), stage.neighbour()
    gap = stage.cleft(0.0).difference(terminal).difference(spine).buffer(-0.5).buffer(0.5)
    parts = _parts(sheet)
    serts = {x: _part([proteins.sert(sheet, x)]) for x in stage.SERT_X}
    parts["sert"] = Part("", unary_union([part.shape for part in serts.values()]))
    carriers = _part(_vmat2(sheet))
    parts["vmat2"] = carriers
    discs = [circle(x, y, r) for x, y, r in stage.VESICLES]
    names = ("ht1a", "ht3", "ht2a", "ht2c", "oxtr", "avpr1a")
    body = [
        cells.cleft(sheet, gap),
        _hit("cleft", gap),
        cells.terminal(sheet, terminal),
        _shown("mao", parts["mao"]),
        _shown("tph2", parts["tph2"]),
        _hit("vmat2", unary_union([carriers.shape, *discs])),
        cells.vesicles(sheet),
        group("vmat2-art", _rim("vmat2", carriers.shape), carriers.art),
        cells.spine(sheet, spine),
        cells.neighbour(sheet, neighbour),
        _shown("akt", parts["akt"]),
        _shown("erk", parts["erk"]),
        *(_shown(name, parts[name]) for name in names),
        _hit("sert", parts["sert"].shape),
        *_sert_groups(serts),
    ]
    scene = Scene(
        terminal=terminal,
        cleft=gap,
        shapes={name: part.shape for name, part in parts.items()},
        serts={x: part.shape for x, part in serts.items()},
        mitochondrion=cells.mitochondrion_shape(104, 50).polygon(),
    )
    return sheet.text(TITLE, DESCRIPTION, "".join([*body, *states(sheet, scene)]))


def _parts(sheet: Sheet) -> dict[str, Part]:
    drawn: dict[str, list[Drawn]] = {
        "mao": [proteins.mao(sheet, at, MAO_SIZE) for at in MAO_AT],
        "tph2": [proteins.tph2(sheet, stage.TPH2_PLACE)],
        "akt": [proteins.kinase(sheet, "akt", AKT_AT)],
        "erk": [proteins.kinase(sheet, "erk", ERK_AT)],
        "ht3": [proteins.ht3(sheet, stage.RECEPTOR_X["ht3"])],
        "oxtr": [proteins.receptor(sheet, "oxtr", OXTR_AT)],
        "avpr1a": [proteins.receptor(sheet, "avpr1a", AVPR1A_AT)],
    }
    for name in ("ht1a", "ht2a", "ht2c"):
        x = stage.RECEPTOR_X[name]
        at = (x, stage.lower_membrane(x) + 4, stage.slope(x))
        drawn[name] = [proteins.receptor(sheet, name, at)]
    return {name: _part(items) for name, items in drawn.items()}


def _part(items: list[Drawn]) -> Part:
    outlines = [shape.buffer(RIM + 4).buffer(-4) for _, shape in items]
    return Part("".join(art for art, _ in items), unary_union(outlines))


def _vmat2(sheet: Sheet) -> list[Drawn]:
    items = [(stage.BIG_VESICLE, degrees, 5.5, False) for degrees in LARGE_VMAT2]
    items += [(stage.SMALL_VESICLES[index], degrees, 2.0, True) for index, degrees in SMALL_VMAT2]
    drawn = []
    for (x, y, radius), degrees, inset, small in items:
        angle, away = math.radians(degrees), radius - inset
        at = (x + away * math.cos(angle), y + away * math.sin(angle), degrees + 90)
        drawn.append(proteins.vmat2(sheet, at, small=small))
    return drawn


def _shown(name: str, part: Part) -> str:
    """Draw a part on its own outline, which is what is clicked."""
    return group(f"{name}-art", _rim(name, part.shape, name), part.art)


def _rim(name: str, shape: BaseGeometry, mark: str | None = None) -> str:
    return path(
        outline(shape, 0.6), id=mark, fill=palette.PROTEINS[name].ink, stroke=palette.WHITE,
        stroke_opacity=0.75, stroke_width=1.6,
    )  # fmt: skip


def _hit(name: str, shape: BaseGeometry) -> str:
    """Add an outline to click that is not painted."""
    return path(outline(shape, 0.6), id=name, fill=palette.WHITE, fill_opacity=0.0) + "\n"


def _sert_groups(serts: dict[float, Part]) -> list[str]:
    kept: list[str] = []
    variable: list[str] = []
    for x, part in serts.items():
        chosen = variable if x in stage.VARIABLE_SERT_X else kept
        chosen.append(_rim("sert", part.shape) + part.art)
    return [group("sert-kept", *kept), group("sert-variable", *variable)]
