"""Files that are old or new, and never half of either."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path


def replace_file(path: Path, data: bytes) -> None:
    """Write a file in one step; a power cut leaves the old one or the new one, each whole.

    Args:
        path: the file. Its folder must be there.
        data: all of it.

    Raises:
        OSError: when it cannot be written; the old one is as it was.
    """
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise
    _settle_folder(path.parent)


def remove_file(path: Path) -> None:
    """Remove a file, and what was left of it by a save that was cut short.

    Raises:
        OSError: when it is there and cannot be removed.
    """
    for left in (path, *path.parent.glob(f".{path.name}.*.part")):
        left.unlink(missing_ok=True)
    _settle_folder(path.parent)


def _settle_folder(folder: Path) -> None:
    """Let the new name of a file outlast a power cut, where the system can be asked for it."""
    with suppress(OSError):  # Windows opens no folders; there the name is settled as it is
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
