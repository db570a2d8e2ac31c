"""The helper's pages: the list, one account, making accounts; and carrying a sign-in."""

import re
from datetime import timedelta

import pytest
import time_machine

from elearn import accounts, clock
from elearn.access import Role
from tests.make import accounts as make
from tests.make import slips

LISTS = ["/accounts", "/accounts/make", "/slips", "/slips/new"]


@pytest.mark.parametrize("page", [*LISTS, "/accounts/1", "/slips/1"])
def test_who_is_signed_out_is_asked_to_sign_in(client, page):
    assert client.get(page).location == f"/sign-in?next={page}"


@pytest.mark.parametrize("page", [*LISTS, "/accounts/1", "/slips/1"])
def test_a_learner_is_refused(client, enter, page):
    enter(Role.LEARNER)

    assert client.get(page).status_code == 403


def test_an_inspector_sees_the_list_and_makes_nothing(client, enter, account):
    enter(Role.INSPECTOR)

    assert "Bùi Thị Thoa" in client.get("/accounts").text
    assert "Tạo mã mới" not in client.get(f"/accounts/{account.id}").text
    assert client.get("/accounts/make").status_code == 403
    assert client.post(f"/accounts/{account.id}/code").status_code == 403


def test_the_list_tells_nothing_of_the_other_branch(client, enter, hers):
    enter()

    assert "Hoàng Thị Xa" not in client.get("/accounts").text
    assert "Hoàng Thị Xa" not in client.get("/accounts?area=Phường Hạ Long").text


def test_the_list_tells_how_each_stands(client, db, enter, branch, account):
    slips.head(db, "Lê Thị Ái", at=branch)
    enter()

    page = client.get("/accounts?area=Xã Hưng Hà, Hưng Yên").text

    assert "Bùi Thị Thoa" in page
    assert "chưa có tài khoản <b>1</b>" in page
    assert "chưa vào lần nào <b>1</b>" in page


@pytest.mark.parametrize(
    ("asked", "there"),
    [
        ("q=thoa", True),
        ("q=thoabt1", True),
        ("q=hoa lan", False),
        ("state=waiting", True),
        ("state=none", False),
        ("area=Xã Tiên Hưng", False),
    ],
)
def test_the_list_is_narrowed(client, enter, account, asked, there):
    enter()

    assert ("Bùi Thị Thoa" in client.get(f"/accounts?{asked}").text) is there


def test_an_area_nobody_knows_is_told_in_words(client, enter):
    enter()

    assert "Không có đơn vị hành chính" in client.get("/accounts?area=Xã Không Có").text


def test_the_list_goes_on_page_after_page(client, db, enter, branch, monkeypatch):
    for name in ("Lê Thị Ái", "Bùi Thị Bình", "Bùi Thị Cúc"):
        slips.waiting(db, name, at=branch)
    enter()
    monkeypatch.setattr("elearn.accounts.queries.listing.PAGE", 2)

    page = client.get("/accounts").text
    assert page.index("Lê Thị Ái") < page.index("Bùi Thị Bình")
    assert "Bùi Thị Cúc" not in page
    after = re.findall(r"after=(\d+)", page)[0]
    assert "Bùi Thị Cúc" in client.get(f"/accounts?after={after}").text


def test_the_list_asks_few_questions(client, db, enter, branch, count_queries):
    for _ in range(8):
        slips.waiting(db, at=branch)
    enter()

    with count_queries() as queries_:
        client.get("/accounts?area=Tỉnh Hưng Yên")

    assert len(queries_) <= 16


def test_accounts_are_given_to_those_who_were_counted(client, db, enter, branch):
    person_id = slips.head(db, "Lê Thị Ái", at=branch)
    enter()

    assert "1 người chưa có tài khoản" in client.get("/accounts/make?posts=branch_head").text
    answer = client.post("/accounts/make", data={"area": "", "posts": ["branch_head"]})

    assert answer.status_code == 303
    made = accounts.account_of(db, person_id)
    assert made
    assert made.user_name == "ailt1"


def test_a_form_without_a_post_or_of_another_place_is_asked_again(client, enter):
    enter()

    assert client.post("/accounts/make", data={"area": ""}).status_code == 422
    elsewhere = {"area": "Phường Hạ Long", "posts": ["branch_head"]}
    assert client.post("/accounts/make", data=elsewhere).status_code == 422


def test_a_code_is_shown_once_and_printed_from_what_was_shown(client, enter, account):
    enter()

    page = client.post(f"/accounts/{account.id}/code").text
    code = re.findall(r'<p class="figure code">([^<]+)</p>', page)[0]
    assert code not in client.get(f"/accounts/{account.id}").text
    slip = client.post(f"/accounts/{account.id}/slip", data={"code": code})
    assert slip.data.startswith(b"%PDF")
    assert (
        client.post(f"/accounts/{account.id}/slip", data={"code": "AAAA AAAA"}).status_code == 404
    )


@pytest.mark.parametrize("act", ["code", "slip", "sign-out", "close", "reopen"])
def test_the_other_branch_is_not_there(client, enter, hers, act):
    enter()

    assert client.get(f"/accounts/{hers.id}").status_code == 404
    assert client.post(f"/accounts/{hers.id}/{act}").status_code == 404


def test_a_helper_signs_out_closes_and_reopens(client, db, enter, account):
    token = make.token(db, account)
    enter()

    assert client.post(f"/accounts/{account.id}/sign-out").status_code == 303
    assert accounts.presence_of(db, token, now=clock.now()) is None
    client.post(f"/accounts/{account.id}/close")
    assert "Đã đóng" in client.get(f"/accounts/{account.id}").text
    client.post(f"/accounts/{account.id}/reopen")
    assert account.closed_at is None


def test_a_sign_in_is_carried_by_a_press_and_not_by_a_look(visitor, app, db):
    make.account(db, user_name="chihoi1")
    visitor.sign_in("chihoi1")
    page = visitor.send("/account", {}, to="/account/carry").text
    link = re.findall(r">\S+(/carry\?token=[^<]+)</textarea>", page)[0].replace("&amp;", "&")
    chrome = type(visitor)(app.test_client())

    assert "Tiếp tục ở trình duyệt này?" in chrome.open(link).text
    assert chrome.open("/account").status_code == 303
    assert chrome.send(link, {}).location == "/"
    assert chrome.open("/account").status_code == 200
    again = type(visitor)(app.test_client()).open(link)
    assert (again.status_code, "đã được dùng" in again.text) == (422, True)


def test_after_a_minute_a_link_is_refused(visitor, app, db):
    make.account(db, user_name="chihoi1")
    visitor.sign_in("chihoi1")
    page = visitor.send("/account", {}, to="/account/carry").text
    link = re.findall(r">\S+(/carry\?token=[^<]+)</textarea>", page)[0].replace("&amp;", "&")

    with time_machine.travel(clock.now() + timedelta(seconds=61), tick=False):
        assert "quá một phút" in type(visitor)(app.test_client()).open(link).text
