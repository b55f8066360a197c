"""The fast form says what the sources say, or is not used at all."""

import collections.abc
import dataclasses
import json
import subprocess
import sys
import types
import typing

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from explorer import assets
from explorer.domain.claim import Claim, Gap
from explorer.domain.claim_check import ClaimCheck
from explorer.domain.dataset import Dataset
from explorer.domain.finding import ClaimIndex
from explorer.domain.library import Library
from explorer.domain.problem import Problem
from explorer.domain.reference import Reference
from explorer.domain.teach_back import TeachBack
from explorer.domain.term import Term
from explorer.domain.tour import Tour
from explorer.pack import baked, reader
from explorer.pack.baked import BakedError, load, open_builtin, open_pack, source_hash, write
from explorer.pack.baked_datasets import builtin_hash, load_datasets
from explorer.pack.codec import FORMAT, decode, encode
from explorer.pack.dataset_codec import decode_datasets, encode_datasets
from explorer.pack.pack_error import PackError
from explorer.pack.reader import read_pack

BAKE = "mdma-brain-explorer bake"

LATER = {
    kind.__name__: kind
    for kind in (Claim, ClaimCheck, Dataset, Gap, Problem, Reference, TeachBack, Term, Tour)
}
"""What a library holds but does not load at start."""


def any_of(hint):
    """Return a strategy for a type of the domain, with every field filled in."""
    if dataclasses.is_dataclass(hint):
        hints = typing.get_type_hints(hint, localns=LATER)
        return st.builds(
            hint, **{field.name: any_of(hints[field.name]) for field in dataclasses.fields(hint)}
        )
    if hasattr(hint, "_fields"):
        hints = typing.get_type_hints(hint, localns=LATER)
        return st.builds(hint, **{name: any_of(hints[name]) for name in hint._fields})
    if typing.get_origin(hint) is tuple and ... not in typing.get_args(hint):
        return st.tuples(*map(any_of, typing.get_args(hint)))
    if typing.get_origin(hint) in (tuple, collections.abc.Sequence):
        return st.lists(any_of(typing.get_args(hint)[0]), max_size=2).map(tuple)
    if typing.get_origin(hint) is types.UnionType:
        return st.one_of([any_of(part) for part in typing.get_args(hint)])
    if hint is float:
        return st.floats(allow_nan=False, allow_infinity=False)
    if hint is str:
        return st.text(st.characters(exclude_categories=["Cs"]), max_size=5)
    return st.from_type(hint)


@settings(max_examples=40, suppress_health_check=list(HealthCheck), deadline=None)
@given(any_of(Library), any_of(ClaimIndex))
def test_decoding_undoes_encoding(library, index):
    datasets = decode_datasets(encode_datasets(library.datasets))
    decoded = decode(encode(library.with_index(index)), datasets=datasets)
    assert decoded == library
    assert decoded.claim_index == index


@pytest.fixture
def library(pack):
    return read_pack(pack.folder)


@pytest.fixture
def file(library, tmp_path):
    path = tmp_path / "out" / "library.json"
    write(library, "abc", path)
    return path


def test_baked_library_is_the_library(library, file):
    assert load(file, "abc") == library
    assert [path.name for path in file.parent.iterdir()] == ["library.json"]
    assert json.loads(file.read_bytes())["format"] == FORMAT


def test_line_ends_of_a_checkout_do_no_harm(library, file):
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert load(file, "abc") == library


def test_missing_file_is_not_used(tmp_path):
    with pytest.raises(BakedError, match=r"library.json cannot be read"):
        load(tmp_path / "library.json", "abc")


def test_stale_file_is_not_used(file):
    with pytest.raises(BakedError, match="made from other sources"):
        load(file, "abd")


def test_changed_file_is_not_used(file):
    data = file.read_bytes()
    assert data.count(b"De amygdala let op gevaar.") == 1
    file.write_bytes(data.replace(b"De amygdala let op gevaar.", b"De amygdala let op gevaren"))
    with pytest.raises(BakedError, match="is damaged"):
        load(file, "abc")


def test_file_of_another_format_is_not_used(file):
    now = f'"format": {FORMAT}'.encode()
    file.write_bytes(file.read_bytes().replace(now, b'"format": 1'))
    with pytest.raises(BakedError, match=f"has format 1, not {FORMAT}"):
        load(file, "abc")


def test_cut_file_is_not_used_wherever_it_is_cut(file):
    data = file.read_bytes()
    for end in [*range(0, 200, 7), *range(200, len(data) - 1, 997), len(data) - 1]:
        file.write_bytes(data[:end])
        with pytest.raises(BakedError):
            load(file, "abc")


@given(st.binary(max_size=60), st.integers(0, 300))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_damaged_file_is_not_used(library, file, noise, at):
    write(library, "abc", file)
    data = file.read_bytes()
    file.write_bytes(data[:at] + noise + data[at + len(noise) :])
    try:
        answer = load(file, "abc")
    except BakedError as error:
        answer = str(error)
    if isinstance(answer, str):
        assert "\n" not in answer
    else:
        assert answer == library  # the noise may be what stood there


@pytest.mark.parametrize(
    "body", ["", "[]", "{}", "5", "[1,2,3,4,5,6]", "[[],[],[],[],[],[]]", "[[1],[],[],[],[],0]"]
)
def test_body_of_another_shape_is_not_used(tmp_path, body):
    path = tmp_path / "library.json"
    raw = body.encode()
    head = {"format": FORMAT, "sources": "abc", "checksum": baked._checksum(raw)}
    path.write_bytes(json.dumps(head)[:-1].encode() + baked._BODY + raw + baked._END)
    with pytest.raises(BakedError, match="cannot be decoded"):
        load(path, "abc")


def test_failed_write_leaves_the_old_file(library, file, monkeypatch):
    before = file.read_bytes()

    def fail(self, target):
        raise OSError

    monkeypatch.setattr(type(file), "replace", fail)
    with pytest.raises(OSError):  # noqa: PT011 - any will do
        write(library, "new", file)
    assert file.read_bytes() == before
    assert [path.name for path in file.parent.iterdir()] == ["library.json"]


@pytest.mark.parametrize(
    "name",
    [
        "pack.yaml", "regions.yaml", "glossary.yaml", "references.json", "retractions.yaml",
        "claims/amygdala.yaml", "diagrams/medial.svg",
    ],
)  # fmt: skip
def test_hash_follows_every_source(pack, name):
    before = source_hash(pack.folder)
    pack.write(name, pack.text(name) + "\n")
    assert source_hash(pack.folder) != before


def test_hash_follows_new_files_and_names_but_not_line_ends(pack):
    before = source_hash(pack.folder)
    path = pack.folder / "pack.yaml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    (pack.folder / "notes.txt").write_text("no source", encoding="utf-8")
    assert source_hash(pack.folder) == before
    (pack.folder / "claims" / "amygdala.yaml").rename(pack.folder / "claims" / "b.yaml")
    assert source_hash(pack.folder) != before


@pytest.fixture
def builtin(pack, monkeypatch):
    """The small pack in the place of the built-in one."""
    rules = assets.folder() / "rules"
    (pack.folder / "rules").mkdir()
    for rule in rules.glob("*.yaml"):
        (pack.folder / "rules" / rule.name).write_bytes(rule.read_bytes())
    monkeypatch.setattr(assets, "folder", lambda: pack.folder)
    return pack


def test_builtin_is_opened_from_its_baked_form(builtin, library, monkeypatch):
    baked.bake_builtin()
    monkeypatch.setattr(reader, "read_pack", None)
    assert open_builtin() == (library, None)


def test_builtin_is_read_from_its_sources_when_stale(builtin):
    baked.bake_builtin()
    builtin.swap("pack.yaml", "nl: Klein", "nl: Kleiner")
    library, message = open_builtin()
    assert library.info.title.nl == "Kleiner"
    assert message is not None
    assert "made from other sources" in message
    assert "\n" not in message


def test_builtin_with_faults_is_not_baked(builtin):
    builtin.swap("pack.yaml", "format: 1", "format: 9")
    with pytest.raises(PackError):
        baked.bake_builtin()
    assert not baked.baked_path().exists()


def test_pack_is_read_once_and_then_cached(pack, library, tmp_path, monkeypatch):
    cache = tmp_path / "cache"
    assert open_pack(pack.folder, cache) == library
    assert len(list(cache.iterdir())) == 1
    monkeypatch.setattr(reader, "read_pack", None)
    assert open_pack(pack.folder, cache) == library


def test_changed_pack_is_read_again(pack, tmp_path):
    cache = tmp_path / "cache"
    open_pack(pack.folder, cache)
    pack.swap("pack.yaml", "nl: Klein", "nl: Kleiner")
    assert open_pack(pack.folder, cache).info.title.nl == "Kleiner"


def test_new_retraction_reaches_a_cached_pack(builtin, tmp_path):
    import shutil

    mine, cache = tmp_path / "mine", tmp_path / "cache"
    shutil.copytree(builtin.folder, mine)
    open_pack(mine, cache)
    builtin.swap("retractions.yaml", "10.1000/gone", "10.1000/three")
    with pytest.raises(PackError, match="is retracted"):
        open_pack(mine, cache)


def test_broken_cache_file_is_written_anew(pack, library, tmp_path):
    cache = tmp_path / "cache"
    open_pack(pack.folder, cache)
    (cached,) = cache.iterdir()
    good = cached.read_bytes()
    cached.write_bytes(good[: len(good) // 2])
    assert open_pack(pack.folder, cache) == library
    assert cached.read_bytes() == good


def test_cache_that_cannot_be_written_is_done_without(pack, library, tmp_path):
    cache = tmp_path / "cache"
    cache.write_text("a file where the folder should be", encoding="utf-8")
    assert open_pack(pack.folder, cache) == library


def test_pack_with_faults_is_not_cached(pack, tmp_path):
    pack.swap("pack.yaml", "format: 1", "format: 9")
    with pytest.raises(PackError):
        open_pack(pack.folder, tmp_path / "cache")
    assert not (tmp_path / "cache").exists()
    with pytest.raises(PackError, match="neither a folder nor a zip"):
        open_pack(tmp_path / "nowhere", tmp_path / "cache")


def test_loading_imports_nothing_heavy(file):
    code = (
        "import sys, pathlib\n"
        "from explorer.pack.baked import load\n"
        f"load(pathlib.Path({str(file)!r}), 'abc')\n"
        "heavy = {'yaml', 'pydantic', 'hypothesis', 'zipfile', 'PySide6', 'explorer.pack.schema'}\n"
        "print(sorted(heavy & set(sys.modules)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True, text=True, check=True, cwd=assets.folder().parent,
    )  # fmt: skip
    assert done.stdout.strip() == "[]"


def test_committed_baked_file_is_what_the_sources_give():
    folder = assets.folder()
    sources = read_pack(folder)

    def of_no_use():
        pytest.fail(f"the data sets are stale; run: {BAKE}")

    try:
        datasets = load_datasets(baked.baked_path(), builtin_hash(folder), of_no_use)
        library = load(baked.baked_path(), source_hash(folder), datasets)
    except BakedError as error:
        pytest.fail(f"{error}; run: {BAKE}")
    assert library == sources, f"run: {BAKE}"
