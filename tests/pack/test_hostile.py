"""Whatever is done to a pack's files, the reader answers with faults or a library."""

import re

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from explorer.domain.library import Library
from explorer.pack.pack_error import PackError
from explorer.pack.reader import read_pack

FILES = [
    "pack.yaml", "regions.yaml", "claims/amygdala.yaml", "glossary.yaml", "references.json",
    "retractions.yaml", "diagrams/medial.svg",
]  # fmt: skip
SCRAPS = st.sampled_from(
    ["", " ", "\n", "- ", ": ", "{", "}", "[", "]", '"', "'", "#", "&a ", "*a", "!!map ", "null",
     "~", "1e999", "-5", "true", "\0", "\t", "|", ">", "é", "\ud800", "a: b\n", "- - -", "%", "..",
     "9" * 400, "10.1000/x", "P1D", "<!DOCTYPE x>", "&lt;", "-->"]
)  # fmt: skip
CHANGE = st.tuples(st.sampled_from(FILES), st.floats(0, 1), st.integers(0, 40), SCRAPS)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(CHANGE, min_size=1, max_size=3))
def test_damaged_pack_gives_faults_or_a_library(pack, changes):
    originals = {name: (pack.folder / name).read_bytes() for name in FILES}
    try:
        for name, where, length, scrap in changes:
            raw = (pack.folder / name).read_bytes()
            at = int(where * len(raw))
            new = scrap.encode("utf-8", "surrogatepass")
            (pack.folder / name).write_bytes(raw[:at] + new + raw[at + length :])
        assert_answer(pack.folder)
    finally:
        for name, raw in originals.items():
            (pack.folder / name).write_bytes(raw)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.data())
def test_any_value_anywhere_gives_faults_or_a_library(pack, data):
    """A value of another type where a scalar stands: the shapes that a schema must survive."""
    name = data.draw(st.sampled_from([file for file in FILES if file.endswith(".yaml")]))
    original = pack.text(name)
    spots = [match.span(1) for match in re.finditer(r": ([^\n{\[]+)", original)]
    start, end = data.draw(st.sampled_from(spots))
    value = data.draw(
        st.sampled_from(["[]", "{}", "[[]]", "5", "-1", "0.5", "true", "null", '""', "[1, {a: b}]"])
    )
    try:
        pack.write(name, original[:start] + value + original[end:])
        assert_answer(pack.folder)
    finally:
        pack.write(name, original)


def assert_answer(folder):
    try:
        answer = read_pack(folder)
    except PackError as error:
        answer = error
    if isinstance(answer, Library):
        return
    assert answer.problems
    for problem in answer.problems:
        assert problem.line >= 1
        assert problem.what
        assert problem.mend
        assert "\n" not in str(problem)
        str(problem).encode()
