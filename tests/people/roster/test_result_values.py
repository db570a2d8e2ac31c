"""A file whose parts cannot be edited, written with its values, its merged and hidden cells."""

import io
from datetime import date, datetime

import openpyxl

from elearn.people.roster.export.values import write_values
from elearn.people.roster.rules.books import Book, BookRow, Sheet, Span
from elearn.workbooks.marking import Mark, Marks, Tint

BORN = date(1984, 3, 5)
NOON = datetime(2026, 3, 5, 12)  # noqa: DTZ001  # A sheet knows no zones.
LIST = Sheet(
    "Xã A/B",
    (
        BookRow(1, ("HỘI LHPN", None)),
        BookRow(3, ("Tên", "Ngày", "Lúc", "Số")),
        BookRow(5, ("=Lan", BORN, NOON, -2.5)),
        BookRow(6, ("Mai", None, None, 912345678.0)),
    ),
    merged=(Span(1, 2, 0, 2),),
    hidden_columns=frozenset({2}),
)
BOOK = Book((Sheet("Danh mục", (BookRow(1, ("ẩn",)),), is_hidden=True), LIST))


def written(**more):
    told = {5: Mark("✔ Không đổi", Tint.GREY), 6: Mark("✚ Mới", Tint.GREEN)}
    marks = Marks("Kết quả kiểm tra", (3,), told, **more)
    file = io.BytesIO()
    write_values(BOOK, {LIST.name: marks}, file)
    return openpyxl.load_workbook(file)


def test_values_stay_what_they_were_in_the_rows_they_stood_in():
    sheet = written()["Xã A B"]

    assert [cell.value for cell in sheet[3]] == ["Tên", "Ngày", "Lúc", "Số", "Kết quả kiểm tra"]
    name, born, noon, number, result = sheet[5]
    assert (name.value, name.data_type, born.value.date(), noon.value) == ("=Lan", "s", BORN, NOON)
    assert (number.value, result.value) == (-2.5, "✔ Không đổi")
    assert [cell.value for cell in sheet[6]] == ["Mai", None, None, 912345678, "✚ Mới"]


def test_what_was_merged_or_hidden_still_is_and_the_list_is_in_front():
    book = written()

    assert book["Danh mục"].sheet_state == "hidden"
    assert book.active.title == "Xã A B"
    assert [str(cells) for cells in book.active.merged_cells.ranges] == ["A1:C2"]
    assert book.active.column_dimensions["C"].hidden


def test_a_column_that_is_there_is_written_over():
    sheet = written(column=3)["Xã A B"]

    assert [cell.value for cell in sheet[6]] == ["Mai", None, None, "✚ Mới"]
