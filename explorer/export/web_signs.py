"""The signs of a web page: direction of an effect, strength of the evidence, look in words."""

from explorer.domain.finding import Overall
from explorer.domain.vocabulary import Effect, Phase, Strength, Use
from explorer.export.markup import Markup, join, tag
from explorer.export.wording import Wording

_PATHS = {
    Effect.DECREASE: "M-10-8H10L0 8.5Z",
    Effect.INCREASE: "M-10 8H10L0-8.5Z",
    Effect.MIXED: "M0-10L10 0L0 10L-10 0Z",
    Effect.NO_CHANGE: "M-10-6.2H10V-1.8H-10ZM-10 1.8H10V6.2H-10Z",
    Effect.UNKNOWN: "M-7 9L-1-9H1L-5 9ZM-2 9L4-9H6L0 9ZM3 9L9-9H11L5 9Z",
}


def sign_definitions() -> Markup:
    """Write the signs and the hatch once, for use all over the page."""
    hatch = tag(
        "pattern",
        tag("path", d="M0 8L8 0M-2 2L2-2M6 10L10 6", class_="hatch"),
        id="hatch",
        width="8",
        height="8",
        patternUnits="userSpaceOnUse",
    )
    signs = (tag("path", id=f"sign-{effect}", d=path) for effect, path in _PATHS.items())
    inner = tag("defs", *signs, hatch)
    return tag("svg", inner, class_="unseen", width="0", height="0", aria_hidden="true")


def sign(effect: Effect) -> Markup:
    """Write the sign of a direction; its word must stand beside it."""
    use = tag("use", href=f"#sign-{effect}")
    name = f"sign {effect}"
    return tag("svg", use, class_=name, viewBox="-11 -11 22 22", aria_hidden="true")


def effect_line(effect: Effect, words: Wording) -> Markup:
    """Write a direction as sign and word."""
    return tag("p", sign(effect), " ", words(f"effect.{effect}"), class_=f"effect {effect}")


def strength_line(strength: Strength, words: Wording) -> Markup:
    """Write a strength as four bars and in words."""
    bars = tag("span", *[tag("i")] * 4, class_=f"bars s{int(strength)}", aria_hidden="true")
    said = words("web.strength", strength=strength_word(strength, words))
    return tag("p", bars, " ", said, class_="strength")


def strength_word(strength: Strength, words: Wording) -> str:
    """Return the word for a strength."""
    return words(f"strength.{strength.name.lower()}")


def look_text(look: Overall, words: Wording) -> str:
    """Say direction and strength in words; a gap only says that it is one."""
    effect = words(f"effect.{look.effect}")
    if look.effect is Effect.UNKNOWN:
        return effect
    return words("label.note", effect=effect, strength=strength_word(look.strength, words).lower())


def legend(words: Wording) -> Markup:
    """Write in one line what signs and colours mean."""
    items = [
        tag("span", sign(effect), " ", words(f"effect.{effect}"), class_=f"item {effect}")
        for effect in Effect
    ]
    density = tag("span", words("legend.density"), class_="item")
    return tag("p", join(items), density, class_="legend", aria_label=words("legend.name"))


def cell_class(use: Use, phase: Phase) -> str:
    """Return the class of what is shown only for one use and one phase."""
    return f"at-{use}-{phase}".replace("_", "-")
