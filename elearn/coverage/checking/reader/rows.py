"""A table of printed figures, read and checked cell by cell, with the place of each mistake."""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from itertools import islice
from pathlib import Path

from elearn.coverage.checking.reader.lines import Line, lines
from elearn.coverage.checking.rules import MEASURED, Fraction, Kind, Row, Table, Unit
from elearn.errors import Refusal
from elearn.text import Message, msg

#: Each row has an area of its own while it is counted, and is held against all others.
MOST_ROWS = 5000
_SHOWN = 10
_NUMBER = re.compile(r"-?[0-9]{1,12}(\.[0-9]{1,6})?")
_SHAPES = {
    Kind.RATIO: (re.compile(r"[0-9]{1,12}/[0-9]{1,12}"), msg("viết như 60/63")),
    Kind.YEAR: (re.compile(r"[0-9]{4}"), msg("viết như 2022")),
    Kind.PERIOD: (re.compile(r"[0-9]{4}-[0-9]{4}"), msg("viết như 2019-2025")),
    Kind.DATE: (re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}"), msg("viết như 2022-12-31")),
}
#: As Vietnamese is written: points between thousands, a comma before decimals.
_WRITTEN = re.compile(r"-?(?:[0-9]{1,12}|[0-9]{1,3}(?:\.[0-9]{3})+)(?:,[0-9]{1,6})?")
_TWO_WAYS = re.compile(r"-?[0-9]{1,3}\.[0-9]{3}")
_AS_NUMBER = msg(
    "viết như 403183 hoặc 17.55, không dấu phân cách hàng nghìn, không ký hiệu phần trăm"
)


class _Wrong(Exception):
    """A cell that cannot be read."""

    def __init__(self, column: str, why: Message) -> None:
        super().__init__(column)
        self.column, self.why = column, why


def read(path: Path) -> Table:
    """Return the table of a CSV file: UTF-8, the columns named in its first line.

    :raise Refusal: telling each cell that cannot be read: the line, the column, what to write.
    """
    rows, wrong = list[Row](), list[Message]()
    for line, found in islice(lines(path), MOST_ROWS + 1):
        try:
            rows.append(_row(line, _plain(found)))
        except _Wrong as problem:
            place = {"line": line, "column": problem.column, "why": problem.why}
            wrong.append(msg("dòng %(line)s, cột %(column)s: %(why)s", **place))
    if wrong:
        places = "\n".join(f"- {one}" for one in wrong[:_SHOWN])
        raise Refusal(
            msg(
                "%(file)s có %(count)s dòng phải sửa:\n%(places)s",
                file=path.name,
                count=len(wrong),
                places=places,
            )
        )
    if len(rows) > MOST_ROWS:
        told = {"file": path.name, "most": MOST_ROWS}
        raise Refusal(msg("%(file)s dài quá %(most)s dòng số liệu; chia thành nhiều tệp.", **told))
    if not rows:
        raise Refusal(msg("%(file)s không có dòng số liệu nào.", file=path.name))
    return Table(rows)


def _plain(found: Line) -> Mapping[str, str]:
    """Return the cells of a line with a point as the decimal sign.

    :raise _Wrong: of a number whose point may part thousands or decimals.
    """
    if not found.has_decimal_comma:
        return found.cells
    told = dict(found.cells)
    for column in ("numerator", "denominator", "value"):
        if _TWO_WAYS.fullmatch(told[column]):
            raise _Wrong(column, _two_ways(told[column]))
        if _WRITTEN.fullmatch(told[column]):
            told[column] = told[column].replace(".", "").replace(",", ".")
    return told


def _two_ways(value: str) -> Message:
    return msg("“%(value)s” đọc được hai cách; viết 403183, hoặc 17,55 nếu là số lẻ", value=value)


def _row(line: int, cells: Mapping[str, str]) -> Row:
    for column in ("indicator", "unit", "value"):
        if not cells[column]:
            raise _Wrong(column, msg("để trống; ghi vào"))
    value = cells["value"]
    unit = Unit.of(cells["unit"], is_number=bool(_NUMBER.fullmatch(value)))
    _check_value(value, unit.kind)
    fraction = _fraction(cells)
    if fraction and unit.kind not in MEASURED:
        raise _Wrong("numerator", msg("đơn vị “%(unit)s” không có tử số", unit=unit.name))
    return Row(
        line=line,
        source=cells["seed_file"],
        indicator=cells["indicator"],
        group=cells["group"],
        level=cells["level"],
        area=cells["area"],
        when=cells["year_or_date"],
        fraction=fraction,
        value=value,
        unit=unit,
        quote=cells["quote"],
    )


def _check_value(value: str, kind: Kind) -> None:
    if kind is Kind.TEXT:
        return
    shape, how = _SHAPES.get(kind, (_NUMBER, _AS_NUMBER))
    if not shape.fullmatch(value) or not _is_real(value, kind):
        raise _Wrong("value", msg("“%(value)s” không đọc được; %(how)s", value=value, how=how))


def _is_real(value: str, kind: Kind) -> bool:
    """Return whether a day is in the calendar, and a period does not end before it begins."""
    if kind is Kind.PERIOD:
        first, last = value.split("-")
        return first <= last
    if kind is Kind.DATE:
        try:
            date.fromisoformat(value)
        except ValueError:
            return False
    return True


def _fraction(cells: Mapping[str, str]) -> Fraction | None:
    n, of = cells["numerator"], cells["denominator"]
    if not n and not of:
        return None
    if not n or not of:
        missing = "denominator" if n else "numerator"
        raise _Wrong(missing, msg("để trống; ghi cả tử số và mẫu số, hoặc để trống cả hai"))
    found = Fraction(_number("numerator", n), _number("denominator", of))
    if found.n < 0:
        raise _Wrong("numerator", msg("là số âm; tử số từ 0 trở lên"))
    if found.of <= 0:
        raise _Wrong("denominator", msg("phải lớn hơn 0, vì không chia được cho 0"))
    return found


def _number(column: str, text: str) -> Decimal:
    if not _NUMBER.fullmatch(text):
        raise _Wrong(column, msg("“%(value)s” không đọc được; %(how)s", value=text, how=_AS_NUMBER))
    return Decimal(text).normalize()
