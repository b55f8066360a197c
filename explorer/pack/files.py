"""Reads each file of a pack against its model, and keeps what is sound of a file with faults."""

from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError  # noqa: TID253 - imported only when needed

from explorer.domain.problem import Problem
from explorer.pack import csl
from explorer.pack.document import Document, Path, Placed
from explorer.pack.faults import problems_of
from explorer.pack.located import read_yaml
from explorer.pack.located_json import read_json
from explorer.pack.source import RefusedError, Source

M = TypeVar("M", bound=BaseModel)


@dataclass
class Checked(Generic[M]):
    """One file after its model.

    Attributes:
        model: the file without its faulty entries, or None when nothing could be used.
        positions: per list of the file, the original position of each entry that was kept.
        rejected: ids of the entries that were not, their cells as `place/use/phase`, and for gaps
            `place/gap`.
    """

    document: Document | None = None
    model: M | None = None
    positions: dict[str, list[int]] = field(default_factory=dict)
    rejected: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)

    def placed(self, section: str) -> list[Placed[Any]]:
        """Return the sound entries of one list of the file, each with its place."""
        if self.model is None or self.document is None:
            return []
        entries = getattr(self.model, section)
        # references.json is one bare list; its model gives that list a name.
        prefix: Path = () if isinstance(self.document.data, list) else (section,)
        at = self.positions.get(section, range(len(entries)))
        return [
            Placed(entry, self.document, (*prefix, position))
            for entry, position in zip(entries, at, strict=True)
        ]


def read_file(source: Source, name: str, model: type[M]) -> Checked[M]:
    """Read, parse and check one file. Faults are returned, not raised."""
    try:
        raw = source.read(name)
    except RefusedError as error:
        return Checked(problems=[error.problem])
    parsed = read_json(name, raw) if name.endswith(".json") else read_yaml(name, raw)
    if not isinstance(parsed, Document):
        return Checked(problems=parsed)
    return check_document(parsed, model)


def check_document(document: Document, model: type[M]) -> Checked[M]:
    """Check a parsed file; leave out each entry that is faulty and keep the rest."""
    bare = model is csl.ReferencesModel
    if not isinstance(document.data, list if bare else dict):
        what = "must be a list of works" if bare else "must hold fields"
        mend = "see the form of this file" if bare else "write `name: value` lines"
        return Checked(document, problems=[document.problem((), f"the file {what}", mend)])
    items = csl.without_unused(document.data)
    data: Any = {"items": items} if bare else document.data
    checked: Checked[M] = Checked(document)
    try:
        checked.model = model.model_validate(data)
    except ValidationError as error:
        where = _under_items(document) if bare else document
        checked.problems = problems_of(error, model, where)
        _keep_sound(checked, data, error, model)
    return checked


def _under_items(document: Document) -> Document:
    lines = {("items", *path): line for path, line in document.lines.items()}
    return Document(document.file, document.data, lines | {(): 1})


def _keep_sound(
    checked: Checked[M], data: dict[str, Any], error: ValidationError, model: type[M]
) -> None:
    """Validate again without the entries that had faults."""
    bad: dict[str, set[int]] = {}
    for item in error.errors(include_url=False):
        match item["loc"]:
            case (str(section), int(position), *_):
                bad.setdefault(section, set()).add(position)
    reduced = {key: value for key, value in data.items() if key in model.model_fields}
    for section, positions in bad.items():
        entries = data[section]
        kept = [at for at in range(len(entries)) if at not in positions]
        reduced[section] = [entries[at] for at in kept]
        checked.positions[section] = kept
        checked.rejected.update(name for at in positions for name in _names(entries[at]))
    try:
        checked.model = model.model_validate(reduced)
    except ValidationError:
        checked.model = None
        checked.rejected.update(_all_names(data))


def _names(entry: Any) -> set[str]:
    """Return what others may point at in an entry that is left out: its id, and its cell.

    Of a gap nobody knows for sure which cells it was to cover.
    """
    if not isinstance(entry, dict):
        return set()
    place = entry.get("about", entry.get("region"))
    cell = "gap" if "cells" in entry else f"{entry.get('use')}/{entry.get('phase')}"
    names = {f"{place}/{cell}"} if place else set()
    return names | {str(entry["id"])} if "id" in entry else names


def _all_names(data: dict[str, Any]) -> set[str]:
    lists = (value for value in data.values() if isinstance(value, list))
    return {name for entries in lists for entry in entries for name in _names(entry)}
