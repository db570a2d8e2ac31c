"""Reading sheets as offices send them, and writing one."""

import io
import zipfile
from datetime import date

import pytest
import xlsxwriter

from elearn import sheets, workbooks
from elearn.errors import Refusal
from tests.people.roster import hostile

HEAD = ["Mã", "Tên", "Ngày"]
LINE: list[sheets.Cell] = ["00004", "Xã Bế Văn Đàn", date(2026, 3, 5)]


def book(**cells):
    """Return a workbook with the cells A1=…, written by another hand than ours."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as made:
        sheet = made.add_worksheet("Một")
        made.add_worksheet("Hai").write("A1", "hai")
        for place, value in cells.items():
            sheet.write(place, value)
    return file.getvalue()


def texts(data, **more):
    return [row.texts for row in sheets.rows_of(data, **more)]


def test_what_was_written_is_read_again():
    made = workbooks.workbook("Mẫu", [workbooks.Column(name) for name in HEAD], [LINE])

    assert [list(row.cells) for row in sheets.rows_of(made)] == [HEAD, LINE]


def test_cells_keep_their_kinds_and_rows_their_numbers():
    rows = sheets.rows_of(book(B3="  Xã\u00a0Hòa ", C3=4, D3=2.5, E3=True))

    assert [row.number for row in rows] == [1, 2, 3]
    assert rows[0].is_empty
    assert rows[2].cells == (None, "Xã Hòa", 4.0, 2.5, "TRUE")
    assert rows[2].texts == ("", "Xã Hòa", "4", "2.5", "TRUE")


def test_an_old_workbook_is_read_apart_for_one_that_boasts_may_end_its_reader():
    sound = hostile.old(lambda sheet: sheet.write(2, 1, " Xã\u00a0Hòa "))

    assert texts(sound) == [("Hà",), (), ("", "Xã Hòa")]
    assert texts(sound, sheet="DS") == texts(sound)
    with pytest.raises(Refusal, match="không có trang tính “Ba”"):
        sheets.rows_of(sound, sheet="Ba")
    assert texts(hostile.boasting(2**31, 256)) == [("Hà",)]


def test_a_sheet_is_chosen_by_its_name():
    assert texts(book(A1="một"), sheet="Hai") == [("hai",)]
    with pytest.raises(Refusal, match="không có trang tính “Ba”"):
        sheets.rows_of(book(A1="một"), sheet="Ba")


def test_commas_of_a_letterhead_or_in_cells_separate_nothing():
    text = "Phụ lục, kèm theo Nghị quyết\nMã;Đặc điểm\n4;miền núi, biên giới, khu vực I\n5;đảo\n"

    rows = sheets.rows_of(text.encode())

    assert [len(row.texts) for row in rows] == [1, 2, 2, 2]
    assert rows[2].texts == ("4", "miền núi, biên giới, khu vực I")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_csv_is_read_in_each_encoding_and_with_each_separator(encoding, delimiter):
    text = f'Mã{delimiter}Tên\r\n00004{delimiter}"Xã Bế Văn Đàn"\r\n'

    assert texts(text.encode(encoding)) == [("Mã", "Tên"), ("00004", "Xã Bế Văn Đàn")]


def test_a_csv_of_windows_1258_is_read_as_it_was_meant():
    text = "Tên\r\nXa\u0303 Bê\u0301 Văn Đa\u0300n, Hô\u0300ng Lac\u0323, Viê\u0323t\r\n"

    assert texts(text.encode("cp1258"))[1][0] == "Xã Bế Văn Đàn"
    assert "Việt" in texts(text.encode("cp1258"))[1][2]


def test_a_text_like_a_formula_stays_a_text():
    made = workbooks.workbook("Mẫu", [workbooks.Column("Tên")], [["=1+1"]])

    assert texts(made)[1] == ("=1+1",)


def archive(**files):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in files.items():
            made.writestr(name.replace("__", "/") + ".xml", content)
    return file.getvalue()


def swollen(data):
    """Return a workbook with a part beside the others that is a thousand times its size."""
    file = io.BytesIO(data)
    with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as made:
        made.writestr("xl/media/image1.png", bytes(9_000_000))
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"PK\x03\x04nothing", "Không đọc được"),
        (b"\xd0\xcf\x11\xe0nothing", "Không đọc được"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "một hình ảnh"),
        (archive(word__document="<w/>"), "tệp Word"),
    ],
    ids=["a torn archive", "a torn old workbook", "a picture", "a letter"],
)
def test_what_cannot_be_read_is_refused_in_words(data, told):
    with pytest.raises(Refusal, match=told):
        sheets.rows_of(data)


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (lambda: swollen(book(A1="a")), "nén chặt"),
        (lambda: book(A1="a", XFD1048576="z"), "quá xa"),
    ],
    ids=["swollen", "far out"],
)
def test_what_is_too_large_is_refused_in_words(make, told):
    with pytest.raises(Refusal, match=told):
        sheets.rows_of(make())
