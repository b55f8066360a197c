"""The bar at the top: the name, the pages, the two live switches and the menu."""

from PySide6.QtCore import QPoint, QRect, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from explorer.canvas.fill import fill_box
from explorer.canvas.palette import Palette
from explorer.domain.vocabulary import Language, Level
from explorer.i18n import Words
from explorer.state.view_state import PAGES
from explorer.widgets.page_tabs import PageTabs
from explorer.widgets.quiet_button import QuietButton
from explorer.widgets.segmented import SegmentedSwitch
from explorer.widgets.typeface import Role, font


class TopBar(QFrame):
    """Goes to the pages, and switches language and level, with one click each.

    Where there is no room the pages fold away, and then the switches; the menu has them too.

    Args:
        parent: Qt owner.
    """

    language_picked = Signal(Language)
    """The person chose a language."""
    level_picked = Signal(Level)
    """The person chose plain or clinical."""
    page_picked = Signal(str)
    """The person chose a page: its id."""
    menu_wished = Signal(QPoint)
    """The person wants the menu: where its upper right corner goes, on the screen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("top_bar")
        self._palette: Palette | None = None
        self._title = QLabel(self)
        self._title.setObjectName("app_title")
        self._title.setFont(font(Role.LEAD))
        self._tabs = PageTabs(PAGES, self)
        self._tabs.picked.connect(self.page_picked)
        self._language = SegmentedSwitch("language_switch", list(Language), self)
        self._language.picked.connect(self._on_language_picked)
        self._level = SegmentedSwitch("level_switch", list(Level), self)
        self._level.picked.connect(self._on_level_picked)
        self._menu_button = QuietButton(self)
        self._menu_button.setObjectName("menu_button")
        self._menu_button.setMinimumHeight(34)
        # Not setMenu: single letters of the menu would then act while this button has the focus.
        self._menu_button.clicked.connect(self._on_menu_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 8, 18, 9)
        row.setSpacing(12)
        row.addWidget(self._title)
        row.addSpacing(6)
        row.addWidget(self._tabs)
        row.addStretch(1)
        row.addWidget(self._language)
        row.addWidget(self._level)
        row.addWidget(self._menu_button)

    def set_words(self, words: Words) -> None:
        """Choose the language of the bar."""
        self._title.setText(words("app.title"))
        self._tabs.set_words(words)
        self._language.set_texts(
            words("switch.language"),
            {language: language.upper() for language in Language},
            {language: words(f"language.{language}") for language in Language},
        )
        self._level.set_texts(
            words("switch.level"),
            {level: words(f"level.{level}") for level in Level},
            {level: words(f"level.{level}.tip") for level in Level},
        )
        self._menu_button.setText(words("menu.name"))
        self._fold()

    def set_palette(self, palette: Palette) -> None:
        """Choose the colours."""
        self._palette = palette
        self._tabs.set_palette(palette)
        self._language.set_palette(palette)
        self._level.set_palette(palette)
        self.update()

    def show_choices(self, language: Language, level: Level, page: str) -> None:
        """Follow the view state."""
        self._language.show_value(language)
        self._level.show_value(level)
        if self._tabs.show_page(page):
            self._fold()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold what has no room."""
        super().resizeEvent(event)
        self._fold()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the line below."""
        if self._palette is None:
            return
        with QPainter(self) as painter:
            fill_box(painter, event.rect(), self._palette.color("panel"))
            line = self._palette.color("line")
            fill_box(painter, QRect(0, self.height() - 1, self.width(), 1), line)

    def tab_stops(self) -> list[QWidget]:
        """What Tab walks, in reading order."""
        return [
            *self._tabs.tab_stops(),
            *self._language.tab_stops(),
            *self._level.tab_stops(),
            self._menu_button,
        ]

    def _on_menu_clicked(self) -> None:
        corner = self._menu_button.rect().bottomRight() + QPoint(0, 4)
        self.menu_wished.emit(self._menu_button.mapToGlobal(corner))

    def _fold(self) -> None:
        always = self._title.sizeHint().width() + self._menu_button.sizeHint().width() + 100
        switches = self._language.sizeHint().width() + self._level.sizeHint().width()
        has_room = self.width() >= always + switches
        self._language.setVisible(has_room)
        self._level.setVisible(has_room)
        self._tabs.fold(is_folded=self.width() < always + switches + self._tabs.whole_width)

    def _on_language_picked(self, value: str) -> None:
        self.language_picked.emit(Language(value))

    def _on_level_picked(self, value: str) -> None:
        self.level_picked.emit(Level(value))
