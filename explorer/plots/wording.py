"""What is written about the marks of a plot: read-out, meaning of the error bars, notes."""

from collections.abc import Iterable

from explorer.domain.dataset import PlotKind
from explorer.domain.vocabulary import Language, Spread
from explorer.i18n import Words
from explorer.plots.content import AxisText, Mark, PlotContent, capital

_MINUS = "\u2212"
_NO_BREAK = "\u00a0"


def number_text(value: float, words: Words) -> str:
    """Write a number as the language does, with a true minus sign."""
    return words.number(value).replace("-", _MINUS)


def with_unit(value: float, axis: AxisText, words: Words) -> str:
    """Write a number with the unit of its axis."""
    unit = axis.unit
    glue = " "
    if unit == "%":  # Dutch parts the sign from the number, English does not
        glue = "" if words.language is Language.EN else _NO_BREAK
    return f"{number_text(value, words)}{glue}{unit}".rstrip()


def interval_text(mark: Mark, words: Words) -> str:
    """Write kind and ends of the interval; empty when the source gives none."""
    if mark.spread is None or not mark.has_interval:
        return ""
    kind = words(f"spread.{mark.spread}")
    if mark.spread_value is not None:
        return f"{kind} {number_text(mark.spread_value, words)}"
    low, high = (number_text(end, words) for end in (mark.low or 0.0, mark.high or 0.0))
    return f"{kind} {low} {words('spread.to')} {high}"


def found_text(source: str, words: Words) -> str:
    """Write where in a work a number was found; what is in no list of ours stays as it is."""
    kind, space, number = source.partition(" ")
    if kind.casefold() in NUMBERED:
        return f"{words(f'numbers.found.{kind.casefold()}')}{space}{number}"
    known = source.casefold().replace(" ", "_")
    return words(f"numbers.found.{known}") if known in FOUND_IN else source


NUMBERED = ("table", "figure")
"""Places in a work that have a number behind them."""

FOUND_IN = (
    "abstract",
    "text",
    "news_report",
    "monitoring_report",
    "secondary_report",
    "sponsor_page",
)
"""Places in a work, and kinds of report, that have words in each language."""


def n_text(mark: Mark, words: Words) -> str:
    """Write how many were measured, or that the source does not say."""
    return words("numbers.n_unknown") if mark.n is None else f"n = {mark.n}"


def p_text(mark: Mark) -> str:
    """Write the p value; empty when the source gives none."""
    if not mark.p:
        return ""
    return f"p {mark.p}" if mark.p[0] in "<>" else f"p = {mark.p}"


def mark_name(content: PlotContent, mark: Mark, words: Words) -> str:
    """Write what a mark is the number of: series, and category or place on the x axis."""
    parts = [content.series[mark.series]] if len(content.series) > 1 else []
    if mark.row is not None:
        parts.insert(0, content.categories[mark.row])
    if mark.x is not None and content.x is not None:
        parts.append(f"{content.x.name} {with_unit(mark.x, content.x, words)}")
    return capital(", ".join(parts) or content.y.name)


def readout(content: PlotContent, mark: Mark, words: Words) -> str:
    """Write everything about one mark in one line, to be read or spoken."""
    spread = interval_text(mark, words) or words("numbers.no_spread")
    value = with_unit(mark.value, content.y, words)
    source = ", ".join(part for part in (mark.citation, mark.found_in) if part)
    text = f"{mark_name(content, mark, words)}: {value}; {spread}; {n_text(mark, words)}"
    text += f"; {p_text(mark)}." if mark.p else "."
    return " ".join(part for part in (text, f"{source}." if source else "", mark.note) if part)


def notes(content: PlotContent, words: Words) -> list[str]:
    """Write what stands under a plot: meaning of the bars, what is missing, caveat, sources."""
    lines = [_bars_text(content, words)]
    if content.reference_line is not None and content.kind is not PlotKind.ICON_ARRAY:
        value = number_text(content.reference_line, words)
        is_none = content.reference_line in _NO_DIFFERENCE
        key = "numbers.no_difference" if is_none else "numbers.reference_line"
        lines.append(words(key, value=value))
    if content.kind is PlotKind.TIME_COURSE:
        lines.append(words("numbers.joined"))
    if content.kind is PlotKind.ICON_ARRAY:
        lines.append(words("numbers.rounded"))
    if content.caveat:
        lines.append(words("numbers.caveat", text=content.caveat))
    noted = [mark for mark in content.marks if mark.note]
    if len(noted) <= _MOST_NOTES:
        lines += [f"{mark_name(content, mark, words)}: {mark.note}" for mark in noted]
    else:
        lines.append(words("numbers.see_table"))
    lines.append(words("numbers.sources", text=_sources_text(content)))
    return [line for line in lines if line]


_MOST_NOTES = 3
_NO_DIFFERENCE = (0.0, 1.0)
"""Where two groups are equal: zero for differences, one for ratios."""


def _bars_text(content: PlotContent, words: Words) -> str:
    if content.kind is PlotKind.ICON_ARRAY:
        return ""
    kinds = _kinds(content.marks)
    missing = sum(not mark.has_interval for mark in content.marks)
    if not kinds:
        return words("numbers.bars_none")
    names = [words(f"numbers.spread.{kind}") for kind in kinds]
    if len(names) == 1:
        text = words("numbers.bars_are", kind=names[0])
    else:
        text = words("numbers.bars_differ", kinds=f" {words('numbers.or')} ".join(names))
    return f"{text} {words('numbers.open_marker')}" if missing else text


def _kinds(marks: Iterable[Mark]) -> list[Spread]:
    found = dict.fromkeys(
        mark.spread for mark in marks if mark.spread is not None and mark.has_interval
    )
    return list(found)


def _sources_text(content: PlotContent) -> str:
    """Name each work once, with the tables and figures that were used."""
    places: dict[str, dict[str, None]] = {}
    for mark in content.marks:
        places.setdefault(mark.citation, {})[mark.found_in] = None
    parts = []
    for citation, found in places.items():
        where = ", ".join(place for place in found if place)
        parts.append(f"{citation} ({where})" if where else citation)
    return "; ".join(part for part in parts if part)
