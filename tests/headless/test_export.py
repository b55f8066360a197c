"""`mdma-brain-explorer export`: every kind of file, and every way in which it can go wrong."""

import csv
import json
import os
import subprocess
import sys
from html import unescape
from pathlib import Path
from xml.etree import ElementTree as ET

import bibtexparser
import pypdf
import pytest
import rispy
from PySide6.QtGui import QImage

from explorer.canvas.portrait import SIZE, sight_title
from explorer.cli import main
from explorer.domain.handout import Handout, Pin, PinKind, Sight
from explorer.domain.vocabulary import Language, Lens, Level, Phase, Use
from explorer.headless.options import Kind
from explorer.i18n import words
from explorer.opening import open_built_in
from explorer.state.handout_file import write_handout

ROOT = Path(__file__).parents[2]
WHOLE = ROOT / "tests" / "pack" / "whole_pack"


@pytest.fixture(scope="module")
def library():
    return open_built_in().library


@pytest.fixture
def export(qapp, tmp_path, monkeypatch, capsys):
    """Return a function that exports to `out` of a folder, and returns code and errors."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments, out="out"):
        code = main(["export", *map(str, arguments), "--out", out])
        said = capsys.readouterr()
        assert said.out == ""
        return code, said.err

    return run


def read_csv(path):
    return list(csv.DictReader(path.read_text("utf-8").splitlines()))


def pdf_text(path):
    return " ".join(" ".join(page.extract_text() for page in pypdf.PdfReader(path).pages).split())


@pytest.fixture
def pins(library, tmp_path):
    """A saved handout with one pin of each kind, and one of which the pack knows nothing."""
    sight = Sight("medial", 0, "amygdala", Use.CHRONIC, Phase.LONG_TERM, Lens.ALL)
    claim, check, dataset = library.claims[0], library.checks[0], library.datasets[0]
    uncited = next(work for work in library.references if work.key not in claim.references)
    kept = (
        Pin(PinKind.CLAIM, claim.id),
        Pin(PinKind.CHECK, check.id),
        Pin(PinKind.PLOT, dataset.id),
        Pin(PinKind.SOURCE, uncited.key),
        Pin(PinKind.PICTURE, "medial", sight),
        Pin(PinKind.CLAIM, "long-gone"),
    )
    path = tmp_path / "mine.handout.json"
    write_handout(path, Handout(Language.NL, Level.CLINICAL, "Voor later", pins=kept))
    return path


# In a process of its own


def run_alone(tmp_path, *arguments):
    """Run the real command where there is no display and nothing says what to do about it."""
    away = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "PYTHONPATH")
    environment = {name: value for name, value in os.environ.items() if name not in away}
    environment |= {"PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "error"}
    return subprocess.run(
        [sys.executable, "-P", "-m", "explorer", "export", *arguments],
        env=environment,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize("kind", ["pdf", "png", "csl"])
def test_it_works_without_a_display(tmp_path, kind):
    done = run_alone(tmp_path, kind, "--out", "out", "--region", "amygdala", "--language", "nl")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    begin = {"pdf": b"%PDF-", "png": b"\x89PNG", "csl": b"["}[kind]
    assert (tmp_path / "out").read_bytes().startswith(begin)


def test_a_file_is_not_overwritten_unasked(tmp_path):
    path = tmp_path / "mine.ris"
    path.write_text("mine")
    done = run_alone(tmp_path, "ris", "--out", "mine.ris")
    assert done.returncode == 1
    assert done.stderr == "mdma-brain-explorer: mine.ris is there already; --force replaces it\n"
    assert path.read_text() == "mine"
    done = run_alone(tmp_path, "ris", "--out", "mine.ris", "--force")
    assert (done.returncode, done.stderr) == (0, "")
    assert path.read_text("utf-8").startswith("TY  - ")
    assert list(tmp_path.iterdir()) == [path]


def test_help_names_everything(tmp_path):
    done = run_alone(tmp_path, "--help")
    assert (done.returncode, done.stderr) == (0, "")
    options = "--out --region --use --phase --view --language --level --lens --pins --paper"
    for name in (*Kind, *options.split(), "--scale", "--pack", "--force"):
        assert name in done.stdout


# What is written


def test_a_pdf_of_a_region_has_its_claims_and_a_picture(export, library, tmp_path):
    given = ("--region", "amygdala", "--use", "chronic", "--language", "nl", "--paper", "Letter")
    assert export("pdf", *given) == (0, "")
    text = pdf_text(tmp_path / "out").replace("- ", "-")
    about = [claim for claim in library.claims if claim.about == "amygdala"]
    for claim in about:
        statement = claim.statement.at(Language.NL, Level.PLAIN).replace("- ", "-")
        assert (statement in text) is (claim.use is Use.CHRONIC)
    assert library.info.diagrams[0].caption.nl in text
    page = pypdf.PdfReader(tmp_path / "out").pages[0]
    assert [round(float(at)) for at in page.mediabox] == [0, 0, 612, 792]


def test_without_a_region_a_handout_is_about_the_main_ones(export, library, tmp_path):
    assert export("pdf", "--language", "en", "--phase", "acute", "--lens", "controlled")[0] == 0
    title = pypdf.PdfReader(tmp_path / "out").metadata.title
    assert title == ", ".join(place.name.en for place in library.main_regions)


def test_a_pins_file_says_what_a_pdf_is(export, library, pins, tmp_path):
    code, said = export("pdf", "--pins", pins)
    assert (code, said) == (0, "mdma-brain-explorer: not in this pack: long-gone\n")
    reader, text = pypdf.PdfReader(tmp_path / "out"), pdf_text(tmp_path / "out")
    assert reader.metadata.title == "Voor later"
    assert reader.trailer["/Root"]["/Lang"] == "nl"
    assert library.claims[0].statement.nl_clinical in text
    assert "long-gone" in text
    assert export("pdf", "--pins", pins, "--language", "en", "--level", "plain", "--force")[0] == 0
    assert library.claims[0].statement.en_plain in pdf_text(tmp_path / "out")


def test_a_web_page_is_written_from_the_same_pins(export, library, pins, tmp_path):
    assert export("html", "--pins", pins)[0] == 0
    page = unescape((tmp_path / "out").read_text("utf-8"))
    assert page.startswith("<!doctype html>")
    assert '<html lang="nl"' in page
    assert "Voor later" in page
    assert library.claims[0].statement.nl_clinical in page
    assert words(Language.NL)("web.no_picture") not in page


@pytest.mark.parametrize("scale", [1, 3])
def test_a_png_shows_the_view(export, library, tmp_path, scale):
    given = ("--region", "hippocampus", "--use", "chronic", "--phase", "long_term")
    assert export("png", *given, "--language", "nl", "--scale", scale) == (0, "")
    image = QImage(str(tmp_path / "out"), "png")
    assert image.size() == SIZE * scale
    sight = Sight("medial", 0, "hippocampus", Use.CHRONIC, Phase.LONG_TERM, Lens.ALL)
    assert image.text("Title") == sight_title(library, sight, words(Language.NL))


@pytest.mark.parametrize(
    ("arguments", "title"),
    [
        ((), "Medial view"),
        (("--view", "coronal"), "Coronal"),
        (("--view", "coronal-front"), "Coronal, nucleus accumbens"),
        (("--region", "sert"), "Serotonin transporter (SERT) · Serotonin synapse"),
        (("--region", "nucleus-accumbens", "--view", "coronal"), "Nucleus accumbens · Coronal"),
        (("--lens", "human"), "Medial view"),
    ],
)
def test_an_svg_shows_the_view(export, tmp_path, arguments, title):
    assert export("svg", *arguments, "--language", "en") == (0, "")
    found = ET.parse(tmp_path / "out").getroot().find("{http://www.w3.org/2000/svg}title").text
    assert found.startswith(title)


def test_references_are_all_or_those_behind_what_is_asked_for(export, library, pins, tmp_path):
    def keys(*arguments):
        assert export("csl", *arguments, "--force")[0] == 0
        return [item["id"] for item in json.loads((tmp_path / "out").read_text("utf-8"))]

    assert keys() == [work.key for work in library.references]
    behind = {
        key
        for claim in library.claims
        if claim.about == "amygdala" and claim.use is Use.CHRONIC
        for key in claim.references
    }
    assert set(keys("--region", "amygdala", "--use", "chronic")) == behind
    wanted = {*library.claims[0].references, *library.checks[0].references}
    wanted |= set(library.datasets[0].references)
    wanted |= {json.loads(pins.read_text("utf-8"))["pins"][3]["id"]}
    assert set(keys("--pins", pins)) == wanted


def test_bibtex_and_ris_can_be_read(export, library, tmp_path):
    given = ("--region", "amygdala", "--force")
    assert export("bibtex", *given)[0] == 0
    entries = bibtexparser.parse_file(str(tmp_path / "out")).entries
    assert export("ris", *given)[0] == 0
    with (tmp_path / "out").open(encoding="utf-8") as file:
        records = rispy.load(file)
    works = {
        key for claim in library.claims if claim.about == "amygdala" for key in claim.references
    }
    assert len(entries) == len(records) == len(works)


def test_a_table_has_a_line_for_each_claim(export, library, pins, tmp_path):
    assert export("csv", "--language", "nl", "--level", "clinical") == (0, "")
    rows = read_csv(tmp_path / "out")
    assert [row["id"] for row in rows] == [claim.id for claim in library.claims]
    for row, claim in zip(rows, library.claims, strict=True):
        assert row["place"] == claim.about
        assert (row["use"], row["phase"], row["effect"]) == (claim.use, claim.phase, claim.effect)
        assert row["strength"] == library.verdict(claim).strength.name.lower()
        assert row["statement"].removeprefix("'") == claim.statement.nl_clinical
        assert row["n"] == (str(claim.evidence.n or "") if claim.evidence else "")
        dois = [library.reference(key).doi for key in claim.references]
        assert row["dois"].split() == [doi for doi in dois if doi]
    assert export("csv", "--region", "amygdala", "--lens", "human", "--force")[0] == 0
    some = {row["id"] for row in read_csv(tmp_path / "out")}
    assert some < {claim.id for claim in library.claims if claim.about == "amygdala"}
    assert export("csv", "--pins", pins, "--force")[0] == 0
    assert [row["id"] for row in read_csv(tmp_path / "out")] == [library.claims[0].id]


def test_another_pack_is_read(export, tmp_path):
    assert export("csv", "--pack", WHOLE, "--region", "raphe", "--language", "en") == (0, "")
    assert [row["statement"] for row in read_csv(tmp_path / "out")] == [
        "In rats there was more of it."
    ]


# What goes wrong


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["tiff"], "'pdf', 'html'"),
        (["png", "--scale", "5"], "'1', '2', '3', '4'"),
        (["pdf", "--paper", "A5"], "'A4', 'Letter'"),
        (["pdf", "--use", "once"], "'therapeutic', 'chronic'"),
        (["pdf", "--phase", "soon"], "'acute', 'long_term'"),
        (["pdf", "--lens", "rats"], "'all', 'human', 'controlled'"),
        (["pdf", "--language", "de"], "'nl', 'en'"),
        (["csv", "--region", "toe"], "no region 'toe' (choose from amygdala, "),
        (["png", "--view", "behind"], "(choose from medial, coronal, axial, synapse, "),
        (
            ["svg", "--region", "amygdala", "--view", "synapse"],
            "(choose from medial, coronal, axial)",
        ),
        (["png", "--region", "amygdala", "--region", "hippocampus"], "only one"),
        (["png", "--region", "mood"], "mood"),
        (["png", "--pins", "x"], "--pins"),
        (["pdf", "--pins", "x", "--region", "amygdala"], "--region"),
        (["csv", "--pack", "nowhere"], "nowhere"),
        (["csv", "--surplus"], "--surplus"),
    ],
    ids=" ".join,
)
def test_a_wrong_call_is_one_line_that_names_what_is_possible(export, tmp_path, arguments, said):
    code, line = export(*arguments)
    assert code == 2
    assert said in line
    assert line.count("\n") == 1
    assert not (tmp_path / "out").exists()


def test_no_place_for_it_is_told(capsys):
    assert main(["export", "csv"]) == 2
    assert "--out" in capsys.readouterr().err


def test_a_place_that_cannot_be_written_is_one_line(export, tmp_path):
    (tmp_path / "folder").mkdir()
    for out in ("none/at/all.csv", "folder"):
        code, line = export("csv", "--force", out=out)
        assert code == 1
        assert out in line
        assert line.count("\n") == 1
        assert "cannot be written" in line
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]


@pytest.mark.parametrize("content", [None, "{", '{"format": "something else"}'])
def test_a_pins_file_that_cannot_be_read_is_one_line(export, tmp_path, content):
    path = tmp_path / "mine.handout.json"
    if content is not None:
        path.write_text(content)
    code, line = export("pdf", "--pins", path)
    assert code == 1
    assert str(path) in line
    assert line.count("\n") == 1


def test_a_pack_with_faults_lists_them(export, tmp_path):
    (tmp_path / "pack").mkdir()
    (tmp_path / "pack" / "pack.yaml").write_text("format: 1\n")
    code, lines = export("csv", "--pack", "pack")
    assert code == 1
    assert "pack.yaml" in lines
    assert "Traceback" not in lines


def test_a_saved_file_survives_a_failure(export, tmp_path, monkeypatch):
    (tmp_path / "out").write_text("earlier")
    monkeypatch.setattr("os.fsync", _full)
    code, line = export("csv", "--force")
    assert (code, line.count("\n")) == (1, 1)
    assert "No space left" in line
    assert (tmp_path / "out").read_text() == "earlier"
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def _full(handle):
    raise OSError(28, "No space left on device")
