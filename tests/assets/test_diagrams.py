"""All committed diagrams: what can be clicked on them, on which side, and the scans beside them."""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from explorer.geometry.box import Box
from explorer.geometry.diagram import Diagram
from explorer.geometry.outline import Outline
from explorer.geometry.svg import read_diagram
from explorer.geometry.svg_groups import group_ids

FOLDER = Path(__file__).parents[2] / "assets" / "diagrams"
PACK = FOLDER.parent / "pack.yaml"
LARGEST_DRAWING, LARGEST_SCAN = 120_000, 120_000
STAGE = (640, 430)  # the smallest window leaves about this many pixels
TARGET, SLACK = 24, 4  # pixels; the hit test reaches this far around a shape

MAIN = ("amygdala", "hypothalamus", "hippocampus")
CONTEXT = (
    *("mpfc", "pcc", "nucleus-accumbens", "thalamus", "visual-cortex", "pituitary", "raphe"),
)
REGIONS = (*MAIN, *CONTEXT)
PARTS = (
    *("sert", "vmat2", "cleft", "ht1a", "ht2a", "ht2c", "ht3", "tph2", "mao"),
    *("oxtr", "avpr1a", "akt", "erk"),
)
STATES = ("state-rest", "state-acute", "state-after", "state-chronic", "sert-variable")
ON_SLICES = {
    "coronal": {"amygdala", "hippocampus", "hypothalamus", "thalamus"},
    "coronal-front": {"nucleus-accumbens", "pituitary"},
    "axial": {*MAIN, "mpfc", "visual-cortex", "raphe"},
    "axial-upper": {"mpfc", "pcc", "visual-cortex", "thalamus"},
}
MIDLINE = {"hypothalamus", "pituitary", "raphe"}
SLICES = tuple(ON_SLICES)
ANATOMICAL = ("medial", *SLICES)
ALL = (*ANATOMICAL, "synapse")


def text(name: str) -> str:
    return (FOLDER / f"{name}.svg").read_text(encoding="utf-8")


def read(name: str) -> Diagram:
    ids = PARTS if name == "synapse" else REGIONS
    return read_diagram(text(name).encode(), ids, file=f"{name}.svg")


def shape_on(slice_name: str, region: str, side: str) -> Outline:
    """Read one half of a pair: every other shape is given another name first."""
    found = re.search(
        rf'<path id="([\w-]+)" data-region="{region}" data-side="{side}"', text(slice_name)
    )
    assert found, f"no {side} {region} on {slice_name}"
    plain = re.sub(r' data-region="[\w-]+" data-side="\w+"', "", text(slice_name))
    return read_diagram(plain.encode(), [found[1]]).shapes[found[1]]


def rings(outline: Outline) -> Iterator[Box]:
    for ring in outline.polygon(0.5):
        xs, ys = [point[0] for point in ring], [point[1] for point in ring]
        yield Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def in_pack() -> list[dict[str, Any]]:
    import yaml  # no test module loads it while it is collected

    return yaml.safe_load(PACK.read_text(encoding="utf-8"))["diagrams"]


def pairs() -> list[tuple[str, str]]:
    return [(name, region) for name in SLICES for region in sorted(ON_SLICES[name] - MIDLINE)]


@pytest.mark.parametrize("name", SLICES)
def test_slice_shows_its_regions(name: str) -> None:
    assert set(read(name).shapes) == ON_SLICES[name]


def test_medial_plate_shows_every_region() -> None:
    assert set(read("medial").shapes) == set(REGIONS)


@pytest.mark.parametrize("region", REGIONS)
def test_region_is_in_two_diagrams(region: str) -> None:
    assert sum(region in read(name).shapes for name in ANATOMICAL) >= 2


def test_synapse_shows_every_part() -> None:
    assert set(read("synapse").shapes) == set(PARTS)


def test_part_is_one_closed_path() -> None:
    for part in PARTS:
        found = re.findall(rf'<path id="{part}"[^>]* d="([^"]+)"', text("synapse"))
        assert len(found) == 1
        assert found[0].endswith("z")
        assert found[0].count("M") == found[0].count("z")


@pytest.mark.parametrize("name", ALL)
def test_shapes_lie_where_qt_draws_them(name: str) -> None:
    # A stroke is part of an element's bounds in Qt, and not of an outline here.
    renderer = QSvgRenderer(QByteArray(text(name).replace(" stroke=", " data-stroke=").encode()))
    compared = 0
    for region, outline in read(name).shapes.items():
        if not renderer.elementExists(region):
            continue  # a pair; see below
        judged = renderer.boundsOnElement(region)
        ours = outline.bounds
        theirs = (judged.left(), judged.top(), judged.right(), judged.bottom())
        assert (ours.x, ours.y, ours.right, ours.bottom) == pytest.approx(theirs, abs=0.01)
        compared += 1
    for slice_name, region in pairs():
        if slice_name != name:
            continue
        for side in ("left", "right"):
            judged = renderer.boundsOnElement(f"{region}-{side}")
            ours = shape_on(name, region, side).bounds
            theirs = (judged.left(), judged.top(), judged.right(), judged.bottom())
            assert (ours.x, ours.y, ours.right, ours.bottom) == pytest.approx(theirs, abs=0.01)
            compared += 1
    assert compared >= len(read(name).shapes)


@pytest.mark.parametrize(("name", "region"), pairs())
def test_half_lies_on_its_own_side(name: str, region: str) -> None:
    middle = read(name).view_box.width / 2
    left, right = (shape_on(name, region, side).bounds for side in ("left", "right"))

    # Image right is the right of the person.
    assert left.right < middle < right.x
    assert left.x == pytest.approx(2 * middle - right.right, abs=1.0)
    assert left.y == pytest.approx(right.y, abs=1.0)


@pytest.mark.parametrize("name", SLICES)
def test_midline_region_lies_on_the_midline(name: str) -> None:
    diagram = read(name)
    for region in ON_SLICES[name] & MIDLINE:
        middle = diagram.shapes[region].bounds.centre[0]
        assert middle == pytest.approx(diagram.view_box.width / 2, abs=2.0)


def test_order_from_front_to_back_and_top_to_bottom() -> None:
    def middle(name: str, region: str) -> float:
        return shape_on(name, region, "right").bounds.centre[1]

    upper = "axial-upper"
    assert middle(upper, "mpfc") < middle(upper, "thalamus") < middle(upper, "pcc")
    assert middle(upper, "pcc") < middle(upper, "visual-cortex")
    assert middle("axial", "mpfc") < middle("axial", "amygdala") < middle("axial", "hippocampus")
    assert middle("coronal", "thalamus") < middle("coronal", "amygdala")
    assert middle("coronal", "amygdala") < middle("coronal", "hippocampus")


@pytest.mark.parametrize("name", ALL)
def test_targets_can_be_hit_in_the_smallest_window(name: str) -> None:
    diagram = read(name)
    scale = min(STAGE[0] / diagram.view_box.width, STAGE[1] / diagram.view_box.height)
    sided = {region for other, region in pairs() if other == name}
    shapes = {key: one for key, one in diagram.shapes.items() if key not in sided}
    for region in sided:
        shapes |= {f"{region} {side}": shape_on(name, region, side) for side in ("left", "right")}
    small = {}
    for key, outline in shapes.items():
        largest = max(rings(outline), key=lambda box: box.width * box.height)
        pixels = min(largest.width, largest.height) * scale + 2 * SLACK
        if pixels < TARGET:
            small[key] = round(pixels, 1)
    assert small == {}


@pytest.mark.parametrize("name", ALL)
def test_drawing_is_small_plain_and_wordless(name: str) -> None:
    drawing = text(name)

    assert len(drawing.encode()) < LARGEST_DRAWING
    assert set(re.findall(r"<(\w+)", drawing)) <= {
        *("svg", "title", "desc", "defs", "g", "path", "circle"),
        *("linearGradient", "radialGradient", "stop"),
    }
    ids = re.findall(r' id="([^"]+)"', drawing)
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("name", SLICES)
def test_description_says_what_is_drawn(name: str) -> None:
    for words in ("ICBM152", "Image right is the right of the person", "conventional"):
        assert words in text(name)


def painted(drawing: str) -> QImage:
    image = QImage(181, 138, QImage.Format.Format_ARGB32)
    image.fill(QColor(255, 255, 255))
    painter = QPainter(image)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(0, 0, 181, 138))
    painter.end()
    return image


def test_each_state_is_a_group_that_changes_the_picture() -> None:
    drawing = text("synapse")

    assert set(STATES) <= group_ids(drawing.encode(), "synapse.svg")
    for state in STATES:
        without = drawing.replace(f'<g id="{state}">', f'<g id="{state}" display="none">')
        assert without != drawing
        assert painted(without) != painted(drawing)


def test_missing_transporter_can_still_be_clicked() -> None:
    drawing = text("synapse")
    hidden = drawing.replace('<g id="sert-variable">', '<g id="sert-variable" display="none">')

    outline = read_diagram(hidden.encode(), ["sert"]).shapes["sert"]
    assert len(list(rings(outline))) == 4


def test_pack_shows_one_state_at_a_time() -> None:
    diagrams = in_pack()
    synapse = next(one for one in diagrams if one["id"] == "synapse")
    shown = {state["at"]: set(state["show"]) for state in synapse["states"]}

    assert all(len(names & set(STATES[:4])) == 1 for names in shown.values())
    assert all(names <= set(STATES) for names in shown.values())
    assert set().union(*shown.values()) == set(STATES)
    # Fewer transporters were measured after repeated use, and nowhere else.
    assert [at for at, names in shown.items() if "sert-variable" not in names] == [
        "chronic/long_term"
    ]
    # No measurement in people was found for this one: nothing may look changed.
    assert shown["therapeutic/long_term"] == shown["rest"]


def test_pack_names_every_diagram() -> None:
    diagrams = in_pack()

    assert [one["id"] for one in diagrams] == list(ALL)
    for one in diagrams[:-1]:
        assert one["file"] == f"diagrams/{one['id']}.svg"
        assert one["scan"] == f"diagrams/{one['id']}-scan.png"


@pytest.mark.parametrize("name", ANATOMICAL)
def test_scan_fills_the_page_of_its_drawing(name: str) -> None:
    file = FOLDER / f"{name}-scan.png"
    scan = QImage(str(file))
    page = read(name).view_box

    assert file.stat().st_size < LARGEST_SCAN
    assert scan.width() / scan.height() == pytest.approx(page.width / page.height, rel=0.003)
    assert scan.hasAlphaChannel()
    # Both show the same brain in the same place.
    step = 5
    width, height = scan.width() // step, scan.height() // step
    drawing = QImage(width, height, QImage.Format.Format_ARGB32)
    drawing.fill(QColor(0, 0, 0, 0))
    painter = QPainter(drawing)
    QSvgRenderer(str(FOLDER / f"{name}.svg")).render(painter, QRectF(0, 0, width, height))
    painter.end()
    both = either = 0
    for x in range(width):
        for y in range(height):
            one = drawing.pixelColor(x, y).alpha() > 127
            other = scan.pixelColor(x * step, y * step).alpha() > 127
            both += one and other
            either += one or other
    # The far temporal lobe is drawn on the medial plate, and not on its scan.
    assert both / either > (0.85 if name == "medial" else 0.93)


def test_notice_lies_beside_the_drawings() -> None:
    notice = (FOLDER / "atelier" / "NOTICE.txt").read_text(encoding="utf-8")

    assert "McConnell Brain Imaging Centre" in notice
    assert "-scan.png" in notice
    for name in ANATOMICAL:
        assert f"{name}.svg" in notice
        assert "McConnell Brain Imaging Centre" in text(name)
