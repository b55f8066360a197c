"""The interface words: the same keys and places in both languages, each of them used."""

import ast
import re
from itertools import product
from pathlib import Path
from string import Formatter

import pytest

import explorer
from explorer.domain.comparison import Backing, Contrast
from explorer.domain.dataset import PlotKind
from explorer.domain.handout import PinKind, Tick
from explorer.domain.place import EffectGroup, PlaceKind
from explorer.domain.rule_table import rule_rows
from explorer.domain.strength import Reason
from explorer.domain.vocabulary import (
    CheckVerdict,
    Design,
    Effect,
    Language,
    Lens,
    Level,
    Phase,
    Side,
    Species,
    Spread,
    Strength,
)
from explorer.i18n import language_of_locale, words
from explorer.plots.wording import FOUND_IN, NUMBERED
from explorer.state.handout_file import FaultKind
from explorer.state.view_state import PAGES
from explorer.widgets.actions import MENU
from explorer.widgets.handout_page import OUTPUTS
from tests.widgets.reading import translation

NL, EN = translation(Language.NL), translation(Language.EN)
SOURCES = Path(explorer.__file__).parent
VIEWS = ("medial", "coronal", "axial", "synapse")
SIDES = ("anatomical", "radiological")
COMMANDS = [command for group in MENU for command in group]
STEPS = [step.name.lower() for step in Strength]
# Keys that the code puts together, each from the list that it takes the end from.
BUILT = {
    f"{head}.{end}"
    for head, ends in {
        "language": Language,
        "level": Level,
        "phase": Phase,
        "section": Phase,
        "strength": STEPS,
        "effect": Effect,
        "design": Design,
        "spread": Spread,
        "why": Reason,
        "menu": [
            command.id for command in COMMANDS if not command.id.startswith(("use_", "view_"))
        ],
        "card": ["copy_text", "copy_bibtex"],
        "time.play": ["calm", "fast", "stopped"],
        **{f"time.{unit}": ["one", "many"] for unit in ("minute", "hour", "day", "week", "year")},
        "numbers.kind": [*PlotKind, "forest"],
        "numbers.species": Species,
        "numbers.spread": Spread,
        "numbers.view": ["figure", "table"],
        "numbers.found": [*FOUND_IN, *NUMBERED],
        "start": ["line_1", "line_2", "line_3"],
        "view": VIEWS,
        "lens": Lens,
        "compare": [*Contrast, "left", "right"],
        "compare.backing": Backing,
        "compare.mode": ["uses", "places", "uses.tip", "places.tip"],
        "strip": EffectGroup,
        "page": PAGES,
        "stage": SIDES,
        "panel.kind": [kind for kind in PlaceKind if kind is not PlaceKind.MAIN],
    }.items()
    for end in ends
} | {f"{head}.tip" for head in [f"level.{level}" for level in Level]}
BUILT |= {f"phase.{phase}.tip" for phase in Phase} | {f"lens.{lens}.tip" for lens in Lens}
BUILT |= {f"view.{view}.tip" for view in VIEWS} | {f"stage.{side}.note" for side in SIDES}
BUILT |= {"stage.rest.tip", "stage.scan.tip", "stage.time.tip"}
BUILT |= {f"label.side.{side}" for side in Side}
BUILT |= {f"label.not_{lens}" for lens in Lens if lens is not Lens.ALL}
# Of the pages "what nobody knows" and "sources".
BUILT |= {f"gaps.lens.{lens}" for lens in Lens}
BUILT |= {f"gaps.group.{group}" for group in [*PlaceKind, *EffectGroup]} - {"gaps.group.effect"}
BUILT |= {f"sources.design.{design}" for design in Design}
BUILT |= {f"sources.{end}_year.name" for end in ("first", "last")}
BUILT |= {f"verdict.{verdict}" for verdict in CheckVerdict}
BUILT |= {f"verdict.{verdict}.tip" for verdict in CheckVerdict}
# Of the handout.
BUILT |= {f"handout.kind.{kind}" for kind in PinKind}
BUILT |= {f"export.kind.{kind}" for kind in PinKind}
BUILT |= {f"handout.fault.{kind}" for kind in FaultKind}
BUILT |= {f"handout.{head}{output}" for output in OUTPUTS for head in ("", "files_")}
BUILT |= {f"handout.pin_{end}" for end in ("text", "picture")}
BUILT |= {f"rating.step.{step}" for step in STEPS}
BUILT |= {f"client.{step}" for step in STEPS}
BUILT |= {f"client.{head}.{kind}" for head in ("title", "start") for kind in ("brain", "synapse")}
BUILT |= {f"teach.{tick}{end}" for tick in Tick for end in ("", ".tip")}
BUILT |= {f"rating.rule.{row.reason}" for row in rule_rows()}


def places(text):
    return sorted(name for _, name, _, _ in Formatter().parse(text) if name is not None)


def keys_in_code():
    """Return every text in the code that looks like a key."""
    found = set()
    for path in SOURCES.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.add(node.value)
    return found


def test_both_languages_have_the_same_keys():
    assert list(NL) == list(EN), "the same keys, in the same order"


@pytest.mark.parametrize("key", EN)
def test_both_languages_have_the_same_places(key):
    assert places(NL[key]) == places(EN[key])
    assert all(place.isidentifier() for place in places(EN[key]))


def test_no_text_is_empty_or_has_loose_spaces():
    for table in (NL, EN):
        for key, text in table.items():
            assert text.strip() == text, key
            assert text, key
            assert "  " not in text, key


def test_every_key_is_used():
    code = keys_in_code()
    unused = [key for key in EN if key not in code and key not in BUILT]
    assert unused == []


def test_every_key_that_the_code_uses_exists():
    heads = {key.partition(".")[0] for key in EN}
    looks_like_key = re.compile(rf"(?:{'|'.join(heads)})\.[a-z_]+(?:\.[a-z_]+)*")
    files = (".yaml", ".json")
    texts = {text for text in keys_in_code() if not text.endswith(("_", *files))}
    used = {text for text in texts if looks_like_key.fullmatch(text)}
    assert len(used) > 40
    assert sorted(used - set(EN)) == []
    assert sorted(BUILT - set(EN)) == []


def test_months_are_twelve():
    for language, number in product(Language, range(1, 13)):
        text = words(language).month(f"2026-{number:02}")
        assert re.fullmatch(r"[A-Za-z]+ 2026", text)
    assert words(Language.NL).month("2026-03-01") == "1 maart 2026"
    assert words(Language.EN).month("2026-11-21") == "21 November 2026"


@pytest.mark.parametrize(
    ("value", "dutch", "english"),
    [
        (4.5, "4,5", "4.5"),
        (10.0, "10", "10"),
        (0.0, "0", "0"),
        (-1.25, "-1,25", "-1.25"),
        (0.0001, "0,0001", "0.0001"),
        (100.0, "100", "100"),
        (1200, "1200", "1200"),
    ],
)
def test_numbers_are_written_as_the_language_does(value, dutch, english):
    assert words(Language.NL).number(value) == dutch
    assert words(Language.EN).number(value) == english


def test_an_unknown_key_is_an_error():
    with pytest.raises(KeyError):
        words(Language.EN)("no.such.key")


@pytest.mark.parametrize(
    ("name", "language"),
    [
        ("nl_NL", Language.NL),
        ("nl_BE", Language.NL),
        ("NL", Language.NL),
        ("en_GB", Language.EN),
        ("de_DE", Language.EN),
        ("C", Language.EN),
        ("", Language.EN),
    ],
)
def test_the_first_language_follows_the_system(name, language):
    assert language_of_locale(name) is language


def test_interface_words_are_about_no_substance():
    # A pack may be about anything: only the program's own name may name one.
    own = {"app.title", "about.text"}
    named = [
        key
        for table in (NL, EN)
        for key, text in table.items()
        if key not in own and re.search(r"\bmdma\b(?!-brain)|ecstasy", text, re.IGNORECASE)
    ]
    assert sorted(set(named)) == []
