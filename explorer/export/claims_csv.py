"""Claims as a table, for whoever wants to count or sort them."""

import csv
import io
from collections.abc import Iterable

from explorer.domain.claim import Claim
from explorer.domain.library import Library
from explorer.domain.vocabulary import Language, Level

_HEADER = (
    *("id", "place", "use", "phase", "effect", "strength", "statement", "who", "n", "caveat"),
    "dois",
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def claims_csv(library: Library, claims: Iterable[Claim], language: Language, level: Level) -> str:
    """Return a table with one line for each claim.

    Place, use, phase, effect and strength are the words of a pack, the same in each language;
    what people read is in the language and wording asked for. DOIs are separated by spaces.
    """
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow(_HEADER)
    for claim in claims:
        evidence = claim.evidence
        works = [library.reference(key) for key in claim.references]
        rows.writerow(
            _cell(value)
            for value in (
                claim.id,
                claim.about,
                claim.use,
                claim.phase,
                claim.effect,
                library.verdict(claim).strength.name.lower(),
                claim.statement.at(language, level),
                "" if evidence is None else evidence.who.at(language),
                "" if evidence is None or evidence.n is None else str(evidence.n),
                "" if claim.caveat is None else claim.caveat.at(language, level),
                " ".join(work.doi for work in works if work.doi),
            )
        )
    return text.getvalue()


def _cell(value: str) -> str:
    """Return a value that a spreadsheet does not take for a formula."""
    return f"'{value}" if value.startswith(_FORMULA) else value
