"""One fault in a data set: named with file, row, column and how to mend it."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from explorer.pack.reader import read_pack
from explorer.pack.table import COLUMNS, read_table

D = "datasets.yaml"
H = "datasets/heat.csv"
S = "datasets/share.csv"
R = "datasets/rats.csv"
FIRST = "mdma,,0,36.9,9,sd,0.3,,,one2009,table 1,,"
SECOND = "mdma,,60,37.6,9,ci95,,37.1,38,one2009"
HEADER = "series,category,x,value,n,spread,spread_value,low,high,reference,source,note_nl,note_en"

# file, text that is replaced, new text, row, column, what, mend
CELLS = {
    "text for a number": (H, "36.9", "warm", 2, "value", "`warm` is no number", "-1.5"),
    "decimal comma": (H, "36.9", '"36,9"', 2, "value", "`36,9` is no number", "decimal point"),
    "infinity": (H, "36.9", "inf", 2, "value", "`inf` is no number", "digits"),
    "other digits": (H, "36.9", "३६", 2, "value", "`३६` is no number", "digits"),
    "no value": (H, "36.9", "", 2, "value", "is empty", "digits"),
    "no x": (H, "mdma,,0,", "mdma,,,", 2, "x", "is empty", "digits"),
    "text for x": (H, "mdma,,0,", "mdma,,soon,", 2, "x", "`soon` is no number", "digits"),
    "x without an axis": (S, "mdma,trial,,", "mdma,trial,3,", 2, "x", "has no x axis", "empty it"),
    "half a person": (H, ",9,sd", ",9.5,sd", 2, "n", "`9.5` is no whole number", "from 1"),
    "nobody": (H, ",9,sd", ",0,sd", 2, "n", "`0` is no whole number", "or leave the cell empty"),
    "unknown series": (
        H, "placebo,,60", "plasebo,,60", 4, "series", "`plasebo` is not described", "mdma, placebo",
    ),
    "no series": (H, "placebo,,60", ",,60", 4, "series", "is empty", "mdma, placebo"),
    "unknown category": (
        R, "rats,cortex", "rats,bark", 2, "category", "`bark` is not described", "use one of",
    ),
    "category on an axis": (
        H, "mdma,,0", "mdma,cortex,0", 2, "category", "`cortex` is not described", "empty it",
    ),
    "unknown spread": (H, "sd,0.3", "sdd,0.3", 2, "spread", "`sdd` is no kind", "ci95, iqr"),
    "spread without a kind": (
        H, "sd,0.3", ",0.3", 2, "spread_value", "has a value, but `spread` is empty", "sd, se",
    ),
    "deviation without a value": (
        H, "sd,0.3", "sd,", 2, "spread_value", "is empty, but `spread` is sd", "give",
    ),
    "deviation below nothing": (H, "sd,0.3", "sd,-0.3", 2, "spread_value", "below 0", "minus"),
    "deviation with ends": (
        H, "sd,0.3,,", "sd,0.3,36,", 2, "low", "has a value, but `spread` is sd", "it follows",
    ),
    "interval with one end": (
        H, "37.1,38", "37.1,", 3, "high", "is empty, but `spread` is ci95", "both ends",
    ),
    "interval with a width": (
        H, "ci95,,", "ci95,1,", 3, "spread_value", "but `spread` is ci95", "two ends",
    ),
    "interval back to front": (H, "37.1,38", "38,37.1", 3, "low", "is above `high`", "swap"),
    "value outside": (H, "37.1,38", "37.7,38", 3, "value", "outside its own interval", "correct"),
    "no reference": (H, "0.3,,,one2009", "0.3,,,", 2, "reference", "is empty", "references.json"),
    "no key": (H, "0.3,,,one2009", "0.3,,,one 2009", 2, "reference", "no citation key", "key"),
    "unknown reference": (
        H, "0.3,,,one2009", "0.3,,,one2008", 2, "reference",
        "`one2008` is not in references.json", "did you mean `one2009`?",
    ),
    "retracted work": (
        R, "two2010", "gone2002", 2, "reference", "`gone2002` (10.1000/gone) is retracted",
        "remove the row",
    ),
    "row twice": (H, "placebo,,60", "mdma,,60", 4, "value", "place in the plot as row 3", "keep"),
    "more than all": (S, "67.5", "167.5", 2, "value", "167.5 is not between 0 and 100", "share"),
    "one note": (
        H, '"the highest, after 60 minutes"', "", 3, "note_en", "is empty", "twice, or never",
    ),
    "notes that differ": (
        H, "after 60", "after 90", 3, "note_en", "other numbers than `note_nl`", "in both",
    ),
}  # fmt: skip


@pytest.mark.parametrize("fault", CELLS.values(), ids=CELLS.keys())
def test_cell_is_named_with_row_column_and_mend(whole, fault):
    file, old, new, row, column, what, mend = fault
    whole.swap(file, old, new)
    problem = next(part for part in whole.problems() if part.file == file)
    assert (problem.line, mend in problem.mend) == (row, True), problem
    assert problem.what.startswith(f"row {row}, column `{column}`: "), problem
    assert what in problem.what, problem


# file, text that is replaced, new text, line, what, mend
WHOLE_FILES = {
    "semicolons": (H, None, HEADER.replace(",", ";"), 1, "has semicolons between", "with commas"),
    "tabs": (H, None, HEADER.replace(",", "\t"), 1, "has tabs between its cells", "with commas"),
    "nothing": (H, None, "", 1, "is empty", "series,category"),
    "no rows": (H, None, HEADER, 1, "has no rows", "add a row"),
    "unknown column": (H, "spread_value", "spred_value", 1, "`spread_value`", HEADER),
    "column twice": (H, "series,category", "series,series", 1, "a column is named twice", "remove"),
    "missing column": (H, ",note_en\n", "\n", 1, "the columns lack `note_en`", HEADER),
    "cell too many": (H, FIRST, f"{FIRST},", 2, "has 14 cells, not 13", "count the commas"),
    "cell too few": (H, FIRST, FIRST[:-1], 2, "has 12 cells, not 13", "count the commas"),
    "open quote": (H, "table 1,,\n", '"table 1,,\n', 2, "a quote is not closed", "whole cell"),
    "bell": (H, "table 1,,\n", "table\a1,,\n", 2, "column 11: holds a character", "remove"),
}  # fmt: skip


@pytest.mark.parametrize("fault", WHOLE_FILES.values(), ids=WHOLE_FILES.keys())
def test_row_is_named_with_mend(whole, fault):
    file, old, new, line, what, mend = fault
    if old is None:
        whole.write(file, new)
    else:
        text = whole.text(file)
        whole.write(file, text.replace(old, new, 1))
    problem = whole.problems()[0]
    assert (problem.file, problem.line) == (file, line), problem
    assert what in problem.what, problem
    assert mend in problem.mend, problem


# text that is replaced, new text, what marks the line afterwards, what, mend
DESCRIPTIONS = {
    "missing unit": (
        "    unit: {nl: graden, en: degrees}\n", "", "  y:", "`unit` is missing", "add `unit`",
    ),
    "unit in one language": ("{nl: graden, en: degrees}", "{nl: graden}", "graden}", "en", "add"),
    "unknown kind": ("kind: points", "kind: dots", "kind: dots", "cannot be 'dots'", "time_course"),
    "unknown place": (
        "about: [raphe]", "about: [raffe]", "about: [raffe]", "no place of this pack", "`raphe`?",
    ),
    "place twice": ("[raphe]", "[raphe, raphe]", "about: [raphe", "twice", "remove one"),
    "people with animals": (
        "{id: placebo, name: {nl: placebo, en: placebo}, species: human}",
        "{id: placebo, name: {nl: placebo, en: placebo}, species: rat}",
        "species: rat}", "people and animals are in one data set", "make two",
    ),
    "series twice": (
        "- {id: rats, name: {nl: ratten, en: rats}, species: rat}",
        (
            "- {id: rats, name: {nl: ratten, en: rats}, species: rat}\n"
            "  - {id: rats, name: {nl: muizen, en: mice}, species: mouse}"
        ),
        "{id: rats, name: {nl: muizen", "`rats` is used twice", "another id",
    ),
    "data set twice": ("id: share", "id: heat", "id: heat\n  kind: icon", "is used twice", "id"),
    "axis and categories": (
        "  y:\n    name: {nl: binding, en: binding}",
        ("  x: {name: {nl: a, en: a}, unit: {nl: b, en: b}}\n"
        "  y:\n    name: {nl: binding, en: binding}"),
        "- id: rats", "both `x` and `categories`", "remove one",
    ),
    "time without an axis": ("kind: points", "kind: time_course", "kind: time_course\n  about: [r",
        "a time course needs an x axis", "describe `x`"),
    "bars on an axis": (
        "kind: time_course", "kind: bars", "kind: bars", "`bars` stand side by side", "categories",
    ),
    "category without a row": (
        "- {id: cortex, name: {nl: schors, en: cortex}}",
        ("- {id: cortex, name: {nl: schors, en: cortex}}\n"
        "  - {id: bark, name: {nl: bast, en: bark}}"),
        "{id: bark", "no row has `bark`", "remove it",
    ),
    "title too sure": (
        "Maybe more people might get better.", "More people got better.",
        "More people got better", "does not say how sure it is: at most step 2", "may",
    ),
    "title of animals without them": (
        "In rats less was left.", "Less was left.", "Less was left",
        "does not say how sure it is: at most step 1", "in rats",
    ),
    "title with a lone number": (
        "In rats less was left.", "In rats 34% less was left.", "In rats 34%",
        "has 34, which the other three texts lack", "put it in all four",
    ),
    "axis with another number": (
        "unit: {nl: van de 100, en: of 100}", "unit: {nl: van de 100, en: per cent}", "per cent}",
        "`unit` has 100 in nl and none in en", "same numbers",
    ),
}  # fmt: skip


@pytest.mark.parametrize("fault", DESCRIPTIONS.values(), ids=DESCRIPTIONS.keys())
def test_fault_in_a_description_is_named_with_line_and_mend(whole, fault):
    old, new, marked, what, mend = fault
    text = whole.text(D)
    whole.write(D, text.replace(old, new, 1))
    problem = next(part for part in whole.problems() if part.file == D and what in part.what)
    assert problem.line in {whole.line(D, marked), whole.line(D, marked) + 1}, problem
    assert mend in problem.mend, problem


def test_byte_soup_is_named(whole):
    (whole.folder / H).write_bytes(b"series,category\n\xff\xfe\x00\x01")
    problem = whole.only()
    assert (problem.file, problem.line, problem.what) == (H, 2, "is not UTF-8 text")


def test_utf_16_is_named(whole):
    path = whole.folder / H
    path.write_bytes(path.read_text(encoding="utf-8").encode("utf-16"))
    assert whole.only().what == "is not UTF-8 text"


def test_numbers_that_are_missing_or_not_described(whole):
    (whole.folder / H).rename(whole.folder / "datasets" / "heath.csv")
    assert [(part.file, part.what) for part in whole.problems()] == [
        (H, "is missing or is no ordinary file"),
        ("datasets/heath.csv", "is described nowhere in datasets.yaml"),
    ]


def test_numbers_without_descriptions(whole):
    (whole.folder / D).unlink()
    assert {part.what for part in whole.problems()} == {"would not be read without datasets.yaml"}


def test_each_faulty_cell_is_named_but_not_without_end(whole):
    whole.write(H, "\n".join([HEADER, *["x,,y,z,,,,,,,,,"] * 1000]))
    problems = whole.problems()
    assert len(problems) == 50
    assert {problem.file for problem in problems} == {H}


def test_species_may_differ_among_animals(whole):
    whole.swap(D, "- {id: rats, name: {nl: ratten, en: rats}, species: rat}", (
        "- {id: rats, name: {nl: ratten, en: rats}, species: rat}\n"
        "  - {id: mice, name: {nl: muizen, en: mice}, species: mouse}"
    ))  # fmt: skip
    whole.write(R, whole.text(R) + "mice,cortex,,-3,,,,,,two2010,,,\n")
    assert whole.problems() == []


CELL = st.sampled_from(
    ["", "mdma", "0", "1e99", "-5", '"', "'", "ci95", "sd", "one2009", "\0", "\x1b", "é", ";", "\t"]
)


@given(st.one_of(st.binary(max_size=300), st.lists(CELL, max_size=60).map(
    lambda cells: f"{HEADER}\n{','.join(cells)}\n".encode()
)))  # fmt: skip
def test_any_bytes_are_rows_or_faults(raw):
    rows, problems = read_table("x.csv", raw)
    assert rows or problems or raw.count(b"\n") <= 3
    for row in rows:
        assert set(row.cells) == set(COLUMNS)
    for problem in problems:
        assert problem.line >= 1
        assert "\n" not in str(problem)


@settings(
    max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.sampled_from([D, H, S, R]), st.floats(0, 1), st.integers(0, 30), st.binary(max_size=20))
def test_damaged_data_set_never_closes_the_pack(whole, name, where, length, soup):
    path = whole.folder / name
    raw = path.read_bytes()
    at = int(where * len(raw))
    try:
        path.write_bytes(raw[:at] + soup + raw[at + length :])
        library = read_pack(whole.folder)
    finally:
        path.write_bytes(raw)
    assert len(library.claims) == 8
    assert len(library.datasets) == 3 or library.left_out


def test_a_surer_claim_of_another_cell_lends_a_title_nothing(whole):
    """The work is cited by surer claims, but none of them is about the place of the plot."""
    whole.write(S, whole.text(S).replace("two2010", "one2009"))
    assert whole.problems() == []
    whole.swap(D, "Maybe more people might get better.", "More people got better.")
    assert "at most step 2 (limited)" in whole.only().what
