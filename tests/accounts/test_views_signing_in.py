"""The pages /sign-in and /sign-out, through a browser that sends their forms."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from elearn import accounts
from elearn.access import OPERATOR
from tests.make import accounts as make

NOW = datetime(2026, 11, 21, 13, 9, tzinfo=UTC)  # 20:09 where the users live.


@pytest.fixture(autouse=True)
def evening():
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


def test_the_page_asks_for_a_name_and_a_password(visitor):
    page = visitor.open("/sign-in").text

    assert "Số điện thoại hoặc tên đăng nhập" in page
    assert 'autocomplete="username"' in page
    assert 'autocomplete="current-password"' in page


def test_who_signs_in_goes_where_she_wanted_to(visitor, db):
    make.account(db, user_name="chihoi1")

    answer = visitor.sign_in("chihoi1", page="/sign-in?next=/account")

    assert (answer.status_code, answer.location) == (303, "/account")
    assert "Phạm Thị Lý" in visitor.open("/account").text


def test_nobody_is_led_to_another_site(visitor, db):
    make.account(db, user_name="chihoi1")

    answer = visitor.sign_in("chihoi1", page="/sign-in?next=//evil.example/")

    assert answer.location == "/"
    assert visitor.open("/sign-in?next=https://evil.example/").location == "/"


def test_a_page_behind_the_door_sends_to_sign_in_and_back(visitor):
    answer = visitor.open("/account?a=1")

    assert answer.location == "/sign-in?next=/account?a%3D1"


def test_a_script_is_told_that_nobody_is_signed_in(visitor):
    answer = visitor.open("/account", headers={"Accept": "application/json"})

    assert answer.status_code == 401
    assert answer.json["title"] == "Cần đăng nhập lại"


def test_a_script_is_told_that_another_tab_signed_out(visitor, db):
    make.account(db, user_name="chihoi1")
    visitor.sign_in("chihoi1")
    visitor.send("/account", {}, to="/sign-out")

    ours = {"Sec-Fetch-Site": "same-origin"}
    answer = visitor.client.post("/watching/reports", json={"reports": []}, headers=ours)

    assert answer.status_code == 401


def test_a_wrong_password_keeps_the_name_and_not_the_password(visitor, db):
    make.account(db, user_name="chihoi1")

    answer = visitor.sign_in("chihoi1", "hoa-sen-2026")

    assert answer.status_code == 422
    assert "Còn 4 lần thử, sau đó chờ 5 phút." in answer.text
    assert 'value="chihoi1"' in answer.text
    assert "hoa-sen-2026" not in answer.text


def test_failures_are_counted_though_they_are_refused(visitor, db):
    make.account(db, user_name="chihoi1")
    for _ in range(4):
        visitor.sign_in("chihoi1", "wrong one")

    answer = visitor.sign_in("chihoi1", "wrong one")

    assert answer.status_code == 429
    assert "Đã sai 5 lần. Thử lại lúc 20:14 (sau 5 phút)." in answer.text
    assert "Quên mật khẩu" in answer.text


def test_after_the_pause_she_gets_in(visitor, db, evening):
    make.account(db, user_name="chihoi1")
    for _ in range(5):
        visitor.sign_in("chihoi1", "wrong one")
    evening.shift(timedelta(minutes=6))

    assert visitor.sign_in("chihoi1").status_code == 303


def test_an_empty_form_says_what_is_missing(visitor):
    answer = visitor.sign_in("", "")

    assert answer.status_code == 422
    assert "Gõ mật khẩu." in answer.text
    assert "<title>Lỗi: Đăng nhập" in answer.text


def test_a_form_without_its_token_is_refused_and_says_what_is_kept(visitor, db):
    make.account(db, user_name="chihoi1")

    answer = visitor.client.post("/sign-in", data={"name": "chihoi1", "password": make.PASSWORD})

    assert answer.status_code == 400
    assert "Những gì đã lưu vẫn còn" in answer.text
    assert visitor.open("/account").status_code == 303


def test_signing_in_takes_a_new_session_whatever_the_cookie_held(visitor, db):
    make.account(db, user_name="chihoi1")
    visitor.open("/sign-in")
    before = visitor.cookie
    with visitor.client.session_transaction() as planted:
        planted["planted"] = "by somebody else"

    visitor.sign_in("chihoi1")

    assert visitor.cookie != before
    with visitor.client.session_transaction() as cookie:
        assert "planted" not in cookie
        assert cookie.permanent


def test_the_cookie_is_kept_from_scripts_and_other_sites(visitor, db):
    make.account(db, user_name="chihoi1")

    [cookie] = visitor.sign_in("chihoi1").headers.getlist("Set-Cookie")

    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert "Expires=" in cookie


def test_a_page_seen_does_not_renew_the_cookie(visitor, db):
    make.account(db, user_name="chihoi1")
    visitor.sign_in("chihoi1")
    visitor.open("/account")

    assert "Set-Cookie" not in visitor.open("/account").headers


def test_signing_out_ends_the_session_even_for_a_copy_of_the_cookie(visitor, db, app):
    make.account(db, user_name="chihoi1")
    visitor.sign_in("chihoi1")
    copy = app.test_client()
    copy.set_cookie("session", visitor.cookie)
    assert copy.get("/account").status_code == 200

    answer = visitor.send("/account", {}, to="/sign-out")

    assert answer.location == "/sign-in"
    assert copy.get("/account").status_code == 303


def test_pages_are_told_who_was_signed_out_here_until_she_is_back(visitor, db):
    people = [make.account(db, user_name=name).person_id for name in ("chihoi1", "chihoi2")]
    ours, others = (f"left.{person}" for person in people)
    for name in ("chihoi1", "chihoi2"):
        visitor.sign_in(name)
        visitor.send("/account", {}, to="/sign-out")
    assert {visitor.client.get_cookie(one).value for one in (ours, others)} == {"yes"}

    visitor.sign_in("chihoi1")

    assert visitor.client.get_cookie(ours) is None
    assert visitor.client.get_cookie(others).value == "yes"


def test_signing_out_by_a_mere_link_does_nothing(visitor):
    assert visitor.open("/sign-out").status_code == 405


def test_a_closed_account_is_out_at_its_next_page(visitor, db):
    account = make.account(db, user_name="chihoi1")
    visitor.sign_in("chihoi1")

    accounts.close_account(db, OPERATOR, account, now=NOW)
    db.commit()

    assert visitor.open("/account").status_code == 303


def test_who_is_in_already_is_not_asked_again(visitor, db):
    make.account(db, user_name="chihoi1")
    visitor.sign_in("chihoi1")

    assert visitor.open("/sign-in?next=/account").location == "/account"
