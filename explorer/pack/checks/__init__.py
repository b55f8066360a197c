"""Cross-checks of a draft. Each is a small function that returns the faults it finds."""

from explorer.domain.problem import Problem
from explorer.pack.draft import Draft
from explorer.pack.rules import Rules


def find_problems(draft: Draft, rules: Rules) -> list[Problem]:
    """Run every check. The order does not matter; faults are sorted afterwards."""
    from explorer.pack.checks import (
        cells,
        common_statements,
        datasets,
        diagrams,
        evidence,
        figures,
        gaps,
        ids,
        links,
        numbers,
        phrases,
        reading,
        teach_backs,
        titles,
        tours,
    )

    found: list[Problem] = []
    for check in (
        *ids.CHECKS,
        *links.CHECKS,
        *cells.CHECKS,
        *gaps.CHECKS,
        *common_statements.CHECKS,
        *teach_backs.CHECKS,
        *datasets.CHECKS,
        *tours.CHECKS,
        *evidence.CHECKS,
        *figures.CHECKS,
        *diagrams.CHECKS,
        *numbers.CHECKS,
    ):
        found += check(draft)
    for language_check in (*phrases.CHECKS, *titles.CHECKS, *reading.CHECKS, *tours.RULES):
        found += language_check(draft, rules)
    return found
