"""Who a token stands for, and what she may do today."""

from datetime import UTC, date, datetime, timedelta

from elearn import accounts, areas
from elearn.access import OPERATOR, Actor, Role
from tests.make import accounts as make

NOW = datetime(2026, 11, 21, 13, 9, tzinfo=UTC)
TODAY = date(2026, 11, 21)


def presence(db, token, now=NOW):
    return accounts.presence_of(db, token, now=now)


def province(db, code="33"):
    return areas.area_by_code(db, code, level=areas.Level.PROVINCE, day=TODAY)


def test_a_token_tells_the_person_and_her_grants_in_one_query(db, count_queries):
    account = make.account(db, make.person(db, "Nguyễn Thị Ngọc Ưỡng"))
    here = province(db)
    make.role_grant(db, account, Role.ADMINISTRATOR, area_id=here.area_id)
    make.role_grant(db, account, Role.INSPECTOR)
    token = accounts.open_session(db, account, now=NOW)

    with count_queries() as queries:
        present = presence(db, token, now=NOW)

    assert len(queries) == 1
    assert present.full_name == "Nguyễn Thị Ngọc Ưỡng"
    assert present.actor.covers(here.path, Role.ADMINISTRATOR)
    assert present.actor.covers(here.path, Role.INSPECTOR)
    assert not present.actor.has(Role.CENTRAL)


def test_who_was_granted_nothing_is_present_all_the_same(db):
    token = accounts.open_session(db, make.account(db), now=NOW)

    assert presence(db, token, now=NOW).actor.grants == ()


def test_grants_hold_on_their_days_both_included(db):
    account = make.account(db)
    make.role_grant(db, account, days=(TODAY, TODAY))
    token = accounts.open_session(db, account, now=NOW - timedelta(days=1))

    held = [
        bool(presence(db, token, now=NOW + timedelta(days=step)).actor.grants)
        for step in (-1, 0, 1)
    ]

    assert held == [False, True, False]


def test_a_day_begins_where_the_users_live(db):
    account = make.account(db)
    make.role_grant(db, account, days=(TODAY, TODAY))
    token = accounts.open_session(db, account, now=NOW - timedelta(days=1))
    midnight = datetime(2026, 11, 20, 17, tzinfo=UTC)

    assert presence(db, token, now=midnight).actor.grants
    assert not presence(db, token, now=midnight - timedelta(seconds=1)).actor.grants


def test_a_session_ends_when_its_days_are_over(db):
    token = accounts.open_session(db, make.account(db), now=NOW)

    assert presence(db, token, now=NOW + timedelta(days=29))
    assert presence(db, token, now=NOW + timedelta(days=30)) is None


def test_a_closed_account_is_signed_out_everywhere(db):
    account = make.account(db)
    token = accounts.open_session(db, account, now=NOW)

    accounts.close_account(db, OPERATOR, account, now=NOW)

    assert presence(db, token, now=NOW) is None
    assert accounts.open_sessions(db, account.id, now=NOW) == []


def test_nobody_ends_a_session_of_somebody_else(db):
    mine, hers = make.account(db), make.account(db)
    token = accounts.open_session(db, hers, now=NOW)
    session_id = presence(db, token, now=NOW).session_id

    accounts.end_session(db, mine.id, session_id, now=NOW)

    assert presence(db, token, now=NOW)


def test_a_made_up_token_is_nobody(db):
    assert presence(db, "x" * 43, now=NOW) is None
    assert presence(db, "", now=NOW) is None


def test_nobody_signed_in_has_none_of_the_rights_of_the_operator():
    nobody = Actor(person_id=None)

    assert nobody != OPERATOR
    assert accounts.may_grant(OPERATOR, Role.CENTRAL, "/1/")
    assert not accounts.may_grant(nobody, Role.LEARNER, "/1/45/")
