"""Files as offices send them become books, exactly as they are kept."""

import io
import json
import logging
import os
from datetime import date, datetime

import openpyxl
import pytest
import xlwt

from elearn.errors import Refusal
from elearn.people.roster.reading import read
from elearn.people.roster.reading.books import Gathering
from elearn.people.roster.rules.books import BookRow, Span
from elearn.sheets import apart
from elearn.sheets.faults import Fault
from elearn.sheets.frames import cell_of, lines_of
from elearn.sheets.opening import opened
from elearn.sheets.xlsx.places import letters_of, place_of
from tests.people.roster import hostile

MB = 1_000_000
HEARD: list[apart.Frame] = []
MOMENT = datetime.fromisoformat("2020-01-02T03:04:00")


@pytest.fixture
def send(tmp_path):
    """Return what reads bytes as a file that an office sent, apart from us."""

    def read_it(content, name="ds.xlsx"):
        path = tmp_path / name
        path.write_bytes(content)
        return read(path, file_name=name)

    return read_it


def book_of(content, name="ds"):
    """Return the book of a file, read here and not apart: a process costs more than a file."""
    gathering = Gathering(name)
    for line in lines_of(opened(content if isinstance(content, bytes) else saved(content))):
        gathering.hear(json.loads(line))
    return gathering.book


def rows_of(data):
    """Return the rows of the first sheet of a file, read here and not apart."""
    sheet = next(iter(opened(data).sheets))
    return [(number, cells) for number, cells in sheet.rows]


def saved(workbook):
    file = io.BytesIO()
    workbook.save(file)
    return file.getvalue()


def test_a_workbook_is_read_as_it_is_kept(send):
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    sheet.title = "Danh sách"
    sheet["B2"], sheet["C2"], sheet["D2"] = "  Nguye\u0302\u0303n\u00a0Thị  ", 912345678, True
    sheet["B4"], sheet["C4"] = date(1984, 3, 5), MOMENT
    sheet["A5"], sheet["B5"], sheet["C5"] = "=1+1", "", "dòng một\ndòng hai"
    sheet.merge_cells("A7:C8")
    sheet.column_dimensions["D"].hidden = True
    sheet.row_dimensions[4].hidden = True
    workbook.create_sheet("Ẩn").sheet_state = "hidden"
    workbook.create_chartsheet("Biểu đồ")

    book = send(saved(workbook))

    first, hidden = book.sheets
    assert first.rows == (
        BookRow(2, (None, "  Nguye\u0302\u0303n\u00a0Thị  ", 912345678.0, "TRUE")),
        BookRow(4, (None, date(1984, 3, 5), MOMENT)),
        BookRow(5, (None, None, "dòng một\ndòng hai")),
    )
    assert first.merged == (Span(7, 8, 0, 2),)
    assert (first.hidden_columns, first.hidden_rows) == (frozenset({3}), frozenset({4}))
    assert first.formulas == frozenset({(5, 0)})
    assert (hidden.name, hidden.is_hidden, hidden.rows) == ("Ẩn", True, ())
    assert book.encoding is None


def test_a_formula_is_told_unless_its_value_is_an_empty_text():
    cells = (
        '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>A1/0</f></c>'
        '<c r="C1" t="str"><f>IF(A1=2,"","x")</f><v></v></c>'
        '<c r="D1" t="str"><f>"Hà"</f><v>Hà</v></c></row>'
    )

    (sheet,) = book_of(hostile.book(cells)).sheets

    assert sheet.rows == (BookRow(1, (2.0, None, None, "Hà")),)
    assert sheet.formulas == frozenset({(1, 0), (1, 1), (1, 3)})


def test_an_old_workbook_tells_the_same():
    workbook = xlwt.Workbook()
    sheet = workbook.add_sheet("DS")
    sheet.write(1, 1, "Nguyễn Thị Hường")
    sheet.write(1, 2, date(1984, 3, 5), xlwt.easyxf(num_format_str="dd/mm/yyyy"))
    sheet.write(3, 0, 912345678)
    sheet.write(4, 0, xlwt.Formula("1+1"))
    sheet.write_merge(6, 7, 0, 2, "Tổng cộng")
    sheet.col(2).hidden = True
    sheet.row(3).hidden = True
    workbook.add_sheet("Ẩn").visibility = 1

    first, hidden = book_of(workbook).sheets

    assert first.rows[0] == BookRow(2, (None, "Nguyễn Thị Hường", date(1984, 3, 5)))
    assert first.rows[1] == BookRow(4, (912345678.0,))
    assert first.merged == (Span(7, 8, 0, 2),)
    assert (first.hidden_columns, first.hidden_rows) == (frozenset({2}), frozenset({4}))
    assert first.formulas == frozenset({(5, 0)})
    assert hidden.is_hidden


def test_a_file_that_costs_too_much_is_given_up(send, caplog):
    def fill(sheet):
        for number in range(20_000):
            sheet.write(number, 1, "y" * 32_000)

    with caplog.at_level(logging.CRITICAL), pytest.raises(Refusal, match="quá nhiều bộ nhớ"):
        send(hostile.old(fill), "ds.xls")


def test_a_fault_found_apart_is_told_with_its_place(send):
    with pytest.raises(Refusal, match="Ô B2 ở trang tính “DS” có công thức gọi ra ngoài"):
        send(hostile.book(hostile.formula('WEBSERVICE("http://evil.example")')))


def test_a_workbook_without_a_value_is_empty():
    with pytest.raises(Fault, match="empty"):
        book_of(openpyxl.Workbook())


def test_an_empty_file_and_one_that_is_too_large_are_refused(tmp_path, send):
    with pytest.raises(Refusal, match="trống"):
        send(b"")
    path = tmp_path / "large.xlsx"
    with path.open("wb") as file:
        os.truncate(file.fileno(), 21 * MB)
    with pytest.raises(Refusal, match="lớn quá 20 MB"):
        read(path, file_name="large.xlsx")


@pytest.mark.parametrize("line", ["nonsense", "[1]", '{"fault": "made up", "values": {}}'])
def test_what_is_heard_is_believed_only_if_it_is_ours(line):
    with pytest.raises(Refusal, match="Không đọc được"):
        apart.Ear(HEARD.append).line(line)


def test_a_process_that_never_stops_talking_is_not_listened_to():
    ear = apart.Ear(HEARD.append, most=100)
    ear.line('{"cells": []}' + " " * 50)

    with pytest.raises(Refusal, match="quá nhiều bộ nhớ"):
        ear.line('{"cells": []}' + " " * 50)


def test_days_and_moments_survive_the_crossing():
    workbook = openpyxl.Workbook()
    for place, value in enumerate((date(1984, 3, 5), MOMENT), start=1):
        workbook.active.cell(1, place, value)

    lines = [json.loads(line) for line in lines_of(opened(saved(workbook)))]

    (cells,) = [row for frame in lines for _, row in frame.get("cells", ())]
    assert [cell_of(one) for one in cells] == [date(1984, 3, 5), MOMENT]


@pytest.mark.parametrize(("place", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (16_383, "XFD")])
def test_columns_have_letters_and_numbers(place, letters):
    assert letters_of(place) == letters
    assert place_of(f"${letters}$7") == (7, place)


def test_a_workbook_may_name_its_parts_in_its_own_way():
    sound = hostile.parts(hostile.row(2, B="Hà"))
    absolute = {name: one.replace(b'"xl/', b'"/xl/') for name, one in sound.items()}
    backward = {name.replace("/", "\\"): one for name, one in sound.items()}

    assert rows_of(hostile.zipped(absolute)) == [(2, [None, "Hà"])]
    assert rows_of(hostile.zipped(backward)) == [(2, [None, "Hà"])]
