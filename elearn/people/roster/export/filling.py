"""The workbook that offices fill in: headings we read, lists to choose from, days that are checked.

Days are typed as texts: a column of days would take 03/05/1984 for the fifth of March wherever
Windows is set to English, and would make 1985 a day of the year 1905.
"""

import io
from collections.abc import Mapping
from datetime import date
from typing import Any

import xlsxwriter
from sqlalchemy.orm import Session
from xlsxwriter.utility import xl_rowcol_to_cell

from elearn import workbooks
from elearn.areas import AreaVersion
from elearn.people.roster.export.columns import HEADINGS, columns_of
from elearn.people.roster.export.guide import write_guide
from elearn.people.roster.export.lists import Choices, choices_for, write_lists
from elearn.people.roster.export.writing import HEADING, issuer_of
from elearn.people.roster.rules.layouts import RosterField

F = RosterField
FIELDS = tuple(field for field in HEADINGS if field is not F.PERSON_KEY)
_ROWS = 2_000  # Whose cells are checked; more can be written all the same.
_FIRST = HEADING + 1
#: In the column STT: the reader leaves such a row out.
EXAMPLE = "Ví dụ"
_ASIDE = {"italic": True, "font_color": "#7F7F7F"}
#: A day that exists, and a year alone; a cell that is a number was pasted as a day.
_IS_DAY = "AND(LEN({0})=10,MONTH(DATE(RIGHT({0},4),MID({0},4,2),LEFT({0},2)))=--MID({0},4,2))"
_CHECKS = {
    F.BORN: (
        f"=OR(ISNUMBER({{0}}),IF(LEN({{0}})=4,ISNUMBER(--{{0}}),{_IS_DAY}))",
        "Ghi ngày/tháng/năm, ví dụ 05/03/1984. Chỉ biết năm thì ghi năm, ví dụ 1984.",
    ),
    F.SINCE: (f"=OR(ISNUMBER({{0}}),{_IS_DAY})", "Ghi ngày/tháng/năm, ví dụ 01/07/2025."),
    F.UNTIL: (f"=OR(ISNUMBER({{0}}),{_IS_DAY})", "Ghi ngày/tháng/năm, ví dụ 30/06/2026."),
    F.PHONE: (
        '=AND(LEN({0})=10,LEFT({0},1)="0",ISNUMBER(--{0}))',
        "Số điện thoại di động gồm 10 chữ số, bắt đầu bằng 0. Không có thì để trống.",
    ),
}
_EXAMPLES: tuple[dict[F, workbooks.Cell], ...] = (
    {
        F.NAME: "Nguyễn Thị Mẫu",
        F.BORN: "05/03/1984",
        F.GENDER: "Nữ",
        F.PHONE: "0912345678",
        F.POST: "Chủ tịch Hội LHPN cấp xã",
        F.SINCE: "01/07/2025",
        F.DECISION: "12/QĐ-HPN",
        F.EDUCATION: "Đại học",
        F.POLITICAL_THEORY: "Trung cấp lý luận chính trị",
    },
    {
        F.NAME: "Trần Thị Ví Dụ",
        F.BORN: "1979",
        F.GENDER: "Nữ",
        F.POST: "Chi hội trưởng phụ nữ",
        F.BRANCH: "Chi hội thôn 3",
        F.SINCE: "15/08/2025",
        F.PLANNED_POST: "Chủ tịch Hội LHPN cấp xã",
        F.TERM: "2025-2030",
    },
)
_CHOOSE = "Chọn trong danh sách xổ xuống."


def template(db: Session, area: AreaVersion, day: date) -> bytes:
    """Return the workbook for an area: its posts, its communes; a handful of queries."""
    choices = choices_for(db, area, day)
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Danh sách")
        _write_head(book, sheet, area)
        workbooks.Table(book, sheet).head(HEADING, columns_of(FIELDS))
        _write_examples(book, sheet, choices)
        _check_cells(sheet, choices)
        workbooks.lie_on_paper(sheet, heading=HEADING)
        write_guide(book)
        write_lists(book, choices.values())
    return file.getvalue()


def _write_head(book: Any, sheet: Any, area: AreaVersion) -> None:
    bold = book.add_format(workbooks.TEXT | {"bold": True})
    aside = book.add_format(workbooks.TEXT | _ASIDE)
    sheet.write_string(0, 0, issuer_of(area), bold)
    sheet.write_string(2, 0, "DANH SÁCH CÁN BỘ HỘI LIÊN HIỆP PHỤ NỮ", bold)
    told = "Mỗi người một dòng. Dòng “Ví dụ” không được đọc; xem trang “Hướng dẫn”."
    sheet.write_string(4, 0, told, aside)


def _write_examples(book: Any, sheet: Any, choices: Mapping[F, Choices]) -> None:
    """Write rows to go by, with communes and posts of the area itself."""
    table = workbooks.Table(book, sheet, _ASIDE)
    first = {field: one.items[0] for field, one in choices.items()}
    for number, told in enumerate(_EXAMPLES, start=_FIRST):
        row = {F.NUMBER: EXAMPLE, F.COMMUNE: first.get(F.COMMUNE, "Xã Hưng Hà")} | told
        row |= {F.PROVINCE: first.get(F.PROVINCE, "")}
        table.put(number, [row.get(field) for field in FIELDS])


def _check_cells(sheet: Any, choices: Mapping[F, Choices]) -> None:
    """Let cells be chosen from a list, and days and telephones be checked as they are typed."""
    for column, field in enumerate(FIELDS):
        place = (_FIRST, column, _FIRST + _ROWS - 1, column)
        title = HEADINGS[field][0]
        if field in choices:
            sheet.data_validation(*place, _list_of(choices[field], title))
        elif field in _CHECKS:
            formula, said = _CHECKS[field]
            cell = xl_rowcol_to_cell(_FIRST, column)
            sheet.data_validation(
                *place,
                {
                    "validate": "custom",
                    "value": formula.format(cell),
                    "input_title": title,
                    "input_message": said,
                    "error_title": title,
                    "error_message": said,
                },
            )


def _list_of(choices: Choices, title: str) -> dict[str, str]:
    """Return the check of a cell to be chosen; what is not in the list may stay, once warned of."""
    return {
        "validate": "list",
        "source": f"={choices.name}",
        "error_type": "warning",
        "error_title": title,
        "error_message": _CHOOSE,
    }
