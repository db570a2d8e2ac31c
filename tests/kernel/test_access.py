from datetime import UTC, date, datetime

import pytest

from elearn import clock
from elearn.access import OPERATOR, ROLE_NAMES, Actor, Grant, Role
from elearn.errors import InvalidInput, NotFound, Refusal
from elearn.text import msg

BRANCH_HEAD = Actor(1, (Grant(Role.ADMINISTRATOR, "/1/45/", date(2025, 7, 1)),))


@pytest.mark.parametrize(
    ("path", "is_covered"),
    [("/1/45/", True), ("/1/45/678/", True), ("/1/", False), ("/1/450/", False), ("/1/4/", False)],
)
def test_a_grant_covers_its_area_and_what_lies_below(path, is_covered):
    assert BRANCH_HEAD.covers(path, Role.ADMINISTRATOR) is is_covered


def test_a_role_is_not_another_role():
    assert not BRANCH_HEAD.covers("/1/45/", Role.INSTRUCTOR)
    assert not BRANCH_HEAD.has(Role.CENTRAL)
    assert BRANCH_HEAD.scopes(Role.ADMINISTRATOR) == ("/1/45/",)


def test_whoever_holds_the_shell_covers_everything_and_nobody_covers_nothing():
    assert OPERATOR.covers("/1/45/678/", Role.CENTRAL)
    assert not Actor(None).has(*Role)


def test_every_role_has_a_name():
    assert set(ROLE_NAMES) == set(Role)


@pytest.mark.parametrize(
    ("day", "holds"),
    [(date(2025, 6, 30), False), (date(2025, 7, 1), True), (date(2025, 7, 2), False)],
)
def test_a_grant_holds_on_its_days(day, holds):
    grant = Grant(Role.LEARNER, "/1/", date(2025, 7, 1), date(2025, 7, 1))

    assert grant.is_valid_on(day) is holds


def test_the_day_is_that_of_the_users():
    assert clock.day_of(datetime(2026, 11, 21, 16, 59, tzinfo=UTC)) == date(2026, 11, 21)
    assert clock.day_of(datetime(2026, 11, 21, 17, 0, tzinfo=UTC)) == date(2026, 11, 22)
    assert clock.now().tzinfo is UTC


def test_a_refusal_says_why():
    assert str(NotFound(msg("Không thấy bài %(code)s.", code="QN-B2"))) == "Không thấy bài QN-B2."


def test_wrong_fields_are_counted_and_each_named():
    refusal = InvalidInput(phone=msg("Thiếu số."), name=msg("Thiếu tên."))

    assert isinstance(refusal, Refusal)
    assert str(refusal.message) == "Còn 2 chỗ cần sửa."
    assert str(refusal) == "phone: Thiếu số.; name: Thiếu tên."
