"""The table of people to try out."""

from datetime import UTC, datetime

from sqlalchemy import func, select

from elearn import accounts
from elearn.access import Role
from elearn.home.demo import factor
from elearn.home.demo.accounts import PASSWORD, load_accounts, sign_in_rows
from elearn.home.demo.factor import load_factor
from tests.make import accounts as make_accounts
from tests.make import people as make

NOW = datetime(2026, 11, 21, 13, 9, tzinfo=UTC)
GUARD = make_accounts.guard(NOW)


def branch_heads(db, count=4):
    branch = make.org_unit(db, "Chi hội thôn Đông")
    for number in range(count):
        make.tenure(db, make.person(db, f"Phạm Thị Lý {number}"), at=branch, post="branch_head")


def knock(db, name):
    attempt = accounts.Knock(name, PASSWORD, make_accounts.DEVICE)
    return accounts.admit(db, accounts.examine(db, attempt, GUARD, now=NOW), GUARD, now=NOW)


def test_everybody_on_the_table_signs_in_and_may_do_what_it_says(db):
    branch_heads(db)
    load_accounts(db, now=NOW)

    load_factor(db, key=GUARD.key, now=NOW)

    tokens = [knock(db, row.user_name).token for row in sign_in_rows(db)]

    present = [make_accounts.presence(db, token, now=NOW) for token in tokens]
    held = {grant.role for one in present for grant in one.actor.grants}
    assert held == set(Role) - {Role.CENTRAL}
    [waiting] = [one for one in present if one.owes]
    digits = accounts.present_code(
        db, accounts.account_named(db, factor.USER), key=GUARD.key, now=NOW
    )
    proof = accounts.Proof(digits or "", make_accounts.DEVICE)
    assert accounts.prove(db, waiting, proof, GUARD, now=NOW) is None
    [proved] = [
        one
        for one in (make_accounts.presence(db, token, now=NOW) for token in tokens)
        if one.user_name == factor.USER
    ]
    assert proved.actor.has(Role.CENTRAL)


def test_two_branch_heads_share_a_telephone(db):
    branch_heads(db)
    load_accounts(db, now=NOW)

    shared = [row.phone for row in sign_in_rows(db) if row.user_name in ("chihoi2", "chihoi3")]

    assert len(knock(db, shared[0]).account_ids) == 2


def test_every_branch_head_has_an_account_though_few_are_on_the_table(db):
    branch_heads(db, 6)

    rows = load_accounts(db, now=NOW)

    assert sum(row.is_learner for row in rows) == 6
    assert sum(row.is_learner for row in sign_in_rows(db)) == 3


def test_a_second_load_changes_nothing(db):
    branch_heads(db)
    first = load_accounts(db, now=NOW)

    assert load_accounts(db, now=NOW) == first
    assert db.scalar(select(func.count()).select_from(accounts.RoleGrant)) == len(first)


def test_a_chair_proposes_for_the_commune_of_her_branch_heads(db):
    branch_heads(db)
    make.tenure(db, make.person(db, "Giang Thị Xuyến"))

    load_accounts(db, now=NOW)

    chair = make_accounts.presence(db, knock(db, "chutich1").token, now=NOW).actor
    [answers] = [one for one in chair.grants if one.role is Role.ADMINISTRATOR]
    assert answers.proposes
    assert not chair.decides(answers.area_path, Role.ADMINISTRATOR)
