"""The pages of privacy: signed out, a stranger, the person herself, and the centre."""

import json

import pytest

from elearn import audit, clock
from elearn.access import Actor, Role
from elearn.home.privacy import ErasureState, service
from elearn.home.privacy.queries import open_request
from elearn.people import Person
from tests.make import accounts as make_accounts
from tests.make import people as make
from tests.make.areas import area

OWN = ("/privacy/mine", "/privacy/mine.html", "/privacy/mine.json", "/privacy/erase")


@pytest.fixture
def her(db, sign_in):
    """A person who is signed in, with a post."""
    person = make.person(db, "Vũ Thị Ngát", phone="0900000123")
    make.tenure(db, person)
    sign_in(make_accounts.account(db, person, user_name="ngat"))
    return person


@pytest.fixture
def asked(db):
    """The request of somebody who is not signed in."""
    person = make.tenure(db, make.person(db, "Trần Thị Bình")).person
    return service.ask(db, Actor(person.id), person.id, now=clock.now())


def enter(db, sign_in, role=Role.CENTRAL, place=None):
    account = make_accounts.account(db)
    make_accounts.role_grant(db, account, role, area_id=area(db, place).id if place else None)
    sign_in(account)
    return account


@pytest.mark.parametrize("address", [*OWN, "/privacy/erasures", "/privacy/erasures/1"])
def test_signed_out_one_is_asked_to_sign_in(client, address):
    assert "/sign-in" in client.get(address).location


def test_one_sees_what_is_held_of_oneself_and_of_nobody_else(client, her, asked):
    page = client.get("/privacy/mine").text

    assert "0900000123" in page
    assert "Chủ tịch Hội LHPN cấp xã" in page
    assert "Trần Thị Bình" not in page


def test_one_sees_who_looked_at_ones_record(client, db, her):
    other = make.person(db, "Đỗ Thị Xa")
    audit.record(db, Actor(other.id), "look", "person", her.id, now=clock.now())
    audit.record(db, Actor(her.id), "look", "person", her.id, now=clock.now())

    page = client.get("/privacy/mine").text

    assert "Đỗ Thị Xa" in page
    assert 'Ai đã xem hồ sơ của tôi <small class="soft">1</small>' in page


def test_a_page_takes_so_many_queries_however_much_is_held(client, db, her, count_queries):
    for _ in range(10):
        make_accounts.role_grant(db, her)
        other = make.person(db)
        audit.record(db, Actor(other.id), "look", "person", her.id, now=clock.now())

    with count_queries() as queries:
        client.get("/privacy/mine")

    assert len(queries) <= 50


@pytest.mark.parametrize(("address", "kind"), [(OWN[1], "html"), (OWN[2], "json")])
def test_ones_data_is_a_file_with_a_name(client, her, address, kind):
    answer = client.get(address)

    name = f"du-lieu-ca-nhan-ngat-{clock.today():%Y%m%d}.{kind}"
    assert answer.headers["Content-Disposition"] == f'attachment; filename="{name}"'
    assert answer.headers["Cache-Control"] == "no-store"
    assert "0900000123" in answer.text


def test_the_file_for_machines_names_what_it_holds(client, her):
    data = json.loads(client.get("/privacy/mine.json").text)

    [herself] = [one for one in data["held"] if one["title"] == "Họ tên, ngày sinh, điện thoại"]
    assert herself["rows"][0]["Điện thoại"] == "0900000123"
    assert herself["rows"][0]["Ngày sinh"] is None


def test_one_asks_to_be_forgotten_only_after_having_read_what_that_means(client, db, her):
    refused = client.post("/privacy/erase")

    assert refused.status_code == 422
    assert open_request(db, her.id) is None

    asked = client.post("/privacy/erase", data={"understood": "y"})

    assert asked.location == "/privacy/mine"
    assert open_request(db, her.id) is not None
    assert "đang chờ trả lời" in client.get("/privacy/mine").text


def test_one_takes_ones_request_back(client, db, her):
    client.post("/privacy/erase", data={"understood": "y"})

    client.post("/privacy/erase/withdraw")

    assert open_request(db, her.id) is None


@pytest.mark.parametrize("role", [Role.LEARNER, Role.ADMINISTRATOR, Role.INSPECTOR])
def test_whoever_is_not_of_the_centre_is_refused(client, db, sign_in, asked, role):
    enter(db, sign_in, role)
    address = f"/privacy/erasures/{asked.id}"

    answers = [client.get("/privacy/erasures"), client.get(address)]
    answers += [client.post(f"{address}/refuse"), client.post(f"{address}/forget")]

    assert [answer.status_code for answer in answers] == [403] * 4


def test_the_centre_of_another_place_does_not_find_it(client, db, sign_in, asked):
    enter(db, sign_in, place="Tỉnh Quảng Ninh")
    address = f"/privacy/erasures/{asked.id}"

    assert "Trần Thị Bình" not in client.get("/privacy/erasures").text
    assert client.get(address).status_code == 404
    assert client.post(f"{address}/forget").status_code == 404


def test_the_centre_reads_the_requests_and_refuses_one_with_a_reason(client, db, sign_in, asked):
    enter(db, sign_in)
    address = f"/privacy/erasures/{asked.id}"

    assert "Trần Thị Bình" in client.get("/privacy/erasures").text
    assert "Chức danh đã và đang giữ" in client.get(address).text
    assert client.post(f"{address}/refuse").status_code == 422
    client.post(f"{address}/refuse", data={"reason": "Chị đang giữ chức danh."})

    db.refresh(asked)
    assert (asked.state, asked.answer) == (ErasureState.REFUSED, "Chị đang giữ chức danh.")
    assert "Không có đề nghị nào đang chờ." in client.get("/privacy/erasures").text
    assert "Chị đang giữ chức danh." in client.get(address).text


def test_the_centre_forgets_whose_name_it_typed_again(client, db, sign_in, asked):
    enter(db, sign_in)
    address = f"/privacy/erasures/{asked.id}/forget"

    wrong = client.post(address, data={"full_name": "Trần Thị"})
    right = client.post(address, data={"full_name": "Trần Thị Bình"})

    assert (wrong.status_code, right.status_code) == (422, 303)
    db.expire_all()
    assert db.get(Person, asked.person_id).full_name == "Đã xóa tên"
    assert asked.state is ErasureState.DONE


def test_the_list_of_requests_takes_so_many_queries(client, db, sign_in, count_queries):
    enter(db, sign_in)
    for _ in range(5):
        person = make.person(db)
        service.ask(db, Actor(person.id), person.id, now=clock.now())

    with count_queries() as queries:
        client.get("/privacy/erasures")

    assert len(queries) <= 6
