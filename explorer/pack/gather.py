"""Collects the files of a pack into a `Draft`."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from explorer import assets
from explorer.domain.place import CellSummary
from explorer.domain.problem import Problem
from explorer.domain.reference import Reference
from explorer.domain.vocabulary import ReferenceStatus
from explorer.pack import build, csl, schema
from explorer.pack.document import Placed
from explorer.pack.draft import Draft, RegionCell
from explorer.pack.files import Checked, M, read_file
from explorer.pack.source import FolderSource, Source

PACK = "pack.yaml"
PLACES = "regions.yaml"
GLOSSARY = "glossary.yaml"
REFERENCES = "references.json"
RETRACTIONS = "retractions.yaml"
CLAIMS = "claims"


def gather(source: Source) -> Draft:
    """Read every file of a pack; faults end up in `Draft.problems`."""
    notes = _Notes(source)
    pack = notes.read(PACK, schema.PackModel)
    places = notes.read(PLACES, schema.PlacesModel)
    glossary = notes.read(GLOSSARY, schema.GlossaryModel)
    works = notes.read(REFERENCES, csl.ReferencesModel)
    claims = [notes.read(name, schema.ClaimsModel) for name in source.listing(CLAIMS, ".yaml")]
    notes.claim_files(bool(claims))
    retracted = _retracted(notes)
    info = None
    if pack.model is not None and pack.document is not None:
        info = Placed(build.info(pack.model), pack.document, ())
    return Draft(
        source=source,
        info=info,
        regions=tuple(part.replaced(build.region(part.value)) for part in places.placed("regions")),
        landmarks=tuple(
            part.replaced(build.landmark(part.value)) for part in places.placed("landmarks")
        ),
        topics=tuple(part.replaced(build.topic(part.value)) for part in places.placed("topics")),
        cells=tuple(_cell(part) for file in claims for part in file.placed("cells")),
        claims=tuple(
            part.replaced(build.claim(part.value))
            for file in claims
            for part in file.placed("claims")
        ),
        terms=tuple(part.replaced(build.term(part.value)) for part in glossary.placed("terms")),
        references=tuple(
            part.replaced(mark(build.reference(part.value), retracted))
            for part in works.placed("items")
        ),
        read=frozenset(notes.sound),
        unread=frozenset(notes.unread),
        rejected=frozenset(notes.rejected),
        problems=tuple(notes.problems),
    )


def mark(reference: Reference, retracted: dict[str, str]) -> Reference:
    """Mark a work as retracted when its DOI is on the list, in whatever case it is written."""
    doi = reference.doi.lower()
    if doi not in retracted:
        return reference
    notice = reference.notice_doi or retracted[doi]
    return reference._replace(status=ReferenceStatus.RETRACTED, notice_doi=notice)


def _cell(part: Placed[schema.CellModel]) -> Placed[RegionCell]:
    model = part.value
    summary = CellSummary(model.use, model.phase, build.text(model.summary))
    return part.replaced(RegionCell(model.region, summary))


def _retracted(notes: "_Notes") -> dict[str, str]:
    """Join the program's list of retracted DOIs with the pack's own: DOI -> DOI of the notice."""
    entries: list[schema.RetractionModel] = []
    own = FolderSource(assets.folder())
    if own.exists(RETRACTIONS):
        entries += _entries(read_file(own, RETRACTIONS, schema.RetractionsModel))
    if notes.source.exists(RETRACTIONS):
        entries += _entries(notes.read(RETRACTIONS, schema.RetractionsModel))
    return {entry.doi.lower(): entry.notice_doi or "" for entry in entries}


def _entries(file: Checked[schema.RetractionsModel]) -> Iterable[schema.RetractionModel]:
    return file.model.retractions if file.model is not None else ()


@dataclass
class _Notes:
    """What went well and what did not, over all files."""

    source: Source
    problems: list[Problem] = field(default_factory=list)
    rejected: set[str] = field(default_factory=set)
    sound: set[str] = field(default_factory=set)
    unread: set[str] = field(default_factory=set)

    def read(self, name: str, model: type[M]) -> Checked[M]:
        """Read one file and note its faults."""
        checked = read_file(self.source, name, model)
        self.problems += checked.problems
        self.rejected |= checked.rejected
        if checked.model is not None:
            self.sound.add(name)
        else:
            self.unread.add(name)
        return checked

    def claim_files(self, any_found: bool) -> None:  # noqa: FBT001 - said by its name
        """Note claim files that are missing, or that would be passed over in silence."""
        if not any_found:
            self._whole(f"{CLAIMS}/", "holds no .yaml file", "add a file with claims")
        for name in self.source.listing(CLAIMS, ".yml"):
            self._whole(name, "would not be read", "let its name end in .yaml")

    def _whole(self, file: str, what: str, mend: str) -> None:
        self.problems.append(Problem(file, 1, what, mend))
