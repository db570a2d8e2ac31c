"""Who is let in: nobody signed out, nobody without the role, whoever holds it today."""

from datetime import date

import pytest

from elearn.access import Role
from tests.make import accounts as make

PAGE = "/probes/for-inspectors"


@pytest.fixture
def inside(probed, here):
    """The probes on this test's own installation, where people can be made."""
    before = probed.extensions["installation"]
    probed.extensions["installation"] = here
    yield probed.test_client()
    probed.extensions["installation"] = before


@pytest.fixture
def enter(inside, db):
    """`enter(role)` signs somebody in who holds the role from one day to another."""

    def sign_in(role, *days):
        account = make.account(db)
        make.role_grant(db, account, role, days=days or (date(2025, 7, 1), None))
        token = make.token(db, account)
        db.commit()
        with inside.session_transaction() as cookie:
            cookie["_user_id"] = token
        return inside.get(PAGE)

    return sign_in


def test_who_is_signed_out_is_asked_to_sign_in(inside):
    assert inside.get(PAGE).location == f"/sign-in?next={PAGE}"


def test_who_holds_the_role_is_let_in(enter):
    assert enter(Role.INSPECTOR).text == "evidence"


def test_who_holds_another_is_told_whose_page_it_is(enter):
    answer = enter(Role.LEARNER)

    assert answer.status_code == 403
    assert "Trang này" in answer.text


def test_who_held_the_role_until_lately_is_refused(enter):
    assert enter(Role.INSPECTOR, date(2025, 7, 1), date(2025, 12, 31)).status_code == 403


def test_a_writer_asks_who_is_there_without_the_lock_of_writers(inside, enter, count_queries):
    enter(Role.INSPECTOR)

    with count_queries() as queries:
        inside.post("/sign-out")

    assert queries[0].startswith("SELECT")
