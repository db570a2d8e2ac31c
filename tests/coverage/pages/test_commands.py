"""`elearn coverage report`: one report, told to programs, to Excel and to people."""

import csv
import io
import json

import pytest

from elearn.areas import Level
from elearn.coverage import as_csv, as_json, commands
from elearn.coverage.rules import (
    Borders,
    Cell,
    Counting,
    CoverageReport,
    Figure,
    Geography,
    Holding,
    Place,
    Row,
)
from tests.make import coverage as make

KEYS = {
    *("figure", "group", "level", "measure", "definition_version", "n", "N", "percent", "value"),
    *("percent_text", "states", "not_on_roster", "estimated", "state", "target"),
}


@pytest.fixture
def report(runner):
    """`report("--area", "33")` gives what the command prints."""

    def report(*words, fails=False):
        asked = ["report", "--as-of", "2026-11-20", *words]
        result = runner.invoke(commands.group, asked)
        assert (result.exit_code != 0) is fails, result.output
        return result

    return report


def test_json_gives_the_area_first_and_then_what_lies_in_it(report):
    told = json.loads(report("--area", "33", "--format", "json").stdout)

    assert (told["scheme"], told["as_of"], told["area"]) == ("de_an_1893", "2026-11-20", "33")
    assert told["after_scheme"] is True
    assert "Sau kỳ đề án" in told["heading"]
    assert told["rows"][0]["area_code"] == "33"
    assert len(told["rows"]) == 105
    assert {frozenset(cell) for row in told["rows"] for cell in row["cells"]} == {frozenset(KEYS)}


def test_json_tells_each_figure_and_each_reason_for_having_none(report):
    told = json.loads(report("--area", "12586", "--format", "json").stdout)
    cells = {(cell["group"], cell["level"]): cell for cell in told["rows"][0]["cells"]}

    heads = cells["branch_head", "branch"]
    assert (heads["n"], heads["N"], heads["percent"]) == (1, 3, 33.3)
    assert (heads["percent_text"], heads["state"]) == ("33,3%", "not_met")
    assert heads["target"] == {
        "key": "T1893-2025-BRA",
        "year": 2025,
        "percent": 100,
        "value": None,
    }
    assert heads["states"] == {"trained": 1, "under_way": 0, "new_in_post": 0, "never": 2}
    chairs = cells["commune_union_chair", "commune"]
    assert (chairs["n"], chairs["N"], chairs["percent_text"], chairs["target"]) == (0, 0, "–", None)
    planned = cells["commune_union_chair_successor", "commune"]
    assert (planned["n"], planned["N"], planned["percent"]) == (None, None, None)
    assert planned["percent_text"] == "chưa có số liệu"
    assert cells["union_officer", "district"]["percent_text"] == "kết thúc ngày 30/06/2025"


def test_csv_opens_in_excel_with_marks_codes_and_decimals_whole(report):
    raw = report("--area", "33", "--format", "csv").stdout_bytes

    assert raw.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig")), delimiter=";"))
    [heads] = [
        row
        for row in rows
        if row["Đơn vị"] == "Xã Hưng Hà" and row["Nhóm cán bộ"] == "Chi hội trưởng phụ nữ"
    ]
    assert heads["Mã"] == '="12586"'
    assert heads["Tỷ lệ (%)"] == "33,3"
    assert (heads["Đã bồi dưỡng (người)"], heads["Tổng số (người)"]) == ("1", "3")
    assert (heads["Chỉ tiêu"], heads["Mốc"], heads["Kết quả"]) == ("100%", "2025", "chưa đạt")


def test_the_table_is_read_in_a_terminal(report):
    told = report("--area", "33").stdout

    assert told.startswith("Độ phủ bồi dưỡng tỉnh Hưng Yên\n")
    assert "33,3% 1/3" in told
    assert "chưa có số liệu" in told


def test_a_code_is_read_on_the_day(report):
    old = report("--as-of", "2025-06-30", "--area", "34").stdout
    gone = report("--area", "34", fails=True).output

    assert old.startswith("Độ phủ bồi dưỡng tỉnh Thái Bình\n")
    assert "Tỉnh Thái Bình có đến ngày 30/06/2025" in gone


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--as-of", "2030-01-01"), "Ngày này chưa tới"),
        (("--as-of", "2018-12-31"), "bắt đầu ngày 01/01/2019"),
        (("--as-of", "2026-02-31"), "không phải ngày có thật"),
        (("--area", "99999"), "Không có đơn vị hành chính mã 99999"),
        (("--area", "Hưng Hưng"), "Không có đơn vị hành chính nào tên"),
        (("--scheme", "de_an_1"), "Đang có: de_an_1893, de_an_1893_tb"),
        (("--borders", "2050-01-01"), "Địa giới ngày này chưa có"),
        (("--borders", "ngày mai"), "không phải ngày có thật"),
        (("--scheme", "de_an_1893_tb", "--area", "22"), "chỉ tính trong tỉnh Hưng Yên"),
    ],
)
def test_what_cannot_be_told_is_refused_in_words(report, words, said):
    assert said in report(*words, fails=True).output


def test_the_schemes_of_one_province_opens_there(report):
    told = report("--scheme", "de_an_1893_tb", "--area", "33").stdout

    assert "hằng năm" in told
    assert "Sau kỳ đề án" not in told


def test_a_name_that_begins_like_a_formula_stays_a_name():
    cell = Cell(make.indicator(), None, Holding(is_open=True), Figure(3, 1))
    row = Row(1, "33", "=SUM(A1)", (cell,))
    place = Place(1, "33", "=SUM(A1)", Level.PROVINCE, "/1/")
    asked = (make.scheme_of(cell.indicator), make.DAY, Geography(Borders.AS_IT_WAS, make.DAY))
    told = CoverageReport(*asked, Counting(None), place, row, ())

    assert ";'=SUM(A1);" in as_csv(told).decode()
    assert as_json(told)["area_name"] == "=SUM(A1)"


@pytest.mark.parametrize(
    ("borders", "told"),
    [
        ("then", "theo địa giới tại thời điểm"),
        ("now", "quy đổi theo địa giới hiện nay"),
        ("31/12/2024", "theo địa giới ngày 31/12/2024"),
    ],
)
def test_the_same_heading_stands_over_every_form(report, borders, told):
    asked = ("--as-of", "2024-12-31", "--borders", borders)
    plain = json.loads(report(*asked, "--format", "json").stdout)
    lines = report(*asked, "--format", "csv").stdout_bytes.decode("utf-8-sig").splitlines()
    heading = f"Số liệu đến ngày 31/12/2024; địa giới: {told}; định nghĩa phiên bản 1."

    assert heading in plain["heading"]
    assert heading in report(*asked).stdout
    assert f";31/12/2024;{told};1;" in lines[1]
    assert plain["counted_at"] is not None


def test_estimates_are_marked_in_every_form(report):
    asked = ("--borders", "31/12/2024", "--area", "339")
    plain = json.loads(report(*asked, "--format", "json").stdout)
    table = report(*asked).stdout

    assert {cell["estimated"] for row in plain["rows"] for cell in row["cells"]} >= {0, 3}
    assert "33,3% 1/3*" in table
    assert "* Ước tính:" in table
