"""A table that is read, and what is said of one that cannot be."""

import csv
import re

import pytest

from elearn.coverage import checking
from elearn.errors import Refusal
from tests.make.figures import FIGURES

HEAD = "seed_file,indicator,group,level,area,year_or_date,numerator,denominator,value,unit,quote"
GOOD = "a,rate,g,l,VN,2024,4,5,80,percent,x"


@pytest.fixture
def read(tmp_path):
    """`read(line, …)` reads a table of these lines under the usual head."""

    def read(*lines, head=HEAD, code="utf-8"):
        path = tmp_path / "bang.csv"
        path.write_bytes("\r\n".join([head, *lines]).encode(code))
        return checking.read(path)

    return read


def refused(read, *lines, **words):
    with pytest.raises(Refusal) as caught:
        read(*lines, **words)
    return str(caught.value)


def test_the_table_of_the_documents_has_113_rows_21_of_them_with_a_fraction():
    rows = checking.read(FIGURES).rows

    assert (len(rows), sum(one.fraction is not None for one in rows)) == (113, 21)
    assert (rows[0].line, rows[-1].line) == (2, 114)
    assert rows[9].fraction is not None
    assert not rows[9].fraction.is_whole


def test_a_mark_at_the_beginning_and_columns_in_another_order_do_no_harm(read):
    (row,) = read(
        "%,percent,5,4,rate".replace("%", "80"),
        head="value,unit,denominator,numerator,indicator",
        code="utf-8-sig",
    ).rows

    assert (row.indicator, row.value, row.quote) == ("rate", "80", "")


def test_lines_count_as_in_the_file_also_after_a_long_sentence(read):
    rows = read('a,rate,,,VN,2024,,,80,percent,"một\r\nhai"', "", GOOD).rows

    assert [row.line for row in rows] == [2, 5]


def test_lines_of_nothing_but_blanks_are_passed_over(read):
    assert [row.line for row in read(" , ,,,,,,,,,", GOOD).rows] == [3]


def test_of_two_columns_of_one_name_neither_is_taken_for_granted(read):
    head = HEAD.replace("quote", "value")

    assert "hai cột cùng tên: value" in refused(read, GOOD.replace("x", "99"), head=head)


def test_a_table_that_would_take_hours_is_refused_before_it_is_read_whole(read):
    lines = [GOOD] * (checking.MOST_ROWS + 1)

    assert len(read(*lines[1:]).rows) == checking.MOST_ROWS
    assert "dài quá 5000 dòng" in refused(read, *lines, "not,a,row")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("a,,g,l,VN,2024,4,5,80,percent,x", "cột indicator: để trống"),
        ("a,rate,g,l,VN,2024,4,5,,percent,x", "cột value: để trống"),
        ("a,rate,g,l,VN,2024,bốn,5,80,percent,x", "cột numerator: “bốn” không đọc được"),
        ("a,rate,g,l,VN,2024,1e5,5,80,percent,x", "cột numerator: “1e5” không đọc được"),
        ("a,rate,g,l,VN,2024,4,,80,percent,x", "cột denominator: để trống; ghi cả tử số"),
        ("a,rate,g,l,VN,2024,4,0,80,percent,x", "cột denominator: phải lớn hơn 0"),
        ("a,rate,g,l,VN,2024,-4,5,80,percent,x", "cột numerator: là số âm"),
        ("a,rate,g,l,VN,2024,4,5,80%,percent,x", "“80%” không đọc được; viết như 403183"),
        ("a,day,g,l,VN,2024,,,2023-02-30,date,x", "“2023-02-30” không đọc được"),
        ("a,day,g,l,VN,2024,,,2025-2019,period,x", "viết như 2019-2025"),
        ("a,day,g,l,VN,2024,4,5,2022,year,x", "đơn vị “year” không có tử số"),
        ("a,rate,g,l,VN,2024,4,5,4-5,ratio,x", "viết như 60/63"),
    ],
)
def test_a_broken_row_is_told_with_its_line_its_column_and_what_to_write(read, line, said):
    told = refused(read, GOOD, line)

    assert told.startswith("bang.csv có 1 dòng phải sửa:\n- dòng 3, cột ")
    assert said in told


def test_all_broken_rows_are_told_at_once_up_to_ten(read):
    told = refused(read, *["a,rate,g,l,VN,2024,x,5,80,percent,x"] * 12)

    assert "có 12 dòng phải sửa" in told
    assert told.count("\n") == 10


@pytest.mark.parametrize(
    ("lines", "words", "said"),
    [
        ((), {}, "không có dòng số liệu nào"),
        (("a,b",), {}, "dòng 2 có 2 ô, dòng đầu có 11"),
        ((GOOD,), {"head": "seed_file,indicator"}, "thiếu cột numerator, denominator"),
        (("a,tỷ lệ,g,l,VN,2024,4,5,80,percent,x",), {"code": "utf-16"}, "bảng mã UTF-8"),
        (('a,"rate,g',), {}, "Không đọc được bang.csv"),
    ],
)
def test_what_is_no_such_table_is_refused(read, lines, words, said):
    assert said in refused(read, *lines, **words)


def test_a_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(Refusal, match="Không đọc được bang"):
        checking.read(tmp_path / "bang.csv")


SEMICOLONS = HEAD.replace(",", ";")


def test_a_table_as_vietnamese_excel_writes_it_reads_the_same(read):
    saved = 'a;rate;g;l;VN;2024;4;5;80,5;percent;"một; hai, ba"'
    half = "a;rate;g;l;VN;2024;39;81,736;48;percent;x"
    first, second = read(saved, half, head=SEMICOLONS, code="utf-8-sig").rows

    assert (first.value, first.quote) == ("80.5", "một; hai, ba")
    assert second.fraction is not None
    assert str(second.fraction.of) == "81.736"


def test_the_table_of_the_documents_with_semicolons_says_the_same(tmp_path):
    def written_again(path):
        with FIGURES.open(encoding="utf-8", newline="") as file:
            rows = [[_with_comma(cell) for cell in line] for line in csv.reader(file)]
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            csv.writer(file, delimiter=";").writerows(rows)
        return path

    again = checking.read(written_again(tmp_path / "bang.csv"))

    assert again.rows == checking.read(FIGURES).rows


def _with_comma(cell):
    return cell.replace(".", ",") if re.fullmatch(r"[0-9]+[.][0-9]+", cell) else cell


def test_a_point_that_may_part_thousands_is_not_guessed_at(read):
    told = refused(read, "a;rate;g;l;VN;2024;403.183;500000;80,6;percent;x", head=SEMICOLONS)

    assert "dòng 2, cột numerator" in told
    assert "hai cách" in told


def test_points_that_can_only_part_thousands_are_read_as_they_are_meant(read):
    (row,) = read("a;rate;g;l;VN;2024;1.403.183;2.500.000;1.234,5;percent;x", head=SEMICOLONS).rows

    assert row.fraction is not None
    assert (row.fraction.n, row.fraction.of) == (1_403_183, 2_500_000)
    assert row.value == "1234.5"


def test_a_semicolon_too_many_is_told_as_such(read):
    told = refused(read, "a;rate;g;l;VN;2024;4;5;80;percent;một; hai", head=SEMICOLONS)

    assert "Ô có dấu chấm phẩy" in told
