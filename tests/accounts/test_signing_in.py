"""Signing in by a user name, or by a telephone that several share; what fails is counted."""

from datetime import UTC, datetime, timedelta

import pytest
from argon2 import PasswordHasher
from sqlalchemy import func, select

from elearn import accounts
from tests.make import accounts as make

NOW = datetime(2026, 11, 21, 13, 9, tzinfo=UTC)  # 20:09 where the users live.
MINUTE = timedelta(minutes=1)


def knock(db, name, password=make.PASSWORD, *, now=NOW, network="203.0.113.0/24"):
    guard = make.guard(now)
    attempt = accounts.Knock(name, password, accounts.Device(network, "Chrome"))
    examined = accounts.examine(db, attempt, guard, now=now)
    return accounts.admit(db, examined, guard, now=now)


def fail(db, name, times, *, now=NOW, **where):
    for _ in range(times):
        last = knock(db, name, "wrong one", now=now, **where)
    return last


def test_a_user_name_and_its_password_open_a_session(db):
    account = make.account(db, user_name="chihoi1")

    outcome = knock(db, "ChiHội1")

    assert outcome.account_id == account.id
    present = accounts.presence_of(db, outcome.token, now=NOW)
    assert present is not None
    assert present.user_name == "chihoi1"


def test_a_telephone_number_of_one_person_is_as_good_as_her_name(db):
    account = make.account(db, make.person(db, phone="0912345678"))

    assert knock(db, "+84 912.345.678").account_id == account.id


def test_of_several_on_one_telephone_the_password_tells_who(db):
    mother, daughter = (make.account(db, make.person(db, phone="0912345678")) for _ in "12")
    daughter.password_hash = make.PASSWORDS.hash("hoa-sen-2026")

    assert knock(db, "0912345678").account_id == mother.id
    assert knock(db, "0912345678", "hoa-sen-2026").account_id == daughter.id


def test_several_with_one_telephone_and_one_password_are_to_choose(db):
    both = [make.account(db, make.person(db, phone="0912345678")) for _ in "12"]
    make.account(db, make.person(db, phone="0912345678"), closed_at=NOW)

    assert knock(db, "0912345678") == accounts.Choice(tuple(one.id for one in both))


def test_the_table_of_sessions_holds_no_token(db):
    make.account(db, user_name="chihoi1")

    token = knock(db, "chihoi1").token

    kept = db.scalar(select(accounts.SignInSession))
    assert token not in (kept.token_sha256, kept.user_agent, kept.network)
    assert kept.expires_at - kept.opened_at == timedelta(days=30)


@pytest.mark.parametrize("how", ["closed", "without a password", "unknown"])
def test_who_has_no_way_in_is_told_the_same(db, how):
    if how != "unknown":
        closed_at = NOW if how == "closed" else None
        hash_ = None if how == "without a password" else make.HASH
        make.account(db, user_name="chihoi1", closed_at=closed_at, password_hash=hash_)

    assert str(knock(db, "chihoi1").message) == (
        "Tên đăng nhập hoặc mật khẩu chưa đúng. Còn 4 lần thử, sau đó chờ 5 phút."
    )


@pytest.mark.parametrize("name", ["chihoi1\0", "\0", "'", "Ω" * 200])
def test_what_can_be_nobodys_name_means_nobody(db, name):
    make.account(db, user_name="chihoi1")

    assert isinstance(knock(db, name), accounts.Failure)


@pytest.mark.parametrize("exists", [True, False])
def test_the_fifth_failure_pauses_a_name_whether_or_not_it_exists(db, exists):
    if exists:
        make.account(db, make.person(db, phone="0912345678"))

    assert not fail(db, "0912345678", 4).is_paused
    outcome = fail(db, "0912345678", 1)

    assert outcome.is_paused
    assert str(outcome.message) == "Đã sai 5 lần. Thử lại lúc 20:14 (sau 5 phút)."


def test_during_a_pause_even_the_right_password_is_refused_and_nothing_is_counted(db):
    make.account(db, user_name="chihoi1")
    fail(db, "chihoi1", 5)

    outcome = knock(db, "CHIHOI1", now=NOW + 4 * MINUTE)

    assert outcome.is_paused
    assert db.scalar(select(func.count()).select_from(accounts.FailedSignIn)) == 5


def test_after_the_pause_the_right_password_opens_and_forgives(db):
    make.account(db, user_name="chihoi1")
    fail(db, "chihoi1", 5)
    later = NOW + 6 * MINUTE

    assert isinstance(knock(db, "chihoi1", now=later), accounts.SignedIn)
    assert "Còn 4 lần thử, sau đó chờ 5 phút." in str(fail(db, "chihoi1", 1, now=later).message)


def test_the_second_pause_is_twice_as_long(db):
    make.account(db, user_name="chihoi1")
    fail(db, "chihoi1", 5)

    told = str(fail(db, "chihoi1", 5, now=NOW + 6 * MINUTE).message)

    assert told == "Đã sai 10 lần. Thử lại lúc 20:25 (sau 10 phút)."


def test_a_network_that_fails_too_often_waits_whatever_the_names(db):
    make.account(db, user_name="chihoi1")
    for number in range(50):
        fail(db, f"name{number}", 1)

    assert knock(db, "chihoi1").is_paused
    assert isinstance(knock(db, "chihoi1", network="198.51.100.0/24"), accounts.SignedIn)
    assert isinstance(knock(db, "chihoi1", now=NOW + 16 * MINUTE), accounts.SignedIn)


def test_a_network_where_many_get_in_is_no_attacker(db):
    make.account(db, user_name="chihoi1")
    knock(db, "chihoi1")
    for number in range(50):
        fail(db, f"name{number}", 1)

    assert isinstance(knock(db, "chihoi1"), accounts.SignedIn)
    assert fail(db, "name51", 1).is_paused


def test_behind_a_proxy_that_names_nobody_one_person_pauses_nobody_else(db):
    make.account(db, user_name="chihoi1")
    for number in range(51):
        fail(db, f"name{number}", 1, network="local")

    assert isinstance(knock(db, "chihoi1", network="local"), accounts.SignedIn)


def test_failures_name_nobody_and_are_forgotten_in_time(db):
    fail(db, "0912345678", 1)
    assert "0912345678" not in db.scalar(select(accounts.FailedSignIn.subject))

    fail(db, "0912345678", 1, now=NOW + timedelta(days=91))

    assert db.scalar(select(func.count()).select_from(accounts.FailedSignIn)) == 1


def test_of_guesses_sent_at_once_no_more_count_than_are_allowed(db):
    make.account(db, user_name="chihoi1")
    guard = make.guard(NOW)
    words = ["wrong one"] * 5 + [make.PASSWORD]
    knocks = [accounts.Knock("chihoi1", word, make.DEVICE) for word in words]
    at_once = [accounts.examine(db, one, guard, now=NOW) for one in knocks]

    last = [accounts.admit(db, one, guard, now=NOW) for one in at_once][-1]

    assert isinstance(last, accounts.Failure)
    assert last.is_paused


def test_a_password_changed_between_test_and_transaction_does_not_open(db):
    account = make.account(db, user_name="chihoi1")
    guard = make.guard(NOW)
    attempt = accounts.Knock("chihoi1", make.PASSWORD, make.DEVICE)
    examined = accounts.examine(db, attempt, guard, now=NOW)
    account.password_hash = make.PASSWORDS.hash("hoa-sen-2026")

    assert isinstance(accounts.admit(db, examined, guard, now=NOW), accounts.Failure)


def test_a_hash_of_other_parameters_is_made_anew_at_the_next_success(db):
    older = PasswordHasher(time_cost=2, memory_cost=8, parallelism=1).hash(make.PASSWORD)
    account = make.account(db, user_name="chihoi1", password_hash=older)

    knock(db, "chihoi1")

    assert account.password_hash not in (None, older)
    assert make.PASSWORDS.matches(make.PASSWORD, account.password_hash or "")
