"""What leaves as a spreadsheet: no text of it can run, and numbers stay numbers."""

import csv
import io
from datetime import date
from decimal import Decimal

import openpyxl
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from elearn import sheets, workbooks

HOSTILE = [
    '=HYPERLINK("http://x","Bấm")',
    "=1+1",
    "+84912",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "  =1",
    "\u00a0=1",
    "\u200b=1",
    "\uff1d1",
    "\uff0b1",
    "\uff0d1",
    "\uff20A1",
    "\u22121",
    "a;=1",
    "a,=1",
    "a\n@b",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_that_would_be_a_formula_is_held_back_and_read_again(text):
    made = workbooks.csv_of([["Tên", "Số"], [text, 7]])

    [_, [cell, number]] = csv.reader(
        io.StringIO(made.decode("utf-8-sig"), newline=""), delimiter=";"
    )
    assert cell == workbooks.neutral(text) != text
    for part in cell.replace(",", ";").replace("\n", ";").split(";"):
        assert part.lstrip()[:1] not in set("=+-@\uff1d\uff0b\uff0d\uff20\u2212")
    assert (workbooks.meant(cell), number) == (text, "7")


@pytest.mark.parametrize("text", ["Nguyễn Thị Hường", "H'Hen Niê", "", "5-6", "a; - b", "'90"])
def test_other_texts_are_written_as_they_are(text):
    assert workbooks.neutral(text) == workbooks.meant(text) == text


@given(st.text(alphabet="=@+-\uff1d\u2212 '\t\r\n,;|a\"", max_size=12))
@example("'=1")
@example(";\t=1")
def test_whatever_is_held_back_is_read_as_it_was(text):
    assert workbooks.meant(workbooks.neutral(text)) == text


def test_numbers_days_and_codes_stay_what_they_are():
    row: workbooks.Line = [
        -5,
        Decimal("-3.2"),
        2.5,
        date(2026, 3, 5),
        workbooks.Code("00123"),
        None,
    ]

    assert workbooks.csv_of([row]).decode("utf-8-sig") == '-5;-3,2;2,5;05/03/2026;"=""00123""";\r\n'


def test_what_only_looks_like_a_code_is_a_text():
    assert workbooks.code('1"&HYPERLINK("x")') == '1"&HYPERLINK("x")'
    assert workbooks.code("=1") == "'=1"


def test_a_csv_of_ours_is_read_back_as_it_was_meant():
    made = workbooks.csv_of([["Mã", "Tên"], [workbooks.Code("00123"), "=Xã +1"]])

    assert [row.texts for row in sheets.rows_of(made)] == [("Mã", "Tên"), ("00123", "=Xã +1")]


def test_a_workbook_keeps_texts_numbers_and_days_and_looks_like_a_paper():
    columns = [workbooks.Column(name, 20) for name in ("Tên", "Số", "Ngày")]
    rows: list[list[workbooks.Cell]] = [
        ["=1+1", -3.5, date(2026, 3, 5)],
        ["Lâu", 0.0, date(1899, 5, 19)],
    ]
    made = workbooks.workbook("Mẫu", columns, rows)

    sheet = openpyxl.load_workbook(io.BytesIO(made)).active
    assert sheet["C3"].value == "19/05/1899"
    text, number, day = sheet[2]
    assert [cell.data_type for cell in (text, number, day)] == ["s", "n", "d"]
    assert (text.value, text.number_format, text.quotePrefix) == ("=1+1", "@", True)
    assert number.value == -3.5
    assert (text.font.name, text.font.sz) == ("Times New Roman", 13)
    assert (sheet.freeze_panes, sheet.print_title_rows) == ("A2", "$1:$1")
    assert (sheet.page_setup.orientation, int(sheet.page_setup.paperSize)) == ("landscape", 9)
