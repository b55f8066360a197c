"""What is exported, read back by programs that are not ours."""

import json
import re

import bibtexparser
import pytest
import rispy
from bibtexparser.middlewares import LatexDecodingMiddleware, SeparateCoAuthors

from explorer.domain.vocabulary import ReferenceStatus
from explorer.export.citations import as_bibtex, standing_note
from explorer.export.csl import as_csl_json
from explorer.export.ris import as_ris
from explorer.opening import open_built_in
from explorer.pack.build import reference as build_reference
from explorer.pack.csl import ReferencesModel
from tests.export.test_citations import ARTICLE, BARE, GROUP, WORKS

# The fields of CSL-JSON 1.0.2 that hold a text, as citationstyles.org's schema has them.
CSL_TEXTS = {"id", "type", "title", "container-title", "volume", "issue", "page", "note"}
CSL_TEXTS |= {"DOI", "PMID", "PMCID", "URL"}
CSL_KINDS = {"article-journal", "book", "chapter", "paper-conference", "report", "webpage"}


@pytest.fixture(scope="module")
def works():
    """Every work of the built-in pack, and those that were made to be difficult."""
    return [*open_built_in().library.references, *WORKS.values()]


def family_names(work):
    return [author.family for author in work.authors]


def test_ris_reads_back(works):
    read = rispy.loads("\n".join(as_ris(work) for work in works))
    assert len(read) == len(works)
    for work, entry in zip(works, read, strict=True):
        assert entry["id"] == work.key
        assert entry["title"] == work.title
        assert entry.get("secondary_title", "") == work.journal
        assert entry.get("year", "") == str(work.year or "")
        assert entry.get("volume", "") == work.volume
        assert entry.get("number", "") == work.issue
        assert entry.get("doi", "") == work.doi
        assert entry.get("accession_number", "") == work.pmid
        assert entry.get("custom2", "") == work.pmcid
        assert entry.get("urls", []) == ([work.link] if work.link else [])
        authors = [name.split(",")[0] for name in entry.get("authors", [])]
        assert authors == [name.replace(",", ":") for name in family_names(work)]
        assert entry.get("notes", []) == ([note] if (note := standing_note(work)) else [])
        assert "unknown_tag" not in entry


@pytest.mark.parametrize(
    ("pages", "first", "last"),
    [
        ("101-9", "101", "109"),
        ("2485-2497", "2485", "2497"),
        ("e20\u2013e31", "e20", "e31"),
        ("e2445278", "e2445278", None),
        ("S12-9", "S12", "9"),
    ],
)
def test_ris_splits_pages(pages, first, last):
    (entry,) = rispy.loads(as_ris(ARTICLE._replace(pages=pages)))
    assert entry["start_page"] == first
    assert entry.get("end_page") == last


def test_ris_of_each_kind():
    kinds = {"article-journal": "JOUR", "report": "RPRT", "webpage": "ELEC", "other": "GEN"}
    for kind, expected in kinds.items():
        (entry,) = rispy.loads(as_ris(BARE._replace(kind=kind)))
        assert entry["type_of_reference"] == expected


def test_ris_keeps_a_line_break_inside_a_value():
    (entry,) = rispy.loads(as_ris(ARTICLE._replace(title="One\nER  - two")))
    assert entry["title"] == "One ER - two"
    assert entry["doi"] == ARTICLE.doi


def test_bibtex_reads_back(works):
    text = "\n".join(as_bibtex(work) for work in works)
    read = bibtexparser.parse_string(text, append_middleware=[LatexDecodingMiddleware()])
    assert read.failed_blocks == []
    assert len(read.entries) == len(works)
    for work, entry in zip(works, read.entries, strict=True):
        fields = {field.key: field.value for field in entry.fields}
        assert plain(fields["title"]) == plain(work.title)
        assert plain(fields.get("journal", "")) == plain(work.journal)
        assert fields.get("year", "") == str(work.year or "")
        assert fields.get("doi", "") == work.doi
        assert plain(fields.get("note", "")) == plain(standing_note(work))


def test_bibtex_names_read_back(works):
    text = "\n".join(as_bibtex(work) for work in works)
    read = bibtexparser.parse_string(text, append_middleware=[SeparateCoAuthors()])
    for work, entry in zip(works, read.entries, strict=True):
        names = {field.key: field.value for field in entry.fields}.get("author", [])
        assert [family_of(name) for name in names] == family_names(work)


def family_of(name):
    return plain(name) if name.startswith("{") else name.split(",")[0].replace("\\&", "&")


def plain(text):
    """Leave out what only LaTeX sees."""
    for sign in "{}":
        text = text.replace(sign, "")
    return text.replace("--", "\u2013").replace("''", "\u201d").strip()


def test_csl_json_has_the_shape_of_the_standard(works):
    items = json.loads(as_csl_json(works))
    assert [item["id"] for item in items] == [work.key for work in works]
    for item in items:
        assert item.keys() <= CSL_TEXTS | {"author", "issued", "custom"}
        texts = [item[field] for field in item.keys() & CSL_TEXTS]
        assert all(isinstance(text, str) and text for text in texts)
        assert item["type"] in CSL_KINDS
        for name in item.get("author", []):
            assert name.keys() in ({"literal"}, {"family"}, {"family", "given"})
        for part in item.get("issued", {"date-parts": [[0]]})["date-parts"]:
            assert [type(number) for number in part] == [int]


def test_csl_json_reads_back_as_a_pack_reads_it(works):
    items = json.loads(as_csl_json(works))
    for item in items:
        item["id"] = re.sub(r"[^a-z0-9-]", "-", item["id"].lower())  # a pack's keys are plainer
    read = [build_reference(item) for item in ReferencesModel(items=items).items]
    for work, again in zip(works, read, strict=True):
        own = {"key": "", "note": "", "retraction": None}  # told otherwise, or no part of CSL
        assert again._replace(**own) == work._replace(**own)
        assert again.note == standing_note(work)


def test_csl_json_of_a_group_is_a_literal_name():
    (item,) = json.loads(as_csl_json([GROUP]))
    assert item["author"] == [{"literal": "The Coffee Group"}, {"family": "Solo"}]


def test_every_retracted_work_of_the_pack_says_so_in_every_form(works):
    gone = [work for work in works if work.status is ReferenceStatus.RETRACTED]
    assert len(gone) >= 4
    for work in gone:
        (ris,) = rispy.loads(as_ris(work))
        assert ris["notes"][0].startswith("Retracted")
        (entry,) = bibtexparser.parse_string(as_bibtex(work)).entries
        assert entry["note"].startswith("Retracted")
        (item,) = json.loads(as_csl_json([work]))
        assert item["note"].startswith("Retracted")
        assert item["custom"]["status"] == "retracted"
