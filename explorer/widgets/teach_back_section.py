"""The foot of the panel: what to ask once a topic has been explained, and how that went."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from explorer.canvas.palette import Palette
from explorer.domain.handout import Tick
from explorer.domain.teach_back import TeachBack
from explorer.i18n import Words
from explorer.widgets.column import Column
from explorer.widgets.quiet_button import QuietButton
from explorer.widgets.segmented import SegmentedSwitch
from explorer.widgets.typeface import Role, font

_MOST_PROMPTS = 2
_SPACING = 8


class TeachBackSection(Column):
    """Folded to one line until the clinician wants it; then it stays unfolded.

    Args:
        parent: the column at whose foot it stands.
    """

    ticked = Signal(str, Tick)
    """`(topic, tick)`: the clinician says how a topic went."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=_SPACING)
        self.setObjectName("teach_back")
        self._words: Words | None = None
        self._topic: TeachBack | None = None
        self._tick = Tick.NOT_DISCUSSED
        self._is_open = False
        self._fold = QuietButton(self, is_link=True)
        self._fold.setObjectName("teach_back_fold")
        self._fold.clicked.connect(self._on_fold_clicked)
        self._title = self._label("teach_back_title", Role.META_STRONG)
        self._prompts = [
            self._label(f"teach_back_prompt_{at}", Role.BODY) for at in range(_MOST_PROMPTS)
        ]
        self._switch = SegmentedSwitch("teach_back_tick", list(Tick), self)
        self._switch.picked.connect(self._on_picked)
        self.add(self._fold, is_wide=False)
        for part in (self._title, *self._prompts):
            self.add(part)
        self.add(self._switch, is_wide=False)
        self.hide()

    def tab_stops(self) -> list[QWidget]:
        """What Tab walks, as it is read."""
        return [self._fold, *self._switch.tab_stops()]

    def set_palette(self, palette: Palette) -> None:
        """Choose the colours."""
        self._switch.set_palette(palette)
        colors = self._title.palette()
        colors.setColor(self._title.foregroundRole(), palette.color("soft"))
        self._title.setPalette(colors)

    def show_topic(self, topic: TeachBack | None, tick: Tick, words: Words) -> None:
        """Show a topic, or nothing.

        Args:
            topic: what to ask; None hides the section.
            tick: how it went so far.
            words: interface texts.
        """
        self._topic, self._tick, self._words = topic, tick, words
        self._write()

    def _write(self) -> None:
        topic, words = self._topic, self._words
        if topic is None or words is None:
            self.hide()
            return
        texts = {str(tick): words(f"teach.{tick}") for tick in Tick}
        tips = {str(tick): words(f"teach.{tick}.tip") for tick in Tick}
        language = words.language
        name = words("teach.name")
        self.setAccessibleName(f"{name}: {topic.title.at(language)}")
        mark = "▾" if self._is_open else "▸"
        said = "" if self._tick is Tick.NOT_DISCUSSED else f" · {texts[self._tick].lower()}"
        self._fold.setText(f"{mark} {name}{said}")
        self._fold.setAccessibleName(words("teach.hide" if self._is_open else "teach.show"))
        self._title.setText(topic.title.at(language))
        for label, prompt in zip(self._prompts, topic.prompts, strict=False):
            label.setText(prompt.at(language))
        self._switch.set_texts(words("teach.went"), texts, tips)
        self._switch.show_value(self._tick)
        self._title.setVisible(self._is_open)
        for at, label in enumerate(self._prompts):
            label.setVisible(self._is_open and at < len(topic.prompts))
        self._switch.setVisible(self._is_open)
        self.show()
        self.refit()

    def _on_fold_clicked(self) -> None:
        self._is_open = not self._is_open
        self._write()

    def _on_picked(self, value: str) -> None:
        if self._topic is not None:
            self.ticked.emit(self._topic.id, Tick(value))

    def _label(self, name: str, role: Role) -> QLabel:
        label = QLabel(self)
        label.setObjectName(name)
        label.setFont(font(role))
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label
