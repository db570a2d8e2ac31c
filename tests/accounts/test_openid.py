"""Signing in by way of another house: a real provider, in a process of its own, that may lie."""

import socket
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import parse_qs, urljoin, urlsplit

import pytest
import requests

from elearn import accounts, clock
from tests.accounts.visiting import Visitor
from tests.make import accounts as make
from tests.make import people

ROOT = Path(__file__).resolve().parents[2]
BACK = "http://localhost:8000/sign-in/openid/back"


@pytest.fixture(scope="module")
def provider() -> Iterator[str]:
    """The address of an oidc-provider that lives as long as these tests."""
    script = [str(ROOT / ".venv/bin/node"), str(ROOT / "tests/accounts/provider.mjs"), BACK]
    with subprocess.Popen(script, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        assert process.stdout
        yield process.stdout.readline().decode().strip()
        process.terminate()


@pytest.fixture
def settings(settings, provider):
    chosen = {
        "issuer": provider,
        "client_id": "elearn",
        "client_secret": "a secret",
        "name": "VNeID",
    }
    return replace(settings, **{f"oidc_{name}": value for name, value in chosen.items()})


@pytest.fixture
def account(db):
    made = make.account(db, people.person(db, "Nguyễn Thị Ngọc Ưỡng"), user_name="chihoi1")
    version = accounts.notice_on(clock.today()).version
    accounts.accept_notice(db, [made.id], version, now=clock.now())
    db.commit()
    return made


@pytest.fixture
def house(provider):
    """`house("alice")` says who sits at the provider; further words are its next lies."""

    def as_(subject, **lies):
        requests.get(f"{provider}/as", {"subject": subject}, timeout=10)
        if lies:
            requests.get(f"{provider}/lie", lies, timeout=10)

    return as_


def answer_to(address):
    """Go to the provider as a browser does; return the path that it sends one back to."""
    with requests.Session() as browser:
        while not address.startswith(BACK):
            said = browser.get(address, allow_redirects=False, timeout=10)
            address = urljoin(address, said.headers["Location"])
    return address.removeprefix("http://localhost:8000")


def arrive(visitor, start="/sign-in/openid"):
    return visitor.open(answer_to(visitor.open(start).location))


def link(visitor):
    """Link the account of whoever is signed in: by her password, then at the provider."""
    visitor.send("/account/openid", {"password": make.PASSWORD})
    return arrive(visitor, "/account/openid/go")


def at_home(visitor, name="chihoi1"):
    visitor.sign_in(name)
    return visitor


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


@pytest.mark.usefixtures("account")
@pytest.mark.parametrize(
    "lie",
    [
        {"nonce": "another"},
        {"aud": "somebody else"},
        {"iss": "https://elsewhere.example"},
        {"exp": "1000000000"},
        {"azp": "somebody else"},
        {"key": "foreign"},
        {"sub": ""},
    ],
    ids=lambda lie: next(iter(lie)),
)
def test_what_a_provider_says_wrongly_is_refused_in_words(visitor, house, lie, app):
    house("alice")
    link(at_home(visitor))
    other = Visitor(app.test_client())
    house("alice", **lie)

    answer = arrive(other)

    assert answer.status_code == 400
    assert "không hợp lệ nên không được nhận" in answer.text
    assert other.open("/account").status_code == 303


@pytest.mark.usefixtures("account")
def test_an_answer_is_heard_once_and_by_the_browser_that_asked(visitor, house, app):
    house("alice")
    link(at_home(visitor))
    other = Visitor(app.test_client())
    path = answer_to(other.open("/sign-in/openid").location)

    stranger = Visitor(app.test_client())
    assert "mở một lần rồi" in stranger.open(path).text
    assert other.open(path).status_code == 303
    assert "mở một lần rồi" in other.open(path).text


@pytest.mark.usefixtures("account")
@pytest.mark.parametrize("wrong", ["state=x", "state=", "error=access_denied&state={state}"])
def test_an_answer_to_something_else_is_refused(visitor, wrong):
    address = visitor.open("/sign-in/openid").location
    state = parse_qs(urlsplit(address).query)["state"][0]

    answer = visitor.open(f"/sign-in/openid/back?code=x&{wrong.format(state=state)}")

    assert answer.status_code == 400
    assert "VNeID" in answer.text


def test_a_code_used_before_opens_nothing(visitor, house):
    house("alice")
    used = parse_qs(urlsplit(answer_to(visitor.open("/sign-in/openid").location)).query)["code"][0]
    visitor.open("/sign-in/openid")

    state = parse_qs(urlsplit(visitor.open("/sign-in/openid").location).query)["state"][0]
    answer = visitor.open(f"/sign-in/openid/back?code={used}&state={state}")

    assert answer.status_code == 400
    assert "đã cũ hoặc đã dùng rồi" in answer.text


def test_a_provider_that_is_down_is_told_in_words(visitor, app, here):
    with socket.create_server(("127.0.0.1", 0)) as closed:
        nowhere = f"http://127.0.0.1:{closed.getsockname()[1]}"
    changed = replace(here.settings, oidc_issuer=nowhere)
    app.extensions["installation"] = replace(here, settings=changed)

    answer = visitor.open("/sign-in/openid")

    assert answer.status_code == 400
    assert "VNeID đang không trả lời như cần" in answer.text


def test_a_provider_that_calls_itself_otherwise_is_none_of_ours(visitor, app, here, provider):
    changed = replace(here.settings, oidc_issuer=provider + "/")
    app.extensions["installation"] = replace(here, settings=changed)

    assert "không trả lời như cần" in visitor.open("/sign-in/openid").text


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


@pytest.mark.parametrize("page", ["/sign-in/openid", "/sign-in/openid/back"])
def test_without_the_setting_there_is_no_such_way(visitor, app, here, page):
    app.extensions["installation"] = replace(here, settings=replace(here.settings, oidc_issuer=""))

    assert visitor.open(page).status_code == 404
    assert "VNeID" not in visitor.open("/sign-in").text


@pytest.mark.parametrize("act", ["", "/end"])
def test_who_is_signed_out_links_nothing(client, act):
    assert client.post(f"/account/openid{act}").location == "/sign-in"
    assert client.get("/account/openid/go").location == "/sign-in?next=/account/openid/go"
