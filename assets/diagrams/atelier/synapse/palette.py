"""Colours of the synapse plate. Shape tells parts apart too; colour is never alone."""

from typing import NamedTuple


class Hues(NamedTuple):
    """Four tones of one protein."""

    light: str
    middle: str
    dark: str
    ink: str


PROTEINS = {
    "sert": Hues("#8fd3c6", "#3fae9c", "#1b8273", "#0f5a50"),
    "vmat2": Hues("#cbdda4", "#9bbe6b", "#719a44", "#46652a"),
    "tph2": Hues("#e6c6e3", "#c596c4", "#a06fa3", "#693c6d"),
    "mao": Hues("#f0b194", "#d97f5d", "#b75a3d", "#7a3421"),
    "ht1a": Hues("#c3daee", "#8db7dc", "#6492be", "#345f88"),
    "ht2a": Hues("#d3c6ea", "#aa95d4", "#8470b6", "#534085"),
    "ht2c": Hues("#f3cad7", "#de95af", "#bf6c8b", "#843a58"),
    "ht3": Hues("#e0e3b6", "#bcc47a", "#959f4e", "#5a6228"),
    "oxtr": Hues("#f8cdba", "#eba286", "#cc7859", "#8c432e"),
    "avpr1a": Hues("#ebddba", "#d0b67f", "#aa8c50", "#6c5526"),
    "akt": Hues("#e4edf4", "#c3d5e3", "#9fb8cc", "#4c6a84"),
    "erk": Hues("#f0e7ee", "#dcc8da", "#bda3bd", "#73517a"),
}

TERMINAL_INK, SPINE_INK, NEIGHBOUR_INK = "#8a4b44", "#6f5687", "#6e7a4c"
TERMINAL_SHADE, SPINE_SHADE, NEIGHBOUR_SHADE = "#8a4a42", "#4f3474", "#46562a"
VESICLE_INK, VESICLE_SHADE = "#9a6f45", "#8a5a2a"
MITOCHONDRION_INK, MITOCHONDRION_SHADE = "#85502f", "#6e3218"
MICROTUBULE_INK = "#a67e58"
SEROTONIN_INK = "#8a5408"
"""Rim of a serotonin ball, and its arrows."""
MDMA_INK, MDMA_FILL = "#7a1640", "#fbe3ea"
LIT, LIT_GLOW = "#eba51b", "#f6c453"
CASING = "#f8f3ee"
WHITE = "#ffffff"
