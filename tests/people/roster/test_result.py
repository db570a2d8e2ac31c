"""The file of a batch given back: the same workbook, with what became of each row beside it."""

import io
from datetime import date

import openpyxl
import pytest
import xlwt
from sqlalchemy import func, select

from elearn.access import Role
from elearn.audit import AuditEntry
from elearn.people.roster import export
from elearn.people.roster.rules.layout import layouts_of
from elearn.people.roster.rules.layouts import RosterField
from elearn.workbooks.marking import Mark, Marks, Tint
from tests.make import batches as make_batches
from tests.make import people as make
from tests.people.roster.reading_here import book_of
from tests.people.roster.taking_in import compared

HEAD: list[object] = ["STT", "Họ và tên", "Ngày sinh", "Số điện thoại", "Chức vụ", "Xã"]
ROWS: list[list[object]] = [
    [1, "Vũ Thị Ngát", "05/03/1984", "0912345678", "Chủ tịch Hội LHPN", "Xã Hưng Hà"],
    [2, "Lê Thị Mới", "1990", "0987654321", "Chi hội trưởng", "Xã Hưng Hà"],
    [3, "=Lê Thị Sai", "31/02/1988", "09123", "Cán bộ VH", "Xã Hưng Hà"],
]
ALL: list[list[object]] = [["HỘI LHPN TỈNH HƯNG YÊN"], [], HEAD, *ROWS]
RESULT = "Kết quả kiểm tra"


def xlsx(path):
    book = openpyxl.Workbook()
    for row in ALL:
        book.active.append(row)
    for cell in book.active["B"]:
        cell.data_type = "s" if cell.value else cell.data_type
    book.save(path)


def xls(path):
    book = xlwt.Workbook()
    sheet = book.add_sheet("DS")
    for number, row in enumerate(ALL):
        for column, value in enumerate(row):
            sheet.write(number, column, value)
    book.save(str(path))


def csv(path):
    lines = [";".join(str(cell) for cell in row) for row in ALL]
    path.write_text("\n".join(lines), encoding="utf-8-sig")


@pytest.fixture
def result(client, enter, here, db, tmp_path):
    """Take a workbook in, and return the one that is handed out."""
    who = make.person(db, "Vũ Thị Ngát", born_on=date(1984, 3, 5), phone="0912345678")
    make.tenure(db, who)
    xlsx(tmp_path / "a.xlsx")
    key = compared(here, tmp_path / "a.xlsx", "33")
    enter()
    with client.get(f"/people/import/{key}/result") as answer:
        assert answer.headers["Content-Disposition"].endswith("=a-ket-qua.xlsx")
        taken = AuditEntry.action == "export_result", AuditEntry.subject_id == key
        assert db.scalar(select(func.count()).where(*taken)) == 1
        return answer.data


def test_each_row_is_told_what_it_is_what_is_wrong_and_what_to_do(result):
    sheet = openpyxl.load_workbook(io.BytesIO(result)).active

    head, *rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=3)]
    assert head == [*HEAD, RESULT]
    assert [row[:6] for row in rows] == ROWS
    same, new, wrong = [row[6] for row in rows]
    assert same.startswith("✔ Không đổi")
    assert new.startswith("✚ Mới")
    assert wrong.startswith("✖ Lỗi: Không có chức danh “Cán bộ VH”")
    assert "unknown_title" not in wrong
    assert wrong.count("31/02/1988") == 1
    assert "“31/02/1988” không phải ngày sinh có thật. Ghi như 05/03/1984" in wrong
    assert len({cell.fill.fgColor.rgb for cell in sheet["G"][3:6]}) == 3
    assert_reads_the_same(result)


def assert_reads_the_same(data):
    """The column is known for ours, and the rows say what they said."""
    book = book_of(data)
    [layout] = layouts_of(book)
    assert layout.column_of(RosterField.OUR_RESULT) == 6
    assert layout.entry_rows == (4, 5, 6)


@pytest.mark.parametrize("make_file", [xls, csv])
def test_an_older_workbook_and_a_csv_come_back_as_a_workbook_of_their_values(make_file, tmp_path):
    path, back = tmp_path / "danh sach", io.BytesIO()
    make_file(path)
    told = {number: Mark("✔ Không đổi", Tint.GREY) for number in (4, 5, 6)}
    [sheet] = book_of(path.read_bytes(), path.name).sheets

    export.write_results(path, path.name, {sheet.name: Marks(RESULT, (3,), told)}, back)

    rows = openpyxl.load_workbook(back).active.iter_rows(min_row=3, values_only=True)
    head, *lines = [list(row) for row in rows]
    assert head == [*HEAD, RESULT]
    assert [line[1:] for line in lines] == [[*row[1:], "✔ Không đổi"] for row in ROWS]
    assert_reads_the_same(back.getvalue())


def test_strangers_signed_out_ones_and_proposers_get_no_file(client, enter, db):
    batch = make_batches.batch(db)
    make_batches.row(db, batch, make_batches.entry(3))
    address = f"/people/import/{batch.id}/result"

    assert "/sign-in" in client.get(address).location
    enter(place="Tỉnh Lào Cai")
    assert client.get(address).status_code == 404
    enter(place="Xã Hưng Hà")
    assert client.get(address).status_code == 403
    enter(Role.LEARNER)
    assert client.get(address).status_code == 403


def test_a_batch_whose_file_was_let_go_has_none(client, enter, db):
    batch = make_batches.batch(db)
    batch.file_id = None
    enter()

    answer = client.get(f"/people/import/{batch.id}/result")

    assert answer.status_code == 404
    assert "không có tệp kết quả" in answer.text
