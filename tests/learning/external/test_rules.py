"""Papers as marks: how a number is known, cited, and told from another."""

from datetime import date

import pytest

from elearn.learning.rules.external import Marks, cited, is_double, number_key

ONE = Marks(1, "45/gcn", date(2021, 6, 12), "Trường Chính trị", 7, date(2021, 6, 10))


@pytest.mark.parametrize(
    ("number", "key"),
    [
        ("Số 45 / GCN-TCT", "45/gcntct"),
        ("số: 45/GCN.TCT", "45/gcntct"),
        ("45/GCNĐT", "45/gcndt"),
        ("", None),
        (None, None),
    ],
)
def test_a_number_is_known_however_it_is_spelt(number, key):
    assert number_key(number) == key


def test_a_paper_is_cited_by_what_it_bears():
    day = date(2021, 6, 12)

    assert cited("45/GCN", day, "Trường A") == "số 45/GCN ngày 12/6/2021, Trường A"
    assert cited(None, None, "Trường A") == "giấy, Trường A"


@pytest.mark.parametrize(
    ("other", "is_alike"),
    [
        (Marks(1, "45/gcn", None, "Nơi khác", 8, date(2020, 1, 1)), True),
        (Marks(1, None, None, "Nơi khác", None, date(2021, 6, 10)), True),
        (Marks(1, None, None, "Nơi khác", 8, date(2021, 6, 10)), False),
        (Marks(2, "45/gcn", None, "TRUONG  chinh tri", None, date(2020, 1, 1)), True),
        (Marks(2, "45/gcn", date(2022, 6, 12), "Trường Chính trị", 7, date(2021, 6, 10)), False),
        (Marks(2, "45/gcn", None, "Nơi khác", 7, date(2021, 6, 10)), False),
        (Marks(2, None, None, "Trường Chính trị", 7, date(2021, 6, 10)), False),
    ],
)
def test_two_papers_are_alike_by_number_programme_or_day(other, is_alike):
    assert is_double(ONE, other) is is_double(other, ONE) is is_alike
