"""Everything that has a name has one name, and no two things share one."""

from collections.abc import Iterable
from typing import Any

from explorer.domain.claim_check import ClaimCheck
from explorer.domain.problem import Problem
from explorer.domain.term import Term
from explorer.pack.document import Placed
from explorer.pack.draft import Draft


def claims_have_own_ids(draft: Draft) -> list[Problem]:
    """Claims, over all files."""
    return _twice("claim id", ((part.value.id, part, "id") for part in draft.claims))


def places_have_own_ids(draft: Draft) -> list[Problem]:
    """Places, landmarks and topics together: a claim names them all in one field."""
    return _twice("place id", ((part.value.id, part, "id") for part in draft.named()))


def checks_have_own_ids(draft: Draft) -> list[Problem]:
    """Checks of common statements."""
    return _twice("check id", ((part.value.id, part, "id") for part in draft.checks))


def tours_have_own_ids(draft: Draft) -> list[Problem]:
    """Tours, over all files."""
    return _twice("tour id", ((part.value.id, part, "id") for part in draft.tours))


def teach_backs_have_own_ids(draft: Draft) -> list[Problem]:
    """Topics of the teach-back."""
    return _twice("topic id", ((part.value.id, part, "id") for part in draft.teach_backs))


def covers_name_each_once(draft: Draft) -> list[Problem]:
    """One entry answers a source statement once; several entries may answer the same one."""
    parts: tuple[Placed[ClaimCheck] | Placed[Term], ...] = (*draft.checks, *draft.terms)
    return [
        part.problem("covers", position, what=f"`covers` names `{name}` twice", mend="remove one")
        for part in parts
        for position, name in enumerate(part.value.covers)
        if name in part.value.covers[:position]
    ]


def datasets_have_own_ids(draft: Draft) -> list[Problem]:
    """Data sets, and in each its series and its categories."""
    found = _twice(
        "data set id", ((part.entry.value.id, part.entry, "id") for part in draft.datasets)
    )
    for part in draft.datasets:
        for kind in ("series", "categories"):
            entries = enumerate(getattr(part.entry.value, kind))
            found += _twice(
                f"id in `{kind}`", ((one.id, part.entry, (kind, at, "id")) for at, one in entries)
            )
    return found


def references_have_own_keys(draft: Draft) -> list[Problem]:
    """Citation keys."""
    return _twice("citation key", ((part.value.key, part, "id") for part in draft.references))


def references_have_own_dois(draft: Draft) -> list[Problem]:
    """One work, one key."""
    with_doi = (part for part in draft.references if part.value.doi)
    return _twice("DOI", ((part.value.doi.lower(), part, "DOI") for part in with_doi))


def terms_have_own_ids(draft: Draft) -> list[Problem]:
    """Glossary entries."""
    return _twice("term id", ((part.value.id, part, "id") for part in draft.terms))


def forms_belong_to_one_term(draft: Draft) -> list[Problem]:
    """A spelling that two terms claim could open either definition."""
    found: list[Problem] = []
    for language in ("nl", "en"):
        entries = []
        for part in draft.terms:
            forms = part.value.forms_nl if language == "nl" else part.value.forms_en
            entries += [
                (form.lower(), part, ("forms", language, position))
                for position, form in enumerate(forms)
            ]
        found += _twice(f"{language} form", entries)
    return found


def diagrams_have_own_ids(draft: Draft) -> list[Problem]:
    """Drawn views."""
    if draft.info is None:
        return []
    info = draft.info
    return _twice(
        "diagram id",
        (
            (diagram.id, info, ("diagrams", position, "id"))
            for position, diagram in enumerate(info.value.diagrams)
        ),
    )


def _twice(
    kind: str, entries: Iterable[tuple[str, Placed[Any], str | tuple[str | int, ...]]]
) -> list[Problem]:
    """Report every name after its first."""
    seen: dict[str, tuple[str, int]] = {}
    found: list[Problem] = []
    for name, part, field in entries:
        path = (field,) if isinstance(field, str) else field
        line = part.document.line((*part.path, *path))
        if name in seen:
            file, first = seen[name]
            what = f"the {kind} `{name}` is used twice (first in {file}, line {first})"
            found.append(part.problem(*path, what=what, mend=f"give this one another {kind}"))
        else:
            seen[name] = (part.document.file, line)
    return found


CHECKS = (
    claims_have_own_ids,
    places_have_own_ids,
    checks_have_own_ids,
    tours_have_own_ids,
    teach_backs_have_own_ids,
    datasets_have_own_ids,
    covers_name_each_once,
    references_have_own_keys,
    references_have_own_dois,
    terms_have_own_ids,
    forms_belong_to_one_term,
    diagrams_have_own_ids,
)
