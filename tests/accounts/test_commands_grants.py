"""`elearn accounts grants` and `revoke`: rights, from the shell."""

import re
from datetime import date

import pytest

from elearn import accounts, clock
from elearn.access import Role
from elearn.accounts import commands
from tests.make import accounts as make
from tests.make import areas as places
from tests.make import people


@pytest.fixture
def run(runner):
    return lambda *words: runner.invoke(commands.group, words)


@pytest.fixture
def held(db):
    """The right of a learner over a commune, by her user name."""
    account = make.account(db, people.person(db, "Đỗ Thị Sợi"), user_name="soi")
    given = make.role_grant(db, account, Role.LEARNER, area_id=places.area(db).id)
    db.commit()
    return given


def test_a_right_is_listed_with_its_number_its_area_and_its_days(run, held):
    line = "Đỗ Thị Sợi  Học viên, Xã Hưng Hà, tỉnh Hưng Yên  01/07/2025–…"

    assert f"{held.id}  {line}" in run("grants", "--user", "soi").output
    assert line in run("grants", "--area", "Tỉnh Hưng Yên", "--role", "learner").output
    assert line not in run("grants", "--role", "inspector").output


@pytest.mark.usefixtures("held")
def test_what_holds_no_more_is_listed_when_all_is_asked_for(run, db):
    ended = make.role_grant(
        db, make.person(db, "Bùi Thị Cũ"), days=(date(2025, 7, 1), date(2025, 8, 1))
    )
    db.commit()

    assert f"{ended.id}  Bùi Thị Cũ" not in run("grants").output
    assert "01/07/2025–01/08/2025  (không hiệu lực)" in run("grants", "--all").output


def test_a_right_is_ended_by_its_number_at_once_or_after_a_day(run, db, held):
    said = run("revoke", str(held.id), "--on", "31/12/2030").output
    assert said == f"Đã kết thúc quyền số {held.id}, ngày cuối 31/12/2030.\n"
    [shorter] = accounts.grants_of(db, held.person_id)
    assert shorter.valid_to == date(2030, 12, 31)

    run("revoke", str(shorter.id))

    [over] = accounts.grants_of(db, held.person_id)
    assert over.valid_to
    assert over.valid_to < clock.today()
    assert re.match(r"Error: Không có quyền này", run("revoke", str(shorter.id)).output)
