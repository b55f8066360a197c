"""The colours of the window, light and dark."""

from typing import NamedTuple

from PySide6.QtGui import QColor

from explorer.domain.vocabulary import Effect


class Palette(NamedTuple):
    """One set of colours, each named by what it is for.

    `plate_saturation` and `plate_lightness` quieten the drawn plate (factors on its own colours),
    so that the overlay speaks on either ground. A scheme, whose colours tell its parts apart, is
    quietened less: `scheme_saturation` and `scheme_lightness`.
    """

    is_dark: bool
    ink: str
    soft: str
    paper: str
    panel: str
    line: str
    accent: str
    accent_wash: str
    on_accent: str
    well: str
    decrease: str
    increase: str
    mixed: str
    no_change: str
    gap: str
    plate_saturation: float
    plate_lightness: float
    scheme_saturation: float
    scheme_lightness: float

    def color(self, token: str) -> QColor:
        """Return one of the colours by its name."""
        return QColor(getattr(self, token))

    def effect(self, effect: Effect) -> QColor:
        """Return the colour of a direction of effect."""
        return QColor(
            {
                Effect.DECREASE: self.decrease,
                Effect.INCREASE: self.increase,
                Effect.MIXED: self.mixed,
                Effect.NO_CHANGE: self.no_change,
                Effect.UNKNOWN: self.gap,
            }[effect]
        )


LIGHT = Palette(
    is_dark=False,
    ink="#1d2733",
    soft="#5c6876",
    paper="#f6f4ef",
    panel="#ffffff",
    line="#e2ddd3",
    accent="#0f6470",
    accent_wash="#e4eff0",
    on_accent="#ffffff",
    well="#efece4",
    decrease="#2f6db5",
    increase="#a35a0d",
    mixed="#6d4f9c",
    no_change="#4f6a5a",
    gap="#616a76",
    plate_saturation=1.0,
    plate_lightness=1.0,
    scheme_saturation=1.0,
    scheme_lightness=1.0,
)

DARK = Palette(
    is_dark=True,
    ink="#e9edf2",
    soft="#a3afbc",
    paper="#161b21",
    panel="#1e252d",
    line="#313a45",
    accent="#6fc7d2",
    accent_wash="#1f3a40",
    on_accent="#10161b",
    well="#12171c",
    decrease="#7fb2ec",
    increase="#f0a95c",
    mixed="#bca3e6",
    no_change="#9fc4ae",
    gap="#a3afbc",
    plate_saturation=0.32,
    plate_lightness=0.7,
    scheme_saturation=0.62,
    scheme_lightness=0.8,
)
