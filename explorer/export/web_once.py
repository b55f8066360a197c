"""What is written once on a web page and used in many places of it."""

from collections.abc import Callable

from explorer.export.markup import Markup, join, tag


class Once:
    """Collects what is written once, each under a name that is its id on the page."""

    def __init__(self) -> None:
        self._parts: dict[str, Markup] = {}

    def add(self, name: str, make: Callable[[], Markup]) -> None:
        """Add a part, unless there is one of that name.

        Args:
            name: its id.
            make: writes it, with that id; only called when it is new.
        """
        if name not in self._parts:
            self._parts[name] = make()

    def copy(self) -> "Once":
        """Return a collection of the same parts, to be added to without changing this one."""
        other = Once()
        other._parts = dict(self._parts)
        return other

    def written(self) -> Markup:
        """Write all of it, to be put on the page where it is not seen."""
        parts = tag("defs", join(self._parts.values()))
        return tag("svg", parts, class_="unseen", width="0", height="0", aria_hidden="true")
