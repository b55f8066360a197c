"""Joins the parts into a window, and runs it."""

import argparse
import gc
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple, NoReturn

from PySide6.QtCore import QLocale, QStandardPaths, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

from explorer import __version__
from explorer.canvas.plate import Plate
from explorer.domain.library import Library
from explorer.domain.vocabulary import Language, Level, Use
from explorer.i18n import language_of_locale, words
from explorer.opening import Opened, open_built_in, open_given
from explorer.pack.pack_error import PackError
from explorer.state import settings as keys
from explorer.state.settings import Settings
from explorer.state.store import Store
from explorer.state.view_state import ViewState
from explorer.widgets.main_window import MainWindow
from explorer.widgets.theme import Theme

NAME = "mdma-brain-explorer"
_SETTLED_MS = 1000


class OptionError(ValueError):
    """A wrong option or value on the command line: one line that says which."""


class Options(NamedTuple):
    """What the command line asks for; None leaves it to what is remembered."""

    language: Language | None = None
    level: Level | None = None
    region: str | None = None
    use: Use | None = None
    pack: Path | None = None


class _Parser(argparse.ArgumentParser):
    """Says one line about a wrong option, and leaves exiting to the caller."""

    def error(self, message: str) -> NoReturn:
        """Raise instead of printing the usage and exiting."""
        raise OptionError(message)


def option_parser() -> argparse.ArgumentParser:
    """Return the parser of the command line that opens the window."""
    parser = _Parser(
        prog=NAME,
        description="Click a brain and see what MDMA does there, and how sure that is.",
        epilog=f"`{NAME} check [PACK]` checks a content pack and lists its faults.",
        allow_abbrev=False,
    )
    parser.add_argument("--language", choices=[str(value) for value in Language])
    parser.add_argument("--level", choices=[str(value) for value in Level])
    parser.add_argument("--region", metavar="ID", help="region to select, such as amygdala")
    parser.add_argument("--use", choices=[str(value) for value in Use])
    parser.add_argument("--pack", metavar="PATH", type=Path, help="content pack (folder or zip)")
    parser.add_argument("--version", action="version", version=f"{NAME} {__version__}")
    return parser


def parse(arguments: Sequence[str]) -> Options:
    """Read the command line. Raises OptionError for a wrong option or value."""
    if not arguments:
        return Options()  # the parser takes its time
    given = option_parser().parse_args(arguments)
    if given.pack is not None and not given.pack.exists():
        raise OptionError(f"argument --pack: there is nothing at {given.pack}")
    return Options(
        language=Language(given.language) if given.language else None,
        level=Level(given.level) if given.level else None,
        region=given.region,
        use=Use(given.use) if given.use else None,
        pack=given.pack,
    )


class _Prepared(NamedTuple):
    """Everything that can be known, and can go wrong, before there is a window."""

    settings: Settings
    state: ViewState
    opened: Opened
    faults: PackError | None
    pack: Path | None


def build_window(arguments: Sequence[str] = ()) -> QMainWindow:
    """Build the whole window from command-line arguments.

    The caller owns the `QApplication`, which must exist.

    Args:
        arguments: as on the command line, without the program's name.

    Returns:
        The window, not yet shown.

    Raises:
        OptionError: for a wrong option or value.
        PackError: when the program's own pack cannot be used.
    """
    app = QApplication.instance()
    assert isinstance(app, QApplication), "the caller makes the QApplication"
    return _build(app, _prepare(parse(arguments)))


def run(arguments: Sequence[str]) -> int:
    """Show the window and run the event loop. Returns the exit code."""
    try:
        prepared = _prepare(parse(arguments))
    except OptionError as error:
        sys.stderr.write(f"{NAME}: {error}\n")
        return 2
    except PackError as error:
        sys.stderr.write(f"{NAME}: the program's own content cannot be used\n{error}\n")
        return 1
    # Asked for here, because QApplication.setStyle would load all enumerations of QStyle.
    app = QApplication([NAME, "-style", "fusion"])
    app.setApplicationName(NAME)
    app.setApplicationDisplayName("MDMA Brain Explorer")
    app.setDesktopFileName(NAME)
    window = _build(app, prepared)
    window.faults.install()
    window.show()
    QTimer.singleShot(_SETTLED_MS, gc.enable)
    return app.exec()


def _prepare(options: Options) -> _Prepared:
    """Open settings and pack, and find out where to begin."""
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
    return _Prepared(settings, state, opened, faults, options.pack)


def _build(app: QApplication, prepared: _Prepared) -> MainWindow:
    settings, state, opened = prepared.settings, prepared.state, prepared.opened
    _translate_qt(app, state.language)
    library, drawing = opened.library, opened.drawing
    window = MainWindow(
        library,
        drawing,
        Plate(opened.read_svg, drawing.view_box, opened.pictures),
        Store([place.id for place in library.places], state, library.info.views),
        settings,
        Theme(app, settings.value(keys.THEME)),
    )
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


def _tell(window: MainWindow, prepared: _Prepared) -> None:
    """Say inside the window what could not be used."""
    say = words(prepared.state.language)
    if prepared.faults is not None:
        problems = prepared.faults.problems
        key = "notice.pack_fault" if len(problems) == 1 else "notice.pack_faults"
        text = say(key, path=prepared.pack, n=len(problems))
        window.show_notice(text, [str(problem) for problem in problems])
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
