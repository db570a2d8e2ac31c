"""A report as Excel opens it."""

from collections.abc import Iterator
from decimal import Decimal

from elearn import clock, workbooks
from elearn.coverage.rules.figures import Cell
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

    A code keeps its leading zeros.
    """
    return workbooks.csv_of([_HEAD, *_lines(report)])


def _lines(report: CoverageReport) -> Iterator[workbooks.Line]:
    for row in report.rows:
        for cell in row.cells:
            yield _line(report, row, cell)


def _line(report: CoverageReport, row: Row, cell: Cell) -> workbooks.Line:
    one = cell.indicator
    lacking = report.lacking.get((one.key, row.area_id))
    return [
        report.scheme.short_title,
        report.as_of,
        str(report.geography.words),
        number_told(one.number),
        workbooks.Code(row.code),
        row.name,
        one.group_name,
        str(one.level_name),
        f"{one.note or _USUAL}{_AFTER if report.is_after else ''}",
        *_numbers(cell),
        *_told_states(cell),
        lacking,
        cell.counted.estimated if cell.ratio else None,
        *_judged(cell),
        _counted(report),
    ]


def _numbers(cell: Cell) -> workbooks.Line:
    """Return n, N and the share of what is a share; of others the number and its unit."""
    if cell.indicator.is_share or not cell.has_figure:
        known = (cell.n, cell.N) if cell.is_known else (None, None)
        return [*known, cell.percent, None, None]
    unit = str(UNIT_NAMES.get(cell.indicator.measure, PERSONS))
    return [None, cell.N if cell.ratio else None, None, cell.value or Decimal(0), unit]


def _told_states(cell: Cell) -> workbooks.Line:
    """Return under way, new in post and never reached."""
    if not (cell.ratio and cell.indicator.is_share):
        return [None, None, None]
    figure = cell.counted
    return [figure.under_way, figure.new_in_post, figure.never]


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
