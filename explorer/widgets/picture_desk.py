"""The view in sight as a picture: saved where the person says, or on the clipboard."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from explorer.canvas.portrait import (
    SCALES,
    portrait_image,
    portrait_png,
    portrait_svg,
    sight_title,
)
from explorer.domain.library import Library
from explorer.export.atomic import write_atomically
from explorer.i18n import Words
from explorer.i18n import words as words_of
from explorer.pack.pack_error import PackError
from explorer.state.store import Store
from explorer.state.view_state import ViewState
from explorer.widgets.diagram_shelf import DiagramShelf
from explorer.widgets.theme import Theme
from explorer.widgets.time_strip import moment

_COPY_SCALE = 2


class PictureDesk(QObject):
    """Makes pictures in the language and the colours of the window, with title and legend.

    Args:
        library: the pack.
        shelf: its diagrams.
        store: the view state.
        theme: the colours.
        window: over which it asks for a file.
    """

    said = Signal(str)
    """What became of a wish, in one line."""

    def __init__(
        self, library: Library, shelf: DiagramShelf, store: Store, theme: Theme, window: QWidget
    ) -> None:
        super().__init__(window)
        self._library = library
        self._shelf = shelf
        self._store = store
        self._theme = theme
        self._window = window
        self._wish: tuple[QFileDialog, ViewState] | None = None

    def save(self) -> None:
        """Ask for a file, then write the view of this moment to it: PNG or SVG, by its name."""
        state = self._store.state
        words = words_of(state.language)
        dialog = QFileDialog(self._window, words("menu.save_picture"))
        dialog.setObjectName("picture_dialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([*_scales(words), f"{words('numbers.save_drawing')} (*.svg)"])
        dialog.setDefaultSuffix("png")
        dialog.selectFile(f"{words('export.file_name')}.png")
        dialog.filterSelected.connect(self._on_filter_selected)
        dialog.fileSelected.connect(self._on_file)
        dialog.finished.connect(dialog.deleteLater)
        self._wish = (dialog, state)
        dialog.open()

    def copy(self) -> None:
        """Put the view on the clipboard, as pixels and as a drawing."""
        state = self._store.state
        words, palette = words_of(state.language), self._theme.palette
        try:
            sheet = self._shelf.sheet(self._shelf.diagram(state))
        except PackError:
            self.said.emit(words("export.cannot_draw"))
            return
        title = _title(self._library, state, words)
        given = (self._library, sheet, state, words, palette)
        data = QMimeData()
        data.setImageData(portrait_image(*given, _COPY_SCALE, title=title))
        data.setData("image/svg+xml", portrait_svg(*given, title=title))
        QApplication.clipboard().setMimeData(data)
        self.said.emit(words("export.copied"))

    def _on_filter_selected(self, chosen: str) -> None:
        if self._wish is None:
            return
        dialog = self._wish[0]
        ending = "svg" if chosen.endswith("(*.svg)") else "png"
        dialog.setDefaultSuffix(ending)
        for name in dialog.selectedFiles()[:1]:
            if Path(name).suffix in (".png", ".svg"):
                dialog.selectFile(Path(name).with_suffix(f".{ending}").name)

    def _on_file(self, name: str) -> None:
        assert self._wish is not None, "it was asked for"
        dialog, state = self._wish
        words, path = words_of(state.language), Path(name)
        filters = _scales(words)
        chosen = dialog.selectedNameFilter()
        scale = SCALES[filters.index(chosen)] if chosen in filters else SCALES[0]
        try:
            data = self._data(state, words, scale, is_svg=path.suffix.lower() == ".svg")
            write_atomically(path, data, force=True)
        except PackError:
            self.said.emit(words("export.cannot_draw"))
        except OSError as error:
            why = error.strerror or str(error)
            self.said.emit(words("export.not_saved", file=path.name, why=why))
        else:
            self.said.emit(words("export.saved", file=path.name))

    def _data(self, state: ViewState, words: Words, scale: int, *, is_svg: bool) -> bytes:
        sheet = self._shelf.sheet(self._shelf.diagram(state))
        title = _title(self._library, state, words)
        given = (self._library, sheet, state, words, self._theme.palette)
        if is_svg:
            return portrait_svg(*given, title=title)
        return portrait_png(*given, scale, title=title)


def _scales(words: Words) -> list[str]:
    return [f"{words('numbers.save_picture_scale', scale=scale)} (*.png)" for scale in SCALES]


def _title(library: Library, state: ViewState, words: Words) -> str:
    """Return what the view shows, with what a sight does not tell: rest, moment and scan."""
    diagram = library.info.views[state.view][state.plane]
    title = sight_title(library, state, words)
    if state.resting and diagram.state(None, None) is not None:
        return f"{diagram.title.at(words.language)} · {words('stage.rest')}"
    if state.hour is not None:
        title += f" · {moment(state.hour, words)}"
    if state.scan and diagram.scan:
        title += f" · {words('stage.scan')}"
    return title
