"""YAML and JSON to data with lines: strict, small, and never surprised."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.domain.problem import Problem
from explorer.pack.document import Document, as_written
from explorer.pack.located import read_yaml
from explorer.pack.located_json import read_json

READERS = pytest.mark.parametrize("read", [read_yaml, read_json])
# Line ends of other worlds are left out: YAML itself folds them.
WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=8)
NESTED = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**17), 10**17) | WORDS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(WORDS, inner, max_size=4),
    max_leaves=20,
)


def data(text):
    document = read_yaml("a.yaml", text.encode())
    assert isinstance(document, Document), document
    return document.data


def fault(text, read=read_yaml):
    raw = text if isinstance(text, bytes) else text.encode()
    problems = read("a.yaml", raw)
    assert isinstance(problems, list)
    return problems[0]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("no", "no"), ("yes", "yes"), ("on", "on"), ("NO", "NO"), ("2026-11", "2026-11"),
        ("2026-11-21", "2026-11-21"), ("12:30", "12:30"), ("0x1F", "0x1F"), ("1_000", "1_000"),
        ("true", True), ("False", False), ("null", None), ("~", None), ("", None),
        ("12", 12), ("-3", -3), ("1.5", 1.5), ("1e3", 1000.0), (".5", 0.5), (".inf", ".inf"),
        ('"12"', "12"), ("'true'", "true"), ("!!str 12", "12"), ("10.1038/a", "10.1038/a"),
    ],
)  # fmt: skip
def test_scalar_means_what_it_looks_like(written, meant):
    value = data(f"a: {written}\n")["a"]
    assert value == meant
    assert isinstance(value, type(meant))


@pytest.mark.parametrize("written", ["1.0", "2026", "0.020", "1e3", "007"])
def test_number_remembers_how_it_was_written(written):
    assert as_written(data(f"a: {written}\n")["a"]) == written


def test_every_part_has_its_line():
    document = read_yaml("a.yaml", b"# first\na:\n- b: 1\n  c: >\n    long\n    text\n-\n  b: 2\n")
    assert isinstance(document, Document)
    assert document.line(("a",)) == 2
    assert document.line(("a", 0, "b")) == 3
    assert document.line(("a", 0, "c")) == 4
    assert document.line(("a", 1, "b")) == 8
    assert document.line(("a", 0, "missing")) == 3
    assert document.line(("nothing",)) == 1


def test_every_part_of_json_has_its_line():
    document = read_json("a.json", b'[\n {"a": 1,\n  "b": [1,\n  "x"]},\n {"a": {}, "c": []},\n 5]')
    assert isinstance(document, Document)
    paths = [(0,), (0, "a"), (0, "b"), (0, "b", 1), (1, "c"), (2,)]
    assert [document.line(path) for path in paths] == [2, 2, 3, 4, 5, 6]


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("a: &x 1\n", 1, "uses the anchor &x"),
        ("a: 1\nb: *x\n", 2, "uses the alias *x"),
        ("a: 1\nb: 2\na: 3\n", 3, "has `a` twice"),
        ("a: 1\nb: !!python/object:os.system {}\n", 2, "uses the tag tag:yaml.org,2002:python"),
        ("a: !include b\n", 1, "uses the tag !include"),
        ("a: 1\n---\nb: 2\n", 2, "holds a second YAML document"),
        ("? [a]\n: b\n", 1, "has a list or a mapping as a key"),
        ("a: 1\nb: [\n", 3, "is not valid YAML"),
        ("a:\n\t- b\n", 2, "is not valid YAML"),
        ("a: 1\nb: \x07\n", 2, "is not valid YAML"),
        (b"a: 1\nb: \xff\n", 2, "is not UTF-8 text"),
        ("a: 1\n".encode("utf-16"), 1, "is not UTF-8 text"),
        (b"a: 1\nb: \0\n", 2, "holds a NUL byte"),
        ("[" * 60, 1, "is nested deeper than 50 levels"),
        ("\n".join(" " * depth + "a:" for depth in range(60)), 51, "is nested deeper than 50"),
    ],
)
def test_what_a_pack_does_not_need_is_refused(text, line, what):
    problem = fault(text)
    assert problem.what.startswith(what), problem
    assert problem.line == line, problem


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ('{"a": 1,\n "a": 2}', 2, "has `a` twice"),
        ('{"a": 1,\n b: 2}', 2, "is not valid JSON"),
        ('{"a": NaN}', 1, "is not valid JSON"),
        ('[\n"\\ud800"]', 2, "holds half a character"),
        ("[\n" + "9" * 5000 + "]", 2, "holds a number that is too long"),
        ("[\n" + "9" * 30 + "]", 2, "holds a number that is too long"),
        ("\n" + "[" * 100000, 2, "is nested deeper than 50 levels"),
        ('"' + '\\"' * 100000, 1, "is not valid JSON"),
        (b"\xff", 1, "is not UTF-8 text"),
        ("", 1, "is not valid JSON"),
    ],
)
def test_bad_json_is_refused(text, line, what):
    problem = fault(text, read_json)
    assert problem.what.startswith(what), problem
    assert problem.line == line, problem


@READERS
def test_odd_key_is_shown_on_one_line(read):
    key = '"a\\n\\u001b[31m' + "b" * 200 + '"'
    problem = fault("{" + key + ": 1, " + key + ": 2}", read)
    assert problem.what == f"has `a??[31m{'b' * 73}…` twice"


def test_all_faults_of_a_file_are_reported():
    problems = read_yaml("a.yaml", b"a: &x 1\na: *x\n")
    assert isinstance(problems, list)
    assert len(problems) == 3


def test_byte_order_mark_is_no_fault():
    assert data("\ufeffa: 1\n") == {"a": 1}


@READERS
@given(st.binary(max_size=200))
def test_any_bytes_give_data_or_faults(read, raw):
    assert_sound(read("a.yaml", raw))


@READERS
@given(st.text(st.sampled_from("ab:-?[]{},&*!|>'\"%@#\\ \n\t01.~"), max_size=60))
def test_any_text_gives_data_or_faults(read, text):
    assert_sound(read("a.yaml", text.encode()))


def assert_sound(result):
    if isinstance(result, Document):
        assert all(line >= 1 for line in result.lines.values())
    else:
        assert result
        assert all(isinstance(problem, Problem) and problem.line >= 1 for problem in result)


@given(NESTED)
def test_json_reads_what_json_writes(value):
    document = read_json("a.json", json.dumps(value, indent=1).encode())
    assert isinstance(document, Document)
    assert document.data == value


@given(NESTED)
def test_yaml_reads_what_yaml_writes(value):
    """Our scalars agree with PyYAML's on whatever PyYAML itself writes."""
    import yaml

    document = read_yaml("a.yaml", yaml.safe_dump({"a": value}, allow_unicode=True).encode())
    if isinstance(document, Document):  # anchors and odd keys are refused, and rightly
        assert as_text(document.data) == as_text({"a": value})


def as_text(value):
    """Compare numbers as they are written: YAML 1.2 sees some where YAML 1.1 does not (0E0)."""
    if isinstance(value, dict):
        return {key: as_text(part) for key, part in value.items()}
    if isinstance(value, list):
        return [as_text(part) for part in value]
    value = as_written(value)
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value
