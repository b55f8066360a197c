"""One version, wherever it is written."""

import re
import tomllib

from explorer import __version__


def test_version_is_the_same_everywhere(root):
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    changelog = (root / "CHANGELOG.md").read_text("utf-8")
    newest = re.search(r"^## (\S+)", changelog, re.MULTILINE)
    assert project["version"] == __version__ == newest[1]


def test_every_licence_file_exists(root):
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    for pattern in project["license-files"]:
        assert list(root.glob(pattern)), f"no file for {pattern}"
