"""Collects the files of a pack into a `Draft`."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from explorer import assets
from explorer.domain.dataset import Dataset
from explorer.domain.place import CellSummary, Place
from explorer.domain.problem import Problem
from explorer.domain.reference import Reference
from explorer.domain.vocabulary import ReferenceStatus
from explorer.pack import build, csl, schema
from explorer.pack.document import Document, Placed
from explorer.pack.draft import Draft, PlaceCell, PlacedDataset
from explorer.pack.files import Checked, M, read_file
from explorer.pack.points import read_points
from explorer.pack.source import FolderSource, RefusedError, Source

PACK = "pack.yaml"
PLACES = "regions.yaml"
GLOSSARY = "glossary.yaml"
REFERENCES = "references.json"
CHECKS = "checks.yaml"
TEACH_BACKS = "teach_back.yaml"
RETRACTIONS = "retractions.yaml"
CLAIMS = "claims"
TOURS = "tours"
DATASETS = "datasets.yaml"
NUMBERS = "datasets"

_PLACES: tuple[tuple[str, Callable[[Any], Place]], ...] = (
    ("regions", build.region),
    ("links", build.link),
    ("parts", build.part),
    ("effects", build.effect),
)


def gather(source: Source) -> Draft:
    """Read every file of a pack; faults end up in `Draft.problems`."""
    notes = _Notes(source)
    pack = notes.read(PACK, schema.PackModel)
    places = notes.read(PLACES, schema.PlacesModel)
    glossary = notes.read(GLOSSARY, schema.GlossaryModel)
    works = notes.read(REFERENCES, csl.ReferencesModel)
    claims = [notes.read(name, schema.ClaimsModel) for name in source.listing(CLAIMS, ".yaml")]
    notes.claim_files(bool(claims))
    checks = notes.read(CHECKS, schema.ChecksModel) if source.exists(CHECKS) else Checked()
    tours = [notes.read(name, schema.ToursModel) for name in source.listing(TOURS, ".yaml")]
    notes.unread_endings(TOURS)
    asked: Checked[schema.TeachBacksModel] = Checked()
    if source.exists(TEACH_BACKS):
        asked = notes.read(TEACH_BACKS, schema.TeachBacksModel)
    datasets = _datasets(notes)
    retracted, as_of = _retracted(notes)
    info = None
    if pack.model is not None and pack.document is not None:
        info = Placed(build.info(pack.model), pack.document, ())
    return Draft(
        source=source,
        info=info,
        places=tuple(
            part.replaced(build_one(part.value))
            for section, build_one in _PLACES
            for part in places.placed(section)
        ),
        landmarks=tuple(
            part.replaced(build.landmark(part.value)) for part in places.placed("landmarks")
        ),
        topics=tuple(part.replaced(build.topic(part.value)) for part in places.placed("topics")),
        cells=tuple(_cell(part) for file in claims for part in file.placed("cells")),
        gaps=tuple(
            part.replaced(build.gap(part.value)) for file in claims for part in file.placed("gaps")
        ),
        claims=tuple(
            part.replaced(build.claim(part.value))
            for file in claims
            for part in file.placed("claims")
        ),
        terms=tuple(part.replaced(build.term(part.value)) for part in glossary.placed("terms")),
        checks=tuple(part.replaced(build.check(part.value)) for part in checks.placed("checks")),
        teach_backs=tuple(
            part.replaced(build.teach_back(part.value)) for part in asked.placed("topics")
        ),
        references=tuple(
            part.replaced(mark(build.reference(part.value), retracted))
            for part in works.placed("items")
        ),
        datasets=datasets,
        tours=tuple(
            part.replaced(build.tour(part.value)) for file in tours for part in file.placed("tours")
        ),
        retractions_as_of=as_of,
        read=frozenset(notes.sound),
        unread=frozenset(notes.unread),
        rejected=frozenset(notes.rejected),
        problems=tuple(notes.problems),
    )


def mark(reference: Reference, retracted: dict[str, schema.RetractionModel]) -> Reference:
    """Mark a work as retracted when its DOI is on the list, in whatever case it is written."""
    doi = reference.doi.lower()
    if doi not in retracted:
        return reference
    entry = retracted[doi]
    return reference._replace(
        status=ReferenceStatus.RETRACTED,
        notice_doi=reference.notice_doi or entry.notice_doi or "",
        retraction=build.name(entry.note) if entry.note else None,
    )


def _cell(part: Placed[schema.CellModel]) -> Placed[PlaceCell]:
    model = part.value
    summary = CellSummary(model.use, model.phase, build.text(model.summary))
    return part.replaced(PlaceCell(model.region, summary))


def _datasets(notes: "_Notes") -> tuple[PlacedDataset, ...]:
    """Read what the data sets are, and the numbers of each."""
    source = notes.source
    files = source.listing(NUMBERS, ".csv")
    if not source.exists(DATASETS):
        for name in files:
            notes.whole(name, f"would not be read without {DATASETS}", f"add {DATASETS}")
        return ()
    described = notes.read(DATASETS, schema.DatasetsModel)
    entries = [part.replaced(build.dataset(part.value)) for part in described.placed("datasets")]
    named = {f"{NUMBERS}/{entry.value.id}.csv" for entry in entries}
    for name in files:
        if described.model is not None and name not in named and _id(name) not in notes.rejected:
            notes.whole(name, f"is described nowhere in {DATASETS}", "describe it, or remove it")
    return tuple(_with_points(notes, entry) for entry in entries)


def _id(file: str) -> str:
    return file.removeprefix(f"{NUMBERS}/").removesuffix(".csv")


def _with_points(notes: "_Notes", entry: Placed[Dataset]) -> PlacedDataset:
    """Read the numbers of a data set; if one is faulty, there are none."""
    file = f"{NUMBERS}/{entry.value.id}.csv"
    try:
        raw = notes.source.read(file)
    except RefusedError as error:
        notes.problems.append(error.problem)
        return PlacedDataset(entry, Document(file, None, {}))
    points, table, problems = read_points(entry.value, file, raw)
    notes.problems += problems
    numbers = () if problems else points
    return PlacedDataset(entry.replaced(entry.value._replace(points=numbers)), table)


def _retracted(notes: "_Notes") -> tuple[dict[str, schema.RetractionModel], str]:
    """Join the program's list of retracted DOIs with the pack's own.

    Returns:
        For each DOI what the lists say of it, and the date of the newer list.
    """
    lists: list[schema.RetractionsModel | None] = []
    own = FolderSource(assets.folder())
    if own.exists(RETRACTIONS):
        lists.append(read_file(own, RETRACTIONS, schema.RetractionsModel).model)
    if notes.source.exists(RETRACTIONS):
        lists.append(notes.read(RETRACTIONS, schema.RetractionsModel).model)
    sound = [entries for entries in lists if entries is not None]
    retracted = {entry.doi.lower(): entry for entries in sound for entry in entries.retractions}
    return retracted, max((entries.as_of for entries in sound), default="")


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
            self.whole(f"{CLAIMS}/", "holds no .yaml file", "add a file with claims")
        self.unread_endings(CLAIMS)

    def unread_endings(self, folder: str) -> None:
        """Note files of a folder that would be passed over for the end of their name."""
        for name in self.source.listing(folder, ".yml"):
            self.whole(name, "would not be read", "let its name end in .yaml")

    def whole(self, file: str, what: str, mend: str) -> None:
        """Note a fault of a whole file."""
        self.problems.append(Problem(file, 1, what, mend))
