"""The built-in data sets: whole, honest about what is missing, and from works that stand."""

import csv

import pytest

from explorer import assets
from explorer.domain.dataset import PlotKind
from explorer.domain.vocabulary import ReferenceStatus, Species
from explorer.pack.baked import open_builtin

ASKED_FOR = {
    "oxytocin-plasma", "oxytocin-time-course", "mdma-plasma-peak", "mdma-plasma-peak-time",
    "felt-effect-duration", "felt-effect-times", "vitals-above-threshold", "ptsd-response",
    "caps5-change-first-trial", "caps5-change-second-trial", "ptsd-loss-of-diagnosis",
    "ptsd-remission", "sert-by-region", "sert-effect-size", "hippocampus-volume",
    "memory-effect-sizes", "side-effects-first-trial", "side-effect-odds",
}  # fmt: skip


@pytest.fixture(scope="module")
def library():
    return open_builtin()[0]


def test_what_a_clinician_asks_for_is_there(library):
    assert {dataset.id for dataset in library.datasets} >= ASKED_FOR
    assert library.left_out == ()


def test_every_row_of_every_file_is_a_point_with_its_number(library):
    files = sorted((assets.folder() / "datasets").iterdir(), key=lambda path: path.stem)
    assert [path.stem for path in files] == sorted(dataset.id for dataset in library.datasets)
    for path in files:
        with path.open(encoding="utf-8", newline="") as text:
            rows = list(csv.DictReader(text))
        points = library.dataset(path.stem).points
        written = [(row["series"], float(row["value"]), row["reference"]) for row in rows]
        assert [(point.series, point.value, point.reference) for point in points] == written
        assert [str(point.n or "") for point in points] == [row["n"] for row in rows]


def test_every_number_comes_from_a_work_that_stands(library):
    for dataset in library.datasets:
        for key in dataset.references:
            assert library.reference(key).status is not ReferenceStatus.RETRACTED, key


def test_outcomes_of_the_trials_are_three_data_sets(library):
    outcomes = ["ptsd-response", "ptsd-loss-of-diagnosis", "ptsd-remission"]
    for dataset in map(library.dataset, outcomes):
        assert dataset.kind is PlotKind.ICON_ARRAY
        assert dataset.y.unit.en == "of 100"
    assert len({library.dataset(name).measure for name in outcomes}) == 3


def test_remission_in_the_first_trial_has_no_number_and_that_is_said(library):
    remission = library.dataset("ptsd-remission")
    assert {point.reference for point in remission.points} == {"mitchell2023"}
    assert "MAPP1" in remission.caveat.nl_clinical
    assert "MAPP1" in remission.caveat.en_clinical


def test_animals_stand_apart(library):
    animal = [dataset.id for dataset in library.datasets if not dataset.is_human]
    assert animal == ["rat-new-cells", "rat-growth-factor-gene"]
    for dataset in library.datasets:
        assert len({series.species is Species.HUMAN for series in dataset.series}) == 1


def test_behaviour_is_not_shown_under_a_region(library):
    regions = {place.id for place in library.regions}
    for name in ("memory-effect-sizes", "executive-effect-sizes", "felt-effect-duration"):
        assert not regions & set(library.dataset(name).about)
