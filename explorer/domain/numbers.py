"""Which numbers a text holds, whatever the language writes them like.

The four texts of a passage must hold the same numbers, so that switching language or level never
changes a fact. Digits inside names (5-HT1A, CAPS-5, ERK1/2, 3D) are no numbers.
"""

import re
from decimal import Decimal

from explorer.domain.vocabulary import Language

# Brackets and relations part words: "n=9", "(95% CI", "[11C]DASB".
_SPLIT = re.compile(r"[\s=<>≤≥≈~±\u00d7()\[\]{}\"“”„\u2018;|]+")
# The name of an interval, not a finding.
_INTERVAL = re.compile(
    r"\b95\s?%[\s-]?(?:CI|BI|confidence|betrouwbaarheids|credible|prediction)\w*", re.IGNORECASE
)
# No-break and thin spaces group thousands; an ordinary space may just part two numbers.
_GROUP_SPACE = re.compile("(?<=[0-9])[\u00a0\u2009\u202f](?=[0-9]{3}(?![0-9]))")
_NUMBERS = {
    Language.EN: re.compile(r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+)(?:\.[0-9]+)?|\.[0-9]+"),
    Language.NL: re.compile(r"(?:[0-9]{1,3}(?:\.[0-9]{3})+(?![0-9])|[0-9]+)(?:,[0-9]+)?|,[0-9]+"),
}
_SIGN = re.compile(r"[-\u2212\u2013+](?=[0-9.,])")
_JOIN = re.compile(r"\s?[-\u2013\u2014\u2212/:](?=[0-9])")
# What may follow a number directly and leave it a number: nothing, a mark, a unit, an ending.
_UNITS = (
    "%|‰|°[CF]?|k?g|mg|µg|μg|ug|ng|pg|m?l|dl|kg|cm|mm|km|ms|min|h|s|u|uur|x|T|Hz|kHz|"
    "e|de|ste|st|nd|rd|th|[ap]\\.?m"
)
_AFTER = re.compile(rf"(?:{_UNITS})?(?:[^\w]|$)")
# Positions in a molecule: 5-hydroxytryptamine, 3,4-methylenedioxy...
_CHEMISTRY = re.compile(
    r"[0-9]+'?(?:,[0-9]+'?)*-(?:hydrox|meth|dihydr|amin|fluor|chlor|brom|iod|benz|phen|alpha|beta)",
    re.IGNORECASE,
)
_NAME_AFTER_HYPHEN = re.compile(r"-(?=[A-Z])")


def numbers_in(text: str, language: Language) -> frozenset[Decimal]:
    """Return the numbers in a text, each by its value.

    "1,5" in Dutch and "1.5" in English are the same number, and so are "25 %" and "25%". A range
    gives both ends; "6-week" gives 6; a minus sign counts.
    """
    found: set[Decimal] = set()
    text = _INTERVAL.sub(" ", _GROUP_SPACE.sub("", text))
    for word in _SPLIT.split(text):
        found.update(_numbers_of_word(word.strip("'\u2019`"), language))
    return frozenset(found)


def _numbers_of_word(word: str, language: Language) -> list[Decimal]:
    """Return the numbers of one word; none when it is a name or does not begin with one."""
    word = word.lstrip("€$£+")
    if _CHEMISTRY.match(word):
        return []
    found: list[Decimal] = []
    at = 0
    while at < len(word):
        sign = _SIGN.match(word, at) if at == 0 else None
        number = _NUMBERS[language].match(word, sign.end() if sign else at)
        if number is None:
            break
        found.append(_value(number.group(), language, minus=bool(sign) and word[0] != "+"))
        if _is_name_after(word, number.end()):
            return []
        at = _next_number(word, number.end())
    return found


def _is_name_after(word: str, end: int) -> bool:
    """Whether what follows the digits makes the whole a name: 3D, 5-HT, 11C."""
    if _NAME_AFTER_HYPHEN.match(word, end):
        return True
    return _AFTER.match(word, end) is None


def _next_number(word: str, end: int) -> int:
    """Return where the other end of a range or a ratio begins, or the end of the word."""
    unit = re.compile(rf"(?:{_UNITS})?").match(word, end)
    join = _JOIN.match(word, unit.end() if unit else end)
    return join.end() if join else len(word)


def _value(digits: str, language: Language, *, minus: bool) -> Decimal:
    thousands, decimal = (",", ".") if language is Language.EN else (".", ",")
    plain = digits.replace(thousands, "").replace(decimal, ".")
    value = Decimal(plain if plain[0] != "." else f"0{plain}").normalize()
    return -value if minus and value else value


def written(number: Decimal, language: Language) -> str:
    """Return a number as the language writes it."""
    text = format(number, "f")
    return text if language is Language.EN else text.replace(".", ",")
