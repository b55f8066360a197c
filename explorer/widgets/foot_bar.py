"""The line at the foot of the window: what this is not, and how old it is."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from explorer.canvas.fill import fill_box
from explorer.canvas.palette import Palette
from explorer.domain.finding import PASSED_BY
from explorer.domain.library import Library
from explorer.domain.vocabulary import Effect, Lens
from explorer.i18n import Words
from explorer.widgets.typeface import Role, font


class FootBar(QFrame):
    """Education, not medical advice; and the pack with its date and reviewer.

    Args:
        library: the pack.
        parent: Qt owner.
    """

    def __init__(self, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("foot_bar")
        self._library = library
        self._palette: Palette | None = None
        self._words: Words | None = None
        self._lens = Lens.ALL
        self._notice = QLabel(self)
        self._notice.setObjectName("foot_notice")
        self._notice.setWordWrap(True)
        self._pack = QLabel(self)
        self._pack.setObjectName("foot_pack")
        self._pack.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 6, 18, 7)
        row.setSpacing(24)
        row.addWidget(self._notice, 1)
        row.addWidget(self._pack)
        for label in (self._notice, self._pack):
            label.setFont(font(Role.SMALL))
            label.setTextFormat(Qt.TextFormat.PlainText)

    def set_words(self, words: Words) -> None:
        """Choose the language."""
        self._words = words
        info = self._library.info
        self._notice.setText(info.notice.at(words.language))
        self._pack.setToolTip(words("foot.searched", date=words.month(info.searched)))
        self._count(words)

    def set_lens(self, lens: Lens) -> None:
        """Count what is seen through a lens."""
        if lens is not self._lens:
            self._lens = lens
            if self._words is not None:
                self._count(self._words)

    def _count(self, words: Words) -> None:
        info, index = self._library.info, self._library.claim_index
        reviewed = (
            words("foot.reviewed", who=info.reviewed_by)
            if info.reviewed_by
            else words("foot.not_reviewed")
        )
        # A gap passes every lens, but it is no evidence.
        seen = sum(
            self._lens in PASSED_BY[found.lens] and found.effect is not Effect.UNKNOWN
            for found in index.findings
        )
        key = "foot.pack" if self._lens is Lens.ALL else "foot.pack_lens"
        self._pack.setText(
            words(
                key,
                version=info.version,
                seen=seen,
                claims=len(self._library.claims),
                papers=len(index.cited),
                reviewed=reviewed,
            )
        )

    def set_palette(self, palette: Palette) -> None:
        """Choose the colours."""
        self._palette = palette
        for label in (self._notice, self._pack):
            colors = label.palette()
            colors.setColor(label.foregroundRole(), palette.color("soft"))
            label.setPalette(colors)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the line above."""
        if self._palette is None:
            return
        with QPainter(self) as painter:
            fill_box(painter, event.rect(), self._palette.color("panel"))
            fill_box(painter, QRect(0, 0, self.width(), 1), self._palette.color("line"))
