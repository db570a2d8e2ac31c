"""Signing in by way of another house: once linked, by its word alone, and only so far."""

from urllib.parse import parse_qs, urlsplit

import pytest

from elearn import accounts, clock
from tests.accounts.openid.arriving import BACK, arrive, at_home, link
from tests.accounts.visiting import Visitor
from tests.make import accounts as make


def test_what_leaves_for_the_provider_is_a_code_with_pkce_state_and_nonce(visitor, provider):
    address = visitor.open("/sign-in/openid?next=/account").location

    asked = parse_qs(urlsplit(address).query)
    assert address.startswith(provider)
    assert asked["response_type"] == ["code"]
    assert asked["code_challenge_method"] == ["S256"]
    assert asked["redirect_uri"] == [BACK]
    assert all(len(asked[name][0]) >= 32 for name in ("state", "nonce", "code_challenge"))


@pytest.mark.usefixtures("account")
def test_once_linked_she_signs_in_by_it_without_a_password(visitor, house, app):
    house("alice")
    assert link(at_home(visitor)).location == "/account/openid"
    assert "Đã nối. Từ nay đăng nhập được bằng VNeID." in visitor.open("/account/openid").text

    other = Visitor(app.test_client())
    answer = arrive(other, "/sign-in/openid?next=/account")

    assert answer.location == "/account"
    assert "Nguyễn Thị Ngọc Ưỡng" in other.open("/account").text


def test_no_claim_of_the_provider_grants_a_role(visitor, house, db, account):
    house("alice", role="central", groups="central")
    link(at_home(visitor))
    house("alice", role="central")
    arrive(visitor)

    assert visitor.open("/accounts/grants").status_code == 403
    assert accounts.grants_of(db, account.person_id) == []


@pytest.mark.usefixtures("account")
def test_who_is_not_linked_is_told_how_to(visitor, house):
    house("mallory")

    answer = arrive(visitor)

    assert answer.status_code == 403
    assert "chưa nối với ai ở đây" in answer.text
    assert "gõ lại mật khẩu và nối" in answer.text
    assert visitor.open("/account").status_code == 303


@pytest.mark.usefixtures("account")
def test_without_the_password_typed_anew_nothing_is_linked(visitor):
    at_home(visitor)

    assert "Gõ lại mật khẩu trước khi nối" in visitor.open("/account/openid/go").text
    wrong = visitor.send("/account/openid", {"password": "wrong one"})
    assert wrong.status_code == 422
    assert visitor.send("/account/openid", {"password": ""}).status_code == 422
    assert visitor.open("/account/openid/go").status_code == 400


def test_one_identity_opens_one_account(visitor, house, db, app, account):
    house("alice")
    link(at_home(visitor))
    hers = make.account(db, user_name="khac")
    version = accounts.notice_on(clock.today()).version
    accounts.accept_notice(db, [hers.id], version, now=clock.now())
    db.commit()

    answer = link(at_home(Visitor(app.test_client()), "khac"))

    assert answer.status_code == 400
    assert "đã nối với một tài khoản khác" in answer.text
    assert accounts.identity_of(db, hers.id, "") is None
    assert link(visitor).status_code == 303  # Her own, once more: nothing changes.


@pytest.mark.usefixtures("account")
def test_unlinked_it_opens_nothing_any_more(visitor, house):
    house("alice")
    link(at_home(visitor))

    visitor.send("/account/openid", {}, to="/account/openid/end")
    visitor.send("/account", {}, to="/sign-out")

    assert arrive(visitor).status_code == 403


def test_a_closed_account_is_not_opened_by_it(visitor, house, db, account):
    house("alice")
    link(at_home(visitor))
    account.closed_at = clock.now()
    db.commit()

    assert arrive(visitor).status_code == 403


def test_a_second_factor_is_asked_for_all_the_same(visitor, house, db, account, settings):
    house("alice")
    link(at_home(visitor))
    make.second_factor(db, account, key=settings.secret_key, now=clock.now())
    db.commit()
    other = Visitor(visitor.client.application.test_client())

    arrive(other)

    assert other.open("/account").location == "/sign-in/code?next=/account"
