"""A reference as RIS, which every reference manager reads."""

from explorer.domain.reference import Author, Reference
from explorer.export.citations import standing_note

_KINDS = {
    "article-journal": "JOUR",
    "article-magazine": "MGZN",
    "article-newspaper": "NEWS",
    "book": "BOOK",
    "chapter": "CHAP",
    "dataset": "DATA",
    "paper-conference": "CPAPER",
    "report": "RPRT",
    "thesis": "THES",
    "webpage": "ELEC",
}
_RANGES = ("-", "\u2013")


def as_ris(reference: Reference) -> str:
    """Return one RIS record, ending in a newline.

    PubMed's number stands under AN and that of PubMed Central under C2, where reference managers
    look for them.
    """
    first, last = _pages(reference.pages)
    fields = [
        ("TY", _KINDS.get(reference.kind, "GEN")),
        ("ID", reference.key),
        *(("AU", _name(author)) for author in reference.authors),
        ("TI", reference.title),
        ("T2", reference.journal),
        ("PY", str(reference.year or "")),
        ("VL", reference.volume),
        ("IS", reference.issue),
        ("SP", first),
        ("EP", last),
        ("DO", reference.doi),
        ("AN", reference.pmid),
        ("C2", reference.pmcid),
        ("UR", reference.link),
        ("N1", standing_note(reference)),
    ]
    lines = [f"{tag}  - {_line(value)}" for tag, value in fields if value]
    return "\n".join([*lines, "ER  - "]) + "\n"


def _name(author: Author) -> str:
    """Return "family, given". A comma in a group's name would make one half a given name."""
    given = author.given
    if given.isupper() and len(given) <= 4:
        given = " ".join(f"{letter}." for letter in given)
    return f"{author.family}, {given}" if given else author.family.replace(",", ":")


def _pages(pages: str) -> tuple[str, str]:
    """Return first and last page; a last page that was cut short (101-9) is written in full."""
    for dash in _RANGES:
        first, found, last = (part.strip() for part in pages.partition(dash))
        if found:
            if first.isdigit() and last.isdigit() and len(last) < len(first):
                last = first[: -len(last)] + last
            return first, last
    return pages, ""


def _line(text: str) -> str:
    """Put a value on one line: a line break would begin another field."""
    return " ".join(text.split())
