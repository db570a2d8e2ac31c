"""Accounts, their passwords and grants: who may give what, and what is refused in words."""

from datetime import UTC, date, datetime

import pytest

from elearn import accounts, areas, audit
from elearn.access import OPERATOR, Actor, Grant, Role
from elearn.errors import Conflict, Forbidden, InvalidInput, NotFound
from tests.make import accounts as make

NOW = datetime(2026, 11, 21, 13, 9, tzinfo=UTC)
TODAY = date(2026, 11, 21)


@pytest.fixture
def hung_yen(db):
    return areas.area_by_code(db, "33", level=areas.Level.PROVINCE, day=TODAY)


@pytest.fixture
def quang_ninh(db):
    return areas.area_by_code(db, "22", level=areas.Level.PROVINCE, day=TODAY)


def holder(role, path):
    return Actor(None, (Grant(role, path, date(2025, 7, 1)),))


def test_a_user_name_is_kept_folded(db):
    person = make.person(db)

    account = accounts.create_account(db, OPERATOR, person.id, "Chi.Hội1", now=NOW)

    assert account.user_name == "chi.hoi1"
    assert accounts.account_named(db, "CHI.HOI1") is account


def test_a_person_has_one_account_and_a_name_one_owner(db):
    account = make.account(db, user_name="chihoi1")

    with pytest.raises(Conflict):
        accounts.create_account(db, OPERATOR, account.person_id, "khac", now=NOW)
    with pytest.raises(Conflict):
        accounts.create_account(db, OPERATOR, make.person(db).id, "ChiHoi1", now=NOW)


def test_an_account_is_of_somebody_and_named_plainly(db):
    with pytest.raises(NotFound):
        accounts.create_account(db, OPERATOR, 999_999_999, "chihoi1", now=NOW)
    with pytest.raises(InvalidInput):
        accounts.create_account(db, OPERATOR, make.person(db).id, "0912345678", now=NOW)


def test_a_password_others_know_is_not_accepted(db):
    account = make.account(db, make.person(db, phone="0912345678"), user_name="chihoi-mot")

    for known in ("0912345678", "0912 345 678", "ChiHoi-Mot", "ngắn"):
        with pytest.raises(InvalidInput):
            accounts.good_password(db, account, known, make.guard(NOW))


def test_a_new_password_signs_out_everywhere_and_is_written_down(db):
    account = make.account(db)
    token = accounts.open_session(db, account, now=NOW)
    hash_ = accounts.good_password(db, account, "hoa-sen-2026", make.guard(NOW))

    accounts.set_password(db, OPERATOR, account, hash_, now=NOW)

    assert accounts.presence_of(db, token, now=NOW) is None
    entry = db.query(audit.AuditEntry).order_by(audit.AuditEntry.id.desc()).first()
    assert (entry.action, entry.subject_id) == ("account.password_set", account.id)
    assert hash_ not in str(entry.details)


def test_the_same_grant_given_twice_is_given_once(db, hung_yen):
    person = make.person(db)
    granted = accounts.Granted(Role.LEARNER, hung_yen.area_id, TODAY)

    first, second = (accounts.grant(db, OPERATOR, person.id, granted, now=NOW) for _ in "12")

    assert first is second
    assert accounts.grants_of(db, person.id) == [first]


@pytest.mark.parametrize("role", [Role.LEARNER, Role.INSTRUCTOR, Role.ADMINISTRATOR])
def test_an_administrator_grants_within_her_own_province(db, hung_yen, quang_ninh, role):
    actor, person = holder(Role.ADMINISTRATOR, hung_yen.path), make.person(db)
    hers, other = (accounts.Granted(role, at.area_id, TODAY) for at in (hung_yen, quang_ninh))

    assert accounts.grant(db, actor, person.id, hers, now=NOW).role == role
    with pytest.raises(Forbidden):
        accounts.grant(db, actor, person.id, other, now=NOW)


@pytest.mark.parametrize("role", [Role.CENTRAL, Role.INSPECTOR])
def test_only_the_centre_grants_what_reaches_beyond(db, hung_yen, role):
    granted = accounts.Granted(role, hung_yen.area_id, TODAY)

    with pytest.raises(Forbidden):
        accounts.grant(
            db, holder(Role.ADMINISTRATOR, hung_yen.path), make.person(db).id, granted, now=NOW
        )


@pytest.mark.parametrize("role", [Role.LEARNER, Role.INSTRUCTOR, Role.INSPECTOR])
def test_others_grant_nothing(db, hung_yen, role):
    granted = accounts.Granted(Role.LEARNER, hung_yen.area_id, TODAY)

    with pytest.raises(Forbidden):
        accounts.grant(db, holder(role, hung_yen.path), make.person(db).id, granted, now=NOW)


def test_a_grant_that_ends_before_it_begins_is_refused(db, hung_yen):
    backwards = accounts.Granted(Role.LEARNER, hung_yen.area_id, TODAY, date(2026, 1, 1))

    with pytest.raises(InvalidInput):
        accounts.grant(db, OPERATOR, make.person(db).id, backwards, now=NOW)


def test_an_ended_grant_leaves_its_days_and_what_was_known(db, hung_yen):
    person = make.person(db)
    given = make.role_grant(db, person, area_id=hung_yen.area_id)

    accounts.end_grant(db, OPERATOR, given, last_day=TODAY, now=NOW)

    assert given.superseded_at == NOW
    assert [one.valid_to for one in accounts.grants_of(db, person.id)] == [TODAY]


def test_a_grant_taken_back_before_it_began_is_gone(db, hung_yen):
    person = make.person(db)
    given = make.role_grant(db, person, area_id=hung_yen.area_id)

    accounts.end_grant(db, OPERATOR, given, last_day=date(2025, 1, 1), now=NOW)

    assert accounts.grants_of(db, person.id) == []


def test_a_right_goes_to_the_entry_of_hers_that_signs_in(db, hung_yen):
    account = make.account(db)
    double, nobodys = make.person(db), make.person(db)
    double.same_as_id, nobodys.same_as_id = account.person_id, make.person(db).id
    granted = accounts.Granted(Role.INSTRUCTOR, hung_yen.area_id, TODAY)

    given = [
        accounts.grant(db, OPERATOR, one.id, granted, now=NOW).person_id
        for one in (double, nobodys)
    ]

    assert given == [account.person_id, nobodys.same_as_id]
