"""A paper that a claim rests on."""

from typing import NamedTuple

from explorer.domain.text import Name
from explorer.domain.vocabulary import ReferenceStatus


class Author(NamedTuple):
    """One author. A group, or a name that cannot be split, has only a family name."""

    family: str
    given: str = ""


class Reference(NamedTuple):
    """One work, as CSL-JSON describes it.

    Attributes:
        key: citation key, unique in the pack.
        kind: CSL type, such as `article-journal`.
        doi: bare DOI (`10.…`), or empty; then `note` says why.
        status: whether the paper still stands.
        notice_doi: DOI of the retraction or correction notice, if known.
        note: what a reader must know about the record itself.
        retraction: when and why it was retracted, as the list of retractions says it.
    """

    key: str
    kind: str
    authors: tuple[Author, ...]
    year: int | None
    title: str
    journal: str
    volume: str = ""
    issue: str = ""
    pages: str = ""
    doi: str = ""
    pmid: str = ""
    pmcid: str = ""
    url: str = ""
    status: ReferenceStatus = ReferenceStatus.OK
    notice_doi: str = ""
    note: str = ""
    retraction: Name | None = None

    @property
    def link(self) -> str:
        """Address that a click opens in the person's browser, or an empty string."""
        if self.doi:
            return f"https://doi.org/{self.doi}"
        if self.pmcid:
            return f"https://pmc.ncbi.nlm.nih.gov/articles/{self.pmcid}"
        if self.pmid:
            return f"https://pubmed.ncbi.nlm.nih.gov/{self.pmid}"
        return self.url
