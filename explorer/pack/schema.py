"""What each YAML file of a pack may hold, as pydantic models.

Imported only when a pack is read from its sources, never at start-up. The models mirror the files;
`explorer.pack.build` turns them into the types of the domain.
"""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field  # noqa: TID253 - imported only when needed

from explorer.domain.dataset import PlotKind
from explorer.domain.place import EffectGroup, TopicKind
from explorer.domain.vocabulary import (
    CheckVerdict,
    Design,
    Effect,
    Hemispheres,
    Language,
    Lens,
    Phase,
    Replication,
    Side,
    Species,
    Spread,
    Use,
    Verification,
)
from explorer.pack.form import (
    CellName,
    Count,
    Day,
    Doi,
    Duration,
    ElementId,
    Id,
    Key,
    Lax,
    Line,
    Model,
    Month,
    Number,
    Scan,
    StateName,
    Svg,
    both_languages,
)


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


class StateModel(Model):
    """Which groups of a diagram are shown at rest or in one cell."""

    at: StateName
    show: list[ElementId]
    note: NameModel


class DiagramModel(Model):
    """One drawing."""

    id: Id
    file: Svg
    title: NameModel
    caption: NameModel
    view: Id | None = None
    side: Annotated[Hemispheres, Lax] | None = None
    scan: Scan | None = None
    scan_caption: NameModel | None = None
    states: list[StateModel] = Field(default_factory=list)


class PackModel(Model):
    """`pack.yaml`."""

    format: Literal[1]
    id: Id
    title: NameModel
    version: Line
    licence: Line
    languages: Annotated[list[Annotated[Language, Lax]], AfterValidator(both_languages)]
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
    rank: Literal["main", "context"] = "main"


class LinkModel(Model):
    """A connection between regions."""

    id: Id
    name: NameModel
    summary: TextModel
    origin: Id = Field(alias="from")
    to: Annotated[list[Id], Field(min_length=1)]
    bend: Annotated[float, Field(ge=-1, le=1, allow_inf_nan=False)] = 0.0


class PartModel(Model):
    """A part of a synapse."""

    id: Id
    name: NameModel
    summary: TextModel


class EffectModel(Model):
    """An effect that no study located in the brain."""

    id: Id
    name: NameModel
    summary: TextModel
    group: Annotated[EffectGroup, Lax]


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
    links: list[LinkModel] = Field(default_factory=list)
    parts: list[PartModel] = Field(default_factory=list)
    effects: list[EffectModel] = Field(default_factory=list)
    landmarks: list[LandmarkModel] = Field(default_factory=list)
    topics: list[TopicModel] = Field(default_factory=list)


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
    nearby: list[Id] = Field(default_factory=list)
    use: Annotated[Use, Lax]
    phase: Annotated[Phase, Lax]
    effect: Annotated[Effect, Lax]
    window: WindowModel | None = None
    measure: NameModel
    statement: TextModel
    caveat: TextModel | None = None
    evidence: EvidenceModel | None = None
    search: SearchModel | None = None
    figures: list[FigureModel] = Field(default_factory=list)
    references: list[Key] = Field(default_factory=list)
    covers: list[Line] = Field(default_factory=list)
    side: Annotated[Side, Lax] | None = None


class GapModel(Model):
    """Cells of one place of which nothing is known."""

    about: Id
    cells: Annotated[list[CellName], Field(min_length=1)]
    date: Month
    sought: NameModel
    why: NameModel


class ClaimsModel(Model):
    """`claims/*.yaml`."""

    cells: list[CellModel] = Field(default_factory=list)
    gaps: list[GapModel] = Field(default_factory=list)
    claims: list[ClaimModel] = Field(default_factory=list)


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
    covers: list[Id] = Field(default_factory=list)


class GlossaryModel(Model):
    """`glossary.yaml`."""

    terms: list[TermModel]


class CheckModel(Model):
    """A common statement and what the literature says of it."""

    id: Id
    about: Id
    verdict: Annotated[CheckVerdict, Lax]
    statement: NameModel
    answer: TextModel
    claims: list[Id] = Field(default_factory=list)
    references: Annotated[list[Key], Field(min_length=1)]
    covers: list[Id] = Field(default_factory=list)
    about_retraction: bool = False


class ChecksModel(Model):
    """`checks.yaml`."""

    checks: list[CheckModel]


class TourStepModel(Model):
    """One step of a tour."""

    region: Id | None = None
    view: Id
    plane: Count = 1
    use: Annotated[Use, Lax]
    phase: Annotated[Phase, Lax]
    lens: Annotated[Lens, Lax] = Lens.ALL
    hour: Duration | None = None
    timeline: bool = False
    resting: bool = False
    text: TextModel
    claims: Annotated[list[Id], Field(min_length=1)]


class TourModel(Model):
    """A guided walk."""

    id: Id
    title: NameModel
    steps: Annotated[list[TourStepModel], Field(min_length=1)]


class ToursModel(Model):
    """`tours/*.yaml`."""

    tours: list[TourModel]


class TeachBackModel(Model):
    """What to ask once a topic has been explained."""

    id: Id
    about: Annotated[list[Id], Field(min_length=1)]
    title: NameModel
    prompts: Annotated[list[NameModel], Field(min_length=1, max_length=2)]


class TeachBacksModel(Model):
    """`teach_back.yaml`."""

    topics: list[TeachBackModel]


class RetractionModel(Model):
    """A paper that no longer stands."""

    doi: Doi
    notice_doi: Doi | None = None
    note: NameModel | None = None


class RetractionsModel(Model):
    """`retractions.yaml`."""

    as_of: Day
    retractions: list[RetractionModel]


class AxisModel(Model):
    """An axis of a plot."""

    name: NameModel
    unit: NameModel


class SeriesModel(Model):
    """Points that belong together."""

    id: Id
    name: NameModel
    species: Annotated[Species, Lax]


class CategoryModel(Model):
    """What points are about that do not stand on an axis of numbers."""

    id: Id
    name: NameModel


class DatasetModel(Model):
    """What a data set is; its numbers are in a file of their own."""

    id: Id
    kind: Annotated[PlotKind, Lax]
    about: Annotated[list[Id], Field(min_length=1)]
    use: Annotated[Use, Lax]
    phase: Annotated[Phase, Lax]
    title: TextModel
    caveat: TextModel
    measure: NameModel
    x: AxisModel | None = None
    y: AxisModel
    reference_line: Number | None = None
    series: Annotated[list[SeriesModel], Field(min_length=1)]
    categories: list[CategoryModel] = Field(default_factory=list)


class DatasetsModel(Model):
    """`datasets.yaml`."""

    datasets: list[DatasetModel]
