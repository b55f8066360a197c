"""Texts that exist in every language, and in every language at both levels."""

from typing import NamedTuple

from explorer.domain.vocabulary import Language, Level


class Name(NamedTuple):
    """A short text that is the same at both levels, such as a region's name."""

    nl: str
    en: str

    def at(self, language: Language) -> str:
        """Return the text in one language."""
        return self.nl if language is Language.NL else self.en


class Text(NamedTuple):
    """A passage written four times: two languages, two levels. All four are required."""

    nl_plain: str
    nl_clinical: str
    en_plain: str
    en_clinical: str

    def at(self, language: Language, level: Level) -> str:
        """Return the passage in one language and at one level."""
        if language is Language.NL:
            return self.nl_plain if level is Level.PLAIN else self.nl_clinical
        return self.en_plain if level is Level.PLAIN else self.en_clinical

    def every(self) -> tuple[tuple[Language, Level, str], ...]:
        """Return all four passages, each with its language and level."""
        return (
            (Language.NL, Level.PLAIN, self.nl_plain),
            (Language.NL, Level.CLINICAL, self.nl_clinical),
            (Language.EN, Level.PLAIN, self.en_plain),
            (Language.EN, Level.CLINICAL, self.en_clinical),
        )
