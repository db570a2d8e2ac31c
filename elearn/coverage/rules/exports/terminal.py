"""A report as a terminal shows it."""

from elearn.coverage.rules.figures import Cell, thousands
from elearn.coverage.rules.report import ESTIMATE, CoverageReport, Row


def as_table(report: CoverageReport) -> str:
    """Return the report for a terminal: a heading, then one line an area, one column a figure."""
    head = ["", "Đơn vị", *(str(number) for number, _ in enumerate(report.own.cells, 1))]
    lines = [head, *(_told(row) for row in report.rows)]
    widths = [max(len(line[place]) for line in lines) for place in range(len(head))]
    legend = [
        f"  {number}  {cell.indicator.group_name}, {str(cell.indicator.level_name).lower()}"
        f"{_noted(cell)}{_wanted(cell)}{_lacking(report, cell)}"
        for number, cell in enumerate(report.own.cells, 1)
    ]
    body = ["  ".join(_padded(line, widths)).rstrip() for line in lines]
    notes = [str(report.counting.words), *_estimates(report)]
    return "\n".join([str(report.title), str(report.basis), *legend, "", *body, "", *notes])


def _noted(cell: Cell) -> str:
    return f" ({cell.indicator.note})" if cell.indicator.note else ""


def _lacking(report: CoverageReport, cell: Cell) -> str:
    """Return how many of the whole area are not on the roster, as far as they were declared."""
    number = report.lacking.get((cell.indicator.key, report.area.area_id))
    return f"; còn {thousands(number)} người chưa có trong danh sách" if number else ""


def _estimates(report: CoverageReport) -> list[str]:
    if not any(cell.is_estimate for row in report.rows for cell in row.cells):
        return []
    return [f"* {ESTIMATE}"]


def _wanted(cell: Cell) -> str:
    if cell.target is None or cell.target.percent is None:
        return ""
    by = f"đến {cell.target.year}" if cell.target.year else "hằng năm"
    return f" (chỉ tiêu {cell.target.percent}% {by})"


def _told(row: Row) -> list[str]:
    return [row.code, row.name, *(_figure(cell) for cell in row.cells)]


def _figure(cell: Cell) -> str:
    told = f"{cell.percent_text} {cell.ratio}" if cell.has_figure else cell.percent_text
    return f"{told.strip()}{'*' if cell.is_estimate else ''}"


def _padded(line: list[str], widths: list[int]) -> list[str]:
    """Align codes and names left, figures right."""
    return [
        text.ljust(width) if place < 2 else text.rjust(width)
        for place, (text, width) in enumerate(zip(line, widths, strict=True))
    ]
