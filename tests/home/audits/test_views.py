"""The page of the audit: signed out, a stranger, and those it is for."""

from datetime import timedelta

import pytest

from elearn import audit, clock
from elearn.access import OPERATOR, Actor, Role
from elearn.home.audits import queries
from tests.make import accounts as make_accounts
from tests.make import people as make
from tests.make.areas import area


@pytest.fixture
def enter(db, sign_in):
    """Sign a new account in that holds a role over an area."""

    def enter(role, place):
        account = make_accounts.account(db)
        make_accounts.role_grant(db, account, role, area_id=area(db, place).id)
        sign_in(account)
        return account

    return enter


@pytest.fixture
def chair(db):
    return make.tenure(db, make.person(db, "Vũ Thị Ngát")).person


@pytest.fixture
def look(db, chair):
    """Somebody looks at the chair's record."""
    other = make_accounts.account(db, make.person(db, "Trần Thị Bình"))
    actor = Actor(other.person_id, origin="203.0.113.0/24")
    return audit.record(db, actor, "look", "person", chair.id, now=clock.now())


def test_signed_out_one_is_asked_to_sign_in(client):
    assert "/sign-in" in client.get("/audit").location


@pytest.mark.parametrize("role", [Role.LEARNER, Role.INSTRUCTOR])
def test_who_answers_for_nobody_is_refused(client, enter, role):
    enter(role, "Tỉnh Hưng Yên")

    assert client.get("/audit").status_code == 403


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.CENTRAL, Role.INSPECTOR])
def test_those_of_the_province_read_who_did_what(client, db, enter, look, role):
    enter(role, "Tỉnh Hưng Yên")

    page = client.get("/audit").text

    assert "Trần Thị Bình" in page
    assert "xem hồ sơ của Vũ Thị Ngát" in page
    assert "203.0.113.0/24" in page


def test_those_of_another_province_read_nothing_of_it(client, enter, look):
    enter(Role.ADMINISTRATOR, "Tỉnh Quảng Ninh")

    assert "xem hồ sơ của Vũ Thị Ngát" not in client.get("/audit").text


def test_an_act_of_her_people_on_somebody_beyond_does_not_name_her(client, db, enter, chair):
    far = make.org_unit(db, "Hội LHPN phường Hạ Long", at=area(db, "Phường Hạ Long"))
    stranger = make.tenure(db, make.person(db, "Đỗ Thị Xa"), at=far).person
    audit.record(db, Actor(chair.id), "look", "person", stranger.id, now=clock.now())
    enter(Role.ADMINISTRATOR, "Tỉnh Hưng Yên")

    page = client.get("/audit").text

    assert "xem hồ sơ của một người ngoài phạm vi được xem" in page
    assert "Đỗ Thị Xa" not in page


def test_a_seal_is_told_by_its_number(client, db, enter, look):
    enter(Role.CENTRAL, "Tỉnh Hưng Yên")
    assert "đang chờ" in client.get("/audit?who=binh").text

    audit.seal(db, now=clock.now())

    assert "số 1" in client.get("/audit?who=binh").text


@pytest.mark.parametrize(
    ("query", "is_found"),
    [
        ("who=tran+binh", True),
        ("who=ngat", False),
        ("act=person:look", True),
        ("act=person:edit", False),
        ("subject=person", True),
        ("subject=account", False),
        ("first=01/01/2030", False),
        ("last=01/01/2020", False),
        ("first=nonsense&act=nonsense&subject=nonsense", True),
    ],
)
def test_what_is_looked_for_narrows_the_page(client, enter, look, query, is_found):
    enter(Role.ADMINISTRATOR, "Tỉnh Hưng Yên")

    found = "xem hồ sơ của Vũ Thị Ngát" in client.get(f"/audit?{query}").text

    assert found is is_found


def test_what_was_done_to_one_person_can_be_asked_for(client, enter, look, chair):
    enter(Role.ADMINISTRATOR, "Tỉnh Hưng Yên")

    assert "Vũ Thị Ngát" in client.get(f"/audit?person={chair.id}").text
    assert "Vũ Thị Ngát" not in client.get(f"/audit?person={look.person_id}").text


def test_what_was_done_to_one_beyond_the_scope_is_not_found_by_her_key(client, db, enter, chair):
    """The act of somebody near is told; to whom it was done is told by no filter either."""
    unit = make.org_unit(db, "Hội LHPN phường Hạ Long", at=area(db, "Phường Hạ Long"))
    far = make.tenure(db, make.person(db, "Đỗ Thị Xa"), at=unit).person
    by = Actor(chair.id, origin="203.0.113.0/24")
    audit.record(db, by, "look", "person", far.id, now=clock.now())
    enter(Role.ADMINISTRATOR, "Tỉnh Hưng Yên")

    assert "một người ngoài phạm vi" in client.get("/audit").text
    assert "một người ngoài phạm vi" not in client.get(f"/audit?person={far.id}").text


def test_the_next_page_begins_after_the_last_entry(client, db, enter, chair, monkeypatch):
    monkeypatch.setattr(queries, "PAGE", 2)
    now = clock.now()
    for number, action in enumerate(("add", "edit", "look")):
        when = now - timedelta(minutes=number)
        audit.record(db, Actor(chair.id), action, "person", chair.id, now=when)
    enter(Role.ADMINISTRATOR, "Tỉnh Hưng Yên")

    first = client.get(f"/audit?person={chair.id}").text
    address = first.split('rel="next" href="')[1].split('"')[0].replace("&amp;", "&")
    second = client.get(address).text

    assert "thêm hồ sơ" in first.split("<tbody")[1]
    assert "xem hồ sơ" not in first.split("<tbody")[1]
    assert "xem hồ sơ" in second.split("<tbody")[1]


def test_a_page_takes_so_many_queries_however_many_entries(client, db, enter, look, count_queries):
    enter(Role.ADMINISTRATOR, "Tỉnh Hưng Yên")
    for number in range(20):
        audit.record(db, OPERATOR, "look", "person", number + 1, now=clock.now())
        audit.record(db, Actor(look.person_id), "look", "person", number + 1, now=clock.now())
    account = make_accounts.account(db, make.person(db, "Lý Thị Mai"))
    audit.record(db, OPERATOR, "account.created", "account", account.id, now=clock.now())

    with count_queries() as queries_run:
        client.get("/audit")

    assert len(queries_run) <= 14


def test_a_page_looks_through_so_many_entries_and_the_next_goes_on(
    client, db, enter, chair, monkeypatch
):
    monkeypatch.setattr(queries, "LOOKED_THROUGH", 3)
    stranger, now = make.person(db, "Đỗ Thị Xa"), clock.now()
    audit.record(db, Actor(chair.id), "look", "person", chair.id, now=now - timedelta(minutes=9))
    for number in range(3):
        when = now - timedelta(minutes=number)
        audit.record(db, Actor(stranger.id), "look", "person", stranger.id, now=when)
    enter(Role.ADMINISTRATOR, "Tỉnh Hưng Yên")

    first = client.get("/audit").text
    address = first.split('rel="next" href="')[1].split('"')[0].replace("&amp;", "&")

    assert "Chưa thấy việc nào như vậy trong những việc gần nhất." in first
    assert "xem hồ sơ của Vũ Thị Ngát" in client.get(address).text
