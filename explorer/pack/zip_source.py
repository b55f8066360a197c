"""A pack in a zip file, read in memory and never unpacked to disk."""

import io
import stat
import zipfile
import zlib

from explorer.pack.document import shown
from explorer.pack.source import (
    COUNT_LIMIT,
    FILE_LIMIT,
    TOTAL_LIMIT,
    RefusedError,
    is_safe,
    refused,
    too_large,
)

# Whatever zipfile may raise on a damaged archive; NotImplementedError: unknown compression,
# RuntimeError: a password.
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    NotImplementedError,
    RuntimeError,
)


class ZipSource:
    """A pack in a zip. One folder around everything, as most tools make, is looked through."""

    def __init__(self, name: str, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            entries = [entry for entry in self._zip.infolist() if not entry.is_dir()]
        except _BROKEN as error:
            raise refused(name, f"is no readable zip ({error})", "make the zip anew") from error
        _check_whole(name, entries)
        prefix = _common_folder([entry.filename for entry in entries])
        self._entries = {entry.filename.removeprefix(prefix): entry for entry in entries}

    def listing(self, folder: str, suffix: str) -> tuple[str, ...]:
        """See `Source`."""
        found = (
            name
            for name in self._entries
            if name.rpartition("/")[0] == folder and name.endswith(suffix)
        )
        return tuple(sorted(name for name in found if not name.startswith(f"{folder}/.")))

    def exists(self, name: str) -> bool:
        """See `Source`."""
        return name in self._entries

    def read(self, name: str) -> bytes:
        """See `Source`. The limit holds for what comes out, whatever the archive claims."""
        entry = self._entries.get(name)
        if entry is None:
            raise refused(name, "is missing", "add the file")
        try:
            with self._zip.open(entry) as stream:
                data = stream.read(FILE_LIMIT + 1)
        except _BROKEN as error:
            raise refused(name, f"cannot be unpacked ({error})", "make the zip anew") from error
        if len(data) > FILE_LIMIT:
            raise too_large(name)
        return data


def _check_whole(name: str, entries: list[zipfile.ZipInfo]) -> None:
    """Refuse an archive that tries something. Raises RefusedError."""
    if len(entries) > COUNT_LIMIT:
        raise refused(name, f"lists more than {COUNT_LIMIT} files", "zip only the pack")
    if sum(entry.file_size for entry in entries) > TOTAL_LIMIT:
        size = TOTAL_LIMIT // (1024 * 1024)
        raise refused(name, f"unpacks to more than {size} MB", "zip only the pack")
    seen: set[str] = set()
    for entry in entries:
        fault = _fault(entry, seen)
        if fault is not None:
            raise fault
        seen.add(entry.filename)


def _fault(entry: zipfile.ZipInfo, seen: set[str]) -> RefusedError | None:
    name = entry.filename
    if not is_safe(name):
        return refused(shown(name), "lies outside the pack", "zip the pack's own folder")
    if stat.S_ISLNK(entry.external_attr >> 16):
        return refused(name, "is a link", "zip the file itself")
    if name in seen:
        return refused(name, "is in the zip more than once", "make the zip anew")
    return None


def _common_folder(names: list[str]) -> str:
    """Return the one folder, with its slash, that holds every file, or an empty string."""
    first = {name.partition("/")[0] for name in names}
    if len(first) == 1 and all("/" in name for name in names):
        return f"{first.pop()}/"
    return ""
