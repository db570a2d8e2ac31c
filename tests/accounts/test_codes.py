"""A code opens one account once, until its day; whoever guesses has to wait."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, select

from elearn import accounts, clock
from elearn.access import OPERATOR
from elearn.accounts import ActivationCode, FailedSignIn, SignInSession
from elearn.errors import Conflict
from tests.make import accounts as make
from tests.make import slips

NOW = datetime(2026, 11, 21, 5, tzinfo=UTC)
LATER = NOW + timedelta(minutes=10)
MINE = accounts.Device("203.0.113.0/24", "a phone")
OTHERS = accounts.Device("198.51.100.0/24", "a phone")


def typed(db, text, *, device=MINE, now=LATER):
    return accounts.recognise(db, accounts.Typed(text, device), make.guard(now), now=now)


@pytest.fixture
def account(db):
    return slips.waiting(db)


@pytest.fixture
def code(db, account):
    return slips.code(db, account, now=NOW)


def test_a_code_is_recognised_however_it_is_typed(db, account, code):
    assert typed(db, f"{code[:4].lower()} {code[4:]}").account_id == account.id


def test_no_code_stands_in_the_table(db, code):
    [row] = db.scalars(select(ActivationCode))

    assert code not in row.digest
    assert len(row.digest) == 64


def test_another_installation_knows_other_digests(db, code):
    guard = accounts.Guard(make.PASSWORDS, accounts.rule_on(NOW.date()), "another secret")

    failure = accounts.recognise(db, accounts.Typed(code, MINE), guard, now=LATER)

    assert isinstance(failure, accounts.Failure)


@pytest.mark.parametrize("text", ["", "ABCD", "0000 0000"])
def test_what_cannot_be_a_code_is_no_guess(db, text):
    assert "8 chữ và số" in str(typed(db, text).message)
    assert not db.scalar(select(func.count(FailedSignIn.id)))


def test_guesses_count_against_the_network_and_make_it_wait(db, code):
    rule = make.guard(LATER).rule
    for _ in range(rule.network_failures_allowed):
        outcome = typed(db, "AAAA AAAA")

    assert outcome.is_paused
    assert typed(db, code).is_paused
    assert typed(db, code, device=OTHERS).account_id


def test_behind_a_proxy_that_names_nobody_guesses_count_too(db):
    local = accounts.Device(accounts.LOCAL, "")
    for _ in range(make.guard(LATER).rule.network_failures_allowed):
        outcome = typed(db, "AAAA AAAA", device=local)

    assert outcome.is_paused


def test_a_newer_code_takes_the_place_of_an_older(db, account, code):
    newer = slips.code(db, account, now=NOW)

    assert "mã mới" in str(typed(db, code).message)
    assert typed(db, newer).account_id == account.id


def test_a_code_ends_with_its_last_moment(db, account):
    code = slips.code(db, account, now=NOW, days=90)
    end = NOW + timedelta(days=90)

    assert typed(db, code, now=end - timedelta(seconds=1)).account_id == account.id
    assert "hết hạn" in str(typed(db, code, now=end).message)


def test_a_closed_account_is_opened_by_no_code(db, account, code):
    accounts.close_account(db, OPERATOR, account, now=NOW)

    assert isinstance(typed(db, code), accounts.Failure)


def test_a_password_uses_the_code_up(db, account, code):
    found = typed(db, code)

    signed_in = accounts.activate(db, found.id, make.HASH, MINE, now=LATER)

    assert make.presence(db, signed_in.token, now=LATER).account_id == account.id
    assert account.password_hash == make.HASH
    assert "đã được dùng" in str(typed(db, code).message)
    with pytest.raises(Conflict):
        accounts.activate(db, found.id, make.HASH, MINE, now=LATER)


def test_until_the_code_is_used_her_old_password_and_devices_hold(db):
    account = make.account(db)
    token = make.token(db, account, now=NOW)
    code = slips.code(db, account, now=NOW)
    found = typed(db, code)

    assert accounts.presence_of(db, token, now=LATER)

    accounts.activate(db, found.id, make.PASSWORDS.hash("hoa-sen-2026"), MINE, now=LATER)
    assert accounts.presence_of(db, token, now=LATER) is None
    assert account.password_hash != make.HASH


def test_a_password_set_otherwise_makes_codes_void(db, account, code):
    accounts.set_password(db, OPERATOR, account, make.HASH, now=NOW)

    assert isinstance(typed(db, code), accounts.Failure)


def test_a_second_factor_is_still_asked_for(db, account, code):
    accounts.activate(db, typed(db, code).id, make.HASH, MINE, now=LATER)

    [session] = db.scalars(select(SignInSession).where(SignInSession.account_id == account.id))
    assert session.proved_at is None


def test_a_rule_holds_every_day():
    assert accounts.code_rule_on(clock.day_of(NOW)).carry_seconds == 60
