"""Reading a drawing reads nothing else: no file, no connection, no program."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROGRAM = """
import sys
sys.path.insert(0, {root!r})
from explorer.geometry.svg import read_diagram
from explorer.geometry.svg_error import SvgError
good = b'<svg viewBox="0 0 9 9"><path id="it" d="M0 0H9V9Z"/><g>%s</g></svg>'
assert read_diagram(good % b"", ["it"]).shapes  # what is imported late is here now
ATTACKS = {attacks!r}
seen = []
def watch(event, args):
    if event.split(".")[0] in ("open", "socket", "subprocess", "os", "urllib", "import", "exec"):
        seen.append((event, str(args)[:200]))
sys.addaudithook(watch)
for attack in ATTACKS:
    try:
        read_diagram(attack if attack.startswith(b"<") else good % attack[1:], ["it"])
    except SvgError as error:
        continue
    seen.append(("taken", attack))
sys.stdout.write("\\n".join(map(repr, seen)) or "quiet")
"""
ATTACKS = [
    b'<!DOCTYPE svg SYSTEM "http://127.0.0.1:9/a.dtd"><svg/>',
    b'<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/hostname">]><svg>&a;</svg>',
    b'<!DOCTYPE svg [<!ENTITY % a SYSTEM "file:///etc/hostname"> %a;]><svg/>',
    b'<?xml version="1.0" encoding="idna"?><svg/>',
    b'<?xml version="1.0" encoding="../../tmp/codec"?><svg/>',
    b'+<image href="file:///etc/hostname"/>',
    b'+<image href="http://127.0.0.1:9/a.png"/>',
    b'+<use href="http://127.0.0.1:9/a.svg#b"/>',
    b'+<g style="fill:url(http://127.0.0.1:9/a.svg#b)"/>',
    b'+<?xml-stylesheet href="file:///etc/hostname"?>',
    b'+<style>@import "file:///etc/hostname";</style>',
    b'+<g xml:base="file:///etc/"><use href="#hostname"/></g>',
]


def run(program):
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_hostile_drawing_opens_nothing():
    assert run(PROGRAM.format(root=str(ROOT), attacks=ATTACKS)) == "quiet"


@pytest.mark.parametrize("module", ["hit_index", "outline", "visible", "diagram", "svg"])
def test_importing_the_floor_stays_light(module):
    heavy = ("svgelements", "PySide6", "xml", "defusedxml", "numpy", "json", "pyexpat")
    program = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r}); import explorer.geometry.{module};"
        f"print([name for name in {heavy!r} if name in sys.modules])"
    )
    assert run(program).strip() == "[]"


def test_one_module_knows_svgelements():
    users = [
        path.name
        for path in (ROOT / "explorer").rglob("*.py")
        if "import svgelements" in path.read_text() or "from svgelements" in path.read_text()
    ]
    assert users == ["svg_shape.py"]
