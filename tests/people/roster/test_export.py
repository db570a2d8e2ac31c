"""The roster given out: what stands in it, how it looks, and that reading it again changes nothing."""

import io
from datetime import date

import openpyxl
import pytest

from elearn import areas
from elearn.access import OPERATOR
from elearn.people import Attainment
from elearn.people.roster import export
from tests.make import people as make

TODAY = date(2026, 11, 22)


@pytest.fixture
def hung_yen(db):
    return areas.area_meant(db, "33", day=TODAY)


def book_of(db, area, actor=OPERATOR, day=TODAY):
    file = io.BytesIO()
    export.write_roster(export.roster(db, actor, area, day), file)
    return openpyxl.load_workbook(file)


def lines_of(book):
    """Return the rows under the heading, by their headings."""
    head, *rows = list(book.active.iter_rows(min_row=7, values_only=True))
    return [dict(zip(head, row, strict=True)) for row in rows]


def test_a_row_tells_a_post_and_whose_it_is(db, hung_yen):
    who = make.person(
        db, "Nguyễn Thị Hường", born_on=date(1984, 3, 5), gender="female", phone="0912345678"
    )
    make.qualification(db, who, Attainment.UNIVERSITY)
    make.tenure(db, who, decision="12/QĐ-HPN")

    [line] = lines_of(book_of(db, hung_yen))

    told = {name: value for name, value in line.items() if value is not None}
    assert told.pop("Ngày sinh").date() == date(1984, 3, 5)
    assert told.pop("Từ ngày").date() == date(2025, 7, 1)
    assert told == {
        "STT": 1,
        "Mã cán bộ": str(who.id),
        "Họ và tên": "Nguyễn Thị Hường",
        "Giới tính": "Nữ",
        "Số điện thoại": "0912345678",
        "Chức vụ": "Chủ tịch Hội LHPN cấp xã",
        "Xã, phường, đặc khu": "Xã Hưng Hà",
        "Tỉnh, thành phố": "Tỉnh Hưng Yên",
        "Quyết định": "12/QĐ-HPN",
        "Trình độ chuyên môn": "Đại học",
    }
