"""Names, branches and hidden numbers: how near two come."""

import pytest

from elearn.people.roster.rules.branches import (
    branch_among,
    branch_name,
    called,
    is_same_branch,
)
from elearn.people.roster.rules.entries import Entry
from elearn.people.roster.rules.names import Likeness, likeness, sought
from elearn.people.roster.rules.official_ids import hidden, official_id_hash


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("Bùi Thị Thuý", "Bùi Thị Thúy", Likeness.SAME),
        ("BÙI THỊ THÚY", "Bùi Thị Thúy", Likeness.SAME),
        ("Nguyễn Thị Hoà", "Nguyễn Thị Hòa", Likeness.SAME),
        ("Bùi Thị Thùy", "Bùi Thị Thúy", Likeness.NEAR),
        ("Đỗ Thị Lí", "Đỗ Thị Lý", Likeness.NEAR),
        ("Bui Thi Thuy", "Bùi Thị Thúy", Likeness.BARE),
        ("Bùi Thị Thu", "Bùi Thị Thúy", Likeness.OTHER),
        ("H’Hen Niê", "H'Hen Niê", Likeness.SAME),
    ],
)
def test_names_are_compared_without_being_rewritten(one, other, near):
    assert likeness(one, other) is near


def test_a_name_is_sought_with_i_and_with_y():
    assert sought("Đỗ Thị Lý") == ("do thi ly", "do thi li")
    assert sought("Trần Thị Hoa") == ("tran thi hoa",)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Thôn Kiến Xá", "Kiến Xá"),
        ("Thôn 3", "Thôn 03"),
        ("Chi hội thôn 3", "thôn 3"),
        ("Chi hội phụ nữ thôn 3", "Thôn số 3"),
        ("Tổ dân phố 5", "TDP 5"),
        ("Chi hội Khu phố 2", "KP 2"),
    ],
)
def test_a_branch_is_one_with_and_without_its_types(one, other):
    assert is_same_branch(one, other)


def test_branches_of_other_names_are_others_and_a_type_alone_is_a_name():
    assert not is_same_branch("Thôn 3", "Thôn 13")
    assert not is_same_branch("Thôn Thượng", "Thôn Thương")
    assert called("Thôn").key == "thon"
    assert branch_name("Thôn Kiến Xá") == "Chi hội thôn Kiến Xá"
    assert branch_name("Kiến Xá") == "Chi hội Kiến Xá"
    assert branch_name("Chi hội 5") == "Chi hội 5"
    assert branch_name("Thôn 03") == "Chi hội thôn 3"


def test_a_branch_of_another_type_is_another_and_one_without_a_type_is_the_only_one_it_can_be():
    names = ["Chi hội khu phố 3", "Chi hội thôn Kiến Xá"]

    assert branch_among("Thôn 3", names) is None
    assert branch_among("3", names) == 0
    assert branch_among("Kien Xa", names) == 1
    assert branch_among("Kiến Xá", [*names, "Chi hội xóm Kiến Xá"]) is None


def test_an_official_number_is_known_again_by_its_hash_under_our_key_alone():
    entry = hidden(Entry("S", 1, "Vũ Thị Ngát", official_id="034184001234"), "secret")

    assert entry.official_id is None
    assert entry.official_id_hash == official_id_hash("034184001234", "secret")
    assert entry.official_id_hash != official_id_hash("034184001234", "another")
    assert "034184001234" not in repr(entry)
