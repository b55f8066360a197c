"""What each file of a pack may hold, as pydantic models.

Imported only when a pack is read from its sources, never at start-up. The models mirror the files;
`explorer.pack.build` turns them into the types of the domain.
"""

import re
from collections.abc import Callable
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import (  # noqa: TID253 - this module is itself only imported when needed
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
)
from pydantic_core import PydanticCustomError

from explorer.domain.duration import hours
from explorer.domain.place import TopicKind
from explorer.domain.vocabulary import (
    Design,
    Effect,
    Language,
    Phase,
    ReferenceStatus,
    Replication,
    Species,
    Spread,
    Use,
    Verification,
)
from explorer.pack.document import as_written


def _fault(what: str, mend: str) -> PydanticCustomError:
    """Return an error that already says what is wrong and how to mend it."""
    return PydanticCustomError("mend", "{what}", {"what": what, "mend": mend})


def _tidy(text: str) -> str:
    """Put a passage on one line; no-break spaces stay."""
    text = re.sub(r"[ \t\r\n]+", " ", text).strip(" ")
    if not text:
        raise _fault("is empty", "write the text, or remove the field if it is optional")
    return text


def _shape(pattern: str, what: str, mend: str) -> Callable[[str], str]:
    form = re.compile(pattern)

    def check(text: str) -> str:
        if not form.fullmatch(text):
            raise _fault(f"{text[:80]!r} is no {what}", mend)
        return text

    return check


def _month(text: str) -> str:
    _date(f"{text}-01", text, "YYYY-MM")
    return text


def _day(text: str) -> str:
    _date(text, text, "YYYY-MM-DD")
    return text


def _date(text: str, given: str, form: str) -> None:
    fault = _fault(f"{given[:80]!r} is no date", f"write it as {form}")
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):  # Python takes other forms too
        raise fault
    try:
        date.fromisoformat(text)
    except ValueError:
        raise fault from None


def _duration(text: str) -> str:
    try:
        hours(text)
    except ValueError:
        mend = "write it as PT2H (2 hours), PT30M, P3D or P6M"
        raise _fault(f"{text[:80]!r} is no ISO 8601 duration", mend) from None
    return text


def _both_languages(languages: list[Language]) -> list[Language]:
    if sorted(languages) != sorted(Language):
        raise _fault("must list nl and en, each once", "write [nl, en]")
    return languages


Line = Annotated[str, BeforeValidator(as_written), AfterValidator(_tidy)]
Loose = Annotated[str, BeforeValidator(as_written)]
Id = Annotated[
    Line,
    AfterValidator(
        _shape(r"[a-z0-9]+(-[a-z0-9]+)*", "id", "use lower-case words joined by hyphens")
    ),
]
Key = Annotated[
    Line,
    AfterValidator(
        _shape(r"[A-Za-z0-9][A-Za-z0-9_.:-]*", "citation key", "use letters, digits and hyphens")
    ),
]
Doi = Annotated[
    Line,
    AfterValidator(
        _shape(r"10\.[0-9]{4,9}(\.[0-9]+)*/[!-~]+", "DOI", "write it bare, as 10.1038/nn1023")
    ),
]
Svg = Annotated[
    Line,
    AfterValidator(
        _shape(r"diagrams/[A-Za-z0-9_-][\w.-]*\.svg", "diagram", "write it as diagrams/name.svg")
    ),
]
Month = Annotated[Line, AfterValidator(_month)]
Day = Annotated[Line, AfterValidator(_day)]
Duration = Annotated[Line, AfterValidator(_duration)]
Number = Annotated[float, Field(allow_inf_nan=False)]
Count = Annotated[int, Field(ge=1)]
# Strict pydantic wants enum members; a file can only hold their words.
Lax = Field(strict=False)


class Model(BaseModel):
    """Nothing is guessed, nothing unknown is let through, nothing changes afterwards."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True, populate_by_name=False)


class NameModel(Model):
    """A short text in both languages."""

    nl: Line
    en: Line


class LevelsModel(Model):
    """One language, both levels."""

    plain: Line
    clinical: Line


class TextModel(Model):
    """A passage in both languages at both levels."""

    nl: LevelsModel
    en: LevelsModel


class UseModel(Model):
    """One end of the slider."""

    name: NameModel
    note: NameModel


class UsesModel(Model):
    """Both ends of the slider."""

    therapeutic: UseModel
    chronic: UseModel


class DiagramModel(Model):
    """One drawn view."""

    id: Id
    file: Svg
    title: NameModel
    caption: NameModel


class PackModel(Model):
    """`pack.yaml`."""

    format: Literal[1]
    id: Id
    title: NameModel
    version: Line
    licence: Line
    languages: Annotated[list[Annotated[Language, Lax]], AfterValidator(_both_languages)]
    searched: Month
    reviewed_by: Line
    review_by: Day
    notice: NameModel
    uses: UsesModel
    diagrams: Annotated[list[DiagramModel], Field(min_length=1)]
    default_region: Id | None = None


class RegionModel(Model):
    """A part of the brain that can be clicked."""

    id: Id
    name: NameModel
    summary: TextModel


class LandmarkModel(Model):
    """A structure that is only named."""

    id: Id
    name: NameModel


class TopicModel(Model):
    """A place of claims that is no clickable region."""

    id: Id
    kind: Annotated[TopicKind, Lax]
    name: NameModel


class PlacesModel(Model):
    """`regions.yaml`."""

    regions: Annotated[list[RegionModel], Field(min_length=1)]
    landmarks: list[LandmarkModel] = []
    topics: list[TopicModel] = []


class CellModel(Model):
    """The summary of one section."""

    region: Id
    use: Annotated[Use, Lax]
    phase: Annotated[Phase, Lax]
    summary: TextModel


class WindowModel(Model):
    """When an effect holds after intake."""

    onset: Duration | None = None
    end: Duration | None = None


class EvidenceModel(Model):
    """What a statement rests on."""

    design: Annotated[Design, Lax]
    species: Annotated[Species, Lax]
    who: NameModel
    n: Count | None = None
    replication: Annotated[Replication, Lax]
    verified: Annotated[Verification, Lax]
    dose: NameModel | None = None


class SpreadModel(Model):
    """What lies around a number: one value, or a low and a high end."""

    kind: Annotated[Spread, Lax]
    value: Annotated[float, Field(ge=0, allow_inf_nan=False)] | None = None
    low: Number | None = None
    high: Number | None = None


class FigureModel(Model):
    """One number of one study."""

    label: NameModel
    value: Number
    unit: NameModel
    n: Count | None = None
    spread: SpreadModel | None = None
    p: Line | None = None
    reference: Key


class SearchModel(Model):
    """For a gap: when and for what the literature was searched."""

    date: Month
    sought: NameModel


class ClaimModel(Model):
    """One statement about one place."""

    id: Id
    about: Id
    nearby: list[Id] = []
    use: Annotated[Use, Lax]
    phase: Annotated[Phase, Lax]
    effect: Annotated[Effect, Lax]
    window: WindowModel | None = None
    measure: NameModel
    statement: TextModel
    caveat: TextModel | None = None
    evidence: EvidenceModel | None = None
    search: SearchModel | None = None
    figures: list[FigureModel] = []
    references: list[Key] = []
    covers: list[Line] = []


class ClaimsModel(Model):
    """`claims/*.yaml`."""

    cells: list[CellModel] = []
    claims: list[ClaimModel] = []


class FormsModel(Model):
    """Spellings of a term."""

    nl: Annotated[list[Line], Field(min_length=1)]
    en: Annotated[list[Line], Field(min_length=1)]


class TermModel(Model):
    """A technical word."""

    id: Id
    name: NameModel
    forms: FormsModel
    definition: NameModel


class GlossaryModel(Model):
    """`glossary.yaml`."""

    terms: list[TermModel]


class RetractionModel(Model):
    """A paper that no longer stands."""

    doi: Doi
    notice_doi: Doi | None = None
    note: NameModel | None = None


class RetractionsModel(Model):
    """`retractions.yaml`."""

    as_of: Day
    retractions: list[RetractionModel]


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
    author: list[AuthorModel] = []
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
