"""The fast form of a pack: one JSON file that start-up reads instead of YAML.

The file says which sources it was made from and carries a checksum of its own body, so that a
stale, cut or changed file is never shown: the sources are read instead. Data sets have a file of
their own, of which a start reads nothing (`explorer.pack.baked_datasets`). This module must stay
quick to import; it knows neither YAML nor pydantic until a pack has to be read from its sources.
"""

from __future__ import annotations  # none of them is worked out at start

import json
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from explorer import assets
from explorer.domain.deferred import Fetched
from explorer.domain.digest import blake2b
from explorer.pack.codec import FORMAT, decode, encode

if TYPE_CHECKING:
    from explorer.domain.dataset import Dataset
    from explorer.domain.library import Library

_NAMES = (
    "pack.yaml",
    "regions.yaml",
    "glossary.yaml",
    "checks.yaml",
    "teach_back.yaml",
    "references.json",
    "retractions.yaml",
)
_SCANS = (".jpg", ".jpeg", ".png")
_FOLDERS = (("claims", (".yaml",)), ("tours", (".yaml",)), ("diagrams", (".svg", *_SCANS)))
_BODY = b',\n"body":[\n'
_END = b"\n]}\n"
_DIGEST = 20

DECODING = (TypeError, ValueError, KeyError, IndexError, AttributeError)
"""What reading lines of another shape may raise."""


class BakedError(Exception):
    """A baked file that must not be used; the message is one line that says why."""


def baked_path() -> Path:
    """Return where the built-in library is baked to."""
    return assets.path("baked", "library.json")


def source_hash(folder: Path) -> str:
    """Return a hash over the names and bytes of every source file of a pack in a folder.

    Line ends do not count, so that a checkout on Windows has the same hash. Of a scan only the size
    counts: nothing of it is in a library, and start-up would pay for reading all of them.
    """

    def read(name: str) -> bytes:
        path = folder / name
        if name.endswith(_SCANS):
            return str(path.stat().st_size).encode()
        return path.read_bytes()

    return hash_of(source_names(folder), read)


def hash_of(names: list[str], read: Callable[[str], bytes]) -> str:
    """Return a hash over files, with whatever reads them."""
    digest = blake2b(digest_size=_DIGEST)
    for name in names:
        raw = _unix(read(name))
        digest.update(f"{name}\0{len(raw)}\0".encode())
        digest.update(raw)
    return str(digest.hexdigest())


def _unix(data: bytes) -> bytes:
    """Return the bytes with the line ends of Unix. Looking for one byte is quicker than for two."""
    return data.replace(b"\r\n", b"\n") if b"\r" in data else data


def source_names(folder: Path) -> list[str]:
    """Return which source files are there, in a fixed order, but for those of data sets."""
    here = set(os.listdir(folder))  # noqa: PTH208 - several times as fast as iterdir
    names = [name for name in _NAMES if name in here]
    for inner, suffixes in _FOLDERS:
        if inner in here and (folder / inner).is_dir():
            found = os.listdir(folder / inner)  # noqa: PTH208
            sources = (name for name in found if name.endswith(suffixes) and name[0] != ".")
            names += sorted(f"{inner}/{name}" for name in sources)
    return names


def write(library: Library, sources_hash: str, path: Path) -> None:
    """Bake a library without its data sets to a file.

    Args:
        library: what to write.
        sources_hash: what `load` will be told to expect.
        path: the file; its folder is made when missing.

    Raises:
        OSError: when the file cannot be written.
    """
    write_body(encode(library), sources_hash, path)


def write_body(body: bytes, sources_hash: str, path: Path) -> None:
    """Write lines with a head, in one step: nobody ever sees half of it.

    One entry stands on a line, so that a change shows as the lines it touches.

    Raises:
        OSError: when the file cannot be written.
    """
    head = {"format": FORMAT, "sources": sources_hash, "checksum": _checksum(body)}
    data = json.dumps(head)[:-1].encode() + _BODY + body + _END
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        temporary.write_bytes(data)
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def _checksum(body: bytes | memoryview) -> str:
    return str(blake2b(body, digest_size=_DIGEST).hexdigest())


class Body(NamedTuple):
    """The lines of a baked file: those from `start` to `end` of its bytes, which are not copied."""

    data: bytes
    start: int
    end: int


def load(path: Path, expected_hash: str, datasets: Sequence[Dataset] = ()) -> Library:
    """Read a baked library.

    Args:
        path: the file.
        expected_hash: hash of the sources that it must have been made from.
        datasets: its data sets, which are kept in another file.

    Raises:
        BakedError: when the file is missing, cut, changed, stale or of another format.
    """
    data, start, end = load_body(path, expected_hash)
    try:
        return decode(data, start, end, datasets)
    except (*DECODING, RecursionError) as error:
        raise BakedError(f"{path.name} cannot be decoded: {error}") from error


def load_body(path: Path, expected_hash: str) -> Body:
    """Read a baked file and make sure that its lines are what was written.

    Raises:
        BakedError: when the file is missing, cut, changed, stale or of another format.
    """
    try:
        data = _unix(path.read_bytes())
    except OSError as error:
        raise BakedError(f"{path.name} cannot be read: {error.strerror}") from error
    head_end = data.find(_BODY)
    if head_end < 0 or not data.endswith(_END):
        raise BakedError(f"{path.name} is cut short or is no baked library")
    start, end = head_end + len(_BODY), len(data) - len(_END)
    try:
        head = json.loads(data[:head_end] + b"}")
        baked_format, sources, checksum = head["format"], head["sources"], head["checksum"]
    except DECODING as error:
        raise BakedError(f"{path.name} has no readable head") from error
    if baked_format != FORMAT:
        raise BakedError(f"{path.name} has format {baked_format!r}, not {FORMAT}")
    if checksum != _checksum(memoryview(data)[start:end]):
        raise BakedError(f"{path.name} is damaged: its checksum does not fit")
    if sources != expected_hash:
        raise BakedError(f"{path.name} was made from other sources than are here")
    return Body(data, start, end)


def open_builtin() -> tuple[Library, str | None]:
    """Return the built-in library, and a line for the log when its baked form was of no use.

    Raises:
        PackError: when the sources have faults too.
    """
    folder = assets.folder()
    try:
        return load(baked_path(), source_hash(folder), Fetched(_builtin_datasets)), None
    except BakedError as error:
        return _read(folder), f"content was read from its sources, which is slow: {error}"


def _builtin_datasets() -> Sequence[Dataset]:
    from explorer.pack.baked_datasets import builtin_datasets

    return builtin_datasets()


def bake_builtin() -> Path:
    """Read the built-in pack from its sources, bake it and return the file.

    Raises:
        PackError: when the sources have faults.
        OSError: when the file cannot be written.
    """
    from explorer.pack.baked_datasets import write_builtin_datasets
    from explorer.pack.pack_error import PackError

    folder = assets.folder()
    library = _read(folder)
    if library.left_out:
        raise PackError(library.left_out)
    write_builtin_datasets(library.datasets)
    write(library, source_hash(folder), baked_path())
    return baked_path()


def open_pack(path: Path, cache_folder: Path) -> Library:
    """Return somebody's pack, from the cache when the very same files were read before.

    A broken cache file is written anew, and a cache that cannot be written is done without.

    Args:
        path: a folder or a zip.
        cache_folder: where baked packs are kept; made when missing.

    Raises:
        PackError: when the pack has faults.
    """
    from explorer.pack.cache import open_cached

    return open_cached(path, cache_folder)


def _read(path: Path) -> Library:
    from explorer.pack.reader import read_pack

    return read_pack(path)
