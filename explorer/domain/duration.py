"""ISO 8601 durations, such as `PT2H` and `P3M`."""

import re

_FORM = re.compile(
    r"P(?=.)(?:(?P<y>\d+)Y)?(?:(?P<mo>\d+)M)?(?:(?P<w>\d+)W)?(?:(?P<d>\d+)D)?"
    r"(?:T(?=.)(?:(?P<h>\d+(?:\.\d+)?)H)?(?:(?P<mi>\d+(?:\.\d+)?)M)?(?:(?P<s>\d+)S)?)?",
    re.ASCII,
)
# Hours in each unit. A year is 365 days and a month a twelfth of it: good enough to order windows.
_HOURS = {"y": 8760.0, "mo": 730.0, "w": 168.0, "d": 24.0, "h": 1.0, "mi": 1 / 60, "s": 1 / 3600}


def hours(duration: str) -> float:
    """Return a duration in hours.

    Raises:
        ValueError: when the text is no ISO 8601 duration.
    """
    match = _FORM.fullmatch(duration) if len(duration) < 50 else None
    if match is None:
        raise ValueError(f"{duration!r} is no ISO 8601 duration")
    return sum(float(amount) * _HOURS[unit] for unit, amount in match.groupdict("0").items())
