"""Every command of the window as data: the menu reads like the menu."""

from enum import Enum
from typing import NamedTuple


class Scope(Enum):
    """Where a shortcut acts. Single letters act only while the diagram has the focus."""

    WINDOW = "window"
    DIAGRAM = "diagram"


class Command(NamedTuple):
    """One entry of the menu.

    Attributes:
        id: names the command; its text is `menu.<id>`.
        shortcuts: keys, in Qt's portable notation; the first is shown.
        scope: where the keys act.
        is_choice: whether it shows a check mark.
    """

    id: str
    shortcuts: tuple[str, ...] = ()
    scope: Scope = Scope.WINDOW
    is_choice: bool = False


MENU: tuple[tuple[Command, ...], ...] = (
    (
        Command("use_therapeutic", ("T",), Scope.DIAGRAM, is_choice=True),
        Command("use_chronic", ("C",), Scope.DIAGRAM, is_choice=True),
    ),
    (
        Command("phase_acute", ("D",), Scope.DIAGRAM, is_choice=True),
        Command("phase_long_term", ("A",), Scope.DIAGRAM, is_choice=True),
    ),
    (
        Command("language", ("L",), Scope.DIAGRAM),
        Command("level", ("P",), Scope.DIAGRAM),
    ),
    (
        Command("zoom_in", ("Ctrl++", "Ctrl+=")),
        Command("zoom_out", ("Ctrl+-",)),
        Command("zoom_reset", ("Ctrl+0",)),
    ),
    (
        Command("theme_system", is_choice=True),
        Command("theme_light", is_choice=True),
        Command("theme_dark", is_choice=True),
        Command("less_motion", is_choice=True),
    ),
    (
        Command("about"),
        Command("quit", ("Ctrl+Q",)),
    ),
)
"""Groups of commands, separated by lines in the menu."""
