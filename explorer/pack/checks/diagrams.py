"""Every drawing can be used, and every region and landmark has its shape in one."""

from explorer.domain.problem import Problem
from explorer.pack.draft import Draft
from explorer.pack.source import RefusedError


def shapes_exist(draft: Draft) -> list[Problem]:
    """A shape has the place's id, as `id` or `data-region`, in at least one diagram."""
    from explorer.geometry.svg import read_diagram
    from explorer.geometry.svg_error import SvgError

    info = draft.info
    regions = [part.value.id for part in draft.regions]
    if info is None or not regions:
        return []
    landmarks = [part.value.id for part in draft.landmarks]
    drawn: set[str] = set()
    found: list[Problem] = []
    for position, diagram in enumerate(info.value.diagrams):
        try:
            drawing = read_diagram(
                draft.source.read(diagram.file), regions, landmarks, diagram.file
            )
        except RefusedError as error:
            fault = error.problem
            what = f"the diagram {diagram.file} {fault.what}"
            found.append(info.problem("diagrams", position, "file", what=what, mend=fault.mend))
        except SvgError as error:
            found.extend(error.problems)
        else:
            drawn.update(drawing.shapes, drawing.landmarks)
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


CHECKS = (shapes_exist,)
