"""A column written into a workbook's own parts: all else stays, byte for byte."""

import io
import re
import zipfile

import openpyxl
import pytest
import xlsxwriter
from python_calamine import CalamineWorkbook

from elearn.workbooks.marking import Broken, Mark, Marks, Tint, mark_workbook

RESULT = "Kết quả kiểm tra"
CHANGED = "xl/worksheets/sheet1.xml"
DOT = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c4944415408d763"
    "f8cfc000000301010018dd8db00000000049454e44ae426082"
)


@pytest.fixture
def office(tmp_path):
    """A workbook of an office: letterhead, two-row heading, hidden column, list, picture."""
    path = tmp_path / "danh sach.xlsx"
    with xlsxwriter.Workbook(path) as book:
        bold, red = (
            book.add_format({"bold": True, "font_name": "Times New Roman"}),
            book.add_format({"font_color": "red", "border": 1}),
        )
        sheet = book.add_worksheet("Xã A")
        sheet.merge_range("A1:H1", "HỘI LHPN XÃ A", bold)
        sheet.merge_range("B3:C3", "Năm sinh", bold)
        sheet.write_row("B4", ["Nam", "Nữ", "Tên"], bold)
        for row in range(4, 9):
            sheet.write_row(row, 1, [row, 1980.0, f"Lê Thị <{row}> & con"], red)
        sheet.set_column("C:C", 12, None, {"hidden": True})
        sheet.set_column("E:XFD", 4, None, {"hidden": True})
        sheet.data_validation("D5:D9", {"validate": "list", "source": ["a", "b"]})
        sheet.insert_image("B20", "dot.png", {"image_data": io.BytesIO(DOT)})
        sheet.write_comment("D5", "xem lại")
        sheet.set_row(30, 40)
        book.add_worksheet("Khác").write("A1", "để nguyên")
    return path


def marks(*rows, **more):
    told = {number: Mark(f"✖ Lỗi <dòng {number}> & sửa", Tint.RED) for number in rows}
    return Marks(RESULT, (3,), told, **more)


def marked(path, sheets):
    copy = path.with_name("ket qua.xlsx")
    with copy.open("wb") as target:
        mark_workbook(path, sheets, target)
    return copy


def parts(path):
    with zipfile.ZipFile(path) as book:
        return {name: book.read(name) for name in book.namelist()}


def test_all_other_parts_and_cells_stay_as_they_were(office):
    back = marked(office, {"Xã A": marks(5, 6, 9)})

    before, after = parts(office), parts(back)
    assert list(before) == list(after)
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {CHANGED, "xl/styles.xml"}
    sheet = re.sub(rb'<c r="E[0-9]+"[^>]*t="inlineStr">.*?</c>', b"", after[CHANGED])
    assert rows_of(sheet) == rows_of(before[CHANGED])


def rows_of(xml):
    """Return a sheet from its rows on, without the hints of how far each reaches."""
    return re.sub(rb' spans="[^"]*"', b"", xml[xml.index(b"<sheetData>") :])


def test_the_column_is_seen_wide_and_tells_by_colour_and_words(office):
    book = openpyxl.load_workbook(marked(office, {"Xã A": marks(5, 9)}))

    sheet = book["Xã A"]
    assert sheet["E3"].value == RESULT
    assert [sheet[f"E{row}"].value for row in (5, 7, 9)] == [
        "✖ Lỗi <dòng 5> & sửa",
        None,
        "✖ Lỗi <dòng 9> & sửa",
    ]
    cell = sheet["E5"]
    assert (cell.fill.fgColor.rgb, cell.number_format) == (Tint.RED.value, "@")
    assert (cell.border.left.style, cell.alignment.wrap_text) == ("thin", True)
    assert (sheet.column_dimensions["E"].hidden, sheet.column_dimensions["E"].width) == (False, 48)
    assert sheet.column_dimensions["C"].hidden
    assert sheet.column_dimensions["F"].hidden
    assert book["Khác"]["A1"].value == "để nguyên"


def test_other_readers_read_it(office):
    rows = CalamineWorkbook.from_path(marked(office, {"Xã A": marks(5)})).get_sheet_by_name("Xã A")

    assert rows.to_python()[4][-1] == "✖ Lỗi <dòng 5> & sửa"


def test_a_column_that_is_there_is_written_over_and_not_added_twice(office):
    once = marked(office, {"Xã A": marks(5, 6)})
    twice = once.with_name("lan hai.xlsx")
    with twice.open("wb") as target:
        mark_workbook(once, {"Xã A": marks(6, column=4)}, target)

    sheet = openpyxl.load_workbook(twice)["Xã A"]
    assert [cell.value for cell in sheet[3] if cell.value == RESULT] == [RESULT]
    assert (sheet["E5"].value, sheet["E6"].value) == (None, "✖ Lỗi <dòng 6> & sửa")


def test_a_row_without_an_element_gets_one_in_its_place(office):
    sheet = openpyxl.load_workbook(marked(office, {"Xã A": marks(5, 12, 40)}))["Xã A"]

    assert (sheet["E12"].value, sheet["E40"].value) == (
        "✖ Lỗi <dòng 12> & sửa",
        "✖ Lỗi <dòng 40> & sửa",
    )
    assert sheet.dimensions.endswith("40") or sheet.max_row == 40


SHEET = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<x:worksheet xmlns:x="http://schemas.openxmlformats.org'
    '/spreadsheetml/2006/main"><x:dimension ref="A1"/><x:sheetData>{rows}</x:sheetData>'
    "</x:worksheet>"
)
CELL = '<x:c t="inlineStr"><x:is><x:t>{}</x:t></x:is></x:c>'
TEXTS = (["Tên", "Xã"], ["Lan", "A"], ["<![CDATA[</x:row><x:row>]]>", "B"])
BARE = "".join(f"<x:row>{''.join(map(CELL.format, row))}</x:row>" for row in TEXTS)


def remade(office, sheet):
    """Return the workbook with another first sheet."""
    path = office.with_name("khac.xlsx")
    with zipfile.ZipFile(path, "w") as book:
        for name, content in parts(office).items():
            book.writestr(name, sheet if name == CHANGED else content)
    return path


def test_rows_and_cells_without_numbers_prefixes_and_lying_dimensions_are_understood(office):
    path = remade(office, SHEET.format(rows=BARE))
    told = Marks(RESULT, (1,), {2: Mark("✔ Không đổi", Tint.GREY), 3: Mark("✚ Mới", Tint.GREEN)})

    sheet = openpyxl.load_workbook(marked(path, {"Xã A": told}))["Xã A"]

    assert [[cell.value for cell in row] for row in sheet.iter_rows(max_row=3, max_col=3)] == [
        ["Tên", "Xã", RESULT],
        ["Lan", "A", "✔ Không đổi"],
        ["</x:row><x:row>", "B", "✚ Mới"],
    ]


def test_cells_beyond_the_column_stay_behind_it(office):
    once = marked(office, {"Xã A": marks(5, column=2)})

    sheet = openpyxl.load_workbook(once)["Xã A"]
    assert [cell.value for cell in sheet[5]][1:4] == [4, "✖ Lỗi <dòng 5> & sửa", "Lê Thị <4> & con"]


@pytest.mark.parametrize(
    "sheet",
    ["<worksheet/>", '<?xml version="1.0" encoding="UTF-16"?><worksheet><sheetData/></worksheet>'],
)
def test_what_cannot_be_edited_is_told(office, sheet):
    with pytest.raises(Broken):
        marked(remade(office, sheet), {"Xã A": marks(5)})


def test_what_is_no_workbook_is_told(tmp_path):
    path = tmp_path / "danh sach.csv"
    path.write_text("Tên;Xã\n")

    with pytest.raises(Broken):
        marked(path, {"Xã A": marks(5)})
