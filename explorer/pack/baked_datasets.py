"""The fast form of a pack's data sets: a file of its own, read with the first question for one.

A start pays nothing for them: not even their sources are looked at before somebody asks. A stale or
damaged file is never shown; then the whole pack is read from its sources, which takes seconds.
"""

import os
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from explorer import assets
from explorer.domain.dataset import Dataset
from explorer.domain.library import Library
from explorer.pack.baked import DECODING, BakedError, baked_path, hash_of, load_body, write_body
from explorer.pack.dataset_codec import decode_datasets, encode_datasets

DESCRIPTIONS = "datasets.yaml"
"""The file that says what a pack's data sets are."""

FOLDER = "datasets"
"""The folder with the numbers, one file for each data set."""


def dataset_names(folder: Path) -> list[str]:
    """Return which source files of data sets are in a folder, in a fixed order."""
    names = [DESCRIPTIONS] if (folder / DESCRIPTIONS).is_file() else []
    if (folder / FOLDER).is_dir():
        found = os.listdir(folder / FOLDER)  # noqa: PTH208 - as for the other sources
        names += sorted(f"{FOLDER}/{name}" for name in found if name.endswith(".csv"))
    return names


def datasets_path(library: Path) -> Path:
    """Return where the data sets of a baked library stand."""
    return library.with_name(f"{library.stem}.datasets.json")


def write_datasets(datasets: Iterable[Dataset], sources_hash: str, library: Path) -> None:
    """Bake data sets beside their library.

    Raises:
        OSError: when the file cannot be written.
    """
    write_body(encode_datasets(datasets), sources_hash, datasets_path(library))


def load_datasets(
    library: Path, expected_hash: str, read: Callable[[], Library]
) -> Sequence[Dataset]:
    """Return the data sets of a baked library.

    Args:
        library: its file.
        expected_hash: hash of the sources that the data sets must have been made from.
        read: reads the pack from its sources, in case the file is of no use.

    Raises:
        PackError: when the file is of no use and the sources have faults.
    """
    try:
        data, start, end = load_body(datasets_path(library), expected_hash)
        return decode_datasets(data[start:end])
    except (BakedError, *DECODING):
        return read().datasets


def builtin_datasets() -> Sequence[Dataset]:
    """Return the data sets of the built-in pack."""
    folder = assets.folder()

    def read() -> Library:
        from explorer.pack.reader import read_pack  # only when the fast form is of no use

        return read_pack(folder)

    return load_datasets(baked_path(), builtin_hash(folder), read)


def write_builtin_datasets(datasets: Iterable[Dataset]) -> None:
    """Bake the data sets of the built-in pack.

    Raises:
        OSError: when the file cannot be written.
    """
    write_datasets(datasets, builtin_hash(assets.folder()), baked_path())


def builtin_hash(folder: Path) -> str:
    """Return a hash over the sources of the data sets in a folder."""
    return hash_of(dataset_names(folder), lambda name: (folder / name).read_bytes())
