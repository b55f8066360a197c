"""Plots as files, read back."""

import csv
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from explorer.canvas.palette import DARK, LIGHT
from explorer.domain.vocabulary import Language
from explorer.export.citations import as_text
from explorer.plots.export import write
from tests.plots.reading import count_color

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("scale", [1, 2, 3, 4])
def test_png_has_as_many_pixels_as_asked_for(plot, dataset, scale):
    view = plot(dataset("points"))
    image = QImage.fromData(view.png(scale))
    assert image.width() == 960 * scale
    assert image.height() == QImage.fromData(view.png(1)).height() * scale
    assert image.text("Title") == "Coffee may raise points ep"
    assert image.dotsPerMeterX() == pytest.approx(3780 * scale, abs=2)


@pytest.mark.parametrize("kind", ["bars", "course", "icons"])
def test_pictures_are_on_white_and_whole_in_dark_as_well(plot, dataset, kind):
    view = plot(dataset(kind), palette=DARK)
    image = QImage.fromData(view.png(1))
    assert image.pixelColor(3, 3) == QColor("#ffffff")
    assert count_color(image, LIGHT.color("accent")) > 50
    assert count_color(image, LIGHT.color("increase")) > 50


@pytest.mark.parametrize("kind", ["bars", "course", "points", "icons"])
def test_svg_is_a_drawing_with_its_texts(plot, dataset, kind, work):
    data = plot(dataset(kind)).svg()
    root = ET.fromstring(data)
    texts = " ".join("".join(node.itertext()) for node in root.iter())
    assert f"Coffee may raise {kind} ep" in texts
    assert work.doi in texts
    assert b"<image" not in data, "vectors, not pixels"
    renderer = QSvgRenderer(QByteArray(data))
    assert renderer.isValid()
    image = QImage(renderer.defaultSize(), QImage.Format.Format_RGB32)
    image.fill(QColor("#ffffff"))
    with QPainter(image) as painter:
        renderer.render(painter)
    assert count_color(image, LIGHT.color("accent"), 20) > 50


@pytest.mark.parametrize("kind", ["bars", "course", "points", "icons"])
def test_csv_equals_the_kept_file(plot, dataset, kind, work):
    text = plot(dataset(kind)).csv().decode()
    kept = (GOLDEN / f"{kind}.csv").read_text("utf-8")
    for mark, given in (("@KEY", work.key), ("@WORK", as_text(work))):
        kept = kept.replace(mark, given)
    assert list(csv.reader(text.splitlines())) == list(csv.reader(kept.splitlines()))


def test_csv_reads_back_as_the_same_numbers(plot, dataset, work):
    text = plot(dataset("bars"), Language.NL).csv().decode()
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    rows = list(csv.DictReader(lines))
    for row, point in zip(rows, dataset("bars").points, strict=True):
        assert float(row["value"]) == point.value
        assert row["n"] == ("" if point.n is None else str(point.n))
        assert row["low"] == ("" if point.low is None else repr(point.low).removesuffix(".0"))
        assert row["citation"] == as_text(work)


def test_csv_holds_no_formula(plot, dataset):
    one = dataset("points")
    evil = one.points[0]._replace(source="=1+1")
    text = plot(one._replace(points=(evil,))).csv().decode()
    assert ",'=1+1," in text


def test_writing_is_whole_or_not_at_all(tmp_path):
    write(tmp_path / "a.csv", b"numbers")
    assert (tmp_path / "a.csv").read_bytes() == b"numbers"
    with pytest.raises(OSError, match="nowhere"):
        write(tmp_path / "nowhere" / "a.csv", b"numbers")
    assert [file.name for file in tmp_path.iterdir()] == ["a.csv"]


def test_nothing_is_saved_before_something_is_shown(view):
    with pytest.raises(ValueError, match="nothing is plotted"):
        view.csv()
