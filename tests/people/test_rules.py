"""What is kept of a new entry, and how a person is addressed."""

from datetime import date
from types import SimpleNamespace

import pytest

from elearn.errors import InvalidInput
from elearn.people import NewPerson, address_of


def test_a_name_is_kept_as_written_but_composed():
    columns = NewPerson("  Nguye\u0302\u0303n Thị   HƯỜNG ").columns

    assert columns["full_name"] == "Nguyễn Thị HƯỜNG"
    assert columns["name_folded"] == "nguyen thi huong"


def test_the_last_word_is_the_given_name_unless_another_is_told():
    assert NewPerson("Trần Thị Ánh").columns["given_name"] == "Ánh"
    assert NewPerson("H'Hen Niê", given_name="H'Hen").columns["given_name"] == "H'Hen"


def test_lists_sort_by_given_name_as_vietnamese_dictionaries_do():
    names = ["Lê Thị Đào", "Vũ Thị Ánh", "Bùi Thị Dung", "An Thị Ẩn", "Lê Thị An"]

    names.sort(key=lambda name: NewPerson(name).columns["sort_key"])

    assert [name.split()[-1] for name in names] == ["An", "Ánh", "Ẩn", "Dung", "Đào"]


@pytest.mark.parametrize(
    "written", ["0912.345.678", "+84 912 345 678", "84912345678", "0912345678"]
)
def test_a_telephone_is_kept_as_digits(written):
    assert NewPerson("A", phone=written).columns["phone"] == "0912345678"


def test_a_day_of_birth_tells_the_year():
    assert NewPerson("A", born_on=date(1984, 3, 5)).columns["birth_year"] == 1984


@pytest.mark.parametrize(
    ("new", "field"),
    [
        (NewPerson("  "), "full_name"),
        (NewPerson("A", phone="12345"), "phone"),
        (NewPerson("A", birth_year=84), "birth_year"),
        (NewPerson("A", born_on=date(1984, 3, 5), birth_year=1985), "birth_year"),
    ],
)
def test_what_cannot_be_is_refused_by_its_field(new, field):
    with pytest.raises(InvalidInput) as refused:
        _ = new.columns

    assert list(refused.value.fields) == [field]


@pytest.mark.parametrize(
    ("gender", "told"), [("female", "chị"), ("male", "anh"), (None, "anh/chị")]
)
def test_people_are_addressed_by_what_is_known(gender, told):
    assert str(address_of(SimpleNamespace(gender=gender))) == told
