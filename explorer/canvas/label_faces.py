"""The faces of the labels, and how large a label is in them."""

from collections.abc import Sequence

from PySide6.QtGui import QFont, QFontMetricsF

from explorer.canvas.label import Label, NoteRow
from explorer.canvas.overlay import Rank

_NARROW = 760.0
"""A stage narrower than this has smaller labels, px."""
_LONGEST = {False: 138.0, True: 112.0}
"""A name longer than this is broken into lines, px; True is a narrow stage."""

_MUCH = 1.15


class LabelFaces:
    """Fonts by what a label names: loud for main regions, quiet for landmarks."""

    def __init__(self) -> None:
        self._font = QFont()
        self._is_narrow = False
        self._names: dict[Rank | None, QFont] = {}
        self._metrics: dict[Rank | None, QFontMetricsF] = {}
        self._lines: dict[tuple[str, Rank | None], tuple[str, ...]] = {}
        self.note = QFont()
        self._note_metrics: QFontMetricsF | None = None

    def set_font(self, font: QFont) -> None:
        """Derive all faces from the canvas's font."""
        self._font = font
        self._derive()

    def fit(self, width: float) -> None:
        """Choose sizes for a stage of this width, px."""
        if (width < _NARROW) is not self._is_narrow:
            self._is_narrow = width < _NARROW
            self._derive()

    @property
    def badge_scale(self) -> float:
        """How large signs are, as a share of their full size."""
        return 0.8 if self._is_narrow else 1.0

    def name(self, label: Label) -> QFont:
        """Return the face of a label's name."""
        return self._names[_rank(label)]

    @property
    def note_height(self) -> float:
        """The height of one line below a name, px."""
        return self._notes().height()

    def line_height(self, label: Label) -> float:
        """Return the height of one line of its name, px."""
        return self._metrics[_rank(label)].height()

    def lines(self, label: Label) -> tuple[str, ...]:
        """Return the lines of its name."""
        key = (label.name, _rank(label))
        if key not in self._lines:
            self._lines[key] = self._broken(*key)
        return self._lines[key]

    def size(self, label: Label, rows: Sequence[NoteRow] = ()) -> tuple[float, float]:
        """Return width and height of the whole label with the lines below its name, px."""
        names = self._metrics[_rank(label)]
        lines = self.lines(label)
        width = max(names.horizontalAdvance(line) for line in lines)
        height = names.height() * len(lines)
        if not rows:
            return width, height
        notes = self._notes()
        widest = max(notes.horizontalAdvance(note) for row in rows for note in row.notes)
        return max(width, widest), height + len(rows) * notes.height()

    def _notes(self) -> QFontMetricsF:
        if self._note_metrics is None:
            self._note_metrics = QFontMetricsF(self.note)
        return self._note_metrics

    def _derive(self) -> None:
        size = self._font.pixelSize() if self._font.pixelSize() > 0 else 13
        less = 1 if self._is_narrow else 0
        main = self._face(size + 1 - less)
        main.setWeight(QFont.Weight.DemiBold)
        self._names = {
            Rank.MAIN: main,
            Rank.CONTEXT: self._face(size - less),
            None: self._face(size - 1 - less),
        }
        self.note = self._face(size - 1 - less)
        self._note_metrics = None
        self._metrics = {rank: QFontMetricsF(face) for rank, face in self._names.items()}
        self._lines = {}

    def _face(self, size: int) -> QFont:
        face = QFont(self._font)
        face.setPixelSize(size)
        return face

    def _broken(self, name: str, rank: Rank | None) -> tuple[str, ...]:
        metrics = self._metrics[rank]
        if metrics.horizontalAdvance(name) <= _LONGEST[self._is_narrow]:
            return (name,)
        limit = _LONGEST[self._is_narrow]
        lines: list[str] = []
        for word in name.split(" "):
            # Only a word that is much too long is broken, after its own hyphen.
            head, hyphen, tail = word.partition("-")
            parts = [word]
            if tail and metrics.horizontalAdvance(word) > _MUCH * limit:
                parts = [head + hyphen, tail]
            for part in parts:
                longer = f"{lines[-1]} {part}" if lines else part
                if lines and (part is tail or metrics.horizontalAdvance(longer) > limit):
                    lines.append(part)
                else:
                    lines[-1:] = [longer]
        return tuple(lines)


def _rank(label: Label) -> Rank | None:
    return label.rank if label.looks else None
