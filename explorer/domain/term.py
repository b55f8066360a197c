"""A technical word and what it means."""

from typing import NamedTuple

from explorer.domain.text import Name


class Term(NamedTuple):
    """A technical word with its definition.

    Attributes:
        forms_nl: Dutch spellings to recognise.
        forms_en: English spellings to recognise.
        covers: ids of source statements that the definition answers.
    """

    id: str
    name: Name
    forms_nl: tuple[str, ...]
    forms_en: tuple[str, ...]
    definition: Name
    covers: tuple[str, ...] = ()
