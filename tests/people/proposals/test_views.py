"""The pages of proposals: the commune on her phone, the province, and those they are not for."""

import pytest

from elearn.access import Role
from elearn.people import EndReason
from tests.make import accounts as make_accounts
from tests.make import people as make
from tests.make import proposals as saying
from tests.make.areas import area

NEW = {"full_name": "Hà Thị Ấm", "birth_year": "1979", "gender": "female", "phone": ""}


@pytest.fixture
def commune(client, enter):
    enter(Role.ADMINISTRATOR, "Xã Hưng Hà")
    return client


@pytest.fixture
def province(client, enter):
    enter(Role.ADMINISTRATOR, "Tỉnh Hưng Yên")
    return client


def begun(branch, **values):
    return {
        "org_unit_id": branch.id,
        "post_key": "branch_head",
        "day": "01/11/2026",
        "decision": "",
        **values,
    }


ADDRESSES = ["/people/proposals", "/people/proposals/begin", "/people/proposals/end"]


@pytest.mark.parametrize("address", [*ADDRESSES, "/people/corrections", "/people/corrections/new"])
def test_signed_out_one_is_asked_to_sign_in(client, address):
    assert "/sign-in" in client.get(address).location


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_learner_is_refused(client, db, sign_in, address):
    sign_in(make_accounts.account(db))
    assert client.get(address).status_code == 403


@pytest.mark.parametrize("address", ADDRESSES[1:])
def test_the_province_proposes_nothing(province, address):
    assert province.get(address).status_code == 403


def test_a_commune_proposes_somebody_new(commune, db, branch):
    assert "Người chưa có trong danh sách" in commune.get("/people/proposals/begin").text
    assert "Họ và tên" in commune.get("/people/proposals/begin?new=1").text

    answer = commune.post("/people/proposals/begin?new=1", data=NEW | begun(branch))

    page = commune.get(answer.location).text
    assert "Hà Thị Ấm" in page
    assert "Đang chờ tỉnh xác nhận" in page
    assert "Hà Thị Ấm" in commune.get("/people/proposals").text
    assert "Hà Thị Ấm" not in commune.get("/people").text


def test_a_commune_is_asked_whether_she_is_somebody_known(commune, db, branch):
    there = make.tenure(db, make.person(db, "Hà Thị Ấm", birth_year=1979)).person
    make.listed(db)
    address, filled = "/people/proposals/begin?new=1", NEW | begun(branch)

    asked = commune.post(address, data=filled)
    answer = commune.post(address, data=filled | {"who": str(there.id)})

    assert asked.status_code == 422
    assert "Có phải người này không?" in asked.text
    assert f'href="/people/{there.id}"' in commune.get(answer.location).text


def test_a_chair_who_also_inspects_is_asked_only_about_her_commune(client, enter, db, branch):
    chair = enter(Role.ADMINISTRATOR, "Xã Hưng Hà")
    make_accounts.role_grant(db, chair, Role.INSPECTOR, area_id=area(db, "Tỉnh Hưng Yên").id)
    far = make.org_unit(db, "Hội LHPN xã Quỳnh Phụ", at=area(db, "Xã Quỳnh Phụ"))
    make.tenure(db, make.person(db, "Hà Thị Ấm", birth_year=1979), at=far)
    make.listed(db)

    answer = client.post("/people/proposals/begin?new=1", data=NEW | begun(branch))

    assert answer.status_code == 303


def test_a_commune_proposes_somebody_of_its_list_and_sees_what_is_wrong(commune, db, branch):
    there = make.tenure(db, make.person(db, "Đỗ Thị Lan"), at=branch, post="branch_head").person
    make.listed(db)
    address = f"/people/proposals/begin?person={there.id}"
    assert "Đang là Chi hội trưởng phụ nữ" in commune.get(address).text

    holds = commune.post(address, data=begun(branch))
    far = commune.post(address, data=begun(branch, day="01/11/2031", post_key="women_group_head"))

    assert (holds.status_code, far.status_code) == (409, 422)
    assert "đang giữ chức danh đó" in holds.text
    assert "Ngày này còn xa" in far.text


def test_a_commune_proposes_that_a_post_ends(commune, db, branch):
    tenure = make.tenure(db, make.person(db, "Đỗ Thị Lan"), at=branch, post="branch_head")
    assert "Đỗ Thị Lan" in commune.get("/people/proposals/end?q=lan").text
    address = f"/people/proposals/end?tenure={tenure.id}"

    answer = commune.post(address, data={"day": "31/10/2026", "reason": EndReason.TERM_ENDED})

    assert answer.status_code == 303
    assert "Thôi chức danh" in commune.get("/people/proposals").text


def test_posts_of_another_commune_are_not_found(commune, db):
    elsewhere = saying.branch(db, at="Xã Quỳnh Phụ")
    tenure = make.tenure(db, at=elsewhere, post="branch_head")
    make.listed(db)

    assert commune.get(f"/people/proposals/end?tenure={tenure.id}").status_code == 404
    assert commune.get(f"/people/proposals/begin?person={tenure.person_id}").status_code == 404


def test_a_commune_takes_back_what_it_said(commune, db, branch):
    answer = commune.post("/people/proposals/begin?new=1", data=NEW | begun(branch))

    assert commune.post(f"{answer.location}/withdraw").status_code == 303
    assert "Đã rút lại" in commune.get(answer.location).text
