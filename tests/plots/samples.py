"""Data sets of no science at all, one of each kind, and a pack that holds them."""

import csv
import io

from explorer.domain.dataset import Axis, Category, Dataset, PlotKind, Point, Series
from explorer.domain.text import Name, Text
from explorer.domain.vocabulary import Phase, Species, Spread, Use

HEADER = "series,category,x,value,n,spread,spread_value,low,high,reference,source,note_en"


def both(text):
    return Name(f"{text} (nl)", text)


def four(text):
    return Text(f"{text} np", f"{text} nc", f"{text} ep", f"{text} ec")


def points_of(table, reference):
    """Read rows as the pack has them; `@` stands for the reference."""
    rows = csv.DictReader(io.StringIO(f"{HEADER}\n{table.strip()}\n"))
    return tuple(_point(row, reference) for row in rows)


def _point(row, reference):
    def number(name):
        return float(row[name]) if row[name] else None

    value, spread_value = number("value"), number("spread_value")
    low, high = number("low"), number("high")
    if spread_value is not None:
        low, high = value - spread_value, value + spread_value
    return Point(
        series=row["series"],
        category=row["category"],
        x=number("x"),
        value=value,
        n=int(row["n"]) if row["n"] else None,
        spread=Spread(row["spread"]) if row["spread"] else None,
        spread_value=spread_value,
        low=low,
        high=high,
        reference=reference,
        source=row["source"],
        note=both(row["note_en"]) if row["note_en"] else None,
    )


def _dataset(dataset_id, kind, points, categories=(), x=None, y=("alertness", "points"), **more):
    given = {
        "about": ("coffee-cortex",),
        "use": Use.THERAPEUTIC,
        "phase": Phase.ACUTE,
        "title": four(f"Coffee may raise {dataset_id}"),
        "caveat": four("Nobody measured this"),
        "measure": both(f"measure of {dataset_id}"),
        "reference_line": None,
        "series": ("coffee", "water"),
    } | more
    names = given.pop("series")
    return Dataset(
        id=dataset_id,
        kind=kind,
        x=None if x is None else Axis(both(x[0]), Name(x[1], x[1])),
        y=Axis(both(y[0]), Name(y[1], y[1])),
        series=tuple(Series(name, both(name.title()), Species.HUMAN) for name in names),
        categories=tuple(Category(name, both(name.title())) for name in categories),
        points=points,
        **given,
    )


BARS = """
coffee,morning,,12.5,14,sd,3.25,,,@,table 1,
water,morning,,-2,13,,,,,@,table 1,only eleven came back
coffee,evening,,7.1,14,ci95,,5.5,9.75,@,figure 2,
water,evening,,0,,,,,,@,abstract,
"""
COURSE = """
coffee,,0,1.5,14,se,0.25,,,@,figure 1,
coffee,,30,6.25,14,se,0.5,,,@,figure 1,
coffee,,60,9,12,se,0.75,,,@,figure 1,
coffee,,180,4,12,,,,,@,figure 1,
water,,0,1.25,14,se,0.25,,,@,figure 1,
water,,60,1.75,14,se,0.25,,,@,figure 1,
water,,180,1,14,se,0.5,,,@,figure 1,
"""
POINTS = """
coffee,frontal,,-0.52,305,ci95,,-0.65,-0.4,@,table 3,
coffee,occipital,,-1.09,305,ci95,,-1.48,-0.7,@,table 3,
coffee,striatum,,-0.2,,,,,,@,text,
"""
ICONS = """
coffee,awake,,71.2,52,,,,,@,table 2,
water,awake,,47.6,42,,,,,@,table 2,
coffee,cheerful,,100,52,,,,,@,table 2,
water,cheerful,,0,42,,,,,@,table 2,
"""


def samples(reference):
    """Return one data set of each kind, all citing one work."""
    return (
        _dataset("bars", PlotKind.BARS, points_of(BARS, reference), ("morning", "evening")),
        _dataset("course", PlotKind.TIME_COURSE, points_of(COURSE, reference), x=("time", "min")),
        _dataset(
            "points",
            PlotKind.POINTS,
            points_of(POINTS, reference),
            ("frontal", "occipital", "striatum"),
            series=("coffee",),
            reference_line=0,
            about=("coffee-cortex", "elsewhere"),
        ),
        _dataset(
            "icons",
            PlotKind.ICON_ARRAY,
            points_of(ICONS, reference),
            ("awake", "cheerful"),
            y=("share of people", "%"),
        ),
    )


def crowd(reference, size=10_000):
    """Return a course of very many points, each with an interval."""
    points = tuple(
        Point(
            series="coffee",
            category="",
            x=at / 10,
            value=(at * 7919 % 1000) / 100,
            n=3,
            spread=Spread.SD,
            spread_value=0.5,
            low=(at * 7919 % 1000) / 100 - 0.5,
            high=(at * 7919 % 1000) / 100 + 0.5,
            reference=reference,
        )
        for at in range(size)
    )
    return _dataset("crowd", PlotKind.TIME_COURSE, points, x=("time", "h"), series=("coffee",))
