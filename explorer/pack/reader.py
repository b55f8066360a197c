"""A pack from its source files to a `Library`, or every fault at once."""

from collections import defaultdict
from pathlib import Path

from explorer.domain.library import Library
from explorer.domain.place import CellSummary
from explorer.domain.problem import Problem
from explorer.pack.draft import Draft
from explorer.pack.pack_error import PackError
from explorer.pack.source import RefusedError, open_source


def read_pack(path: Path) -> Library:
    """Read and check a pack.

    Args:
        path: a folder or a zip.

    Raises:
        PackError: with every fault that was found.
    """
    draft, problems = examine(path)
    if problems or draft is None:
        raise PackError(problems)
    return assemble(draft)


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


def assemble(draft: Draft) -> Library:
    """Put a draft without faults together."""
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
    )
