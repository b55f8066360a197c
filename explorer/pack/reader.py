"""A pack from its source files to a `Library`, or every fault at once."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from explorer.domain.dataset import Dataset
from explorer.domain.library import Library
from explorer.domain.place import CellSummary
from explorer.domain.problem import Problem
from explorer.pack.draft import Draft
from explorer.pack.pack_error import PackError
from explorer.pack.source import RefusedError, open_source

_ENTRY = 2  # the path of an entry: the name of the list, and a position


def read_pack(path: Path) -> Library:
    """Read and check a pack. A data set with faults is left out, and the library says why.

    Args:
        path: a folder or a zip.

    Raises:
        PackError: with every fault that was found, when one lies outside the data sets.
    """
    draft, problems = examine(path)
    if draft is None or not all(map(_is_in_a_dataset, problems)):
        raise PackError(problems)
    return assemble(draft, problems)


def examine(path: Path) -> tuple[Draft | None, list[Problem]]:
    """Read a pack as far as possible and run every check on what was read.

    Returns:
        What could be read (None when not even the path could be opened), and every fault,
        sorted, each once.
    """
    from explorer.pack.checks import find_problems
    from explorer.pack.gather import gather
    from explorer.pack.rules import built_in_rules

    try:
        source = open_source(path)
    except RefusedError as error:
        return None, [error.problem]
    draft = gather(source)
    problems = [*draft.problems, *find_problems(draft, built_in_rules())]
    return draft, sorted(set(problems))


def assemble(draft: Draft, faults: Sequence[Problem] = ()) -> Library:
    """Put a draft together that is faultless but for data sets.

    Args:
        draft: what was read.
        faults: faults of data sets; those are left out.
    """
    if draft.info is None:
        raise ValueError("a draft without pack.yaml is no library")
    cells: dict[str, list[CellSummary]] = defaultdict(list)
    for placed in draft.cells:
        cells[placed.value.place].append(placed.value.summary)
    return Library(
        info=draft.info.value,
        places=tuple(
            part.value._replace(cells=tuple(cells[part.value.id])) for part in draft.places
        ),
        landmarks=tuple(part.value for part in draft.landmarks),
        topics=tuple(part.value for part in draft.topics),
        gaps=tuple(part.value for part in draft.gaps),
        claims=tuple(part.value for part in draft.claims),
        references=tuple(part.value for part in draft.references),
        glossary=tuple(part.value for part in draft.terms),
        checks=tuple(part.value for part in draft.checks),
        retractions_as_of=draft.retractions_as_of,
        datasets=_sound(draft, faults),
        left_out=tuple(faults),
        tours=tuple(part.value for part in draft.tours),
        teach_backs=tuple(part.value for part in draft.teach_backs),
    )


def _is_in_a_dataset(problem: Problem) -> bool:
    from explorer.pack.gather import DATASETS, NUMBERS

    return problem.file == DATASETS or problem.file.startswith(f"{NUMBERS}/")


def _sound(draft: Draft, faults: Iterable[Problem]) -> tuple[Dataset, ...]:
    """Return the data sets without faults, in their description or in their numbers."""
    if not draft.datasets:
        return ()
    descriptions = draft.datasets[0].entry.document
    starts = [line for path, line in descriptions.lines.items() if len(path) == _ENTRY]
    starts.sort()
    faulty = {
        bisect_right(starts, problem.line)
        for problem in faults
        if problem.file == descriptions.file
    }
    files = {problem.file for problem in faults}
    return tuple(
        part.entry.value
        for part in draft.datasets
        if part.table.file not in files
        and bisect_right(starts, descriptions.line(part.entry.path)) not in faulty
    )
