"""pydantic's errors, said so that an author can mend them."""

import difflib
import types
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError  # noqa: TID253 - imported only when needed

from explorer.domain.problem import Problem
from explorer.pack.document import Document, Path, shown

_TYPES = {
    "string_type": ("must be text", "put it in quotes, or write words"),
    "int_type": ("must be a whole number", "write digits only, without quotes"),
    "int_from_float": ("must be a whole number", "write digits only, without quotes"),
    "float_type": ("must be a number", "write digits with a decimal point, without quotes"),
    "finite_number": ("must be a finite number", "write digits with a decimal point"),
    "bool_type": ("must be true or false", "write true or false"),
    "list_type": ("must be a list", "write [a, b] or lines that begin with a dash"),
    "dict_type": ("must hold fields", "write `name: value` lines under it"),
    "model_type": ("must hold fields", "write `name: value` lines under it"),
    "model_attributes_type": ("must hold fields", "write `name: value` lines under it"),
    "too_short": ("is empty", "add at least one entry"),
}


def problems_of(
    error: ValidationError, model: type[BaseModel], document: Document
) -> list[Problem]:
    """Return every fault of one file, each at the line of its field."""
    return [_problem(item, model, document) for item in error.errors(include_url=False)]


def _problem(item: Any, model: type[BaseModel], document: Document) -> Problem:
    path: Path = tuple(item["loc"])
    name = _name(path)
    kind = item["type"]
    context: Mapping[str, Any] = item.get("ctx", {})
    if kind == "mend":
        return document.problem(path, f"{name} {context['what']}".strip(), context["mend"])
    if kind == "missing":
        return document.problem(path, f"{name} is missing", f"add {name} here")
    if kind == "extra_forbidden":
        return _unknown_field(path, model, document)
    if kind in {"enum", "literal_error"}:
        return _unknown_word(path, str(item.get("input")), str(context["expected"]), document)
    if kind.startswith(("greater_than", "less_than")):
        limit = next(iter(context.values()), "")
        relation = kind.replace("_", " ")
        return document.problem(
            path, f"{name} is out of range", f"write a number {relation} {limit}"
        )
    what, mend = _TYPES.get(kind, (f"is wrong ({item['msg']})", "look up the form of this field"))
    return document.problem(path, f"{name} {what}", mend)


def _name(path: Path) -> str:
    """Name a field as its author knows it: the last key, with its position in a list."""
    keys = [str(part) for part in path if isinstance(part, str)]
    if not path or not keys:
        return "the file" if not path else "this entry"
    if isinstance(path[-1], int):
        return f"entry {path[-1] + 1} of `{keys[-1]}`"
    if keys[-1] in {"nl", "en", "plain", "clinical"} and len(keys) > 1:
        return f"`{'.'.join(_tail(keys))}`"
    return f"`{keys[-1]}`"


def _tail(keys: list[str]) -> list[str]:
    """Keep enough keys to recognise a text: `statement.nl.plain`."""
    start = len(keys) - 1
    while start > 0 and keys[start] in {"nl", "en", "plain", "clinical"}:
        start -= 1
    return keys[start:]


def _unknown_field(path: Path, model: type[BaseModel], document: Document) -> Problem:
    allowed = sorted(_fields_at(model, path[:-1]))
    close = difflib.get_close_matches(str(path[-1]), allowed, n=1)
    mend = f"did you mean `{close[0]}`?" if close else f"allowed here: {', '.join(allowed)}"
    return document.problem(path, f"unknown field `{shown(path[-1])}`", mend)


def _unknown_word(path: Path, given: str, expected: str, document: Document) -> Problem:
    words = expected.replace(" or ", ", ").replace("'", "")
    close = difflib.get_close_matches(given, words.split(", "), n=1)
    hint = f"did you mean `{close[0]}`? " if close else ""
    what = f"{_name(path)} cannot be {given[:80]!r}"
    return document.problem(path, what, f"{hint}use one of: {words}")


def _fields_at(model: type[BaseModel], path: Path) -> set[str]:
    """Return the field names that the model allows at a path."""
    found: Any = model
    for part in path:
        if isinstance(part, int):
            found = next(iter(get_args(_bare(found))), None)
        else:
            found = _field_type(_bare(found), part)
        if found is None:
            return set()
    found = _bare(found)
    if not (isinstance(found, type) and issubclass(found, BaseModel)):
        return set()
    return {info.alias or name for name, info in found.model_fields.items()}


def _field_type(model: Any, key: str) -> Any:
    if not (isinstance(model, type) and issubclass(model, BaseModel)):
        return None
    for name, info in model.model_fields.items():
        if key == (info.alias or name):
            return info.annotation
    return None


def _bare(annotation: Any) -> Any:
    """Take `Annotated` and `| None` off a type."""
    while True:
        if get_origin(annotation) is Annotated:
            annotation = get_args(annotation)[0]
        elif get_origin(annotation) in {Union, types.UnionType}:
            annotation = next(_not_none(annotation), None)
        else:
            return annotation


def _not_none(annotation: Any) -> Iterator[Any]:
    return (part for part in get_args(annotation) if part is not type(None))
