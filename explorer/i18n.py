"""The program's own words in each language. What a pack says is not among them."""

import json
from functools import cache

from explorer import assets
from explorer.domain.vocabulary import Language


class Words:
    """The interface texts of one language.

    Args:
        language: the language.
        table: key to text; a text may have `{named}` places.
    """

    def __init__(self, language: Language, table: dict[str, str]) -> None:
        self.language = language
        self._table = table

    def __call__(self, key: str, **values: object) -> str:
        """Return a text with its places filled in. Raises KeyError for an unknown key."""
        text = self._table[key]
        return text.format(**values) if values else text

    def __contains__(self, key: str) -> bool:
        """Whether there is a text of that key."""
        return key in self._table

    def number(self, value: float) -> str:
        """Write a number as the language does: up to four significant decimals, none in vain."""
        text = f"{value:.4f}".rstrip("0").rstrip(".")
        return text.replace(".", ",") if self.language is Language.NL else text

    def month(self, date: str) -> str:
        """Write `YYYY-MM` or `YYYY-MM-DD` with the month's name."""
        year, month, *day = date.split("-")
        name = self._table["months"].split()[int(month) - 1]
        return " ".join([*(str(int(part)) for part in day), name, year])


@cache
def words(language: Language) -> Words:
    """Load the interface texts of a language, once."""
    content = assets.path("translations", f"{language}.json").read_text("utf-8")
    return Words(language, json.loads(content))


def language_of_locale(name: str) -> Language:
    """Return the language for a locale name such as `nl_BE`: Dutch for Dutch, else English."""
    return Language.NL if name.lower().startswith("nl") else Language.EN
