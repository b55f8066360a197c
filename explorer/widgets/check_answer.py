"""What the literature says of one common statement."""

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from explorer.canvas.palette import Palette
from explorer.domain.claim import Claim
from explorer.domain.claim_check import ClaimCheck
from explorer.domain.handout import Pin, PinKind
from explorer.domain.library import Library
from explorer.domain.vocabulary import CheckVerdict, Level
from explorer.export.citations import as_text
from explorer.i18n import Words
from explorer.widgets.card_content import source_of
from explorer.widgets.citation import Citation
from explorer.widgets.column import Column
from explorer.widgets.jump import Jump
from explorer.widgets.jump_button import JumpButton
from explorer.widgets.pinboard import PinButton
from explorer.widgets.quiet_button import QuietButton
from explorer.widgets.reading_page import ReadingArea, reading_label
from explorer.widgets.term_text import TermText
from explorer.widgets.typeface import Role, font, text_width
from explorer.widgets.verdict_sign import paint_verdict, verdict_color

_SIGN = 18
_SIGN_GAP = 9


class CheckAnswer(ReadingArea):
    """Written anew for each check, language and theme.

    Args:
        library: the pack.
        parent: the page.
    """

    jump_wished = Signal(Jump)
    """Leave for a place on the brain."""
    link_wished = Signal(str)
    """Open an address in the person's browser."""
    text_copied = Signal(str)
    """Put a text on the clipboard."""

    def __init__(self, library: Library, parent: QWidget) -> None:
        super().__init__("check_answer", parent)
        self._library = library
        self._copied = ""

    def show_nothing(self, words: Words) -> None:
        """Say that no check fits the search."""
        column = self.new_column()
        self.setAccessibleName(words("checks.none"))
        column.add(reading_label(Role.BODY, words("checks.none"), column))
        self.show_column(column)

    def show_check(self, check: ClaimCheck, words: Words, palette: Palette, level: Level) -> None:
        """Write out a check."""
        column = self.new_column()
        language = words.language
        statement = words("checks.quoted", statement=check.statement.at(language))
        answer = check.answer.at(language, level)
        verdict = words(f"verdict.{check.verdict}")
        self.setAccessibleName(words("checks.answer"))
        self.setAccessibleDescription(f"{statement} {verdict}. {answer}")
        about = self._library.place_name(check.about).at(language)
        column.add(
            reading_label(Role.META, words("checks.about", place=about), column, palette.soft)
        )
        title = reading_label(Role.SECTION, statement, column)
        title.setObjectName("check_statement")
        column.add(title)
        column.add(VerdictLine(check.verdict, verdict, palette, column))
        tip = reading_label(Role.META, words(f"verdict.{check.verdict}.tip"), column, palette.soft)
        column.add(tip)
        _add_heading(column, words("checks.answer"), palette)
        text = TermText(Role.BODY, column)
        text.setObjectName("check_text")
        column.add(text)
        text.show_text(answer)
        self._add_jumps(column, check, words, palette, level)
        self._add_sources(column, check, words, palette)
        self._copied = self._as_text(statement, verdict, answer, check)
        copy = QuietButton(column)
        copy.setObjectName("check_copy")
        copy.setText(words("checks.copy"))
        copy.clicked.connect(self._on_copy_clicked)
        column.add(copy, is_wide=False)
        pin = PinButton(column)
        pin.set_words(words)
        pin.set_pin(Pin(PinKind.CHECK, check.id))
        column.add(pin, is_wide=False)
        self.show_column(column)

    def _add_jumps(
        self, column: Column, check: ClaimCheck, words: Words, palette: Palette, level: Level
    ) -> None:
        claims = [self._library.claim(claim_id) for claim_id in check.claims]
        jumps = [(claim, place) for claim in claims if (place := self._place_of(claim))]
        is_place = self._library.has_place(check.about)
        if not jumps and not is_place:
            return
        _add_heading(column, words("checks.on_brain"), palette)
        for claim, place in jumps:
            phase, use = words(f"phase.{claim.phase}"), self._use_name(claim, words)
            name = self._library.place_name(place).at(words.language)
            what = claim.statement.at(words.language, level)
            jump = Jump(place, claim.use, claim.phase, claim.id)
            where = f"{name} · {use} · {phase}"
            spoken = f"{words('checks.show', statement=what)} {where}."
            self._add_jump(
                column, JumpButton(jump, where, what, spoken, claim.effect, palette, column)
            )
        if not jumps:
            name = self._library.place_name(check.about).at(words.language)
            where = words("checks.show", statement=name)
            self._add_jump(
                column, JumpButton(Jump(check.about), where, "", where, None, palette, column)
            )

    def _add_jump(self, column: Column, button: JumpButton) -> None:
        button.jump_wished.connect(self.jump_wished)
        column.add(button)

    def _place_of(self, claim: Claim) -> str:
        """Return the place whose panel shows the claim; a topic has none, what is near it may."""
        places = (claim.about, *claim.nearby)
        return next((place for place in places if self._library.has_place(place)), "")

    def _use_name(self, claim: Claim, words: Words) -> str:
        notes = self._library.info.uses
        return next(note.name for note in notes if note.use is claim.use).at(words.language)

    def _add_sources(
        self, column: Column, check: ClaimCheck, words: Words, palette: Palette
    ) -> None:
        _add_heading(column, words("checks.sources"), palette)
        for key in check.references:
            source = source_of(self._library.reference(key), words)
            citation = Citation(source, palette, column)
            citation.linkActivated.connect(self.link_wished)
            column.add(citation)

    def _as_text(self, statement: str, verdict: str, answer: str, check: ClaimCheck) -> str:
        works = (as_text(self._library.reference(key)) for key in check.references)
        return "\n".join([f"{statement} {verdict}.", answer, "", *works])

    def _on_copy_clicked(self) -> None:
        self.text_copied.emit(self._copied)


class VerdictLine(QLabel):
    """The sign and the word of a verdict.

    Args:
        verdict: the verdict.
        word: its word.
        palette: colours.
        parent: Qt owner.
    """

    def __init__(self, verdict: CheckVerdict, word: str, palette: Palette, parent: QWidget) -> None:
        super().__init__(word, parent)
        self.setObjectName("check_verdict")
        self.setFont(font(Role.LEAD))
        self._verdict, self._palette = verdict, palette

    def sizeHint(self) -> QSize:
        """Sign and word."""
        return QSize(_SIGN + _SIGN_GAP + text_width(Role.LEAD, self.text()) + 2, 24)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint sign and word."""
        del event
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            sign = QRectF(0, (self.height() - _SIGN) / 2, _SIGN, _SIGN)
            paint_verdict(painter, self._verdict, sign, self._palette)
            painter.setPen(verdict_color(self._verdict, self._palette))
            painter.setFont(self.font())
            inner = self.rect().adjusted(_SIGN + _SIGN_GAP, 0, 0, 0)
            painter.drawText(inner, self.alignment(), self.text())


def _add_heading(column: Column, text: str, palette: Palette) -> None:
    heading = reading_label(Role.META_STRONG, text, column, palette.accent)
    heading.setContentsMargins(0, 8, 0, 0)
    column.add(heading)
