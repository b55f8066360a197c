"""A reference with its link, as a card and the claim check show it."""

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from explorer.canvas.palette import Palette
from explorer.widgets.card_content import Source
from explorer.widgets.typeface import Role, font

_SELECTABLE = (
    Qt.TextInteractionFlag.TextSelectableByMouse
    | Qt.TextInteractionFlag.LinksAccessibleByMouse
    | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
)


class Citation(QLabel):
    """Title, author, year, journal and DOI. `linkActivated` gives the address that was clicked.

    Args:
        source: the reference, written out.
        palette: colours.
        parent: Qt owner.
    """

    def __init__(self, source: Source, palette: Palette, parent: QWidget) -> None:
        identifier = escape(source.identifier)
        if source.link:
            link = escape(source.link, quote=True)
            identifier = f'<a href="{link}" style="color:{palette.accent}">{identifier}</a>'
        mark = ""
        if source.mark:
            mark = f'<b style="color:{palette.increase}">{escape(source.mark)}</b> '
        super().__init__(
            f"{mark}{escape(source.title)}<br>"
            f'<span style="color:{palette.soft}">{escape(source.short)} · {identifier}</span>',
            parent,
        )
        self.setObjectName("citation")
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setFont(font(Role.META))
        self.setWordWrap(True)
        self.setOpenExternalLinks(False)
        self.setTextInteractionFlags(_SELECTABLE)
