"""ISO 8601 durations."""

import pytest

from explorer.domain.duration import hours


@pytest.mark.parametrize(
    ("text", "expected"),
    [("PT2H", 2), ("PT30M", 0.5), ("P1DT12H", 36), ("P2W", 336), ("PT1.5H", 1.5), ("P1Y", 8760)],
)
def test_duration_in_hours(text, expected):
    assert hours(text) == pytest.approx(expected)


@pytest.mark.parametrize(
    "text", ["", "P", "PT", "2H", "PT2", "P1H", "pt2h", "P-1D", "P1D ", "9" * 60]
)
def test_other_text_is_refused(text):
    with pytest.raises(ValueError, match="no ISO 8601 duration"):
        hours(text)
