"""Every drawing can be used, and every place and landmark has its shape where it belongs."""

from collections.abc import Iterator
from itertools import product

from explorer.domain.diagram import Diagram, DiagramState
from explorer.domain.pack_info import PackInfo
from explorer.domain.place import PlaceKind
from explorer.domain.problem import Problem
from explorer.domain.vocabulary import Phase, Use
from explorer.pack.document import Placed
from explorer.pack.draft import Draft
from explorer.pack.gather import PACK, PLACES
from explorer.pack.source import RefusedError

_STARTS = {".png": b"\x89PNG\r\n", ".jpg": b"\xff\xd8\xff", ".jpeg": b"\xff\xd8\xff"}


def shapes_exist(draft: Draft) -> list[Problem]:
    """A region has its shape on an anatomical diagram, a part on one of the synapse."""
    info = draft.info
    if info is None or not draft.regions:
        return []
    drawn: dict[bool, set[str]] = {False: set(), True: set()}
    found: list[Problem] = []
    for position, diagram in enumerate(info.value.diagrams):
        there = _drawn(draft, info, position, diagram, found)
        drawn[diagram.is_synapse] |= there
    if found or not draft.is_faultless(PACK):  # which shapes are missing cannot be told yet
        return found
    wanted = [(part, "anatomical", drawn[False]) for part in draft.regions]
    wanted += [
        (part, "synapse", drawn[True]) for part in draft.places if part.value.kind is PlaceKind.PART
    ]
    found = [
        part.problem(
            "id",
            what=f"no {kind} diagram has a shape with the id `{part.value.id}`",
            mend="correct the id here, or name the shape in the drawing",
        )
        for part, kind, there in wanted
        if part.value.id not in there
    ]
    return found + [
        part.problem(
            "id",
            what=f"no diagram has a shape with the id `{part.value.id}`",
            mend="correct the id here, or name the shape in the drawing",
        )
        for part in draft.landmarks
        if part.value.id not in drawn[False] | drawn[True]
    ]


def _drawn(
    draft: Draft, info: Placed[PackInfo], position: int, diagram: Diagram, found: list[Problem]
) -> set[str]:
    """Return what a diagram shows, and add what makes it useless to `found`."""
    from explorer.geometry.svg import read_diagram
    from explorer.geometry.svg_error import SvgError

    wanted = [part.value.id for part in draft.places if diagram.shows(part.value.kind)]
    if not draft.is_faultless(PLACES):
        wanted += draft.rejected  # a place may be among them
    landmarks = [part.value.id for part in draft.landmarks]
    try:
        drawing = read_diagram(draft.source.read(diagram.file), wanted, landmarks, diagram.file)
    except RefusedError as error:
        fault = error.problem
        what = f"the diagram {diagram.file} {fault.what}"
        found.append(info.problem("diagrams", position, "file", what=what, mend=fault.mend))
    except SvgError as error:
        found.extend(error.problems)
    else:
        return {*drawing.shapes, *drawing.landmarks}
    return set()


def scans_can_be_shown(draft: Draft) -> list[Problem]:
    """A scan is a picture that is there, with a caption that says where it comes from."""
    info = draft.info
    if info is None:
        return []
    return [
        info.problem("diagrams", position, field, what=what, mend=mend)
        for position, diagram in enumerate(info.value.diagrams)
        for field, what, mend in _scan_faults(draft, diagram)
    ]


def _scan_faults(draft: Draft, diagram: Diagram) -> Iterator[tuple[str, str, str]]:
    if not diagram.scan:
        if diagram.scan_caption is not None:
            yield "scan_caption", "`scan_caption` has no `scan`", "add `scan`, or remove it"
        return
    if diagram.scan_caption is None:
        yield "scan", f"the scan {diagram.scan} has no `scan_caption`", "add `scan_caption`"
    try:
        data = draft.source.read(diagram.scan)
    except RefusedError as error:
        yield "scan", f"the scan {diagram.scan} {error.problem.what}", error.problem.mend
        return
    start = _STARTS[diagram.scan[diagram.scan.rindex(".") :]]
    if not data.startswith(start):
        yield "scan", f"the scan {diagram.scan} is not what its name says", "save it as JPEG or PNG"


def states_are_whole(draft: Draft) -> list[Problem]:
    """A diagram that changes says what it shows at rest and in each cell, once."""
    info = draft.info
    if info is None:
        return []
    found: list[Problem] = []
    for position, diagram in enumerate(info.value.diagrams):
        names = [_at(state) for state in diagram.states]
        for at, name in enumerate(names):
            if name in names[:at]:
                what = f"the state `{name}` is there twice"
                path = ("diagrams", position, "states", at, "at")
                found.append(info.problem(*path, what=what, mend="remove one"))
        cells = [f"{use}/{phase}" for use, phase in product(Use, Phase)]
        missing = [name for name in ("rest", *cells) if name not in names]
        if names and missing:
            what = f"the diagram `{diagram.id}` has no state for {', '.join(missing)}"
            mend = "add an entry with that `at` to `states`"
            found.append(info.problem("diagrams", position, "states", what=what, mend=mend))
    return found


def _at(state: DiagramState) -> str:
    return "rest" if state.use is None else f"{state.use}/{state.phase}"


def states_name_groups(draft: Draft) -> list[Problem]:
    """What a state shows is a group of the drawing."""
    from explorer.geometry.svg_error import SvgError
    from explorer.geometry.svg_groups import group_ids

    info = draft.info
    if info is None:
        return []
    found: list[Problem] = []
    for position, diagram in enumerate(info.value.diagrams):
        if not diagram.states:
            continue
        try:
            groups = group_ids(draft.source.read(diagram.file), diagram.file)
        except (RefusedError, SvgError):
            continue  # another check says so
        for at, state in enumerate(diagram.states):
            for index, name in enumerate(state.show):
                if name in groups:
                    continue
                what = f"the drawing {diagram.file} has no group `{name}`"
                path = ("diagrams", position, "states", at, "show", index)
                mend = "correct it here, or give a group (<g>) this id"
                found.append(info.problem(*path, what=what, mend=mend))
    return found


CHECKS = (shapes_exist, scans_can_be_shown, states_are_whole, states_name_groups)
