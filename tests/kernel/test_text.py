""""""

import random
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elearn.text import (
    fold,
    given_name,
    msg,
    name_sort_key,
    nfc,
    sort_key,
    telephone,
)

ALPHABET = "aăâbcdđeêghiklmnoôơpqrstuưvxy"

NAMES = """
An Anh Ảnh Ánh Ấm Ẩn Bà Bá Cúc Dung Dự Đào Gấm Giang Hà Hồng Hương Khuê Lan Lý Mỹ Na Oanh Ông Ơn Quý
Sen Thủy Tú Uyên Ước Vân Xuân Ý Yến
"""

PEOPLE = ["Lê Thị An", "Nguyễn Văn An", "Phạm Anh", "Bùi Thị Dung", "Trần Đào", "Ngô Hà"]


def test_letters_stand_in_the_order_of_the_alphabet():
    assert sorted("yxvưutsrqpơôonmlkihgêeđdcbâăa", key=sort_key) == list(ALPHABET)


def test_tones_stand_in_the_order_of_the_dictionaries():
    assert sorted("ạáãảàa", key=sort_key) == list("aàảãáạ")
    assert sorted("ệếểễềê", key=sort_key) == list("êềểễếệ")


def test_letters_come_before_tones_over_the_whole_word():
    assert sorted(["Hoà", "Hoan", "Hoa", "Hòa An"], key=sort_key) == [
        "Hoa",
        "Hoà",
        "Hòa An",
        "Hoan",
    ]


def test_names_stand_as_in_a_printed_list():
    names = ["An", "Anh", "Ảnh", "Ánh", "Ấm", "Ẩn", "Dung", "Dự", "Đào", "Hà"]
    mixed = random.Random(1).sample(names, len(names))

    assert sorted(mixed, key=sort_key) == names


def test_a_long_list_stands_as_in_a_dictionary():
    names = NAMES.split()
    mixed = random.Random(1).sample(names, len(names))

    assert sorted(mixed, key=sort_key) == names


def test_people_stand_by_given_name_then_family_name():
    mixed = random.Random(1).sample(PEOPLE, len(PEOPLE))

    assert sorted(mixed, key=name_sort_key) == PEOPLE


def test_a_given_name_of_several_words_can_be_said():
    assert given_name("Nguyễn Thị Hường ") == "Hường"
    assert name_sort_key("Y Blô Niê", "Blô") < name_sort_key("Trần Cúc")


@given(st.text(max_size=20))
def test_one_spelling_has_one_key(text):
    apart = unicodedata.normalize("NFD", text)

    assert sort_key(apart) == sort_key(text)
    assert fold(apart) == fold(text)
    assert nfc(nfc(text)) == nfc(text)


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Đỗ Thị Hường", "do thi huong"),
        ("Đắk Lắk", "dak lak"),
        ("H’Hen Niê", "h'hen nie"),
        ("HʼHen", "h'hen"),
        ("KHÓ KHĂN", "kho khan"),
    ],
)
def test_folding_leaves_what_people_type_in_a_hurry(written, folded):
    assert fold(written) == folded


def test_blanks_are_single_and_letters_composed():
    assert nfc("  Nguye\u0302\u0303n \t Thị ") == "Nguyễn Thị"


def test_what_no_text_means_is_left_out():
    assert nfc("\ufeffLớp\0 một") == "Lớp một"
    assert nfc("Lớp\x1b[2J \u202emột\ud800\x1f\u0085hai") == "Lớp[2J một hai"


@pytest.mark.parametrize(
    "written",
    [
        "0912345678",
        "0912 345 678",
        "0912.345.678",
        "+84 912 345 678",
        "84912345678",
        "(+84) 912-345-678",
        "0084 912 345 678",
    ],
)
def test_a_telephone_is_one_number_however_it_is_written(written):
    assert telephone(written) == "0912345678"


def test_a_telephone_with_a_wire_loses_its_country_too():
    assert telephone("+84 24 3825 1234") == "02438251234"


def test_a_message_takes_messages_into_itself():
    message = msg("Mở %(what)s", what=msg("bài %(code)s", code="QN-B2"))

    assert str(message) == "Mở bài QN-B2"
    assert message.told(lambda text: text.replace("Mở", "Open")) == "Open bài QN-B2"
