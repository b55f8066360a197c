"""One fault in one file: it is named with file, line, and how to mend it."""

import pytest

C = "claims/amygdala.yaml"
R = "references.json"

# file, text that is replaced, new text, what marks the line afterwards, what, mend
FAULTS = {
    "missing field": (
        C, "  measure: {nl: stemming, en: mood}\n", "", "- id: mood",
        "`measure` is missing", "add `measure` here",
    ),
    "unknown field": (
        C, "  nearby: [amygdala]", "  nearbye: [amygdala]", "  nearbye",
        "unknown field `nearbye`", "did you mean `nearby`?",
    ),
    "unknown field far from any": (
        C, "kind: ci95,", "kind: ci95, zzz: 1,", "spread: {",
        "unknown field `zzz`", "allowed here: high, kind, low, value",
    ),
    "word not on the list": (
        C, "effect: decrease", "effect: decreased", "effect: decreased",
        "`effect` cannot be 'decreased'", "did you mean `decrease`? use one of: decrease, increase",
    ),
    "text where a number must be": (
        C, "n: 300", 'n: "300"', 'n: "300"', "`n` must be a whole number", "without quotes",
    ),
    "half a person": (C, "n: 300", "n: 2.5", "n: 2.5", "`n` must be a whole number", "digits"),
    "nobody": (C, "n: 300", "n: 0", "n: 0", "`n` is out of range", "greater than equal 1"),
    "list where text must be": (
        C, "en: mood}", "en: [mood]}", "[mood]", "`measure.en` must be text", "quotes",
    ),
    "empty text": (C, "en: mood}", 'en: " "}', 'en: " "', "`measure.en` is empty", "write"),
    "no list": (
        C, "references: [two2010]", "references: two2010", "references: two2010",
        "`references` must be a list", "write [a, b]",
    ),
    "no fields": (
        C, "measure: {nl: stemming, en: mood}", "measure: mood", "measure: mood",
        "`measure` must hold fields", "lines under it",
    ),
    "id in another shape": (
        C, "id: mood", "id: My_mood", "id: My_mood", "`id` 'My_mood' is no id", "lower-case",
    ),
    "duration": (
        C, "onset: PT1H", "onset: 1 hour", "onset: 1 hour",
        "`onset` '1 hour' is no ISO 8601 duration", "PT2H",
    ),
    "month": (C, "date: 2026-11,", "date: 2026-13,", "date: 2026-13", "is no date", "YYYY-MM"),
    "day": (
        "pack.yaml", "review_by: 2027-11-01", "review_by: 2027-02-30", "review_by",
        "`review_by` '2027-02-30' is no date", "YYYY-MM-DD",
    ),
    "day in a short form": (
        "retractions.yaml", "as_of: 2026-11-21", "as_of: 20261121", "as_of", "is no date", "YYYY",
    ),
    "doi with its address": (
        R, '"10.1000/one"', '"https://doi.org/10.1000/one"', "doi.org", "is no DOI", "bare",
    ),
    "status": (R, '"status": "ok"', '"status": "fine"', "fine", "`status` cannot be", "retracted"),
    "unknown csl field": (R, '"ISSN"', '"titel"', "titel", "unknown field `titel`", "`title`"),
    "format from the future": (
        "pack.yaml", "format: 1", "format: 2", "format: 2",
        "`format` cannot be '2'", "use one of: 1",
    ),
    "one language": (
        "pack.yaml", "[nl, en]", "[nl]", "languages", "must list nl and en", "[nl, en]",
    ),
    "diagram elsewhere": (
        "pack.yaml", "file: diagrams/medial.svg", "file: ../medial.svg", "file:",
        "`file` '../medial.svg' is no diagram", "diagrams/name.svg",
    ),
    "no forms": (
        "glossary.yaml", "en: [placebo, placebos]", "en: []", "forms",
        "`forms.en` is empty", "at least",
    ),
    "not yaml": (
        C, "use: therapeutic\n  phase: long_term\n  ef", "use: [\n  phase: long_term\n  ef",
        "use: [", "is not valid YAML", "quote, colon or indent",
    ),
}  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS.keys())
def test_fault_is_named_with_line_and_mend(pack, fault):
    file, old, new, marked, what, mend = fault
    pack.swap(file, old, new)
    problem = pack.only()
    assert (problem.file, what in problem.what, mend in problem.mend) == (file, True, True), problem
    if file == C and what == "is not valid YAML":
        return  # libyaml names the line where it noticed
    assert problem.line == pack.line(file, marked), problem


def test_json_syntax_names_the_line(pack):
    pack.swap(R, '"title": "Two",', '"title": "Two"')
    problem = pack.only()
    assert (problem.file, problem.line) == (R, pack.line(R, '"title": "Two"'))
    assert "is not valid JSON" in problem.what


def test_duplicate_key_is_named_at_the_second(pack):
    pack.swap(C, "id: mood\n  about: body\n", "id: mood\n  about: body\n  about: body\n")
    problem = pack.only()
    assert problem.line == pack.line(C, "about: body") + 1
    assert problem.what == "has `about` twice"


@pytest.mark.parametrize("name", ["pack.yaml", "regions.yaml", "glossary.yaml", "references.json"])
def test_missing_file_is_named(pack, name):
    (pack.folder / name).unlink()
    problem = pack.only()
    assert (problem.file, problem.what) == (name, "is missing or is no ordinary file")


def test_retractions_file_may_be_missing(pack):
    (pack.folder / "retractions.yaml").unlink()
    assert pack.problems() == []


def test_pack_without_claims(pack):
    (pack.folder / C).unlink()
    assert ("claims/", "holds no .yaml file") in [(p.file, p.what) for p in pack.problems()]


def test_claim_file_with_another_ending_is_not_passed_over(pack):
    pack.write("claims/more.yml", "claims: []\n")
    assert pack.only().file == "claims/more.yml"


def test_references_must_be_a_list(pack):
    pack.write(R, "{}")
    assert pack.only().what == "the file must be a list of works"


def test_file_must_hold_fields(pack):
    pack.write("glossary.yaml", "- a\n")
    assert pack.only().what == "the file must hold fields"
