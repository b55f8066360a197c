"""From what a file says to the types of the domain."""

from explorer.domain.claim import Claim, Evidence, Figure, Gap, Search, Window
from explorer.domain.claim_check import ClaimCheck
from explorer.domain.dataset import Axis, Category, Dataset, Series
from explorer.domain.diagram import Diagram, DiagramState
from explorer.domain.duration import hours
from explorer.domain.pack_info import PackInfo, UseNote
from explorer.domain.place import Landmark, Place, PlaceKind, Topic
from explorer.domain.reference import Author, Reference
from explorer.domain.teach_back import TeachBack
from explorer.domain.term import Term
from explorer.domain.text import Name, Text
from explorer.domain.tour import Tour, TourStep
from explorer.domain.vocabulary import Phase, Use
from explorer.pack import csl, schema

NOT_REVIEWED = "none yet"
"""What `reviewed_by` says when nobody has reviewed the pack."""


def name(model: schema.NameModel) -> Name:
    """Build a name."""
    return Name(model.nl, model.en)


def text(model: schema.TextModel) -> Text:
    """Build a passage."""
    return Text(model.nl.plain, model.nl.clinical, model.en.plain, model.en.clinical)


def info(model: schema.PackModel) -> PackInfo:
    """Build what the pack says of itself."""
    uses = ((Use.THERAPEUTIC, model.uses.therapeutic), (Use.CHRONIC, model.uses.chronic))
    return PackInfo(
        id=model.id,
        title=name(model.title),
        version=model.version,
        licence=model.licence,
        searched=model.searched,
        reviewed_by=None if model.reviewed_by == NOT_REVIEWED else model.reviewed_by,
        review_by=model.review_by,
        notice=name(model.notice),
        uses=tuple(UseNote(use, name(part.name), name(part.note)) for use, part in uses),
        diagrams=tuple(_diagram(part) for part in model.diagrams),
        default_region=model.default_region,
    )


def _diagram(model: schema.DiagramModel) -> Diagram:
    return Diagram(
        id=model.id,
        file=model.file,
        title=name(model.title),
        caption=name(model.caption),
        view=model.view or model.id,
        side=model.side,
        scan=model.scan or "",
        scan_caption=name(model.scan_caption) if model.scan_caption else None,
        states=tuple(_state(part) for part in model.states),
    )


def _state(model: schema.StateModel) -> DiagramState:
    use, phase = _cell(model.at) or (None, None)
    return DiagramState(use, phase, tuple(model.show), name(model.note))


def _cell(words: str) -> tuple[Use, Phase] | None:
    """Read `use/phase`; the only other word that the schema lets through is the state at rest."""
    use, slash, phase = words.partition("/")
    return (Use(use), Phase(phase)) if slash else None


def region(model: schema.RegionModel) -> Place:
    """Build a region. Like every place it is still without its cells: those are in other files."""
    return Place(model.id, PlaceKind(model.rank), name(model.name), text(model.summary))


def link(model: schema.LinkModel) -> Place:
    """Build a link."""
    return Place(
        model.id,
        PlaceKind.LINK,
        name(model.name),
        text(model.summary),
        origin=model.origin,
        targets=tuple(model.to),
        bend=float(model.bend),
    )


def part(model: schema.PartModel) -> Place:
    """Build a part of a synapse."""
    return Place(model.id, PlaceKind.PART, name(model.name), text(model.summary))


def effect(model: schema.EffectModel) -> Place:
    """Build an effect."""
    return Place(
        model.id, PlaceKind.EFFECT, name(model.name), text(model.summary), group=model.group
    )


def gap(model: schema.GapModel) -> Gap:
    """Build a gap."""
    cells = tuple(cell for cell in map(_cell, model.cells) if cell is not None)
    return Gap(model.about, cells, model.date, name(model.sought), name(model.why))


def landmark(model: schema.LandmarkModel) -> Landmark:
    """Build a landmark."""
    return Landmark(model.id, name(model.name))


def topic(model: schema.TopicModel) -> Topic:
    """Build a topic."""
    return Topic(model.id, model.kind, name(model.name))


def term(model: schema.TermModel) -> Term:
    """Build a glossary entry."""
    forms = model.forms
    return Term(
        model.id,
        name(model.name),
        tuple(forms.nl),
        tuple(forms.en),
        name(model.definition),
        tuple(model.covers),
    )


def check(model: schema.CheckModel) -> ClaimCheck:
    """Build a claim check."""
    return ClaimCheck(
        id=model.id,
        about=model.about,
        verdict=model.verdict,
        statement=name(model.statement),
        answer=text(model.answer),
        claims=tuple(model.claims),
        references=tuple(model.references),
        covers=tuple(model.covers),
        about_retraction=model.about_retraction,
    )


def tour(model: schema.TourModel) -> Tour:
    """Build a tour."""
    return Tour(model.id, name(model.title), tuple(_tour_step(part) for part in model.steps))


def _tour_step(model: schema.TourStepModel) -> TourStep:
    return TourStep(
        text=text(model.text),
        claims=tuple(model.claims),
        use=model.use,
        phase=model.phase,
        view=model.view,
        plane=model.plane - 1,
        region=model.region,
        lens=model.lens,
        hour=hours(model.hour) if model.hour else None,
        timeline=model.timeline or model.hour is not None,
        resting=model.resting,
    )


def teach_back(model: schema.TeachBackModel) -> TeachBack:
    """Build what to ask about a topic."""
    return TeachBack(
        id=model.id,
        about=tuple(model.about),
        title=name(model.title),
        prompts=tuple(name(prompt) for prompt in model.prompts),
    )


def claim(model: schema.ClaimModel) -> Claim:
    """Build a claim."""
    search, window = model.search, model.window
    return Claim(
        id=model.id,
        about=model.about,
        use=model.use,
        phase=model.phase,
        effect=model.effect,
        measure=name(model.measure),
        statement=text(model.statement),
        caveat=text(model.caveat) if model.caveat else None,
        evidence=_evidence(model.evidence) if model.evidence else None,
        search=Search(search.date, name(search.sought)) if search else None,
        figures=tuple(_figure(part) for part in model.figures),
        references=tuple(model.references),
        nearby=tuple(model.nearby),
        window=Window(window.onset or "", window.end or "") if window else None,
        covers=tuple(model.covers),
        side=model.side,
    )


def _evidence(model: schema.EvidenceModel) -> Evidence:
    return Evidence(
        design=model.design,
        species=model.species,
        who=name(model.who),
        n=model.n,
        replication=model.replication,
        verified=model.verified,
        dose=name(model.dose) if model.dose else None,
    )


def _figure(model: schema.FigureModel) -> Figure:
    spread = model.spread
    return Figure(
        label=name(model.label),
        value=float(model.value),
        unit=name(model.unit),
        reference=model.reference,
        n=model.n,
        spread=spread.kind if spread else None,
        spread_value=_number(spread.value) if spread else None,
        low=_number(spread.low) if spread else None,
        high=_number(spread.high) if spread else None,
        p=model.p or "",
    )


def _number(value: float | None) -> float | None:
    """Drop the memory of how a number was written."""
    return None if value is None else float(value)


def reference(model: csl.ReferenceModel) -> Reference:
    """Build a reference."""
    notes = [note for note in (model.note, model.custom.note) if note]
    return Reference(
        key=model.id,
        kind=model.type,
        authors=tuple(_author(part) for part in model.author),
        year=_year(model.issued),
        title=model.title,
        journal=model.container_title,
        volume=model.volume,
        issue=model.issue,
        pages=model.page,
        doi=model.doi or "",
        pmid=model.pmid,
        pmcid=model.pmcid,
        url=model.url,
        status=model.custom.status,
        notice_doi=model.custom.notice_doi or "",
        note=" ".join(dict.fromkeys(notes)),
    )


def _author(model: csl.AuthorModel) -> Author:
    particle = model.non_dropping_particle or model.dropping_particle or ""
    family = f"{particle} {model.family or model.literal or ''}".strip()
    return Author(family, model.given or "")


def _year(model: csl.IssuedModel | None) -> int | None:
    parts = model.date_parts if model else None
    return int(parts[0][0]) if parts and parts[0] else None


def dataset(model: schema.DatasetModel) -> Dataset:
    """Build a data set. It is still without its points: those are in another file."""
    return Dataset(
        id=model.id,
        kind=model.kind,
        about=tuple(model.about),
        use=model.use,
        phase=model.phase,
        title=text(model.title),
        caveat=text(model.caveat),
        measure=name(model.measure),
        x=_axis(model.x) if model.x else None,
        y=_axis(model.y),
        reference_line=_number(model.reference_line),
        series=tuple(Series(part.id, name(part.name), part.species) for part in model.series),
        categories=tuple(Category(part.id, name(part.name)) for part in model.categories),
        points=(),
    )


def _axis(model: schema.AxisModel) -> Axis:
    return Axis(name(model.name), name(model.unit))
