"""Citations in every form, compared with kept files.

After a wanted change: `REWRITE_GOLDEN=1 python -m pytest tests/export`, then read the difference.
"""

import os
import re
from pathlib import Path

import pytest

from explorer.domain.reference import Author, Reference
from explorer.domain.vocabulary import ReferenceStatus
from explorer.export.citations import as_bibtex, as_text, short_citation, standing_note
from explorer.export.csl import as_csl_json
from explorer.export.ris import as_ris

GOLDEN = Path(__file__).parent / "golden"

ARTICLE = Reference(
    key="bean2019a",
    kind="article-journal",
    authors=(Author("Bean", "Anna Maria"), Author("de Vries", "JP"), Author("Ångström", "Ö.-K.")),
    year=2019,
    title="Coffee & sleep: 50% less_of {it}?",
    journal="Journal of Cups & Saucers",
    volume="12",
    issue="3",
    pages="101-9",
    doi="10.1000/cups_2019.101",
    pmid="31000001",
)
MANY = ARTICLE._replace(
    key="many2020",
    authors=tuple(Author(f"Name{letter}", letter) for letter in "ABCDEFGH"),
    year=2020,
    title="A very long list of authors.",
    issue="",
    pages="e20\u2013e31",
)
GROUP = Reference(
    key="Grüppe:2021/x",
    kind="report",
    authors=(Author("The Coffee Group"), Author("Solo")),
    year=2021,
    title="Report",
    journal="",
    pmid="32000002",
    url="https://example.org/report",
)
RETRACTED = ARTICLE._replace(key="gone2018", year=2018, status=ReferenceStatus.RETRACTED)
CORRECTED = ARTICLE._replace(
    key="mended2018",
    status=ReferenceStatus.CORRECTED,
    notice_doi="10.1000/cups_2020.1",
    note="Online in 2018.",
)
BARE = Reference(
    key="bare",
    kind="webpage",
    authors=(),
    year=None,
    title="Only a title",
    journal="",
    url="https://example.org/a_b",
)
WORKS = {
    "article": ARTICLE,
    "many_authors": MANY,
    "group": GROUP,
    "retracted": RETRACTED,
    "corrected": CORRECTED,
    "bare": BARE,
}
FORMS = {
    "txt": as_text,
    "bib": as_bibtex,
    "ris": as_ris,
    "json": lambda work: as_csl_json([work]),
}


@pytest.mark.parametrize("name", WORKS)
@pytest.mark.parametrize(("form", "write"), FORMS.items(), ids=FORMS)
def test_citation_is_as_kept(name, form, write):
    written = write(WORKS[name])
    path = GOLDEN / f"{name}.{form}"
    if os.environ.get("REWRITE_GOLDEN"):
        path.write_text(written.rstrip("\n") + "\n", "utf-8")
    assert written.rstrip("\n") + "\n" == path.read_text("utf-8")


def test_every_kept_file_belongs_to_a_work():
    kept = {path.name for path in GOLDEN.iterdir()}
    assert kept == {f"{name}.{form}" for name in WORKS for form in FORMS}


@pytest.mark.parametrize("work", WORKS.values(), ids=WORKS)
def test_bibtex_is_balanced_and_has_a_plain_key(work):
    entry = as_bibtex(work)
    assert re.fullmatch(r"@[a-z]+\{[A-Za-z0-9:_-]+,\n(  [a-z]+ = \{.*\},?\n)+\}\n", entry)
    bare = re.sub(r"\\.", "", entry)
    assert bare.count("{") == bare.count("}")
    assert entry.count(",\n}") == 0


def test_a_retracted_paper_says_so_in_every_form():
    assert as_text(RETRACTED).startswith("RETRACTED: ")
    assert "note = {Retracted}" in as_bibtex(RETRACTED)
    assert "\nN1  - Retracted\n" in as_ris(RETRACTED)
    assert '"note": "Retracted"' in as_csl_json([RETRACTED])
    assert "RETRACTED" not in as_text(CORRECTED)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, ""),
        ({"note": "Print only."}, "Print only"),
        ({"status": ReferenceStatus.RETRACTED}, "Retracted"),
        (
            {"status": ReferenceStatus.RETRACTED, "notice_doi": "10.1/n", "note": "Retracted."},
            "Retracted (notice: https://doi.org/10.1/n). Retracted",
        ),
        (
            {"status": ReferenceStatus.RETRACTED, "note": "Retracted on 10 August 2024."},
            "Retracted on 10 August 2024",
        ),
    ],
)
def test_note_says_how_the_work_stands(fields, expected):
    assert standing_note(ARTICLE._replace(**fields)) == expected


def test_more_than_six_authors_are_cut_in_text_but_not_in_bibtex():
    assert "NameF F, et al." in as_text(MANY)
    assert "NameG" not in as_text(MANY)
    assert as_bibtex(MANY).count(" and ") == 7


@pytest.mark.parametrize(
    ("authors", "year", "expected"),
    [
        (("Bean",), 2019, "Bean, 2019"),
        (("Bean", "Cup"), 2019, "Bean & Cup, 2019"),
        (("Bean", "Cup", "Saucer"), 2019, "Bean and others, 2019"),
        (("Bean",), None, "Bean"),
        ((), 2019, "Journal, 2019"),
    ],
)
def test_short_form(authors, year, expected):
    work = BARE._replace(
        authors=tuple(Author(name) for name in authors), year=year, journal="Journal"
    )
    assert short_citation(work, "and others") == expected


def test_short_form_without_author_and_journal_is_the_title():
    assert short_citation(BARE, "e.a.") == "Only a title"


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"doi": "10.1/x", "pmid": "1"}, "https://doi.org/10.1/x"),
        ({"pmcid": "PMC1", "pmid": "1"}, "https://pmc.ncbi.nlm.nih.gov/articles/PMC1"),
        ({"pmid": "1"}, "https://pubmed.ncbi.nlm.nih.gov/1"),
        ({"url": "https://example.org"}, "https://example.org"),
        ({"url": ""}, ""),
    ],
)
def test_link_prefers_the_doi(fields, expected):
    assert BARE._replace(**({"url": ""} | fields)).link == expected
