"""What the command line says about a pack."""

from pathlib import Path

from explorer.domain.place import PlaceKind
from explorer.domain.problem import Problem
from explorer.pack.draft import Draft


def check(path: Path) -> tuple[list[Problem], str]:
    """Check a pack.

    Args:
        path: a folder or a zip.

    Returns:
        Every fault, sorted by file and line, and one line that sums up.
    """
    from explorer.pack.reader import examine

    draft, problems = examine(path)
    if draft is None:
        return problems, _faults(len(problems))
    counts = (
        (len(draft.claims), "claim"),
        (len(draft.regions), "region"),
        *((_count(draft, kind), str(kind)) for kind in PlaceKind if not kind.is_region),
        (len(draft.checks), "check"),
        (len(draft.teach_backs), "teach-back topic"),
        (len(draft.references), "reference"),
        (len(draft.datasets), "data set"),
        (len(draft.tours), "tour"),
    )
    always = {"claim", "region", "reference"}
    said = ", ".join(
        f"{count} {noun}{'' if count == 1 else 's'}"
        for count, noun in counts
        if count or noun in always
    )
    return problems, f"{said}: {_faults(len(problems))}"


def _count(draft: Draft, kind: PlaceKind) -> int:
    return sum(part.value.kind is kind for part in draft.places)


def _faults(count: int) -> str:
    if not count:
        return "no faults"
    return f"{count} fault{'' if count == 1 else 's'}"
