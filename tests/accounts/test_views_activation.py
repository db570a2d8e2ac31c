"""The first sign-in, as a browser without scripts does it, breaks off, and comes back."""

from datetime import timedelta

import pytest
import time_machine
from sqlalchemy import select

from elearn import accounts, clock
from elearn.accounts import PrivacyAcceptance
from elearn.people import CorrectionRequest
from tests.make import accounts as make
from tests.make import slips

PASSWORD = "hoa-sen-2026"


@pytest.fixture
def account(db):
    return slips.waiting(db, "Bùi Thị Thoa", user_name="thoabt1")


@pytest.fixture
def code(db, account):
    made = slips.code(db, account, now=clock.now())
    db.commit()
    return made


def follow(visitor, *steps):
    """Send one form after the other; return the last answer."""
    for page, fields in steps:
        answer = visitor.send(page, fields)
    return answer


def step(page, **fields):
    return f"/activate/{page}" if page else "/activate", fields


def passwords(text=PASSWORD):
    return {"password": text, "again": text}


def test_from_the_code_to_the_first_page(visitor, db, account, code):
    assert visitor.send("/activate", {"code": code}).location == "/activate/who"
    page = visitor.open("/activate/who").text
    assert "Đây có phải" in page
    assert "Bùi Thị Thoa" in page
    assert "Chi hội thôn Đông" in page
    assert visitor.send("/activate/who", {}).location == "/activate/privacy"
    assert "91/2025/QH15" in visitor.open("/activate/privacy").text
    assert visitor.send("/activate/privacy", {}).location == "/activate/password"
    assert "thoabt1" in visitor.open("/activate/password").text
    assert visitor.send("/activate/password", passwords()).status_code == 303

    assert "Bùi Thị Thoa" in visitor.open("/account").text
    [read] = db.scalars(select(PrivacyAcceptance).where(PrivacyAcceptance.account_id == account.id))
    assert read.version == accounts.notice_on(clock.today()).version


def test_the_new_password_opens_elsewhere_and_the_code_no_more(visitor, app, code):
    first = [step("", code=code), step("who"), step("privacy"), step("password", **passwords())]
    follow(visitor, *first)

    other = type(visitor)(app.test_client())
    assert other.sign_in("thoabt1", PASSWORD).status_code == 303
    assert "đã được dùng" in other.send("/activate", {"code": code}).text


def test_a_killed_browser_begins_where_it_was(visitor, app, code):
    follow(visitor, step("", code=code), step("who"))

    other = type(visitor)(app.test_client())
    assert other.send("/activate", {"code": code}).location == "/activate/privacy"
    other.send("/activate/privacy", {})
    third = type(visitor)(app.test_client())
    assert third.send("/activate", {"code": code}).location == "/activate/password"


def test_no_step_is_passed_over(visitor, code):
    follow(visitor, step("", code=code))

    assert visitor.open("/activate/password").location == "/activate/who"


@pytest.mark.parametrize("page", ["who", "wrong", "privacy", "password"])
def test_without_a_code_every_step_asks_for_one(visitor, page):
    assert visitor.open(f"/activate/{page}").location == "/activate"
    assert visitor.client.post(f"/activate/{page}").status_code in (303, 400)


def test_after_an_hour_a_shared_telephone_asks_for_the_code_again(visitor, code):
    follow(visitor, step("", code=code))

    with time_machine.travel(clock.now() + timedelta(minutes=61), tick=False):
        assert visitor.open("/activate/who").location == "/activate"


def test_the_code_of_a_scan_stands_in_the_form_and_a_look_uses_nothing_up(visitor, code):
    page = visitor.open(f"/activate?code={code}").text

    assert f'value="{code}"' in page
    assert visitor.send("/activate", {"code": code}).location == "/activate/who"


def test_a_wrong_code_is_answered_in_words(visitor, code):
    answer = visitor.send("/activate", {"code": "AAAA AAAA"})

    assert answer.status_code == 422
    assert "Không có mã này" in answer.text


def test_guesses_are_paused(visitor, code):
    allowed = make.guard(clock.now()).rule.network_failures_allowed
    for _ in range(allowed):
        answer = visitor.client.post("/activate", data={"code": "AAAA AAAA", **token(visitor)})

    assert answer.status_code == 429
    assert "quá nhiều lần" in answer.text


def token(visitor):
    page = visitor.open("/activate").text
    return {"csrf_token": page.split('name="csrf_token" value="')[1].split('"')[0]}


def test_somebody_else_is_sent_away_and_the_slip_still_works(visitor, code):
    follow(visitor, step("", code=code))

    visitor.send("/activate/who", {}, to="/activate/leave")

    assert visitor.open("/activate/who").location == "/activate"
    assert visitor.send("/activate", {"code": code}).location == "/activate/who"


def test_what_is_wrong_is_told_and_she_goes_on(visitor, db, account, code):
    follow(visitor, step("", code=code))
    wrong = {"field": "birth", "wanted": "05/3/1980", "note": ""}

    assert visitor.send("/activate/wrong", wrong).location == "/activate/privacy"

    [asked] = db.scalars(select(CorrectionRequest))
    assert (asked.person_id, asked.wanted) == (account.person_id, "05/3/1980")


def test_what_cannot_be_meant_is_asked_again(visitor, code):
    follow(visitor, step("", code=code))

    answer = visitor.send("/activate/wrong", {"field": "birth", "wanted": "hôm qua"})

    assert answer.status_code == 422
    assert visitor.send("/activate/wrong", {"wanted": ""}).status_code == 422


@pytest.mark.parametrize("password", ["ngắn", "12345678", "thoabt1"])
def test_a_poor_password_is_refused_and_the_code_still_works(visitor, code, password):
    first = [step("", code=code), step("who"), step("privacy")]

    assert follow(visitor, *first, step("password", **passwords(password))).status_code == 422
    assert visitor.send("/activate/password", passwords()).status_code == 303


def test_a_code_made_void_on_the_way_ends_it(visitor, db, account, code):
    follow(visitor, step("", code=code), step("who"))
    slips.code(db, account, now=clock.now())
    db.commit()

    assert visitor.open("/activate/privacy").location == "/activate"


def test_the_page_asks_few_questions(visitor, code, count_queries):
    follow(visitor, step("", code=code))

    with count_queries() as queries:
        visitor.open("/activate/who")

    assert len(queries) <= 14


def test_who_is_signed_out_is_asked_to_sign_in(client):
    assert client.get("/account/privacy").location == "/sign-in?next=/account/privacy"
