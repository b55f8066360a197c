"""One fault between the parts of a pack: found by its check, at the line of the very field."""

import pytest

C = "claims/amygdala.yaml"
R = "references.json"
P = "regions.yaml"
MOOD_EVIDENCE = """\
  evidence: {design: rct, species: human, who: {nl: mensen, en: people}, n: 100, \
replication: replicated, verified: fulltext}
"""

TWIN = """\
terms:
- id: placebo
  name: {nl: x, en: x}
  forms: {nl: [x], en: [x]}
  definition: {nl: x, en: x}
"""
VIEW = """\
diagrams:
- {id: medial, file: diagrams/medial.svg, title: {nl: x, en: x}, caption: {nl: x, en: x}}
"""

# file that is changed, text that is replaced, new text,
# file of the fault, where the search for its line begins, what marks the line, what, mend
FAULTS = {
    "claim id twice": (
        C, "id: mood", "id: rats",
        C, "about: amygdala\n  use: chronic\n  phase: long_term", "id: rats",
        "the claim id `rats` is used twice (first in claims/amygdala.yaml, line 71)", "another",
    ),
    "place id twice": (
        P, "{id: body,", "{id: pons, kind: body, name: {nl: x, en: x}}\n- {id: body,", P, "topics",
        "id: pons", "the place id `pons` is used twice", "another",
    ),
    "citation key twice": (
        R, '"id": "three2011"',
        '"id": "one2009", "type": "book", "title": "X", "note": "Y"}, {"id": "three2011"',
        R, '"ISSN"', '"id": "one2009"',
        "the citation key `one2009` is used twice", "another",
    ),
    "one work, two keys": (
        R, '"DOI": "10.1000/three"', '"DOI": "10.1000/ONE"', R, "", "10.1000/ONE",
        "the DOI `10.1000/one` is used twice", "another DOI",
    ),
    "term id twice": (
        "glossary.yaml", "terms:\n", TWIN,
        "glossary.yaml", "definition", "- id: placebo",
        "the term id `placebo` is used twice (first in glossary.yaml, line 2)", "another",
    ),
    "diagram id twice": (
        "pack.yaml", "diagrams:\n", VIEW,
        "pack.yaml", "- id", "- id: medial", "the diagram id `medial` is used twice", "another",
    ),
    "form twice": (
        "glossary.yaml", "[placebo, placebos]", "[placebo, Placebo]", "glossary.yaml", "", "forms",
        "the en form `placebo` is used twice", "another",
    ),
    "unknown place": (
        C, "about: body", "about: bodi", C, "", "about: bodi",
        "`about` is `bodi`, which is no place or topic of this pack", "did you mean `body`?",
    ),
    "about a landmark": (
        C, "about: body", "about: pons", C, "", "about: pons",
        "`about` is `pons`, which is a landmark", "use one of: amygdala, body",
    ),
    "unknown nearby": (
        C, "nearby: [amygdala]", "nearby: [pons]", C, "", "nearby: [pons]",
        "`nearby` names `pons`, which is no place of this pack", "use one of: amygdala",
    ),
    "nearby itself": (
        C, "id: rats\n  about: amygdala\n", "id: rats\n  about: amygdala\n  nearby: [amygdala]\n",
        C, "id: rats", "nearby", "`nearby` names `amygdala`, the place it is about", "remove it",
    ),
    "unknown reference": (
        C, "[three2011, one2009]", "[three2011, one2008]", C, "", "one2008",
        "the reference `one2008` is not in references.json", "did you mean `one2009`?",
    ),
    "reference twice": (
        C, "[three2011, one2009]", "[three2011, three2011]", C, "", "[three2011, three2011]",
        "the reference `three2011` is listed twice", "remove one",
    ),
    "default region": (
        "pack.yaml", "id: small\n", "id: small\ndefault_region: pons\n", "pack.yaml", "",
        "default",
        "`default_region` is `pons`, which is no place", "amygdala",
    ),
    "cell without a claim": (
        C, "  about: amygdala\n  use: chronic\n  phase: long_term",
        "  about: body\n  use: chronic\n  phase: long_term",
        C, "increased release", "- region: amygdala",
        "the cell amygdala, chronic, long_term has no claim about amygdala", "a gap",
    ),
    "no evidence": (
        C, MOOD_EVIDENCE, "",
        C, "", "- id: mood", "the claim `mood` has no `evidence`", "effect: unknown",
    ),
    "search without a gap": (
        C, "  references: [two2010]",
        "  references: [two2010]\n  search: {date: 2026-11, sought: {nl: iets, en: it}}",
        C, "id: rats", "search:",
        "`search` is only for a gap (effect: unknown)", "remove it",
    ),
    "gap without a search": (
        C, "  search: {date: 2026-11, sought: {nl: scans, en: scans}}\n", "", C, "",
        "- id: after-therapy", "the gap `after-therapy` has no `search`", "`sought`",
    ),
    "gap with a reference": (
        C, "  search: {date", "  references: [two2010]\n  search: {date", C, "- id: after",
        "references:", "a gap cannot have `references`", "remove it",
    ),
    "no reference": (
        C, "  references: [two2010]\n", "", C, "", "- id: rats",
        "the claim `rats` has no reference", "make the claim a gap",
    ),
    "neither doi nor note": (
        R, ', "note": "No DOI was given."', "", R, "", '"id": "two2010"',
        "the work `two2010` is cited but has neither DOI nor note", "`note` in `custom`",
    ),
    "figure of another paper": (
        C, "    reference: one2009", "    reference: two2010", C, "", "    reference: two2010",
        "the figure's reference `two2010` is not among the claim's references", "add it",
    ),
    "half an interval": (
        C, "low: 3.1, high: 6.0", "low: 3.1", C, "", "spread:",
        "the spread has only one end", "`low` and `high`",
    ),
    "deviation without a value": (
        C, "kind: ci95, low: 3.1, high: 6.0", "kind: sd", C, "", "spread:",
        "the spread sd lacks `value`", "add `value`",
    ),
    "interval back to front": (
        C, "low: 3.1, high: 6.0", "low: 6.0, high: 3.1", C, "", "spread:", "is above", "swap",
    ),
    "value outside its interval": (
        C, "value: 4.5", "value: 45", C, "", "spread:", "outside its own interval", "correct",
    ),
    "window back to front": (
        C, "{onset: PT1H, end: PT4H}", "{onset: P1D, end: PT4H}", C, "", "window",
        "`window.end` is before `window.onset`", "swap",
    ),
    "region that is not drawn": (
        "diagrams/medial.svg", 'id="amygdala"', 'id="amigdala"', "diagrams/medial.svg", "",
        "<svg", "no region is in the drawing", "such as amygdala",
    ),
    "landmark that is not drawn": (
        "diagrams/medial.svg", 'id="pons"', 'id="shape7"', P, "", "id: pons",
        "no diagram has a shape with the id `pons`", "correct the id",
    ),
    "diagram that is not there": (
        "pack.yaml", "file: diagrams/medial.svg", "file: diagrams/lateral.svg", "pack.yaml", "",
        "file:", "the diagram diagrams/lateral.svg is missing", "add the file",
    ),
    "drawing that is no xml": (
        "diagrams/medial.svg", "</svg>", "</sv>", "diagrams/medial.svg", "", "</sv>",
        "not well-formed XML", "plain SVG",
    ),
    "drawing with an entity": (
        "diagrams/medial.svg", "<svg ", '<!DOCTYPE svg [<!ENTITY a "b">]><svg ',
        "diagrams/medial.svg", "", "<svg", "there is a DOCTYPE", "take out",
    ),
}  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS.keys())
def test_fault_is_found_at_its_line(pack, fault):
    changed, old, new, file, begin, marked, what, mend = fault
    pack.swap(changed, old, new)
    problem = pack.only()
    assert problem.file == file
    assert problem.line == pack.line(file, marked, begin), problem
    assert what in problem.what, problem
    assert mend in problem.mend, problem


def test_region_without_one_of_its_cells(pack):
    text = pack.text(C)
    start = text.index("- region: amygdala\n  use: chronic\n  phase: acute")
    end = text.index("- region: amygdala\n  use: chronic\n  phase: long_term")
    pack.write(C, text[:start] + text[end:])
    problem = pack.only()
    assert problem.what == "the region `amygdala` has no cell for chronic, acute"
    assert (problem.file, problem.line) == (P, 2)


def test_cell_twice(pack):
    text = pack.text(C)
    start = text.index("- region: amygdala\n  use: chronic\n  phase: acute")
    end = text.index("- region: amygdala\n  use: chronic\n  phase: long_term")
    pack.write("claims/more.yaml", "cells:\n" + text[start:end])
    problem = pack.only()
    assert problem.what == "the cell amygdala, chronic, acute is there twice"
    assert (problem.file, problem.line) == ("claims/more.yaml", 2)
    assert "claims/amygdala.yaml, line" in problem.mend


def test_cell_of_no_region(pack):
    text = pack.text(C)
    start = text.index("- region: amygdala\n  use: chronic\n  phase: acute")
    end = text.index("- region: amygdala\n  use: chronic\n  phase: long_term")
    pack.write("claims/more.yaml", "cells:\n" + text[start:end].replace("region: a", "region: aa"))
    whats = {problem.what for problem in pack.problems()}
    assert "`region` is `aamygdala`, which is no place of this pack" in whats


def test_missing_caveat_is_allowed_only_at_the_top_step(pack):
    text = pack.text(C)
    start = text.index("  caveat:", text.index("- id: rats"))
    end = text.index("  evidence:", start)
    pack.write(C, text[:start] + text[end:])
    problem = pack.only()
    assert problem.what == "the claim `rats` needs a `caveat` (its step is 1)"
    assert problem.line == pack.line(C, "- id: rats")


def test_people_do_not_fit_an_animal_study(pack):
    pack.swap(C, "species: rat", "species: human")
    (problem,) = (problem for problem in pack.problems() if "the design" in problem.what)
    assert problem.what == "the design animal does not fit the species human"
    assert problem.line == pack.line(C, "design: animal")


@pytest.mark.parametrize("doi", ["10.1126/science.1074501", "10.1007/s00213-019-05249-5"])
@pytest.mark.parametrize("spell", [str, str.upper])
@pytest.mark.parametrize("note", ["listed", "marked"])
def test_retracted_support_is_caught(pack, doi, spell, note):
    """By the DOI alone, in any letter case, or by the mark alone."""
    if note == "listed":
        pack.swap("retractions.yaml", "doi: 10.1000/gone", f"doi: {doi}")
        pack.swap(R, '"10.1000/three"', f'"{spell(doi)}"')
    else:
        pack.swap(
            R, '"DOI": "10.1000/three"', '"DOI": "10.1000/three", "custom": {"status": "retracted"}'
        )
    found = [problem for problem in pack.problems() if "is retracted" in problem.what]
    assert [problem.line for problem in found] == [
        pack.line(C, "references: [three2011]"),
        pack.line(C, "references: [three2011, one2009]"),
    ]
    assert all("`three2011`" in problem.what for problem in found)


def test_numbers_of_a_retracted_paper_are_caught(pack):
    pack.swap("retractions.yaml", "doi: 10.1000/gone", "doi: 10.1000/one")
    lines = {problem.line for problem in pack.problems() if "is retracted" in problem.what}
    assert pack.line(C, "    reference: one2009") in lines


def test_the_programs_own_retractions_hold_for_every_pack(pack, tmp_path, monkeypatch):
    """A pack that lists no retractions itself cannot cite a paper that the program knows of."""
    from explorer import assets

    real = assets.folder()
    own = tmp_path / "assets"
    (own / "rules").mkdir(parents=True)
    for rule in (real / "rules").glob("*.yaml"):
        (own / "rules" / rule.name).write_bytes(rule.read_bytes())
    (own / "retractions.yaml").write_text(
        "as_of: 2026-11-21\nretractions:\n- doi: 10.1126/science.1074501\n", encoding="utf-8"
    )
    monkeypatch.setattr(assets, "folder", lambda: own)
    (pack.folder / "retractions.yaml").unlink()
    pack.swap(R, '"10.1000/three"', '"10.1126/Science.1074501"')
    assert any("is retracted" in problem.what for problem in pack.problems())
