"""A good pack is read whole, from a folder and from a zip."""

import shutil
import zipfile

import pytest

from explorer.domain.reference import Author
from explorer.domain.text import Name
from explorer.domain.vocabulary import Effect, Phase, ReferenceStatus, Spread, Strength, Use
from explorer.pack.check import check
from explorer.pack.pack_error import PackError
from explorer.pack.reader import read_pack


@pytest.fixture
def library(pack):
    return read_pack(pack.folder)


def test_good_pack_has_no_faults(pack):
    assert check(pack.folder) == ([], "5 claims, 1 region, 3 references: no faults")


def test_pack_says_what_it_is(library):
    info = library.info
    assert (info.id, info.version, info.searched) == ("small", "1.0", "2026-11")
    assert info.reviewed_by is None
    assert [use.use for use in info.uses] == [Use.THERAPEUTIC, Use.CHRONIC]
    assert info.diagrams[0].file == "diagrams/medial.svg"


def test_claim_is_read_whole(library):
    claim = library.claims[0]
    assert claim.statement.nl_plain == "De amygdala van 9 mensen deed mogelijk minder."
    assert claim.evidence is not None
    assert claim.evidence.n == 9
    assert claim.window is not None
    assert (claim.window.onset, claim.window.end) == ("PT1H", "PT4H")
    figure = claim.figures[0]
    assert (figure.value, figure.spread, figure.low, figure.high) == (4.5, Spread.CI95, 3.1, 6.0)
    assert figure.p == "0.020"
    assert claim.covers == ("s2-14",)


def test_cells_sum_up_their_claims(library):
    cell = library.cell("amygdala", Use.THERAPEUTIC, Phase.ACUTE)
    assert (cell.effect, cell.strength) == (Effect.DECREASE, Strength.LIMITED)
    assert [claim.id for claim in cell.claims] == ["angry-faces"]
    assert [claim.id for claim in cell.nearby] == ["mood"]
    gap = library.cell("amygdala", Use.THERAPEUTIC, Phase.LONG_TERM)
    assert (gap.effect, gap.strength) == (Effect.UNKNOWN, Strength.GAP)


def test_references_are_read_as_csl(library):
    one, two, three = library.references
    assert one.authors == (Author("One", "A"), Author("The Group"))
    assert (one.year, one.volume, one.pages) == (2009, "12", "1-9")
    assert (two.status, two.notice_doi) == (ReferenceStatus.CORRECTED, "10.1000/notice")
    assert (two.doi, two.pmid, two.note) == ("", "12345", "No DOI was given.")
    assert three.authors == (Author("van den Berg", "C"),)
    assert three.year is None


def test_uncited_retracted_work_is_marked(pack):
    pack.swap(
        "references.json",
        "[\n",
        '[\n {"id": "g", "type": "book", "title": "G", "DOI": "10.1000/GONE"},\n',
    )
    reference = read_pack(pack.folder).reference("g")
    assert reference.status is ReferenceStatus.RETRACTED
    assert reference.notice_doi == "10.1000/why"
    assert reference.retraction == Name("Ingetrokken.", "Retracted.")


@pytest.mark.parametrize("around", ["", "my-pack/"])
def test_zip_gives_the_same_library(pack, library, tmp_path, around):
    archive = tmp_path / "pack.zip"
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as target:
        for path in pack.folder.rglob("*"):
            if path.is_file():
                target.write(path, around + path.relative_to(pack.folder).as_posix())
    assert read_pack(archive) == library


def test_every_fault_is_reported_at_once(pack):
    pack.swap("pack.yaml", "id: small", "id: Small!")
    pack.swap("regions.yaml", "kind: body", "kind: bodi")
    pack.swap("claims/amygdala.yaml", "n: 300", "n: many")
    with pytest.raises(PackError) as caught:
        read_pack(pack.folder)
    files = [problem.file for problem in caught.value.problems]
    assert files == ["claims/amygdala.yaml", "pack.yaml", "regions.yaml"]
    assert str(caught.value).count("\n") == 2


def test_claims_are_checked_while_pack_yaml_is_missing(pack):
    (pack.folder / "pack.yaml").unlink()
    pack.swap("claims/amygdala.yaml", "about: body", "about: bodi")
    assert [problem.file for problem in pack.problems()] == ["claims/amygdala.yaml", "pack.yaml"]


def test_faulty_claim_does_not_hide_faults_of_others(pack):
    pack.swap("claims/amygdala.yaml", "design: animal", "design: animals")
    pack.swap("claims/amygdala.yaml", "about: body", "about: bodi")
    whats = [problem.what for problem in pack.problems()]
    assert whats == [
        "`design` cannot be 'animals'",
        "`about` is `bodi`, which is no place or topic of this pack",
    ]


def test_faulty_reference_is_not_called_missing(pack):
    pack.swap("references.json", '"DOI": "10.1000/three"', '"DOI": "three"')
    assert "is no DOI" in pack.only().what


def test_neither_folder_nor_zip(tmp_path):
    problems, line = check(tmp_path / "nowhere")
    assert [problem.what for problem in problems] == ["is neither a folder nor a zip file"]
    assert line == "1 fault"


def test_order_of_files_does_not_matter(pack, library, tmp_path):
    other = tmp_path / "other"
    shutil.copytree(pack.folder, other)
    assert read_pack(other) == library
