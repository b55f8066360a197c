"""What an export needs of the interface texts of a language."""

from typing import Protocol

from explorer.domain.vocabulary import Language


class Wording(Protocol):
    """The interface texts of one language."""

    language: Language

    def __call__(self, key: str, **values: object) -> str:
        """Return a text with its places filled in."""

    def number(self, value: float) -> str:
        """Write a number as the language does."""

    def month(self, date: str) -> str:
        """Write a date with the month's name."""
