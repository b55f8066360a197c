"""Which verdicts are shown: one chip for all of them and one for each."""

from collections.abc import Mapping

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QRadioButton, QWidget

from explorer.canvas.palette import Palette
from explorer.domain.vocabulary import CheckVerdict
from explorer.i18n import Words
from explorer.widgets.flow_row import FlowRow
from explorer.widgets.typeface import Role, font
from explorer.widgets.verdict_sign import paint_verdict

_PAD = 11
_SIGN = 12
_SIGN_GAP = 7
_HEIGHT = 30


class VerdictChip(QRadioButton):
    """One choice: a radio button in everything but its looks.

    Args:
        verdict: what it stands for; None for all.
        parent: the row of chips.
    """

    def __init__(self, verdict: CheckVerdict | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.verdict = verdict
        self._palette: Palette | None = None
        self.setObjectName(f"verdict_{verdict or 'all'}")
        self.setFont(font(Role.META))
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_palette(self, palette: Palette) -> None:
        """Choose the colours."""
        self._palette = palette
        self.update()

    def sizeHint(self) -> QSize:
        """Sign and text at its boldest."""
        text = QFontMetrics(font(Role.META_STRONG)).horizontalAdvance(self.text())
        return QSize(text + self._text_left() + _PAD, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Names are never cut off."""
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        """The whole chip can be clicked."""
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint frame, sign and text."""
        del event
        palette = self._palette
        if palette is None:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            is_warm = self.isChecked() or self.underMouse()
            painter.setPen(QPen(palette.color("accent" if is_warm else "line"), 1))
            painter.setBrush(palette.color("accent_wash" if self.isChecked() else "panel"))
            painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
            if self.hasFocus():
                painter.setPen(QPen(palette.color("accent"), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
            if self.verdict is not None:
                sign = QRectF(_PAD, (self.height() - _SIGN) / 2, _SIGN, _SIGN)
                paint_verdict(painter, self.verdict, sign, palette)
            painter.setFont(font(Role.META_STRONG if self.isChecked() else Role.META))
            painter.setPen(palette.color("ink"))
            inner = self.rect().adjusted(self._text_left(), 0, -_PAD // 2, 0)
            painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, self.text())

    def _text_left(self) -> int:
        return _PAD if self.verdict is None else _PAD + _SIGN + _SIGN_GAP


class VerdictFilter(FlowRow):
    """Lets a person choose one verdict, or all.

    Args:
        parent: the page.
    """

    picked = Signal()
    """Another verdict is chosen; `verdict` tells which."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("verdict_filter")
        choices: list[CheckVerdict | None] = [None, *CheckVerdict]
        self._chips = [VerdictChip(verdict, self) for verdict in choices]
        self._chips[0].setChecked(True)
        for chip in self._chips:
            chip.toggled.connect(self._on_toggled)
            self.add(chip)

    @property
    def verdict(self) -> CheckVerdict | None:
        """What is chosen; None for all."""
        return next(chip.verdict for chip in self._chips if chip.isChecked())

    def choose_all(self) -> None:
        """Show every verdict."""
        self._chips[0].setChecked(True)

    def set_palette(self, palette: Palette) -> None:
        """Choose the colours."""
        for chip in self._chips:
            chip.set_palette(palette)

    def set_texts(self, words: Words, counts: Mapping[CheckVerdict, int]) -> None:
        """Name the chips; a verdict that no check has is left out."""
        self.setAccessibleName(words("checks.filter"))
        for chip in self._chips:
            if chip.verdict is None:
                name, count = words("checks.all"), sum(counts.values())
            else:
                name, count = words(f"verdict.{chip.verdict}"), counts.get(chip.verdict, 0)
            chip.setText(f"{name} {count}")
            tip = "" if chip.verdict is None else words(f"verdict.{chip.verdict}.tip")
            chip.setToolTip(tip)
            chip.setAccessibleName(f"{words('checks.filter')}: {name} ({count})")
            chip.setAccessibleDescription(tip)
            chip.setVisible(count > 0)
            chip.updateGeometry()

    def _on_toggled(self, checked: bool) -> None:  # noqa: FBT001 - Qt's signature
        if checked:
            self.picked.emit()
