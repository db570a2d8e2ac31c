"""Nobody comes by an account that may do more than she could have given: by slip or by code."""

from datetime import UTC, date, datetime, timedelta

import pytest

from elearn import accounts, areas
from elearn.access import OPERATOR, Actor, Grant, Role
from elearn.accounts import queries
from elearn.db import UNKNOWN_START
from elearn.errors import Conflict, Forbidden, NotFound
from tests.accounts.drawing import draw_all
from tests.make import accounts as make
from tests.make import people, slips
from tests.make.areas import BEFORE, area, path

NOW = datetime(2026, 11, 21, 5, tzinfo=UTC)
TODAY = date(2026, 11, 21)


def helper(db, place, *, proposes=False, person_id=None):
    grant = Grant(Role.ADMINISTRATOR, path(db, place), UNKNOWN_START, proposes=proposes)
    return Actor(person_id, (grant,))


def due(db, actor, place="Tỉnh Hưng Yên"):
    """Return how many slips the actor would be given for an area."""
    hand_out = queries.HandOut(actor, NOW)
    return sum(count for *_, count in queries.waiting_below(db, path(db, place), hand_out))


@pytest.mark.parametrize("role", [Role.CENTRAL, Role.INSPECTOR])
def test_a_province_prints_no_slip_of_who_inspects_it_or_stands_above(db, role):
    waiting = slips.waiting(db)
    make.role_grant(db, waiting, role, area_id=area(db, "Tỉnh Hưng Yên").id)

    assert due(db, helper(db, "Tỉnh Hưng Yên")) == 0
    assert due(db, OPERATOR) == 1


def test_a_chair_prints_no_slip_of_her_deputy_and_the_province_does(db):
    make.role_grant(db, slips.waiting(db), area_id=area(db).id)
    slips.waiting(db, "Lê Thị Ái")

    assert due(db, helper(db, "Xã Hưng Hà", proposes=True), "Xã Hưng Hà") == 1
    assert due(db, helper(db, "Xã Hưng Hà"), "Xã Hưng Hà") == 2
    assert due(db, helper(db, "Tỉnh Hưng Yên")) == 2


def test_a_right_under_another_entry_of_hers_or_still_to_begin_or_over_the_past_counts(db):
    actor = helper(db, "Tỉnh Hưng Yên")
    joined, later, past = slips.waiting(db), slips.waiting(db), slips.waiting(db)
    other = people.person(db)
    other.same_as_id = joined.person_id
    make.role_grant(db, other, Role.INSPECTOR)
    make.role_grant(db, later, Role.INSPECTOR, days=(TODAY + timedelta(days=3), None))
    was = area(db, "Tỉnh Thái Bình", day=BEFORE)
    make.role_grant(db, past, area_id=was.id)

    assert due(db, actor) == 0


def test_a_right_that_has_ended_and_the_right_to_learn_do_not(db):
    ended, learner = slips.waiting(db), slips.waiting(db)
    make.role_grant(db, ended, Role.INSPECTOR, days=(BEFORE, TODAY - timedelta(days=1)))
    make.role_grant(db, learner, Role.LEARNER, area_id=area(db).id)

    assert due(db, helper(db, "Tỉnh Hưng Yên")) == 2


def test_what_is_drawn_is_what_the_orderer_may_give_when_it_is_drawn(db, here):
    orderer = make.account(db)
    make.role_grant(db, orderer, area_id=area(db, "Tỉnh Hưng Yên").id)
    rises, chair = slips.waiting(db), slips.waiting(db)
    make.role_grant(db, chair, area_id=area(db).id)
    province = areas.area_meant(db, "Tỉnh Hưng Yên", day=TODAY)
    actor = helper(db, "Tỉnh Hưng Yên", person_id=orderer.person_id)
    batch = accounts.order_slips(db, actor, province, anew=False, now=NOW)
    make.role_grant(db, rises, Role.CENTRAL)

    sheets = draw_all(db, here, batch)

    assert [sheet.slips for sheet in sheets] == [1]
    assert queries.codes_of(db, chair.id)
    assert not queries.codes_of(db, rises.id)


def test_nobody_orders_slips_where_all_who_wait_stand_above_her(db):
    make.role_grant(db, slips.waiting(db), Role.INSPECTOR)
    commune = areas.area_meant(db, "Xã Hưng Hà, Hưng Yên", day=TODAY)

    with pytest.raises(Conflict):
        accounts.order_slips(db, helper(db, "Xã Hưng Hà"), commune, anew=True, now=NOW)


def code_by(db, account, maker, *, role=Role.ADMINISTRATOR, place="Tỉnh Hưng Yên"):
    """Have somebody with a role over a place make a code for an account; return its row."""
    if maker is not OPERATOR:
        owner = make.account(db)
        make.role_grant(db, owner, role, area_id=area(db, place).id)
        maker = helper(db, place, person_id=owner.person_id)
    codes = accounts.new_codes([account.id])
    accounts.keep_codes(db, maker, codes, accounts.Terms(slips.KEY, 90), now=NOW)
    return queries.codes_of(db, account.id)[0]


def give(db, account, role, area_id, actor=OPERATOR):
    granted = accounts.Granted(role, area_id, TODAY)
    accounts.grant(db, actor, account.person_id, granted, now=NOW)


def test_a_code_from_below_is_void_once_its_owner_is_given_what_its_maker_could_not_give(db):
    account = slips.waiting(db)
    code = code_by(db, account, None)

    give(db, account, Role.INSPECTOR, areas.root(db).id)

    assert code.revoked_at == NOW


@pytest.mark.parametrize("role", [Role.LEARNER, Role.INSTRUCTOR])
def test_it_holds_on_if_its_maker_could_have_given_that_herself(db, role):
    account = slips.waiting(db)
    code = code_by(db, account, None)

    give(db, account, role, area(db, "Xã Hưng Hà").id)

    assert code.revoked_at is None


def test_a_code_of_the_shell_holds_whatever_is_given(db):
    account = slips.waiting(db)
    code = code_by(db, account, OPERATOR)

    give(db, account, Role.CENTRAL, areas.root(db).id)

    assert code.revoked_at is None


def test_who_moved_away_is_helped_where_she_works_now(db):
    account = slips.waiting(db, at=people.org_unit(db, "Chi hội", at=area(db, "Phường Hà Lầm")))
    make.role_grant(db, account, Role.LEARNER, area_id=area(db, "Xã Hưng Hà").id)

    assert not accounts.helps(db, helper(db, "Tỉnh Hưng Yên"), account, day=TODAY)
    assert accounts.helps(db, helper(db, "Tỉnh Quảng Ninh"), account, day=TODAY)


def central(db, account, place=None):
    grant = Grant(Role.CENTRAL, path(db, place) if place else "/", UNKNOWN_START)
    return Actor(account.person_id, (grant,))


def test_nobody_takes_away_her_own_factor_nor_one_that_stands_above_her(db):
    hers, other = make.account(db), slips.waiting(db)
    make.role_grant(db, other, Role.CENTRAL)

    with pytest.raises(Forbidden):
        accounts.reset_factor(db, central(db, hers), hers, now=NOW)
    with pytest.raises(Forbidden):
        accounts.reset_factor(db, central(db, hers, "Tỉnh Hưng Yên"), other, now=NOW)
    accounts.reset_factor(db, central(db, hers), other, now=NOW)


def test_a_right_cannot_be_ended_after_its_own_end(db):
    account = make.account(db)
    until = TODAY + timedelta(days=9)
    right = make.role_grant(db, account, days=(TODAY, until))

    accounts.end_grant(db, OPERATOR, right, last_day=until + timedelta(days=99), now=NOW)

    assert [one.valid_to for one in accounts.grants_of(db, account.person_id)] == [until]


def test_who_answers_for_several_areas_names_the_one_she_means(db):
    grants = [Grant(Role.ADMINISTRATOR, path(db, "Xã Hưng Hà"), UNKNOWN_START)]
    grants.append(Grant(Role.ADMINISTRATOR, path(db, "Xã Tiên Hưng"), UNKNOWN_START))
    several = Actor(None, tuple(grants))

    with pytest.raises(NotFound, match="nhiều đơn vị"):
        queries.area_helped(db, several, "", day=TODAY)
    named = queries.area_helped(db, several, "Xã Tiên Hưng, Hưng Yên", day=TODAY)
    assert named.full_name == "Xã Tiên Hưng"


def test_what_lies_in_a_wider_area_of_hers_is_no_other_area(db):
    grants = [Grant(Role.ADMINISTRATOR, path(db, "Xã Hưng Hà"), UNKNOWN_START)]
    grants.append(Grant(Role.ADMINISTRATOR, path(db, "Tỉnh Hưng Yên"), UNKNOWN_START))

    own = queries.area_helped(db, Actor(None, tuple(grants)), "", day=TODAY)

    assert own.full_name == "Tỉnh Hưng Yên"
