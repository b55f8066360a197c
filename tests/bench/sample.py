"""Numbers that were measured, and the lines of the report."""

import statistics
from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class Sample:
    """The same thing, measured several times."""

    values: tuple[float, ...]

    @property
    def low(self) -> float:
        return min(self.values)

    @property
    def median(self) -> float:
        return statistics.median(self.values)

    @property
    def p95(self) -> float:
        ranked = sorted(self.values)
        return ranked[min(round(0.95 * len(ranked)), len(ranked) - 1)]

    @property
    def high(self) -> float:
        return max(self.values)


@dataclass(frozen=True)
class Row:
    """One line of the report.

    Attributes:
        what: what was measured.
        unit: of the samples.
        program: the program's sample.
        floor: the sample of the bare window; None where the bar is a length of time.
        result: the number that the bar is about.
        bar: the most that `result` may be.
        sign: how the two are written, such as `x` or `ms`.
    """

    what: str
    unit: str
    program: Sample
    floor: Sample | None
    result: float
    bar: float
    sign: str

    @property
    def is_within(self) -> bool:
        return self.result <= self.bar

    def cells(self) -> list[str]:
        floor = _spread(self.floor) if self.floor else "-"
        verdict = "yes" if self.is_within else "NO"
        return [
            f"{self.what} ({self.unit})",
            _spread(self.program),
            floor,
            f"{self.result:.2f} {self.sign}",
            f"{self.bar:g} {self.sign}",
            verdict,
        ]

    def as_json(self) -> dict[str, object]:
        return asdict(self) | {"is_within": self.is_within}


HEADINGS = ["what", "program", "bare window", "result", "at most", "within"]


def table(rows: list[Row]) -> str:
    """Lay the rows out in columns, as Markdown."""
    lines = [HEADINGS, *(row.cells() for row in rows)]
    widths = [max(len(line[place]) for line in lines) for place in range(len(HEADINGS))]
    lines.insert(1, ["-" * width for width in widths])
    return "\n".join(f"| {_joined(line, widths)} |" for line in lines)


def _joined(line: list[str], widths: list[int]) -> str:
    return " | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True))


def _spread(sample: Sample) -> str:
    return f"{sample.low:.1f} / {sample.median:.1f} / {sample.p95:.1f}"
