"""Rows of one file that mean the same person, and those that might."""

from dataclasses import replace
from datetime import date

import pytest

from elearn.people.roster.rules.duplicates import with_duplicates
from elearn.people.roster.rules.entries import Entry, Place

ONE = Entry("S", 10, "Bùi Thị Thuý", place=Place("Xã Minh Khai", "Huyện Hưng Hà", "Thái Bình"))


@pytest.mark.parametrize(
    ("first", "second", "is_same"),
    [
        ({"phone": "0905111222"}, {"name": "Bùi Thị Thúy", "phone": "0905111222"}, True),
        ({"phone": "0905111222"}, {"name": "Bùi Thị Thùy", "phone": "0905111222"}, False),
        ({"phone": "0905111222"}, {"phone_alt": "0905111222"}, True),
        ({"born_on": date(1984, 5, 3)}, {"born_on": date(1984, 5, 3)}, True),
        ({"born_on": date(1984, 5, 3)}, {"born_on": date(1984, 3, 5)}, False),
        ({"born_on": date(1984, 5, 3)}, {"born_on": date(1984, 5, 3), "place": Place("X")}, False),
        ({"birth_year": 1984}, {"birth_year": 1984}, True),
        ({"birth_year": 1984, "phone": "01"}, {"birth_year": 1984, "phone": "02"}, False),
        ({"birth_year": 1984, "phone": "01"}, {"birth_year": 1984}, True),
        ({"birth_year": 1984}, {"birth_year": 1985}, False),
        ({"phone": "09"}, {"name": "Bui Thi Thuy", "phone": "09"}, True),
        ({"official_id_hash": "a"}, {"official_id_hash": "a"}, True),
        ({"official_id": "a"}, {"name": "Bùi Thị Thùy", "official_id": "a"}, True),
        ({"phone": "09"}, {"name": "Bùi Thị Mai", "name_alt": "Bùi Thị Thúy", "phone": "09"}, True),
        ({"phone": "09", "person_key": 3}, {"phone": "09", "person_key": 3}, False),
    ],
)
def test_a_row_that_means_somebody_of_an_earlier_one_has_its_number(first, second, is_same):
    rows = [replace(ONE, **first), replace(ONE, row=14, **second)]

    [_, later] = with_duplicates(rows)

    assert later.duplicate_of == (10 if is_same else None)


def test_a_third_row_has_the_number_of_the_first_and_the_sheet_if_it_is_another():
    one = replace(ONE, phone="0905111222")
    rows = [one, replace(one, row=14), replace(one, sheet="T", row=3)]

    told = [(entry.duplicate_of, entry.duplicate_sheet) for entry in with_duplicates(rows)]

    assert told == [(None, None), (10, None), (10, "S")]


def test_who_might_be_the_same_is_asked():
    shared = [replace(ONE, phone="09"), replace(ONE, row=11, name="Lê Thị Na", phone="09")]
    alike = [replace(ONE, row=row, birth_year=1984, phone=str(row)) for row in (10, 11)]

    assert with_duplicates(shared)[1].questions == ("same_phone_as:10",)
    assert with_duplicates(alike)[1].questions == ("same_name_as:10",)
