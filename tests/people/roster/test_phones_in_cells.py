"""Cells of telephones: numbers of today, and what cannot be one."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elearn.people.roster.rules.cells.phones import phones_of

STARTS = st.sampled_from(["032", "039", "070", "079", "081", "089", "090", "099", "056", "058"])
NUMBERS = st.builds(lambda start, rest: f"{start}{rest:07}", STARTS, st.integers(0, 9_999_999))


@pytest.mark.parametrize(
    ("written", "phone", "fixes"),
    [
        ("0912345678", "0912345678", ()),
        ("0912 345 678", "0912345678", ()),
        ("(0912) 345678", "0912345678", ()),
        ("912345678", "0912345678", ("phone_leading_zero",)),
        ("0987.654.321", "0987654321", ("phone_separators",)),
        ("0987-654-321", "0987654321", ("phone_separators",)),
        ("(+84)905111222", "0905111222", ("phone_plus84",)),
        ("+84 905 111 222", "0905111222", ("phone_plus84",)),
        ("+84 (0)905.111.222", "0905111222", ("phone_plus84", "phone_separators")),
        ("0084905111222", "0905111222", ("phone_plus84",)),
        ("84912000111", "0912000111", ("phone_84",)),
        ("0168 234 5678", "0382345678", ("phone_prefix_2018:0168->038",)),
        ("1682345678", "0382345678", ("phone_leading_zero", "phone_prefix_2018:0168->038")),
        ("+841682345678", "0382345678", ("phone_plus84", "phone_prefix_2018:0168->038")),
        ("0199 1234567", "0591234567", ("phone_prefix_2018:0199->059",)),
        ("ĐT: 0912345678", "0912345678", ()),
        ("Số điện thoại 0912345678", "0912345678", ()),
        ("0912345678 (chồng)", "0912345678", ()),
        ("0912345678 (Zalo)", "0912345678", ()),
        ("02273 831 234", "02273831234", ()),
        ("2273831234", "02273831234", ("phone_leading_zero",)),
        ("0912345678.", "0912345678", ()),
        ("'0912345678", "0912345678", ()),
    ],
)
def test_a_number_is_read_as_it_is_dialled_today(written, phone, fixes):
    found = phones_of(written)

    assert (found.phone, found.other, found.bad) == (phone, None, ())
    assert set(found.fixes) == set(fixes)


@pytest.mark.parametrize(
    "written",
    [
        *("0912000333; 0363000444", "0912000333/0363000444", "0912000333 - 0363000444"),
        *("0912000333, 0363000444", "0912000333 0363000444", "0912000333 và 0363000444"),
        *("0912000333-0363000444", "DĐ: 0912000333; NR: 0363000444", "0912 000 333 / 0363 000 444"),
    ],
)
def test_two_numbers_in_a_cell_are_two(written):
    found = phones_of(written)

    assert (found.phone, found.other, found.fixes, found.bad) == (
        "0912000333",
        "0363000444",
        ("two_phones",),
        (),
    )


def test_the_same_number_twice_is_one():
    assert phones_of("0912000333; 0912.000.333").other is None


def test_a_third_number_is_told():
    assert phones_of("0912000333; 0363000444; 0905111222").more == ("0905111222",)


@pytest.mark.parametrize(
    "written",
    [
        *("09123", "0912345", "091234567890", "0112345678", "0422345678", "O912345678"),
        *("0912345678a", "19001560", "abc", "9.12346E+08", "0912 345 67x", "+1 202 555 0143"),
    ],
)
def test_what_is_no_number_is_told_as_it_is_written(written):
    found = phones_of(written)

    assert (found.phone, found.bad) == (None, (written,))


def test_of_two_the_good_one_is_kept_and_the_bad_one_told():
    found = phones_of("0912000333; O9123")

    assert (found.phone, found.bad) == ("0912000333", ("O9123",))


@pytest.mark.parametrize("written", ["", "-", "không", "Không có", "0", "…"])
def test_nothing_is_no_number_and_no_fault(written):
    assert phones_of(written).bad == ()
    assert phones_of(written).phone is None


@given(NUMBERS)
def test_every_number_is_itself(number):
    assert phones_of(number).phone == number
    assert phones_of(f"+84{number[1:]}").phone == number
    assert phones_of(number[1:]).phone == number


@given(st.text("0123456789+.-()/;, OĐT:", max_size=26))
def test_digits_are_never_invented(text):
    found = phones_of(text)
    digits = re.sub(r"\D", "", text)

    for number in filter(None, (found.phone, found.other, *found.more)):
        assert number[-7:] in digits
        assert re.fullmatch(r"0\d{9,10}", number)


@given(st.text(max_size=30))
def test_whatever_stands_there_is_numbers_or_told(text):
    found = phones_of(text)

    assert found.phone is None or not found.other or found.phone != found.other
