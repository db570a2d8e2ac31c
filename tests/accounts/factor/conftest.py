"""An account whose owner has read the notice, and a second factor of hers."""

import pytest

from elearn import accounts, clock
from tests.make import accounts as make
from tests.make import people


@pytest.fixture(autouse=True)
def half_a_minute(still):
    """All that a test shows and asks for belongs to the same half minute."""


@pytest.fixture
def account(db):
    """An account whose owner has read the notice about her data."""
    made = make.account(db, people.person(db, "Nguyễn Thị Ngọc Ưỡng"), user_name="trunguong")
    version = accounts.notice_on(clock.today()).version
    accounts.accept_notice(db, [made.id], version, now=clock.now())
    db.commit()
    return made


@pytest.fixture
def guarded(db, account, settings):
    """The account with a second factor in use, under the key of the application."""
    make.second_factor(db, account, key=settings.secret_key, now=clock.now())
    db.commit()
    return account
