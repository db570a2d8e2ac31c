"""The roster as a workbook: a letterhead, the day it is of, and a table that can be read back."""

from typing import IO, Any

import xlsxwriter

from elearn import workbooks
from elearn.areas import AreaVersion
from elearn.people.roster.export.columns import HEADINGS, columns_of
from elearn.people.roster.export.gathering import Roster
from elearn.people.roster.rules.layouts import RosterField

#: The row of the headings, from 0; above it stand the letterhead and the title.
HEADING = 6
_FIELDS = tuple(HEADINGS)
_LAST, _MIDDLE = len(_FIELDS) - 1, 8
_NAME = _FIELDS.index(RosterField.NAME)
_CENTRED = workbooks.TEXT | {"align": "center", "bold": True}
_STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
_MOTTO = "Độc lập - Tự do - Hạnh phúc"
_COUNTRY = 2  # Of "/1/": the slashes.


def write_roster(roster: Roster, file: IO[bytes], *, temporary: str | None = None) -> None:
    """Write the roster; what of it is in the memory does not grow with its rows."""
    options = {"constant_memory": True, "tmpdir": temporary}
    with xlsxwriter.Workbook(file, options) as book:
        sheet = book.add_worksheet("Danh sách")
        table = workbooks.Table(book, sheet)
        _write_head(book, sheet, roster)
        table.head(HEADING, columns_of(_FIELDS))
        for number, told in enumerate(roster.rows, start=HEADING + 1):
            table.put(number, [told.get(field) for field in _FIELDS])
        sheet.autofilter(HEADING, 0, HEADING + max(1, roster.count), _LAST)
        workbooks.lie_on_paper(sheet, heading=HEADING)
        sheet.freeze_panes(HEADING + 1, _NAME + 1)


def _write_head(book: Any, sheet: Any, roster: Roster) -> None:
    centred, day = book.add_format(_CENTRED), f"{roster.day:%d/%m/%Y}"
    plain = book.add_format(_CENTRED | {"bold": False, "italic": True})
    title = book.add_format(_CENTRED | {"font_size": 15})
    sheet.merge_range(0, 0, 0, _MIDDLE - 3, issuer_of(roster.area), centred)
    sheet.merge_range(0, _MIDDLE, 0, _LAST, _STATE, centred)
    sheet.merge_range(1, _MIDDLE, 1, _LAST, _MOTTO, centred)
    sheet.merge_range(3, 0, 3, _LAST, "DANH SÁCH CÁN BỘ HỘI LIÊN HIỆP PHỤ NỮ", title)
    sheet.merge_range(4, 0, 4, _LAST, f"(Số liệu đến ngày {day})", plain)


def issuer_of(area: AreaVersion) -> str:
    """Return who gives a list out, as a letterhead says it: HỘI LHPN TỈNH HƯNG YÊN."""
    if area.path.count("/") <= _COUNTRY:
        return "TRUNG ƯƠNG HỘI LHPN VIỆT NAM"
    return f"HỘI LHPN {area.full_name}".upper()
