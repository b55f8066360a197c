"""One plot with its read-out, or the same numbers as a table."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QLabel,
    QScrollArea,
    QScrollBar,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from explorer.canvas.palette import Palette
from explorer.domain.dataset import Dataset
from explorer.domain.library import Library
from explorer.domain.vocabulary import Level
from explorer.i18n import Words
from explorer.plots import export
from explorer.plots.content import PlotContent
from explorer.plots.figure import Figure
from explorer.plots.from_dataset import dataset_content
from explorer.plots.style import PlotStyle
from explorer.plots.table import NumbersModel
from explorer.plots.wording import readout

_WIDEST_COLUMN = 320
_COLUMN_AIR = 14
_ALL = 1000
_NO_LIMIT = 16777215


class PlotView(QWidget):
    """Shows a plot; its text follows the font of this widget.

    Args:
        library: it knows the works.
        parent: Qt owner.
    """

    def __init__(self, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("plot_view")
        self._library = library
        self._shown: tuple[PlotContent, Words, Palette] | None = None
        self._is_due = False
        self._figure = Figure()
        self._figure.mark_pointed.connect(self._on_mark_pointed)
        self._scroll = _FigureScroll(self._figure, self)
        self._model = NumbersModel(self)
        self._table = _build_table(self._model)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._scroll)
        self._stack.addWidget(self._table)
        self._readout = QLabel(self)
        self._readout.setObjectName("plot_readout")
        self._readout.setWordWrap(True)
        self._readout.setTextFormat(Qt.TextFormat.PlainText)
        self._readout.setContentsMargins(20, 6, 20, 6)
        self._readout.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._stack, _ALL)
        column.addWidget(self._readout)
        column.addStretch(1)  # the read-out stays near to a plot that has no use for the room

    @property
    def content(self) -> PlotContent | None:
        """What is shown."""
        return self._shown[0] if self._shown is not None else None

    @property
    def figure(self) -> Figure:
        """The drawn figure."""
        return self._figure

    @property
    def table(self) -> QTableView:
        """The same numbers as a table."""
        return self._table

    @property
    def is_table(self) -> bool:
        """Whether the table is in front."""
        return self._stack.currentWidget() is self._table

    def show_dataset(self, dataset: Dataset, words: Words, palette: Palette, level: Level) -> None:
        """Plot a data set."""
        self.show_content(dataset_content(dataset, self._library, words, level), words, palette)

    def show_content(self, content: PlotContent, words: Words, palette: Palette) -> None:
        """Plot any content."""
        self._shown = (content, words, palette)
        self._is_due = not self.isVisible()
        if not self._is_due:
            self._draw()

    def show_table(self, is_shown: bool) -> None:  # noqa: FBT001 - said by its name
        """Bring the table or the figure to the front."""
        self._stack.setCurrentWidget(self._table if is_shown else self._scroll)
        self._readout.setVisible(not is_shown)
        self._limit()
        if is_shown:
            self._fit_columns()

    def set_scroll_bars(self, figure: QScrollBar, table: QScrollBar) -> None:
        """Use scroll bars in the look of the window."""
        self._scroll.setVerticalScrollBar(figure)
        self._table.setVerticalScrollBar(table)

    def main_stop(self) -> QWidget:
        """Return the part that takes the keys: the plot or the table."""
        return self._table if self.is_table else self._figure.chart

    def png(self, scale: int) -> bytes:
        """Return the figure as a picture. Raises ValueError while nothing is shown."""
        content, words, palette = self._known()
        return export.as_png(content, self._style(palette), words, scale)

    def svg(self) -> bytes:
        """Return the figure as a drawing. Raises ValueError while nothing is shown."""
        content, words, palette = self._known()
        return export.as_svg(content, self._style(palette), words)

    def csv(self) -> bytes:
        """Return the numbers. Raises ValueError while nothing is shown."""
        content, _, _ = self._known()
        return export.as_csv(content).encode()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit what is shown to the new width."""
        super().resizeEvent(event)
        if self._shown is not None and not self._is_due:
            self._limit()

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what had to wait until the size was known."""
        super().showEvent(event)
        if self._is_due:
            self._is_due = False
            self._draw()

    def changeEvent(self, event: QEvent) -> None:
        """Draw anew when the size of the text changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self._shown is not None:
            self.show_content(*self._shown)

    # Inside

    def _draw(self) -> None:
        content, words, palette = self._known()
        self._figure.show_content(content, self._style(palette), words, self._fit_figure)
        self._scroll.verticalScrollBar().setValue(0)
        self._model.show_content(content, words)
        self._table.setAccessibleName(words("numbers.table_name", title=content.title))
        self._readout.setText(words("numbers.readout_hint"))
        if self.is_table:
            self._fit_columns()

    def _fit_figure(self) -> None:
        self._limit()
        self._scroll.fit()

    def _limit(self) -> None:
        """Let the plot be no higher than is of use."""
        most = self._figure.most_height_for(self._scroll.viewport().width())
        self._stack.setMaximumHeight(_NO_LIMIT if self.is_table else most)
        layout = self.layout()
        if layout is not None:
            layout.activate()

    def _known(self) -> tuple[PlotContent, Words, Palette]:
        if self._shown is None:
            raise ValueError("nothing is plotted yet")
        return self._shown

    def _style(self, palette: Palette) -> PlotStyle:
        face = self.font()
        if face.pixelSize() <= 0:  # given in points
            face.setPixelSize(self.fontInfo().pixelSize())
        return PlotStyle(palette, face)

    def _fit_columns(self) -> None:
        header = self._table.horizontalHeader()
        header.setStretchLastSection(False)
        self._table.resizeColumnsToContents()
        for column in range(self._model.columnCount()):
            wanted = self._table.columnWidth(column) + _COLUMN_AIR
            self._table.setColumnWidth(column, min(wanted, _WIDEST_COLUMN))
        # Where there is no room left, stretching would squeeze the last column instead.
        header.setStretchLastSection(header.length() < self._table.viewport().width())
        self._table.resizeRowsToContents()

    def _on_mark_pointed(self, at: int) -> None:
        content, words, _ = self._known()
        if at < 0:
            self._readout.setText(words("numbers.readout_hint"))
            return
        text = readout(content, content.marks[at], words)
        self._readout.setText(text)
        chart = self._figure.chart
        self._scroll.ensureVisible(
            self._scroll.width() // 2, round(chart.y() + chart.point_of(at).y()), 0, 60
        )
        if chart.hasFocus():
            _announce(chart, text)


class _FigureScroll(QScrollArea):
    """Gives the figure all the room there is, and scrolls when it needs more."""

    def __init__(self, figure: Figure, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("plot_scroll")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._figure = figure
        self.setWidget(figure)

    def fit(self) -> None:
        """Size the figure."""
        room = self.viewport().size()
        needed = self._figure.height_for(room.width())
        if needed > room.height() and not self.verticalScrollBar().isVisible():
            width = self.width() - self.verticalScrollBar().sizeHint().width()
            needed = self._figure.height_for(width)
            room = QSize(width, room.height())
        self._figure.resize(room.width(), max(room.height(), needed))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Size the figure anew."""
        super().resizeEvent(event)
        self.fit()


def _build_table(model: NumbersModel) -> QTableView:
    table = QTableView()
    table.setObjectName("plot_table")
    table.setModel(model)
    table.setFrameShape(QFrame.Shape.NoFrame)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setAlternatingRowColors(True)
    table.setTabKeyNavigation(False)
    table.setCornerButtonEnabled(False)
    table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    header = table.horizontalHeader()
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
    return table


def _announce(chart: QWidget, text: str) -> None:
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(chart, text))
