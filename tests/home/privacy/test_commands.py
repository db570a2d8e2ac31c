"""Forgetting from the shell, and what lapses by itself."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from elearn import accounts, clock
from elearn.accounts.personal import SESSION_DAYS
from elearn.home.privacy import commands, jobs
from elearn.people import Person
from tests.make import accounts as make_accounts
from tests.make import people as make


@pytest.fixture
def person(db):
    made = make.person(db, "Lò Thị Pết", birth_year=1979)
    db.commit()
    return made


def test_it_is_asked_twice_and_then_done(runner, db, person):
    answer = runner.invoke(commands.forget, [str(person.id)], input="y\nLò Thị Pết\n")

    assert answer.exit_code == 0, answer.output
    assert "Lò Thị Pết  1979" in answer.output
    assert "Họ tên, ngày sinh, điện thoại: 1." in answer.output
    assert answer.output.endswith("Đã xóa. Việc này ghi trong nhật ký.\n")
    db.expire_all()
    assert db.get(Person, person.id).full_name == "Đã xóa tên"


@pytest.mark.parametrize("typed", ["n\n", "y\nLò Thị\n"])
def test_whoever_is_not_certain_forgets_nobody(runner, db, person, typed):
    answer = runner.invoke(commands.forget, [str(person.id)], input=typed)

    assert answer.exit_code != 0
    db.expire_all()
    assert db.get(Person, person.id).full_name == "Lò Thị Pết"


def sessions(db):
    return db.scalar(select(func.count()).select_from(accounts.SignInSession))


def test_devices_lapse_long_after_they_were_signed_out(db, here):
    now, account = clock.now(), make_accounts.account(db)
    long_ago = now - timedelta(days=SESSION_DAYS + 31)
    make_accounts.token(db, account, now=long_ago)  # Its time was up a day before the limit.
    make_accounts.token(db, account, now=now - timedelta(days=SESSION_DAYS - 1))
    make_accounts.token(db, account, now=now)
    db.commit()

    assert jobs.let_lapse(here.settings, here.database) is False

    assert sessions(db) == 2


def test_what_lapses_is_looked_for_once_an_hour(db, here):
    jobs.let_lapse(here.settings, here.database)
    old = clock.now() - timedelta(days=365)
    make_accounts.token(db, make_accounts.account(db), now=old)
    db.commit()

    jobs.let_lapse(here.settings, here.database)

    assert sessions(db) == 1
