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
        Command("view_1", ("1",), Scope.DIAGRAM, is_choice=True),
        Command("view_2", ("2",), Scope.DIAGRAM, is_choice=True),
        Command("view_3", ("3",), Scope.DIAGRAM, is_choice=True),
        Command("view_4", ("4",), Scope.DIAGRAM, is_choice=True),
        Command("plane", (".",), Scope.DIAGRAM),
        Command("scan", ("S",), Scope.DIAGRAM, is_choice=True),
        Command("mirror", ("M",), Scope.DIAGRAM, is_choice=True),
        Command("resting", ("R",), Scope.DIAGRAM, is_choice=True),
        Command("lens", ("E",), Scope.DIAGRAM),
        Command("timeline", ("W",), Scope.DIAGRAM, is_choice=True),
    ),
    (
        Command("language", ("L",), Scope.DIAGRAM),
        Command("level", ("P",), Scope.DIAGRAM),
    ),
    (Command("pin", ("Ctrl+D",)),),
    (
        Command("zoom_in", ("Ctrl++", "Ctrl+=")),
        Command("zoom_out", ("Ctrl+-",)),
        Command("zoom_reset", ("Ctrl+0",)),
    ),
    (
        Command("page_explore", is_choice=True),
        Command("page_glossary", ("F1",), is_choice=True),
        Command("page_gaps", ("F2",), is_choice=True),
        Command("page_checks", ("F3",), is_choice=True),
        Command("page_sources", ("F4",), is_choice=True),
        Command("page_handout", ("F5",), is_choice=True),
        Command("page_rating", ("F6",), is_choice=True),
        Command("page_numbers", ("F7",), is_choice=True),
        Command("page_compare", ("F8",), is_choice=True),
    ),
    (Command("tours", ("F9",)),),
    (Command("client_view", ("F11",)),),
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
