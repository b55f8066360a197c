"""Which numbers a text holds."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.domain.numbers import numbers_in, written
from explorer.domain.vocabulary import Language


def english(text):
    return {str(float(number)).removesuffix(".0") for number in numbers_in(text, Language.EN)}


def dutch(text):
    return {str(float(number)).removesuffix(".0") for number in numbers_in(text, Language.NL)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("9 people of 12.", {"9", "12"}),
        ("It rose 1.5 times.", {"1.5"}),
        ("1,000 people; 12,500 pills", {"1000", "12500"}),
        ("25%, 30 % and 35%.", {"25", "30", "35"}),
        ("4.5-8 or 9\u201310", {"4.5", "8", "9", "10"}),
        ("from -3.2 to \u22124", {"-3.2", "-4"}),
        ("a 6-week study, 24-hour care", {"6", "24"}),
        ("n=9, p<0.02, (7)", {"9", "0.02", "7"}),
        ("75mg, 1.5 mg/kg, 2x, the 9th", {"75", "1.5", "2", "9"}),
        ("67 of 100 (95% CI 3.1 to 6.0)", {"67", "100", "3.1", "6"}),
        ("5-HT1A, 5-HT, CAPS-5, ERK1/2, 3D, MAPP1, 5-HT2A/2C", set()),
        ("[11C]DASB, 18F, 5-hydroxytryptamine, 3,4-methylenedioxymethamphetamine", set()),
        ("one study, a first look", set()),
        ("7.0 and 7", {"7"}),
        ("", set()),
    ],
)
def test_english(text, expected):
    assert english(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1,5 keer, 25 % en 4,5-8 uur", {"1.5", "25", "4.5", "8"}),
        ("1.000 mensen, 12.500 pillen", {"1000", "12500"}),
        ("10\u00a0000 mensen", {"10000"}),
        ("een 6-weekse studie, 12-jarigen, de 3e dag, 2 uur", {"6", "12", "3", "2"}),
        ("95%-BI 3,1 tot 6,0 bij 9 mensen", {"3.1", "6", "9"}),
        ("5-HT1A en CAPS-5", set()),
    ],
)
def test_dutch(text, expected):
    assert dutch(text) == expected


def test_point_is_no_decimal_in_dutch():
    assert dutch("1.5 keer") != english("1.5 times")
    assert dutch("1,5 keer") == english("1.5 times")


@given(st.decimals(0, 999, places=2), st.sampled_from(Language))
def test_number_is_found_as_it_is_written(number, language):
    text = f"Dit is {written(number, language)} mg."
    assert numbers_in(text, language) == {Decimal(number)}


@given(st.text(max_size=200), st.sampled_from(Language))
def test_any_text_is_taken(text, language):
    assert all(isinstance(number, Decimal) for number in numbers_in(text, language))
