"""Packs of the person's own, baked once into a folder of the program and found by their content."""

from contextlib import suppress
from pathlib import Path

from explorer import assets
from explorer.domain.deferred import Fetched
from explorer.domain.digest import blake2b
from explorer.domain.library import Library
from explorer.pack import reader
from explorer.pack.baked import BakedError, hash_of, load, source_names, write
from explorer.pack.baked_datasets import dataset_names, load_datasets, write_datasets
from explorer.pack.codec import FORMAT
from explorer.pack.source import FolderSource, RefusedError, read_archive

_DIGEST = 20


def open_cached(path: Path, cache_folder: Path) -> Library:
    """See `explorer.pack.baked.open_pack`."""
    try:
        content = pack_hash(path)
        cached = cache_folder / f"{content}.json"
        datasets = Fetched(lambda: load_datasets(cached, content, lambda: reader.read_pack(path)))
        return load(cached, content, datasets)
    except (OSError, RefusedError):  # reading the pack says properly what is wrong with the path
        return reader.read_pack(path)
    except BakedError:
        library = reader.read_pack(path)
    with suppress(OSError):  # slower next time, but nothing is lost
        if library.datasets:
            write_datasets(library.datasets, content, cached)
        write(library, content, cached)
    return library


def pack_hash(path: Path) -> str:
    """Hash a pack with the program's own retractions: a new one must reach old packs too.

    Raises:
        RefusedError: when a file must not be read.
        OSError: when a file cannot be read.
    """
    digest = blake2b(f"{FORMAT}\0".encode(), digest_size=_DIGEST)
    if path.is_dir():
        names = source_names(path) + dataset_names(path)
        digest.update(hash_of(names, FolderSource(path).read).encode())
    else:
        digest.update(read_archive(path))
    retractions = assets.path("retractions.yaml")
    if retractions.is_file():
        digest.update(retractions.read_bytes().replace(b"\r\n", b"\n"))
    return digest.hexdigest()
