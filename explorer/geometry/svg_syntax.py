"""The small languages inside SVG attributes, read strictly.

Parsers of SVG are lenient: they skip what they do not understand and draw the rest. For a region
that is no kindness, since half an amygdala looks like an amygdala. So each value is held against
the grammar first (https://www.w3.org/TR/SVG11/paths.html#PathDataBNF).
"""

import re
from math import isfinite

_SPACE = r"[ \t\r\n\f]*+"
_COMMA = rf"{_SPACE},?{_SPACE}"
# Atomic, so that "12" can never be taken for the two numbers 1 and 2.
_NUMBER = r"(?>[+-]?(?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)"
_FLAG = "[01]"


def _times(count: int, *kinds: str) -> str:
    """Return the pattern of one set of arguments, or more sets."""
    once = _COMMA.join(kinds * count)
    return rf"{_SPACE}{once}(?:{_COMMA}{once})*+"


_MOVE = re.compile(rf"{_SPACE}[Mm]{_times(2, _NUMBER)}{_SPACE}")
_ARC = _times(1, _NUMBER, _NUMBER, _NUMBER, _FLAG, _FLAG, _NUMBER, _NUMBER)
_SEGMENT = re.compile(
    "(?:"
    + "|".join(
        (
            f"[Cc]{_times(6, _NUMBER)}",
            f"[LlMmTt]{_times(2, _NUMBER)}",
            f"[HhVv]{_times(1, _NUMBER)}",
            f"[SsQq]{_times(4, _NUMBER)}",
            f"[Aa]{_ARC}",
            "[Zz]",
        )
    )
    + f"){_SPACE}"
)
_NUMBERS = re.compile(rf"{_SPACE}(?:{_NUMBER}(?:{_COMMA}{_NUMBER})*+)?{_SPACE}")
_ONE_NUMBER = re.compile(_NUMBER)
_TURN = re.compile(
    rf"(matrix|translate|scale|rotate|skewX|skewY){_SPACE}\({_SPACE}"
    rf"({_NUMBER}(?:{_COMMA}{_NUMBER})*+){_SPACE}\){_COMMA}"
)
_ARGUMENTS = {
    "matrix": (6,),
    "translate": (1, 2),
    "scale": (1, 2),
    "rotate": (1, 3),
    "skewX": (1,),
    "skewY": (1,),
}
_LENGTH = re.compile(rf"{_SPACE}({_NUMBER})(?:px)?{_SPACE}")


def path_break(d: str) -> int | None:
    """Return where path data stops being path data, or None when all of it is.

    Args:
        d: the value of a `d` attribute.

    Returns:
        An index into `d`; its length when more was to come.
    """
    found = _MOVE.match(d)
    if not found:
        return 0
    end = found.end()
    while end < len(d):
        found = _SEGMENT.match(d, end)
        if not found:
            return end
        end = found.end()
    return None


def numbers(text: str) -> list[float]:
    """Return the numbers of a list such as `points` or `viewBox`.

    Raises:
        ValueError: something in it is no number, or not a finite one.
    """
    if not _NUMBERS.fullmatch(text):
        raise ValueError(text)
    found = [float(number) for number in _ONE_NUMBER.findall(text)]
    if not all(map(isfinite, found)):
        raise ValueError(text)
    return found


def length(text: str) -> float:
    """Return a length in units of the drawing.

    Raises:
        ValueError: it has a unit other than px, is a percentage, or is no finite number.
    """
    found = _LENGTH.fullmatch(text)
    if not found or not isfinite(float(found[1])):
        raise ValueError(text)
    return float(found[1])


def is_transform(text: str) -> bool:
    """Tell whether the value of a `transform` attribute is well formed and finite."""
    end = len(text) - len(text.lstrip(" \t\r\n\f"))
    while end < len(text):
        found = _TURN.match(text, end)
        if not found:
            return False
        values = [float(number) for number in _ONE_NUMBER.findall(found[2])]
        if len(values) not in _ARGUMENTS[found[1]] or not all(map(isfinite, values)):
            return False
        end = found.end()
    return True


def style_rules(style: str) -> dict[str, str]:
    """Return the properties of a `style` attribute, names in lower case."""
    rules = {}
    for rule in style.split(";"):
        name, colon, value = rule.partition(":")
        if colon:
            rules[name.strip().lower()] = value.replace("!important", "").strip()
    return rules
