"""From what a file says to the types of the domain."""

from explorer.domain.claim import Claim, Evidence, Figure, Search, Window
from explorer.domain.library import Diagram, PackInfo, Term, UseNote
from explorer.domain.place import Landmark, Region, Topic
from explorer.domain.reference import Author, Reference
from explorer.domain.text import Name, Text
from explorer.domain.vocabulary import Use
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
        diagrams=tuple(
            Diagram(part.id, part.file, name(part.title), name(part.caption))
            for part in model.diagrams
        ),
        default_region=model.default_region,
    )


def region(model: schema.RegionModel) -> Region:
    """Build a region, still without its cells: those stand in other files."""
    return Region(model.id, name(model.name), text(model.summary), ())


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
        model.id, name(model.name), tuple(forms.nl), tuple(forms.en), name(model.definition)
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
