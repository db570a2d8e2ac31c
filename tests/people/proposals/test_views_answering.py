"""The pages of proposals for those who answer: the province, an inspector, and a correction."""

import pytest

from elearn.access import Role
from elearn.people import Person, ProposalState
from tests.make import accounts as make_accounts
from tests.make import people as make
from tests.make import proposals as saying


@pytest.fixture
def province(client, enter):
    enter(Role.ADMINISTRATOR, "Tỉnh Hưng Yên")
    return client


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
