"""The open part of a card: numbers, caveat, why this strength, and the sources.

Every text can be selected and copied.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from explorer.canvas.palette import Palette
from explorer.domain.handout import Pin, PinKind
from explorer.domain.reference import Reference
from explorer.i18n import Words
from explorer.widgets.card_content import CardContent, Source
from explorer.widgets.citation import Citation
from explorer.widgets.pinboard import PinButton
from explorer.widgets.quiet_button import QuietButton
from explorer.widgets.term_text import TermText
from explorer.widgets.typeface import Role

_INDENT = 44


class ClaimDetails(QWidget):
    """Written once; another claim, language or theme gets new details.

    Args:
        content: the claim.
        words: interface texts.
        palette: colours.
        parent: the card.
    """

    link_wished = Signal(str)
    """The person clicked a DOI: the address to open in their browser."""
    copy_wished = Signal(Reference, str)
    """`(reference, "text" or "bibtex")`: the person wants the citation on the clipboard."""
    pin_wished = Signal(bool)
    """The person wants this card to stay open (True) or not."""

    def __init__(
        self, content: CardContent, words: Words, palette: Palette, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("claim_details")
        self._words = words
        self._palette = palette
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(_INDENT, 0, 14, 14)
        self._column.setSpacing(8)
        for label, text in content.facts:
            self._add_text(label, text)
        why = self._add_text(content.why_title, content.why)
        why.setObjectName("why")
        for source in content.sources:
            self._add_source(source, words)
        self._pin = QuietButton(self, is_link=True)
        self._pin.setObjectName("pin_open")
        self._pin.setCheckable(True)
        self._pin.toggled.connect(self.pin_wished)
        self._column.addWidget(self._pin, alignment=Qt.AlignmentFlag.AlignLeft)
        handout = PinButton(self, is_link=True)
        handout.set_words(words)
        handout.set_pin(Pin(PinKind.CLAIM, content.id))
        self._column.addWidget(handout, alignment=Qt.AlignmentFlag.AlignLeft)

    def show_pinned(self, pinned: bool) -> None:  # noqa: FBT001 - a Qt-style setter
        """Follow whether the card stays open, without asking for anything."""
        self._pin.blockSignals(True)
        self._pin.setChecked(pinned)
        self._pin.blockSignals(False)
        self._pin.setText(self._words("card.unpin" if pinned else "card.pin"))
        self._pin.updateGeometry()

    def tab_stops(self) -> list[QWidget]:
        """What Tab walks, as it is read. A text without known words lets Tab pass."""
        texts = self.findChildren(TermText)
        return [part for part in self.findChildren(QWidget) if part in texts or _takes_tab(part)]

    def _add_text(self, label: str, text: str) -> TermText:
        view = TermText(Role.META, self)
        view.show_text(text, label)
        self._column.addWidget(view)
        return view

    def _add_source(self, source: Source, words: Words) -> None:
        view = Citation(source, self._palette, self)
        view.linkActivated.connect(self.link_wished)
        self._column.addWidget(view)
        self._column.addLayout(self._copy_buttons(source.reference, words))

    def _copy_buttons(self, reference: Reference, words: Words) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        for form in ("text", "bibtex"):
            button = CopyButton(reference, form, self)
            button.setText(words(f"card.copy_{form}"))
            button.copy_wished.connect(self.copy_wished)
            row.addWidget(button)
        row.addStretch(1)
        return row


class CopyButton(QuietButton):
    """Asks for one form of one citation.

    Args:
        reference: the work.
        form: `text` or `bibtex`.
        parent: Qt owner.
    """

    copy_wished = Signal(Reference, str)
    """`(reference, form)`."""

    def __init__(self, reference: Reference, form: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._reference = reference
        self._form = form
        self.setObjectName(f"copy_{form}")
        self.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        self.copy_wished.emit(self._reference, self._form)


def _takes_tab(part: QWidget) -> bool:
    return bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus)
