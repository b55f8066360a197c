"""How a claim gets its strength, in words; the rule itself is asked, so that it cannot differ."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from explorer.canvas.palette import Palette
from explorer.domain.library import Library
from explorer.domain.rule_table import least_in_conflict, most_at_second_hand, rule_rows
from explorer.domain.strength import LARGE, Reason
from explorer.domain.vocabulary import Language, Strength
from explorer.i18n import Words
from explorer.state.view_state import ViewState
from explorer.widgets.column import Column
from explorer.widgets.reading_page import ReadingArea, ReadingPage, reading_label
from explorer.widgets.strength_meter import StrengthMeter
from explorer.widgets.term_text import TermText
from explorer.widgets.typeface import Role

_STEPS = sorted(Strength, reverse=True)
_METER = 128
_AIR = 6
_UNWEIGHED = (Reason.NOT_IN_PEOPLE, Reason.NO_SOURCE)
"""Ways to a step in which the kind of study does not matter."""

_Phrases = Mapping[tuple[Language, str], tuple[str, ...]]


class RatingPage(ReadingPage):
    """One column to read.

    Args:
        library: the pack.
        parent: Qt owner.
    """

    def __init__(self, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(library, parent)
        self.setObjectName("rating_page")
        self._phrases: _Phrases | None = None
        self._area = ReadingArea("rating_area", self)
        self.setFocusProxy(self._area)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._area)
        self._read_soon = QTimer(self, singleShot=True, interval=0)
        self._read_soon.timeout.connect(self._read_phrases)

    def showEvent(self, event: QShowEvent) -> None:
        """Read the phrase bank once the page is there: the file is YAML, which is slow."""
        super().showEvent(event)
        if self._phrases is None:
            self._read_soon.start()

    def _read_phrases(self) -> None:
        from explorer.pack.rules import built_in_rules

        hedges = built_in_rules().bank.hedges
        self._phrases = {key: hedge.require for key, hedge in hedges.items()}
        self._refresh()

    def _write(self, words: Words, palette: Palette, state: ViewState) -> None:
        del state  # said once, in plain words
        at = self._area.verticalScrollBar().value()
        column = self._area.new_column()
        self._area.setAccessibleName(words("rating.title"))
        _Writer(column, words, palette).write(self._library, self._phrases)
        self._area.show_column(column)
        width = self._area.viewport().width()
        column.resize(width, column.heightForWidth(width))
        self._area.verticalScrollBar().setValue(at)


class _Writer:
    """Fills the column from top to bottom."""

    def __init__(self, column: Column, words: Words, palette: Palette) -> None:
        self._column = column
        self._words = words
        self._palette = palette

    def write(self, library: Library, phrases: _Phrases | None) -> None:
        words = self._words
        title = self._label(Role.NAME, words("rating.title"))
        title.setObjectName("rating_title")
        self._text(words("rating.intro"))
        self._text(words("rating.own"))
        self._heading(words("rating.steps"))
        for step in _STEPS:
            self._step(step, phrases)
        self._heading(words("rating.rule"))
        self._text(words("rating.rule_intro"))
        for row in rule_rows():
            said = words(f"rating.rule.{row.reason}", n=LARGE)
            if row.designs and row.reason not in _UNWEIGHED:
                kinds = "; ".join(_in_sentence(words(f"design.{design}")) for design in row.designs)
                self._ruled(row.strength, said, kinds)
            else:
                self._ruled(row.strength, said, "")
        self._heading(words("rating.lowers"))
        for line in self._lowering():
            self._text(line)
        self._heading(words("rating.content"))
        for line in self._about(library):
            self._text(line)

    def _step(self, step: Strength, phrases: _Phrases | None) -> None:
        key = step.name.lower()
        row = self._row(step)
        row.add_text(self._words(f"rating.step.{key}"))
        row.add_soft(self._said_with(key, phrases)).setObjectName(f"rating_phrases_{key}")

    def _said_with(self, key: str, phrases: _Phrases | None) -> str:
        """Return the words by which a sentence of a step is known, as the phrase bank has them."""
        words = self._words
        if phrases is None:
            return words("rating.reading")
        found = phrases[words.language, key]
        if not found:
            return words("rating.no_hedge")
        said = words("rating.hedge", phrases=_quoted(found, words))
        if key == Strength.EARLY.name.lower():
            people = phrases[words.language, f"{key}_people"]
            said = f"{said} {words('rating.hedge_people', phrases=_quoted(people, words))}"
        return said

    def _ruled(self, step: Strength, said: str, kinds: str) -> None:
        row = self._row(step)
        row.add_text(said)
        if kinds:
            row.add_soft(self._words("rating.kinds", kinds=kinds))

    def _lowering(self) -> list[str]:
        words = self._words
        least = words(f"strength.{least_in_conflict().name.lower()}")
        most = words(f"strength.{most_at_second_hand().name.lower()}")
        return [
            words("rating.conflict", least=least),
            words("rating.secondary", most=most),
            words("rating.retracted"),
            words("rating.lens"),
        ]

    def _about(self, library: Library) -> list[str]:
        words, info = self._words, library.info
        who = info.reviewed_by
        reviewed = words("rating.reviewed", who=who) if who else words("rating.not_reviewed")
        lines = [
            words("rating.pack", title=info.title.at(words.language), version=info.version),
            words("rating.searched", date=words.month(info.searched)),
            reviewed,
            words("rating.review_by", date=words.month(info.review_by)),
        ]
        if library.retractions_as_of:
            lines.append(words("rating.retractions", date=words.month(library.retractions_as_of)))
        return lines

    def _row(self, step: Strength) -> "StepRow":
        row = StepRow(step, self._words(f"strength.{step.name.lower()}"), self._palette)
        self._column.add(row)
        return row

    def _heading(self, text: str) -> None:
        self._label(Role.SECTION, text).setContentsMargins(0, 16, 0, 0)

    def _text(self, text: str) -> None:
        view = TermText(Role.BODY, self._column)
        self._column.add(view)
        view.show_text(text)

    def _label(self, role: Role, text: str) -> QLabel:
        label = reading_label(role, text, self._column)
        self._column.add(label)
        return label


class StepRow(QWidget):
    """A step at the left, what is said of it at the right.

    Args:
        step: the step.
        word: its word.
        palette: colours.
    """

    def __init__(self, step: Strength, word: str, palette: Palette) -> None:
        super().__init__()
        self._palette = palette
        self._meter = StrengthMeter(self)
        self._meter.set_palette(palette)
        self._meter.show_strength(step, word)
        self._said = Column(self, spacing=2)
        self.setAccessibleName(word)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add_text(self, text: str) -> None:
        """Add a text."""
        view = TermText(Role.BODY, self._said)
        self._said.add(view)
        view.show_text(text)

    def add_soft(self, text: str) -> QLabel:
        """Add a quieter text."""
        label = reading_label(Role.META, text, self._said, self._palette.soft)
        self._said.add(label)
        return label

    def hasHeightForWidth(self) -> bool:
        """Texts wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all that is said at a width, both px."""
        return self._said.heightForWidth(width - _METER) + _AIR

    def sizeHint(self) -> QSize:
        """As wide as it is."""
        return QSize(self.width(), self.heightForWidth(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put both in their place."""
        super().resizeEvent(event)
        self._meter.move(0, 1)
        self._said.setGeometry(_METER, 0, self.width() - _METER, self.height() - _AIR)


def _in_sentence(text: str) -> str:
    return text[:1].lower() + text[1:]


def _quoted(phrases: tuple[str, ...], words: Words) -> str:
    return ", ".join(words("rating.phrase", phrase=phrase) for phrase in phrases)
