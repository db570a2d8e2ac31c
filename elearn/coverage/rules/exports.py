"""A report as programs, Excel and a terminal read it: the same cells, told three ways."""

import csv
import io
from typing import Any

from elearn.coverage.rules.figures import Cell, decimal_text
from elearn.coverage.rules.report import CoverageReport, Row

_HEAD = (
    *("Đề án", "Số liệu đến ngày", "Mã", "Đơn vị", "Nhóm cán bộ", "Cấp"),
    *("Cách tính", "Đã bồi dưỡng (người)", "Tổng số (người)", "Tỷ lệ (%)"),
    *("Chỉ tiêu (%)", "Mốc", "Kết quả"),
)
_USUAL = "từ đầu đề án"


def as_json(report: CoverageReport) -> dict[str, Any]:
    """Return the report as plain values; docs/developers.md explains each key."""
    return {
        "scheme": report.scheme.key,
        "as_of": report.as_of.isoformat(),
        "area": report.area.code,
        "area_name": report.area.full_name,
        "heading": f"{report.title}. {report.basis}",
        "after_scheme": report.is_after,
        "rows": [
            {
                "area_code": row.code,
                "area_name": row.name,
                "cells": [_cell(cell) for cell in row.cells],
            }
            for row in report.rows
        ],
    }


def _cell(cell: Cell) -> dict[str, Any]:
    target = cell.target
    return {
        "group": cell.indicator.group,
        "level": cell.indicator.level or "all",
        "measure": cell.indicator.measure,
        "n": cell.n if cell.is_known else None,
        "N": cell.N if cell.is_known else None,
        "percent": None if cell.percent is None else float(cell.percent),
        "percent_text": cell.percent_text,
        "state": cell.state,
        "target": None
        if target is None
        else {"key": target.key, "year": target.year, "percent": target.percent},
    }


def as_csv(report: CoverageReport) -> bytes:
    """Return the report as Excel opens it by a double click: one line a cell.

    A mark tells it that this is UTF-8; semicolons part the columns, for the comma is the decimal
    sign; a code is written as a formula of text, or its leading zeros would be lost.
    """
    text = io.StringIO(newline="")
    lines = csv.writer(text, delimiter=";", lineterminator="\r\n")
    lines.writerow(_HEAD)
    for row in report.rows:
        lines.writerows(_line(report, row, cell) for cell in row.cells)
    return text.getvalue().encode("utf-8-sig")


def _line(report: CoverageReport, row: Row, cell: Cell) -> list[str]:
    target = cell.target
    return [
        _safe(report.scheme.short_title),
        f"{report.as_of:%d/%m/%Y}",
        f'="{row.code}"',
        _safe(row.name),
        _safe(cell.indicator.group_name),
        str(cell.indicator.level_name),
        str(cell.indicator.note or _USUAL),
        str(cell.n) if cell.is_known else "",
        str(cell.N) if cell.is_known else "",
        "" if cell.percent is None else decimal_text(cell.percent),
        str(target.percent or "") if target else "",
        str(target.year or "hằng năm") if target else "",
        str(cell.words),
    ]


def _safe(text: str) -> str:
    """Return text that a spreadsheet does not take for a formula."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text


def as_table(report: CoverageReport) -> str:
    """Return the report for a terminal: a heading, then one line an area, one column a figure."""
    head = ["", "Đơn vị", *(str(number) for number, _ in enumerate(report.own.cells, 1))]
    lines = [head, *(_told(row) for row in report.rows)]
    widths = [max(len(line[place]) for line in lines) for place in range(len(head))]
    legend = [
        f"  {number}  {cell.indicator.group_name}, {str(cell.indicator.level_name).lower()}"
        f"{_wanted(cell)}"
        for number, cell in enumerate(report.own.cells, 1)
    ]
    body = ["  ".join(_padded(line, widths)).rstrip() for line in lines]
    return "\n".join([str(report.title), str(report.basis), *legend, "", *body])


def _wanted(cell: Cell) -> str:
    if cell.target is None or cell.target.percent is None:
        return ""
    by = f"đến {cell.target.year}" if cell.target.year else "hằng năm"
    return f" (chỉ tiêu {cell.target.percent}% {by})"


def _told(row: Row) -> list[str]:
    return [row.code, row.name, *(_figure(cell) for cell in row.cells)]


def _figure(cell: Cell) -> str:
    return f"{cell.percent_text} {cell.ratio}" if cell.has_figure else cell.percent_text


def _padded(line: list[str], widths: list[int]) -> list[str]:
    """Align codes and names left, figures right."""
    return [
        text.ljust(width) if place < 2 else text.rjust(width)
        for place, (text, width) in enumerate(zip(line, widths, strict=True))
    ]
