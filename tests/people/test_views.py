"""The pages about people: signed out, a stranger, and those they are for."""

import pytest
from sqlalchemy import select

from elearn.access import Role
from elearn.audit import AuditEntry
from tests.make import accounts as make_accounts
from tests.make import people as make
from tests.make.areas import area


@pytest.fixture
def chair(db):
    person = make.tenure(db, make.person(db, "Vũ Thị Ngát", phone="0900000123")).person
    make.listed(db)
    return person


@pytest.fixture
def enter(db, sign_in):
    """Sign a new account in that holds a role over an area."""

    def enter(role, place):
        account = make_accounts.account(db)
        make_accounts.role_grant(db, account, role, area_id=area(db, place).id)
        sign_in(account)
        return account

    return enter


@pytest.mark.parametrize("address", ["/people", "/people/1"])
def test_signed_out_one_is_asked_to_sign_in(client, address):
    assert "/sign-in" in client.get(address).location


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.CENTRAL, Role.INSPECTOR])
def test_those_of_the_province_see_the_list_and_the_person(client, enter, chair, role):
    enter(role, "Tỉnh Hưng Yên")

    listed, page = client.get("/people?q=ngat"), client.get(f"/people/{chair.id}")

    assert "Vũ Thị Ngát" in listed.text
    assert "xã Hưng Hà, tỉnh Hưng Yên" in listed.text
    assert page.status_code == 200
    assert "Chủ tịch Hội LHPN cấp xã" in page.text


def test_who_looks_at_the_record_of_another_is_written_down(client, db, enter, chair):
    account = enter(Role.INSPECTOR, "Tỉnh Hưng Yên")

    client.get(f"/people/{chair.id}")
    client.get(f"/people/{account.person_id}")
    client.get("/people/999999")

    [entry] = db.scalars(select(AuditEntry).where(AuditEntry.action == "look"))
    assert (entry.person_id, entry.subject, entry.subject_id) == (
        account.person_id,
        "person",
        chair.id,
    )


def test_another_province_learns_nothing_not_even_that_she_exists(client, enter, chair):
    enter(Role.ADMINISTRATOR, "Tỉnh Quảng Ninh")

    page, nobody = client.get(f"/people/{chair.id}"), client.get("/people/999999")

    assert "Vũ Thị Ngát" not in client.get("/people").text
    assert (page.status_code, nobody.status_code) == (404, 404)
    assert page.text == nobody.text


def test_a_learner_sees_herself_and_no_list(client, db, sign_in):
    account = make_accounts.account(db)
    sign_in(account)

    assert client.get(f"/people/{account.person_id}").status_code == 200
    assert client.get("/people").status_code == 403


def test_the_list_takes_a_bounded_number_of_queries(client, enter, chair, count_queries):
    enter(Role.ADMINISTRATOR, "Tỉnh Hưng Yên")

    with count_queries() as queries:
        client.get("/people")

    assert len(queries) <= 13
