"""Data sets are read whole, cost a start nothing, and one with a fault leaves the rest alone."""

import zipfile

import pytest

from explorer.domain.dataset import Axis, PlotKind, Point
from explorer.domain.text import Name
from explorer.domain.vocabulary import Phase, Species, Spread, Use
from explorer.pack import baked, baked_datasets, reader
from explorer.pack.baked import open_builtin, open_pack
from explorer.pack.check import check
from explorer.pack.dataset_codec import decode_datasets, encode_datasets
from explorer.pack.pack_error import PackError
from explorer.pack.reader import read_pack

HEAT = "datasets/heat.csv"
HEADER = "series,category,x,value,n,spread,spread_value,low,high,reference,source,note_nl,note_en\n"


@pytest.fixture
def library(whole):
    return read_pack(whole.folder)


def test_description_is_read_whole(library):
    heat = library.dataset("heat")
    assert (heat.kind, heat.about) == (PlotKind.TIME_COURSE, ("temperature", "amygdala"))
    assert (heat.use, heat.phase) == (Use.THERAPEUTIC, Phase.ACUTE)
    assert heat.title.en_plain == "The body may have been warmer for a while."
    assert heat.x == Axis(Name("tijd", "time"), Name("minuten", "minutes"))
    assert heat.y.unit == Name("graden", "degrees")
    assert [series.species for series in heat.series] == [Species.HUMAN] * 2
    assert (heat.reference_line, library.dataset("rats").reference_line) == (None, 0.0)
    assert library.dataset("rats").categories[0].name == Name("schors", "cortex")
    assert [dataset.is_human for dataset in library.datasets] == [True, True, False]
    assert heat.references == ("one2009",)


def test_each_row_is_a_point_with_its_interval(library):
    first, second, third = library.dataset("heat").points
    assert first == Point(
        "mdma", "", 0.0, 36.9, 9, Spread.SD, 0.3, 36.6, 37.2, "one2009", "table 1"
    )
    assert (second.spread, second.spread_value) == (Spread.CI95, None)
    assert (second.low, second.high) == (37.1, 38.0)
    assert second.note == Name("het hoogst, na 60 minuten", "the highest, after 60 minutes")
    assert (third.series, third.n, third.spread, third.low) == ("placebo", None, None, None)
    (rats,) = library.dataset("rats").points
    assert (rats.spread, rats.low, rats.high) == (Spread.SE, -36.5, -31.5)


def test_data_sets_are_found_by_place_and_by_id(library):
    assert [part.id for part in library.datasets_about("amygdala")] == ["heat"]
    assert library.datasets_about("sert") == ()
    with pytest.raises(KeyError):
        library.dataset("cold")


def test_pack_needs_no_data_sets(pack):
    library = read_pack(pack.folder)
    assert (library.datasets, library.left_out) == ((), ())


def test_excel_may_write_its_mark_and_its_line_ends(whole, library):
    path = whole.folder / HEAT
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n") + b"\r\n")
    assert read_pack(whole.folder) == library


def test_columns_may_stand_in_any_order(whole, library):
    lines = whole.text(HEAT).splitlines()
    # The note with a comma stands in quotes at the end, so turning the first two round is safe.
    turned = [",".join([*line.split(",")[1::-1], *line.split(",")[2:]]) for line in lines]
    whole.write(HEAT, "\n".join(turned))
    assert read_pack(whole.folder) == library


def test_encoding_keeps_every_point(library):
    decoded = decode_datasets(encode_datasets(library.datasets))
    assert decoded == library.datasets
    assert decode_datasets(encode_datasets(())) == ()


def test_points_are_read_when_asked_for(library, monkeypatch):
    made = []
    decoded = decode_datasets(encode_datasets(library.datasets))
    monkeypatch.setattr(
        "explorer.pack.dataset_codec._point", lambda *row: made.append(row) or row[3]
    )
    assert [len(dataset.points) for dataset in decoded] == [3, 1, 1]
    assert made == []
    assert decoded[0].points[1] == 37.6
    assert len(made) == 1


# A fault in one data set


@pytest.fixture(params=["folder", "zip"])
def faulty(request, whole, library, tmp_path):
    """The whole pack with a word where a number must be, as a folder and as a zip."""
    assert library.left_out == ()  # read before it is broken
    whole.swap(HEAT, "36.9", "warm")
    if request.param == "folder":
        return whole.folder
    archive = tmp_path / "whole.zip"
    with zipfile.ZipFile(archive, "w") as target:
        for path in whole.folder.rglob("*"):
            if path.is_file():
                target.write(path, path.relative_to(whole.folder).as_posix())
    return archive


def test_faulty_data_set_is_left_out_and_the_rest_opens(faulty, library, tmp_path):
    for _ in ("read", "from the cache"):
        opened = open_pack(faulty, tmp_path / "cache")
        assert [part.id for part in opened.datasets] == ["share", "rats"]
        assert opened.datasets[0] == library.datasets[1]
        assert opened.claims == library.claims
        (problem,) = opened.left_out
        assert (problem.file, problem.line) == (HEAT, 2)
        assert problem.what == "row 2, column `value`: `warm` is no number"
    assert check(faulty)[0] == [problem]


@pytest.mark.parametrize(
    ("old", "new", "left"),
    [
        ("about: [trials]", "about: [trails]", ["heat", "rats"]),
        ("kind: icon_array", "kind: icons", ["heat", "rats"]),
        ("about: [raphe]", "about: [raffe]", ["heat", "share"]),
        ("more people might", "more people did", ["heat", "rats"]),
        ("datasets:\n", "datasets: [\n", []),
        ("datasets:\n", "data: 1\ndatasets:\n", ["heat", "share", "rats"]),
    ],
)
def test_fault_in_a_description_takes_that_data_set_alone(whole, old, new, left):
    whole.swap("datasets.yaml", old, new)
    opened = read_pack(whole.folder)
    assert [part.id for part in opened.datasets] == left
    assert opened.left_out


def test_fault_elsewhere_still_closes_the_pack(whole):
    whole.swap(HEAT, "36.9", "warm")
    whole.swap("pack.yaml", "format: 1", "format: 9")
    with pytest.raises(PackError) as caught:
        read_pack(whole.folder)
    assert {problem.file for problem in caught.value.problems} == {"pack.yaml", HEAT}


# The fast form


@pytest.fixture
def builtin(whole, monkeypatch):
    """The whole pack in the place of the built-in one."""
    import shutil

    from explorer import assets

    shutil.copytree(assets.folder() / "rules", whole.folder / "rules")
    monkeypatch.setattr(assets, "folder", lambda: whole.folder)
    return whole


def test_start_reads_nothing_of_a_data_set(builtin, library, monkeypatch):
    baked.bake_builtin()
    fetched = []
    really = baked_datasets.builtin_datasets
    monkeypatch.setattr(
        baked_datasets, "builtin_datasets", lambda: fetched.append("now") or really()
    )
    monkeypatch.setattr(reader, "read_pack", None)
    opened, remark = open_builtin()
    assert (fetched, remark) == ([], None)
    assert opened.datasets == library.datasets
    assert len(opened.datasets) == 3
    assert fetched == ["now"]


def test_changed_number_is_never_shown_as_it_was(builtin):
    baked.bake_builtin()
    builtin.swap(HEAT, "37.6", "37.7")
    opened, _ = open_builtin()
    assert opened.dataset("heat").points[1].value == 37.7


def test_damaged_fast_form_is_not_used(builtin, library):
    baked.bake_builtin()
    path = baked_datasets.datasets_path(baked.baked_path())
    path.write_bytes(path.read_bytes().replace(b"37.6", b"37.7"))
    assert open_builtin()[0].datasets == library.datasets
    path.unlink()
    assert open_builtin()[0].datasets == library.datasets


def test_faulty_data_set_is_not_baked(builtin):
    builtin.swap(HEAT, "36.9", "warm")
    with pytest.raises(PackError, match="`warm` is no number"):
        baked.bake_builtin()
    assert not baked.baked_path().exists()


def test_cache_follows_the_numbers(whole, library, tmp_path, monkeypatch):
    cache = tmp_path / "cache"
    assert open_pack(whole.folder, cache) == library
    monkeypatch.setattr(reader, "read_pack", None)
    assert open_pack(whole.folder, cache) == library
    monkeypatch.undo()
    whole.swap(HEAT, "37.6", "37.7")
    assert open_pack(whole.folder, cache).dataset("heat").points[1].value == 37.7


def test_many_rows_are_read(whole):
    rows = "".join(f"mdma,,{at},{at / 10},,,,,,one2009,,,\n" for at in range(10_000))
    whole.write(HEAT, f"{HEADER}{rows}placebo,,0,1,,,,,,one2009,,,\n")
    points = read_pack(whole.folder).dataset("heat").points
    assert (len(points), points[9_999].value) == (10_001, 999.9)
