"""The pages of the second factor: after the password, and on one's own account."""

import re

import pytest

from elearn import clock
from elearn.access import Role
from elearn.accounts import totp
from tests.accounts.factor.showing import digits
from tests.make import accounts as make

SETUP = "/account/second-factor/setup"


@pytest.fixture
def central(db, account):
    make.role_grant(db, account, Role.CENTRAL)
    db.commit()
    return account


@pytest.mark.usefixtures("guarded")
def test_after_the_password_six_digits_are_asked_for_and_then_one_is_where_one_wanted(visitor):
    page = visitor.sign_in("trunguong", page="/sign-in?next=/account")
    asked = visitor.open(page.location)
    assert asked.location == "/sign-in/code?next=/account"

    assert "Gõ mã 6 số" in visitor.open(asked.location).text
    answer = visitor.send(asked.location, {"code": digits()})

    assert answer.location == "/account"
    assert "Nguyễn Thị Ngọc Ưỡng" in visitor.open("/account").text


@pytest.mark.usefixtures("guarded")
@pytest.mark.parametrize("page", ["/", "/account", "/people", "/classes/mine"])
def test_before_the_digits_no_page_opens(visitor, page):
    visitor.sign_in("trunguong")

    answer = visitor.open(page)

    assert answer.status_code == 303
    assert answer.location.startswith("/sign-in/code")


@pytest.mark.usefixtures("guarded")
def test_a_script_is_told_in_words_and_changes_nothing(visitor):
    visitor.sign_in("trunguong")

    answer = visitor.open("/account", headers={"Accept": "application/json"})

    assert answer.status_code == 403
    assert "mã 6 số" in answer.json["text"]


@pytest.mark.usefixtures("guarded")
def test_wrong_digits_are_refused_counted_and_paused(visitor):
    visitor.sign_in("trunguong")

    for left in (4, 3, 2, 1):
        answer = visitor.send("/sign-in/code", {"code": "000000"})
        assert answer.status_code == 422
        assert f"Còn {left} lần thử" in answer.text
    assert visitor.send("/sign-in/code", {"code": "000000"}).status_code == 429
    assert visitor.send("/sign-in/code", {"code": digits()}).status_code == 429
    assert visitor.send("/sign-in/code", {"code": ""}).status_code == 422


@pytest.mark.usefixtures("central")
def test_the_centre_reaches_nothing_but_the_setup(visitor):
    visitor.sign_in("trunguong")

    for page in ("/", "/people", "/accounts/grants", "/account"):
        assert visitor.open(page).location == "/account/second-factor"
    page = visitor.open("/account/second-factor").text
    assert "bắt buộc có mã 6 số" in page


def shown_secret(page):
    return "".join(re.findall(r"<span>([A-Z2-7]{4})</span>", page))


def begin(visitor, password=make.PASSWORD):
    return visitor.send("/account/second-factor", {"password": password})


@pytest.mark.usefixtures("central")
def test_it_is_set_up_by_a_password_a_scan_and_a_first_code(visitor):
    visitor.sign_in("trunguong")
    assert begin(visitor).location == SETUP
    page = visitor.open(SETUP).text
    assert "<svg" in page
    secret = shown_secret(page)
    assert len(secret) == 32

    assert visitor.send(SETUP, {"code": "000000"}).status_code == 422
    answer = visitor.send(SETUP, {"code": totp.code_at(secret, clock.now())})

    assert len(re.findall(r"<li>[A-Z0-9]{5}-[A-Z0-9]{5}</li>", answer.text)) == 10
    assert visitor.open("/people").status_code == 200
    assert visitor.open(SETUP).status_code == 409


@pytest.mark.usefixtures("central")
def test_a_wrong_password_begins_nothing_and_counts(visitor):
    visitor.sign_in("trunguong")

    answer = begin(visitor, "wrong one")

    assert answer.status_code == 422
    assert "Còn 4 lần thử" in answer.text
    assert visitor.open(SETUP).status_code == 409
    assert begin(visitor, "").status_code == 422


def test_ones_page_tells_how_it_stands_and_recommends_it_to_administrators(visitor, db, account):
    make.role_grant(db, account)
    db.commit()
    visitor.sign_in("trunguong")

    assert "Nên bật mã 6 số" in visitor.open("/account").text


@pytest.mark.usefixtures("guarded")
def test_new_codes_and_switching_off_ask_for_a_code(visitor):
    visitor.sign_in("trunguong")
    visitor.send("/sign-in/code", {"code": digits()})
    own = "/account/second-factor"
    assert "Mã dự phòng còn lại" in visitor.open(own).text

    for act in ("codes", "end"):
        assert visitor.send(own, {"code": ""}, to=f"{own}/{act}").status_code == 422
        assert visitor.send(own, {"code": "000000"}, to=f"{own}/{act}").status_code == 422
    answer = visitor.send(own, {"code": digits()}, to=f"{own}/end")
    assert "đã dùng rồi" in answer.text  # The same half minute as at the sign-in.


@pytest.mark.usefixtures("guarded")
def test_switched_off_by_a_recovery_code_the_password_is_enough(visitor, db, account, settings):
    code = make.recovery_code(db, account, key=settings.secret_key)
    db.commit()
    visitor.sign_in("trunguong")
    visitor.send("/sign-in/code", {"code": digits()})

    visitor.send("/account/second-factor", {"code": code}, to="/account/second-factor/end")

    assert "Đã tắt mã 6 số" in visitor.open("/account").text
    visitor.send("/account", {}, to="/sign-out")
    visitor.sign_in("trunguong")
    assert visitor.open("/account").status_code == 200


@pytest.mark.parametrize("act", ["", "/setup", "/codes", "/end"])
def test_who_is_signed_out_sets_nothing_up(client, act):
    assert client.post(f"/account/second-factor{act}").location == "/sign-in"
    assert client.post("/sign-in/code").location == "/sign-in"
