"""The forms that a field of a pack can have: a line of text, an id, a DOI, a date.

Each says by itself what is wrong and how to mend it.
"""

import re
from collections.abc import Callable
from datetime import date
from typing import Annotated

from pydantic import (  # noqa: TID253 - this module is itself only imported when needed
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
)
from pydantic_core import PydanticCustomError

from explorer.domain.duration import hours
from explorer.domain.vocabulary import Language, Phase, Use
from explorer.pack.document import as_written


def _fault(what: str, mend: str) -> PydanticCustomError:
    """Return an error that already says what is wrong and how to mend it."""
    return PydanticCustomError("mend", "{what}", {"what": what, "mend": mend})


def _tidy(text: str) -> str:
    """Put a passage on one line; no-break spaces stay."""
    text = re.sub(r"[ \t\r\n]+", " ", text).strip(" ")
    if not text:
        raise _fault("is empty", "write the text, or remove the field if it is optional")
    return text


def _shape(pattern: str, what: str, mend: str) -> Callable[[str], str]:
    form = re.compile(pattern)

    def check(text: str) -> str:
        if not form.fullmatch(text):
            raise _fault(f"{text[:80]!r} is no {what}", mend)
        return text

    return check


def _month(text: str) -> str:
    _date(f"{text}-01", text, "YYYY-MM")
    return text


def _day(text: str) -> str:
    _date(text, text, "YYYY-MM-DD")
    return text


def _date(text: str, given: str, form: str) -> None:
    fault = _fault(f"{given[:80]!r} is no date", f"write it as {form}")
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):  # Python takes other forms too
        raise fault
    try:
        date.fromisoformat(text)
    except ValueError:
        raise fault from None


def _duration(text: str) -> str:
    try:
        hours(text)
    except ValueError:
        mend = "write it as PT2H (2 hours), PT30M, P3D or P6M"
        raise _fault(f"{text[:80]!r} is no ISO 8601 duration", mend) from None
    return text


def both_languages(languages: list[Language]) -> list[Language]:
    """Refuse a pack that lacks a language or names one twice."""
    if sorted(languages) != sorted(Language):
        raise _fault("must list nl and en, each once", "write [nl, en]")
    return languages


Line = Annotated[str, BeforeValidator(as_written), AfterValidator(_tidy)]
Loose = Annotated[str, BeforeValidator(as_written)]
Id = Annotated[
    Line,
    AfterValidator(
        _shape(r"[a-z0-9]+(-[a-z0-9]+)*", "id", "use lower-case words joined by hyphens")
    ),
]
Key = Annotated[
    Line,
    AfterValidator(
        _shape(r"[A-Za-z0-9][A-Za-z0-9_.:-]*", "citation key", "use letters, digits and hyphens")
    ),
]
Doi = Annotated[
    Line,
    AfterValidator(
        _shape(r"10\.[0-9]{4,9}(\.[0-9]+)*/[!-~]+", "DOI", "write it bare, as 10.1038/nn1023")
    ),
]
Svg = Annotated[
    Line,
    AfterValidator(
        _shape(r"diagrams/[A-Za-z0-9_-][\w.-]*\.svg", "diagram", "write it as diagrams/name.svg")
    ),
]
Scan = Annotated[
    Line,
    AfterValidator(
        _shape(
            r"diagrams/[A-Za-z0-9_-][\w.-]*\.(jpg|jpeg|png)",
            "scan",
            "write it as diagrams/name.jpg",
        )
    ),
]
ElementId = Annotated[
    Line, AfterValidator(_shape(r"[A-Za-z_][\w.-]*", "id of a group", "use the id in the drawing"))
]
CellName = Annotated[
    Line,
    AfterValidator(
        _shape(f"({'|'.join(Use)})/({'|'.join(Phase)})", "cell", "write it as chronic/long_term")
    ),
]
StateName = Annotated[
    Line,
    AfterValidator(
        _shape(
            f"rest|({'|'.join(Use)})/({'|'.join(Phase)})",
            "state",
            "write rest, or a cell such as chronic/long_term",
        )
    ),
]
Month = Annotated[Line, AfterValidator(_month)]
Day = Annotated[Line, AfterValidator(_day)]
Duration = Annotated[Line, AfterValidator(_duration)]
Number = Annotated[float, Field(allow_inf_nan=False)]
Count = Annotated[int, Field(ge=1)]
# Strict pydantic wants enum members; a file can only hold their words.
Lax = Field(strict=False)


class Model(BaseModel):
    """Nothing is guessed, nothing unknown is let through, nothing changes afterwards."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True, populate_by_name=False)
