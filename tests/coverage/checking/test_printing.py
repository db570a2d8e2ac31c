"""Numbers in sentences, and values printed in the reader's format and read back."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elearn.coverage.checking.rules.numbers import number_of, numbers_in, written
from elearn.coverage.checking.rules.printing import printed, read_back
from tests.make.figures import judged, row


@pytest.mark.parametrize(
    ("value", "unit", "told"),
    [
        ("65000", "person_gt", "trên 65.000 người"),
        ("403183", "participation", "403.183 lượt"),
        ("1000", "class_lt", "gần 1.000 lớp"),
        ("42.736", "billion_vnd", "42,736 tỷ đồng"),
        ("77.18", "percent", "77,18%"),
        ("70", "percent_min", "tối thiểu 70%"),
        ("500000", "participation_approx", "khoảng 500.000 lượt"),
        ("2023-09-22", "date", "22/09/2023"),
        ("2019-2025", "period", "2019–2025"),
        ("2022", "year_exclusion", "2022"),
        ("60/63", "ratio", "60/63"),
        ("12", "organisation", "12"),
        ("hằng năm", "rhythm", "hằng năm"),
    ],
)
def test_a_value_is_printed_as_reports_do_and_reads_back(value, unit, told):
    one = row(value, unit=unit)

    assert printed(one) == told
    assert read_back(told, one.unit.kind) == value


def test_a_value_that_does_not_come_out_again_is_unexplained():
    (found,) = judged(row("007", unit="lecture"))

    assert found.verdict == "unexplained"


def test_numbers_are_found_as_documents_print_them():
    found = numbers_in("189342,736 tỷ đồng, 1.576 lớp cho 700 nghìn lượt, 80,6%, năm 2022.")

    assert [one.number for one in found] == [
        Decimal(text) for text in ("189342.736", "1576", "700000", "80.6", "2022")
    ]


def test_people_and_turns_are_told_from_other_numbers():
    found = numbers_in("51 xã, 1.612 lượt người, 501 người")

    assert [one.counts_people for one in found] == [False, True, True]


@given(st.decimals(0, 10**9, places=3))
def test_what_is_written_is_the_same_number_when_read(number):
    assert number_of(written(number)) == number
    assert [one.number for one in numbers_in(f"là {written(number)} tỷ")] == [number]
