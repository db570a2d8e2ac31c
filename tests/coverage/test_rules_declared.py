"""What declarations of areas and units come to in a wider one."""

from datetime import date

import pytest

from elearn.coverage.rules.declared import Declared, Total, total_at, totals_at

DAY, EARLIER = date(2026, 6, 30), date(2025, 12, 31)


def _told(path, number, origin="", day=DAY):
    return Declared(path, origin or path, number, day)


def test_ones_own_number_goes_before_the_sum_of_the_parts():
    told = [_told("/1/2/", 100), _told("/1/2/3/", 30), _told("/1/2/4/", 40)]

    assert total_at("/1/2/", told) == Total(100, DAY)


@pytest.mark.parametrize("own", [[], [_told("/1/2/", None)]])
def test_else_the_parts_are_added_and_how_many_and_since_when_is_told(own):
    told = [*own, _told("/1/2/3/", 30), _told("/1/2/4/", 40, day=EARLIER), _told("/1/5/", 7)]

    assert total_at("/1/2/", told) == Total(70, EARLIER, is_own=False, parts=2)


def test_what_lies_in_a_part_that_declared_is_not_added_again():
    told = [_told("/1/2/", 100), _told("/1/2/3/", 30), _told("/1/5/6/", 8)]

    assert total_at("/1/", told) == Total(108, DAY, is_own=False, parts=2)


def test_neither_is_what_lay_in_it_in_its_own_time():
    joined = [
        _told("/1/9/a2/", 100, origin="/1/2/"),
        _told("/1/9/40/", 30, origin="/1/2/3/"),
        _told("/1/9/a9/", 50, origin="/1/9/"),
    ]

    assert total_at("/1/9/", joined) == Total(150, DAY, is_own=False, parts=2)
    assert total_at("/1/9/40/", joined) == Total(30, DAY)


def test_where_nobody_declared_a_number_there_is_no_total():
    assert total_at("/1/", [_told("/1/2/", None)]) is None
    assert total_at("/1/", []) is None


def test_a_path_that_only_begins_alike_is_another_area():
    assert total_at("/1/2/", [_told("/1/23/", 5)]) is None


def test_of_several_areas_those_of_which_nothing_is_known_are_left_out():
    told = [_told("/1/2/3/", 30), _told("/1/2/4/", 40), _told("/1/5/", None)]

    found = totals_at(["/1/", "/1/2/", "/1/2/3/", "/1/5/", "/1/6/"], told)

    assert {path: total.number for path, total in found.items()} == {
        "/1/": 70,
        "/1/2/": 70,
        "/1/2/3/": 30,
    }


def test_what_it_rests_on_is_told():
    own, added = Total(1250, DAY), Total(70, EARLIER, is_own=False, parts=2)

    assert str(own.words) == "khai báo 1.250 người, số liệu ngày 30/06/2026"
    assert (
        str(added.words)
        == "70 người, cộng từ 2 khai báo của các nơi trực thuộc, sớm nhất ngày 31/12/2025"
    )
