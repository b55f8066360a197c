"""Every region and landmark has its shape in a drawing.

Only ids are looked at here; whether a shape can be drawn is for the geometry floor to judge.
"""

from explorer.domain.problem import Problem
from explorer.pack.draft import Draft
from explorer.pack.source import RefusedError, Source


def shapes_exist(draft: Draft) -> list[Problem]:
    """A shape has the place's id, as `id` or `data-region`, in at least one diagram."""
    info = draft.info
    if info is None:
        return []
    drawn: set[str] = set()
    found: list[Problem] = []
    for position, diagram in enumerate(info.value.diagrams):
        try:
            ids = _ids(draft.source, diagram.file)
        except RefusedError as error:
            fault = error.problem
            what = f"the diagram {diagram.file} {fault.what}"
            found.append(info.problem("diagrams", position, "file", what=what, mend=fault.mend))
            continue
        if isinstance(ids, Problem):
            found.append(ids)
        else:
            drawn |= ids
    if found:  # which shapes are missing cannot be told yet
        return found
    return [
        part.problem(
            "id",
            what=f"no diagram has a shape with the id `{part.value.id}`",
            mend="correct the id here, or name the shape in the drawing",
        )
        for part in draft.drawn()
        if part.value.id not in drawn
    ]


def _ids(source: Source, file: str) -> set[str] | Problem:
    """Return the ids of a drawing, or what is wrong in it. Raises RefusedError if unreadable."""
    from xml.etree.ElementTree import ParseError

    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    raw = source.read(file)
    try:
        root = fromstring(raw)
    except ParseError as error:
        line = error.position[0]
        return Problem(file, line, f"is not valid XML ({error})", "save it again as plain SVG")
    except (DefusedXmlException, ValueError, LookupError) as error:
        what = f"holds what no drawing needs ({type(error).__name__})"
        return Problem(file, 1, what, "save it again as plain SVG, without a DTD or entities")
    return {element.get(name, "") for element in root.iter() for name in ("id", "data-region")} - {
        ""
    }


CHECKS = (shapes_exist,)
