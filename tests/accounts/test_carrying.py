"""A link carries a sign-in to another browser once, within a minute; time is handed in."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from elearn import accounts
from elearn.access import OPERATOR
from elearn.accounts import CarryLink, SignInSession
from tests.make import accounts as make

NOW = datetime(2026, 11, 21, 5, tzinfo=UTC)
CHROME = accounts.Device("203.0.113.0/24", "Chrome")


@pytest.fixture
def account(db):
    return make.account(db)


@pytest.fixture
def origin(db, account):
    make.token(db, account, now=NOW)
    return db.scalars(select(SignInSession).where(SignInSession.account_id == account.id)).one()


@pytest.fixture
def link(db, origin):
    return accounts.begin_carrying(db, origin.id, now=NOW)


def carried(db, link, seconds=1.0):
    return accounts.carry(db, link, CHROME, now=NOW + timedelta(seconds=seconds))


def test_the_other_browser_is_signed_in_and_the_first_one_stays(db, account, link):
    outcome = carried(db, link, 59)

    assert make.presence(db, outcome.token, now=NOW).account_id == account.id
    assert len(accounts.open_sessions(db, account.id, now=NOW)) == 2


def test_the_token_itself_is_not_kept(db, link):
    assert db.scalars(select(CarryLink)).one().token_sha256 != link


def test_the_second_use_is_refused_in_words(db, link):
    carried(db, link)

    assert "đã được dùng" in str(carried(db, link).message)


def test_the_61st_second_is_refused_in_words(db, link):
    assert "quá một phút" in str(carried(db, link, 60).message)


def test_a_look_uses_nothing_up(db, account, link):
    there = accounts.standing_link(db, link, now=NOW)
    assert not isinstance(there, accounts.Failure)
    assert there.account.id == account.id
    assert carried(db, link).account_id == account.id


def test_a_link_nobody_made_carries_nobody(db):
    assert "không đúng" in str(carried(db, "made up").message)


def test_who_signed_out_meanwhile_is_carried_nowhere(db, origin, link):
    accounts.end_sessions(db, origin.account_id, now=NOW)

    assert isinstance(carried(db, link), accounts.Failure)


def test_nobody_is_carried_into_a_closed_account(db, account, link):
    accounts.close_account(db, OPERATOR, account, now=NOW)

    assert isinstance(carried(db, link), accounts.Failure)


@pytest.mark.parametrize("proved", [NOW, None])
def test_a_second_factor_shown_there_counts_here_and_one_not_shown_does_not(db, origin, proved):
    origin.proved_at = proved
    outcome = carried(db, accounts.begin_carrying(db, origin.id, now=NOW))

    new = db.scalars(select(SignInSession).order_by(SignInSession.id.desc())).first()
    assert outcome.account_id == origin.account_id
    assert (new.proved_at is None) == (proved is None)
