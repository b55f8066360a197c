"""The words of the client view: large, few, and never cut off."""

import math
from functools import lru_cache

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from explorer.canvas.palette import Palette
from explorer.widgets.client_content import ClientPage, chosen
from explorer.widgets.typeface import Role, font

LEAST_POINTS = 20.0
"""No letter is smaller."""
_MOST = 2.2
"""How much larger letters may get where there is room."""
_STEPS = 18
_INCH = 72
_TALL = 100_000
_WRAP = Qt.TextFlag.TextWordWrap


class ClientText(QWidget):
    """Shows what is said at one end of the slider, or fades from the one to the other.

    Args:
        parent: Qt owner.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("client_text")
        self._palette: Palette | None = None
        self._pages: tuple[ClientPage, ClientPage] | None = None
        self._laid: list[tuple[tuple[str, ...], int]] = []
        self._blend = 0.0

    @property
    def least(self) -> int:
        """Size of the smallest letters that may be, px on this screen."""
        return math.ceil(LEAST_POINTS * self.logicalDpiY() / _INCH)

    @property
    def shown(self) -> tuple[str, ...]:
        """The passages that are shown now."""
        return self._laid[self._end][0] if self._laid else ()

    @property
    def letters(self) -> int:
        """Size of the letters that are shown now, px."""
        return self._laid[self._end][1] if self._laid else self.least

    @property
    def is_whole(self) -> bool:
        """Whether all that is shown fits."""
        if self._pages is None:
            return True
        return self._fits(self._pages[self._end], self.shown, self.letters)

    @property
    def _end(self) -> int:
        return round(self._blend)

    def set_palette(self, palette: Palette) -> None:
        """Choose the colours."""
        self._palette = palette
        self.update()

    def show_pages(self, first: ClientPage, second: ClientPage) -> None:
        """Show what is said at both ends of the slider."""
        self._pages = (first, second)
        self._lay_out()

    def set_blend(self, blend: float) -> None:
        """Follow the slider: 0 is the therapeutic end, 1 the chronic end."""
        self._blend = blend
        self._describe()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose anew what fits."""
        super().resizeEvent(event)
        self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words; while the slider moves, one text goes before the other comes."""
        del event
        if self._palette is None or self._pages is None:
            return
        weights = (max(1 - 2 * self._blend, 0.0), max(2 * self._blend - 1, 0.0))
        with QPainter(self) as painter:
            for page, (passages, size), weight in zip(
                self._pages, self._laid, weights, strict=True
            ):
                if weight > 0.0:
                    painter.setOpacity(weight)
                    self._paint(painter, self._palette, page, passages, size)

    def _paint(
        self,
        painter: QPainter,
        palette: Palette,
        page: ClientPage,
        passages: tuple[str, ...],
        size: int,
    ) -> None:
        parts = _parts(page, passages)
        top = max((self.height() - self._height(parts, size)) // 3, 0)
        for text, token, is_strong, gap in parts:
            face = _face(size, is_strong=is_strong)
            high = _height(text, size, self.width(), is_strong=is_strong)[0]
            painter.setFont(face)
            painter.setPen(palette.color(token))
            painter.drawText(QRect(0, top, self.width(), high), _WRAP, text)
            top += high + round(gap * size)

    def _lay_out(self) -> None:
        if self._pages is None:
            return
        self._laid = [self._chosen(page) for page in self._pages]
        self._describe()
        self.update()

    def _describe(self) -> None:
        """Let assistive tools read what is shown."""
        if self._pages is not None:
            page = self._pages[self._end]
            self.setAccessibleName(f"{page.title}. {page.moment}")
            self.setAccessibleDescription(" ".join((page.evidence, *self.shown)).strip())

    def _chosen(self, page: ClientPage) -> tuple[tuple[str, ...], int]:
        """Return what of a page fits, and the largest letters in which it does."""
        least = self.least
        kept = chosen(page.passages, lambda some: self._fits(page, some, least))
        sizes = (round(least * (1 + (_MOST - 1) * step / _STEPS)) for step in range(_STEPS, -1, -1))
        return kept, next((size for size in sizes if self._fits(page, kept, size)), least)

    def _fits(self, page: ClientPage, passages: tuple[str, ...], size: int) -> bool:
        parts = _parts(page, passages)
        widest = max(
            _height(text, size, self.width(), is_strong=is_strong)[1]
            for text, _, is_strong, _ in parts
        )
        return widest <= self.width() and self._height(parts, size) <= self.height()

    def _height(self, parts: list[tuple[str, str, bool, float]], size: int) -> int:
        heights = (
            _height(text, size, self.width(), is_strong=is_strong)[0]
            for text, _, is_strong, _ in parts
        )
        return sum(heights) + sum(round(gap * size) for *_, gap in parts[:-1])


def _parts(page: ClientPage, passages: tuple[str, ...]) -> list[tuple[str, str, bool, float]]:
    """Return the texts, each with colour, weight, and the gap below it in heights of letters."""
    parts = [(page.title, "ink", True, 0.0), (page.moment, "soft", False, 0.35)]
    parts += [(passage, "ink", False, 0.35) for passage in passages]
    if page.evidence:
        parts.append((page.evidence, "accent", True, 0.0))
    return parts


@lru_cache(maxsize=32)
def _face(size: int, *, is_strong: bool) -> QFont:
    face = QFont(font(Role.SECTION if is_strong else Role.BODY))
    face.setPixelSize(size)
    return face


@lru_cache(maxsize=4096)
def _height(text: str, size: int, width: int, *, is_strong: bool) -> tuple[int, int]:
    """Return height and width of a text that wraps at a width, px."""
    metrics = QFontMetrics(_face(size, is_strong=is_strong))
    box = metrics.boundingRect(QRect(0, 0, width, _TALL), _WRAP, text)
    return box.height(), box.width()
