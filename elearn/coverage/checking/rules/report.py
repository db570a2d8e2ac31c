"""All rows checked: how many print as they do in the document, and every difference by name."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from elearn.coverage.checking.rules.outcomes import (
    VERDICT_NAMES,
    Name,
    Outcome,
    Remark,
    Verdict,
    Way,
)
from elearn.coverage.checking.rules.printing import printed, read_back
from elearn.coverage.checking.rules.remarks import remarks_of
from elearn.coverage.checking.rules.samples import base_of
from elearn.coverage.checking.rules.table import Fraction, Row, Table
from elearn.coverage.checking.rules.verdicts import outcome_of
from elearn.text import msg


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What every row came to, and what rows have among themselves."""

    outcomes: tuple[Outcome, ...]
    remarks: tuple[Remark, ...]

    @property
    def differing(self) -> tuple[Outcome, ...]:
        return tuple(one for one in self.outcomes if one.verdict is not Verdict.AS_PRINTED)

    def count(self, verdict: Verdict) -> int:
        return sum(one.verdict is verdict for one in self.outcomes)


def reported(table: Table, counted: Mapping[int, Fraction]) -> CheckReport:
    """Return what each row comes to, given what was counted for its line, where it was."""
    outcomes = tuple(_outcome(row, counted.get(row.line), table) for row in table.rows)
    return CheckReport(outcomes, remarks_of(table))


def _outcome(row: Row, counted: Fraction | None, table: Table) -> Outcome:
    way = Way.ENGINE if counted else Way.DIVISION
    base = counted or base_of(row)
    return outcome_of(row, base, way, table) if base else _reprinted(row)


def _reprinted(row: Row) -> Outcome:
    """Return whether a value comes out of the reader's format as it went in."""
    told = printed(row)
    if read_back(told, row.unit.kind) == row.value:
        return Outcome(row, Way.PRINTING, Verdict.AS_PRINTED, Name.REPRINTED, row.value, told)
    why = msg("in lại rồi đọc lại thành giá trị khác")
    return Outcome(row, Way.PRINTING, Verdict.UNEXPLAINED, Name.MISMATCH, row.value, told, why)


def as_json(report: CheckReport) -> dict[str, Any]:
    """Return the report as plain values; docs/developers.md explains each key."""
    ways = Counter(one.way for one in report.outcomes)
    return {
        "checked": len(report.outcomes),
        "as_printed": report.count(Verdict.AS_PRINTED),
        "document_errors": report.count(Verdict.DOCUMENT_ERROR),
        "unexplained": report.count(Verdict.UNEXPLAINED),
        "ways": {str(way): ways[way] for way in Way},
        "differences": [_difference(one) for one in report.differing],
        "remarks": [_remark(one) for one in report.remarks],
    }


def _difference(one: Outcome) -> dict[str, Any]:
    return {
        "name": one.name,
        "verdict": one.verdict,
        "line": one.row.line,
        "source": one.row.source,
        "indicator": one.row.indicator,
        "printed": one.printed,
        "counted": one.counted,
        "told": str(one.told),
    }


def _remark(one: Remark) -> dict[str, Any]:
    return {
        "name": one.label,
        "lines": [row.line for row in one.rows],
        "source": one.rows[0].source,
        "indicators": list(dict.fromkeys(row.indicator for row in one.rows)),
        "told": str(one.told),
    }


def as_table(report: CheckReport) -> str:
    """Return the report for a terminal: the counts, then a line a difference."""
    counts = (f"{report.count(one)} {VERDICT_NAMES[one]}" for one in Verdict)
    head = f"{len(report.outcomes)} dòng: {', '.join(counts)}"
    rows = (
        f"dòng {one.row.line:>4}  {one.row.indicator}: in {one.printed}, tính ra {one.counted}"
        f" – {VERDICT_NAMES[one.verdict]}: {one.told} [{one.name}]"
        for one in report.differing
    )
    remarks = (
        f"dòng {', '.join(str(row.line) for row in one.rows)}  {one.rows[0].indicator}:"
        f" {one.told} [{one.label}]"
        for one in report.remarks
    )
    parts = [head, "", *rows]
    return "\n".join([*parts, "", "Các dòng so với nhau:", *remarks] if report.remarks else parts)
