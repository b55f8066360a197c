"""Why a drawing was refused."""

from collections.abc import Iterable

from explorer.domain.problem import Problem


class SvgError(ValueError):
    """A drawing that is not taken in.

    Attributes:
        problems: everything that is wrong with it, in the order of the lines; never empty.
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(problems)
        super().__init__("\n".join(map(str, self.problems)))
