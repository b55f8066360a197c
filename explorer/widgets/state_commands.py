"""What the commands of the menu do to the view state, and how they look for one."""

from collections.abc import Callable

from explorer.domain.library import Library
from explorer.domain.vocabulary import Language, Level, Phase, Use
from explorer.i18n import Words
from explorer.state.store import Store
from explorer.state.view_state import PAGES, ViewState

_OTHER_LANGUAGE = {Language.NL: Language.EN, Language.EN: Language.NL}
_OTHER_LEVEL = {Level.PLAIN: Level.CLINICAL, Level.CLINICAL: Level.PLAIN}
_VIEWS = 4
"""So many views have a key."""


def run(store: Store, command: str) -> bool:
    """Do what a command says. Returns whether it is about the view state at all."""
    kind, _, value = command.partition("_")
    state = store.state
    if kind == "use":
        store.set_use(Use(value))
    elif kind == "phase":
        store.set_resting(False)
        store.set_phase(Phase(value))
    elif kind == "view":
        for view in store.views[int(value) - 1 : int(value)]:
            store.set_view(view)
    elif kind == "page":
        store.show_page(value)
    else:
        changes: dict[str, Callable[[], None]] = {
            "plane": store.next_plane,
            "lens": store.next_lens,
            "scan": lambda: store.set_scan(not state.scan),
            "mirror": lambda: store.set_mirrored(not state.mirrored),
            "resting": lambda: store.set_resting(not state.resting),
            "timeline": lambda: store.set_timeline(not state.timeline),
            "language": lambda: store.set_language(_OTHER_LANGUAGE[state.language]),
            "level": lambda: store.set_level(_OTHER_LEVEL[state.level]),
        }
        if command not in changes:
            return False
        changes[command]()
    return True


def choices(state: ViewState, views: tuple[str, ...]) -> dict[str, bool]:
    """Return the check marks of the menu, by command."""
    marks = {f"use_{use}": state.use is use for use in Use}
    marks |= {f"phase_{phase}": state.phase is phase for phase in Phase}
    marks |= {f"view_{at + 1}": views[at : at + 1] == (state.view,) for at in range(_VIEWS)}
    marks |= {f"page_{page}": state.page == page for page in PAGES}
    marks |= {"scan": state.scan, "mirror": state.mirrored, "resting": state.resting}
    marks |= {"timeline": state.timeline}
    return marks


def names(library: Library, words: Words) -> dict[str, str]:
    """Return the texts of the menu that come from the pack, by command."""
    language = words.language
    named = {f"use_{note.use}": note.name.at(language) for note in library.info.uses}
    views = list(library.info.views.items())
    for at in range(_VIEWS):
        text = words("menu.view_none", n=at + 1)
        if at < len(views):
            text = words("menu.view", name=view_name(library, views[at][0], words))
        named[f"view_{at + 1}"] = text
    return named


def possible(library: Library) -> dict[str, bool]:
    """Return for some commands whether the pack has something for them."""
    info = library.info
    here = {f"view_{at + 1}": at < len(info.views) for at in range(_VIEWS)}
    here["plane"] = any(len(diagrams) > 1 for diagrams in info.views.values())
    here["scan"] = any(diagram.scan for diagram in info.diagrams)
    here["resting"] = any(diagram.state(None, None) is not None for diagram in info.diagrams)
    here["tours"] = bool(library.tours)
    return here


def view_name(library: Library, view: str, words: Words) -> str:
    """Return the name of a view: a word of the interface, or else its diagram's title."""
    key = f"view.{view}"
    if key in words:
        return words(key)
    return library.info.views[view][0].title.at(words.language)
