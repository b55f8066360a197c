"""What references.json may hold: the part of CSL-JSON that we use, as pydantic models."""

from typing import Annotated, Any

from pydantic import Field  # noqa: TID253 - imported only when needed

from explorer.domain.vocabulary import ReferenceStatus
from explorer.pack.form import Doi, Key, Lax, Line, Loose, Model


class AuthorModel(Model):
    """A CSL name."""

    family: Line | None = None
    given: Line | None = None
    literal: Line | None = None
    non_dropping_particle: Line | None = Field(None, alias="non-dropping-particle")
    dropping_particle: Line | None = Field(None, alias="dropping-particle")
    suffix: Line | None = None


class IssuedModel(Model):
    """A CSL date; only the year is used."""

    date_parts: list[list[int]] | None = Field(None, alias="date-parts")
    literal: Loose | None = None
    raw: Loose | None = None
    season: Loose | None = None


class StandingModel(Model):
    """Our own part of a CSL item: does the paper still stand?"""

    status: Annotated[ReferenceStatus, Lax] = ReferenceStatus.OK
    notice_doi: Doi | None = None
    note: Line | None = None


class ReferenceModel(Model):
    """One item of CSL-JSON."""

    id: Key
    type: Line
    title: Line
    author: list[AuthorModel] = Field(default_factory=list)
    issued: IssuedModel | None = None
    container_title: Loose = Field("", alias="container-title")
    volume: Loose = ""
    issue: Loose = ""
    page: Loose = ""
    doi: Doi | None = Field(None, alias="DOI")
    pmid: Loose = Field("", alias="PMID")
    pmcid: Loose = Field("", alias="PMCID")
    url: Loose = Field("", alias="URL")
    note: Loose = ""
    custom: StandingModel = StandingModel()


# Standard CSL fields that reference managers write and that we read past.
CSL_UNUSED = frozenset({
    "abstract", "accessed", "annote", "archive", "archive_location", "archive-place",
    "authority", "call-number", "chapter-number", "citation-key", "citation-label",
    "citation-number", "collection-editor", "collection-number", "collection-title",
    "composer", "container-author", "container-title-short", "contributor", "dimensions",
    "director", "division", "edition", "editor", "editorial-director", "event", "event-date",
    "event-place", "event-title", "first-reference-note-number", "genre", "ISBN", "ISSN",
    "jurisdiction", "keyword", "language", "journalAbbreviation", "locator", "medium",
    "number", "number-of-pages", "number-of-volumes", "original-author", "original-date",
    "original-publisher", "original-publisher-place", "original-title", "page-first", "part",
    "part-title", "printing", "publisher", "publisher-place", "recipient", "references",
    "reviewed-author", "reviewed-genre", "reviewed-title", "scale", "section", "shortTitle",
    "source", "status", "submitted", "supplement", "title-short", "translator", "version",
    "year-suffix",
})  # fmt: skip


class ReferencesModel(Model):
    """`references.json`, with its list put under one key."""

    items: list[ReferenceModel]


def without_unused(items: Any) -> Any:
    """Drop the CSL fields that we read past, so that what remains can be checked strictly."""
    if not isinstance(items, list):
        return items
    return [
        {key: value for key, value in item.items() if key not in CSL_UNUSED}
        if isinstance(item, dict)
        else item
        for item in items
    ]
