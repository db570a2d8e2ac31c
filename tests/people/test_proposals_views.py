"""The pages of proposals: the commune on her phone, the province, and those they are not for."""

import pytest

from elearn.access import Role
from elearn.people import EndReason, Person, ProposalState
from tests.make import accounts as make_accounts
from tests.make import people as make
from tests.make import proposals as saying
from tests.make.areas import area

NEW = {"full_name": "Hà Thị Ấm", "birth_year": "1979", "gender": "female", "phone": ""}


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
def commune(client, enter):
    enter(Role.ADMINISTRATOR, "Xã Hưng Hà")
    return client


@pytest.fixture
def province(client, enter):
    enter(Role.ADMINISTRATOR, "Tỉnh Hưng Yên")
    return client


@pytest.fixture
def branch(db):
    return saying.branch(db)


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


def test_the_province_confirms_several_and_refuses_one_in_words(province, db, branch):
    first = saying.proposal(db, unit=branch)
    second = saying.proposal(db, unit=branch, new_name="Lê Thị Na", about="na")
    third = saying.proposal(db, unit=branch, new_name="Bùi Thị Sen", about="sen")
    assert "Xác nhận những đề nghị đã chọn" in province.get("/people/proposals").text

    data = {"proposal": [first.id, second.id]}
    province.post("/people/proposals/confirm", data=data)
    reason = {"reason": "Chưa có biên bản bầu."}
    province.post(f"/people/proposals/{third.id}/refuse", data=reason)

    for one in (first, second, third):
        db.refresh(one)
    confirmed = ProposalState.CONFIRMED
    assert [one.state for one in (first, second)] == [confirmed] * 2
    refused = province.get("/people/proposals?state=refused").text
    assert "Chưa có biên bản bầu." in refused


def test_what_cannot_be_confirmed_is_told_beside_what_was(province, db, branch):
    there = make.tenure(db, make.person(db, "Đỗ Thị Lan"), at=branch, post="branch_head").person
    first = saying.proposal(db, unit=branch)
    second = saying.proposal(db, there, unit=branch)

    data = {"proposal": [first.id, second.id]}
    told = province.post("/people/proposals/confirm", data=data).text
    alone = province.post(f"/people/proposals/{second.id}/confirm")

    assert "Còn 1 đề nghị chưa xác nhận được" in told
    assert alone.status_code == 409
    db.refresh(first)
    assert first.state is ProposalState.CONFIRMED


def test_the_province_says_who_is_meant(province, db, branch):
    there = make.tenure(db, make.person(db, "Hà Thị Ấm", birth_year=1979)).person
    make.listed(db)
    proposal = saying.proposal(db, unit=branch)
    page = province.get(f"/people/proposals/{proposal.id}").text
    assert "Có phải người này không?" in page
    assert f'href="/people/{there.id}"' in page
    assert "trùng tên" in province.get("/people/proposals").text

    province.post(f"/people/proposals/{proposal.id}/confirm", data={"who": str(there.id)})

    db.refresh(proposal)
    assert proposal.person_id == there.id


def test_an_inspector_reads_and_another_province_finds_nothing(client, enter, db, branch):
    proposal = saying.proposal(db, unit=branch)
    address = f"/people/proposals/{proposal.id}"

    enter(Role.INSPECTOR, "Tỉnh Hưng Yên")
    assert "Hà Thị Ấm" in client.get(address).text
    assert client.post(f"{address}/confirm").status_code == 403

    enter(Role.ADMINISTRATOR, "Tỉnh Quảng Ninh")
    assert "Hà Thị Ấm" not in client.get("/people/proposals").text
    assert client.get(address).status_code == 404
    assert client.post(f"{address}/confirm").status_code == 404
    sent = client.post("/people/proposals/confirm", data={"proposal": proposal.id})
    assert sent.status_code == 404


def test_a_commune_takes_back_what_it_said(commune, db, branch):
    answer = commune.post("/people/proposals/begin?new=1", data=NEW | begun(branch))

    assert commune.post(f"{answer.location}/withdraw").status_code == 303
    assert "Đã rút lại" in commune.get(answer.location).text


def test_the_list_takes_a_bounded_number_of_queries(province, db, branch, count_queries):
    for number in range(4):
        saying.proposal(db, unit=branch, new_name=f"Lê Thị {number}", about=str(number))

    with count_queries() as queries:
        province.get("/people/proposals")

    assert len(queries) <= 14


def test_a_person_asks_for_a_correction_and_the_province_answers(client, db, sign_in, enter):
    account = make_accounts.account(db)
    make.tenure(db, db.get_one(Person, account.person_id))
    make.listed(db)
    sign_in(account)
    said = {"field": "phone", "wanted": "0912 345 678", "note": ""}
    assert "Chỗ nào sai?" in client.get("/people/corrections/new").text
    assert client.post("/people/corrections/new", data=said).status_code == 303
    assert client.post("/people/corrections/new", data=said | {"wanted": "?"}).status_code == 422
    listed = client.get("/people/corrections").text
    assert "Số điện thoại" in listed
    one = f"/people/corrections/{_key(listed)}"
    assert client.post(f"{one}/apply").status_code == 403

    enter(Role.ADMINISTRATOR, "Tỉnh Hưng Yên")
    assert "Sửa theo đề nghị này" in client.get(one).text
    assert client.post(f"{one}/apply", data={"answer": ""}).status_code == 303
    assert "Đã sửa" in client.get(one).text

    enter(Role.ADMINISTRATOR, "Tỉnh Quảng Ninh")
    assert client.get(one).status_code == 404
    assert client.post(f"{one}/refuse", data={"answer": "Không"}).status_code == 404


def _key(page):
    """Return the key of the first request a list leads to; “new” is no key."""
    links = (part.partition('"')[0] for part in page.split('href="/people/corrections/')[1:])
    return next(link for link in links if link.isdecimal())
