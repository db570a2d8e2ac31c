"""A report as programs read it."""

from typing import Any

from elearn.coverage.rules.figures import Cell
from elearn.coverage.rules.report import CoverageReport


def as_json(report: CoverageReport) -> dict[str, Any]:
    """Return the report as plain values; docs/developers.md explains each key."""
    counted_at = report.counting.counted_at
    return {
        "scheme": report.scheme.key,
        "as_of": report.as_of.isoformat(),
        "borders": report.geography.borders,
        "borders_on": report.geography.day.isoformat(),
        "definition_version": report.scheme.number,
        "counted_at": counted_at.isoformat() if counted_at else None,
        "is_stale": report.counting.is_stale,
        "area": report.area.code,
        "area_name": report.area.full_name,
        "heading": f"{report.title}. {report.basis}",
        "after_scheme": report.is_after,
        "rows": [
            {
                "area_code": row.code,
                "area_name": row.name,
                "cells": [
                    _cell(cell, report.lacking.get((cell.indicator.key, row.area_id)))
                    for cell in row.cells
                ],
            }
            for row in report.rows
        ],
    }


def _cell(cell: Cell, lacking: int | None) -> dict[str, Any]:
    one, target = cell.indicator, cell.target
    return {
        "figure": one.key,
        "group": one.group,
        "level": one.level or "all",
        "measure": one.measure,
        "definition_version": one.number,
        "n": cell.n if cell.is_known else None,
        "N": cell.N if cell.ratio else None,
        "percent": None if cell.percent is None else float(cell.percent),
        "value": None if cell.value is None else float(cell.value),
        "percent_text": cell.percent_text,
        "states": _states(cell),
        "not_on_roster": lacking,
        "estimated": cell.counted.estimated if cell.ratio else None,
        "state": cell.state,
        "target": None
        if target is None
        else {
            "key": target.key,
            "year": target.year,
            "percent": target.percent,
            "value": target.value,
        },
    }


def _states(cell: Cell) -> dict[str, int] | None:
    if not (cell.is_known and cell.indicator.is_share):
        return None
    return {one.value: number for one, number in cell.counted.standings.items()}
