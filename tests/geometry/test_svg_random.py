"""Whatever the bytes are: a diagram or a refusal, and nothing else."""

import random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from explorer.geometry.svg import read_diagram
from explorer.geometry.svg_error import SvgError

REGIONS = ("amygdala", "hippocampus")
SMALL = b"""<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"
     viewBox="0 0 100 100"><title>Brain &amp; more</title>
<defs><linearGradient id="g"><stop offset="0"/></linearGradient></defs>
<g id="amygdala" transform="translate(3,4) rotate(20 5 5) scale(1.5)" fill-rule="evenodd">
<path fill="url(#g)" d="M10 10c5-5 10 5 20 0s1 9 0 20q-5 5-10 0t-5-9a5 6 20 0110-9z"/>
<rect x="3" y="4" width="9" height="8" rx="2"/><circle cx="9" cy="8" r="3"/></g>
<ellipse data-region="hippocampus" style="fill:#123; fill-rule:nonzero" cx="60" cy="60" rx="9"
 ry="5" transform="skewX(20) matrix(1 0 0 1 2 3)"/>
<polygon id="thalamus" points="1,2 3,4 5 0"/><polyline points="1 2 3 4"/><line x1="4"/>
<use xlink:href="#thalamus"/><!-- a comment --></svg>"""


def outcome(data):
    """Return the ids found, or the faults; anything raised but a refusal is a failure."""
    try:
        return list(read_diagram(data, REGIONS, ("thalamus",)).shapes)
    except SvgError as error:
        return [f"{p.file}:{p.line}: {p.what}; {p.mend}" for p in error.problems]


def test_small_drawing_is_taken():
    assert outcome(SMALL) == ["amygdala", "hippocampus"]


@settings(deadline=None, max_examples=200)
@given(st.binary(max_size=200))
@example(b"<svg/>")
@example(b'<svg viewBox="0 0 1 1"/>')
@example(b'<?xml version="1.0" encoding="utf-16"?><svg/>')
@example(b"\xff\xfe<\x00s\x00v\x00g\x00/\x00>\x00")
def test_random_bytes_are_refused(data):
    assert outcome(data)[0].startswith("diagram.svg:")


WORDS = (
    *(b"", b"0", b"-", b".", b"e", b"1e308", b"-1e308", b"1e-320", b"nan", b"inf", b"99999999999"),
    *(b"<", b">", b"/", b'"', b"'", b"&", b"&#0;", b"&#x110000;", b"]]>", b"<![CDATA[", b"<!--"),
    *(b"M", b"m", b"Z", b"z", b"A", b"t", b"S", b"H", b"l0 0", b"a0 0 0 0 0 1 1", b"a1 1 0 112 2"),
    *(b"<g>", b"</g>", b"<svg>", b"</svg>", b"<path/>", b'id="amygdala"', b' d=""', b"transform"),
    *(b"scale(0)", b"scale(1e300)", b"rotate(1 2)", b"matrix(0 0 0 0 0 0)", b"em", b"%", b"px"),
    *(b"none", b"evenodd", b"inherit", b";", b":", b"\\", b"url(", b"#", b"\x00", b"\xff", b"\n"),
)


def mutated(seed):
    """Return the small drawing with a few of its bytes changed, moved or replaced by words."""
    rng = random.Random(seed)
    data = bytearray(SMALL)
    for _ in range(rng.randint(1, 4)):
        start = rng.randrange(len(data))
        end = min(len(data), start + rng.choice((0, 0, 1, 1, 3, 20)))
        insert = rng.choice((*WORDS, bytes(data[start:end]), bytes([rng.randrange(256)])))
        data[start:end] = insert * rng.choice((1, 1, 1, 2, 30))
    return bytes(data)


@settings(deadline=None, max_examples=500)
@given(st.integers(0, 2**32).map(mutated))
def test_mutated_drawing_is_taken_or_refused(data):
    assert outcome(data)


def within_attributes(seed):
    """Return the small drawing, well formed, with the text of an attribute changed."""
    rng = random.Random(seed)
    parts = SMALL.split(b'"')
    place = rng.randrange(11, len(parts), 2)  # after the head of the drawing
    text = bytearray(parts[place])
    for _ in range(rng.randint(1, 3)):
        start = rng.randrange(len(text) + 1)
        word = rng.choice([word for word in WORDS if not set(word) & set(b'<>&"\0\xff')])
        text[start : start + rng.choice((0, 1, 2))] = word
    parts[place] = bytes(text)
    return b'"'.join(parts)


@settings(deadline=None, max_examples=700)
@given(st.integers(0, 2**32).map(within_attributes))
def test_odd_attribute_is_taken_or_refused(data):
    assert outcome(data)


@pytest.mark.parametrize("command", list("MmLlHhVvCcSsQqTtAaZz"))
@pytest.mark.parametrize("tail", ["", "1e400", "1", "1 2", "1 2 3 4 5 6 7", "1,,2", "z1 2"])
def test_odd_path_is_taken_or_refused(command, tail):
    path = f'<path id="amygdala" d="M1 2h9v9{command}{tail}"/>'
    assert outcome(b'<svg viewBox="0 0 9 9">' + path.encode() + b"</svg>")
