"""Writes a small pack about coffee: other regions, other words, a drawing of its own.

A window that shows it right has nothing about MDMA or its three regions built in.
"""

import json
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths

from explorer.pack.baked import open_pack

NAMES = {"thalamus": "thalamus", "eiland": "insula"}
"""Region id to English name; the ids are on purpose not the names."""

SVG = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 400">
<title>Two shapes in a bean</title>
<defs>
<linearGradient id="shade"><stop offset="0" stop-color="#eeddcc"/><stop offset="1"
 stop-color="#ccbbaa"/></linearGradient>
</defs>
<path id="bean" fill="url(#shade)" stroke="#775544" stroke-width="2"
 d="M300 20C480 20 590 100 590 200S480 380 300 380S10 300 10 200S120 20 300 20z"/>
<g fill="#ddccbb" stroke="#664433">
<ellipse id="eiland" cx="200" cy="210" rx="90" ry="70"/>
<path id="thalamus" d="M330 130h120v110h-40v-60h-80z"/>
</g>
<circle id="stalk" cx="480" cy="300" r="14" fill="#998877"/>
</svg>
"""


def text(nl_plain, en_plain, nl_clinical=None, en_clinical=None):
    return {
        "nl": {"plain": nl_plain, "clinical": nl_clinical or f"{nl_plain} Klinisch."},
        "en": {"plain": en_plain, "clinical": en_clinical or f"{en_plain} Clinical."},
    }


def both(nl, en):
    return {"nl": nl, "en": en}


CAVEAT = text("Het was een klein onderzoek.", "It was a small study.")
LESS = text("De cel deed mogelijk minder bij 9 mensen.", "It may have done less in 9 people.")
MORE = text("De cel deed mogelijk meer bij 9 mensen.", "It may have done more in 9 people.")
RATS = text("Bij ratten was er meer van te zien.", "In rats there was more of it.")
SAME = text("Het bleef waarschijnlijk hetzelfde.", "It was probably the same.")
SURE = text("Er komt meer bloed na 3 kopjes.", "More blood comes after 3 cups.")
OPEN = text("Dit is niet onderzocht.", "This was not studied.")
BOTH = text("Het was mogelijk soms meer, soms minder.", "It may differ: some more, some less.")

SCAN = {
    "design": "crossover_imaging",
    "species": "human",
    "who": both("9 drinkers van koffie", "9 coffee drinkers"),
    "n": 9,
    "replication": "single",
    "verified": "abstract",
    "dose": both("1 kopje", "1 cup"),
}
TRIALS = SCAN | {
    "design": "rct",
    "n": 100,
    "replication": "replicated",
    "who": both("100 mensen", "100 people"),
}
ANIMALS = {
    "design": "animal",
    "species": "rat",
    "who": both("ratten", "rats"),
    "replication": "single",
    "verified": "secondary",
}
GROUPS = {
    "design": "meta_analysis_observational",
    "species": "human",
    "who": both("300 drinkers", "300 drinkers"),
    "n": 300,
    "replication": "replicated",
    "verified": "fulltext",
}
FIGURE = {
    "label": both("daling", "fall"),
    "value": 4.5,
    "unit": both("%", "%"),
    "n": 9,
    "spread": {"kind": "ci95", "low": 3.1, "high": 6.25},
    "p": "0.020",
    "reference": "bean2019",
}


def claim(name, about, use, phase, effect, statement, evidence, references=("bean2019",), **more):
    made = {"id": name, "about": about, "use": use, "phase": phase, "effect": effect}
    made |= {"measure": both(f"maat van {name}", f"measure of {name}"), "statement": statement}
    made |= {"caveat": CAVEAT}
    if evidence is None:
        made["search"] = {"date": "2026-10", "sought": both("scans bij mensen", "scans in people")}
    else:
        made |= {"evidence": evidence, "references": list(references)}
    return made | more


ONCE, OFTEN, NOW, LATER = "therapeutic", "chronic", "acute", "long_term"
CLAIMS = [
    claim("less", "thalamus", ONCE, NOW, "decrease", LESS, SCAN, figures=[FIGURE]),
    *(
        claim(f"rats-{place}", "thalamus", ONCE, NOW, "increase", RATS, ANIMALS, ["cup2020"])
        for place in range(1, 6)
    ),
    claim("open", "thalamus", ONCE, LATER, "unknown", OPEN, None),
    claim("sure", "thalamus", OFTEN, NOW, "increase", SURE, TRIALS, ["bean2019", "many2021"]),
    claim("same", "thalamus", OFTEN, LATER, "no_change", SAME, GROUPS, ["many2021"]),
    claim("down", "eiland", ONCE, NOW, "decrease", LESS, SCAN),
    claim("up", "eiland", ONCE, NOW, "increase", MORE, SCAN, ["cup2020"]),
    claim("empty", "eiland", ONCE, LATER, "unknown", OPEN, None),
    claim("rats-insula", "eiland", OFTEN, NOW, "increase", RATS, ANIMALS, ["cup2020"]),
    claim("unknown", "eiland", OFTEN, LATER, "unknown", OPEN, None),
    claim(
        "sleep", "body", ONCE, LATER, "decrease", LESS, SCAN, nearby=["thalamus"], figures=[FIGURE]
    ),
    claim("heart", "body", OFTEN, LATER, "increase", MORE, SCAN, nearby=["eiland"]),
]
SUMMARIES = {
    ("thalamus", ONCE, NOW): LESS,
    ("thalamus", ONCE, LATER): OPEN,
    ("thalamus", OFTEN, NOW): SURE,
    ("thalamus", OFTEN, LATER): SAME,
    ("eiland", ONCE, NOW): BOTH,
    ("eiland", ONCE, LATER): OPEN,
    ("eiland", OFTEN, NOW): RATS,
    ("eiland", OFTEN, LATER): OPEN,
}
PACK = {
    "format": 1,
    "id": "coffee",
    "title": both("Koffie", "Coffee"),
    "version": "2.5",
    "licence": "CC0",
    "languages": ["nl", "en"],
    "searched": "2026-10",
    "reviewed_by": "A. Barista",
    "review_by": "2099-01-01",
    "notice": both("Dit gaat over koffie.", "This is about coffee."),
    "uses": {
        "therapeutic": {"name": both("Eén kopje", "One cup"), "note": both("per dag", "a day")},
        "chronic": {"name": both("Veel kopjes", "Many cups"), "note": both("elke dag", "daily")},
    },
    "diagrams": [
        {
            "id": "bean",
            "file": "diagrams/bean.svg",
            "title": both("Boon", "Bean"),
            "caption": both("Een boon met twee vormen.", "A bean with two shapes."),
        }
    ],
}
PLACES = {
    "regions": [
        {
            "id": "thalamus",
            "name": both("thalamus", "thalamus"),
            "summary": text("De thalamus schakelt door.", "The thalamus passes signals on."),
        },
        {
            "id": "eiland",
            "name": both("eiland", "insula"),
            "summary": text("Het eiland proeft.", "The insula tastes."),
        },
    ],
    "landmarks": [{"id": "stalk", "name": both("steel", "stalk")}],
    "topics": [{"id": "body", "kind": "body", "name": both("lichaam", "body")}],
}
REFERENCES = [
    {
        "id": "bean2019",
        "type": "article-journal",
        "author": [{"family": "Bean", "given": "Anna"}, {"family": "Cup", "given": "Bo"}],
        "issued": {"date-parts": [[2019]]},
        "title": "Coffee & the thalamus",
        "container-title": "Journal of Cups",
        "volume": "12",
        "page": "1-9",
        "DOI": "10.1000/bean(2019)1",
    },
    {
        "id": "cup2020",
        "type": "article-journal",
        "author": [{"family": "Cup", "given": "Bo"}],
        "issued": {"date-parts": [[2020]]},
        "title": "Rats & cups <i>",
        "container-title": "Journal of Cups",
        "custom": {"status": "corrected", "notice_doi": "10.1000/mend", "note": "No DOI given."},
    },
    {
        "id": "many2021",
        "type": "article-journal",
        "author": [{"family": f"Author{letter}", "given": letter} for letter in "ABCDEFG"],
        "issued": {"date-parts": [[2021]]},
        "title": "Many cups",
        "container-title": "Journal of Cups",
        "DOI": "10.1000/many",
    },
]


def write_coffee(folder: Path) -> Path:
    """Write the pack without faults and return its folder."""
    cells = [
        {"region": region, "use": use, "phase": phase, "summary": summary}
        for (region, use, phase), summary in SUMMARIES.items()
    ]
    files = {
        "pack.yaml": PACK,
        "regions.yaml": PLACES,
        "glossary.yaml": {"terms": []},
        "retractions.yaml": {"as_of": "2026-11-21", "retractions": []},
        "claims/all.yaml": {"cells": cells, "claims": CLAIMS},
    }
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        # JSON is YAML too.
        path.write_text(json.dumps(content, indent=1, ensure_ascii=False), "utf-8")
    (folder / "references.json").write_text(json.dumps(REFERENCES, indent=1), "utf-8")
    (folder / "diagrams").mkdir()
    (folder / "diagrams" / "bean.svg").write_text(SVG, "utf-8")
    return folder


@pytest.fixture(scope="session")
def coffee(tmp_path_factory):
    """The folder of the pack. Not to be changed: copy it first."""
    return write_coffee(tmp_path_factory.mktemp("coffee") / "pack")


@pytest.fixture(scope="session")
def coffee_cache(coffee, tmp_path_factory):
    """The fast form of the pack, as the program keeps it."""
    folder = tmp_path_factory.mktemp("coffee-cache")
    open_pack(coffee, folder)
    return folder


@pytest.fixture
def open_coffee(open_window, coffee, coffee_cache):
    """Return a function that opens the pack as `open_window` does, and fast."""
    place = QStandardPaths.StandardLocation.GenericCacheLocation
    cache = Path(QStandardPaths.writableLocation(place)) / "mdma-brain-explorer" / "packs"
    shutil.copytree(coffee_cache, cache, dirs_exist_ok=True)

    def open_one(*arguments, **options):
        return open_window("--language", "en", "--pack", str(coffee), *arguments, **options)

    return open_one
