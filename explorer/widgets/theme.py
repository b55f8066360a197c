"""Light, dark, or as the system has it."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from explorer.canvas.palette import DARK, LIGHT, Palette
from explorer.widgets.typeface import Role, font, load_fonts

_ROLES = {
    QPalette.ColorRole.Window: "paper",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "panel",
    QPalette.ColorRole.AlternateBase: "well",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.PlaceholderText: "soft",
    QPalette.ColorRole.Button: "panel",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.ToolTipBase: "panel",
    QPalette.ColorRole.ToolTipText: "ink",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.Light: "panel",
    QPalette.ColorRole.Midlight: "line",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "line",
    QPalette.ColorRole.Shadow: "line",
}


class Theme(QObject):
    """Chooses the colours from the person's choice and the system's.

    Args:
        app: the application to dress.
        choice: `system`, `light` or `dark`.
        parent: Qt owner.
    """

    changed = Signal(Palette)
    """The colours are different now."""

    def __init__(self, app: QApplication, choice: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._choice = choice
        load_fonts()
        app.setFont(font(Role.META))
        self._palette = self._chosen()
        self._dress()
        app.styleHints().colorSchemeChanged.connect(self._on_scheme_changed)

    @property
    def palette(self) -> Palette:
        """The colours in force."""
        return self._palette

    @property
    def choice(self) -> str:
        """What the person chose: `system`, `light` or `dark`."""
        return self._choice

    def choose(self, choice: str) -> None:
        """Follow a choice of the person."""
        self._choice = choice
        self._refresh()

    def _on_scheme_changed(self, scheme: Qt.ColorScheme) -> None:
        del scheme  # `_chosen` reads it where it is needed
        self._refresh()

    def _refresh(self) -> None:
        palette = self._chosen()
        if palette != self._palette:
            self._palette = palette
            self._dress()
            self.changed.emit(palette)

    def _chosen(self) -> Palette:
        if self._choice == "system":
            is_dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        else:
            is_dark = self._choice == "dark"
        return DARK if is_dark else LIGHT

    def _dress(self) -> None:
        colors = QPalette()
        for role, token in _ROLES.items():
            colors.setColor(role, self._palette.color(token))
        faint = QColor(self._palette.color("soft"))
        faint.setAlphaF(0.6)
        for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
            colors.setColor(QPalette.ColorGroup.Disabled, role, faint)
        self._app.setPalette(colors)
