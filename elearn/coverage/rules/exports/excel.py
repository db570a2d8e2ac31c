"""A report as Excel opens it."""

import csv
import io
from decimal import Decimal

from elearn import clock
from elearn.coverage.rules.figures import Cell, decimal_text
from elearn.coverage.rules.measures import PERSONS, UNIT_NAMES
from elearn.coverage.rules.report import CoverageReport, Row, number_told

_HEAD = (
    *("Đề án", "Số liệu đến ngày", "Địa giới", "Định nghĩa phiên bản", "Mã", "Đơn vị"),
    *("Nhóm cán bộ", "Cấp", "Cách tính"),
    *("Đã bồi dưỡng (người)", "Tổng số (người)", "Tỷ lệ (%)", "Số lượng", "Đơn vị tính"),
    *("Đang học (người)", "Mới nhận nhiệm vụ (người)", "Chưa học (người)"),
    "Chưa có trong danh sách (người)",
    *("Trong đó ước tính (người)", "Chỉ tiêu", "Mốc", "Kết quả", "Đã tính lúc"),
)
_USUAL, _AFTER = "từ đầu đề án", "; tính cả sau kỳ đề án"


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
    one = cell.indicator
    lacking = report.lacking.get((one.key, row.area_id))
    return [
        _safe(report.scheme.short_title),
        f"{report.as_of:%d/%m/%Y}",
        str(report.geography.words),
        number_told(one.number),
        f'="{row.code}"',
        _safe(row.name),
        _safe(one.group_name),
        str(one.level_name),
        f"{one.note or _USUAL}{_AFTER if report.is_after else ''}",
        *_numbers(cell),
        *_told_states(cell),
        "" if lacking is None else str(lacking),
        _estimated(cell),
        *_judged(cell),
        _counted(report),
    ]


def _numbers(cell: Cell) -> list[str]:
    """Return n, N and the share of what is a share; of others the number and its unit."""
    if cell.indicator.is_share or not cell.has_figure:
        share = "" if cell.percent is None else decimal_text(cell.percent)
        known = [str(cell.n), str(cell.N)] if cell.is_known else ["", ""]
        return [*known, share, "", ""]
    unit = str(UNIT_NAMES.get(cell.indicator.measure, PERSONS))
    of = str(cell.N) if cell.ratio else ""
    return ["", of, "", decimal_text(cell.value or Decimal(0)), unit]


def _told_states(cell: Cell) -> list[str]:
    """Return under way, new in post and never reached."""
    if not (cell.ratio and cell.indicator.is_share):
        return ["", "", ""]
    figure = cell.counted
    return [str(one) for one in (figure.under_way, figure.new_in_post, figure.never)]


def _estimated(cell: Cell) -> str:
    """Return how many of those in post stand by estimate."""
    return str(cell.counted.estimated) if cell.ratio else ""


def _judged(cell: Cell) -> list[str]:
    target = cell.target
    if target is None:
        return ["", "", str(cell.words)]
    wanted = f"{target.percent}%" if target.percent is not None else str(target.value or "")
    return [wanted, str(target.year or "hằng năm"), str(cell.words)]


def _counted(report: CoverageReport) -> str:
    """Return when the figures were counted, as a table tells it."""
    moment = report.counting.counted_at
    return f"{moment.astimezone(clock.ZONE):%d/%m/%Y %H:%M}" if moment else ""


def _safe(text: str) -> str:
    """Return text that a spreadsheet does not take for a formula."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text
