"""The committed medial plate: its region ids, where they lie, and what the file may hold."""

import os
import re
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

PLATE = Path(__file__).parents[2] / "assets" / "diagrams" / "medial.svg"
LARGEST = 110_000
SVG = "{http://www.w3.org/2000/svg}"

KEY_REGIONS = ("amygdala", "hypothalamus", "hippocampus")
CONTEXT = (
    *("mpfc", "acc", "pcc", "visual-cortex", "cerebral-cortex", "temporal-lobe", "septal-area"),
    *("thalamus", "interthalamic-adhesion", "third-ventricle", "third-ventricle-wall"),
    *("corpus-callosum", "septum-pellucidum", "fornix", "anterior-commissure"),
    *("pituitary", "infundibulum", "optic-chiasm", "mammillary-body", "nucleus-accumbens"),
    *("midbrain", "pons", "medulla", "cerebral-aqueduct", "fourth-ventricle"),
    *("cerebellum", "raphe"),
)
ELEMENTS = {"svg", "title", "desc", "defs", "g", "path"} | {
    *("circle", "ellipse", "linearGradient", "radialGradient", "stop")
}
ATTRIBUTES = {
    *("viewBox", "width", "height", "id", "d", "cx", "cy", "r", "rx", "ry"),
    *("x1", "y1", "x2", "y2", "offset", "stop-color", "stop-opacity"),
    *("fill", "fill-opacity", "fill-rule", "stroke", "stroke-width", "stroke-opacity"),
    *("stroke-linejoin", "stroke-linecap", "stroke-dasharray"),
}


@pytest.fixture(scope="module")
def root() -> ET.Element:
    return ET.fromstring(PLATE.read_bytes())


@pytest.fixture(scope="module")
def renderer() -> QSvgRenderer:
    return QSvgRenderer(str(PLATE))


def path_data(root: ET.Element, region: str) -> str:
    found = [path for path in root.iter(f"{SVG}path") if path.get("id") == region]
    assert len(found) == 1
    return found[0].get("d", "")


def test_every_id_occurs_once(root: ET.Element) -> None:
    ids = Counter(element.get("id") for element in root.iter() if element.get("id"))

    assert [name for name, count in ids.items() if count > 1] == []


@pytest.mark.parametrize("region", [*KEY_REGIONS, *CONTEXT])
def test_region_is_one_closed_path(root: ET.Element, region: str) -> None:
    assert path_data(root, region).endswith("z")


@pytest.mark.parametrize("region", KEY_REGIONS)
def test_key_region_has_one_outline(root: ET.Element, region: str) -> None:
    assert path_data(root, region).lower().count("m") == 1


def test_other_paths_are_decoration(root: ET.Element) -> None:
    decoration = re.compile(
        r"-(shade|light)-\d+$|-halo$|-fissures$|^sulci$|^arbor-vitae$|-hidden-edge$|^raphe-nuclei$"
    )
    ids = {path.get("id", "") for path in root.iter(f"{SVG}path")}

    unknown = ids - {*KEY_REGIONS, *CONTEXT}
    assert sorted(name for name in unknown if not decoration.search(name)) == []


# Boxes on the page (left, top, right, bottom), with room for a redraw of a few millimetres.
@pytest.mark.parametrize(
    ("region", "outer"),
    [
        ("amygdala", QRectF(350, 445, 100, 125)),
        ("hypothalamus", QRectF(345, 420, 108, 100)),
        ("hippocampus", QRectF(385, 375, 228, 198)),
    ],
)
def test_key_region_lies_where_it_belongs(
    renderer: QSvgRenderer, region: str, outer: QRectF
) -> None:
    bounds = renderer.boundsOnElement(region)

    assert outer.contains(bounds)
    assert bounds.width() > 0.6 * outer.width()
    assert bounds.height() > 0.6 * outer.height()


def test_hypothalamus_lies_above_and_before_its_neighbours(renderer: QSvgRenderer) -> None:
    hypothalamus, amygdala, hippocampus = (
        renderer.boundsOnElement(region).center()
        for region in ("hypothalamus", "amygdala", "hippocampus")
    )

    assert hypothalamus.y() < amygdala.y()
    assert amygdala.x() < hippocampus.x()  # the nose is on the left


def test_only_plain_elements(root: ET.Element) -> None:
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= ELEMENTS


def test_only_plain_attributes(root: ET.Element) -> None:
    assert {name for element in root.iter() for name in element.attrib} <= ATTRIBUTES


def test_paint_comes_from_the_file_itself(root: ET.Element) -> None:
    gradients = {element.get("id") for element in root.iter() if element.tag.endswith("Gradient")}
    paints = {element.get(key, "none") for element in root.iter() for key in ("fill", "stroke")}

    for paint in paints:
        link = re.fullmatch(r"url\(#([\w-]+)\)", paint)
        assert link[1] in gradients if link else re.fullmatch(r"none|#[0-9a-f]{6}", paint)


def test_no_document_type_and_no_links() -> None:
    text = PLATE.read_text(encoding="utf-8")

    assert "<!" not in text
    assert "<?" not in text
    assert text.count("http") == 1  # the namespace


def test_size_and_page(root: ET.Element) -> None:
    assert PLATE.stat().st_size < LARGEST
    assert root.get("viewBox") == "0 0 905 755"


def test_title_and_description_say_what_is_drawn(root: ET.Element) -> None:
    title, description = (root.findtext(f"{SVG}{name}", "") for name in ("title", "desc"))

    assert title
    for word in ("right", "nose to the left", "Composite", "Projected", "Schematic", "ICBM152"):
        assert word in description


def test_page_around_the_brain_stays_clear(renderer: QSvgRenderer) -> None:
    image = QImage(181, 151, QImage.Format.Format_ARGB32)
    image.fill(QColor(0, 0, 0, 0))
    painter = QPainter(image)
    renderer.render(painter, QRectF(0, 0, 181, 151))
    painter.end()

    corners = [(0, 0), (180, 0), (0, 150), (180, 150)]
    assert [image.pixelColor(*corner).alpha() for corner in corners] == [0, 0, 0, 0]
    assert image.pixelColor(90, 40).alpha() == 255
