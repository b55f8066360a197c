"""What cannot be used is told inside the window, and something can always be seen."""

import re
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QPlainTextEdit, QWidget

from explorer import assets
from explorer.app import build_window
from explorer.canvas.plate import Plate
from explorer.pack.pack_error import PackError
from tests.app.coffee import NAMES
from tests.widgets.person import click, find, shown, text_of

BUILT_IN = ("amygdala", "hypothalamus", "hippocampus")


@pytest.fixture
def own_assets(tmp_path, monkeypatch):
    """A copy of the program's files that a test may break."""
    copy = tmp_path / "assets"
    shutil.copytree(assets.folder(), copy)
    monkeypatch.setattr(assets, "folder", lambda: copy)
    return copy


@pytest.fixture
def own_coffee(coffee, tmp_path):
    copy = tmp_path / "coffee"
    shutil.copytree(coffee, copy)
    return copy


def has_regions(window, names):
    return all(window.findChildren(QAbstractButton, f"region_{name}") for name in names)


def notices(window):
    bars = [bar for bar in window.findChildren(QWidget, "notice_bar") if bar.isVisible()]
    return text_of(window, "notice_text").splitlines() if bars else []


def pack_notices(window):
    """Return what is said about the pack; how fresh the built-in fast copy is, is tested apart."""
    return [line for line in notices(window) if not line.startswith("The fast copy")]


def test_without_faults_there_is_no_notice(open_window, open_coffee):
    window = open_window("--language", "en")
    assert has_regions(window, BUILT_IN)
    assert notices(window) == []
    other = open_coffee()
    assert has_regions(other, NAMES)
    assert not other.findChildren(QAbstractButton, "region_amygdala")
    assert notices(other) == []


def test_a_zip_is_a_pack_too(open_window, coffee, tmp_path):
    archive = shutil.make_archive(str(tmp_path / "coffee"), "zip", coffee)
    window = open_window("--language", "en", "--pack", archive)
    assert has_regions(window, NAMES)
    assert notices(window) == []


def test_a_pack_opens_from_its_cache_the_second_time(open_window, coffee, monkeypatch):
    open_window("--pack", str(coffee))
    monkeypatch.setattr("explorer.pack.reader.read_pack", lambda path: pytest.fail("read again"))
    assert has_regions(open_window("--pack", str(coffee)), NAMES)


def break_claims(folder):
    path = folder / "claims" / "all.yaml"
    path.write_text(path.read_text("utf-8").replace('"effect": "decrease"', '"effect": "down"'))
    return "claims/all.yaml"


def cut_yaml(folder):
    (folder / "regions.yaml").write_text('{"regions": [')
    return "regions.yaml"


def put_script_in_drawing(folder):
    path = folder / "diagrams" / "bean.svg"
    path.write_text(path.read_text("utf-8").replace("</svg>", "<script>alert(1)</script></svg>"))
    return "diagrams/bean.svg"


def take_shape_away(folder):
    path = folder / "diagrams" / "bean.svg"
    path.write_text(path.read_text("utf-8").replace('id="eiland"', 'id="other"'))
    return "regions.yaml"


def cut_drawing(folder):
    path = folder / "diagrams" / "bean.svg"
    path.write_bytes(path.read_bytes()[:300])
    return "diagrams/bean.svg"


def define_entity(folder):
    path = folder / "diagrams" / "bean.svg"
    bomb = '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    path.write_text(bomb + path.read_text("utf-8"))
    return "diagrams/bean.svg"


def empty_everything(folder):
    shutil.rmtree(folder)
    folder.mkdir()
    return "pack.yaml"


BREAKERS = [
    break_claims,
    cut_yaml,
    put_script_in_drawing,
    take_shape_away,
    cut_drawing,
    define_entity,
    empty_everything,
]


@pytest.mark.parametrize("break_pack", BREAKERS, ids=lambda function: function.__name__)
def test_a_pack_with_faults_is_refused_with_a_list(open_window, own_coffee, break_pack):
    file = break_pack(own_coffee)
    window = open_window("--language", "en", "--pack", str(own_coffee))
    assert has_regions(window, BUILT_IN), "the built-in pack is open"
    assert not window.findChildren(QAbstractButton, "region_eiland")
    (line,) = pack_notices(window)
    assert str(own_coffee) in line
    assert "was not opened. You see the built-in pack." in line
    details = find(window, "notice_details", QPlainTextEdit)
    assert not details.isVisible()
    click(find(window, "notice_toggle"))
    assert details.isVisible()
    faults = details.toPlainText().splitlines()
    assert any(fault.startswith(f"{file}:") for fault in faults), faults
    assert all(re.match(r"[^:]+:\d+: .+; .+", fault) for fault in faults)
    number = f"{len(faults)} faults" if len(faults) > 1 else "a fault"
    assert number in line
    click(find(window, "notice_close"))
    assert not find(window, "notice_bar").isVisible()


def test_a_faulty_data_set_is_told_and_the_pack_opens(open_window, tmp_path):
    folder = tmp_path / "whole"
    shutil.copytree(Path(__file__).parents[1] / "pack" / "whole_pack", folder)
    numbers = folder / "datasets" / "heat.csv"
    numbers.write_text(numbers.read_text("utf-8").replace("36.9", "warm"), "utf-8")
    for _ in ("read", "from the cache"):
        window = open_window("--language", "en", "--pack", str(folder))
        assert not has_regions(window, BUILT_IN), "the pack itself is open"
        (line,) = pack_notices(window)
        assert "was left out because of a fault" in line
        assert str(folder) in line
        click(find(window, "notice_toggle"))
        details = find(window, "notice_details", QPlainTextEdit).toPlainText()
        assert details.startswith("datasets/heat.csv:2: row 2, column `value`: `warm` is no number")


def test_no_file_at_all_is_no_pack(open_window, tmp_path):
    path = tmp_path / "not a pack.zip"
    path.write_bytes(b"PK\x03\x04 cut short")
    window = open_window("--language", "en", "--pack", str(path))
    (line,) = pack_notices(window)
    assert str(path) in line
    assert has_regions(window, BUILT_IN)


def test_a_region_of_a_refused_pack_is_no_mistake(open_window, own_coffee):
    cut_yaml(own_coffee)
    window = open_window("--pack", str(own_coffee), "--region", "eiland")
    assert len(pack_notices(window)) == 1
    assert find(window, "start_hint").isVisible()


@pytest.mark.parametrize(
    ("name", "way"),
    [
        ("library.json", "missing"),
        ("library.json", "cut"),
        ("library.json", "tampered"),
        ("medial.json", "missing"),
        ("medial.json", "tampered"),
        ("medial.json", "empty"),
    ],
)
def test_damaged_fast_files_are_told_and_done_without(open_window, own_assets, name, way):
    path = own_assets / "baked" / name
    data = path.read_bytes()
    if way == "missing":
        path.unlink()
    else:
        middle = len(data) // 2
        broken = {
            "cut": data[:middle],
            "tampered": data[:middle] + bytes([data[middle] ^ 1]) + data[middle + 1 :],
            "empty": b"",
        }
        path.write_bytes(broken[way])
    window = open_window("--language", "en", "--region", "amygdala")
    (line,) = notices(window)
    assert line.startswith("The fast copy of the content could not be used")
    assert has_regions(window, BUILT_IN)
    assert text_of(window, "region_name") == "Amygdala"
    assert shown(window, "claim_card")


def test_a_change_of_the_sources_makes_the_fast_copy_stale(open_window, own_assets):
    path = own_assets / "regions.yaml"
    path.write_text(path.read_text("utf-8").replace("en: Amygdala", "en: Amygdalae", 1), "utf-8")
    window = open_window("--language", "en", "--region", "amygdala")
    assert len(notices(window)) == 1
    assert text_of(window, "region_name") == "Amygdalae"


@pytest.mark.parametrize("way", ["missing", "garbage"])
def test_without_its_first_picture_the_plate_still_comes(open_window, own_assets, qtbot, way):
    for path in (own_assets / "baked").glob("medial-*"):
        if way == "missing":
            path.unlink()
        else:
            path.write_bytes(b"no picture")
    window = open_window("--language", "en")
    plate = window.findChild(Plate)
    qtbot.waitUntil(lambda: plate.is_settled)


def test_a_missing_drawing_is_an_error_of_the_installation(qapp, own_assets):
    (own_assets / "diagrams" / "medial.svg").unlink()
    with pytest.raises(PackError, match=r"medial\.svg"):
        build_window()


def test_old_content_is_told(open_window, own_coffee):
    path = own_coffee / "pack.yaml"
    path.write_text(path.read_text("utf-8").replace("2099-01-01", "2020-03-01"), "utf-8")
    window = open_window("--language", "en", "--pack", str(own_coffee))
    assert notices(window) == [
        "This content was to be looked at again by 1 March 2020. Newer studies may be missing."
    ]


def test_the_pack_may_say_which_region_comes_first(open_window, own_coffee):
    path = own_coffee / "pack.yaml"
    text = path.read_text("utf-8").replace(
        '"id": "coffee"', '"id": "coffee",\n "default_region": "eiland"'
    )
    path.write_text(text, "utf-8")
    window = open_window("--language", "en", "--pack", str(own_coffee))
    assert text_of(window, "region_name") == "insula"


def test_markup_in_a_pack_is_shown_as_it_is(open_window, own_coffee):
    path = own_coffee / "regions.yaml"
    text = path.read_text("utf-8").replace("The insula tastes.", "The <b>insula</b> tastes.")
    path.write_text(text, "utf-8")
    path = own_coffee / "pack.yaml"
    text = path.read_text("utf-8").replace("This is about coffee.", "This is <u>coffee</u>.")
    path.write_text(text.replace("A bean with", "A <s>bean</s> with"), "utf-8")
    window = open_window("--language", "en", "--pack", str(own_coffee), "--region", "eiland")
    assert pack_notices(window) == []
    marked = [
        label
        for label in window.findChildren(QLabel)
        if label.isVisible() and re.search(r"<[bius]>", label.text())
    ]
    assert {label.objectName() for label in marked} == {
        "region_summary",
        "foot_notice",
        "caption",
    }
    rich = [
        label.objectName() for label in marked if label.textFormat() is not Qt.TextFormat.PlainText
    ]
    assert rich == []
