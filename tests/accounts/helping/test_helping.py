"""A helper gives codes within her area, to nobody who may do more than she could have given."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select

from elearn import accounts, audit
from elearn.access import OPERATOR, Actor, Grant, Role
from elearn.db import UNKNOWN_START, Change
from elearn.errors import Conflict, Forbidden, NotFound
from tests.make import accounts as make
from tests.make import people, slips
from tests.make.areas import area, path

NOW = datetime(2026, 11, 21, 5, tzinfo=UTC)
TODAY = date(2026, 11, 21)


def helper(db, place, role=Role.ADMINISTRATOR, *, proposes=False, person_id=None):
    grant = Grant(role, path(db, place), UNKNOWN_START, proposes=proposes)
    return Actor(person_id, (grant,))


@pytest.fixture
def province(db):
    return helper(db, "Tỉnh Hưng Yên")


@pytest.fixture
def chair(db):
    return helper(db, "Xã Hưng Hà", proposes=True)


@pytest.fixture
def stranger(db):
    return helper(db, "Tỉnh Quảng Ninh")


@pytest.fixture
def account(db):
    account = slips.waiting(db)
    account.password_hash = make.HASH
    make.role_grant(db, account, Role.LEARNER, area_id=area(db).id)
    return account


def new_code(db, actor, account, now=NOW):
    return accounts.help_in(db, actor, account, key=slips.KEY, now=now)


def test_province_and_chair_give_a_branch_head_a_code(db, province, chair, account):
    for actor in (province, chair):
        code = new_code(db, actor, account)
        assert accounts.code_held(db, account, code, key=slips.KEY, now=NOW)


def test_a_stranger_gives_none_and_finds_no_account(db, stranger, account):
    with pytest.raises(Forbidden):
        new_code(db, stranger, account)
    with pytest.raises(NotFound):
        accounts.account_seen_by(db, stranger, account.id)


def test_an_inspector_sees_and_helps_nobody(db, account):
    inspector = helper(db, "Tỉnh Hưng Yên", Role.INSPECTOR)

    assert accounts.account_seen_by(db, inspector, account.id) is account
    assert not accounts.helps(db, inspector, account, day=TODAY)


def test_nobody_helps_herself(db, account):
    herself = helper(db, "Tỉnh Hưng Yên", person_id=account.person_id)

    with pytest.raises(Forbidden):
        new_code(db, herself, account)


def test_the_chair_cannot_take_over_who_administers_her_commune_or_more(db, chair, province):
    other = slips.waiting(db, "Trần Thị Tỉnh")
    make.role_grant(db, other, Role.ADMINISTRATOR, area_id=area(db, "Tỉnh Hưng Yên").id)

    with pytest.raises(Forbidden):
        new_code(db, chair, other)
    assert new_code(db, province, other)


def test_a_right_that_only_begins_later_counts_too(db, chair):
    other = slips.waiting(db)
    make.role_grant(db, other, Role.CENTRAL, days=(TODAY + timedelta(days=3), None))

    assert not accounts.helps(db, chair, other, day=TODAY)


def test_who_has_no_post_and_no_right_is_helped_by_the_centre(db, province):
    other = make.account(db, people.person(db))

    assert not accounts.helps(db, province, other, day=TODAY)
    assert new_code(db, OPERATOR, other)


def test_a_code_for_who_forgot_holds_for_days_and_for_who_never_came_for_months(
    db, province, account
):
    never = slips.waiting(db)
    rule = accounts.code_rule_on(TODAY)
    for one in (account, never):
        new_code(db, province, one)

    [reset], [first] = accounts.codes_of(db, account.id), accounts.codes_of(db, never.id)
    assert reset.expires_at - NOW == timedelta(days=rule.reset_days)
    assert first.expires_at - NOW == timedelta(days=rule.code_days)


def test_it_is_written_down_and_the_owner_is_told(db, province, account):
    new_code(db, province, account)

    written = select(audit.AuditEntry.subject_id).where(
        audit.AuditEntry.action == "account.code_made"
    )
    told = select(Change.key).where(Change.kind == "account_reset")
    assert db.scalars(written).all() == [account.id]
    assert db.scalars(told).all() == [str(account.id)]


def test_a_first_code_is_no_reset_to_be_told_of(db, province):
    new_code(db, province, slips.waiting(db))

    assert not db.scalars(select(Change).where(Change.kind == "account_reset")).all()


def test_who_decides_closes_and_reopens_and_who_proposes_does_not(db, province, chair, account):
    with pytest.raises(Forbidden):
        accounts.shut(db, chair, account, now=NOW)

    accounts.shut(db, province, account, now=NOW)
    with pytest.raises(Conflict):
        new_code(db, province, account)

    accounts.reopen(db, province, account, now=NOW)
    assert account.closed_at is None
    assert account.password_hash == make.HASH


def test_a_helper_signs_out_a_lost_telephone(db, chair, stranger, account):
    token = make.token(db, account, now=NOW)
    with pytest.raises(Forbidden):
        accounts.end_hers(db, stranger, account, None, now=NOW)

    accounts.end_hers(db, chair, account, None, now=NOW)

    assert accounts.presence_of(db, token, now=NOW) is None
