"""Files that are whole or not there at all, and never written over by accident."""

import os
import secrets
from contextlib import suppress
from errno import EEXIST
from pathlib import Path


def write_atomically(path: Path, data: bytes, *, force: bool) -> None:
    """Write a file in one step: a power cut leaves what was there before, or all of the new.

    Args:
        path: the file. Its folder must be there.
        data: all of it.
        force: whether a file that is there already may be replaced.

    Raises:
        FileExistsError: there is a file and it may not be replaced.
        OSError: it cannot be written. Either way, what was there is as it was.
    """
    path = path.resolve()  # of a link, the file that it leads to
    if not force and path.exists():
        raise FileExistsError(EEXIST, os.strerror(EEXIST), str(path))
    part = path.with_name(f".{path.name[:100]}.{secrets.token_hex(4)}.part")
    try:
        with part.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _put(part, path, force=force)
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    _settle(path.parent)


def _put(part: Path, path: Path, *, force: bool) -> None:
    """Give the written file its name."""
    if not force and hasattr(os, "link"):
        try:
            os.link(part, path)  # unlike a move it fails when somebody was quicker
        except FileExistsError:
            raise
        except OSError:
            pass  # this disk knows no second names
        else:
            return
    part.replace(path)


def _settle(folder: Path) -> None:
    """Let the new name outlast a power cut, where the system can be asked for it."""
    with suppress(OSError):  # Windows opens no folders; there the name is settled as it is
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
