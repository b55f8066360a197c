"""The table says what the rule does."""

import pytest

from explorer.domain.rule_table import least_in_conflict, most_at_second_hand, rule_rows
from explorer.domain.strength import Reason
from explorer.domain.vocabulary import Design, Strength


def test_every_way_to_a_step_is_there_once():
    assert [(row.reason, row.strength) for row in rule_rows()] == [
        (Reason.META_CONTROLLED, Strength.STRONG),
        (Reason.CONTROLLED_REPLICATED, Strength.STRONG),
        (Reason.META_OBSERVATIONAL, Strength.MODERATE),
        (Reason.CONTROLLED_LARGE, Strength.MODERATE),
        (Reason.CONTROLLED_SMALL, Strength.LIMITED),
        (Reason.OBSERVATIONAL, Strength.LIMITED),
        (Reason.NOT_IN_PEOPLE, Strength.EARLY),
        (Reason.INDIRECT, Strength.EARLY),
        (Reason.NO_SOURCE, Strength.GAP),
    ]


@pytest.mark.parametrize(
    ("reason", "design"),
    [
        (Reason.CONTROLLED_LARGE, Design.RCT),
        (Reason.OBSERVATIONAL, Design.OPEN_LABEL),
        (Reason.INDIRECT, Design.REVIEW),
        (Reason.META_CONTROLLED, Design.META_ANALYSIS_CONTROLLED),
    ],
)
def test_designs_stand_where_the_rule_puts_them(reason, design):
    where = [row.reason for row in rule_rows() if design in row.designs]
    assert reason in where


def test_each_design_in_people_has_its_own_row():
    in_people = [row for row in rule_rows() if row.reason is not Reason.NOT_IN_PEOPLE]
    assert {design for row in in_people for design in row.designs} == set(Design)


def test_bounds_of_what_lowers_a_step():
    assert most_at_second_hand() is Strength.LIMITED
    assert least_in_conflict() is Strength.EARLY
