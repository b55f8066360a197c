"""References as CSL-JSON, the form in which a pack keeps them."""

import json
from collections.abc import Iterable

from explorer.domain.reference import Author, Reference
from explorer.domain.vocabulary import ReferenceStatus
from explorer.export.citations import standing_note

_Value = str | list[dict[str, str]] | dict[str, list[list[int]]] | dict[str, str]


def as_csl_json(references: Iterable[Reference]) -> str:
    """Return a CSL-JSON array with one item for each reference, ending in a newline."""
    items = [as_csl_item(reference) for reference in references]
    return json.dumps(items, ensure_ascii=False, indent=1) + "\n"


def as_csl_item(reference: Reference) -> dict[str, _Value]:
    """Return one item. What CSL has no field for stands under `custom`, as in a pack."""
    item: dict[str, _Value] = {"id": reference.key, "type": reference.kind}
    if reference.authors:
        item["author"] = [_name(author) for author in reference.authors]
    if reference.year:
        item["issued"] = {"date-parts": [[reference.year]]}
    texts = {
        "title": reference.title,
        "container-title": reference.journal,
        "volume": reference.volume,
        "issue": reference.issue,
        "page": reference.pages,
        "DOI": reference.doi,
        "PMID": reference.pmid,
        "PMCID": reference.pmcid,
        "URL": reference.url,
        "note": standing_note(reference),
    }
    item |= {field: text for field, text in texts.items() if text}
    if reference.status is not ReferenceStatus.OK:
        standing = {"status": str(reference.status), "notice_doi": reference.notice_doi}
        item["custom"] = {field: text for field, text in standing.items() if text}
    return item


def _name(author: Author) -> dict[str, str]:
    """Return a CSL name. A group is a literal: nothing may turn it into initials."""
    if author.given:
        return {"family": author.family, "given": author.given}
    return {"literal" if " " in author.family else "family": author.family}
