"""Joins the parts into a window."""

import time
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QLocale, QStandardPaths
from PySide6.QtWidgets import QApplication

from explorer.domain.library import Library
from explorer.domain.vocabulary import Language, Level, Use
from explorer.i18n import language_of_locale, words
from explorer.opening import Opened, open_built_in, open_given
from explorer.options import NAME, OptionError, Options
from explorer.pack.pack_error import PackError
from explorer.state import settings as keys
from explorer.state.settings import Settings
from explorer.state.store import Store
from explorer.state.view_state import ViewState
from explorer.widgets.diagram_shelf import DiagramShelf
from explorer.widgets.main_window import MainWindow
from explorer.widgets.theme import Theme


class Prepared(NamedTuple):
    """Everything that can be known, and can go wrong, before there is a window."""

    settings: Settings
    state: ViewState
    opened: Opened
    faults: PackError | None
    pack: Path | None
    region_is_asked: bool


def prepare(options: Options) -> Prepared:
    """Open settings and pack, and find out where to begin.

    Raises:
        OptionError: for a region that the pack does not have.
        PackError: when the program's own pack cannot be used.
    """
    folder = _folder(QStandardPaths.StandardLocation.GenericConfigLocation)
    settings = Settings(folder / "settings.json")
    state = _first_state(options, settings)
    opened, faults = _open(options)
    if state.region is None or faults is not None:
        # A region of a pack that could not be opened is not the person's mistake.
        state = state._replace(region=_known_region(state.region, opened.library))
    elif not opened.library.has_place(state.region):
        known = ", ".join(place.id for place in opened.library.places)
        raise OptionError(f"argument --region: no region {state.region!r} (choose from {known})")
    return Prepared(settings, state, opened, faults, options.pack, options.region is not None)


def assemble(app: QApplication, prepared: Prepared) -> MainWindow:
    """Build the window."""
    settings, state, opened = prepared.settings, prepared.state, prepared.opened
    _translate_qt(app, state.language)
    library = opened.library
    store = Store([place.id for place in library.places], state, library.info.views)
    shelf = DiagramShelf(library, opened.open_diagram, opened.first)
    has_own_view = bool(settings.value(keys.VIEW)) and not prepared.region_is_asked
    if store.state.region is not None and not has_own_view:
        store.visit(store.state.region, at=shelf.nearest(store.state.region, store.state))
    theme = Theme(app, settings.value(keys.THEME))
    plate = shelf.plate(shelf.diagram(store.state))
    plate.set_palette(theme.palette)  # so that the picture is decoded while the rest is built
    window = MainWindow(library, shelf, plate, store, settings, theme)
    _tell(window, prepared)
    return window


def _first_state(options: Options, settings: Settings) -> ViewState:
    """Return where to begin: the command line first, then what is remembered, then the system."""
    remembered = settings.value(keys.LANGUAGE)
    language = Language(remembered) if remembered else language_of_locale(QLocale.system().name())
    return ViewState(
        region=options.region,
        use=options.use or Use.THERAPEUTIC,
        language=options.language or language,
        level=options.level or Level(settings.value(keys.LEVEL)),
        view=settings.value(keys.VIEW) or ViewState().view,
    )


def _known_region(wanted: str | None, library: Library) -> str | None:
    """Return the region to begin with: the one asked for if the pack has it, or the pack's own."""
    if wanted is not None and library.has_place(wanted):
        return wanted
    return library.info.default_region


def _open(options: Options) -> tuple[Opened, PackError | None]:
    """Open the pack asked for, or the built-in one when that has faults."""
    if options.pack is None:
        return open_built_in(), None
    try:
        cache = _folder(QStandardPaths.StandardLocation.GenericCacheLocation) / "packs"
        return open_given(options.pack, cache), None
    except PackError as error:
        return open_built_in(), error


def _tell(window: MainWindow, prepared: Prepared) -> None:
    """Say inside the window what could not be used."""
    say = words(prepared.state.language)
    if prepared.faults is not None:
        problems = prepared.faults.problems
        key = "notice.pack_fault" if len(problems) == 1 else "notice.pack_faults"
        text = say(key, path=prepared.pack, n=len(problems))
        window.show_notice(text, [str(problem) for problem in problems])
    library = prepared.opened.library
    if library.left_out:
        path = prepared.pack or library.info.title.at(prepared.state.language)
        window.show_notice(say("notice.left_out", path=path), list(map(str, library.left_out)))
    if not prepared.opened.is_baked:
        window.show_notice(say("notice.not_baked"))
    if prepared.settings.set_aside is not None:
        window.show_notice(say("notice.settings", file=prepared.settings.set_aside))
    due = prepared.opened.library.info.review_by
    if time.strftime("%Y-%m-%d") > due:
        window.show_notice(say("notice.review_due", date=say.month(due)))


def _translate_qt(app: QApplication, language: Language) -> None:
    """Let Qt's own words (such as those of text menus) follow the first language."""
    if language is Language.EN:
        return
    from PySide6.QtCore import QLibraryInfo, QTranslator

    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(f"qtbase_{language}", folder):
        app.installTranslator(translator)


def _folder(location: QStandardPaths.StandardLocation) -> Path:
    return Path(QStandardPaths.writableLocation(location)) / NAME
