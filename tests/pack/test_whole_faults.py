"""One fault in what only a whole pack has: found by its check, at the line of the very field."""

import pytest

P = "pack.yaml"
R = "regions.yaml"
A = "claims/regions.yaml"
B = "claims/others.yaml"
K = "checks.yaml"
W = "teach_back.yaml"
S = "diagrams/synapse.svg"
H = "diagrams/axial-high.svg"
T = "tours/walk.yaml"
RAPHE_GAP = "cells: [therapeutic/long_term, chronic/acute, chronic/long_term]\n"
SERT_GAP = "{about: sert, cells: [therapeutic/long_term, chronic/acute, chronic/long_term]"
WHY = """\
  why: {nl: "Dit is bij mensen lastig te meten.", en: "This is hard to measure in people."}
"""
LINK = "- id: raphe-amygdala"

# file that is changed, text that is replaced, new text,
# file of the fault, where the search for its line begins, what marks the line, what, mend
FAULTS = {
    "wrong rank": (
        R, "rank: context", "rank: contexts", R, "", "rank: contexts",
        "`rank` cannot be 'contexts'", "did you mean `context`?",
    ),
    "link without a beginning": (
        R, "  from: raphe\n", "", R, "", LINK, "`from` is missing", "add `from`",
    ),
    "link without an end": (
        R, "to: [amygdala]", "to: []", R, "", "to: []", "`to` is empty", "at least one",
    ),
    "link from nowhere": (
        R, "from: raphe\n", "from: raffe\n", R, "", "from: raffe",
        "the link `raphe-amygdala` has the end `raffe`, which is not in this pack",
        "did you mean `raphe`?",
    ),
    "link to a part": (
        R, "to: [amygdala]", "to: [sert]", R, "", "to: [sert]",
        "the link `raphe-amygdala` has the end `sert`, which is no region", "use one of: amygdala",
    ),
    "link to itself": (
        R, "to: [amygdala]", "to: [amygdala, raphe]", R, "", "to: [amygdala, raphe]",
        "the link `raphe-amygdala` has the end `raphe` twice", "remove one",
    ),
    "bend too wide": (
        R, "bend: -0.25", "bend: 3", R, "", "bend: 3", "`bend` is out of range", "less than",
    ),
    "wrong group": (
        R, "group: therapy", "group: mind", R, "", "group: mind",
        "`group` cannot be 'mind'", "use one of: body",
    ),
    "effect without a group": (
        R, "  group: body\n", "", R, "", "- id: temperature", "`group` is missing", "add `group`",
    ),
    "two kinds, one id": (
        R, "{id: pons,", "{id: sert,", R, "", "{id: sert,",
        "the place id `sert` is used twice (first in regions.yaml, line", "another place id",
    ),
    "wrong side": (
        A, "side: left", "side: links", A, "", "side: links",
        "`side` cannot be 'links'", "use one of: left",
    ),
    "no such cell in a gap": (
        A, RAPHE_GAP, "cells: [chronic/later]\n", A, "", "cells: [chronic/later]",
        "'chronic/later' is no cell", "write it as chronic/long_term",
    ),
    "gap of nothing": (
        A, RAPHE_GAP, "cells: []\n", A, "", "cells: []", "`cells` is empty", "at least one",
    ),
    "gap without a reason": (
        A, WHY, "", A, "", "- about: raphe", "`why` is missing", "add `why`",
    ),
    "silent cell": (
        A, RAPHE_GAP, "cells: [therapeutic/long_term, chronic/long_term]\n",
        R, "", "- id: raphe", "`raphe` has neither a claim nor a gap for chronic/acute", "`gaps:`",
    ),
    "gap of what is known": (
        B, SERT_GAP, SERT_GAP.replace("[", "[therapeutic/acute, "),
        B, "", "{about: sert,", "the gap covers therapeutic/acute, of which the claim `less-sert`",
        "take therapeutic/acute out",
    ),
    "gap twice": (
        B, SERT_GAP, SERT_GAP.replace("[", "[chronic/acute, "), B, "", "{about: sert,",
        "the cell sert, chronic, acute is a gap twice", "keep one; the first is in claims/others",
    ),
    "number in a reason": (
        A, "This is hard to measure in people.", "This is hard to measure in 9 people.",
        A, "", "This is hard", "`why` has none in nl and 9 in en", "the same numbers",
    ),
    "number in what was sought": (
        A, "scans of 1 nucleus", "scans of 2 nuclei", A, "", "sought:",
        "`sought` has 1 in nl and 2 in en", "the same numbers",
    ),
    "technical word in a reason": (
        A, "Dit is bij mensen lastig te meten.", "Serotonine is lastig te meten.",
        A, "", "Serotonine is", "`why.nl` uses the technical word `Serotonine`", "the nl forms",
    ),
    "reason that is hard to read": (
        A, "This is hard to measure in people.", "Methodological considerations necessitate it.",
        A, "", "Methodological", "`why.en` is hard to read", "shorter words",
    ),
    "finding without a summary": (
        B, """\
- region: temperature
  use: therapeutic
  phase: acute
  summary:
    nl: {plain: "De warmte neemt toe.", clinical: "De temperatuur neemt toe."}
    en: {plain: "There is more heat in the body.", clinical: "Temperature increases."}
""", "", B, "- id: hot", "about: temperature",
        "the claim `hot` has no cell temperature, therapeutic, acute to open it", "`cells:`",
    ),
    "summary of a part": (
        B, "Er was mogelijk minder van.", "Er was minder van.", B, "", "Er was minder van",
        "`summary.nl.plain` does not say how sure it is: step 2 (limited)", "mogelijk",
    ),
    "number in a place": (
        R, "Hoe warm het lijf is.", "Hoe warm het lijf is: 37 graden.", R, "", "37 graden",
        "`summary.nl.plain` has 37, which the other three texts lack", "all four",
    ),
    "wrong verdict": (
        K, "verdict: overstated", "verdict: exaggerated", K, "", "verdict: exag",
        "`verdict` cannot be 'exaggerated'", "use one of: contradicted",
    ),
    "check id twice": (
        K, "id: paper-is-gone", "id: always-hot", K, "references", "- id: always-hot",
        "the check id `always-hot` is used twice (first in checks.yaml, line 2)", "another",
    ),
    "topic id twice": (
        W, "id: heat", "id: threat", W, "2 things", "- id: threat",
        "the topic id `threat` is used twice (first in teach_back.yaml, line 2)", "another",
    ),
    "topic about nothing": (
        W, "about: [temperature]", "about: [temperatur]", W, "", "about: [temperatur]",
        "`about` names `temperatur`, which is no place", "`temperature`",
    ),
    "two topics for a place": (
        W, "about: [temperature]", "about: [temperature, amygdala]", W, "", "about: [temperature",
        "`amygdala` has a topic already: `threat`", "remove one",
    ),
    "topic without a question": (
        W, """
  - {nl: "Heb ik het goed uitgelegd?", en: "Did I explain it well?"}
""", " []\n", W, "", "  prompts: []", "`prompts` is empty", "at least one",
    ),
    "another number in a question": (
        W, "Do I name 2 things", "Do I name 3 things", W, "", "Do I name 3",
        "`prompts` has 2 in nl and 3 in en", "the same numbers",
    ),
    "check about nothing": (
        K, "about: history", "about: historie", K, "", "about: historie",
        "`about` is `historie`, which is no place or topic of this pack", "`history`",
    ),
    "check of an unknown claim": (
        K, "claims: [hot]", "claims: [hott]", K, "", "claims: [hott]",
        "the claim `hott` is not in this pack", "did you mean `hot`?",
    ),
    "check of a claim twice": (
        K, "claims: [hot]", "claims: [hot, hot]", K, "", "claims: [hot, hot]",
        "the claim `hot` is listed twice", "remove one",
    ),
    "check that leads nowhere": (
        K, "  claims: [hot]\n", "", K, "", "- id: always-hot",
        "the check `always-hot` (overstated) leads to no claim", "`claims`",
    ),
    "check with an unknown reference": (
        K, "references: [one2009]", "references: [one2008]", K, "", "references: [one2008]",
        "the reference `one2008` is not in references.json", "did you mean `one2009`?",
    ),
    "check without a reference": (
        K, "references: [one2009]", "references: []", K, "", "references: []",
        "`references` is empty", "at least one",
    ),
    "check on a retracted work": (
        K, "  about_retraction: true\n", "", K, "", "references: [gone2002]",
        "the reference `gone2002` (10.1000/gone) is retracted", "`about_retraction: true`",
    ),
    "number in a statement": (
        K, "Everybody gets 2 degrees", "Everybody gets some degrees", K, "", "statement: {nl",
        "`statement` has 2 in nl and none in en", "the same numbers",
    ),
    "number in an answer": (
        K, "The heat rose in 100 people.", "The heat rose in most people.", K, "", "The heat rose",
        "`answer.en.plain` lacks 100, which other texts have", "all four",
    ),
    "technical word in an answer": (
        K, "The heat rose in 100 people.", "The serotonin rose in 100 people.",
        K, "", "The serotonin", "`answer.en.plain` uses the technical word `serotonin`", "en forms",
    ),
    "malformed covers": (
        K, "covers: [s0-01, s0-03]", "covers: [s0_01]", K, "", "covers: [s0_01]",
        "'s0_01' is no id", "joined by hyphens",
    ),
    "covers twice": (
        K, "covers: [s0-01, s0-03]", "covers: [s0-01, s0-01]", K, "", "covers: [s0-01, s0-01]",
        "`covers` names `s0-01` twice", "remove one",
    ),
    "covers of a term twice": (
        "glossary.yaml", "covers: [s0-02]", "covers: [s0-02, s0-02]", "glossary.yaml", "",
        "covers:", "`covers` names `s0-02` twice", "remove one",
    ),
    "state that is none": (
        P, "at: chronic/acute", "at: chronic", P, "", "at: chronic,",
        "'chronic' is no state", "write rest, or a cell",
    ),
    "state that is missing": (
        P, '  - {at: chronic/acute, show: [flow], note: {nl: "Vaak.", en: "Often."}}\n', "",
        P, "", "states:", "the diagram `synapse` has no state for chronic/acute", "`states`",
    ),
    "state twice": (
        P, "  states:\n", '  states:\n  - {at: rest, show: [], note: {nl: "x", en: "x"}}\n',
        P, "", "at: rest, show: [still]", "the state `rest` is there twice", "remove one",
    ),
    "group that is not drawn": (
        P, "at: rest, show: [still]", "at: rest, show: [stil]", P, "", "show: [stil]",
        "the drawing diagrams/synapse.svg has no group `stil`", "give a group (<g>) this id",
    ),
    "number in a note": (
        P, "After 1 dose.", "After a dose.", P, "", "After a dose",
        "`note` has 1 in nl and none in en", "the same numbers",
    ),
    "scan that is not there": (
        P, "scan: diagrams/medial-scan.png", "scan: diagrams/mri.png", P, "", "scan: diagrams",
        "the scan diagrams/mri.png is missing", "add the file",
    ),
    "scan that is no picture": (
        P, "scan: diagrams/medial-scan.png", "scan: diagrams/medial.svg", P, "", "scan: diagrams",
        "'diagrams/medial.svg' is no scan", "write it as diagrams/name.jpg",
    ),
    "scan without a caption": (
        P, '  scan_caption: {nl: "Een scan van 1 hoofd.", en: "A scan of 1 head."}\n', "",
        P, "", "scan: diagrams", "the scan diagrams/medial-scan.png has no `scan_caption`", "add",
    ),
    "caption without a scan": (
        P, "  scan: diagrams/medial-scan.png\n", "", P, "", "scan_caption",
        "`scan_caption` has no `scan`", "add `scan`",
    ),
    "number in a caption": (
        P, "A scan of 1 head.", "A scan of a head.", P, "", "scan_caption",
        "`scan_caption` has 1 in nl and none in en", "the same numbers",
    ),
    "diagram of no side": (
        P, "side: right", "side: front", P, "", "side: front",
        "`side` cannot be 'front'", "use one of: left",
    ),
    "place first that is not there": (
        P, "default_region: raphe-amygdala", "default_region: pons", P, "", "default_region",
        "`default_region` is `pons`, which is no place", "use one of",
    ),
    "shape of no side": (
        H, 'data-side="left"', 'data-side="links"', H, "", 'data-side="links"',
        "'amygdala' is there twice", "another id",
    ),
    "one side twice": (
        H, 'data-side="left"', 'data-side="right"', H, "<path", 'd="M1 4',
        "'amygdala' is there twice, first in line 2", "another id",
    ),
    "step that rests on nothing": (
        T, "claims: [rats]", "claims: []", T, "", "claims: []", "`claims` is empty", "at least one",
    ),
    "step on a claim that is not there": (
        T, "claims: [rats]", "claims: [rat]", T, "", "claims: [rat]",
        "the claim `rat` is not in this pack", "did you mean `rats`?",
    ),
    "step on a claim twice": (
        T, "[less-left, less]", "[less-left, less, less]", T, "", "[less-left, less, less]",
        "the claim `less` is listed twice", "remove one",
    ),
    "step in no view": (
        T, "view: synapse", "view: synaps", T, "", "view: synaps",
        "`view` is `synaps`, which is no view of this pack", "did you mean `synapse`?",
    ),
    "step on no plane": (
        T, "plane: 2", "plane: 3", T, "", "plane: 3",
        "the view `axial` has no plane 3", "its last plane is 2",
    ),
    "step at no place": (
        T, "region: raphe", "region: raffe", T, "", "region: raffe",
        "`region` is `raffe`, which is no place of this pack", "did you mean `raphe`?",
    ),
    "step at a place that cannot be seen": (
        T, "view: axial\n    plane: 2", "view: synapse", T, "region: raphe", "view: synapse",
        "`raphe` is not in the view `synapse`, plane 1", "write `view: axial`, `plane: 1`",
    ),
    "step in another cell than its claims": (
        T, "plane: 2\n    use: therapeutic", "plane: 2\n    use: chronic", T, "", "claims: [rats]",
        "no claim is about raphe, chronic, acute", "show what the claims are about",
    ),
    "step at a moment of none of its claims": (
        T, "timeline: true", "hour: PT2H", T, "", "hour: PT2H",
        "no claim of this step holds at `hour`", "see the `window`",
    ),
}  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS.keys())
def test_fault_is_found_at_its_line(whole, fault):
    changed, old, new, file, begin, marked, what, mend = fault
    whole.swap(changed, old, new)
    problem = whole.only()
    assert what in problem.what, problem
    assert mend in problem.mend, problem
    assert problem.file == file
    assert problem.line == whole.line(file, marked, begin), problem


def test_main_region_says_its_gaps_with_claims(whole):
    gap = SERT_GAP.replace("sert", "amygdala").replace("therapeutic/long_term, ", "")
    text = whole.text(A)
    gap += ', date: 2026-11, sought: {nl: iets, en: it}, why: {nl: "Zo.", en: "So."}}\n'
    whole.write(A, text.replace("gaps:\n", f"gaps:\n- {gap}"))
    whats = [problem.what for problem in whole.problems()]
    assert "`about` is `amygdala`, a main region, whose gaps are claims" in whats
    assert "the gap covers chronic/acute, of which the claim `open-often` speaks" in whats


def test_gap_is_of_a_place(whole):
    whole.swap(B, "about: trials, cells", "about: history, cells")
    gap, silent = whole.problems()
    assert gap.what == "`about` is `history`, which is no place of this pack"
    assert (gap.file, gap.line) == (B, whole.line(B, "about: history"))
    assert silent.what.startswith("`trials` has neither a claim nor a gap for therapeutic/acute, ")


def test_summary_of_a_gap_is_one_too_many(whole):
    text = whole.text(B)
    extra = """\
- region: trials
  use: chronic
  phase: acute
  summary:
    nl: {plain: "Dit is niet gemeten.", clinical: "Dit is niet gemeten."}
    en: {plain: "This was not measured.", clinical: "This was not measured."}
"""
    whole.write(B, text.replace("gaps:\n", f"{extra}gaps:\n"))
    problem = whole.only()
    assert problem.what == "the cell trials, chronic, acute has no claim about trials"
    assert problem.line == whole.line(B, "- region: trials")
    assert "list the cell under `gaps:`" in problem.mend


def test_region_is_drawn_on_an_anatomical_diagram(whole):
    """A shape on the synapse is of no use to it."""
    for name in ("diagrams/axial-high.svg", "diagrams/axial-low.svg"):
        whole.swap(name, 'id="raphe"', 'id="amygdala"' if "low" in name else 'id="shape"')
    whole.swap(S, "<path id", '<path id="raphe" d="M7 1h2v2h-2z"/><path id')
    problem = whole.only()
    assert problem.what == "no anatomical diagram has a shape with the id `raphe`"
    assert (problem.file, problem.line) == (R, whole.line(R, "- id: raphe"))


def test_part_is_drawn_on_a_synapse(whole):
    whole.swap(R, "parts:\n", "parts:\n- id: vmat2\n  name: {nl: a, en: a}\n" + SUMMARY)
    whole.swap(
        "diagrams/medial.svg", '<path id="pons"', '<path id="vmat2" d="M5 5h1v1z"/><path id="pons"'
    )
    whole.swap(B, "about: trials, cells", GAPS.format("vmat2"))
    problem = whole.only()
    assert problem.what == "no synapse diagram has a shape with the id `vmat2`"
    assert (problem.file, problem.line) == (R, whole.line(R, "- id: vmat2"))


SUMMARY = """\
  summary:
    nl: {plain: "Dit is een deel.", clinical: "Een deel."}
    en: {plain: "This is a part.", clinical: "A part."}
"""
GAPS = """\
about: {}, cells: [therapeutic/acute, therapeutic/long_term, chronic/acute, chronic/long_term], \
date: 2026-11, sought: {{nl: iets, en: it}}, why: {{nl: "Zo.", en: "So."}}}}
- {{about: trials, cells"""


def test_scan_is_what_its_name_says(whole):
    (whole.folder / "diagrams" / "medial-scan.png").write_bytes(b"GIF89a")
    problem = whole.only()
    assert problem.what == "the scan diagrams/medial-scan.png is not what its name says"
    assert (problem.file, problem.line) == (P, whole.line(P, "scan: diagrams"))


def test_side_of_a_single_shape_is_a_side(whole):
    whole.swap(H, '<path id="raphe"', '<path id="raphe" data-side="up"')
    problem = whole.only()
    assert problem.what == 'data-side="up" is no side'
    assert (problem.file, problem.line) == (H, whole.line(H, 'data-side="up"'))


@pytest.mark.parametrize(
    ("file", "old", "new", "what"),
    [
        (A, "n: 9,", "n: nine,", "`n` must be a whole number"),
        (B, "{nl: scans, en: scans}, why", "{nl: scans}, why", "`sought.en` is missing"),
        (K, "claims: [hot]", "claims: [HOT]", "'HOT' is no id"),
        (R, "bend: -0.25", "bend: much", "`bend` must be a number"),
    ],
)
def test_faulty_entry_is_not_said_to_be_missing_too(whole, file, old, new, what):
    """Its claim, gap, check or place was left out, but nobody is told that it does not exist."""
    whole.swap(file, old, new)
    assert what in whole.only().what


def test_pack_without_checks_is_whole(whole):
    (whole.folder / "checks.yaml").unlink()
    (whole.folder / "teach_back.yaml").unlink()
    assert whole.problems() == []


def test_tour_has_no_number_that_its_claims_have_not(whole):
    """The 9 people are those of the claim that is no longer named."""
    whole.swap(T, "claims: [less-left, less]", "claims: [less]")
    whats = [problem.what for problem in whole.problems()]
    assert sorted(whats) == [
        f"`text.{language}.{level}` has 9, which none of its claims has"
        for language in ("en", "nl")
        for level in ("clinical", "plain")
    ]


SURE = {
    "too sure": (
        "There may be less of SERT here.", "There is less of SERT here.",
        "is surer than `less-sert`: step 2 (limited)", "use one of: may, might",
    ),
    "surer than any of its claims": (
        "There may be less of SERT here.", "There may be less of SERT here, and probably there.",
        "says `probably`, which fits none of its claims", "say how sure they are",
    ),
    "no direction": (
        "There may be less of SERT here.", "There may be something with SERT here.",
        "has no word for the direction of `less-sert` (decrease)", "use one of: lower*",
    ),
    "the other species": (
        "In rats there was more of it.", "There may be more of it.",
        "is surer than `rats`: step 1 (early)", "use one of: in animals, in rats",
    ),
}  # fmt: skip


@pytest.mark.parametrize("fault", SURE.values(), ids=SURE.keys())
def test_tour_sounds_as_sure_as_its_claims(whole, fault):
    old, new, what, mend = fault
    whole.swap(T, old, new)
    problem = whole.only()
    assert problem.what == f"`text.en.plain` {what}"
    assert problem.mend.startswith(mend)
    assert (problem.file, problem.line) == (T, whole.line(T, new))


def test_file_of_tours_with_another_ending_is_not_passed_over(whole):
    text = whole.text(T)
    (whole.folder / T).unlink()
    whole.write("tours/walk.yml", text)
    assert whole.only().what == "would not be read"


def test_pack_without_tours_is_whole(whole):
    (whole.folder / T).unlink()
    assert whole.problems() == []
