"""A reference as text and as BibTeX."""

import re
import unicodedata

from explorer.domain.reference import Author, Reference
from explorer.domain.vocabulary import ReferenceStatus

_MOST_AUTHORS = 6
_BIBTEX_KINDS = {
    "article-journal": "article",
    "book": "book",
    "chapter": "incollection",
    "report": "techreport",
    "thesis": "phdthesis",
}
_BIBTEX_SPECIAL = re.compile(r"([&%$#_])")


def short_citation(reference: Reference, others: str) -> str:
    """Return author and year, such as "Bedi and others, 2009".

    Args:
        reference: the work.
        others: how the language says that there are more authors ("and others", "e.a.").
    """
    names = [author.family for author in reference.authors]
    if not names:
        who = reference.journal or reference.title
    elif len(names) <= 2:
        who = " & ".join(names)
    else:
        who = f"{names[0]} {others}"
    return f"{who}, {reference.year}" if reference.year else who


def as_text(reference: Reference) -> str:
    """Return the full citation in the order that medical journals use."""
    authors = [_initials(author) for author in reference.authors[:_MOST_AUTHORS]]
    if len(reference.authors) > _MOST_AUTHORS:
        authors.append("et al")
    parts = (", ".join(authors), reference.title, _place(reference), _identifier(reference))
    ended = [part if part[-1] in ".?!" else f"{part}." for part in parts if part]
    text = " ".join(ended).removesuffix(".")
    return f"RETRACTED: {text}" if reference.status is ReferenceStatus.RETRACTED else text


def _place(reference: Reference) -> str:
    """Return journal, year, volume, issue and pages."""
    year = str(reference.year) if reference.year else ""
    place = ". ".join(part for part in (reference.journal, year) if part)
    if reference.volume:
        issue = f"({reference.issue})" if reference.issue else ""
        place = f"{place};{reference.volume}{issue}"
    return f"{place}:{reference.pages}" if reference.pages else place


def _identifier(reference: Reference) -> str:
    if reference.doi:
        return f"doi:{reference.doi}"
    if reference.pmid:
        return f"PMID {reference.pmid}"
    return reference.pmcid or reference.url


def standing_note(reference: Reference) -> str:
    """Return in English that a work was retracted or corrected, and what else must be known of it.

    Every export carries this as a note, so that a retraction travels with the record.
    """
    standing = {
        ReferenceStatus.RETRACTED: "Retracted",
        ReferenceStatus.CORRECTED: "Corrected",
        ReferenceStatus.OK: "",
    }[reference.status]
    if standing and reference.notice_doi:
        standing = f"{standing} (notice: https://doi.org/{reference.notice_doi})"
    elif standing and reference.note.startswith(standing):
        standing = ""  # the note says it already, with the date
    return ". ".join(part.removesuffix(".") for part in (standing, reference.note) if part)


def as_bibtex(reference: Reference) -> str:
    """Return one BibTeX entry, ending in a newline."""
    fields = {
        "author": " and ".join(_bibtex_name(author) for author in reference.authors),
        "title": f"{{{_escaped(reference.title)}}}" if reference.title else "",
        "journal": _escaped(reference.journal),
        "year": str(reference.year or ""),
        "volume": reference.volume,
        "number": reference.issue,
        "pages": re.sub(r"(?<=\w)[-\u2013](?=\w)", "--", reference.pages),
        "doi": reference.doi,
        "pmid": reference.pmid,
        "url": reference.url if not reference.doi else "",
        "note": _escaped(standing_note(reference)),
    }
    lines = [f"  {key} = {{{value}}}" for key, value in fields.items() if value]
    kind = _BIBTEX_KINDS.get(reference.kind, "misc")
    return f"@{kind}{{{_bibtex_key(reference.key)},\n" + ",\n".join(lines) + "\n}\n"


def _initials(author: Author) -> str:
    if not author.given:
        return author.family
    if author.given.isupper() and len(author.given) <= 4:
        return f"{author.family} {author.given}"
    initials = "".join(part[0] for part in re.split(r"[\s.-]+", author.given) if part)
    return f"{author.family} {initials}"


def _bibtex_name(author: Author) -> str:
    if not author.given:
        return f"{{{_escaped(author.family)}}}" if " " in author.family else _escaped(author.family)
    given = author.given
    if given.isupper() and len(given) <= 4:
        given = " ".join(f"{letter}." for letter in given)
    return f"{_escaped(author.family)}, {_escaped(given)}"


def _escaped(text: str) -> str:
    return _BIBTEX_SPECIAL.sub(r"\\\1", text)


def _bibtex_key(key: str) -> str:
    plain = unicodedata.normalize("NFKD", key).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9:_-]", "", plain)
