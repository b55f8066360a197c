"""Two packs without faults, written to a folder of the test's own: a small one and a whole one."""

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from explorer.pack.reader import examine

SMALL = Path(__file__).parent / "small_pack"
WHOLE = Path(__file__).parent / "whole_pack"


@dataclass(frozen=True)
class Pack:
    """A pack that a test may break."""

    folder: Path

    def text(self, name):
        return (self.folder / name).read_text(encoding="utf-8")

    def write(self, name, text):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def swap(self, name, old, new):
        """Put `new` where `old` stands, which must be there once."""
        text = self.text(name)
        assert text.count(old) == 1, f"{old!r} is {text.count(old)} times in {name}"
        self.write(name, text.replace(old, new))

    def line(self, name, needle, after=""):
        """Return the 1-based line of the first `needle`, from the first `after` on."""
        text = self.text(name)
        return text.count("\n", 0, text.index(needle, text.index(after))) + 1

    def problems(self):
        return examine(self.folder)[1]

    def only(self):
        """Return the one fault that the pack has."""
        problems = self.problems()
        assert len(problems) == 1, "\n".join(map(str, problems))
        return problems[0]


@pytest.fixture
def pack(tmp_path):
    folder = tmp_path / "pack"
    shutil.copytree(SMALL, folder)
    return Pack(folder)


@pytest.fixture
def whole(tmp_path):
    """One of everything: a link, a part, effects, views, states, a scan, checks, gaps."""
    folder = tmp_path / "whole"
    shutil.copytree(WHOLE, folder)
    return Pack(folder)
