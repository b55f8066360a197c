"""Every diagram of a pack can be opened on demand, with its fast copy or without."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from explorer import assets, cli
from explorer.canvas.brain_canvas import BrainCanvas
from explorer.domain.vocabulary import Side
from explorer.opening import open_built_in, open_given
from explorer.pack.pack_error import PackError
from explorer.pack.reader import read_pack

WHOLE = Path(__file__).parents[1] / "pack" / "whole_pack"
SHAPES = {
    "medial": {"amygdala"},
    "axial-high": {"amygdala", "raphe"},
    "axial-low": {"raphe"},
    "synapse": {"sert"},
}


@pytest.fixture
def built_in(tmp_path, monkeypatch, qapp):
    """The whole pack in the place of the built-in one, baked."""
    import shutil

    rules = assets.path("rules")
    folder = tmp_path / "assets"
    shutil.copytree(WHOLE, folder)
    shutil.copytree(rules, folder / "rules")
    monkeypatch.setattr(assets, "folder", lambda: folder)
    assert cli.main(["bake"]) == 0
    return folder


@pytest.mark.parametrize("diagram_id", SHAPES)
def test_each_diagram_of_the_built_in_pack_has_a_fast_copy(built_in, diagram_id):
    opened = open_built_in()
    sheet = opened.open_diagram(diagram_id)
    assert opened.is_baked
    assert sheet.is_baked
    assert sheet.diagram.id == diagram_id
    assert set(sheet.drawing.outlines) == SHAPES[diagram_id]
    assert all(path.is_file() for path in sheet.pictures.values())
    assert set(sheet.pictures) == {True, False}
    assert sheet.read_svg() == (built_in / sheet.diagram.file).read_bytes()


@pytest.mark.parametrize("diagram_id", SHAPES)
def test_without_a_fast_copy_it_is_the_same(built_in, diagram_id):
    opened = open_built_in()
    fast = opened.open_diagram(diagram_id)
    (built_in / "baked" / f"{diagram_id}.json").unlink()
    slow = opened.open_diagram(diagram_id)
    assert not slow.is_baked
    assert slow.pictures == {}
    assert slow.drawing.outlines == fast.drawing.outlines
    assert slow.drawing.halves == fast.drawing.halves
    assert slow.drawing.boxes == fast.drawing.boxes


@pytest.mark.parametrize("diagram_id", SHAPES)
def test_each_diagram_of_a_given_pack_can_be_opened(qapp, tmp_path, diagram_id):
    opened = open_given(WHOLE, tmp_path / "cache")
    sheet = opened.open_diagram(diagram_id)
    assert set(sheet.drawing.outlines) == SHAPES[diagram_id]
    assert sheet.pictures == {}


def test_first_diagram_is_open_at_once(built_in):
    opened = open_built_in()
    first = opened.open_diagram("medial")
    assert set(opened.drawing.outlines) == SHAPES["medial"]
    assert (opened.pictures, opened.read_svg()) == (first.pictures, first.read_svg())


def test_halves_are_kept(built_in):
    halves = open_built_in().open_diagram("axial-high").drawing.halves
    assert {key: set(sides) for key, sides in halves.items()} == {"amygdala": set(Side)}
    left, right = (halves["amygdala"][side].bounds for side in (Side.LEFT, Side.RIGHT))
    assert left.x < right.x


def test_scan_is_read_on_demand(built_in):
    opened = open_built_in()
    assert opened.open_diagram("medial").read_scan().startswith(b"\x89PNG")
    assert opened.open_diagram("synapse").read_scan is None


def test_scan_of_a_zip_is_read_too(qapp, tmp_path):
    import shutil

    archive = shutil.make_archive(str(tmp_path / "whole"), "zip", WHOLE)
    opened = open_given(Path(archive), tmp_path / "cache")
    assert opened.open_diagram("medial").read_scan().startswith(b"\x89PNG")


def test_unknown_diagram_is_refused(built_in):
    with pytest.raises(KeyError, match="coronal"):
        open_built_in().open_diagram("coronal")


def test_diagram_that_is_gone_is_a_fault_of_the_pack(qapp, tmp_path):
    import shutil

    folder = tmp_path / "pack"
    shutil.copytree(WHOLE, folder)
    opened = open_given(folder, tmp_path / "cache")
    (folder / "diagrams" / "synapse.svg").unlink()
    with pytest.raises(PackError, match=r"synapse\.svg"):
        opened.open_diagram("synapse")


@pytest.mark.parametrize("place", ["amygdala", "raphe", "raphe-amygdala", "sert", "temperature"])
def test_window_opens_on_any_place(open_window, place):
    """Not each is a shape on the first diagram."""
    window = open_window("--language", "en", "--pack", str(WHOLE), "--region", place)
    named = read_pack(WHOLE).place_name(place).en
    assert window.findChild(QLabel, "region_name").text() == named
    window.findChild(BrainCanvas, "brain_canvas").grab()  # an error while painting fails the test
