"""Cells of days of birth: all ways to write them, and what is no day."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elearn.people.roster.rules.cells.dates import dated, of_birth, of_office

TODAY = date(2026, 11, 22)
BORN = of_birth(TODAY)
DAYS = st.dates(date(1940, 1, 1), date(2008, 12, 31))


def read(raw, **how):
    return dated(raw, raw if isinstance(raw, str) else "", BORN, **how)


@pytest.mark.parametrize(
    "written",
    [
        *("05/03/1984", "5/3/1984", "05-03-1984", "05.03.1984", "5 3 1984", "05 / 03 / 1984"),
        *("ngày 05 tháng 3 năm 1984", "Ngày 05/03/1984", "1984-03-05", "1984-03-05 00:00:00"),
        *("05/03/1984 00:00:00", "05/03/1984 0:00"),
        *("05031984", "05/03//1984", "05,03,1984", "05\\03\\1984", "Sinh ngày 5/3/1984"),
        5031984.0,
    ],
)
def test_a_day_is_read_however_it_is_written(written):
    found = read(written)

    assert (found.day, found.year, found.fixes) == (date(1984, 3, 5), 1984, ())


@pytest.mark.parametrize(
    ("raw", "fix"),
    [
        ("05/03/84", "two_digit_year"),
        (30746.0, "excel_serial_date"),
        ("30746", "excel_serial_date"),
        (30746.5, "excel_serial_date"),
        (date(1984, 3, 5), "date_cell"),
        (datetime(1984, 3, 5, 7), "date_cell"),  # noqa: DTZ001  # A sheet knows no zones.
    ],
)
def test_a_day_that_was_kept_otherwise_is_mended_and_told(raw, fix):
    found = read(raw)

    assert (found.day, found.fixes) == (date(1984, 3, 5), (fix,))


@pytest.mark.parametrize(
    ("raw", "year", "fixes"),
    [
        ("1985", 1985, ()),
        (1985.0, 1985, ()),
        ("Năm 1985", 1985, ()),
        ("sinh năm 1985", 1985, ()),
        ("85", 1985, ("two_digit_year",)),
        (85.0, 1985, ("two_digit_year",)),
        ("03/1985", 1985, ("month_only",)),
        ("tháng 3 năm 1985", 1985, ("month_only",)),
        (3.1985, 1985, ("month_only",)),
        ("00/00/1985", 1985, ()),
        ("?/1985", 1985, ()),
    ],
)
def test_a_year_alone_is_a_year(raw, year, fixes):
    found = read(raw)

    assert (found.day, found.year, found.fixes) == (None, year, fixes)


@pytest.mark.parametrize(
    "written",
    [
        *("31/02/1988", "29/02/1985", "32/01/1990", "05/13/1984", "3/25/1984", "O5/03/1984"),
        *("05/03/2079", "05/03/1884", "05/03/2020", "2026", "12345678", "5/3", "năm 3", "abc"),
        *(99999999.0, 123.0, 45000.0, date(2030, 1, 1), date(1850, 1, 1)),
    ],
)
def test_what_is_no_day_of_birth_is_told(written):
    assert read(written) == dated("31/02/1988", "31/02/1988", BORN)


@pytest.mark.parametrize("written", ["", "-", "không rõ", "…", "0", "chưa rõ"])
def test_nothing_is_no_day_and_no_fault(written):
    assert not read(written).says_anything


@pytest.mark.parametrize(
    ("written", "is_unsure"),
    [
        ("3/5/84", True),
        ("3/12/84", True),
        ("03/05/84", False),
        ("3/5/1984", False),
        ("15/5/84", False),
        ("3/3/84", False),
        ("05/03/1984", False),
        ("12-08-1990", False),
    ],
)
def test_only_what_is_written_as_americans_do_is_asked(written, is_unsure):
    assert read(written).is_unsure is is_unsure


def test_a_column_with_the_month_first_is_read_so():
    found = read("3/25/1984", is_month_first=True)

    assert (found.day, found.fixes) == (date(1984, 3, 25), ("month_first",))
    assert read("25/3/1984", is_month_first=True).is_bad


def test_posts_begin_later_than_people():
    assert dated("01/07/2025", "01/07/2025", of_office(TODAY)).day == date(2025, 7, 1)
    assert dated("01/07/25", "01/07/25", of_office(TODAY)).day == date(2025, 7, 1)


@given(DAYS, st.sampled_from("/.- "), st.booleans())
def test_every_day_is_read_as_it_was_meant(day, sign, has_zeros):
    parts = (f"{day:%d}", f"{day:%m}") if has_zeros else (str(day.day), str(day.month))

    assert read(sign.join((*parts, str(day.year)))).day == day


@given(DAYS)
def test_every_day_that_excel_counts_is_that_day(day):
    number = (day - date(1899, 12, 30)) / timedelta(days=1)

    assert read(number).day == day


@given(st.text(max_size=20) | st.floats(allow_nan=False, allow_infinity=False, width=32))
def test_whatever_stands_there_is_a_day_that_can_be_or_told(raw):
    found = read(raw)

    assert found.year is None or BORN.holds(found.year)
    assert found.day is None or found.day.year == found.year
