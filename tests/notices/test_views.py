"""The pages of notices: one's own, and what somebody in one's scope was told."""

from dataclasses import replace

import pytest

from elearn.access import Role
from elearn.notices import MailAddress
from elearn.notices.rules import code_of
from elearn.people import Person
from tests.make import accounts as make_accounts
from tests.make import notices as make
from tests.make import people as cadres
from tests.make.areas import area


@pytest.fixture
def she(db, sign_in):
    """A learner who is signed in."""
    account = make_accounts.account(db)
    sign_in(account)
    return db.get_one(Person, account.person_id)


@pytest.fixture
def with_mail(app, here):
    """Have this installation send letters."""
    settings = replace(here.settings, mail_url="smtp://127.0.0.1:9", mail_from="hoi@vidu.vn")
    app.extensions["installation"] = replace(here, settings=settings)


@pytest.mark.parametrize("address", ["/notices", "/notices/of/1"])
def test_signed_out_one_is_asked_to_sign_in(client, address):
    assert "/sign-in" in client.get(address).location


def test_the_bell_of_every_page_tells_how_much_is_new(client, db, she):
    assert 'aria-label="Thông báo"' in client.get("/account").text

    make.notice(db, she)

    assert "Thông báo: 1 chưa đọc" in client.get("/account").text


def test_opening_a_notice_marks_it_and_leads_on(client, db, she):
    notice = make.notice(db, she)
    page = client.get("/notices").text
    assert "Chi hội trưởng Hưng Hà" in page
    assert "Mới" in page

    answer = client.post(f"/notices/{notice.id}/open")

    assert answer.location == "/classes/mine"
    assert "Thông báo: 1 chưa đọc" not in client.get("/notices").text


def test_all_is_marked_at_once(client, db, she):
    make.notice(db, she)

    client.post("/notices/read")

    page = client.get("/notices").text
    assert "Đã đọc" in page
    assert "Đánh dấu đã đọc hết" not in page


def test_nobody_opens_what_another_was_told(client, db, she):
    notice = make.notice(db)

    assert client.post(f"/notices/{notice.id}/open").status_code == 404
    assert notice.read_at is None


def test_the_page_takes_a_bounded_number_of_queries(client, db, she, count_queries):
    for number in range(5):
        make.notice(db, she, key=str(number))

    with count_queries() as queries:
        client.get("/notices")

    assert len(queries) <= 7


def test_who_administers_her_place_sees_what_she_was_told(client, db, sign_in):
    head = cadres.tenure(db, cadres.person(db, "Vũ Thị Ngát")).person
    cadres.listed(db)
    make.letter(db, make.notice(db, head))
    answers = {}
    for role, place in (
        (Role.ADMINISTRATOR, "Tỉnh Hưng Yên"),
        (Role.INSPECTOR, "Tỉnh Hưng Yên"),
        (Role.ADMINISTRATOR, "Tỉnh Quảng Ninh"),
        (Role.LEARNER, "Tỉnh Hưng Yên"),
    ):
        account = make_accounts.account(db)
        make_accounts.role_grant(db, account, role, area_id=area(db, place).id)
        sign_in(account)
        answers[role, place] = client.get(f"/notices/of/{head.id}")

    assert [answer.status_code for answer in answers.values()] == [200, 200, 404, 403]
    page = answers[Role.INSPECTOR, "Tỉnh Hưng Yên"].text
    assert "Anh/chị được vào lớp Chi hội trưởng Hưng Hà" in page
    assert "chưa đọc" in page
    assert "chờ gửi" in page


def test_without_a_mail_server_nobody_is_asked_for_an_address(client, she):
    assert "e-mail" not in client.get("/notices").text
    assert client.post("/notices/address", data={"address": "a@vidu.vn"}).status_code == 404


def test_an_address_is_given_confirmed_and_taken_away(client, db, she, with_mail):
    wrong = client.post("/notices/address", data={"address": "ngat"})
    client.post("/notices/address", data={"address": "ngat@vidu.vn"})
    kept = db.get_one(MailAddress, she.id)
    code = code_of("not a secret", she.id, kept.address, kept.asked_at)
    missed = client.post("/notices/address/code", data={"code": "x"})
    assert "Mã trong thư" in client.get("/notices").text

    client.post("/notices/address/code", data={"code": code})

    assert (wrong.status_code, missed.status_code) == (422, 422)
    db.refresh(kept)
    assert kept.tries == 1
    assert "đang nhận" in client.get("/notices").text
    client.post("/notices/address/remove")
    assert "đang nhận" not in client.get("/notices").text


def test_every_link_of_a_notice_leads_to_a_page(app):
    """Services name addresses in words: they must be those of routes."""
    urls = app.url_map.bind("localhost")
    for link in (
        "/classes/mine",
        "/certificates/mine",
        "/people/proposals/1",
        "/people/corrections/1",
        "/account",
    ):
        assert urls.match(link)
