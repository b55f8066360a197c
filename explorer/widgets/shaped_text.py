"""A wrapped text laid out once: its height, where words are, which letter is under a point."""

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption

from explorer.widgets.typeface import Role, font

_WRAP = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere


class ShapedText:
    """One text at one width, px.

    Args:
        text: a newline starts a new line; nothing in it is markup.
        face: font.
        width: room.
        lead: so many letters at the beginning are strong.
    """

    def __init__(self, text: str, face: QFont, width: int, lead: int = 0) -> None:
        self._layout = QTextLayout(text.replace("\n", "\u2028"), face)
        option = QTextOption()
        option.setWrapMode(_WRAP)
        self._layout.setTextOption(option)
        if lead:
            strong = QTextCharFormat()
            strong.setFontWeight(QFont.Weight.DemiBold)
            self._layout.setFormats([char_range(0, lead, strong)])
        self._layout.beginLayout()
        top = 0.0
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, top))
            top += line.height()
        self._layout.endLayout()
        self.height = -int(-top // 1)
        self._boxes: dict[tuple[int, int], list[QRectF]] = {}

    def draw(
        self, painter: QPainter, at: QPointF, ranges: list[QTextLayout.FormatRange] | None = None
    ) -> None:
        """Draw the text in the painter's pen, save where ranges say otherwise."""
        self._layout.draw(painter, at, ranges or [])

    def boxes(self, start: int, end: int) -> list[QRectF]:
        """Return where a stretch of the text is: one box on each line that it touches."""
        if (start, end) not in self._boxes:
            self._boxes[start, end] = self._find_boxes(start, end)
        return self._boxes[start, end]

    def _find_boxes(self, start: int, end: int) -> list[QRectF]:
        boxes = []
        for number in range(self._layout.lineCount()):
            line = self._layout.lineAt(number)
            first = line.textStart()
            here, there = max(start, first), min(end, first + line.textLength())
            if here < there:
                left, right = _x_of(line.cursorToX(here)), _x_of(line.cursorToX(there))
                boxes.append(QRectF(left, line.y(), right - left, line.height()))
        return boxes

    def cursor_at(self, point: QPointF) -> int:
        """Return the place between two letters that is nearest to a point."""
        last = self._layout.lineCount() - 1
        for number in range(last + 1):
            line = self._layout.lineAt(number)
            if point.y() < line.y() + line.height() or number == last:
                return int(line.xToCursor(point.x()))
        return 0


@lru_cache(maxsize=1024)
def shaped(text: str, role: Role, width: int, lead: int = 0) -> ShapedText:
    """Return a text laid out; what was shown before is not laid out again."""
    return ShapedText(text, font(role), width, lead)


def char_range(start: int, length: int, form: QTextCharFormat) -> QTextLayout.FormatRange:
    """Return a stretch of letters with a format."""
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = start, length, form
    return made


def _x_of(found: object) -> float:
    """Return the x of what `cursorToX` gives: the binding adds the place that it went by."""
    return float(found[0] if isinstance(found, tuple) else found)  # type: ignore[arg-type]
