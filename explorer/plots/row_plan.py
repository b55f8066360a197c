"""Where the rows of a plot with categories stand, and what is written beside them."""

from typing import NamedTuple

from explorer.i18n import Words
from explorer.plots.axis import RowText, wrapped_size
from explorer.plots.content import Mark, PlotContent
from explorer.plots.style import PlotStyle
from explorer.plots.wording import interval_text, n_text, p_text, with_unit

_NAMES_SHARE, _VALUES_SHARE = 0.34, 0.36
_LEAST_ROW, _MOST_ROW = 26, 44
_AIR = 6
_BETWEEN = 8
_NO_BREAK, _NO_BREAK_HYPHEN = "\u00a0", "\u2011"


class RowPlan(NamedTuple):
    """The rows of one plot at one width. Heights are px, counted down from 0.

    Attributes:
        names: what stands at the left.
        values: what stands at the right.
        middles: by position of a mark, the middle of its row.
        height: of all rows together.
    """

    names: tuple[RowText, ...]
    values: tuple[RowText, ...]
    names_width: float
    values_width: float
    middles: dict[int, float]
    height: float


class _Row(NamedTuple):
    """One row before it has a place: a heading, or a mark with its value."""

    name: str
    is_strong: bool
    at: int | None = None
    value: str = ""
    gap: float = 0.0


def plan_rows(
    content: PlotContent, style: PlotStyle, words: Words, width: float, room: float = 0.0
) -> RowPlan:
    """Lay out the rows of a plot.

    Args:
        content: what is plotted.
        style: faces and measures.
        words: interface texts.
        width: of names, plot and values together, px.
        room: height that the rows may take, px; they stand apart as far as it lets them.
    """
    rows = _rows(content, words)
    plan = _stack(rows, style, width, _LEAST_ROW)
    count = max(sum(row.at is not None for row in rows), 1)
    spare = (room - plan.height) / count / style.scale
    if spare > 1:
        plan = _stack(rows, style, width, min(_LEAST_ROW + spare, _MOST_ROW))
    return plan


def _stack(rows: list[_Row], style: PlotStyle, width: float, row_height: float) -> RowPlan:
    most_names, most_values = width * _NAMES_SHARE, width * _VALUES_SHARE
    names, values, middles = [], [], {}
    names_width = values_width = y = 0.0
    for row in rows:
        face = style.strong if row.is_strong else style.text
        # A heading has nothing beside it but the plot, so it wraps where the names do.
        name_width, name_height = wrapped_size(row.name, face, most_names)
        value_width, value_height = wrapped_size(row.value, style.text, most_values)
        least = 0.0 if row.at is None else style.px(row_height)
        height = max(name_height + style.px(_AIR), value_height + style.px(_AIR), least)
        y += style.px(row.gap)
        middle = -(y + height / 2)
        names.append(RowText(middle, height, row.name, row.is_strong))
        if row.at is not None:
            values.append(RowText(middle, height, row.value))
            middles[row.at] = middle
        names_width, values_width = max(names_width, name_width), max(values_width, value_width)
        y += height
    widths = min(names_width + 6, most_names), min(values_width + 6, most_values)
    return RowPlan(tuple(names), tuple(values), *widths, middles, y + style.px(_AIR))


def _rows(content: PlotContent, words: Words) -> list[_Row]:
    """Return headings and marks in reading order; with one series the category is the name."""
    has_headings = len(content.series) > 1
    rows: list[_Row] = []
    for number, category in enumerate(content.categories):
        marks = [(at, mark) for at, mark in enumerate(content.marks) if mark.row == number]
        if not marks:
            continue
        marks.sort(key=lambda found: found[1].series)
        gap = _BETWEEN if rows and has_headings else 0.0
        if has_headings:
            rows.append(_Row(category, is_strong=True, gap=gap))
        for at, mark in marks:
            name = content.series[mark.series] if has_headings else category
            rows.append(_Row(name, False, at, _value_text(content, mark, words)))
    return rows


def _value_text(content: PlotContent, mark: Mark, words: Words) -> str:
    value = with_unit(mark.value, content.y._replace(unit=_short(content.y.unit)), words)
    spread = interval_text(mark, words)
    # A line may break inside the interval, which is long, but not inside the short parts.
    value, *short = (
        part.replace(" ", _NO_BREAK) for part in (value, n_text(mark, words), p_text(mark)) if part
    )
    first = f"{value} ({spread.replace('-', _NO_BREAK_HYPHEN)})" if spread else value
    return "; ".join([first, *short])


def _short(unit: str) -> str:
    """Only a unit that is a sign stands behind every number; the axis names the others."""
    return unit if unit in ("%", "‰") else ""
