"""A pack is read from inside its own folder or zip, and from nowhere else."""

import os
import stat
import zipfile

import pytest

from explorer.pack import source as source_module
from explorer.pack import zip_source
from explorer.pack.reader import examine
from explorer.pack.source import FolderSource, RefusedError, is_safe, open_source


@pytest.mark.parametrize(
    "name", ["", "a\nb", "../a", "a/../../b", "/etc/passwd", "C:/a", "a\\b", "a/./b/..", "a\0b"]
)
def test_names_that_leave_the_pack_are_unsafe(name, tmp_path):
    assert not is_safe(name)
    with pytest.raises(RefusedError, match="outside the pack"):
        FolderSource(tmp_path).read(name)


def test_ordinary_names_are_safe():
    assert is_safe("claims/amygdala.yaml")
    assert is_safe("a..b")


def test_folder_lists_only_what_it_was_asked_for(tmp_path):
    (tmp_path / "claims").mkdir()
    for name in ("b.yaml", "a.yaml", ".c.yaml", "d.txt", "a.yaml~"):
        (tmp_path / "claims" / name).touch()
    found = FolderSource(tmp_path)
    assert found.listing("claims", ".yaml") == ("claims/a.yaml", "claims/b.yaml")
    assert found.listing("nothing", ".yaml") == ()


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="no links here")
def test_link_out_of_the_folder_is_refused(pack, tmp_path):
    secret = tmp_path / "secret.yaml"
    secret.write_text("terms: []\n", encoding="utf-8")
    (pack.folder / "glossary.yaml").unlink()
    (pack.folder / "glossary.yaml").symlink_to(secret)
    problem = pack.only()
    assert (problem.file, problem.line) == ("glossary.yaml", 1)
    assert problem.what == "is a link that leaves the pack"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_pipe_does_not_hang_the_reader(pack):
    (pack.folder / "glossary.yaml").unlink()
    os.mkfifo(pack.folder / "glossary.yaml")
    assert "no ordinary file" in pack.only().what


def test_file_over_the_limit_is_refused(pack, monkeypatch):
    monkeypatch.setattr(source_module, "FILE_LIMIT", 100)
    problems = pack.problems()
    assert any("is larger than" in problem.what for problem in problems)


def zip_of(tmp_path, entries):
    path = tmp_path / "pack.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries:
            archive.writestr(name, data)
    return path


def refusal(path):
    with pytest.raises(RefusedError) as caught:
        open_source(path)
    return caught.value.problem


def test_zip_with_a_name_that_leaves_is_refused(tmp_path):
    problem = refusal(zip_of(tmp_path, [("pack.yaml", ""), ("../evil.yaml", "")]))
    assert (problem.file, problem.what) == ("../evil.yaml", "lies outside the pack")


def test_zip_with_a_link_is_refused(tmp_path):
    link = zipfile.ZipInfo("pack.yaml")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    assert refusal(zip_of(tmp_path, [(link, "/etc/passwd")])).what == "is a link"


def test_zip_with_the_same_name_twice_is_refused(tmp_path):
    with pytest.warns(UserWarning, match="Duplicate name"):
        path = zip_of(tmp_path, [("pack.yaml", "a"), ("pack.yaml", "b")])
    assert "more than once" in refusal(path).what


def test_zip_bomb_is_refused_by_what_it_claims(tmp_path, monkeypatch):
    monkeypatch.setattr(zip_source, "TOTAL_LIMIT", 1000)
    path = zip_of(tmp_path, [("claims/a.yaml", "a" * 600), ("claims/b.yaml", "b" * 600)])
    assert "unpacks to more than" in refusal(path).what


def test_zip_with_too_many_files_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(zip_source, "COUNT_LIMIT", 3)
    path = zip_of(tmp_path, [(f"{number}.yaml", "") for number in range(4)])
    assert "lists more than 3 files" in refusal(path).what


def test_file_in_a_zip_is_limited_by_what_comes_out(tmp_path, monkeypatch):
    monkeypatch.setattr(zip_source, "FILE_LIMIT", 100)
    opened = open_source(zip_of(tmp_path, [("pack.yaml", "a" * 101), ("x.yaml", "a")]))
    assert opened.read("x.yaml") == b"a"
    with pytest.raises(RefusedError, match="is larger than"):
        opened.read("pack.yaml")


def test_archive_itself_is_limited(tmp_path, monkeypatch):
    monkeypatch.setattr(source_module, "TOTAL_LIMIT", 10)
    assert "is larger than" in refusal(zip_of(tmp_path, [("pack.yaml", "")])).what


def test_file_that_is_no_zip_is_refused(tmp_path):
    path = tmp_path / "pack.zip"
    path.write_bytes(b"PK\x03\x04 not really")
    assert "is no readable zip" in refusal(path).what


def test_damaged_zip_is_a_fault_and_no_crash(pack, tmp_path):
    names = [path for path in pack.folder.rglob("*") if path.is_file()]
    path = zip_of(
        tmp_path, [(str(name.relative_to(pack.folder)), name.read_bytes()) for name in names]
    )
    data = bytearray(path.read_bytes())
    for at in range(60, len(data) // 2, 97):
        data[at] ^= 0xFF
    path.write_bytes(data)
    _, problems = examine(path)
    assert problems


def test_missing_file_in_a_zip(tmp_path):
    opened = open_source(zip_of(tmp_path, [("pack.yaml", "")]))
    assert opened.exists("pack.yaml")
    assert not opened.exists("regions.yaml")
    with pytest.raises(RefusedError, match="is missing"):
        opened.read("regions.yaml")
