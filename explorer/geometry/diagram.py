"""A drawing as the program sees it: which region is where, and what lies on top."""

from dataclasses import dataclass, field

from explorer.domain.vocabulary import Side
from explorer.geometry.box import Box
from explorer.geometry.outline import Outline


@dataclass(frozen=True, slots=True)
class Diagram:
    """The shapes of one drawing.

    Attributes:
        view_box: the part of the plane that the picture shows; all numbers are in its units.
        shapes: the outline of each region that occurs, by id, in the order of painting: the last
            one lies on top.
        landmarks: the outline of each landmark that occurs, by id. Lines count by their course,
            not their width.
        halves: for each region that is drawn left and right, the outline of each side.
    """

    view_box: Box
    shapes: dict[str, Outline]
    landmarks: dict[str, Outline]
    halves: dict[str, dict[Side, Outline]] = field(default_factory=dict)
