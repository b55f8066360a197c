"""One source in full: its citation, whether it stands, and what rests on it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget

from explorer.canvas.palette import Palette
from explorer.domain.claim import Claim
from explorer.domain.handout import Pin, PinKind
from explorer.domain.library import Library
from explorer.domain.vocabulary import Level, ReferenceStatus
from explorer.export.citations import as_text
from explorer.i18n import Words
from explorer.widgets.column import Column
from explorer.widgets.jump import Jump
from explorer.widgets.pinboard import PinButton
from explorer.widgets.quiet_button import QuietButton
from explorer.widgets.slim_scroll_bar import SlimScrollBar
from explorer.widgets.source_rows import SourceRow, jump_place
from explorer.widgets.typeface import Role, font
from explorer.widgets.wrap_link import WrapLink

_SELECTABLE = Qt.TextInteractionFlag.TextSelectableByMouse


class ClaimLink(WrapLink):
    """Leads to a claim on the brain.

    Args:
        head: where the claim belongs, and how strong it is.
        text: the claim.
        jump: where to go.
        parent: Qt owner.
    """

    def __init__(self, head: str, text: str, jump: Jump, parent: QWidget) -> None:
        super().__init__(head, text, parent)
        self.setObjectName("source_claim")
        self.jump = jump


class SourceDetails(QScrollArea):
    """Written anew for each source.

    Args:
        library: the pack.
        parent: Qt owner.
    """

    jump_wished = Signal(Jump)
    """The person picked a claim."""
    page_wished = Signal(str)
    """The person picked a claim check: the page to go to."""
    link_wished = Signal(str)
    """Address to open in the person's browser."""

    def __init__(self, library: Library, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("source_details")
        self.setFrameStyle(0)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBar(SlimScrollBar(self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._library = library
        self._palette: Palette | None = None
        self._links: dict[QuietButton, str] = {}
        self._page = Column()

    def set_palette(self, palette: Palette) -> None:
        """Choose the colours of what is written from now on."""
        self._palette = palette

    def show_source(self, row: SourceRow | None, words: Words, level: Level) -> None:
        """Write a source out; None says how to choose one."""
        self.setAccessibleName(words("sources.details"))
        self._links = {}
        self._page = Column(margins=(16, 12, 16, 16), spacing=8)
        if row is None:
            self._add("source_hint", words("sources.hint"), Role.META, color="soft")
        else:
            self._add_work(row, words)
            self._add_claims(row, words, level)
            self._add_checks(row, words)
        self.setWidget(self._page)  # deletes the page before
        self._page.show()

    def focus_first(self) -> None:
        """Put the focus on the first thing that can be followed."""
        stops = [part for part in self._page.findChildren(QWidget) if _is_stop(part)]
        if stops:
            stops[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _add_work(self, row: SourceRow, words: Words) -> None:
        work = row.work
        self._add("source_title", work.title, Role.LEAD)
        if not row.stands:
            is_gone = work.status is ReferenceStatus.RETRACTED
            key = "sources.retracted_line" if is_gone else "sources.corrected_line"
            listed = self._library.retractions_as_of
            date = words.month(listed or self._library.info.searched)
            self._add("source_status", words(key, date=date), Role.META_STRONG, color="increase")
        if work.retraction is not None:
            self._add("source_retraction", work.retraction.at(words.language), Role.META)
        if work.note:
            self._add("source_note", words("sources.note", note=work.note), Role.META, color="soft")
        if work.notice_doi:
            text = words("sources.notice", doi=work.notice_doi)
            self._add_link("source_notice", text, f"https://doi.org/{work.notice_doi}")
        self._add("source_citation", as_text(work), Role.META)
        if work.link:
            text = f"doi {work.doi}" if work.doi else work.link.removeprefix("https://")
            self._add_link("source_link", text, work.link)
        else:
            self._add("source_no_link", words("card.no_doi"), Role.META, color="soft")
        pin = PinButton(self._page, is_link=True)
        pin.set_words(words)
        pin.set_pin(Pin(PinKind.SOURCE, work.key))
        self._page.add(pin, is_wide=False)

    def _add_claims(self, row: SourceRow, words: Words, level: Level) -> None:
        count = len(row.claims)
        if not count:
            key = "sources.supports_none"
        else:
            key = "sources.supports_one" if count == 1 else "sources.supports"
        self._add("source_supports", words(key, n=count), Role.META_STRONG)
        for claim in row.claims:
            self._add_claim(claim, words, level)

    def _add_claim(self, claim: Claim, words: Words, level: Level) -> None:
        language = words.language
        uses = {note.use: note.name.at(language) for note in self._library.info.uses}
        strength = self._library.verdict(claim).strength.name.lower()
        head = " · ".join(
            (
                self._library.place_name(claim.about).at(language),
                uses[claim.use],
                words(f"phase.{claim.phase}"),
                words(f"strength.{strength}"),
            )
        )
        statement = claim.statement.at(language, level)
        place = jump_place(self._library, claim)
        if place is None:  # it can be read here only
            self._add("source_claim_text", f"{head}\n{statement}", Role.META)
            return
        jump = Jump(place, claim.use, claim.phase, claim.id)
        link = ClaimLink(head, statement, jump, self._page)
        link.clicked.connect(self._on_claim)
        self._page.add(link)

    def _add_checks(self, row: SourceRow, words: Words) -> None:
        if not row.checks:
            return
        self._add("source_checks", words("sources.checks"), Role.META_STRONG)
        for check in row.checks:
            link = WrapLink("", check.statement.at(words.language), self._page)
            link.setObjectName("source_check")
            link.clicked.connect(self._on_check)
            self._page.add(link)

    def _add(self, name: str, text: str, role: Role, *, color: str = "ink") -> None:
        label = QLabel(text, self._page)
        label.setObjectName(name)
        label.setFont(font(role))
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setTextInteractionFlags(_SELECTABLE)
        if self._palette is not None and color != "ink":
            colors = label.palette()
            colors.setColor(label.foregroundRole(), self._palette.color(color))
            label.setPalette(colors)
        self._page.add(label)

    def _add_link(self, name: str, text: str, address: str) -> None:
        link = QuietButton(self._page, is_link=True)
        link.setObjectName(name)
        link.setText(text)
        link.setAccessibleDescription(address)
        link.clicked.connect(self._on_link)
        self._links[link] = address
        self._page.add(link, is_wide=False)

    def _on_claim(self) -> None:
        link = self.sender()
        if isinstance(link, ClaimLink):
            self.jump_wished.emit(link.jump)

    def _on_check(self) -> None:
        self.page_wished.emit("checks")

    def _on_link(self) -> None:
        link = self.sender()
        if isinstance(link, QuietButton):
            self.link_wished.emit(self._links[link])


def _is_stop(part: QWidget) -> bool:
    return bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus)
