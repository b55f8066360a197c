"""A pack as read-only files: a folder or a zip, seen through one small window.

Only the names that a pack can hold are ever looked at, so that pointing the program at a home
folder or at a hostile archive costs nothing and reveals nothing.
"""

from pathlib import Path, PurePosixPath
from typing import Protocol

from explorer.domain.problem import Problem

FILE_LIMIT = 8 * 1024 * 1024
"""Bytes that one file may hold; a thousand claims take about three megabytes."""

TOTAL_LIMIT = 64 * 1024 * 1024
"""Bytes that a whole zip may unpack to."""

COUNT_LIMIT = 5000
"""Entries that a zip may list."""


class RefusedError(Exception):
    """A file that cannot or must not be read, with the `problem` that says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


class Source(Protocol):
    """The files of one pack. Names are relative, with forward slashes."""

    def listing(self, folder: str, suffix: str) -> tuple[str, ...]:
        """Return the names of the files directly in `folder` that end in `suffix`, sorted."""

    def exists(self, name: str) -> bool:
        """Whether the pack has a file of that name."""

    def read(self, name: str) -> bytes:
        """Return the bytes of a file. Raises RefusedError when it cannot or must not be read."""


def open_source(path: Path) -> Source:
    """Open a folder or a zip.

    Raises:
        RefusedError: when the path is neither, or when the archive is broken or hostile.
    """
    try:
        if path.is_dir():
            return FolderSource(path)
        from explorer.pack.zip_source import ZipSource

        return ZipSource(str(path), read_archive(path))
    except (OSError, ValueError) as error:
        raise refused(str(path), f"cannot be opened ({error})", "check the path") from error


def read_archive(path: Path) -> bytes:
    """Return a whole zip. Raises RefusedError when it is none or too large, or OSError."""
    if not path.is_file():
        raise refused(str(path), "is neither a folder nor a zip file", "give the path of a pack")
    if path.stat().st_size > TOTAL_LIMIT:
        size = TOTAL_LIMIT // (1024 * 1024)
        raise refused(str(path), f"is larger than {size} MB", "zip only the pack")
    return path.read_bytes()


def refused(file: str, what: str, mend: str) -> RefusedError:
    """Return (not raise) the error for a whole file."""
    return RefusedError(Problem(file, 1, what, mend))


def too_large(name: str) -> RefusedError:
    """Return the error for a file over the limit."""
    size = FILE_LIMIT // (1024 * 1024)
    return refused(name, f"is larger than {size} MB", "split the file, or remove what is not text")


def is_safe(name: str) -> bool:
    """Whether a name stays inside the pack on every operating system."""
    if not name or not name.isprintable() or "\\" in name or ":" in name or name[0] == "/":
        return False
    return not any(part in {"..", "."} for part in PurePosixPath(name).parts)


class FolderSource:
    """A pack in a folder."""

    def __init__(self, folder: Path) -> None:
        self._root = folder.resolve()

    def listing(self, folder: str, suffix: str) -> tuple[str, ...]:
        """See `Source`. Hidden files, such as an editor's, do not count."""
        directory = self._root / folder
        if not directory.is_dir():
            return ()
        names = (entry.name for entry in directory.iterdir() if not entry.name.startswith("."))
        return tuple(sorted(f"{folder}/{name}" for name in names if name.endswith(suffix)))

    def exists(self, name: str) -> bool:
        """See `Source`."""
        return is_safe(name) and (self._root / name).exists()

    def read(self, name: str) -> bytes:
        """See `Source`. A link that leaves the folder is refused, and so is a device or pipe."""
        if not is_safe(name):
            raise refused(name, "lies outside the pack", "use a path inside the pack's folder")
        path = self._root / name
        try:
            if not path.resolve().is_relative_to(self._root):
                raise refused(name, "is a link that leaves the pack", "put the file itself here")
            if not path.is_file():
                raise refused(name, "is missing or is no ordinary file", "add the file")
            with path.open("rb") as stream:
                data = stream.read(FILE_LIMIT + 1)
        except (OSError, RuntimeError) as error:
            raise refused(name, f"cannot be read ({error})", "check the file's rights") from error
        if len(data) > FILE_LIMIT:
            raise too_large(name)
        return data
