"""Codes are read aloud and typed on telephones; user names are made of names."""

from random import Random

import pytest

from elearn.access import Actor, Grant, Role
from elearn.accounts.rules import (
    ALPHABET,
    code_in,
    is_user_name,
    is_within_app,
    may_help,
    name_stem,
    new_code,
    numbered,
    shown_code,
)
from elearn.db import UNKNOWN_START

COMMUNE, OTHER = "/1/45/678/", "/1/46/700/"


def test_a_code_has_no_signs_that_are_taken_for_each_other():
    assert not set(ALPHABET) & set("0O1IL2Z5S")
    assert len(set(ALPHABET)) == len(ALPHABET)


@pytest.mark.parametrize("typed", ["ab3d 7kmp", "AB3D-7KMP", " AB3D7KMP ", "a b 3 d 7 k m p"])
def test_a_code_is_read_in_whatever_groups_and_case(typed):
    assert code_in(typed) == "AB3D7KMP"


@pytest.mark.parametrize(
    "typed", ["", "AB3D 7KM", "AB3D 7KMPX", "OB3D 7KMP", "AB3D 7KM0", "mã của tôi"]
)
def test_what_cannot_be_a_code_is_none(typed):
    assert code_in(typed) is None


def test_every_code_made_is_read_again_as_it_is_shown():
    code = new_code(Random(1).choice)  # A code for a test opens nothing.

    assert code_in(shown_code(code)) == code
    assert shown_code(code)[4] == " "


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("Bùi Thị Thoa", "thoabt"),
        ("Đỗ Thị Ái Đông", "dongdta"),
        ("H’Hen Niê", "nieh"),
        ("吴", "canbo"),
    ],
)
def test_a_user_name_is_made_of_the_given_name_and_first_letters(name, stem):
    assert name_stem(name) == stem
    assert is_user_name(f"{name_stem(name)}1")


def test_user_names_are_numbered_on_from_those_taken():
    taken = ["thoabt", "thoabt7", "aint2"]

    assert numbered(["thoabt", "aint", "thoabt", "hoalt"], taken) == [
        "thoabt8",
        "aint3",
        "thoabt9",
        "hoalt1",
    ]


@pytest.mark.parametrize(
    ("browser", "is_within"),
    [
        ("Mozilla/5.0 (Linux; Android 12) Chrome/120 Mobile Zalo android/2310", True),
        ("Mozilla/5.0 (iPhone) [FBAN/FBIOS;FBAV/440]", True),
        ("Mozilla/5.0 (Linux; Android 12) Chrome/120 Mobile Safari", False),
    ],
)
def test_browsers_of_messengers_are_known(browser, is_within):
    assert is_within_app(browser) is is_within


def actor(*grants: Grant) -> Actor:
    return Actor(1, grants)


def held(role: Role, path: str = COMMUNE, *, proposes: bool = False) -> Grant:
    return Grant(role, path, UNKNOWN_START, proposes=proposes)


CHAIR = actor(held(Role.ADMINISTRATOR, proposes=True))
PROVINCE = actor(held(Role.ADMINISTRATOR, "/1/45/"))
CENTRE = actor(held(Role.CENTRAL, "/1/"))


@pytest.mark.parametrize("helper", [CHAIR, PROVINCE, CENTRE])
def test_a_learner_is_helped_by_all_who_administer_her_commune(helper):
    assert may_help(helper, [COMMUNE], [held(Role.LEARNER)])


@pytest.mark.parametrize(
    "stranger",
    [actor(), actor(held(Role.ADMINISTRATOR, OTHER)), actor(held(Role.INSPECTOR, "/1/"))],
)
def test_a_stranger_and_an_inspector_help_nobody(stranger):
    assert not may_help(stranger, [COMMUNE], [])


def test_nobody_climbs_by_helping_whoever_holds_more():
    vice_chair = [held(Role.LEARNER), held(Role.ADMINISTRATOR)]

    assert not may_help(CHAIR, [COMMUNE], vice_chair)
    assert may_help(PROVINCE, [COMMUNE], vice_chair)
    assert not may_help(PROVINCE, [COMMUNE], [held(Role.INSPECTOR)])
    assert not may_help(PROVINCE, [COMMUNE], [held(Role.INSTRUCTOR, "/1/")])
    assert may_help(CENTRE, [COMMUNE], [held(Role.CENTRAL, "/1/")])
