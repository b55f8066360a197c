"""The real program, in a process of its own, operated through the accessibility bus alone."""

import json
import os
import sys
from pathlib import Path

import pytest

from tests.accessibility import desk

CLIENT = Path(__file__).with_name("client.py")
ROOT = Path(__file__).parents[2]
SECONDS = 30.0
REGIONS = {"Amygdala", "Hypothalamus", "Hippocampus"}
STRENGTHS = {"Strong", "Moderate", "Limited", "Early", "Gap"}
DUTCH_STRENGTHS = {"Sterk", "Redelijk", "Beperkt", "Vroeg", "Onbekend"}


@pytest.fixture(scope="module")
def saw(tmp_path_factory):
    if not sys.platform.startswith("linux"):
        pytest.skip("the accessibility bus is a thing of Linux")
    lacking = desk.missing()
    if lacking and os.environ.get("EXPLORER_REQUIRE_ATSPI"):
        pytest.fail(f"Debian packages are missing: {' '.join(lacking)}")
    if lacking:
        pytest.skip(f"Debian packages are missing: {' '.join(lacking)}")
    with desk.Desk(tmp_path_factory.mktemp("desk")) as ours:
        program = ours.start(desk.program_command(), cwd=ROOT)
        return json.loads(ours.run_client(CLIENT, program.pid, SECONDS))


def test_regions_are_checkable_buttons_with_name_and_place(saw):
    assert set(saw["regions"]) == REGIONS
    for region in saw["regions"].values():
        assert region["role"] in ("check box", "toggle button", "push button")
        assert region["checkable"]
        assert region["focusable"]
        assert {"Toggle", "Press", "SetFocus"} <= set(region["actions"])
        assert "Therapeutic use" in region["description"]
        _, _, width, height = region["box"]
        assert width >= 24
        assert height >= 24


def test_one_region_is_selected_at_a_time(saw):
    assert saw["checked"] == ["Hippocampus"]
    assert saw["cleared"] == []


@pytest.mark.parametrize("name", sorted(REGIONS))
def test_selecting_a_region_fills_the_panel(saw, name):
    words = saw["panels"][name]
    assert name in words
    assert words.index("During (acute)") < words.index("Afterwards (long-term)")
    assert STRENGTHS.intersection(words)


def test_each_section_has_a_claim_with_its_strength(saw):
    for words in saw["sections"].values():
        assert STRENGTHS.intersection(words)
        assert any(" ".join(words).count(strength) for strength in STRENGTHS)


def test_panels_of_regions_differ(saw):
    assert len({tuple(words) for words in saw["panels"].values()}) == len(REGIONS)


def test_slider_set_to_an_end_changes_the_use(saw):
    assert saw["slider"]["minimum"] < saw["slider"]["maximum"]
    assert "Chronic use" in saw["slider_maximum"]
    assert "Therapeutic use" in saw["slider_minimum"]
    assert saw["slider_minimum"] == saw["panels"]["Hippocampus"]


def test_language_can_be_switched_both_ways(saw):
    assert saw["slider_nl"]
    assert saw["slider_en"]
    assert "Tijdens (acuut)" in saw["language_nl"]
    assert DUTCH_STRENGTHS.intersection(saw["language_nl"])
    assert saw["language_en"] == saw["panels"]["Hippocampus"]


def test_nothing_that_acts_is_without_a_name(saw):
    assert saw["unnamed"] == []
    assert saw["acting"] >= 10
