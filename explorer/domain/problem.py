"""One fault in somebody's file, said so that they can mend it."""

from typing import NamedTuple


class Problem(NamedTuple):
    """A fault found at the border.

    Attributes:
        file: path inside the pack, or the path that was given.
        line: 1-based line in that file; 1 when the fault is the whole file.
        what: what is wrong.
        mend: what to change so that it is right.
    """

    file: str
    line: int
    what: str
    mend: str

    def __str__(self) -> str:
        """Return the form that editors can jump to: `file:line: what; mend`."""
        return f"{self.file}:{self.line}: {self.what}; {self.mend}"
