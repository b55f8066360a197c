"""A rectangle and a point, in the units of a diagram's viewBox."""

from collections.abc import Iterable
from typing import NamedTuple, Self


class Point(NamedTuple):
    """A place on the diagram; y points down, as on a screen."""

    x: float
    y: float


class Box(NamedTuple):
    """An upright rectangle: `QRectF(*box)` is the same rectangle in Qt."""

    x: float
    y: float
    width: float
    height: float

    @classmethod
    def between(cls, left: float, top: float, right: float, bottom: float) -> Self:
        """Return the box with these four edges."""
        return cls(left, top, right - left, bottom - top)

    @classmethod
    def around(cls, boxes: Iterable["Box"]) -> Self:
        """Return the smallest box that holds all of them.

        Raises:
            ValueError: there are none.
        """
        every = tuple(boxes)
        return cls.between(
            min(box.x for box in every),
            min(box.y for box in every),
            max(box.right for box in every),
            max(box.bottom for box in every),
        )

    @property
    def right(self) -> float:
        """Return the x of the right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Return the y of the bottom edge."""
        return self.y + self.height

    @property
    def centre(self) -> Point:
        """Return the middle."""
        return Point(self.x + self.width / 2, self.y + self.height / 2)

    def holds(self, x: float, y: float) -> bool:
        """Tell whether a point lies in the box or on its edge."""
        return 0 <= x - self.x <= self.width and 0 <= y - self.y <= self.height

    def meets(self, other: "Box") -> bool:
        """Tell whether two boxes have at least an edge in common."""
        return (
            self.x <= other.right
            and other.x <= self.right
            and self.y <= other.bottom
            and other.y <= self.bottom
        )
