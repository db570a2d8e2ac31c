"""Targets as programs, Excel and a terminal read them."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from elearn import workbooks
from elearn.coverage.rules.attainment.attainment import Attainment
from elearn.coverage.rules.attainment.outcomes import OUTCOME_NAMES
from elearn.coverage.rules.attainment.report import Section, TargetReport
from elearn.coverage.rules.measures import COMPARATOR_NAMES

_HEAD = (
    *("Đề án", "Mã chỉ tiêu", "Nhóm", "Cấp", "Cách tính", "Địa bàn", "Mốc", "Mức", "Đơn vị tính"),
    *("Số liệu đến ngày", "Kết quả", "Mẫu số", "Tỷ lệ (%)", "Khoảng cách", "Còn cần"),
    *("Nhịp mỗi tháng", "Nhịp cần mỗi tháng", "Số tỉnh đủ mức", "Số tỉnh", "Kết luận"),
    *("Quyết định", "Nguồn", "Trích"),
)


def targets_as_json(report: TargetReport) -> dict[str, Any]:
    """Return all targets as plain values; docs/developers.md explains each key."""
    return {
        "as_of": report.as_of.isoformat(),
        "area": report.area.code,
        "area_name": report.area.full_name,
        "heading": f"{report.title}. {report.basis}",
        "targets": [_plain(section, row) for section in report.sections for row in section.rows],
    }


def _plain(section: Section, row: Attainment) -> dict[str, Any]:
    target, one = row.target, row.indicator
    return {
        "key": target.key,
        "scheme": section.scheme.key,
        "area_name": section.place_name,
        "indicator": one.key,
        "indicator_version": one.number,
        "group": one.group,
        "level": one.level or "all",
        "measure": one.measure,
        "organiser": target.organiser,
        "forms": sorted(target.forms),
        "year": target.year,
        "percent": target.percent,
        "value": target.value,
        "comparator": target.comparator,
        "min_class_size": target.min_class_size or None,
        "decision": target.decision,
        "source": target.source,
        "quote": target.quote,
        **_result(row),
    }


def _result(row: Attainment) -> dict[str, Any]:
    pace, timing, provinces = row.pace, row.timing, row.provinces
    return {
        "judged_on": timing.judged_on.isoformat(),
        "is_final": timing.is_final,
        "group_ended_on": timing.ended_on.isoformat() if timing.ended_on else None,
        "outcome": row.outcome,
        "n": row.n if row.has_result else None,
        "N": row.of if row.has_result else None,
        "share": _float(row.share),
        "distance": _float(row.distance),
        "missing": row.missing if row.distance is not None else None,
        "pace": {
            "since": pace.since.isoformat(),
            "reached_per_month": _float(pace.reached),
            "needed_per_month": _float(pace.needed),
        }
        if pace
        else None,
        "provinces": {
            "least": provinces.least,
            "having": provinces.having,
            "count": provinces.count,
            "missing": list(provinces.missing),
        }
        if provinces
        else None,
    }


def _float(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


def targets_as_csv(report: TargetReport) -> bytes:
    """Return all targets as Excel opens them: a mark for UTF-8, semicolons, a line a target."""
    rows = (
        [*_asked(section, row), *_told(row)] for section in report.sections for row in section.rows
    )
    return workbooks.csv_of([_HEAD, *rows])


def _asked(section: Section, row: Attainment) -> workbooks.Line:
    target, one = row.target, row.indicator
    unit = "%" if row.is_share else str(row.unit)
    return [
        *(section.scheme.short_title, target.key, one.group_name, str(one.level_name)),
        *(str(one.note or "từ đầu đề án"), section.place_name),
        str(target.year or "hằng năm"),
        f"{COMPARATOR_NAMES[target.comparator]} {target.percent or target.value}",
        *(unit, row.timing.judged_on),
    ]


def _told(row: Attainment) -> workbooks.Line:
    pace, provinces, target = row.pace, row.provinces, row.target
    return [
        *((row.n, row.of) if row.has_result else (None, None)),
        *(row.share, row.distance),
        row.missing if row.distance is not None else None,
        *((pace.reached, pace.needed) if pace else (None, None)),
        *((provinces.having, provinces.count) if provinces else (None, None)),
        *(str(OUTCOME_NAMES[row.outcome]), target.decision, target.source, target.quote),
    ]


def _number(value: Decimal | None) -> str:
    return "" if value is None else f"{value}".replace(".", ",")


def targets_as_table(report: TargetReport) -> str:
    """Return all targets for a terminal: a heading a scheme, and two lines a target."""
    return "\n".join([str(report.title), str(report.basis), *_lines(report)])


def _lines(report: TargetReport) -> Iterator[str]:
    for section in report.sections:
        yield f"\n{section.scheme.short_title} – {section.place_name}"
        for row in section.rows:
            target, one = row.target, row.indicator
            unit = "%" if row.is_share else f" {row.unit}"
            amount = f"{COMPARATOR_NAMES[target.comparator]} {target.percent or target.value}{unit}"
            note = f" ({one.note})" if one.note else ""
            when = f"năm {target.year}" if target.year else "hằng năm"
            yield f"  {target.key}  {one.group_name}, {str(one.level_name).lower()}{note}"
            yield f"    {when}, {amount}: {_shown(row)}"


def _shown(row: Attainment) -> str:
    words = str(OUTCOME_NAMES[row.outcome])
    if not row.has_result:
        return words
    result = f"{row.n}/{row.of}" if row.is_judged else f"{row.n} {row.unit}"
    share = f" = {_number(row.share)}%" if row.share is not None else ""
    lacking = "thiếu" if row.timing.is_final else "còn cần"
    needed = f", {lacking} {row.missing} {row.unit}" if row.missing else ""
    return f"{result}{share}, {words}{needed} (đến {row.timing.judged_on:%d/%m/%Y})"
