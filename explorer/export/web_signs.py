"""The signs of a web page: direction of an effect, strength of the evidence, look in words."""

from functools import partial

from explorer.domain.finding import Overall
from explorer.domain.vocabulary import Effect, Phase, Strength, Use
from explorer.export.markup import Markup, join, tag
from explorer.export.web_once import Once
from explorer.export.wording import Wording

_PATHS = {
    Effect.DECREASE: "M-10-8H10L0 8.5Z",
    Effect.INCREASE: "M-10 8H10L0-8.5Z",
    Effect.MIXED: "M0-10L10 0L0 10L-10 0Z",
    Effect.NO_CHANGE: "M-10-6.2H10V-1.8H-10ZM-10 1.8H10V6.2H-10Z",
    Effect.UNKNOWN: "M-7 9L-1-9H1L-5 9ZM-2 9L4-9H6L0 9ZM3 9L9-9H11L5 9Z",
}


def put_signs(once: Once) -> None:
    """Write the signs and the hatch for use all over the page."""
    hatch = tag("path", d="M0 9L9 0M-2 2L2-2M7 11L11 7", class_="hatch")
    once.add(
        "hatch",
        lambda: tag(
            "pattern", hatch, id="hatch", width="9", height="9", patternUnits="userSpaceOnUse"
        ),
    )
    for effect, path in _PATHS.items():
        name = f"sign-{effect}"
        once.add(name, partial(tag, "path", id=name, d=path))


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
    name = tag("span", words("legend.name"), ": ", class_="unseen")
    return tag("p", name, join(items), density, class_="legend")


def cell_class(use: Use, phase: Phase) -> str:
    """Return the class of what is shown only for one use and one phase."""
    return f"at-{use}-{phase}".replace("_", "-")
