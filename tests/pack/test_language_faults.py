"""Faults of language: a number that changes, a wrong hedge or direction, a text hard to read."""

import pytest

C = "claims/amygdala.yaml"
P = "regions.yaml"
LONG = " ".join(["a"] * 26)

# file, text that is replaced, new text, what marks the line, what, mend
FAULTS = {
    "number in one text": (
        C, "In 9 users reactivity may", "In 9 of 12 users reactivity may", "In 9 of 12",
        "`statement.en.clinical` has 12, which the other three texts lack", "`figures`",
    ),
    "number missing in one text": (
        C, "The amygdala of 9 people", "The amygdala of nine people", "nine people",
        "`statement.en.plain` lacks 9, which other texts have", "as digits",
    ),
    "number in a cell": (
        C, "Amygdala reactivity may be lower.", "Amygdala reactivity may be lower by 25%.",
        "lower by 25%", "`summary.en.clinical` has 25, which the other three", "all four",
    ),
    "number in a caveat": (
        C, '"Kleine steekproef."', '"Kleine steekproef (1,5 jaar)."', "1,5 jaar",
        "`caveat.nl.clinical` has 1,5, which the other three", "`figures`",
    ),
    "number in a region": (
        P, "De amygdala verwerkt dreiging.", "De amygdala verwerkt 2 soorten dreiging.",
        "2 soorten", "`summary.nl.clinical` has 2, which the other three", "all four",
    ),
    "number in a name": (
        C, "dose: {nl: 1 dosis, en: 1 dose}", "dose: {nl: 1 dosis, en: 1.5 dose}", "dose: {",
        "`dose` has 1 in nl and 1.5 in en", "the same numbers",
    ),
    "no hedge": (
        C, "van 9 mensen deed mogelijk minder.", "van 9 mensen deed minder.",
        "mensen deed minder", "`statement.nl.plain` does not say how sure it is: step 2 (limited)",
        "use one of: mogelijk, misschien",
    ),
    "hedge of another step": (
        C, "The amygdala was probably the same.", "The amygdala was probably, perhaps, the same.",
        "probably, perhaps", "`statement.en.plain` says `perhaps`, which does not fit step 3",
        "use one of: probably",
    ),
    "hedge at the top": (
        C, "MDMA makes the mood better.", "MDMA may make the mood better.", "MDMA may make",
        "`statement.en.plain` says `may`, which does not fit step 4 (strong)", "leave it out",
    ),
    "animals not named": (
        C, "Bij ratten kwam er meer vrij.", "Er kwam meer vrij.", "Er kwam meer",
        "`statement.nl.plain` does not say how sure it is: step 1 (early)", "bij dieren",
    ),
    "gap not named": (
        C, "After therapy this was not measured.\", clin", "After therapy this is unclear.\", clin",
        "is unclear", "`statement.en.plain` does not say how sure it is: step 0 (gap)",
        "not measured",
    ),
    "no direction": (
        C, "MDMA makes the mood better.", "MDMA changes the mood.", "MDMA changes",
        "`statement.en.plain` has no word for its direction (increase)", "use one of: higher, more",
    ),
    "no hedge in a cell": (
        C, "Amygdala reactivity may be lower.", "Amygdala reactivity is lower.", "reactivity is",
        "`summary.en.clinical` does not say how sure it is: step 2 (limited)", "may",
    ),
    "no direction in a cell": (
        C, "De amygdala is waarschijnlijk hetzelfde.", "De amygdala is waarschijnlijk rond.",
        "rond", "`summary.nl.plain` has no word for its direction (no_change)", "hetzelfde",
    ),
    "hard text": (
        C, "It was a small study.", "Methodological considerations necessitate reconsideration.",
        "Methodological", "`caveat.en.plain` is hard to read (reading ease", "shorter words",
    ),
    "long sentence": (
        C, "It was a small study.", f"It was {LONG}.", "It was a a",
        "`caveat.en.plain` has a sentence of 28 words (at most 25)", "two sentences",
    ),
    "technical word": (
        C, "MDMA geeft een betere stemming.", "MDMA geeft meer serotonine.", "meer serotonine",
        "`statement.nl.plain` uses the technical word `serotonine`", "nl forms of a term",
    ),
}  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS.keys())
def test_fault_is_found_at_its_line(pack, fault):
    file, old, new, marked, what, mend = fault
    pack.swap(file, old, new)
    problem = pack.only()
    assert what in problem.what, problem
    assert mend in problem.mend, problem
    assert (problem.file, problem.line) == (file, pack.line(file, marked)), problem


def test_word_of_the_glossary_may_be_used(pack):
    pack.swap(C, "MDMA makes the mood better.", "MDMA makes the mood better than a placebo.")
    assert pack.problems() == []
    pack.swap("glossary.yaml", "en: [placebo, placebos]", "en: [placebos]")
    pack.swap("glossary.yaml", "name: {nl: placebo, en: placebo}", "name: {nl: placebo, en: dummy}")
    assert "uses the technical word `placebo`" in pack.only().what


def test_average_sentence_is_at_most_15_words(pack):
    """Twenty words are allowed once in a while, but not in every text."""
    for _ in range(2):
        text = pack.text(C).splitlines()
        words = " ".join(["a"] * 18)
        lines = [
            line.replace('en: {plain: "', f'en: {{plain: "{words} ')
            if "a a a" not in line
            else line
            for line in text
        ]
        pack.write(C, "\n".join(lines))
    whats = [p.what for p in pack.problems() if "average" in p.what and "words" in p.what]
    assert len(whats) == 1
    assert "has the longest sentence of the en plain texts" in whats[0]


def test_average_reading_ease_is_at_least_60(pack):
    """A text of 50 is allowed, but not if all are like it."""
    lines = [
        line.replace('en: {plain: "', 'en: {plain: "Carefully considering everything, ')
        for line in pack.text(C).splitlines()
    ]
    pack.write(C, "\n".join(lines))
    whats = [p.what for p in pack.problems() if "average is" in p.what]
    assert len(whats) == 1
    assert "is the hardest of the en plain texts" in whats[0]


def test_mixed_cell_needs_a_word_for_it(pack):
    """Two findings that point both ways make a cell mixed."""
    pack.write(
        "claims/more.yaml",
        """\
claims:
- id: happy-faces
  about: amygdala
  use: therapeutic
  phase: acute
  effect: increase
  measure: {nl: iets, en: it}
  statement:
    nl: {plain: "Mogelijk meer.", clinical: "Mogelijk meer."}
    en: {plain: "Maybe it may be more.", clinical: "It may be more."}
  caveat:
    nl: {plain: "Klein.", clinical: "Klein."}
    en: {plain: "Small.", clinical: "Small."}
  evidence: {design: rct, species: human, who: {nl: a, en: a}, replication: single, \
verified: abstract}
  references: [one2009]
""",
    )
    problems = pack.problems()
    assert {problem.line for problem in problems} == {6, 7}
    assert all("has no word for its direction (mixed)" in problem.what for problem in problems)
