"""What is in the file that `export` writes."""

from pathlib import Path

from PySide6.QtCore import QLocale, QStandardPaths
from PySide6.QtWidgets import QApplication

from explorer.domain.vocabulary import Language, Level
from explorer.headless import choice
from explorer.headless.options import Kind, Wish
from explorer.i18n import language_of_locale
from explorer.i18n import words as words_of
from explorer.opening import Opened, open_built_in, open_given
from explorer.options import NAME
from explorer.widgets.diagram_shelf import DiagramShelf


def content(wish: Wish) -> tuple[bytes, list[str]]:
    """Return the bytes of the file, and the ids of what was pinned and is not in the pack.

    Raises:
        OptionError: for a place or a view that the pack does not have.
        PackError: when the pack cannot be used.
        HandoutFileError: when the pins file cannot be read.
    """
    app = QApplication.instance() or QApplication([NAME, "-style", "fusion"])
    opened = _open(wish.pack)
    choice.check(wish, opened.library)
    shelf = DiagramShelf(opened.library, opened.open_diagram, opened.first)
    language = wish.language or language_of_locale(QLocale.system().name())
    missing: list[str] = []
    if wish.pins is not None:
        missing = choice.missing(choice.pinned(wish, wish.pins), opened.library)
    if wish.kind in (Kind.PDF, Kind.HTML):
        data = _handout(wish, opened, shelf, language)
    elif wish.kind.is_picture:
        data = _picture(wish, opened, shelf, language)
    else:
        data = _text(wish, opened, language).encode()
    del app
    return data, missing


def _handout(wish: Wish, opened: Opened, shelf: DiagramShelf, language: Language) -> bytes:
    from explorer.widgets import handout_output
    from explorer.widgets.typeface import load_fonts

    load_fonts()
    handout = choice.handout(wish, opened.library, shelf, language)
    if wish.kind is Kind.PDF:
        return handout_output.pdf_of(opened.library, shelf, handout, wish.paper)
    return handout_output.web_page_of(opened.library, shelf, handout).encode()


def _picture(wish: Wish, opened: Opened, shelf: DiagramShelf, language: Language) -> bytes:
    from explorer.canvas.palette import LIGHT
    from explorer.canvas.portrait import portrait_png, portrait_svg
    from explorer.widgets.typeface import load_fonts

    load_fonts()
    library, words = opened.library, words_of(language)
    sight = choice.picture(wish, library, shelf)
    sheet = shelf.sheet(library.info.views[sight.view][sight.plane])
    if wish.kind is Kind.SVG:
        return portrait_svg(library, sheet, sight, words, LIGHT)
    return portrait_png(library, sheet, sight, words, LIGHT, wish.scale)


def _text(wish: Wish, opened: Opened, language: Language) -> str:
    from explorer.export.citations import as_bibtex
    from explorer.export.claims_csv import claims_csv
    from explorer.export.csl import as_csl_json
    from explorer.export.ris import as_ris

    library = opened.library
    if wish.kind is Kind.CSV:
        claims, level = choice.claims(wish, library, wish.regions), wish.level or Level.PLAIN
        if wish.pins is not None:
            handout = choice.pinned(wish, wish.pins)
            claims, level = choice.claims_on(handout, library), handout.level
            language = handout.language
        return claims_csv(library, claims, language, level)
    works = choice.works(wish, library)
    if wish.kind is Kind.CSL:
        return as_csl_json(works)
    as_one = as_bibtex if wish.kind is Kind.BIBTEX else as_ris
    return "\n".join(map(as_one, works))


def _open(pack: Path | None) -> Opened:
    if pack is None:
        return open_built_in()
    place = QStandardPaths.StandardLocation.GenericCacheLocation
    return open_given(pack, Path(QStandardPaths.writableLocation(place)) / NAME / "packs")
