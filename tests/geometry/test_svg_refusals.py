"""Every drawing that is refused: where it says so, and in which words."""

import time
from types import MappingProxyType

import pytest

from explorer.geometry.svg import read_diagram
from explorer.geometry.svg_error import SvgError

GOOD = '<path id="amygdala" d="M10 10H40V40H10Z"/>'
SVG = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


def drawing(*lines, box='viewBox="0 0 100 100"'):
    """Return a drawing whose first line is the svg element; the lines given start at 2."""
    return "\n".join([f"<svg {SVG} {box}>", *lines, "</svg>"]).encode()


def refused(data, regions=("amygdala", "hippocampus")):
    start = time.perf_counter()
    with pytest.raises(SvgError) as caught:
        read_diagram(data, regions, ("thalamus",), "plate.svg")
    assert time.perf_counter() - start < 1
    problems = caught.value.problems
    assert problems
    assert all(p.file == "plate.svg" and p.line >= 1 and p.what and p.mend for p in problems)
    return [str(problem) for problem in problems]


def test_the_good_drawing_is_taken():
    assert list(read_diagram(drawing(GOOD), ["amygdala"]).shapes) == ["amygdala"]


UNSAFE = MappingProxyType(
    {
        "script": ("<script>alert(1)</script>", "<script> is not allowed"),
        "script elsewhere": ('<x:script xmlns:x="urn:x"/>', "<script> is not allowed"),
        "event": ('<g onclick="go()"/>', "onclick runs a script"),
        "link": ('<a href="https://example.org/"><g/></a>', 'href="https://example.org/" leads'),
        "xlink": ('<use xlink:href="other.svg#a"/>', 'href="other.svg#a" leads out'),
        "javascript": ('<a xlink:href=" javascript:alert(1)"/>', "leads out of the file"),
        "src": ('<g src="file:///etc/passwd"/>', 'src="file:///etc/passwd" leads out'),
        "data link": ('<use href="data:image/svg+xml,%3Csvg/%3E#a"/>', "leads out of the file"),
        "picture": ('<image href="#a"/>', "<image> is not allowed"),
        "picture inside": ('<image href="data:image/png;base64,AAAA"/>', "<image> is not allowed"),
        "paint": ('<g fill="url(https://example.org/a#b)"/>', "fill fetches url(https://"),
        "paint in quotes": ("<g fill=\"url( 'a.svg#b')\"/>", "fill fetches url(a.svg#b'"),
        "paint in style": ('<g style="fill:URL(a.svg#b)"/>', "style fetches url(a.svg#b)"),
        "escaped style": (r'<g style="fill:u\72l(a.svg#b)"/>', "style has a backslash"),
        "web page": ("<foreignObject/>", "<foreignObject> is not allowed"),
        "web element": ('<div xmlns="http://www.w3.org/1999/xhtml"/>', "<div> belongs to a web"),
        "style sheet": ("<style>path{display:none}</style>", "<style> holds rules"),
        "style sheet file": ("<?xml-stylesheet href='a.css'?>", "<?xml-stylesheet?> calls for"),
        "svg inside": ('<svg viewBox="0 0 1 1"/>', "<svg> inside the <svg>"),
        "symbol": ("<symbol/>", "<symbol> is not allowed"),
        "movement": ('<animate attributeName="href" to="javascript:a"/>', "<animate> is not"),
        "set": ('<set attributeName="onclick" to="a"/>', "<set> is not allowed"),
        "base": ('<g xml:base="https://example.org/"/>', "xml:base changes"),
    }
)


@pytest.mark.parametrize(("line", "words"), UNSAFE.values(), ids=UNSAFE.keys())
def test_unsafe_content_is_refused(line, words):
    (problem,) = refused(drawing(GOOD, "<g/>", line))
    assert problem.startswith("plate.svg:4: ")
    assert words in problem


UNCLEAR = MappingProxyType(
    {
        "twice": ('<g id="amygdala"/>', "'amygdala' is there twice, first in line 2"),
        "twice by data": ('<path data-region="amygdala" d="M0 0H9V9Z"/>', "is there twice"),
        "malformed path": ('<path id="hippocampus" d="M0 0L9 9 9"/>', "breaks off at character 10"),
        "path without start": ('<path id="hippocampus" d="L9 9"/>', "breaks off at character 1"),
        "number with unit": ('<path id="hippocampus" d="M0 0L9px 9"/>', "breaks off at"),
        "odd flag": ('<path id="hippocampus" d="M0 0A9 9 0 2 1 9 9"/>', "breaks off at"),
        "unfinished path": ('<path id="hippocampus" d="M0 0L9 9 L9"/>', "breaks off at"),
        "no number": ('<path id="hippocampus" d="M0 0L9 nan"/>', "breaks off at"),
        "endless": ('<path id="hippocampus" d="M0 0H9V1e999Z"/>', "is endless or far too large"),
        "nearly endless": ('<path id="hippocampus" d="M0 0H9C0 0 1e308 0 9 9Z"/>', "far too large"),
        "endless size": ('<rect id="hippocampus" width="1e999" height="9"/>', 'width="1e999" is'),
        "em": ('<rect id="hippocampus" width="2em" height="9"/>', 'width="2em" is not a plain'),
        "ex": ('<circle id="hippocampus" r="2ex"/>', 'r="2ex" is not a plain'),
        "percent": ('<ellipse id="hippocampus" rx="2%" ry="3"/>', 'rx="2%" is not a plain'),
        "negative": ('<rect id="hippocampus" width="-2" height="9"/>', "is less than zero"),
        "odd points": ('<polygon id="hippocampus" points="0,0 9,0 9"/>', "an x without a y"),
        "no points": ('<polygon id="hippocampus" points="0,0 9,0 9,b"/>', "that is no number"),
        "empty path": ('<path id="hippocampus" d=""/>', "'hippocampus' has no shape in it"),
        "no path": ('<path id="hippocampus"/>', "'hippocampus' has no shape in it"),
        "no size": ('<rect id="hippocampus" x="3"/>', "'hippocampus'"),
        "empty group": ('<g id="hippocampus"/>', "'hippocampus' has no shape in it"),
        "text only": ('<text id="hippocampus">a</text>', "'hippocampus' is a <text>"),
        "line": ('<line id="hippocampus" x2="9" y2="9"/>', "is a line without an inside"),
        "flat": ('<path id="hippocampus" d="M0 0L9 9L0 0Z"/>', "is a line without an inside"),
        "squashed": (
            '<path id="hippocampus" transform="scale(0 1)" d="M0 0H9V9Z"/>',
            "is a line without an inside",
        ),
        "clipped": ('<path id="hippocampus" clip-path="url(#a)" d="M0 0H9V9Z"/>', "cut by clip"),
        "clipped by group": (
            '<g clip-path="url(#a)"><path id="hippocampus" d="M0 0H9V9Z"/></g>',
            "cut by clip-path",
        ),
        "masked": ('<path id="hippocampus" style="mask:url(#a)" d="M0 0H9V9Z"/>', "cut by mask"),
        "clipped inside": (
            '<g id="hippocampus"><path clip-path="url(#a)" d="M0 0H9V9Z"/></g>',
            "cut by clip-path",
        ),
        "hidden": ('<path id="hippocampus" display="none" d="M0 0H9V9Z"/>', "is hidden"),
        "hidden by style": (
            '<g style="visibility: hidden"><path id="hippocampus" d="M0 0H9V9Z"/></g>',
            "is hidden",
        ),
        "definition": ('<defs><path id="hippocampus" d="M0 0H9V9Z"/></defs>', "in a definition"),
        "copy": ('<use id="hippocampus" href="#amygdala"/>', "is drawn by <use>"),
        "copy in group": ('<g id="hippocampus"><use href="#amygdala"/></g>', "is drawn by <use>"),
        "bad transform": (
            '<path id="hippocampus" transform="rotate(45deg)" d="M0 0H9V9Z"/>',
            'transform="rotate(45deg)" is not well formed',
        ),
        "bad transform around": (
            '<g transform="moved(3)"><path id="hippocampus" d="M0 0H9V9Z"/></g>',
            'transform="moved(3)" is not well formed',
        ),
        "style moves": (
            '<path id="hippocampus" style="transform:scale(2)" d="M0 0H9V9Z"/>',
            "style property transform moves",
        ),
        "origin": (
            '<path id="hippocampus" transform-origin="5 5" d="M0 0H9V9Z"/>',
            "transform-origin moves",
        ),
        "outside": ('<path id="hippocampus" d="M200 0H209V9Z"/>', "lies outside the viewBox"),
        "huge": ('<path id="hippocampus" d="M0 0H9V1e9Z"/>', "reaches far out of the picture"),
        "bad landmark": ('<path id="thalamus" d="M0 0 9"/>', "breaks off at character"),
    }
)


@pytest.mark.parametrize(("line", "words"), UNCLEAR.values(), ids=UNCLEAR.keys())
def test_unclear_region_is_refused(line, words):
    problems = refused(drawing(GOOD, "<g/>", line))
    assert problems[0].startswith("plate.svg:4: ")
    assert words in problems[0]


VIEW_BOXES = ("", 'viewBox=""', 'viewBox="0 0 9"', 'viewBox="0 0 0 9"', 'viewBox="0 0 9 -9"')
ODD_VIEW_BOXES = ('viewBox="0 0 nan 9"', 'viewBox="0 0 1e9 9"', 'viewBox="0 0 9 9 9"')


@pytest.mark.parametrize("box", VIEW_BOXES + ODD_VIEW_BOXES)
def test_view_box_must_be_a_size(box):
    (problem,) = refused(drawing(GOOD, box=box))
    assert problem.startswith("plate.svg:1: ")
    assert "viewBox" in problem


def test_drawing_without_region_is_refused():
    (problem,) = refused(drawing('<path id="thumb" d="M0 0H9V9Z"/>'))
    assert "plate.svg:1: no region is in the drawing; give a shape the id" in problem


def test_every_fault_is_named_at_once():
    problems = refused(drawing(GOOD, "<script/>", '<g onload="a()" src="b"/>'))
    assert [problem.split(":")[1] for problem in problems] == ["3", "4", "4"]


NOT_XML = (
    (b"", "not well-formed XML (no element found)"),
    (b"brain", "not well-formed XML (syntax error)"),
    (b"\x00\x01\x02" * 99, "not well-formed XML"),
    (b"%PDF-1.7 ...", "not well-formed XML"),
    (drawing(GOOD)[:-7], "not well-formed XML (no element found)"),
    (drawing("<g>"), "not well-formed XML (mismatched tag)"),
    (drawing("<g>&boom;</g>"), "not well-formed XML (undefined entity)"),
    (b"<html/>", "the first element is <html>"),
    (b'<svg xmlns="urn:other"/>', "the first element is <svg>"),
    (b'<?xml version="1.0" encoding="rot13"?><svg/>', "the encoding 'rot13' is not read"),
    (b'<?xml version="1.0" encoding="cp1252"?><svg/>', "the encoding 'cp1252' is not read"),
    (drawing(GOOD).replace(b"amygdala", b"\xff\xfe\xff"), "not well-formed XML"),
)


@pytest.mark.parametrize(("data", "words"), NOT_XML)
def test_what_is_no_drawing_is_refused(data, words):
    (problem,) = refused(data)
    assert words in problem


def test_doctype_is_refused_before_its_entities_are_read():
    bomb = '<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa">' + "".join(
        f'<!ENTITY a{i} "{f"&a{i - 1 if i else str()};" * 10}">' for i in range(10)
    )
    (problem,) = refused((bomb + "]>\n").encode() + drawing("<g>&a9;</g>"))
    assert problem.startswith("plate.svg:1: there is a DOCTYPE")
    outside = b'<?xml version="1.0"?>\n<!DOCTYPE svg SYSTEM "file:///etc/passwd">\n'
    (problem,) = refused(outside + drawing(GOOD))
    assert problem.startswith("plate.svg:2: there is a DOCTYPE")


BIG = MappingProxyType(
    {
        "nonsense": (b"\x93brain" * 8_400_000, "the file has 50.4 million bytes"),
        "spaces": (drawing(GOOD, " " * 5_000_000), "the file has 5.0 million bytes"),
        "deep": (drawing("<g>" * 10_000, "</g>" * 10_000), "lie more than 200 deep"),
        "deep and open": (drawing("<g>" * 1_000_000), "lie more than 200 deep"),
        "many": (drawing(GOOD, "<g/>" * 60_000), "more than 50000 elements"),
        "faulty": (drawing(GOOD, "<script/>" * 40_000), "<script> is not allowed"),
        "long path": (
            drawing(f'<path id="amygdala" d="M0 0{"L1 1" * 200_000}"/>'),
            "the path is 800004 characters long",
        ),
        "wrong at the end": (
            drawing(f'<path id="amygdala" d="M0 0{"L1 1" * 120_000}!"/>'),
            "breaks off at character 480005",
        ),
        "attributes": (
            drawing("<g " + " ".join(f'a{i}=""' for i in range(250_000)) + "/>"),
            "more than 200000 attributes",
        ),
    }
)


@pytest.mark.parametrize(("data", "words"), BIG.values(), ids=BIG.keys())
def test_what_costs_too_much_is_refused_in_time(data, words):
    assert words in refused(data)[0]


def test_faults_are_not_listed_without_end():
    assert len(refused(drawing(GOOD, "<script/>\n" * 40_000))) == 100


def test_empty_style_of_an_editor_is_taken():
    assert read_diagram(drawing("<style/><style> \n</style>", GOOD), ["amygdala"]).shapes


def copies(levels):
    """Return groups of ten copies of groups of ten copies, and so on."""
    groups = (f'<g id="a{i}">{f"""<use href="#a{i - 1}"/>""" * 10}</g>' for i in range(1, levels))
    return drawing(GOOD, '<g id="a0"/>', *groups)


def test_copies_of_copies_are_refused():
    assert read_diagram(copies(2), ["amygdala"]).shapes
    problems = refused(copies(12))
    assert problems[0].startswith("plate.svg:5: <use> copies another <use>; copy the shape")


def test_copy_of_itself_is_refused():
    (problem,) = refused(drawing(GOOD, '<g id="a"><use href="#a"/></g>'))
    assert "plate.svg:3: <use> copies another <use>" in problem


def test_too_many_copies_are_refused():
    big = drawing(GOOD, f'<g id="a">{"<g/>" * 9000}</g>', *['<use href="#a"/>'] * 30_000)
    assert refused(big) == ["plate.svg:9: copies make more than 50000 elements; copy less"]


def test_pattern_of_patterns_is_refused():
    pattern = '<pattern id="p{}"><g style="fill: url( #p{})"/></pattern>'
    assert "a <pattern> is painted with another" in refused(drawing(GOOD, pattern.format(1, 1)))[0]
    tiles = drawing(GOOD, '<pattern id="p"/><linearGradient id="g"/>', '<g fill="url(#p)"/>')
    assert read_diagram(tiles, ["amygdala"]).shapes
