"""Accounts for everybody in some posts of an area: once, and with the right to learn there."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from elearn import accounts, areas, audit
from elearn.access import OPERATOR, Actor, Grant, Role
from elearn.accounts import commands
from elearn.db import UNKNOWN_START
from elearn.errors import InvalidInput, NotFound
from tests.make import accounts as make
from tests.make import people, slips
from tests.make.areas import NOW as TODAY
from tests.make.areas import area, path

NOW = datetime(2026, 11, 21, 5, tzinfo=UTC)


@pytest.fixture
def commune(db):
    return areas.version_on(db, area(db).id, TODAY)


def given(db, person_id):
    return accounts.account_of(db, person_id), accounts.grants_of(db, person_id)


def test_who_is_in_post_is_given_an_account_and_may_learn_in_her_commune(db, commune):
    head = slips.head(db, "Bùi Thị Thoa")

    assert accounts.make_accounts(db, OPERATOR, commune, ["branch_head"], now=NOW) == 1

    account, [grant] = given(db, head)
    assert (account.user_name, account.password_hash) == ("thoabt1", None)
    assert (grant.role, grant.area_id) == (Role.LEARNER, commune.area_id)


def test_done_again_it_gives_nobody_a_second_one(db, commune):
    slips.head(db)
    accounts.make_accounts(db, OPERATOR, commune, ["branch_head"], now=NOW)

    assert accounts.make_accounts(db, OPERATOR, commune, ["branch_head"], now=NOW) == 0


def test_who_has_one_under_another_entry_of_hers_is_given_none(db, commune):
    first = people.person(db, "Bùi Thị Thoa")
    make.account(db, first)
    second = people.person(db, "Bui Thi Thoa")
    second.same_as_id = first.id
    people.tenure(db, second, post="deputy_branch_head")

    assert accounts.make_accounts(db, OPERATOR, commune, ["deputy_branch_head"], now=NOW) == 0


def test_people_of_one_name_have_names_of_their_own(db, commune):
    make.account(db, user_name="thoabt1")
    heads = [slips.head(db, name) for name in ("Bùi Thị Thoa", "Bế Thu Thoa")]

    accounts.make_accounts(db, OPERATOR, commune, ["branch_head"], now=NOW)

    made = [accounts.account_of(db, head) for head in heads]
    assert {account.user_name for account in made if account} == {"thoabt2", "thoabt3"}


def test_other_posts_and_other_communes_are_left_alone(db, commune):
    chair = people.tenure(db, people.person(db))
    elsewhere = slips.head(db, at=people.org_unit(db, at=area(db, "Phường Hạ Long")))

    accounts.make_accounts(db, OPERATOR, commune, ["branch_head"], now=NOW)

    assert accounts.account_of(db, chair.person_id) is None
    assert accounts.account_of(db, elsewhere) is None


def test_it_is_written_down_once_with_the_number(db, commune):
    for _ in range(3):
        slips.head(db)

    accounts.make_accounts(db, OPERATOR, commune, ["branch_head"], now=NOW)

    [entry] = db.scalars(select(audit.AuditEntry).where(audit.AuditEntry.action == "accounts.made"))
    assert entry.details == {"count": 3, "posts": ["branch_head"]}


def test_however_many_people_the_questions_are_as_many(db, commune, count_queries):
    for _ in range(12):
        slips.head(db)

    with count_queries() as queries:
        accounts.make_accounts(db, OPERATOR, commune, ["branch_head"], now=NOW)

    assert len(queries) <= 8


def test_the_chair_who_only_proposes_gives_accounts_in_her_commune(db, commune):
    slips.head(db)
    chair = Actor(None, (Grant(Role.ADMINISTRATOR, commune.path, UNKNOWN_START, proposes=True),))

    assert accounts.make_accounts(db, chair, commune, ["branch_head"], now=NOW) == 1


def test_a_stranger_gives_none(db, commune):
    stranger = Actor(None, (Grant(Role.ADMINISTRATOR, path(db, "Tỉnh Quảng Ninh"), UNKNOWN_START),))

    with pytest.raises(NotFound):
        accounts.make_accounts(db, stranger, commune, ["branch_head"], now=NOW)


def test_posts_must_be_named_and_be_posts(db, commune):
    with pytest.raises(InvalidInput):
        accounts.make_accounts(db, OPERATOR, commune, [], now=NOW)
    with pytest.raises(NotFound):
        accounts.make_accounts(db, OPERATOR, commune, ["no_such_post"], now=NOW)


def test_the_command_gives_accounts_and_orders_slips(db, runner):
    slips.head(db)
    db.commit()

    answer = runner.invoke(
        commands.group, ["make", "Xã Hưng Hà, Hưng Yên", "--posts", "branch_head", "--slips"]
    )

    assert "Xã Hưng Hà: đã cấp 1 tài khoản." in answer.output
    assert "Đã đặt in phiếu" in answer.output
