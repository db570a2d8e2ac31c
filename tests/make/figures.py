"""Makers of printed figures: rows of a table, and the table of the five documents."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from elearn.coverage import checking
from elearn.coverage.checking.rules import (
    CheckReport,
    Fraction,
    Outcome,
    Row,
    Table,
    Unit,
    reported,
    samples_of,
)
from elearn.coverage.checking.rules.samples import base_of

DATA = Path(__file__).resolve().parents[1] / "data"
FIGURES, CHECKS = DATA / "seed_figures.csv", DATA / "seed_figure_checks.csv"


def documents() -> Table:
    """Return the table of the five documents."""
    return checking.read(FIGURES)


def fraction(n: object, of: object) -> Fraction:
    return Fraction(Decimal(str(n)), Decimal(str(of)))


def row(value: object = "80.6", n: object = None, of: object = None, **words: Any) -> Row:
    """Make a row: 80,6% that no sentence is given for, unless told."""
    text, unit = str(value), words.pop("unit", "percent")
    facts: dict[str, Any] = {
        "line": 2,
        "source": "a",
        "indicator": "trained_rate",
        "group": "branch_head",
        "level": "branch",
        "area": "VN",
        "when": "2024",
        "quote": "",
    }
    is_number = text.replace(".", "", 1).lstrip("-").isdigit()
    return Row(
        **{**facts, **words},
        value=text,
        unit=Unit.of(unit, is_number=is_number),
        fraction=None if n is None else fraction(n, of),
    )


def table(*rows: Row) -> Table:
    """Make a table of these rows, on lines of their own."""
    return Table(replace(one, line=line) for line, one in enumerate(rows, 2))


def judged(*rows: Row) -> tuple[Outcome, ...]:
    """Return what rows come to when everything is counted as they say."""
    return by_rules(table(*rows)).outcomes


def by_rules(checked: Table) -> CheckReport:
    """Return the report of a table whose fractions are taken for what the engine counts."""
    samples = samples_of(checked)
    counted = {one.line: base_of(one) for one in checked.rows if one.line in samples}
    return reported(checked, {line: found for line, found in counted.items() if found})


def altered(of: Table, shifts: Mapping[int, int]) -> Table:
    """Return the table with other numerators on some lines: by so much more or less."""
    return Table(
        replace(one, fraction=Fraction(one.fraction.n + shifts[one.line], one.fraction.of))
        if one.fraction and one.line in shifts
        else one
        for one in of.rows
    )
