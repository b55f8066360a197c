"""What is installed is whole: built, unpacked and started away from the checkout."""

import subprocess
import sys
import zipfile

import pytest

from explorer.domain.vocabulary import Language
from explorer.i18n import words

ASSETS = "explorer/_assets/"
LARGEST_MIB = 6


@pytest.fixture(scope="module")
def wheel(tmp_path_factory, root):
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", folder],
        cwd=root,
        check=True,
        capture_output=True,
        timeout=120,
    )
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def names(wheel):
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def test_wheel_holds_every_asset(names, root):
    there = {
        ASSETS + path.relative_to(root / "assets").as_posix()
        for path in (root / "assets").rglob("*")
        if path.is_file() and not any(part[0] in "._" for part in path.relative_to(root).parts)
    }
    assert there - names == set()
    for needed in (
        "pack.yaml",
        "claims/amygdala.yaml",
        "diagrams/medial.svg",
        "fonts/Inter-Regular.otf",
        "fonts/LICENSE-Inter.txt",
        "diagrams/atelier/NOTICE.txt",
        "baked/library.json",
        "translations/nl.json",
        "rules/phrases.yaml",
    ):
        assert ASSETS + needed in names


def test_wheel_carries_the_licences(names):
    licences = {name.rpartition("/licenses/")[2] for name in names if "/licenses/" in name}
    assert {"LICENSE", "assets/fonts/LICENSE-Inter.txt"} <= licences


def test_wheel_holds_nothing_else(wheel, names):
    tops = {name.partition("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"explorer"}
    assert not [name for name in names if "__pycache__" in name or name.endswith(".pyc")]
    assert wheel.stat().st_size < LARGEST_MIB * 2**20


def test_unpacked_wheel_starts_on_its_own(wheel, start, tmp_path):
    site = tmp_path / "site"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    found = start(site)
    assert found["assets"] == str(site / "explorer" / "_assets")
    assert words(Language.EN)("notice.not_baked") not in found["notices"]
