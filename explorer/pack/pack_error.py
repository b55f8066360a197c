"""What is raised for a pack that cannot be used."""

from collections.abc import Iterable

from explorer.domain.problem import Problem


class PackError(Exception):
    """A pack that cannot be used, with every fault, sorted by file and line."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(str(problem) for problem in self.problems))
