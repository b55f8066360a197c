"""A common statement held against the literature."""

from typing import NamedTuple

from explorer.domain.text import Name, Text
from explorer.domain.vocabulary import CheckVerdict


class ClaimCheck(NamedTuple):
    """What people say, and what the literature says of it.

    Attributes:
        about: id of the place or topic.
        statement: the statement as people make it.
        answer: what the literature says.
        claims: ids of claims that say more.
        references: citation keys; a retracted work only with `about_retraction`.
        covers: ids of source statements that this answers.
        about_retraction: whether the retraction itself is the point.
    """

    id: str
    about: str
    verdict: CheckVerdict
    statement: Name
    answer: Text
    claims: tuple[str, ...]
    references: tuple[str, ...]
    covers: tuple[str, ...] = ()
    about_retraction: bool = False
